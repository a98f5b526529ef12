/** What closes a duty: the first discharge, or else an end of its subject. */
import type { AnyEvent, Entry } from '../entry.ts';
import { compareMoments, momentOf } from './amendment.ts';
import type { DutySpec, Opened } from './duty-spec.ts';
import type { History } from './history.ts';
import { isCertainlyBefore } from './order.ts';
import type { Context } from './rule.ts';
import { inNameOf } from './succession.ts';

/**
 * The first discharge; an end counts only where none follows or precedes it: what was stopped and worked
 * on all the same was not stopped.
 *
 * @param taken discharges that have closed another duty already, and close no second one.
 */
export function closingOf<Event extends AnyEvent>(
  spec: DutySpec<Event>,
  history: History<Event>,
  context: Context,
  opened: Opened<Event>,
  taken: ReadonlySet<Entry<Event>>,
): Entry<Event> | undefined {
  const { discharges, dischargeMayPrecede = false, ends = [], answers, isEnd } = spec;
  const { timeline } = history;
  const isAfter = (entry: Entry<Event>) => isAfterOpening(entry, opened.entry, history, context);
  const isAnsweredBy = (entry: Entry<Event>) => {
    if (answers === undefined || answers(entry, opened, context, timeline)) return true;
    const own = inNameOf(opened.opening.bearer, entry, context);
    return own !== null && answers(own, opened, context, timeline);
  };
  const discharge = history
    .standing(discharges)
    .find(
      (entry) =>
        !taken.has(entry) && (dischargeMayPrecede || isAfter(entry)) && isAnsweredBy(entry),
    );
  if (discharge !== undefined) return discharge;
  return history
    .standing(ends)
    .find((entry) => isAfter(entry) && isEnd?.(entry, opened, context) !== false);
}

/**
 * Whether it came after what opened the duty, or after that as it was on record when this was entered:
 * what was closed by then stays closed, if the opening is corrected to a later time afterwards.
 */
function isAfterOpening<Event extends AnyEvent>(
  entry: Entry<Event>,
  opening: Entry<Event>,
  history: History<Event>,
  context: Context,
): boolean {
  if (entry === opening) return false;
  if (!isCertainlyBefore(entry, opening, context)) return true;
  if (!history.isCorrected) return false;
  const first = history.firstStatementOf(opening);
  return history.entries.some(
    (stated) =>
      stated.type === opening.type &&
      history.firstStatementOf(stated) === first &&
      !isCertainlyBefore(entry, stated, context) &&
      wasCorrectedAfter(stated, entry, history),
  );
}

/** Whether `stated` was corrected once what `entry` tells was known. */
function wasCorrectedAfter<Event extends AnyEvent>(
  { id }: Entry<Event>,
  entry: Entry<Event>,
  history: History<Event>,
): boolean {
  const told = momentKnown(history.firstStatementOf(entry), history);
  return history.entries.some(
    (one) => one.corrects === id && compareMoments(told, momentKnown(one, history)) < 0,
  );
}

function momentKnown<Event extends AnyEvent>(entry: Entry<Event>, { knownAt }: History<Event>) {
  return momentOf({ entry, known: knownAt(entry) });
}
