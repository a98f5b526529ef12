/**
 * What the regulation of a centre says of one subject: the whole compliance engine.
 *
 * A rule that throws on a subject is set aside for that subject and shown; the other rules go on.
 */
import type { AnyEvent, Entry } from '../entry.ts';
import { families } from '../families.ts';
import { homeOf } from '../family.ts';
import { categoryOf } from '../stream.ts';
import { msPerDay } from '../time/date.ts';
import { instantOfLocal, localDayAt } from '../time/zone.ts';
import { millisecondsOf } from '../units.ts';
import { type Centre, type Demand, isInForce } from './centre.ts';
import type { History } from './history.ts';
import { lessened } from './lessened.ts';
import type { Bearer, Breach, Context, Duty, Judgement } from './rule.ts';

export type Verdict = {
  readonly duties: readonly JudgedDuty[];
  readonly findings: readonly JudgedBreach[];
  /** Rules that could not judge this subject: a defect of ours, for people to see. */
  readonly failures: readonly { readonly rule: string; readonly message: string }[];
};

export type JudgedDuty = Duty & { readonly rule: string; readonly citation: string };

export type JudgedBreach = Breach & {
  readonly rule: string;
  readonly citation: string;
  readonly bearer: Bearer | null;
};

/** Judges `history` by the demands on `category` that were in force when its acts happened. */
export function judge(category: string, history: History, centre: Centre): Verdict {
  const duties: JudgedDuty[] = [];
  const findings: JudgedBreach[] = [];
  const failures: { rule: string; message: string }[] = [];
  for (const demand of centre.demands) {
    const { rule, citation } = demand;
    if (rule.subject !== category) continue;
    try {
      const judgement = judgeBy(demand, history, centre);
      const lessenings = takenAway(demand, history, centre); // all that a rule says, or nothing
      for (const duty of judgement.duties) duties.push({ ...duty, rule: rule.key, citation });
      for (const breach of judgement.breaches) {
        findings.push({ ...breach, rule: rule.key, citation, bearer: null });
      }
      findings.push(...lessenings);
    } catch (error) {
      failures.push({ rule: rule.key, message: String(error) });
    }
  }
  return { duties, findings, failures };
}

function judgeBy(demand: Demand, history: History, centre: Centre): Judgement {
  const context: Context = { workingTime: centre.workingTime, parameters: centre.parameters };
  const { duties, breaches } = demand.rule.judge(history, context);
  return {
    duties: duties.filter(({ openedAt }) => isInForce(demand, openedAt, centre)),
    breaches: breaches.filter(({ at }) => isInForce(demand, at, centre)),
  };
}

/** Each entry that took a breach away, or lessened it, when it became known. */
function takenAway(demand: Demand, history: History, centre: Centre): JudgedBreach[] {
  const { amendedBy, settledBy } = demand.rule;
  const amendments = history.entries.filter(
    (entry) =>
      entry.corrects !== null ||
      amendedBy.includes(entry.type) ||
      (settledBy.includes(entry.type) && isEnteredLate(entry, history, centre)),
  );
  if (amendments.length === 0) return [];
  const places = new Map(history.known.map((entry, place) => [entry, place]));
  const judged = new Map<number, Judgement>(); // what follows one amendment is what precedes the next
  const judgedWhenKnown = (count: number): Judgement => {
    const judgement = judged.get(count) ?? judgeBy(demand, history.whenKnown(count), centre);
    judged.set(count, judgement);
    return judgement;
  };
  return amendments.flatMap((entry) => {
    const place = places.get(entry);
    if (place === undefined) throw new TypeError('an entry of a history is known');
    const before = judgedWhenKnown(place);
    if (before.duties.length === 0 && before.breaches.length === 0) return [];
    const after = judgedWhenKnown(place + 1);
    return lessened(before, after, entry, history.knownAt(entry)).map((found) => ({
      ...found,
      rule: lessenedRule,
      citation: demand.citation,
      detail: `${demand.rule.key}: ${found.detail}`,
    }));
  });
}

/** Known long after it is said to have happened: with the date that suits, it may be. Of a day alone, after its end. */
function isEnteredLate(entry: Entry<AnyEvent>, history: History, centre: Centre): boolean {
  const lag = centre.parameters.entryLag * 60_000;
  return millisecondsOf(history.knownAt(entry)) > latestOf(entry, centre) + lag;
}

/** The last moment at which it can have happened, in milliseconds since 1970 UTC. */
function latestOf({ occurredAt, precision }: Entry<AnyEvent>, { workingTime }: Centre): number {
  const stated = millisecondsOf(occurredAt);
  if (precision === 'instant') return stated;
  const { zone } = workingTime.calendar;
  return instantOfLocal(zone, (localDayAt(zone, stated) + 1) * msPerDay);
}

/** The key under which a breach that was corrected away is filed, whatever rule it was a breach of. */
export const lessenedRule = 'breach-lessened';

export const lessenedTitle = {
  vi: 'Vi phạm đã được sửa bớt hoặc xóa đi',
  en: 'A breach was corrected away or lessened',
};

/**
 * The centre whose regulation judges a subject: the one that keeps its record. Anybody may write first
 * about what is not theirs; so the first entry decides only where nothing that stands has opened it.
 */
export function centreOf(entries: readonly Entry<AnyEvent>[]): string | null {
  const [first] = entries;
  if (first === undefined) return null;
  const family = families.get(categoryOf(first.stream));
  return (family === undefined ? null : homeOf(family, entries)) ?? first.centre;
}
