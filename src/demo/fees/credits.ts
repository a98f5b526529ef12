/** What the bank credits on a day of the demo: transfers, online payments one by one, cards and cash in one sum each. */
import type { statement } from '../../domain/fees/statement/vocabulary.ts';
import type { CalendarDate } from '../../domain/units.ts';
import type { Chance } from '../chance.ts';
import { type Person, toldOf } from '../people.ts';
import type { Scene } from '../scene.ts';
import { clock } from '../telling.ts';
import type { Numbered } from './books.ts';
import { paymentOf } from './receipts.ts';
import type { Writing } from './writing.ts';

/** A receipt whose money comes into the account. */
export type Banked = { readonly writing: Writing; readonly numbered: Numbered };

export type Credit = {
  /** What the bank calls it. */
  readonly id: string;
  /** When it came; in milliseconds since 1970 UTC. */
  readonly at: number;
  /** In whole đồng. */
  readonly amount: number;
  readonly reference: string | null;
  readonly payer: ReturnType<typeof toldOf> | null;
  readonly allocations: Allocation[];
  readonly how: Matched['how'];
};

type Matched = (typeof statement)['CreditMatched']['example'];
type Allocation = Matched['allocations'][number] & { readonly amount: { readonly amount: number } };

type Draft = Omit<Credit, 'id' | 'allocations'> & { readonly pays: readonly Banked[] };

/** In the order in which they came. Some pay too much, some are nobody's; some of what was paid never comes. */
export function creditsOf(
  { place }: Scene,
  day: CalendarDate,
  banked: readonly Banked[],
  chance: Chance,
): readonly Credit[] {
  const come = banked.filter(({ writing }) => writing.method === 'cash' || !chance.happens(0.01));
  const byMethod = Map.groupBy(come, ({ writing }) => writing.method);
  const drafts = [
    ...transfersOf(byMethod.get('transfer') ?? [], chance),
    ...onlineOf(byMethod.get('online') ?? []),
    ...togetherOf(byMethod.get('pos') ?? [], clock(day, 17 * 60 + 45), 'POS'),
    ...togetherOf(byMethod.get('cash') ?? [], clock(day, 17 * 60 + 15), 'NTM'),
    ...(chance.happens(0.06) ? [strayOn(day, chance)] : []),
  ];
  return drafts
    .toSorted((a, b) => a.at - b.at)
    .map(({ pays, ...draft }, number) => {
      const id = `FT${day.slice(2).replaceAll('-', '')}${place.centre}${String(number + 1).padStart(4, '0')}`;
      return { ...draft, id, allocations: pays.map((one) => allocationOf(id, one)) };
    });
}

/** One transfer for everything that a dossier costs. */
function transfersOf(banked: readonly Banked[], chance: Chance): Draft[] {
  const byDossier = Map.groupBy(banked, ({ writing }) => writing.charge.dossier);
  return [...byDossier].map(([dossier, pays]) => ({
    at: Math.max(...pays.map(({ writing }) => writing.at)) + chance.between(1, 20) * 60_000,
    amount: sumOf(pays) + (chance.happens(0.02) ? 10_000 : 0),
    reference: dossier,
    payer: payerOf(pays),
    pays,
    how: 'reference',
  }));
}

function onlineOf(banked: readonly Banked[]): Draft[] {
  return banked.map((one) => ({
    at: one.writing.at + 60_000,
    amount: one.writing.amount,
    reference: paymentOf(one.writing),
    payer: payerOf([one]),
    pays: [one],
    how: 'provider-reference',
  }));
}

/** Cards are settled once a day in one sum, and so is the day's cash paid in (nộp tiền mặt). */
function togetherOf(pays: readonly Banked[], at: number, reference: string): Draft[] {
  if (pays.length === 0) return [];
  return [{ at, amount: sumOf(pays), reference, payer: null, pays, how: 'amount-and-day' }];
}

/** Money that says nothing of whose it is. */
function strayOn(day: CalendarDate, chance: Chance): Draft {
  const at = clock(day, chance.between(8 * 60, 16 * 60));
  const amount = chance.between(2, 30) * 10_000;
  return { at, amount, reference: null, payer: null, pays: [], how: null };
}

function payerOf(pays: readonly Banked[]): ReturnType<typeof toldOf> | null {
  const payer: Person | undefined = pays[0]?.writing.charge.payer;
  return payer === undefined ? null : { ...toldOf(payer), text: payer.name.toUpperCase() };
}

function allocationOf(credit: string, { writing, numbered }: Banked): Allocation {
  const { book, year, number } = numbered;
  return { credit, book, year, number: String(number), amount: { amount: writing.amount } };
}

function sumOf(pays: readonly Banked[]): number {
  return pays.reduce((sum, { writing }) => sum + writing.amount, 0);
}
