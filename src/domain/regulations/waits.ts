/** The waits of a duty, when its bearer waits for somebody else, and what they do to a due time. */
import type { AnyEvent, Entry } from '../entry.ts';
import { dayOf } from '../time/date.ts';
import type { Instant } from '../units.ts';
import type { DutySpec, Pause } from './duty-spec.ts';
import type { History } from './history.ts';
import { isCertainlyBefore, lastMomentOf, later } from './order.ts';
import type { Effect } from './paused.ts';
import type { Context } from './rule.ts';
import { startedAgain } from './term.ts';
import type { Term } from './terms.ts';

export type Wait<Event extends AnyEvent = AnyEvent> = {
  readonly from: Instant;
  /** When it was answered, or the duty was closed; null while it lasts. */
  readonly until: Instant | null;
  /** The last moment at which it can have ended by an answer; null while it lasts, and where none came before the duty was closed. */
  readonly resumed: Instant | null;
  readonly entries: readonly Entry<Event>[];
};

/**
 * The waits between opening and closing, in order; they do not overlap.
 *
 * @param counts whether a request makes anybody wait; left out: each does.
 */
export function waitsIn<Event extends AnyEvent>(
  { suspends = [], resumes = [] }: DutySpec<Event>,
  { timeline }: History<Event>,
  context: Context,
  opening: Entry<Event>,
  closing: Entry<Event> | undefined,
  counts: (request: Entry<Event>) => boolean = () => true,
): readonly Wait<Event>[] {
  if (suspends.length === 0) return [];
  const before = closing === undefined ? timeline : timeline.slice(0, timeline.indexOf(closing));
  const answers = before.filter(({ type }) => resumes.includes(type));
  const waits: Wait<Event>[] = [];
  for (const request of before) {
    if (!suspends.includes(request.type) || !counts(request)) continue;
    if (isCertainlyBefore(request, opening, context)) continue;
    const last = waits.at(-1);
    if (last !== undefined && (last.until === null || request.occurredAt < last.until)) continue;
    const place = answers.findIndex((answer) => !isCertainlyBefore(answer, request, context));
    const answer = place === -1 ? undefined : answers[place];
    answers.splice(0, place + 1); // an answer ends one wait
    waits.push(waitOf(request, answer, closing, context));
  }
  return waits;
}

/** Those of `waits` that stop the time by the strict convention, too: see `stopsStrictly` of `DutySpec`. */
export function strictWaitsIn<Event extends AnyEvent>(
  waits: readonly Wait<Event>[],
  spec: DutySpec<Event>,
  history: History<Event>,
  context: Context,
  opening: Entry<Event>,
  closing: Entry<Event> | undefined,
): readonly Wait<Event>[] {
  const { stopsStrictly } = spec;
  if (stopsStrictly === undefined || waits.length === 0) return waits;
  const counts = (request: Entry<Event>) =>
    stopsStrictly(request, history.timeline, context.at(request.occurredAt));
  return waitsIn(spec, history, context, opening, closing, counts);
}

function waitOf<Event extends AnyEvent>(
  request: Entry<Event>,
  answer: Entry<Event> | undefined,
  closing: Entry<Event> | undefined,
  context: Context,
): Wait<Event> {
  const from = request.occurredAt;
  if (answer === undefined) {
    return { from, until: closing?.occurredAt ?? null, resumed: null, entries: [request] };
  }
  const until = later(from, answer.occurredAt);
  const resumed = later(until, lastMomentOf(answer, context));
  return { from, until, resumed, entries: [request, answer] };
}

/** A due time after the waits. */
export type Waited = {
  readonly due: Instant;
  /** One still lasts, or did when the duty was closed: the time could not run out before it ended. */
  readonly stopped: boolean;
  /** What each of the waits did, in their order. */
  readonly effects: readonly Effect[];
};

/**
 * The due time of `term` after `waits`: moved by each, in working time or, of a term in calendar days, by
 * the calendar days that they lasted; or, where the time starts again, as if it had begun after the last.
 *
 * A wait that was over when the term was stated is part of what was stated, and one that began when
 * the time was up changes nothing. Nor does one that never ended but with the duty itself: nothing went
 * on after it.
 */
export function afterWaits(
  term: Term,
  waits: readonly Wait[],
  opening: Entry<AnyEvent>,
  pause: Pause,
  context: Context,
): Waited {
  let { due } = term;
  let days = 0;
  let stopped = false;
  const did = waits.map((wait): Effect => {
    const from = later(wait.from, term.since);
    const { until, resumed } = wait;
    const isOver = until !== null && until <= from;
    if (pause === 'none' || stopped || isOver || from > due) return 'nothing';
    if (until === null || resumed === null) {
      stopped = true;
      return 'stops';
    }
    if (pause === 'restart') {
      due = startsAgain(term, resumed, opening, context);
      return 'restarts';
    }
    days += calendarDaysBetween(from, until, context);
    due = term.prolonged?.(days) ?? extendedBy(due, from, until, context);
    return 'extends';
  });
  return { due, stopped, effects: did };
}

function extendedBy(due: Instant, from: Instant, until: Instant, { workingTime }: Context) {
  return workingTime.addMinutes(due, workingTime.minutesBetween(from, until));
}

/** From date to date: the day on which it began is not counted, the day on which it ended is. */
function calendarDaysBetween(from: Instant, until: Instant, { workingTime }: Context): number {
  return dayOf(workingTime.dateAt(until)) - dayOf(workingTime.dateAt(from));
}

function startsAgain(
  { due, again }: Term,
  from: Instant,
  { occurredAt }: Entry<AnyEvent>,
  context: Context,
): Instant {
  return again?.(from) ?? startedAgain(due, occurredAt, from, context.at(occurredAt));
}

/** The waits as they were at `instant`: what began later had not, and what ended later still lasted. */
export function waitsAt(waits: readonly Wait[], instant: Instant): Wait[] {
  return waits
    .filter(({ from }) => from <= instant)
    .map((wait) =>
      wait.until !== null && wait.until > instant ? { ...wait, until: null, resumed: null } : wait,
    );
}
