/** A dossier folded from its timeline, for those who handle events of any family. */
import type { AnyEvent } from '../entry.ts';
import type { Timeline } from '../timeline.ts';
import { type DossierState, evolve, unknownDossier } from './state.ts';
import type { DossierEvent } from './vocabulary.ts';

/** @param timeline of a `dossier-` stream: the door let nothing else into it. */
export function foldDossier(timeline: Timeline<AnyEvent>): DossierState {
  return (timeline as Timeline<DossierEvent>).reduce(evolve, unknownDossier);
}
