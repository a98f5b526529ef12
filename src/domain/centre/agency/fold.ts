/** An agency folded from its timeline, for those who handle events of any family. */
import type { AnyEvent, Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { type AgencyState, evolve, unknownAgency } from './state.ts';
import { type AgencyEvent, agency } from './vocabulary.ts';

/** @param timeline of an `agency-` stream. */
export function foldAgency(timeline: Timeline<AnyEvent>): AgencyState {
  return timeline.filter(isAgencyEvent).reduce(evolve, unknownAgency);
}

/** What is in the words of agencies was checked by their schemas at the door. */
function isAgencyEvent(entry: Entry<AnyEvent>): entry is Entry<AgencyEvent> {
  return Object.hasOwn(agency, entry.type);
}
