/**
 * Duties and findings: what is owed and what was broken, by which article, with the events that prove it.
 *
 * Rows are what is open or broken. What was kept is counted, by rule, bearer and month, and judged
 * again when someone opens the count: that is what keeps a rebuild fast.
 */
import type { Centre, Centres } from '../domain/regulations/centre.ts';
import type { History } from '../domain/regulations/history.ts';
import type { JudgedBreach, JudgedDuty, Verdict } from '../domain/regulations/judge.ts';
import type { Successions } from '../domain/regulations/registers/successions.ts';
import { bearerAt } from '../domain/regulations/succession.ts';
import type { WorkingTime } from '../domain/time/working-time.ts';
import { type Instant, millisecondsOf } from '../domain/units.ts';
import { judgingTables } from './judging-tables.ts';
import { lateRow, lateTable, processingRule, solvedBy } from './late.ts';
import { textOf } from './lists/inherited.ts';
import type { Judging } from './projection.ts';
import type { Row, Table } from './table.ts';

export const dutyTable: Table = {
  name: 'duty',
  columns: {
    subject: 'TEXT',
    rule: 'TEXT',
    opening: 'TEXT',
    centre: 'TEXT',
    citation: 'TEXT',
    state: 'TEXT',
    breached: 'INTEGER',
    customarilyLateAfter: 'TEXT',
    suspended: 'INTEGER',
    bearerKind: 'TEXT',
    bearer: 'TEXT',
    bearerWhenDue: 'TEXT',
    inherited: 'TEXT',
    detail: 'TEXT',
    openedAt: 'TEXT',
    due: 'TEXT',
    customaryDue: 'TEXT',
    firstDue: 'TEXT',
    closedAt: 'TEXT',
    lateMinutes: 'INTEGER',
    lateWorkingMinutes: 'INTEGER',
    evidence: 'TEXT',
    waived: 'TEXT',
    disputed: 'TEXT',
  },
  key: 3,
  counts: [],
  // Each run of a list is read off one of these, in order; the centre is there to be checked.
  indexes: [
    'state, breached, suspended, due, subject, rule, opening, centre, openedAt, waived, disputed, customarilyLateAfter',
    'rule, state, breached, suspended, due, subject, opening, centre, openedAt, waived, disputed, customarilyLateAfter',
    'bearer, state, breached, suspended, due, subject, rule, opening, centre, openedAt, bearerKind, waived, disputed, customarilyLateAfter',
    'due, subject, rule, opening WHERE inherited IS NOT NULL',
  ],
};

export const findingTable: Table = {
  name: 'finding',
  columns: {
    subject: 'TEXT',
    rule: 'TEXT',
    key: 'TEXT',
    centre: 'TEXT',
    citation: 'TEXT',
    bearerKind: 'TEXT',
    bearer: 'TEXT',
    at: 'TEXT',
    detail: 'TEXT',
    /** Of what was taken away: the rule that was broken, and all that is told of it, as JSON. */
    lessenedRule: 'TEXT',
    lessened: 'TEXT',
    evidence: 'TEXT',
    waived: 'TEXT',
    disputed: 'TEXT',
  },
  key: 3,
  counts: [],
  indexes: [
    'at, subject, rule, key, centre, waived, disputed',
    'rule, at, subject, key, centre, waived, disputed, lessenedRule',
    'bearer, at, subject, rule, key, centre, bearerKind, waived, disputed',
  ],
};

export const keptTable: Table = {
  name: 'kept',
  columns: {
    rule: 'TEXT',
    centre: 'TEXT',
    state: 'TEXT',
    bearerKind: 'TEXT',
    bearer: 'TEXT',
    month: 'TEXT',
    agency: 'TEXT',
    duties: 'INTEGER',
  },
  key: 7,
  counts: ['duties'],
  indexes: [],
};

export function duties(centres: Centres): Judging {
  return {
    name: 'duties',
    version: 9,
    tables: [dutyTable, findingTable, keptTable, lateTable, ...judgingTables],
    judges: centres,
  };
}

/** What a verdict puts into the tables. */
export type VerdictRows = {
  /** Null: of nothing. */
  readonly centre: string | null;
  readonly duty: readonly Row[];
  readonly finding: readonly Row[];
  readonly kept: readonly Row[];
  /** Of a dossier whose processing is a row of `duty`; else none. */
  readonly late: readonly Row[];
};

export const noRows: VerdictRows = { centre: null, duty: [], finding: [], kept: [], late: [] };

/**
 * @param history of the subject, as it was judged.
 * @param successions at the centre.
 */
export function rowsOf(
  subject: string,
  centre: Centre,
  verdict: Verdict,
  history: History,
  successions: Successions,
): VerdictRows {
  const shown = verdict.duties.filter(isShown);
  const processing = shown.find(({ rule }) => rule === processingRule);
  return {
    centre: centre.code,
    duty: shown.map((duty) => dutyRow(subject, centre, duty)),
    finding: verdict.findings.map((found) => findingRow(subject, centre, found)),
    kept: verdict.duties
      .filter((duty) => !isShown(duty))
      .map((duty) => keptRow(centre, duty, history, successions)),
    late:
      processing === undefined ? [] : [lateRow(subject, centre, processing, history, successions)],
  };
}

/** Open or broken, by either convention. */
function isShown({ state, breached, customarilyLateAfter }: JudgedDuty): boolean {
  return state === 'open' || breached || customarilyLateAfter !== null;
}

function dutyRow(subject: string, { code, workingTime }: Centre, duty: JudgedDuty): Row {
  const { closedAt, due } = duty;
  const late = duty.breached && closedAt !== null;
  const { code: whenDue } = bearerAt(due, duty);
  return {
    subject,
    rule: duty.rule,
    opening: duty.opening,
    centre: code,
    citation: duty.citation,
    state: duty.state,
    breached: Number(duty.breached),
    customarilyLateAfter: duty.customarilyLateAfter,
    suspended: Number(duty.suspended),
    bearerKind: duty.bearer.kind,
    bearer: duty.bearer.code,
    bearerWhenDue: whenDue === duty.bearer.code ? null : whenDue,
    inherited: textOf(duty.inherited),
    detail: duty.detail,
    openedAt: duty.openedAt,
    due,
    customaryDue: duty.customaryDue,
    firstDue: duty.firstDue,
    closedAt,
    lateMinutes: late ? Math.ceil((millisecondsOf(closedAt) - millisecondsOf(due)) / 60_000) : null,
    lateWorkingMinutes: late ? workingMinutes(workingTime, due, closedAt) : null,
    evidence: JSON.stringify(duty.evidence),
    ...duty.remarks,
  };
}

/** Null for a due time outside the years in which working time is counted: a mistake, and not to be hidden by a failure. */
function workingMinutes(workingTime: WorkingTime, from: Instant, to: Instant): number | null {
  try {
    return Math.ceil(workingTime.minutesBetween(from, to));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function findingRow(subject: string, { code }: Centre, found: JudgedBreach): Row {
  return {
    subject,
    rule: found.rule,
    key: found.key,
    centre: code,
    citation: found.citation,
    bearerKind: found.bearer?.kind ?? null,
    bearer: found.bearer?.code ?? null,
    at: found.at,
    detail: found.detail,
    lessenedRule: found.lessened?.rule ?? null,
    lessened: found.lessened === null ? null : JSON.stringify(found.lessened),
    evidence: JSON.stringify(found.evidence),
    ...found.remarks,
  };
}

/** The agency is that of a dossier, for the figures of late processing; who bears the duty need not be of it. */
function keptRow(
  centre: Centre,
  duty: JudgedDuty,
  history: History,
  successions: Successions,
): Row {
  const { code, workingTime } = centre;
  const isProcessing = duty.rule === processingRule;
  return {
    rule: duty.rule,
    centre: code,
    state: duty.state,
    bearerKind: duty.bearer.kind,
    bearer: duty.bearer.code ?? '',
    month: workingTime.dateAt(duty.due).slice(0, 7),
    agency: isProcessing ? (solvedBy(history, duty, centre, successions).agency ?? '') : '',
    duties: 1,
  };
}
