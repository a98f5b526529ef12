/** A roster folded from its timeline, for those who handle events of any family. */
import type { AnyEvent, Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { emptyRoster, evolve, type RosterState } from './state.ts';
import { type RosterEvent, roster } from './vocabulary.ts';

/** @param timeline of a `roster-` stream. */
export function foldRoster(timeline: Timeline<AnyEvent>): RosterState {
  return timeline.filter(isRosterEvent).reduce(evolve, emptyRoster);
}

/** What is in the words of rosters was checked by their schemas at the door. */
function isRosterEvent(entry: Entry<AnyEvent>): entry is Entry<RosterEvent> {
  return Object.hasOwn(roster, entry.type);
}
