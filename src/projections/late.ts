/**
 * Late processing: one row a dossier that is open past its reception, or was late by either convention.
 *
 * Written with the verdict on the dossier, since what is late is what the regulation says; what was
 * finished in time is only counted (`kept`, by the agency that solved it). A row has what the list is
 * ordered and filtered by, and the facts of the handling; what depends on the clock is left to whoever asks.
 * It holds no personal data.
 */

import { foldDossier } from '../domain/dossier/fold.ts';
import { lateHandlingOf } from '../domain/dossier/late-handling.ts';
import { dossier } from '../domain/dossier/vocabulary.ts';
import type { Centre } from '../domain/regulations/centre.ts';
import { customaryOf } from '../domain/regulations/conventions.ts';
import { solvingUnitIn } from '../domain/regulations/dossier-facts.ts';
import type { History } from '../domain/regulations/history.ts';
import { inWords } from '../domain/regulations/in-words.ts';
import type { JudgedDuty } from '../domain/regulations/judge.ts';
import { processingDeadline } from '../domain/regulations/rules/processing-deadline.ts';
import type { Row, Table } from './table.ts';

/** The rule by which a dossier is late. */
export const processingRule = processingDeadline.key;

/** What a run of the list is checked by, after the columns that it is ordered by. */
const checked =
  'centre, agency, official, bearer, procedure, heldBy, step, month, excused, customaryLast, closedAt';

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
    official: 'TEXT',
    bearerKind: 'TEXT',
    bearer: 'TEXT',
    state: 'TEXT',
    breached: 'INTEGER',
    suspended: 'INTEGER',
    openedAt: 'TEXT',
    due: 'TEXT',
    customaryDue: 'TEXT',
    customaryLast: 'TEXT',
    excused: 'INTEGER',
    closedAt: 'TEXT',
    step: 'TEXT',
    heldBy: 'TEXT',
    handling: 'TEXT',
  },
  key: 1,
  counts: [],
  indexes: [
    `state, breached, suspended, due, subject, ${checked}`,
    `month, centre, agency, state, breached, suspended, due, excused, customaryLast, closedAt, step, heldBy`,
  ],
};

/** The row of a dossier whose processing is open or was late. */
export function lateRow(
  subject: string,
  { code, workingTime }: Centre,
  duty: JudgedDuty,
  { timeline }: History,
): Row {
  const record = inWords('dossier', dossier, timeline);
  const { procedure, official, step } = foldDossier(timeline);
  const handling = lateHandlingOf(record);
  const customary = customaryOf(duty, handling.isSupplementAwaited, workingTime);
  return {
    subject,
    opening: duty.opening,
    centre: code,
    month: workingTime.dateAt(duty.due).slice(0, 7),
    procedure,
    agency: solvingUnitIn(record),
    official,
    bearerKind: duty.bearer.kind,
    bearer: duty.bearer.code,
    state: duty.state,
    breached: Number(duty.breached),
    suspended: Number(duty.suspended),
    openedAt: duty.openedAt,
    due: duty.due,
    customaryDue: duty.customaryDue,
    customaryLast: customary.lastInstant,
    excused: Number(customary.isExcused),
    closedAt: duty.closedAt,
    step: step?.name ?? null,
    heldBy: handling.hops.at(-1)?.holder?.party ?? null,
    handling: JSON.stringify({ ...handling, step }),
  };
}

/** The agency that solves a dossier: whoever owes it, figures are also given by agency. */
export function agencyOf({ timeline }: History): string | null {
  return solvingUnitIn(inWords('dossier', dossier, timeline));
}
