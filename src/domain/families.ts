/** The record families of the ledger. A new one is a folder beside this file, and a line in it. */
import { custodyDecider } from './custody/custody.ts';
import { custody } from './custody/vocabulary.ts';
import { dossierDecider } from './dossier/dossier.ts';
import { dossier } from './dossier/vocabulary.ts';
import { type Families, type Family, family } from './family.ts';

const all: readonly Family[] = [
  family('dossier', dossier, dossierDecider, ['DossierReceived', 'DossierSubmitted']),
  family('ledger', custody, custodyDecider, []),
];

export const families: Families = new Map(all.map((one) => [one.category, one]));
