/** A violation folded from its timeline, for those who handle events of any family. */
import type { AnyEvent, Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { evolve, unknownViolation, type ViolationState } from './state.ts';
import { type ViolationEvent, violation } from './vocabulary.ts';

/** @param timeline of a `violation-` stream: the door let nothing else into it. */
export function foldViolation(timeline: Timeline<AnyEvent>): ViolationState {
  return timeline.filter(isOurs).reduce(evolve, unknownViolation);
}

function isOurs(entry: Entry<AnyEvent>): entry is Entry<ViolationEvent> {
  return Object.hasOwn(violation, entry.type);
}
