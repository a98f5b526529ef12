/** Sums of money, each currency by itself. */
import type { Money } from '../units.ts';

/** Whole minor units by currency. */
export type Sums = ReadonlyMap<string, number>;

/** A sum of one currency. */
export type Sum = Pick<Money, 'amount' | 'currency'>;

export const noSums: Sums = new Map();

/** `sums`, and each of `more`. */
export function plus(sums: Sums, ...more: readonly Sum[]): Sums {
  const all = new Map(sums);
  for (const { amount, currency } of more) all.set(currency, (all.get(currency) ?? 0) + amount);
  return all;
}

/** What `sums` come to in one currency; 0 where there is none of it. */
export function sumIn(sums: readonly Sum[], currency: string): number {
  return sums.reduce((sum, one) => (one.currency === currency ? sum + one.amount : sum), 0);
}
