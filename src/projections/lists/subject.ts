/**
 * The duties and findings of one subject, judged from its entries: as of any time, and with what
 * was kept, which the read models only count.
 */

import type { AnyEvent, Entry } from '../../domain/entry.ts';
import type { Centres } from '../../domain/regulations/centre.ts';
import { isLateStrictly } from '../../domain/regulations/conventions.ts';
import { historyOf } from '../../domain/regulations/history.ts';
import type { Verdict } from '../../domain/regulations/judge.ts';
import type { Registers } from '../../domain/regulations/register.ts';
import type { Instant } from '../../domain/units.ts';
import { verdictOn } from '../verdict.ts';
import {
  breachItem,
  brokenDuty,
  compareTexts,
  type DutyFacts,
  type DutyItem,
  dutyItem,
  type FindingItem,
} from './items.ts';

export type SubjectDuties = {
  /** By due time, as in the list of duties. */
  readonly duties: readonly DutyItem[];
  /** The latest first, as in the list of findings. */
  readonly findings: readonly FindingItem[];
  /** Rules that could not judge it: a defect of the program. */
  readonly failures: Verdict['failures'];
};

/**
 * @param entries of one stream, in the order of the ledger, as far as they were known then. None: nothing is owed.
 * @param registers as they were then.
 * @param at the instant at which open duties are compared with their due time.
 */
export function dutiesOf(
  entries: readonly Entry<AnyEvent>[],
  at: Instant,
  centres: Centres,
  registers: Registers,
): SubjectDuties {
  const subject = entries[0]?.stream ?? '';
  const own = historyOf(entries);
  const { verdict, code, centre: laidDown } = verdictOn(subject, own, centres, registers);
  const centre = code ?? '';
  const asTheyAre = laidDown === null ? centres : new Map(centres).set(centre, laidDown);
  const duties = verdict.duties
    .filter(({ openedAt }) => openedAt <= at)
    .map((duty): DutyFacts => ({ ...duty, subject, centre }))
    .toSorted(byDue);
  const broken = duties.filter((duty) => isLateStrictly(duty, at));
  const findings = [
    ...verdict.findings
      .map((found) => ({ ...found, subject, centre }))
      .filter((found) => found.at <= at)
      .map((found) => breachItem(found, asTheyAre)),
    ...broken.map((duty) => brokenDuty(duty, at, asTheyAre)),
  ];
  return {
    duties: duties.map((duty) => dutyItem(duty, at, asTheyAre)),
    findings: findings.toReversed().toSorted(latestFirst),
    failures: verdict.failures,
  };
}

function byDue(a: DutyFacts, b: DutyFacts): number {
  return (
    compareTexts(a.due, b.due) || compareTexts(a.rule, b.rule) || compareTexts(a.opening, b.opening)
  );
}

function latestFirst(a: FindingItem, b: FindingItem): number {
  return compareTexts(b.at, a.at) || compareTexts(b.rule, a.rule);
}
