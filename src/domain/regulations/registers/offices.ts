/** Who holds which office at a centre, from when to when; by the code of the centre. */
import type { Held } from '../../centre/official/state.ts';
import { partsOf } from '../../stream.ts';
import type { History } from '../history.ts';
import type { Register } from '../register.ts';
import { type Dated, onRecord, wordsOf } from './postings.ts';

export type OfficeHolder = Dated<Held> & { readonly official: string };

const types = ['OfficeTaken', 'OfficeLeft'];

/** In the order of the officials' ids, and of each in the order in which they took them. */
export const offices: Register<readonly OfficeHolder[]> = {
  name: 'offices',
  category: 'official',
  types,
  keys: (_, entries) => [
    ...new Set(entries.filter(({ type }) => types.includes(type)).map(({ centre }) => centre)),
  ],
  isAboutSubjects: false,
  fold: (records, centre) => records.flatMap((record) => heldAt(centre, record)),
};

function heldAt(centre: string, record: History): OfficeHolder[] {
  const entries = wordsOf(record).filter((entry) => entry.centre === centre);
  const [first] = entries;
  if (first === undefined) return [];
  const official = partsOf(first.stream, ['id'])?.['id'] ?? '';
  return onRecord(entries).offices.map((held) => ({ ...held, official }));
}
