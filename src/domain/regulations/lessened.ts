/** A breach that was taken away is itself a finding: who did it, when, and what it was before. */
import type { AnyEvent, Entry } from '../entry.ts';
import { type ActorId, type EventId, type Instant, millisecondsOf } from '../units.ts';
import type { Bearer, Breach, Duty, DutyState, Judgement } from './rule.ts';

const msPerMinute = 60_000;

/** What an entry took away, when it became known. */
export type Lessened = {
  /** The key of the rule that was broken. */
  readonly rule: string;
  /** Who made the entry, which it is, and when the ledger could first know of it. */
  readonly by: ActorId;
  readonly entry: EventId;
  readonly at: Instant;
  /** How it stood without the entry, and how it stands with it: both at that time. */
  readonly before: Standing;
  readonly after: Standing;
};

/** A duty as it stood, or all breaches of a subject by one rule. */
export type Standing = {
  /** Of a duty; null: there is none, or it is of acts. */
  readonly state: DutyState | 'overdue' | null;
  /** Of a duty: whoever owes it. */
  readonly bearer: Bearer | null;
  /** From when it was due until it was closed, or until then; null: it was not late. */
  readonly late: { readonly from: Instant; readonly until: Instant } | null;
  /** Of acts: how many are breaches, and how many events prove them. Null: it is of a duty. */
  readonly acts: { readonly breaches: number; readonly events: number } | null;
};

/** A finding, and what it tells of beside its rule. */
export type Found = Breach & { readonly lessened: Omit<Lessened, 'rule'> };

/**
 * What `entry` took away: `before` and `after` are the judgements without and with it, both asked at
 * the instant `brokenAt`.
 *
 * Lateness is compared by both due times: a finish date set back takes away from either, and an
 * appointment that was moved too late only from the customary one. What was late is also taken away
 * from whom it was owed by, when the record afterwards names another.
 */
export function lessened(
  before: Judgement,
  after: Judgement,
  { entry, known, brokenAt: then }: Taking,
): Found[] {
  const found = (change: Change, bearer: Bearer | null, proof: readonly EventId[], of: string) =>
    foundOn(change, { entry, known, bearer, proof, which: of });
  const late = before.duties.flatMap((duty) => {
    const now = after.duties.find(({ opening }) => opening === duty.opening);
    const changes = [lessLate(duty, now, then), owedByAnother(duty, now, then)];
    return changes
      .filter((change) => change !== null)
      .map((change) => found(change, duty.bearer, duty.evidence, duty.opening));
  });
  const was = committedBy(then, before.breaches);
  const fewer = fewerBreaches(was, committedBy(then, after.breaches));
  if (fewer === null) return late;
  const proof = was.flatMap(({ evidence }) => evidence);
  return [...late, found(fewer, null, proof, 'breaches')];
}

/** The entry, when it became known, and the instant at which is asked what it took away. */
export type Taking = {
  readonly entry: Entry<AnyEvent>;
  readonly known: Instant;
  readonly brokenAt: Instant;
};

/** Whether anything is broken at `then` that could be taken away. */
export function isBroken({ duties, breaches }: Judgement, then: Instant): boolean {
  return committedBy(then, breaches).length > 0 || duties.some((duty) => isLate(duty, then));
}

type Change = {
  readonly what: string;
  readonly before: Standing;
  readonly after: Standing;
};

function foundOn(
  { what, before, after }: Change,
  {
    entry,
    known,
    bearer,
    proof,
    which,
  }: Omit<Taking, 'brokenAt'> & {
    readonly bearer: Bearer | null;
    readonly proof: readonly EventId[];
    readonly which: string;
  },
): Found {
  const { id, actor, corrects } = entry;
  const rest = [...(corrects === null ? [] : [corrects]), ...proof].filter((one) => one !== id);
  return {
    key: `${id}#${which}`,
    at: known,
    bearer,
    evidence: [id, ...new Set(rest)],
    detail: `${what}, by ${actor} at ${known}`,
    lessened: { by: actor, entry: id, at: known, before, after },
  };
}

type Measure = (duty: Duty, then: Instant) => { readonly from: Instant; readonly until: Instant };

const strict: Measure = ({ due, breached, closedAt, suspended }, then) =>
  spanOf(due, closedAt === null ? !suspended : breached, closedAt ?? then);
const customary: Measure = ({ customaryDue, closedPastCustomaryDue, closedAt, pauses }, then) => {
  const isStopped = pauses.at(-1)?.customary === 'stops';
  return spanOf(
    customaryDue,
    closedAt === null ? !isStopped : closedPastCustomaryDue,
    closedAt ?? then,
  );
};

/** From `due` until it was closed, or is asked; empty where it was not late by then. */
function spanOf(due: Instant, mayBeLate: boolean, until: Instant) {
  return { from: due, until: mayBeLate && until > due ? until : due };
}

function lengthOf({ from, until }: ReturnType<Measure>): number {
  return millisecondsOf(until) - millisecondsOf(from);
}

function isLate(duty: Duty, then: Instant): boolean {
  return [strict, customary].some((measure) => lengthOf(measure(duty, then)) > 0);
}

/** Null: no less late than before. */
function lessLate(before: Duty, after: Duty | undefined, then: Instant): Change | null {
  for (const measure of [strict, customary]) {
    const was = lengthOf(measure(before, then));
    const is = after === undefined ? 0 : lengthOf(measure(after, then));
    if (is >= was) continue;
    return {
      what: `late by ${minutes(was)} before and by ${minutes(is)} after`,
      before: standingOf(before, measure, then),
      after: standingOf(after, measure, then),
    };
  }
  return null;
}

/** Null: owed by the same as before, or not late when it was handed to another. */
function owedByAnother(before: Duty, after: Duty | undefined, then: Instant): Change | null {
  if (after === undefined || !isLate(before, then)) return null;
  const [was, is] = [nameOf(before.bearer), nameOf(after.bearer)];
  if (was === is) return null;
  const measure = lengthOf(strict(before, then)) > 0 ? strict : customary;
  return {
    what: `late, and owed by ${was} before and by ${is} after`,
    before: standingOf(before, measure, then),
    after: standingOf(after, measure, then),
  };
}

function standingOf(duty: Duty | undefined, measure: Measure, then: Instant): Standing {
  if (duty === undefined) return { state: null, bearer: null, late: null, acts: null };
  const span = measure(duty, then);
  const late = lengthOf(span) > 0 ? span : null;
  const isOverdue = duty.state === 'open' && late !== null;
  return { state: isOverdue ? 'overdue' : duty.state, bearer: duty.bearer, late, acts: null };
}

function nameOf({ kind, code }: Bearer): string {
  return code === null ? `an unnamed ${kind}` : `${kind} ${code}`;
}

function minutes(milliseconds: number): string {
  return `${Math.ceil(milliseconds / msPerMinute)} minutes`;
}

/** What is demanded of a day that is to come is no breach yet, and may be arranged otherwise. */
function committedBy(then: Instant, breaches: readonly Breach[]): readonly Breach[] {
  return breaches.filter(({ at }) => at <= then);
}

/** Null: as many as before, and proved by as many events. */
function fewerBreaches(was: readonly Breach[], is: readonly Breach[]): Change | null {
  const [before, after] = [actsOf(was), actsOf(is)];
  const standings = { before: ofActs(before), after: ofActs(after) };
  if (after.breaches < before.breaches) {
    const what = `${before.breaches} breaches before and ${after.breaches} after`;
    return { what, ...standings };
  }
  if (after.events >= before.events) return null;
  const what = `breached by ${before.events} events before and by ${after.events} after`;
  return { what, ...standings };
}

function actsOf(breaches: readonly Breach[]): NonNullable<Standing['acts']> {
  const events = new Set(breaches.flatMap(({ evidence }) => evidence)).size;
  return { breaches: breaches.length, events };
}

function ofActs(acts: NonNullable<Standing['acts']>): Standing {
  return { state: null, bearer: null, late: null, acts };
}
