/**
 * What the regulation of a centre says of one subject: the whole compliance engine.
 *
 * A rule that throws on a subject is set aside for that subject and shown; the other rules go on.
 */
import type { AnyEvent, Entry } from '../entry.ts';
import { categoryOf } from '../stream.ts';
import { msPerDay } from '../time/date.ts';
import { instantOfLocal, localDayAt } from '../time/zone.ts';
import { type Instant, millisecondsOf } from '../units.ts';
import { type Centre, type Demand, isInForce } from './centre.ts';
import type { History } from './history.ts';
import { asLaidDown } from './laid-down-centre.ts';
import { isBroken, lessened } from './lessened.ts';
import type { Registers } from './register.ts';
import { laidDown } from './registers/laid-down.ts';
import { noRemarks, type Remarks, remarks } from './registers/remarks.ts';
import type { Breach, Context, Duty, Judgement } from './rule.ts';

export type Verdict = {
  readonly duties: readonly JudgedDuty[];
  readonly findings: readonly JudgedBreach[];
  /** Rules that could not judge this subject: a defect of ours, for people to see. */
  readonly failures: readonly { readonly rule: string; readonly message: string }[];
};

export type JudgedDuty = Duty & Named;

export type JudgedBreach = Breach & Named;

type Named = {
  readonly rule: string;
  readonly citation: string;
  /** What people said of it. */
  readonly remarks: Remarks;
};

/** Judges a subject by the demands that were in force when its acts happened. */
export function judge({ name, history }: Subject, centre: Centre, registers: Registers): Verdict {
  const now = asLaidDown(centre, registers.look(laidDown, centre.code));
  const context = contextOf(name, now, registers);
  const duties: JudgedDuty[] = [];
  const findings: JudgedBreach[] = [];
  const failures: { rule: string; message: string }[] = [];
  const said = registers.look(remarks, name);
  const types = new Set(history.entries.map(({ type }) => type));
  const late = new Set(history.entries.filter((entry) => isEnteredLate(entry, history, now)));
  for (const demand of demandsOn(categoryOf(name), now)) {
    const { rule, citation } = demand;
    if (rule.needs !== 'nothing' && !rule.needs.some((type) => types.has(type))) continue;
    try {
      const judgement = judgeBy(demand, history, now, context);
      const lessenings = takenAway(demand, history, now, context, late); // all that a rule says, or nothing
      for (const duty of judgement.duties) {
        const id = findingId(rule.key, name, duty.opening);
        duties.push({ ...duty, rule: rule.key, citation, remarks: said.get(id) ?? noRemarks });
      }
      for (const breach of [...judgement.breaches.map(asOf(demand)), ...lessenings]) {
        const key = keyAmong(findings, breach);
        const remarksOn = said.get(findingId(breach.rule, name, key)) ?? noRemarks;
        findings.push({ ...breach, key, remarks: remarksOn });
      }
    } catch (error) {
      failures.push({ rule: rule.key, message: String(error) });
    }
  }
  return { duties, findings, failures };
}

/** As people name a finding, or the duty that is or may be broken. */
export function findingId(rule: string, subject: string, which: string): string {
  return `${rule}:${subject}:${which}`;
}

type Unremarked = Omit<JudgedBreach, 'remarks'>;

function asOf({ rule, citation }: Demand): (breach: Breach) => Unremarked {
  return (breach) => ({ ...breach, rule: rule.key, citation });
}

/** Two breaches of one rule by one act, as by two demands for it, are told apart by their order. */
function keyAmong(findings: readonly JudgedBreach[], { rule, key }: Unremarked): string {
  const isTaken = (name: string) => findings.some((one) => one.rule === rule && one.key === name);
  let [name, number] = [key, 1];
  while (isTaken(name)) name = `${key}~${(number += 1)}`;
  return name;
}

/** Who or what is judged, and all that is on record of it. */
export type Subject = { readonly name: string; readonly history: History };

const byKind = new WeakMap<Centre, Map<string, readonly Demand[]>>();

function demandsOn(kind: string, centre: Centre): readonly Demand[] {
  const known = byKind.get(centre) ?? new Map<string, readonly Demand[]>();
  byKind.set(centre, known);
  const before = known.get(kind);
  if (before !== undefined) return before;
  const demands = centre.demands.filter(({ rule }) => [rule.subject].flat().includes(kind));
  known.set(kind, demands);
  return demands;
}

function contextOf(subject: string, centre: Centre, registers: Registers): Context {
  const { workingTime, laterParameters, saturdayProcedures } = centre;
  const withParameters = (parameters: Centre['parameters']): Context => ({
    centre: centre.code,
    subject,
    workingTime,
    saturdayTime: saturdayProcedures?.workingTime ?? null,
    parameters,
    registers,
    at,
  });
  const first = withParameters(centre.parameters);
  const later = laterParameters.map(({ start, parameters }) => ({
    start,
    context: withParameters(parameters),
  }));
  function at(instant: Instant): Context {
    return later.findLast(({ start }) => start <= instant)?.context ?? first;
  }
  return first;
}

function judgeBy(demand: Demand, history: History, centre: Centre, context: Context): Judgement {
  const { duties, breaches } = demand.rule.judge(history, context);
  return {
    duties: duties.filter(({ openedAt }) => isInForce(demand, openedAt, centre)),
    breaches: breaches.filter(({ at }) => isInForce(demand, at, centre)),
  };
}

/** Each entry that took a breach away, or lessened it, when it became known. @param late entries that were entered late. */
function takenAway(
  demand: Demand,
  history: History,
  centre: Centre,
  context: Context,
  late: ReadonlySet<Entry<AnyEvent>>,
): Unremarked[] {
  const { amendedBy, settledBy } = demand.rule;
  const amendments = history.entries.filter(
    (entry) =>
      entry.corrects !== null ||
      amendedBy.includes(entry.type) ||
      (late.has(entry) && settledBy.includes(entry.type)),
  );
  if (amendments.length === 0) return [];
  const places = new Map(history.known.map((entry, place) => [entry, place]));
  const judged = new Map<number, Judgement>(); // what follows one amendment is what precedes the next
  const judgedWhenKnown = (count: number): Judgement => {
    const judgement =
      judged.get(count) ?? judgeBy(demand, history.whenKnown(count), centre, context);
    judged.set(count, judgement);
    return judgement;
  };
  return amendments.flatMap((entry) => {
    const place = places.get(entry);
    if (place === undefined) throw new TypeError('an entry of a history is known');
    const before = judgedWhenKnown(place);
    if (!isBroken(before, history.knownAt(entry))) return [];
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
