/** An official folded from their timeline, for those who handle events of any family. */
import type { AnyEvent, Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { evolve, type OfficialState, unknownOfficial } from './state.ts';
import { type OfficialEvent, official } from './vocabulary.ts';

/** @param timeline of an `official-` stream. */
export function foldOfficial(timeline: Timeline<AnyEvent>): OfficialState {
  return timeline.filter(isOfficialEvent).reduce(evolve, unknownOfficial);
}

/** What is in the words of officials was checked by their schemas at the door. */
function isOfficialEvent(entry: Entry<AnyEvent>): entry is Entry<OfficialEvent> {
  return Object.hasOwn(official, entry.type);
}
