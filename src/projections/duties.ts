/**
 * Duties and findings: what is owed and what was broken, by which article, with the events that prove it.
 *
 * Rows are what is open or broken. What was kept is counted, by rule, bearer and month, and judged
 * again when someone opens the count: that is what keeps a rebuild fast.
 */
import type { Centre, Centres } from '../domain/regulations/centre.ts';
import {
  centreOf,
  type JudgedBreach,
  type JudgedDuty,
  judge,
} from '../domain/regulations/judge.ts';
import type { WorkingTime } from '../domain/time/working-time.ts';
import { type Instant, millisecondsOf } from '../domain/units.ts';
import type { Projection, Subject, View } from './projection.ts';
import type { Row, Table } from './table.ts';

const dutyTable: Table = {
  name: 'duty',
  columns: {
    subject: 'TEXT',
    rule: 'TEXT',
    opening: 'TEXT',
    centre: 'TEXT',
    citation: 'TEXT',
    state: 'TEXT',
    breached: 'INTEGER',
    customaryBreached: 'INTEGER',
    suspended: 'INTEGER',
    bearerKind: 'TEXT',
    bearer: 'TEXT',
    openedAt: 'TEXT',
    due: 'TEXT',
    customaryDue: 'TEXT',
    closedAt: 'TEXT',
    lateMinutes: 'INTEGER',
    lateWorkingMinutes: 'INTEGER',
    evidence: 'TEXT',
  },
  key: 3,
  counts: [],
  // Each run of a list is read off one of these, in order; the centre is there to be checked.
  indexes: [
    'state, breached, suspended, due, subject, rule, opening, centre',
    'rule, state, breached, suspended, due, subject, opening, centre',
    'bearer, state, breached, suspended, due, subject, rule, opening, centre',
  ],
};

const findingTable: Table = {
  name: 'finding',
  columns: {
    subject: 'TEXT',
    rule: 'TEXT',
    number: 'INTEGER',
    centre: 'TEXT',
    citation: 'TEXT',
    bearerKind: 'TEXT',
    bearer: 'TEXT',
    at: 'TEXT',
    detail: 'TEXT',
    evidence: 'TEXT',
  },
  key: 3,
  counts: [],
  indexes: [
    'at, subject, rule, number, centre',
    'rule, at, subject, number, centre',
    'bearer, at, subject, rule, number, centre',
  ],
};

const keptTable: Table = {
  name: 'kept',
  columns: {
    rule: 'TEXT',
    centre: 'TEXT',
    state: 'TEXT',
    bearerKind: 'TEXT',
    bearer: 'TEXT',
    month: 'TEXT',
    duties: 'INTEGER',
  },
  key: 6,
  counts: ['duties'],
  indexes: [],
};

export function duties(centres: Centres): Projection {
  return {
    name: 'duties',
    version: 2,
    category: 'dossier',
    tables: [dutyTable, findingTable, keptTable],
    view: (subject) => viewOf(subject, centres),
  };
}

function viewOf({ stream, entries, history }: Subject, centres: Centres): View {
  const code = centreOf(entries);
  const centre = code === null ? undefined : centres.get(code);
  if (centre === undefined) {
    const message = `no centre ${code ?? '(none)'} in this program: add its file under regulations/centres`;
    return { rows: {}, counts: {}, failures: [{ part: 'centre', message }] };
  }
  const category = stream.slice(0, stream.indexOf('-'));
  const verdict = judge(category, history, centre);
  return {
    rows: {
      duty: verdict.duties.filter(isShown).map((duty) => dutyRow(stream, centre, duty)),
      finding: verdict.findings.map((found, number) => findingRow(stream, centre, found, number)),
    },
    counts: {
      kept: verdict.duties.filter((duty) => !isShown(duty)).map((duty) => keptRow(centre, duty)),
    },
    failures: verdict.failures.map(({ rule, message }) => ({ part: rule, message })),
  };
}

/** Open or broken, by either convention. */
function isShown({ state, breached, customaryBreached }: JudgedDuty): boolean {
  return state === 'open' || breached || customaryBreached;
}

function dutyRow(subject: string, { code, workingTime }: Centre, duty: JudgedDuty): Row {
  const { closedAt, due } = duty;
  const late = duty.breached && closedAt !== null;
  return {
    subject,
    rule: duty.rule,
    opening: duty.opening,
    centre: code,
    citation: duty.citation,
    state: duty.state,
    breached: Number(duty.breached),
    customaryBreached: Number(duty.customaryBreached),
    suspended: Number(duty.suspended),
    bearerKind: duty.bearer.kind,
    bearer: duty.bearer.code,
    openedAt: duty.openedAt,
    due,
    customaryDue: duty.customaryDue,
    closedAt,
    lateMinutes: late ? Math.ceil((millisecondsOf(closedAt) - millisecondsOf(due)) / 60_000) : null,
    lateWorkingMinutes: late ? workingMinutes(workingTime, due, closedAt) : null,
    evidence: JSON.stringify(duty.evidence),
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

function findingRow(subject: string, { code }: Centre, found: JudgedBreach, number: number): Row {
  return {
    subject,
    rule: found.rule,
    number,
    centre: code,
    citation: found.citation,
    bearerKind: found.bearer?.kind ?? null,
    bearer: found.bearer?.code ?? null,
    at: found.at,
    detail: found.detail,
    evidence: JSON.stringify(found.evidence),
  };
}

function keptRow({ code, workingTime }: Centre, duty: JudgedDuty): Row {
  return {
    rule: duty.rule,
    centre: code,
    state: duty.state,
    bearerKind: duty.bearer.kind,
    bearer: duty.bearer.code ?? '',
    month: workingTime.dateAt(duty.due).slice(0, 7),
    duties: 1,
  };
}
