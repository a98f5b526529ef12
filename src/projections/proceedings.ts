/** What a centre decided, asked, reported, published and settled: one row each, with its answer. */
import { foldCentre } from '../domain/centre/centre/fold.ts';
import { centreOf } from '../domain/regulations/home.ts';
import type { Viewing } from './projection.ts';

export const proceedings: Viewing = {
  name: 'proceedings',
  version: 1,
  category: 'centre',
  tables: [
    {
      name: 'proceeding',
      columns: {
        place: 'INTEGER',
        number: 'INTEGER',
        subject: 'TEXT',
        centre: 'TEXT',
        kind: 'TEXT',
        id: 'TEXT',
        about: 'TEXT',
        agencies: 'TEXT',
        officials: 'TEXT',
        firstDay: 'TEXT',
        lastDay: 'TEXT',
        openedAt: 'TEXT',
        closedAt: 'TEXT',
        outcome: 'TEXT',
        document: 'TEXT',
        answer: 'TEXT',
        at: 'TEXT',
      },
      key: 2,
      counts: [],
      indexes: [
        'at, place, number, centre',
        'kind, at, place, number, centre',
        'id, at, place, number',
      ],
    },
  ],

  view({ stream, entries, history }) {
    const centre = centreOf(entries);
    const place = entries[0]?.index ?? null;
    const rows = foldCentre(history.timeline).proceedings.map(({ from, to, ...one }, number) => ({
      ...one,
      place,
      number,
      subject: stream,
      centre,
      agencies: JSON.stringify(one.agencies),
      officials: JSON.stringify(one.officials),
      firstDay: from,
      lastDay: to,
      at: one.openedAt ?? one.closedAt,
    }));
    return { rows: { proceeding: rows }, counts: {}, failures: [] };
  },
};
