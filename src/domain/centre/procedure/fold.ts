/** A procedure folded from its timeline, for those who handle events of any family. */
import type { AnyEvent, Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { evolve, type ProcedureState, unknownProcedure } from './state.ts';
import { type ProcedureEvent, procedure } from './vocabulary.ts';

/** @param timeline of a `procedure-` stream. */
export function foldProcedure(timeline: Timeline<AnyEvent>): ProcedureState {
  return timeline.filter(isProcedureEvent).reduce(evolve, unknownProcedure);
}

/** What is in the words of procedures was checked by their schemas at the door. */
function isProcedureEvent(entry: Entry<AnyEvent>): entry is Entry<ProcedureEvent> {
  return Object.hasOwn(procedure, entry.type);
}
