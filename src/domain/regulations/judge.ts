/**
 * What the regulation of a centre says of one subject: the whole compliance engine.
 *
 * A rule that throws on a subject is set aside for that subject and shown; the other rules go on.
 */
import type { AnyEvent, Entry } from '../entry.ts';
import { millisecondsOf } from '../units.ts';
import { type Centre, type Demand, isInForce } from './centre.ts';
import { type History, historyBefore, historyWith } from './history.ts';
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
      (settledBy.includes(entry.type) && isEnteredLate(entry, centre.parameters.entryLag)),
  );
  return amendments.flatMap((entry) => {
    const before = judgeBy(demand, historyBefore(history, entry), centre);
    const after = judgeBy(demand, historyWith(history, entry), centre);
    return lessened(before, after, entry).map((found) => ({
      ...found,
      rule: lessenedRule,
      citation: demand.citation,
      detail: `${demand.rule.key}: ${found.detail}`,
    }));
  });
}

/** Entered by hand long after it is said to have happened: with the date that suits, it may be. */
function isEnteredLate(entry: Entry<AnyEvent>, lag: number): boolean {
  const { recordedVia, recordedAt, occurredAt, precision } = entry;
  if (recordedVia.mode !== 'live') return false;
  const dayMinutes = precision === 'day' ? 24 * 60 : 0;
  const late = millisecondsOf(recordedAt) - millisecondsOf(occurredAt);
  return late > (lag + dayMinutes) * 60_000;
}

/** The key under which a breach that was corrected away is filed, whatever rule it was a breach of. */
export const lessenedRule = 'breach-lessened';

export const lessenedTitle = {
  vi: 'Vi phạm đã được sửa bớt hoặc xóa đi',
  en: 'A breach was corrected away or lessened',
};

/** The centre whose regulation judges a subject: that of its first entry. */
export function centreOf(entries: readonly Entry<AnyEvent>[]): string | null {
  return entries[0]?.centre ?? null;
}
