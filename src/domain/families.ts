/** The record families of the ledger. A new one is a folder beside this file, and a line in it. */
import { custodyFamily } from './custody/family.ts';
import { dossierFamily } from './dossier/family.ts';
import type { Families, Family } from './family.ts';

const all: readonly Family[] = [dossierFamily, custodyFamily];

export const families: Families = new Map(all.map((one) => [one.category, one]));
