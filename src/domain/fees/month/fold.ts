/** A month of fees folded from its timeline, for those who handle events of any family. */
import type { AnyEvent, Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { evolve, type FeesState, unknownMonth } from './state.ts';
import { type FeesEvent, fees } from './vocabulary.ts';

/** @param timeline of a `fees-` stream. */
export function foldFees(timeline: Timeline<AnyEvent>): FeesState {
  return timeline.filter(isOfFees).reduce(evolve, unknownMonth);
}

function isOfFees(entry: Entry<AnyEvent>): entry is Entry<FeesEvent> {
  return Object.hasOwn(fees, entry.type);
}
