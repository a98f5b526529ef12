/** A centre’s month folded from its timeline, for those who handle events of any family. */
import type { AnyEvent, Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { emptyMonth, evolve, type MonthState } from './state.ts';
import { type MonthEvent, month } from './vocabulary.ts';

/** @param timeline of a `month-` stream. */
export function foldMonth(timeline: Timeline<AnyEvent>): MonthState {
  return timeline.filter(isMonthEvent).reduce(evolve, emptyMonth);
}

/** What is in the words of months was checked by their schemas at the door. */
function isMonthEvent(entry: Entry<AnyEvent>): entry is Entry<MonthEvent> {
  return Object.hasOwn(month, entry.type);
}
