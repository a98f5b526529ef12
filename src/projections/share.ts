/**
 * The part of the records that one of several shows, where a model is built by several at once.
 *
 * Each goes by itself through its own records, into a file of its own. Then they tell
 * each other what only the whole log says: where records are found, and which subjects that are
 * gathered from several records wait to be judged. Those they share out, too.
 */
import type { Row } from './table.ts';

export type Share = {
  /** From 0. */
  readonly number: number;
  /** How many there are. */
  readonly of: number;
};

/** All of it: built by one alone. */
export const whole: Share = { number: 0, of: 1 };

/** What one of them found as its records went by, and all need before they go on. */
export type Passed = {
  /** Rows of the table `member`. */
  readonly members: readonly Row[];
  /** Subjects that wait to be judged. */
  readonly waiting: readonly string[];
};

/** Records that are read at once: enough that finding them costs little, and few in memory. */
const portion = 32;

/** The records that fall to this one of them, in portions of neighbours. @param streams of one family, in order. */
export function* portionsOf(
  streams: readonly string[],
  { number, of }: Share,
): Iterable<readonly string[]> {
  for (let from = number * portion; from < streams.length; from += of * portion) {
    yield streams.slice(from, from + portion);
  }
}

/** Whether a subject that is gathered from several records falls to this one of them. */
export function isIn({ number, of }: Share, name: string): boolean {
  return of === 1 || sumOf(name) % of === number;
}

function sumOf(text: string): number {
  let sum = 0;
  for (let place = 0; place < text.length; place += 1) {
    sum = (sum * 31 + text.charCodeAt(place)) % 65_521;
  }
  return sum;
}
