/** A breach that was corrected away is itself a finding: who did it, when, and what it was before. */
import type { AnyEvent, Entry } from '../entry.ts';
import { type EventId, type Instant, millisecondsOf } from '../units.ts';
import type { Bearer, Breach, Duty, Judgement } from './rule.ts';

const msPerMinute = 60_000;

type Found = Breach;

/**
 * What `entry` took away: `before` and `after` are the judgements without and with it, both asked at
 * the instant `then` at which it became known.
 *
 * Lateness is compared by both due times: a finish date set back takes away from either, and an
 * appointment that was moved too late only from the customary one. What was late is also taken away
 * from whom it was owed by, when the record afterwards names another.
 */
export function lessened(
  before: Judgement,
  after: Judgement,
  entry: Entry<AnyEvent>,
  then: Instant,
): Found[] {
  const late = before.duties.flatMap((duty) => {
    const now = after.duties.find(({ opening }) => opening === duty.opening);
    const changes = [lessLate(duty, now, then), owedByAnother(duty, now, then)];
    return changes
      .filter((change) => change !== null)
      .map((change) => foundOn(entry, then, duty.bearer, change, duty.evidence, duty.opening));
  });
  const was = committedBy(then, before.breaches);
  const fewer = fewerBreaches(was, committedBy(then, after.breaches));
  if (fewer === null) return late;
  const proof = was.flatMap(({ evidence }) => evidence);
  return [...late, foundOn(entry, then, null, fewer, proof, 'breaches')];
}

/** Whether anything is broken at `then` that could be taken away. */
export function isBroken({ duties, breaches }: Judgement, then: Instant): boolean {
  return (
    committedBy(then, breaches).length > 0 ||
    duties.some((duty) => strictLateness(duty, then) > 0 || customaryLateness(duty, then) > 0)
  );
}

function foundOn(
  entry: Entry<AnyEvent>,
  then: Instant,
  bearer: Bearer | null,
  what: string,
  proof: readonly EventId[],
  which: string,
): Found {
  const corrected = entry.corrects === null ? [] : [entry.corrects];
  const rest = [...corrected, ...proof].filter((id) => id !== entry.id);
  return {
    key: `${entry.id}#${which}`,
    at: then,
    bearer,
    evidence: [entry.id, ...new Set(rest)],
    detail: `${what}, by ${entry.actor} at ${then}`,
  };
}

/** Null: no less late than before. */
function lessLate(before: Duty, after: Duty | undefined, then: Instant): string | null {
  for (const measure of [strictLateness, customaryLateness]) {
    const was = measure(before, then);
    const is = after === undefined ? 0 : measure(after, then);
    if (is < was) return `late by ${minutes(was)} before and by ${minutes(is)} after`;
  }
  return null;
}

/** Null: owed by the same as before, or not late when it was handed to another. */
function owedByAnother(before: Duty, after: Duty | undefined, then: Instant): string | null {
  if (after === undefined) return null;
  const [was, is] = [nameOf(before.bearer), nameOf(after.bearer)];
  const wasLate = strictLateness(before, then) > 0 || customaryLateness(before, then) > 0;
  return was === is || !wasLate ? null : `late, and owed by ${was} before and by ${is} after`;
}

function nameOf({ kind, code }: Bearer): string {
  return code === null ? `an unnamed ${kind}` : `${kind} ${code}`;
}

function strictLateness(duty: Duty, then: Instant): number {
  return lateness(duty, duty.due, duty.breached, then);
}

function customaryLateness(duty: Duty, then: Instant): number {
  return lateness(duty, duty.customaryDue, duty.customaryBreached, then);
}

/** Milliseconds past `due`, of a duty as it stands at `then`. */
function lateness(
  { closedAt, suspended }: Duty,
  due: Instant,
  wasLate: boolean,
  then: Instant,
): number {
  if (closedAt === null ? suspended : !wasLate) return 0;
  return Math.max(0, millisecondsOf(closedAt ?? then) - millisecondsOf(due));
}

function minutes(milliseconds: number): string {
  return `${Math.ceil(milliseconds / msPerMinute)} minutes`;
}

/** What is demanded of a day that is to come is no breach yet, and may be arranged otherwise. */
function committedBy(then: Instant, breaches: readonly Breach[]): readonly Breach[] {
  return breaches.filter(({ at }) => at <= then);
}

/** Null: as many as before, and proved by as many events. */
function fewerBreaches(before: readonly Breach[], after: readonly Breach[]): string | null {
  if (after.length < before.length) {
    return `${before.length} breaches before and ${after.length} after`;
  }
  const [was, is] = [eventsIn(before), eventsIn(after)];
  return is < was ? `breached by ${was} events before and by ${is} after` : null;
}

function eventsIn(breaches: readonly Breach[]): number {
  return new Set(breaches.flatMap(({ evidence }) => evidence)).size;
}
