/** When a duty is due: as it was first let pass, and as it now stands. */
import type { AnyEvent, Entry } from '../entry.ts';
import { msPerMinute } from '../time/date.ts';
import { type EventId, type Instant, millisecondsOf } from '../units.ts';
import type { DutySpec, Opened, Opening, Prolonged } from './duty-spec.ts';
import type { History } from './history.ts';
import type { Context } from './rule.ts';

/** A due time, and when the event took place that stated it; of a term in calendar days, when that began. */
export type Term = {
  readonly due: Instant;
  readonly since: Instant;
  /** See `Opening`. */
  readonly again?: Opening['again'];
  readonly prolonged?: Prolonged;
};

export type Terms<Event extends AnyEvent> = {
  /** What was said first, slips of the pen apart: by it anybody can measure how late it would have been. */
  readonly first: Term;
  /** What had passed stands, whatever was said afterwards. */
  readonly strict: Term;
  /** What the record says now, whenever it was said. */
  readonly customary: Term;
  /** When there first was a due time that anybody could know of. */
  readonly firstKnownAt: Instant;
  /** Every entry that ever said when it is due, or took that back; in the order of the ledger. */
  readonly statements: readonly Entry<Event>[];
};

/**
 * The due times of the duty that `opening` opens; null if it has none.
 *
 * Whenever an entry about the due time became known, the due time was what the record said then: as the
 * last event that moved it states, or else the opening; with corrections and withdrawals applied, and
 * in the order in which it happened. Strict is the first of these that `hasPassed` when the next
 * became known, or else the last. What else `opens` looks at, such as the act with which it falls due, is
 * no statement of the due time: it is taken as the record has it now, like what closed the duty.
 */
export function termsOf<Event extends AnyEvent>(
  spec: DutySpec<Event>,
  history: History<Event>,
  context: Context,
  opened: Opened<Event>,
  hasPassed: (term: Term, at: Instant) => boolean,
): Terms<Event> | null {
  const statements = statementsIn(spec, history, opened.entry);
  if (statements.length === 1 && statements[0] === opened.entry) {
    return onlyTerm(opened, history, statements);
  }
  let first: Term | null = null;
  let strict: Term | null = null;
  let firstKnownAt: Instant | null = null;
  let isFirst = true;
  for (const { instant, told, untold } of momentsOf(statements, history)) {
    if (strict !== null && hasPassed(strict, instant)) break;
    strict = termIn(spec, history.without(untold), context, opened);
    isFirst &&= firstKnownAt === null || areSlips(told, firstKnownAt, instant, context);
    if (isFirst) first = strict;
    if (strict !== null) firstKnownAt ??= instant;
  }
  const customary = termIn(spec, history, context, opened) ?? strict;
  if (customary === null || firstKnownAt === null) return null;
  strict ??= customary;
  return { first: first ?? strict, strict, customary, firstKnownAt, statements };
}

/** Corrected within the time in which an act is ordinarily entered. */
function areSlips<Event extends AnyEvent>(
  told: readonly Entry<Event>[],
  firstKnownAt: Instant,
  instant: Instant,
  { parameters }: Context,
): boolean {
  const passed = millisecondsOf(instant) - millisecondsOf(firstKnownAt);
  return (
    passed <= parameters.entryLag * msPerMinute && told.every(({ corrects }) => corrects !== null)
  );
}

/** As most are: said once, by the opening, and never moved or corrected. */
function onlyTerm<Event extends AnyEvent>(
  { entry, opening }: Opened<Event>,
  history: History<Event>,
  statements: readonly Entry<Event>[],
): Terms<Event> | null {
  const term = termBy(entry, opening);
  if (term === null) return null;
  const firstKnownAt = history.knownAt(entry);
  return { first: term, strict: term, customary: term, firstKnownAt, statements };
}

function termBy<Event extends AnyEvent>(
  { occurredAt }: Entry<Event>,
  { due, again, prolonged }: Opening,
): Term | null {
  if (due === null) return null;
  return {
    due,
    since: occurredAt,
    ...(again === undefined ? {} : { again }),
    ...(prolonged === undefined ? {} : { prolonged }),
  };
}

/** Null where `history` says nothing of when it is due, or does not know of the opening. */
function termIn<Event extends AnyEvent>(
  { opens, moves, movedBy = [] }: DutySpec<Event>,
  history: History<Event>,
  context: Context,
  { entry: opening, opening: { part } }: Opened<Event>,
): Term | null {
  const { timeline } = history;
  const first = history.firstStatementOf(opening);
  const opened = timeline.find((entry) => history.firstStatementOf(entry) === first);
  if (opened === undefined) return null;
  for (let place = timeline.length - 1; movedBy.length > 0 && place >= 0; place -= 1) {
    const entry = timeline[place];
    if (entry === undefined || !movedBy.includes(entry.type)) continue;
    const moved = moves?.(entry, context.at(entry.occurredAt), timeline) ?? null;
    if (moved === null) continue;
    if (typeof moved === 'string') return { due: moved, since: entry.occurredAt };
    return moved;
  }
  const openings = opens(opened, context.at(opened.occurredAt), timeline, history) ?? [];
  const one = [openings].flat().find((each) => each.part === part);
  return one === undefined ? null : termBy(opened, one);
}

/** The opening and what moves, each with whatever corrects it. */
function statementsIn<Event extends AnyEvent>(
  { movedBy = [] }: DutySpec<Event>,
  history: History<Event>,
  opening: Entry<Event>,
): readonly Entry<Event>[] {
  const first = history.firstStatementOf(opening);
  if (movedBy.length === 0 && !history.isCorrected) return [first];
  const about = new Set<EventId>();
  return history.entries.filter((entry) => {
    const { id, type, corrects } = entry;
    const isAbout =
      entry === first || movedBy.includes(type) || (corrects !== null && about.has(corrects));
    if (isAbout) about.add(id);
    return isAbout;
  });
}

type Moment<Event extends AnyEvent> = {
  readonly instant: Instant;
  /** The statements that became known then. */
  readonly told: readonly Entry<Event>[];
  /** Those that became known later. */
  readonly untold: readonly Entry<Event>[];
};

/** The instants at which statements became known, in order. */
function momentsOf<Event extends AnyEvent>(
  statements: readonly Entry<Event>[],
  history: History<Event>,
): readonly Moment<Event>[] {
  const byInstant = Map.groupBy(statements, (entry) => history.knownAt(entry));
  const instants = [...byInstant.keys()].toSorted();
  return instants.map((instant, place) => ({
    instant,
    told: byInstant.get(instant) ?? [],
    untold: instants.slice(place + 1).flatMap((later) => byInstant.get(later) ?? []),
  }));
}
