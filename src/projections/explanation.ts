/** Why a duty is due when it is, told in full: for whoever doubts it. */
import type { AnyEvent, Entry } from '../domain/entry.ts';
import type { Centre, Centres, Demand } from '../domain/regulations/centre.ts';
import { type History, historyOf } from '../domain/regulations/history.ts';
import { findingId, type JudgedDuty } from '../domain/regulations/judge.ts';
import { reckonedDays, totalOf } from '../domain/regulations/reckoned-days.ts';
import { countsIn, prolongedBy, reckoningOf } from '../domain/regulations/reckoning.ts';
import type { Registers } from '../domain/regulations/register.ts';
import type { Because } from '../domain/time/day-plan.ts';
import type { Instant } from '../domain/units.ts';
import { termItem } from './explained-term.ts';
import type { Explanation } from './explanation-item.ts';
import { dutyItem } from './lists/items.ts';
import { verdictOn } from './verdict.ts';

export type Asked = {
  readonly subject: string;
  /** Entries of the subject's own record, in the order of the ledger. */
  readonly own: readonly Entry<AnyEvent>[];
  readonly at: Instant;
  readonly centres: Centres;
  readonly registers: Registers;
};

/** The subjects that an id may be about, the likeliest first: a code may hold a colon. */
export function subjectsIn(id: string): readonly string[] {
  const rest = id.slice(id.indexOf(':') + 1);
  const parts = rest.split(':');
  return parts
    .map((_, count) => parts.slice(0, count).join(':'))
    .slice(1)
    .toReversed();
}

/** Null where the subject has no such duty. */
export function explainedDuty(id: string, asked: Asked): Explanation | null {
  const { subject, own, at, centres, registers } = asked;
  const { verdict, history, centre } = verdictOn(subject, historyOf(own), centres, registers);
  if (centre === null) return null;
  const duty = verdict.duties.find((one) => findingId(one.rule, subject, one.opening) === id);
  if (duty === undefined) return null;
  const proof = new Set<string>(duty.evidence);
  return {
    duty: dutyItem(
      { ...duty, subject, centre: centre.code },
      at,
      new Map(centres).set(centre.code, centre),
    ),
    inherited: [...duty.inherited],
    rule: ruleOf(duty, centre),
    counting: countingOf(duty, centre),
    ...reckoned({ duty, subject, history, centre }, asked),
    pauses: duty.pauses.map(({ evidence, ...pause }) => ({ ...pause, entries: [...evidence] })),
    entries: history.entries
      .filter((entry) => proof.has(entry.id))
      .map(({ id: event, type, stream, occurredAt, recordedAt, corrects }) => ({
        id: event,
        type,
        stream,
        occurredAt,
        recordedAt,
        corrects,
      })),
  };
}

function demandOf({ rule: key, citation }: JudgedDuty, { demands }: Centre): Demand | null {
  return demands.find((one) => one.rule.key === key && one.citation === citation) ?? null;
}

function ruleOf(duty: JudgedDuty, centre: Centre): Explanation['rule'] {
  const demand = demandOf(duty, centre);
  return {
    key: duty.rule,
    version: demand?.rule.version ?? 0,
    mechanism: demand?.rule.mechanism ?? 'duty',
    from: demand?.from ?? null,
    to: demand?.to ?? null,
  };
}

function countingOf({ rule, openedAt }: JudgedDuty, centre: Centre): Explanation['counting'] {
  const day = centre.workingTime.dateAt(openedAt);
  const later = centre.laterParameters.findLast(({ from }) => from <= day);
  const { firstDay, dayDeadlineEnds, dateDeadlineEnds, terms } =
    later?.parameters ?? centre.parameters;
  return { firstDay, dayDeadlineEnds, dateDeadlineEnds, ownTerm: terms[rule] ?? null };
}

function reckoned(
  { duty, subject, history, centre }: Reckonable,
  { centres, registers }: Asked,
): Pick<Explanation, 'term' | 'counted' | 'prolonged' | 'movedLastDay' | 'days'> {
  const { workingTime } = centre;
  const asFiled = centres.get(centre.code) ?? centre;
  const demand = demandOf(duty, centre);
  const counts = demand === null ? [] : countsIn(subject, history, demand, asFiled, registers);
  const reckoning = reckoningOf(duty, counts, workingTime);
  const { movedLastDay: moved } = reckoning;
  const told = {
    term: termItem(reckoning),
    movedLastDay: moved === null ? null : { ...moved, because: copied(moved.because) },
  };
  try {
    const days = reckonedDays(reckoning, duty.openedAt, workingTime);
    return {
      ...told,
      prolonged: prolongedBy(reckoning, workingTime),
      counted: totalOf(days, reckoning),
      days: days.map(({ date, hours, because, number, is, stretches }) => ({
        date,
        hours: [...hours],
        because: copied(because),
        number,
        is,
        stretches: [...stretches],
      })),
    };
  } catch (error) {
    if (error instanceof RangeError) return { ...told, prolonged: null, counted: null, days: [] };
    throw error;
  }
}

type Reckonable = {
  readonly duty: JudgedDuty;
  readonly subject: string;
  readonly history: History;
  readonly centre: Centre;
};

function copied(because: readonly Because[]): Record<string, unknown>[] {
  return because.map((one) => ({ ...one }));
}
