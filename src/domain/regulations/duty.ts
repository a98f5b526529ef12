/**
 * Duty: opened by an event, owed by a bearer, due at an instant, moved or suspended by events,
 * discharged by an event.
 */
import type { AnyEvent, Entry } from '../entry.ts';
import type { Instant } from '../units.ts';
import type { DutySpec } from './duty-spec.ts';
import type { History } from './history.ts';
import { isCertainlyBefore } from './order.ts';
import { type Bearer, type Context, type Duty, idsOf, type Rule } from './rule.ts';
import { termsOf } from './terms.ts';
import { afterWaits, waitsAt, waitsIn } from './waits.ts';

export function duty<Event extends AnyEvent>(spec: DutySpec<Event>): Rule<Event> {
  return {
    key: spec.key,
    version: spec.version,
    title: spec.title,
    mechanism: 'duty',
    subject: spec.subject,
    amendedBy: spec.movedBy,
    settledBy: [...spec.discharges, ...spec.ends, ...spec.suspends],
    judge(history, context) {
      const duties = openingsIn(spec, history, context).flatMap(
        ({ entry, bearer }) => judgeOne(spec, history, context, entry, bearer) ?? [],
      );
      return { duties, breaches: [] };
    },
  };
}

type Opened<Event extends AnyEvent> = {
  readonly entry: Entry<Event>;
  readonly bearer: Bearer;
};

function openingsIn<Event extends AnyEvent>(
  spec: DutySpec<Event>,
  { timeline }: History<Event>,
  context: Context,
): readonly Opened<Event>[] {
  const opened = timeline.flatMap((entry) => {
    const opening = spec.opens(entry, context);
    return opening === null ? [] : [{ entry, bearer: opening.bearer }];
  });
  if (!spec.opensOnce || opened.length < 2) return opened;
  return opened.toSorted((a, b) => Number(a.entry.index - b.entry.index)).slice(0, 1);
}

/** Null if nobody ever said when it is due, or not before it was closed, or that was taken back in time. */
function judgeOne<Event extends AnyEvent>(
  spec: DutySpec<Event>,
  history: History<Event>,
  context: Context,
  opening: Entry<Event>,
  bearer: Bearer,
): Duty | null {
  const pause = spec.pause(context);
  const closing = closingOf(spec, history, context, opening);
  const waits = waitsIn(spec, history, context, opening, closing);
  const terms = termsOf(spec, history, context, opening, (term, at) => {
    const { due, stopped } = afterWaits(term, waitsAt(waits, at), opening, pause, context);
    return !stopped && at > due;
  });
  if (terms === null || isTooLate(terms.firstKnownAt, history, opening, closing)) return null;
  const { due, stopped } = afterWaits(terms.strict, waits, opening, pause, context);
  const { due: customaryDue } = afterWaits(terms.customary, waits, opening, pause, context);
  const breached = closing !== undefined && isPast(closing, due, context);

  return {
    opening: history.firstStatementOf(opening).id,
    bearer,
    openedAt: opening.occurredAt,
    due,
    customaryDue,
    state: stateOf(spec, closing, breached),
    suspended: stopped,
    breached,
    customaryBreached: closing !== undefined && isPast(closing, customaryDue, context),
    closedAt: closing?.occurredAt ?? null,
    evidence: idsOf([
      ...terms.statements,
      ...waits.flatMap(({ entries }) => entries),
      ...(closing === undefined ? [] : [closing]),
    ]),
  };
}

/** Whether a due time was first given to what was opened and closed without one: that cannot have been kept. */
function isTooLate<Event extends AnyEvent>(
  firstKnownAt: Instant,
  history: History<Event>,
  opening: Entry<Event>,
  closing: Entry<Event> | undefined,
): boolean {
  if (closing === undefined) return false;
  return [opening, closing].every(
    (entry) => history.knownAt(history.firstStatementOf(entry)) < firstKnownAt,
  );
}

/** The first discharge; an end counts only where none follows or precedes it: what was stopped and worked on all the same was not stopped. */
function closingOf<Event extends AnyEvent>(
  { discharges, dischargeMayPrecede, ends }: DutySpec<Event>,
  { timeline }: History<Event>,
  context: Context,
  opening: Entry<Event>,
): Entry<Event> | undefined {
  const isAfterOpening = (entry: Entry<Event>) => !isCertainlyBefore(entry, opening, context);
  const discharge = timeline.find(
    (entry) => discharges.includes(entry.type) && (dischargeMayPrecede || isAfterOpening(entry)),
  );
  return discharge ?? timeline.find((entry) => ends.includes(entry.type) && isAfterOpening(entry));
}

function stateOf<Event extends AnyEvent>(
  spec: DutySpec<Event>,
  closing: Entry<Event> | undefined,
  breached: boolean,
): Duty['state'] {
  if (closing === undefined) return 'open';
  if (spec.ends.includes(closing.type)) return 'ended';
  return breached ? 'late' : 'kept';
}

/** In time is up to the very instant; of a day alone, up to the end of the day on which it was due. */
function isPast<Event extends AnyEvent>(
  { occurredAt, precision }: Entry<Event>,
  due: Instant,
  { workingTime }: Context,
): boolean {
  if (precision === 'day') return workingTime.dateAt(occurredAt) > workingTime.dateAt(due);
  return occurredAt > due;
}
