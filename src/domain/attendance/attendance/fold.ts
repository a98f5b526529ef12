/** An official's month folded from its timeline, for those who handle events of any family. */
import type { AnyEvent, Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { type AttendanceState, emptyAttendance, evolve } from './state.ts';
import { type AttendanceEvent, attendance } from './vocabulary.ts';

/** @param timeline of an `attendance-` stream. */
export function foldAttendance(timeline: Timeline<AnyEvent>): AttendanceState {
  return timeline.filter(isAttendanceEvent).reduce(evolve, emptyAttendance);
}

/** What is in the words of attendance was checked by their schemas at the door. */
export function isAttendanceEvent(entry: Entry<AnyEvent>): entry is Entry<AttendanceEvent> {
  return Object.hasOwn(attendance, entry.type);
}
