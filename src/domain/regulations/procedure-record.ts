/** What the record of a procedure says of it at a moment. */
import type { ProcedureEvent } from '../centre/procedure/vocabulary.ts';
import type { Entry } from '../entry.ts';
import type { Timeline } from '../timeline.ts';

/** The agency whose procedure it is by `entry`, or else by what was said before it; null: nothing says. */
export function agencyOfProcedure(
  entry: Entry<ProcedureEvent>,
  timeline: Timeline<ProcedureEvent>,
): string | null {
  const place = timeline.findIndex(({ id }) => id === entry.id);
  const known = timeline.slice(0, place + 1);
  const said = known.findLast((one) => statedIn(one) !== null);
  return said === undefined ? null : statedIn(said);
}

function statedIn({ type, data }: Entry<ProcedureEvent>): string | null {
  return type === 'ProcedurePublished' || type === 'ProcedureChanged' ? data.agency : null;
}
