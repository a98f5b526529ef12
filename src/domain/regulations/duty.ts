/**
 * Duty: opened by an event, owed by a bearer, due at an instant, moved or suspended by events,
 * discharged by an event.
 */
import type { AnyEvent, Entry } from '../entry.ts';
import type { EventId, Instant } from '../units.ts';
import { closingOf } from './closing.ts';
import type { DutySpec, Opened, Opening } from './duty-spec.ts';
import type { History } from './history.ts';
import { isPast, later } from './order.ts';
import { pausesOf } from './pauses.ts';
import { type Context, type Duty, idsOf, type Rule } from './rule.ts';
import { type Term, termsOf } from './terms.ts';
import { afterWaits, strictWaitsIn, type Wait, type Waited, waitsAt, waitsIn } from './waits.ts';

export function duty<Event extends AnyEvent>(spec: DutySpec<Event>): Rule<Event> {
  const { ends = [], suspends = [], movedBy = [] } = spec;
  return {
    key: spec.key,
    version: spec.version,
    title: spec.title,
    mechanism: 'duty',
    subject: spec.subject,
    needs: spec.openedBy ?? 'nothing',
    isContinuing: spec.isContinuing === true,
    amendedBy: movedBy,
    settledBy: [...spec.discharges, ...ends, ...suspends],
    judge(history, context, since = null) {
      const taken = new Set<Entry<Event>>();
      const own = spec.isContinuing === true && since !== null ? asFrom(since, spec) : spec;
      const duties = openingsIn(own, history, context).flatMap(
        (opened) => judgeOne(own, history, context, opened, taken) ?? [],
      );
      return { duties, breaches: [] };
    },
  };
}

/** What happened before `since` opens what it would have opened then. */
function asFrom<Event extends AnyEvent>(since: Instant, spec: DutySpec<Event>): DutySpec<Event> {
  return {
    ...spec,
    opens(entry, context, timeline, history) {
      if (entry.occurredAt >= since) return spec.opens(entry, context, timeline, history);
      const then = { ...entry, occurredAt: since, precision: 'instant' as const };
      const opened = spec.opens(then, context.at(since), timeline, history);
      return [opened ?? []].flat().map((one) => ({ ...one, at: later(one.at ?? since, since) }));
    },
  };
}

function openingsIn<Event extends AnyEvent>(
  { openedBy, opens, opensOnce = false }: DutySpec<Event>,
  history: History<Event>,
  context: Context,
): readonly Opened<Event>[] {
  const { timeline } = history;
  const mayOpen = openedBy === undefined ? timeline : history.standing(openedBy);
  const opened = mayOpen.flatMap((entry) => {
    const openings = opens(entry, context.at(entry.occurredAt), timeline, history) ?? [];
    return [openings].flat().map((opening) => ({ entry, opening }));
  });
  if (!opensOnce || opened.length < 2) return opened;
  const [first] = opened.toSorted((a, b) => Number(a.entry.index - b.entry.index));
  return opened.filter(({ entry }) => entry === first?.entry);
}

/** Null if nobody ever said when it is due, or not before it was closed, or that was taken back in time. */
function judgeOne<Event extends AnyEvent>(
  spec: DutySpec<Event>,
  history: History<Event>,
  context: Context,
  opened: Opened<Event>,
  taken: Set<Entry<Event>>,
): Duty | null {
  const { entry: opening, opening: what } = opened;
  const pause = spec.pause?.(context.at(opening.occurredAt)) ?? 'none';
  const closing = closingOf(spec, history, context, opened, taken);
  if (closing !== undefined && hadNotBegun(spec, closing, opened)) return null;
  const waits = waitsIn(spec, history, context, opening, closing);
  const strictWaits = strictWaitsIn(waits, spec, history, context, opening, closing);
  const after = (term: Term, some: readonly Wait[]) =>
    afterWaits(term, some, opening, pause, context);
  const terms = termsOf(spec, history, context, opened, (term, at) => {
    const { due, stopped } = after(term, waitsAt(strictWaits, at));
    return !stopped && at > due;
  });
  if (terms === null || isTooLate(terms.firstKnownAt, history, opening, closing)) return null;
  const strict = after(terms.strict, strictWaits);
  const customary = after(terms.customary, waits);
  const isLate = ({ due, stopped }: Waited) =>
    closing !== undefined &&
    !stopped &&
    isPast(closing, due, context) &&
    // What discharges itself is late by its own time alone, also where that was corrected.
    (closing !== opening || what.due === null || isPast(closing, what.due, context));
  const breached = isLate(strict);
  if (closing !== undefined && spec.oneForOne === true) taken.add(closing);
  const { id } = history.firstStatementOf(opening);

  return {
    opening: what.part === undefined ? id : `${id}#${what.part}`,
    bearer: what.bearer,
    detail: what.detail ?? null,
    openedAt: what.at ?? opening.occurredAt,
    statedDue: terms.strict.due,
    due: strict.due,
    customaryDue: customary.due,
    firstDue: terms.first === terms.strict ? strict.due : after(terms.first, strictWaits).due,
    state: stateOf(spec, closing, breached),
    suspended: strict.stopped && closing === undefined,
    breached,
    closedPastCustomaryDue: isLate(customary),
    closedAt: closing?.occurredAt ?? null,
    pauses: pausesOf({ waits, did: customary }, { waits: strictWaits, did: strict }),
    evidence: withProof(what, [
      ...terms.statements,
      ...waits.flatMap(({ entries }) => entries),
      ...(closing === undefined ? [] : [closing]),
    ]),
  };
}

function withProof({ because = [] }: Opening, entries: readonly Entry<AnyEvent>[]): EventId[] {
  return [...new Set([...because, ...idsOf(entries)])];
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

/** Closed before the time from which it would have been owed, by what ended its subject. */
function hadNotBegun<Event extends AnyEvent>(
  { ends = [] }: DutySpec<Event>,
  { type, occurredAt }: Entry<Event>,
  { opening: { at } }: Opened<Event>,
): boolean {
  return at !== undefined && ends.includes(type) && occurredAt <= at;
}

function stateOf<Event extends AnyEvent>(
  { ends = [] }: DutySpec<Event>,
  closing: Entry<Event> | undefined,
  breached: boolean,
): Duty['state'] {
  if (closing === undefined) return 'open';
  if (ends.includes(closing.type)) return 'ended';
  return breached ? 'late' : 'kept';
}
