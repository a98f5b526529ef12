/** Which receipts of a demo are wrong, and how. */
import type { CalendarDate } from '../../domain/units.ts';
import type { Charge } from '../desk.ts';
import type { Scene } from '../scene.ts';

/**
 * `wrong-amount`: not what is published. `elsewhere`: collected by another than the one named. `after-gap`:
 * the number before it is passed over. `filled-in`: it, too, but the
 * number is said in the evening to be spoiled. `out-of-range`: a number that nobody gave out. `repeated`,
 * `voided-twice`: said again by a file of the invoicing software.
 */
export type FeeBreach =
  | 'wrong-amount'
  | 'elsewhere'
  | 'after-gap'
  | 'filled-in'
  | 'out-of-range'
  | 'repeated'
  | 'voided-twice';

/** The rule that finds each. */
export const rulesBroken: Readonly<Record<FeeBreach, string>> = {
  'wrong-amount': 'fee-as-published',
  elsewhere: 'collected-where-due',
  'after-gap': 'receipt-number-missing',
  'filled-in': 'receipt-number-out-of-order',
  'out-of-range': 'receipt-number-out-of-range',
  repeated: 'receipt-number-repeated',
  'voided-twice': 'receipt-voided-twice',
};

const all = [
  'wrong-amount',
  'elsewhere',
  'after-gap',
  'filled-in',
  'out-of-range',
  'repeated',
  'voided-twice',
] as const;

/** What is paid for, and how. */
type Paid = { readonly charge: Charge; readonly method: string };

/** Null: it is as it should be. Asked once for each writing that would be issued, day after day. */
export type Breaching = (writing: Paid, day: CalendarDate) => FeeBreach | null;

export function breachesOf(scene: Scene): Breaching {
  return (writing, day) =>
    all.find((breach) => mayBe(breach, writing) && scene.breaks(rulesBroken[breach], day)) ?? null;
}

function mayBe(breach: FeeBreach, { charge, method }: Paid): boolean {
  if (breach === 'elsewhere') return method !== 'online' && charge.resultChannel === 'direct';
  return breach !== 'voided-twice' || method !== 'online';
}
