/** Outages: one row each, from its declaration to the day on which all that was on paper is entered. */
import { foldCentre } from '../domain/centre/centre/fold.ts';
import { centreOf } from '../domain/regulations/home.ts';
import type { Viewing } from './projection.ts';

export const outages: Viewing = {
  name: 'outages',
  version: 1,
  category: 'centre',
  tables: [
    {
      name: 'outage',
      columns: {
        place: 'INTEGER',
        number: 'INTEGER',
        subject: 'TEXT',
        centre: 'TEXT',
        outage: 'TEXT',
        systems: 'TEXT',
        cause: 'TEXT',
        responsible: 'TEXT',
        declaredAt: 'TEXT',
        beganAt: 'TEXT',
        endedAt: 'TEXT',
        caughtUpAt: 'TEXT',
        entries: 'INTEGER',
        at: 'TEXT',
      },
      key: 2,
      counts: [],
      indexes: [
        'at, place, number, centre',
        'responsible, at, place, number',
        'outage, at, place, number',
      ],
    },
  ],

  view({ stream, entries, history }) {
    const centre = centreOf(entries);
    const place = entries[0]?.index ?? null;
    const rows = foldCentre(history.timeline).outages.map((one, number) => ({
      ...one,
      place,
      number,
      subject: stream,
      centre,
      systems: JSON.stringify(one.systems),
      at: one.declaredAt ?? one.endedAt ?? one.caughtUpAt,
    }));
    return { rows: { outage: rows }, counts: {}, failures: [] };
  },
};
