/** A bank statement folded from its timeline, for those who handle events of any family. */
import type { AnyEvent, Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { foldAll, type StatementState } from './state.ts';
import { type StatementEvent, statement } from './vocabulary.ts';

/** @param timeline of a `statement-` stream. */
export function foldStatement(timeline: Timeline<AnyEvent>): StatementState {
  return foldAll(timeline.filter(isOfStatement));
}

function isOfStatement(entry: Entry<AnyEvent>): entry is Entry<StatementEvent> {
  return Object.hasOwn(statement, entry.type);
}
