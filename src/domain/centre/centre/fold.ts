/** A centre’s year folded from its timeline, for those who handle events of any family. */
import type { AnyEvent, Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { type CentreState, evolve, unknownCentre } from './state.ts';
import { type CentreEvent, centre } from './vocabulary.ts';

/** @param timeline of a `centre-` stream. */
export function foldCentre(timeline: Timeline<AnyEvent>): CentreState {
  return timeline.filter(isCentreEvent).reduce(evolve, unknownCentre);
}

/** What is in the words of centres was checked by their schemas at the door. */
function isCentreEvent(entry: Entry<AnyEvent>): entry is Entry<CentreEvent> {
  return Object.hasOwn(centre, entry.type);
}
