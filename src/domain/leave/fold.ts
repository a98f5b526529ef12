/** A leave folded from its timeline, for those who handle events of any family. */
import type { AnyEvent, Entry } from '../entry.ts';
import type { Timeline } from '../timeline.ts';
import { evolve, type LeaveState, unknownLeave } from './state.ts';
import { type LeaveEvent, leave } from './vocabulary.ts';

/** @param timeline of a `leave-` stream. */
export function foldLeave(timeline: Timeline<AnyEvent>): LeaveState {
  return timeline.filter(isLeaveEvent).reduce(evolve, unknownLeave);
}

/** What is in the words of leave was checked by their schemas at the door. */
function isLeaveEvent(entry: Entry<AnyEvent>): entry is Entry<LeaveEvent> {
  return Object.hasOwn(leave, entry.type);
}
