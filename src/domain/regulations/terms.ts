/** When a duty is due: as it was first let pass, and as it now stands. */
import type { AnyEvent, Entry } from '../entry.ts';
import type { EventId, Instant } from '../units.ts';
import type { DutySpec, Opened } from './duty-spec.ts';
import type { History } from './history.ts';
import type { Context } from './rule.ts';

/** A due time, and when the event took place that stated it. */
export type Term = { readonly due: Instant; readonly since: Instant };

export type Terms<Event extends AnyEvent> = {
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
 * became known, or else the last.
 */
export function termsOf<Event extends AnyEvent>(
  spec: DutySpec<Event>,
  history: History<Event>,
  context: Context,
  opened: Opened<Event>,
  hasPassed: (term: Term, at: Instant) => boolean,
): Terms<Event> | null {
  const statements = statementsIn(spec, history, opened.entry);
  let strict: Term | null = null;
  let firstKnownAt: Instant | null = null;
  for (const { instant, count } of momentsOf(statements, history)) {
    if (strict !== null && hasPassed(strict, instant)) break;
    strict = termIn(spec, history.whenKnown(count), context, opened);
    if (strict !== null) firstKnownAt ??= instant;
  }
  const customary = termIn(spec, history, context, opened) ?? strict;
  if (customary === null || firstKnownAt === null) return null;
  return { strict: strict ?? customary, customary, firstKnownAt, statements };
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
    const due = moves?.(entry, context.at(entry.occurredAt), timeline) ?? null;
    if (due !== null) return { due, since: entry.occurredAt };
  }
  const openings = opens(opened, context.at(opened.occurredAt), timeline, history) ?? [];
  const due = [openings].flat().find((one) => one.part === part)?.due ?? null;
  return due === null ? null : { due, since: opened.occurredAt };
}

/** The opening and what moves, each with whatever corrects it. */
function statementsIn<Event extends AnyEvent>(
  { movedBy = [] }: DutySpec<Event>,
  history: History<Event>,
  opening: Entry<Event>,
): readonly Entry<Event>[] {
  const first = history.firstStatementOf(opening);
  const about = new Set<EventId>();
  return history.entries.filter((entry) => {
    const { id, type, corrects } = entry;
    const isAbout =
      entry === first || movedBy.includes(type) || (corrects !== null && about.has(corrects));
    if (isAbout) about.add(id);
    return isAbout;
  });
}

type Moment = { readonly instant: Instant; readonly count: number };

/** The instants at which statements became known, in order, and how many entries were known by then. */
function momentsOf<Event extends AnyEvent>(
  statements: readonly Entry<Event>[],
  history: History<Event>,
): readonly Moment[] {
  const [first] = statements;
  if (first === undefined) return [];
  if (statements.length === 1) {
    return [{ instant: history.knownAt(first), count: history.entries.length }]; // nothing else says when it is due
  }
  const wanted = new Set(statements);
  const moments: Moment[] = [];
  let isAbout = false;
  for (const [place, entry] of history.known.entries()) {
    isAbout ||= wanted.has(entry);
    const instant = history.knownAt(entry);
    const next = history.known[place + 1];
    if (next !== undefined && history.knownAt(next) === instant) continue;
    if (isAbout) moments.push({ instant, count: place + 1 });
    isAbout = false;
  }
  return moments;
}
