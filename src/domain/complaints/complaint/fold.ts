/** A complaint folded from its timeline, for those who handle events of any family. */
import type { AnyEvent, Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { type ComplaintState, evolve, unknownComplaint } from './state.ts';
import { type ComplaintEvent, complaint } from './vocabulary.ts';

/** @param timeline of a `complaint-` stream: the door let nothing else into it. */
export function foldComplaint(timeline: Timeline<AnyEvent>): ComplaintState {
  return timeline.filter(isOurs).reduce(evolve, unknownComplaint);
}

function isOurs(entry: Entry<AnyEvent>): entry is Entry<ComplaintEvent> {
  return Object.hasOwn(complaint, entry.type);
}
