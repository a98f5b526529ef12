/** The waits of a duty, when its bearer waits for somebody else, and what they do to a due time. */
import type { AnyEvent, Entry } from '../entry.ts';
import type { Instant } from '../units.ts';
import type { DutySpec, Pause } from './duty-spec.ts';
import type { History } from './history.ts';
import { isCertainlyBefore, lastMomentOf, later } from './order.ts';
import type { Context } from './rule.ts';
import { startedAgain } from './term.ts';
import type { Term } from './terms.ts';

export type Wait<Event extends AnyEvent = AnyEvent> = {
  readonly from: Instant;
  /** Null while it lasts. */
  readonly until: Instant | null;
  /** The last moment at which it can have ended; null while it lasts. */
  readonly resumed: Instant | null;
  readonly entries: readonly Entry<Event>[];
};

/** The waits between opening and closing, in order; they do not overlap. */
export function waitsIn<Event extends AnyEvent>(
  { suspends = [], resumes = [] }: DutySpec<Event>,
  { timeline }: History<Event>,
  context: Context,
  opening: Entry<Event>,
  closing: Entry<Event> | undefined,
): Wait<Event>[] {
  if (suspends.length === 0) return [];
  const before = closing === undefined ? timeline : timeline.slice(0, timeline.indexOf(closing));
  const answers = before.filter(({ type }) => resumes.includes(type));
  const waits: Wait<Event>[] = [];
  for (const request of before) {
    if (!suspends.includes(request.type)) continue;
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

function waitOf<Event extends AnyEvent>(
  request: Entry<Event>,
  answer: Entry<Event> | undefined,
  closing: Entry<Event> | undefined,
  context: Context,
): Wait<Event> {
  const from = request.occurredAt;
  if (answer === undefined) {
    const until = closing?.occurredAt ?? null;
    return { from, until, resumed: until, entries: [request] };
  }
  const until = later(from, answer.occurredAt);
  const resumed = later(until, lastMomentOf(answer, context));
  return { from, until, resumed, entries: [request, answer] };
}

/**
 * The due time of `term` after `waits`, in working time: moved by each, or, where the time starts
 * again, as if it had begun after the last.
 *
 * A wait that was over when the term was stated is part of what was stated, and one that began when
 * the time was up changes nothing. Stopped: one still lasts, and the time cannot run out before it ends.
 */
export function afterWaits(
  term: Term,
  waits: readonly Wait[],
  opening: Entry<AnyEvent>,
  pause: Pause,
  context: Context,
): { readonly due: Instant; readonly stopped: boolean } {
  const { workingTime } = context;
  let { due } = term;
  if (pause === 'none') return { due, stopped: false };
  for (const wait of waits) {
    const from = later(wait.from, term.since);
    if (wait.until !== null && wait.until <= from) continue;
    if (from > due) break;
    const { until, resumed } = wait;
    if (until === null || resumed === null) return { due, stopped: true };
    due =
      pause === 'restart'
        ? startsAgain(term, resumed, opening, context)
        : workingTime.addMinutes(due, workingTime.minutesBetween(from, until));
  }
  return { due, stopped: false };
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
