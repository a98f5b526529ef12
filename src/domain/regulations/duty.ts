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
    title: spec.title,
    mechanism: 'duty',
    subject: spec.subject,
    amendedBy: spec.movedBy,
    settledBy: [...spec.discharges, ...spec.ends, ...spec.suspends],
    judge(history, context) {
      const duties = history.timeline.flatMap((entry) => {
        const opened = spec.opens(entry, context);
        if (opened === null) return [];
        return judgeOne(spec, history, context, entry, opened.bearer) ?? [];
      });
      return { duties, breaches: [] };
    },
  };
}

/** Null if nobody ever said when it is due, or that was taken back in time. */
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
  if (terms === null) return null;
  const { due, stopped } = afterWaits(terms.strict, waits, opening, pause, context);
  const { due: customaryDue } = afterWaits(terms.customary, waits, opening, pause, context);
  const breached = closing !== undefined && isPast(closing, due, context);

  return {
    opening: history.statementsOf(opening)[0].id,
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

function closingOf<Event extends AnyEvent>(
  { discharges, dischargeMayPrecede, ends }: DutySpec<Event>,
  { timeline }: History<Event>,
  context: Context,
  opening: Entry<Event>,
): Entry<Event> | undefined {
  return timeline.find((entry) => {
    const discharged = discharges.includes(entry.type);
    if (!discharged && !ends.includes(entry.type)) return false;
    return (discharged && dischargeMayPrecede) || !isCertainlyBefore(entry, opening, context);
  });
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
