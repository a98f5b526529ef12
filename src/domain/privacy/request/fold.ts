/** A request of a data subject folded from its timeline, for those who handle events of any family. */
import type { AnyEvent, Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { type DataRequestState, evolve, unknownDataRequest } from './state.ts';
import { type DataRequestEvent, dataRequest } from './vocabulary.ts';

/** @param timeline of a `datarequest-` stream: the door let nothing else into it. */
export function foldDataRequest(timeline: Timeline<AnyEvent>): DataRequestState {
  return timeline.filter(isOurs).reduce(evolve, unknownDataRequest);
}

function isOurs(entry: Entry<AnyEvent>): entry is Entry<DataRequestEvent> {
  return Object.hasOwn(dataRequest, entry.type);
}
