/** A breach of personal data folded from its timeline, for those who handle events of any family. */
import type { AnyEvent, Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { type DataBreachState, evolve, unknownDataBreach } from './state.ts';
import { type DataBreachEvent, dataBreach } from './vocabulary.ts';

/** @param timeline of a `databreach-` stream: the door let nothing else into it. */
export function foldDataBreach(timeline: Timeline<AnyEvent>): DataBreachState {
  return timeline.filter(isOurs).reduce(evolve, unknownDataBreach);
}

function isOurs(entry: Entry<AnyEvent>): entry is Entry<DataBreachEvent> {
  return Object.hasOwn(dataBreach, entry.type);
}
