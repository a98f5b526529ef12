/** Rosters: one row for each official at each counter on each day, as the roster now stands. */
import { atTwoCounters, besideAnother, linesOf } from '../domain/attendance/roster/board.ts';
import { foldRoster } from '../domain/attendance/roster/fold.ts';
import type { RosterLine } from '../domain/attendance/roster/vocabulary/roster.ts';
import { rosterKey } from '../domain/attendance/roster/vocabulary.ts';
import { partsOf } from '../domain/stream.ts';
import type { Viewing } from './projection.ts';
import type { Row } from './table.ts';

export const rosters: Viewing = {
  name: 'rosters',
  version: 2,
  category: 'roster',
  tables: [
    {
      name: 'roster_line',
      columns: {
        day: 'TEXT',
        place: 'INTEGER',
        number: 'INTEGER',
        subject: 'TEXT',
        centre: 'TEXT',
        counter: 'TEXT',
        official: 'TEXT',
        startsAt: 'TEXT',
        endsAt: 'TEXT',
        reserve: 'TEXT',
        capacity: 'TEXT',
        agency: 'TEXT',
        combined: 'INTEGER',
        mark: 'TEXT',
      },
      key: 3,
      counts: [],
      indexes: [
        'day, place, number, centre',
        'official, day, place, number, centre',
        'counter, day, place, number, centre',
        'agency, day, place, number, centre',
        'mark, day, place, number, centre',
        'reserve, day, place, number, centre',
      ],
    },
  ],

  view({ stream, entries, history }) {
    const { board, combined } = foldRoster(history.timeline);
    const lines = linesOf(board);
    const doubled = atTwoCounters(lines);
    const beside = besideAnother(lines, combined);
    const { centre = '' } = partsOf(stream, Object.keys(rosterKey)) ?? {};
    const whose = { place: entries[0]?.index ?? null, subject: stream, centre };
    const days = Map.groupBy(lines, ({ day }) => day);
    const rows = [...days.values()].flatMap((ofDay) =>
      ofDay.map((line, number) => ({
        ...whose,
        number,
        ...columnsOf(line),
        combined: Number(combined.includes(line.counter)),
        mark: markOf(doubled.has(line), beside.has(line)),
      })),
    );
    return { rows: { roster_line: rows }, counts: {}, failures: [] };
  },
};

/** Who is wanted elsewhere at the same time is so whoever else is here. */
function markOf(isDoubled: boolean, isBeside: boolean): 'two-counters' | 'beside-another' | null {
  if (isDoubled) return 'two-counters';
  return isBeside ? 'beside-another' : null;
}

function columnsOf({ hours, ...line }: RosterLine): Row {
  return { ...line, startsAt: hours?.from ?? null, endsAt: hours?.to ?? null };
}
