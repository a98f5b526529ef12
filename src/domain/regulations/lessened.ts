/** A breach that was corrected away is itself a finding: who did it, when, and what it was before. */
import type { AnyEvent, Entry } from '../entry.ts';
import { type EventId, type Instant, millisecondsOf } from '../units.ts';
import type { Bearer, Breach, Duty, Judgement } from './rule.ts';

const msPerMinute = 60_000;

/**
 * What `entry` took away: `before` and `after` are the judgements without and with it, both asked at
 * the instant at which it was recorded. Lateness is compared by the customary due time, which is what
 * a changed appointment changes.
 */
export function lessened(
  before: Judgement,
  after: Judgement,
  entry: Entry<AnyEvent>,
): (Breach & { readonly bearer: Bearer | null })[] {
  const then = entry.recordedAt;
  const evidence = entry.corrects === null ? [] : [entry.corrects];
  const found = (bearer: Bearer | null, what: string, proof: readonly EventId[]) => ({
    at: then,
    bearer,
    evidence: [
      entry.id,
      ...evidence,
      ...proof.filter((id) => id !== entry.id && id !== entry.corrects),
    ] as const,
    detail: `${what}, by ${entry.actor} at ${then}`,
  });

  const late = before.duties.flatMap((duty) => {
    const was = lateness(duty, then);
    const now = after.duties.find(({ opening }) => opening === duty.opening);
    const is = now === undefined ? 0 : lateness(now, then);
    if (is >= was) return [];
    return [
      found(
        duty.bearer,
        `late by ${minutes(was)} before and by ${minutes(is)} after`,
        duty.evidence,
      ),
    ];
  });
  if (after.breaches.length >= before.breaches.length) return late;
  const fewer = `${before.breaches.length} breaches before and ${after.breaches.length} after`;
  return [
    ...late,
    found(
      null,
      fewer,
      before.breaches.flatMap((breach) => breach.evidence),
    ),
  ];
}

/** Milliseconds past the customary due time, of a duty as it stands at `then`. */
function lateness(duty: Duty, then: Instant): number {
  if (duty.closedAt !== null && !duty.customaryBreached) return 0;
  if (duty.suspended) return 0;
  const until = duty.closedAt ?? then;
  return Math.max(0, millisecondsOf(until) - millisecondsOf(duty.customaryDue));
}

function minutes(milliseconds: number): string {
  return `${Math.ceil(milliseconds / msPerMinute)} minutes`;
}
