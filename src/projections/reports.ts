/** Reports and the other periodic acts of a centre: one row each, also of what was demanded and is owed. */

import type { Act } from '../domain/centre/month/act.ts';
import { foldMonth } from '../domain/centre/month/fold.ts';
import { centreOf } from '../domain/regulations/home.ts';
import type { Viewing } from './projection.ts';

export const reports: Viewing = {
  name: 'reports',
  version: 1,
  category: 'month',
  tables: [
    {
      name: 'report',
      columns: {
        place: 'INTEGER',
        number: 'INTEGER',
        subject: 'TEXT',
        centre: 'TEXT',
        month: 'TEXT',
        act: 'TEXT',
        kind: 'TEXT',
        about: 'TEXT',
        periodFrom: 'TEXT',
        periodTo: 'TEXT',
        reference: 'TEXT',
        due: 'TEXT',
        demandedAt: 'TEXT',
        filedAt: 'TEXT',
        endedAt: 'TEXT',
        agencies: 'TEXT',
        officials: 'TEXT',
        inServiceHours: 'INTEGER',
        document: 'TEXT',
        at: 'TEXT',
      },
      key: 2,
      counts: [],
      indexes: [
        'at, place, number, centre',
        'act, at, place, number, centre',
        'kind, at, place, number, centre',
        'month, at, place, number, centre',
      ],
    },
  ],

  view({ stream, entries, history }) {
    const centre = centreOf(entries);
    const place = entries[0]?.index ?? null;
    const month = stream.slice(-'2026-01'.length);
    const rows = foldMonth(history.timeline).acts.map(({ period, ...one }, number) => ({
      ...one,
      place,
      number,
      subject: stream,
      centre,
      month,
      periodFrom: period?.from ?? null,
      periodTo: period?.to ?? null,
      due: dueOf(one),
      agencies: JSON.stringify(one.agencies),
      officials: JSON.stringify(one.officials),
      inServiceHours: one.inServiceHours === null ? null : Number(one.inServiceHours),
      at: one.filedAt ?? one.demandedAt ?? one.endedAt,
    }));
    return { rows: { report: rows }, counts: {}, failures: [] };
  },
};

/** As it was given: an instant, or a day. */
function dueOf({ due }: Pick<Act, 'due'>): string | null {
  if (due === null) return null;
  return 'at' in due ? due.at : due.on;
}
