/**
 * Duty: opened by an event, owed by a bearer, due at an instant, moved or suspended by events,
 * discharged by an event.
 */
import type { AnyEvent, Entry } from '../entry.ts';
import { knownAt } from '../entry.ts';
import type { Instant } from '../units.ts';
import type { History } from './history.ts';
import { type Bearer, type Context, type Duty, idsOf, type Rule } from './rule.ts';

/** What fills the mechanism. `Event` is any event of the subject's family. */
export type DutySpec<Event extends AnyEvent> = {
  readonly key: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly subject: string;
  /** What the entry opens: null if it opens nothing (no appointment was given, say). */
  readonly opens: (entry: Entry<Event>, context: Context) => Opening | null;
  /** Events that state another due time, and which. */
  readonly movedBy: readonly Event['type'][];
  readonly moves: (entry: Entry<Event>, context: Context) => Instant | null;
  /** From the first to the second of these the bearer waits for somebody else. */
  readonly suspends: readonly Event['type'][];
  readonly resumes: readonly Event['type'][];
  /** What the wait does to the due time. */
  readonly pause: (context: Context) => 'none' | 'extend' | 'restart';
  readonly discharges: readonly Event['type'][];
  /** A discharge dated before the opening counts too: what was done was done. */
  readonly dischargeMayPrecede: boolean;
  /** Its subject ended without it. */
  readonly ends: readonly Event['type'][];
};

export type Opening = { readonly due: Instant; readonly bearer: Bearer };

export function duty<Event extends AnyEvent>(spec: DutySpec<Event>): Rule<Event> {
  return {
    key: spec.key,
    title: spec.title,
    mechanism: 'duty',
    subject: spec.subject,
    amendedBy: spec.movedBy,
    judge(history, context) {
      const duties = history.timeline.flatMap((entry) => {
        const opening = spec.opens(entry, context);
        return opening === null ? [] : [judgeOne(spec, history, context, entry, opening)];
      });
      return { duties, breaches: [] };
    },
  };
}

function judgeOne<Event extends AnyEvent>(
  spec: DutySpec<Event>,
  history: History<Event>,
  context: Context,
  opening: Entry<Event>,
  { bearer }: Opening,
): Duty {
  const from = spec.dischargeMayPrecede ? 0 : history.timeline.indexOf(opening);
  const closing = history.timeline
    .slice(from)
    .find(({ type }) => spec.discharges.includes(type) || spec.ends.includes(type));
  const moves = history.timeline.filter(({ type }) => spec.movedBy.includes(type));
  const waits = waitsIn(spec, history, opening, closing);
  const stated = dueTimes(spec, history, context, opening, moves);
  const due = pausedDue(spec, context, opening, stated.strict, waits);
  const customaryDue = pausedDue(spec, context, opening, stated.customary, waits);
  const breached = closing !== undefined && isPast(closing, due, context);

  return {
    opening: history.statementsOf(opening)[0].id,
    bearer,
    openedAt: opening.occurredAt,
    due,
    customaryDue,
    state: stateOf(spec, closing, breached),
    suspended: closing === undefined && waits.at(-1)?.until === null,
    breached,
    customaryBreached: closing !== undefined && isPast(closing, customaryDue, context),
    closedAt: closing?.occurredAt ?? null,
    evidence: idsOf([
      ...history.statementsOf(opening),
      ...moves,
      ...waits.flatMap(({ entries }) => entries),
      ...(closing === undefined ? [] : [closing]),
    ]),
  };
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

/**
 * The due time as first stated and as last stated.
 *
 * Strict: a statement counts only if it was known before the due time that it replaces had passed;
 * what had passed stands. Customary: the last word counts, whenever it was said.
 */
function dueTimes<Event extends AnyEvent>(
  spec: DutySpec<Event>,
  history: History<Event>,
  context: Context,
  opening: Entry<Event>,
  moves: readonly Entry<Event>[],
): { strict: Instant; customary: Instant } {
  const openings = history.statementsOf(opening).map((entry) => ({
    entry,
    due: spec.opens(entry, context)?.due ?? null,
  }));
  const moved = moves.map((entry) => ({ entry, due: spec.moves(entry, context) }));
  const statements = [...openings, ...moved].flatMap(({ entry, due }) =>
    due === null ? [] : [{ known: knownAt(entry), due }],
  );
  const [first, ...later] = statements;
  if (first === undefined) throw new TypeError('what opened a duty gave it no due time');
  const strict = later.reduce(
    (due, statement) => (statement.known <= due ? statement.due : due),
    first.due,
  );
  return { strict, customary: statements.at(-1)?.due ?? first.due };
}

type Wait<Event extends AnyEvent> = {
  readonly from: Instant;
  /** Null while it lasts. */
  readonly until: Instant | null;
  readonly entries: readonly Entry<Event>[];
};

/** The waits between opening and closing, in order; they do not overlap. */
function waitsIn<Event extends AnyEvent>(
  spec: DutySpec<Event>,
  { timeline }: History<Event>,
  opening: Entry<Event>,
  closing: Entry<Event> | undefined,
): Wait<Event>[] {
  const waits: Wait<Event>[] = [];
  let started: Entry<Event> | null = null;
  for (const entry of timeline.slice(timeline.indexOf(opening) + 1)) {
    if (entry === closing) break;
    if (spec.suspends.includes(entry.type)) started ??= entry;
    if (spec.resumes.includes(entry.type) && started !== null) {
      waits.push({ from: started.occurredAt, until: entry.occurredAt, entries: [started, entry] });
      started = null;
    }
  }
  if (started !== null) {
    const until = closing?.occurredAt ?? null;
    waits.push({ from: started.occurredAt, until, entries: [started] });
  }
  return waits;
}

/** `due` after the waits, in working time: moved by each, or, where the clock starts again, as long after the last as it was after the opening. */
function pausedDue<Event extends AnyEvent>(
  spec: DutySpec<Event>,
  context: Context,
  opening: Entry<Event>,
  due: Instant,
  waits: readonly Wait<Event>[],
): Instant {
  const pause = spec.pause(context);
  if (pause === 'none') return due;
  const { workingTime } = context;
  const term = workingTime.minutesBetween(opening.occurredAt, due);
  return waits.reduce<Instant>((moved, { from, until }) => {
    if (until === null || from > moved) return moved; // it still lasts, or began when the time was up
    if (pause === 'restart') return workingTime.addMinutes(until, term);
    return workingTime.addMinutes(moved, workingTime.minutesBetween(from, until));
  }, due);
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
