/**
 * The leave list: one row a leave as it stands now, and one row for each stretch of its days.
 *
 * Days of leave that came to nothing (declined, rejected, cancelled) are no rows: nobody was away, and
 * nothing overlaps them. It holds no personal data.
 */
import { endsOf } from '../domain/leave/days.ts';
import { foldLeave } from '../domain/leave/fold.ts';
import { cameToNothing, flawOf, type LeaveState, minutesOf } from '../domain/leave/state.ts';
import { centreOf } from '../domain/regulations/home.ts';
import type { Viewing } from './projection.ts';
import type { Row, Table } from './table.ts';

const leaveTable: Table = {
  name: 'leave',
  columns: {
    place: 'INTEGER',
    subject: 'TEXT',
    id: 'TEXT',
    centre: 'TEXT',
    official: 'TEXT',
    agency: 'TEXT',
    kind: 'TEXT',
    purpose: 'TEXT',
    status: 'TEXT',
    emergency: 'INTEGER',
    firstDay: 'TEXT',
    lastDay: 'TEXT',
    substitute: 'TEXT',
    substituteOnList: 'INTEGER',
    requestedAt: 'TEXT',
    centreToldAt: 'TEXT',
    agencyToldAt: 'TEXT',
    confirmedAt: 'TEXT',
    approvedAt: 'TEXT',
    substituteAnnouncedAt: 'TEXT',
    takenAt: 'TEXT',
    returnedAt: 'TEXT',
    cancelledAt: 'TEXT',
    minutesUsed: 'INTEGER',
    flaw: 'TEXT',
    entries: 'INTEGER',
  },
  key: 1,
  counts: [],
  indexes: [
    'place, centre',
    'official, place, centre',
    'agency, place, centre',
    'substitute, place, centre',
    'status, place, centre',
    'kind, place, centre',
    'flaw, place, centre',
  ],
};

const spanTable: Table = {
  name: 'leave_span',
  columns: {
    subject: 'TEXT',
    number: 'INTEGER',
    place: 'INTEGER',
    id: 'TEXT',
    official: 'TEXT',
    firstDay: 'TEXT',
    lastDay: 'TEXT',
    part: 'TEXT',
  },
  key: 2,
  counts: [],
  indexes: [
    'place, official, firstDay, lastDay, part',
    'official, firstDay, lastDay, part, place, id',
  ],
};

export const leaves: Viewing = {
  name: 'leave',
  version: 2,
  category: 'leave',
  tables: [leaveTable, spanTable],

  view({ stream, entries, history }) {
    const [first] = entries;
    const state = foldLeave(history.timeline);
    const place = first?.index ?? null;
    const id = stream.slice('leave-'.length);
    const row = {
      place,
      subject: stream,
      id,
      centre: centreOf(entries),
      ...columnsOf(state),
      entries: entries.length,
    };
    return {
      rows: { leave: [row], leave_span: spansOf(state, { subject: stream, place, id }) },
      counts: {},
      failures: [],
    };
  },
};

function columnsOf(state: LeaveState): Row {
  const ends = endsOf(state.days);
  return {
    official: state.official,
    agency: state.agency,
    kind: state.kind,
    purpose: state.purpose,
    status: state.status,
    emergency: flag(state.emergency),
    firstDay: ends?.first ?? null,
    lastDay: ends?.last ?? null,
    substitute: state.substitute,
    substituteOnList: flag(state.substituteOnList),
    requestedAt: state.requestedAt,
    centreToldAt: state.centreToldAt,
    agencyToldAt: state.agencyToldAt,
    confirmedAt: state.confirmedAt,
    approvedAt: state.approvedAt,
    substituteAnnouncedAt: state.substituteAnnouncedAt,
    takenAt: state.takenAt,
    returnedAt: state.returnedAt,
    cancelledAt: state.cancelledAt,
    minutesUsed: minutesOf(state),
    flaw: flawOf(state),
  };
}

function spansOf(
  state: LeaveState,
  whose: { readonly subject: string; readonly place: bigint | null; readonly id: string },
): readonly Row[] {
  if (cameToNothing(state)) return [];
  const { official, days } = state;
  return days.map(({ from, to, part }, number) => ({
    ...whose,
    number,
    official,
    firstDay: from,
    lastDay: to,
    part,
  }));
}

function flag(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}
