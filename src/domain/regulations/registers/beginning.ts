/** Since when the records of a centre are kept here. */
import type { Instant } from '../../units.ts';
import type { Register } from '../register.ts';
import { centreIn } from './centre-key.ts';

/** The earliest act on the centre's own record; null: it has none. */
export const recordsBegin: Register<Instant | null> = {
  name: 'records-begin',
  category: 'centre',
  types: ['CentreEstablished', 'RegulationAdopted', 'CounterOpened', 'ServiceHoursSet'],
  keys: centreIn,
  isAboutSubjects: false,
  fold: (records) =>
    records
      .flatMap(({ timeline }) => timeline[0]?.occurredAt ?? [])
      .toSorted()
      .at(0) ?? null,
};
