/** The counters of a centre: what was said of each, from which day on. */
import { foldCentre } from '../domain/centre/centre/fold.ts';
import { centreOf } from '../domain/regulations/home.ts';
import type { Viewing } from './projection.ts';

export const counters: Viewing = {
  name: 'counters',
  version: 1,
  category: 'centre',
  tables: [
    {
      name: 'counter',
      columns: {
        place: 'INTEGER',
        number: 'INTEGER',
        subject: 'TEXT',
        centre: 'TEXT',
        counter: 'TEXT',
        says: 'TEXT',
        name: 'TEXT',
        fields: 'TEXT',
        agencies: 'TEXT',
        combined: 'INTEGER',
        firstDay: 'TEXT',
        document: 'TEXT',
        at: 'TEXT',
      },
      key: 2,
      counts: [],
      indexes: [
        'at, place, number, centre',
        'counter, at, place, number',
        'centre, counter, firstDay, at, number',
      ],
    },
  ],

  view({ stream, entries, history }) {
    const centre = centreOf(entries);
    const place = entries[0]?.index ?? null;
    const rows = foldCentre(history.timeline).counters.map((said, number) => ({
      place,
      number,
      subject: stream,
      centre,
      counter: said.counter,
      says: said.is,
      name: said.name,
      fields: JSON.stringify(said.fields),
      agencies: JSON.stringify(said.agencies),
      combined: said.combined === null ? null : Number(said.combined),
      firstDay: said.from,
      document: said.document,
      at: said.at,
    }));
    return { rows: { counter: rows }, counts: {}, failures: [] };
  },
};
