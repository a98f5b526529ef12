/**
 * Officials seen in steps: who worked where, in which month, on how many steps and dossiers.
 *
 * Also accounts that nobody posted (`admin1`, `test`) are seen here: that is what it is for.
 */
import type { AnyEvent, Entry } from '../domain/entry.ts';
import type { Viewing } from './projection.ts';
import type { Row } from './table.ts';

export const officials: Viewing = {
  name: 'officials',
  version: 1,
  category: 'dossier',
  tables: [
    {
      name: 'official',
      columns: {
        official: 'TEXT',
        centre: 'TEXT',
        unit: 'TEXT',
        month: 'TEXT',
        steps: 'INTEGER',
        dossiers: 'INTEGER',
      },
      key: 4,
      counts: ['steps', 'dossiers'],
      indexes: [],
    },
  ],

  view({ history }) {
    const seen = new Map<string, Row>();
    for (const entry of history.timeline) {
      const row = rowOf(entry);
      if (row === null) continue;
      const key = JSON.stringify([row['official'], row['centre'], row['unit'], row['month']]);
      const steps = Number(seen.get(key)?.['steps'] ?? 0) + 1;
      seen.set(key, { ...row, steps });
    }
    return { rows: {}, counts: { official: [...seen.values()] }, failures: [] };
  },
};

function rowOf({ type, data, centre, occurredAt }: Entry<AnyEvent>): Row | null {
  if (type !== 'StepCompleted') return null;
  const { official, unit } = data;
  if (typeof official !== 'string') return null;
  const month = occurredAt.slice(0, 7); // in UTC: a month is only a drawer here
  return {
    official,
    centre,
    unit: typeof unit === 'string' ? unit : '',
    month,
    steps: 1,
    dossiers: 1,
  };
}
