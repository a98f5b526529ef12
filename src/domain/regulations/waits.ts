/** The waits of a duty, when its bearer waits for somebody else, and what they do to a due time. */
import type { AnyEvent, Entry } from '../entry.ts';
import type { Instant } from '../units.ts';
import type { DutySpec, Pause } from './duty-spec.ts';
import type { History } from './history.ts';
import { isCertainlyBefore } from './order.ts';
import type { Context } from './rule.ts';
import type { Term } from './terms.ts';

export type Wait<Event extends AnyEvent = AnyEvent> = {
  readonly from: Instant;
  /** Null while it lasts. */
  readonly until: Instant | null;
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
    waits.push(waitOf(request, answer, closing));
  }
  return waits;
}

function waitOf<Event extends AnyEvent>(
  request: Entry<Event>,
  answer: Entry<Event> | undefined,
  closing: Entry<Event> | undefined,
): Wait<Event> {
  const from = request.occurredAt;
  if (answer === undefined) {
    return { from, until: closing?.occurredAt ?? null, entries: [request] };
  }
  return { from, until: later(from, answer.occurredAt), entries: [request, answer] };
}

/**
 * The due time of `term` after `waits`, in working time: moved by each, or, where the clock starts
 * again, as long after the last as it was after the opening.
 *
 * A wait that was over when the term was stated is part of what was stated, and one that began when
 * the time was up changes nothing. Stopped: one still lasts, and the time cannot run out before it ends.
 */
export function afterWaits(
  term: Term,
  waits: readonly Wait[],
  opening: Entry<AnyEvent>,
  pause: Pause,
  { workingTime }: Context,
): { readonly due: Instant; readonly stopped: boolean } {
  let { due } = term;
  if (pause === 'none') return { due, stopped: false };
  for (const wait of waits) {
    const from = later(wait.from, term.since);
    if (wait.until !== null && wait.until <= from) continue;
    if (from > due) break;
    if (wait.until === null) return { due, stopped: true };
    if (pause === 'restart') {
      const whole = Math.max(0, workingTime.minutesBetween(opening.occurredAt, term.due));
      due = workingTime.addMinutes(wait.until, whole);
    } else {
      due = workingTime.addMinutes(due, workingTime.minutesBetween(from, wait.until));
    }
  }
  return { due, stopped: false };
}

/** The waits as they were at `instant`: what began later had not, and what ended later still lasted. */
export function waitsAt(waits: readonly Wait[], instant: Instant): Wait[] {
  return waits
    .filter(({ from }) => from <= instant)
    .map((wait) => (wait.until !== null && wait.until > instant ? { ...wait, until: null } : wait));
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
