/** The read models of the ledger. A new one is a file beside this one, and a line in it. */
import type { Centres } from '../domain/regulations/centre.ts';
import { dossiers } from './dossiers.ts';
import { duties } from './duties.ts';
import { officials } from './officials.ts';
import type { Projection } from './projection.ts';

export function projectionsFor(centres: Centres): readonly Projection[] {
  return [dossiers, duties(centres), officials];
}
