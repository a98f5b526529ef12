/** What procedures cost at each centre: one row for each amount, with the days on which it holds. */
import { foldProcedure } from '../domain/centre/procedure/fold.ts';
import { ratesOf } from '../domain/centre/procedure/rates.ts';
import type { Viewing } from './projection.ts';

export const rates: Viewing = {
  name: 'rates',
  version: 2,
  category: 'procedure',
  tables: [
    {
      name: 'rate',
      columns: {
        procedure: 'TEXT',
        centre: 'TEXT',
        rate: 'TEXT',
        firstDay: 'TEXT',
        lastDay: 'TEXT',
        place: 'INTEGER',
        subject: 'TEXT',
        name: 'TEXT',
        kind: 'TEXT',
        amount: 'INTEGER',
        currency: 'TEXT',
        unit: 'TEXT',
        document: 'TEXT',
        setAt: 'TEXT',
        notifiedAt: 'TEXT',
        publishedAt: 'TEXT',
        flaw: 'TEXT',
      },
      key: 4,
      counts: [],
      indexes: [
        'procedure, centre, rate, firstDay',
        'rate, procedure, centre, firstDay',
        'flaw, procedure, centre, rate, firstDay',
      ],
    },
  ],

  view({ stream, entries, history }) {
    const procedure = stream.slice('procedure-'.length);
    const place = entries[0]?.index ?? null;
    const rows = foldProcedure(history.timeline).centres.flatMap((at) =>
      ratesOf(at).map(({ amount, from, to, ...line }) => ({
        ...line,
        procedure,
        centre: at.centre,
        firstDay: from,
        lastDay: to,
        place,
        subject: stream,
        amount: amount.amount,
        currency: amount.currency,
      })),
    );
    return { rows: { rate: rows }, counts: {}, failures: [] };
  },
};
