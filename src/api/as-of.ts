/** As of: what was on record up to an event, or at a recorded time. */
import { z } from 'zod';
import type { Index } from '../domain/units.ts';
import { type Instant, instantAt } from '../domain/units.ts';
import { timeAsOf } from '../projections/lists/moment.ts';
import type { RouteParts } from './parts.ts';
import { ApiProblem } from './problem.ts';

export const AsOf = z.object({
  asOf: z
    .string()
    .max(40)
    .optional()
    .describe(
      'The index of an event, or a recorded time like 2026-03-02T08:00:00+07:00, inclusive; a date alone is the end of that day in Vietnam. Left out: now. Write + in an address as %2B.',
    ),
});

/** The past that is asked about. */
export type Then = {
  /** The last event that counts; -1: none. */
  readonly upTo: Index;
  /** The instant at which what is open is compared with when it was due. */
  readonly at: Instant;
};

/**
 * What `asOf` says; null where it says nothing: now.
 *
 * @throws ApiProblem if it is neither an index nor a time, or has not come yet.
 */
export function thenOf(
  { log, now }: Pick<RouteParts, 'log' | 'now'>,
  asOf: string | undefined,
): Then | null {
  if (asOf === undefined) return null;
  if (/^(-1|\d{1,15})$/.test(asOf)) return thenAtIndex(log, BigInt(asOf));
  const last = log.after(log.size() - 2n, 1)[0]?.recordedAt;
  const clock = instantAt(now().getTime());
  const present = last !== undefined && last > clock ? last : clock;
  const time = timeAsOf(asOf, present);
  if (time === null) throw new ApiProblem('list/bad-as-of');
  if (time > present) {
    throw new ApiProblem('list/not-yet', {
      detail: `That is later than now by the ledger's clock (${present}). Leave asOf out for the present.`,
    });
  }
  return { upTo: log.lastIndexAt(time), at: time };
}

/** As of an event is as of the time at which it was recorded. */
function thenAtIndex(log: RouteParts['log'], upTo: Index): Then {
  if (upTo === -1n) return { upTo, at: instantAt(0) };
  const [event] = log.after(upTo - 1n, 1);
  if (event === undefined) {
    throw new ApiProblem('list/not-yet', {
      detail: `The last event of the ledger has the index ${log.size() - 1n}. Ask for one up to there.`,
    });
  }
  return { upTo, at: event.recordedAt };
}
