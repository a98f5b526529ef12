/**
 * What the centre noted of the load at its counters, and what it asked of the agencies: one row a load,
 * and one row for each thing that was asked, with its answer. A load looks up whether more officials were
 * asked for.
 *
 * It holds no personal data: what was said of an official stays sealed on the record.
 */
import { foldRoster } from '../domain/attendance/roster/fold.ts';
import { roster } from '../domain/attendance/roster/vocabulary.ts';
import { dayIn } from '../domain/attendance/times.ts';
import { centreOf } from '../domain/regulations/home.ts';
import { inWords } from '../domain/regulations/in-words.ts';
import { dayOf, weekdayOf } from '../domain/time/date.ts';
import { ofType } from '../domain/timeline.ts';
import type { CalendarDate } from '../domain/units.ts';
import type { Viewing } from './projection.ts';
import type { Table } from './table.ts';

const loadTable: Table = {
  name: 'counter_load',
  columns: {
    place: 'INTEGER',
    number: 'INTEGER',
    subject: 'TEXT',
    centre: 'TEXT',
    event: 'TEXT',
    firstDay: 'TEXT',
    lastDay: 'TEXT',
    counter: 'TEXT',
    agency: 'TEXT',
    visitors: 'INTEGER',
    visitorsADay: 'INTEGER',
    dossiers: 'INTEGER',
    waitingMinutes: 'INTEGER',
    notedAt: 'TEXT',
  },
  key: 2,
  counts: [],
  indexes: [
    'lastDay, place, number, centre',
    'agency, lastDay, place, number, centre',
    'counter, lastDay, place, number, centre',
  ],
};

const callTable: Table = {
  name: 'staffing_call',
  columns: {
    place: 'INTEGER',
    number: 'INTEGER',
    subject: 'TEXT',
    centre: 'TEXT',
    about: 'TEXT',
    reference: 'TEXT',
    agency: 'TEXT',
    official: 'TEXT',
    change: 'TEXT',
    askedAt: 'TEXT',
    /** In Vietnam. */
    askedOn: 'TEXT',
    answeredAt: 'TEXT',
    outcome: 'TEXT',
    doneAt: 'TEXT',
    at: 'TEXT',
  },
  key: 2,
  counts: [],
  indexes: [
    'at, place, number, centre',
    'agency, at, place, number, centre',
    'official, at, place, number, centre',
    'about, at, place, number, centre',
    'centre, about, agency, askedOn, change, askedAt',
  ],
};

export const staffing: Viewing = {
  name: 'staffing',
  version: 1,
  category: 'roster',
  tables: [loadTable, callTable],

  view({ stream, entries, history: { timeline } }) {
    const whose = {
      place: entries[0]?.index ?? null,
      subject: stream,
      centre: centreOf(entries),
    };
    const noted = ofType(inWords('roster', roster, timeline), 'LoadNoted');
    const loads = noted.map(({ id, occurredAt, data: { from, to, ...load } }, number) => ({
      ...whose,
      number,
      ...load,
      event: id,
      firstDay: from,
      lastDay: to,
      visitorsADay: load.visitors === null ? null : aWeekday(load.visitors, from, to),
      notedAt: occurredAt,
    }));
    const calls = foldRoster(timeline).calls.map((call, number) => ({
      ...whose,
      number,
      ...call,
      askedOn: call.askedAt === null ? null : dayIn(call.askedAt),
      at: call.askedAt ?? call.answeredAt ?? call.doneAt,
    }));
    return { rows: { counter_load: loads, staffing_call: calls }, counts: {}, failures: [] };
  },
};

/** On an average day from Monday to Friday, rounded; of a stretch without one, on all of it. */
function aWeekday(visitors: number, from: CalendarDate, to: CalendarDate): number {
  let weekdays = 0;
  for (let day = dayOf(from); day <= dayOf(to); day += 1) {
    weekdays += Number(!['sat', 'sun'].includes(weekdayOf(day)));
  }
  return Math.round(visitors / Math.max(1, weekdays));
}
