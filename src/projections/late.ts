/**
 * Late processing: one row a dossier that is open past its reception, or was late by either convention.
 *
 * Written with the verdict on the dossier, since what is late is what the regulation says; what was
 * finished in time is only counted (`kept`, by the agency that solved it). A row has what the list is
 * ordered and filtered by, and the facts of the handling; what depends on the clock is left to whoever asks.
 * It holds no personal data.
 */

import { foldDossier } from '../domain/dossier/fold.ts';
import { type Holder, type Hop, holderAt } from '../domain/dossier/holding.ts';
import { lateHandlingOf } from '../domain/dossier/late-handling.ts';
import { dossier } from '../domain/dossier/vocabulary.ts';
import type { Centre } from '../domain/regulations/centre.ts';
import { solvingUnitIn } from '../domain/regulations/dossier-facts.ts';
import type { History } from '../domain/regulations/history.ts';
import { inWords } from '../domain/regulations/in-words.ts';
import type { JudgedDuty } from '../domain/regulations/judge.ts';
import type { Successions } from '../domain/regulations/registers/successions.ts';
import { processingDeadline } from '../domain/regulations/rules/processing-deadline.ts';
import { bearerAt, heirsOf, type Inherited, passedOn } from '../domain/regulations/succession.ts';
import type { Instant } from '../domain/units.ts';
import { textOf } from './lists/inherited.ts';
import type { Row, Table } from './table.ts';

/** The rule by which a dossier is late. */
export const processingRule = processingDeadline.key;

/** What a run of the list is checked by, after the columns that it is ordered by. */
const checked =
  'centre, agency, agencyWhenDue, agencyInherited, official, bearer, procedure, heldBy, step, month, customarilyLateAfter';

export const lateTable: Table = {
  name: 'late',
  columns: {
    subject: 'TEXT',
    opening: 'TEXT',
    centre: 'TEXT',
    /** Of the due time, at the centre. */
    month: 'TEXT',
    procedure: 'TEXT',
    agency: 'TEXT',
    /** What it was when the dossier fell due, or was finished before that: by it figures are counted. */
    agencyWhenDue: 'TEXT',
    /** From which agencies the dossier passed on to that one. */
    agencyInherited: 'TEXT',
    official: 'TEXT',
    bearerKind: 'TEXT',
    bearer: 'TEXT',
    inherited: 'TEXT',
    state: 'TEXT',
    breached: 'INTEGER',
    suspended: 'INTEGER',
    openedAt: 'TEXT',
    due: 'TEXT',
    customaryDue: 'TEXT',
    firstDue: 'TEXT',
    customarilyLateAfter: 'TEXT',
    closedAt: 'TEXT',
    step: 'TEXT',
    heldBy: 'TEXT',
    handling: 'TEXT',
  },
  key: 1,
  counts: [],
  indexes: [
    `state, breached, suspended, due, subject, ${checked}`,
    `month, centre, agencyWhenDue, state, breached, suspended, due, customarilyLateAfter, step, heldBy`,
  ],
};

/** The row of a dossier whose processing is open or was late. */
export function lateRow(
  subject: string,
  centre: Centre,
  duty: JudgedDuty,
  history: History,
  successions: Successions,
): Row {
  const { code, workingTime } = centre;
  const { timeline } = history;
  const solving = solvedBy(history, duty, centre, successions);
  const record = inWords('dossier', dossier, timeline);
  const { procedure, official, step } = foldDossier(timeline);
  const { zone } = workingTime.calendar;
  const handling = lateHandlingOf(record, (unit, at) => heirsOf(unit, at, { successions, zone }));
  return {
    subject,
    opening: duty.opening,
    centre: code,
    month: workingTime.dateAt(duty.due).slice(0, 7),
    procedure,
    agency: solving.agency,
    agencyWhenDue: agencyAt(duty.due, solving),
    agencyInherited: textOf(solving.inherited),
    official,
    bearerKind: duty.bearer.kind,
    bearer: duty.bearer.code,
    inherited: textOf(duty.inherited),
    state: duty.state,
    breached: Number(duty.breached),
    suspended: Number(duty.suspended),
    openedAt: duty.openedAt,
    due: duty.due,
    customaryDue: duty.customaryDue,
    firstDue: duty.firstDue,
    customarilyLateAfter: duty.customarilyLateAfter,
    closedAt: duty.closedAt,
    step: step?.name ?? null,
    heldBy: handling.hops.at(-1)?.holder?.party ?? null,
    handling: JSON.stringify({ ...handling, step }),
  };
}

export type Solving = Inherited & { readonly agency: string | null };

/**
 * The agency that solves a dossier, or solved it when it was finished: whoever owes it, figures are also
 * given by agency. The dossier keeps the one that it was received for; what that passed on is counted here.
 */
export function solvedBy(
  { timeline }: History,
  { closedAt }: JudgedDuty,
  { workingTime }: Centre,
  successions: Successions,
): Solving {
  const agency = solvingUnitIn(inWords('dossier', dossier, timeline));
  if (agency === null) return { agency, inherited: [] };
  return passedOn(agency, closedAt, { successions, zone: workingTime.calendar.zone });
}

/** Which agency that was at `instant`. */
export function agencyAt(instant: Instant, { agency, inherited }: Solving): string | null {
  return bearerAt(instant, { bearer: { kind: 'agency', code: agency }, inherited }).code;
}

/** Who has a dossier at `at`: what lay with an agency that passed on lies with the one that came after it, though nothing happened since. */
export function heldAt(at: Instant, hops: readonly Hop[], solving: Solving): Holder | null {
  const holder = holderAt(hops, at);
  const isPassedOn = solving.inherited.some(({ from }) => from === holder?.unit);
  return holder === null || !isPassedOn ? holder : { ...holder, unit: agencyAt(at, solving) };
}
