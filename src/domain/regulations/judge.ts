/**
 * What the regulation of a centre says of one subject: the whole compliance engine.
 *
 * A rule that throws on a subject is set aside for that subject and shown; the other rules go on.
 */
import { categoryOf } from '../stream.ts';
import type { Instant } from '../units.ts';
import type { Centre, Demand } from './centre.ts';
import { customarilyLateAfter } from './conventions.ts';
import type { History } from './history.ts';
import type { Found, Lessened } from './lessened.ts';
import type { Registers } from './register.ts';
import { noRemarks, type Remarks, remarks } from './registers/remarks.ts';
import type { Breach, Duty } from './rule.ts';
import { judgeBy, standpointOf } from './standpoint.ts';
import { type Inherited, inheritance } from './succession.ts';
import { takenAwayFrom } from './taken-away.ts';

export type Verdict = {
  readonly duties: readonly JudgedDuty[];
  readonly findings: readonly JudgedBreach[];
  /** Rules that could not judge this subject: a defect of ours, for people to see. */
  readonly failures: readonly { readonly rule: string; readonly message: string }[];
};

export type JudgedDuty = Duty &
  Inherited &
  Named & {
    /** See `conventions.ts`. */
    readonly customarilyLateAfter: Instant | null;
  };

export type JudgedBreach = Breach &
  Named & {
    /** What was taken away, of a finding that tells that; null: of any other. */
    readonly lessened: Lessened | null;
  };

type Named = {
  readonly rule: string;
  readonly citation: string;
  /** What people said of it. */
  readonly remarks: Remarks;
};

/** Judges a subject by the demands that were in force when its acts happened. */
export function judge({ name, history }: Subject, centre: Centre, registers: Registers): Verdict {
  const standpoint = registers.watching(() => standpointOf(name, centre, registers));
  const now = standpoint.made;
  const duties: JudgedDuty[] = [];
  const findings: JudgedBreach[] = [];
  const failures: { rule: string; message: string }[] = [];
  const said = registers.look(remarks, name);
  const types = new Set(history.entries.map(({ type }) => type));
  const takenBy = takenAwayFrom({ name, history, centre, registers, now: standpoint });
  for (const demand of demandsOn(categoryOf(name), now.centre)) {
    const { rule, citation } = demand;
    if (rule.needs !== 'nothing' && !rule.needs.some((type) => types.has(type))) continue;
    try {
      const judgement = registers.watching(() => judgeBy(demand, history, now));
      const taken = takenBy(demand, judgement); // all that a rule says, or nothing
      for (const duty of judgement.made.duties) {
        const id = findingId(rule.key, name, duty.opening);
        const after = customarilyLateAfter(duty, now.centre.workingTime);
        duties.push({
          ...duty,
          ...inheritance(duty, now.context),
          rule: rule.key,
          citation,
          remarks: said.get(id) ?? noRemarks,
          customarilyLateAfter: after,
        });
      }
      for (const breach of [
        ...judgement.made.breaches.map(asOf(demand)),
        ...taken.map(foundBy(demand)),
      ]) {
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
  return (breach) => ({ ...breach, rule: rule.key, citation, lessened: null });
}

function foundBy({ rule, citation }: Demand): (found: Found) => Unremarked {
  return (found) => ({
    ...found,
    rule: lessenedRule,
    citation,
    detail: `${rule.key}: ${found.detail}`,
    lessened: { rule: rule.key, ...found.lessened },
  });
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

/** The key under which a breach that was corrected away is filed, whatever rule it was a breach of. */
export const lessenedRule = 'breach-lessened';

export const lessenedTitle = {
  vi: 'Vi phạm đã được sửa bớt hoặc xóa đi',
  en: 'A breach was corrected away or lessened',
};
