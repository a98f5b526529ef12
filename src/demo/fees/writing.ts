/** What is to be written for what a dossier of the demo costs: phí and lệ phí apart, and what becomes of each. */
import type { CalendarDate } from '../../domain/units.ts';
import { type Chance, chanceFrom } from '../chance.ts';
import type { Charge } from '../desk.ts';
import { ratesOf } from '../offices/procedures.ts';
import type { Scene } from '../scene.ts';
import { bookOf, registerOf } from './books.ts';
import type { Breaching, FeeBreach } from './breaches.ts';

/** One receipt, or what stands under a number in its place, before it has its number. */
export type Writing = {
  readonly book: string;
  readonly charge: Charge;
  readonly rate: ReturnType<typeof ratesOf>[number];
  readonly method: Method;
  readonly fate: Fate;
  /** When it is written; in milliseconds since 1970 UTC. */
  readonly at: number;
  /** What is paid, in whole đồng; of what is exempted, what was to be paid. */
  readonly amount: number;
  /** What is wrong with it on purpose; null: nothing. */
  readonly breach: FeeBreach | null;
};

export type Method = 'cash' | 'transfer' | 'pos' | 'online';

/** `replaced`: voided, and written again as `replacing`. `spoiled`: voided before it was issued. */
export type Fate = 'issued' | 'exempted' | 'reduced' | 'replaced' | 'replacing' | 'spoiled';

const msPerMinute = 60_000;

/** @param day on which it is paid. */
export function* writingsOf(
  scene: Scene,
  charge: Charge,
  day: CalendarDate,
  breachOf: Breaching,
): Iterable<Writing> {
  const chance = chanceFrom(scene.options.seed, 'charge', charge.dossier);
  const method = charge.online ? 'online' : methodOf(chance);
  const isExempt = chance.happens(0.03);
  for (const rate of ratesOf(charge.procedure)) {
    const book = bookOf(scene, charge.agency, rate.kind);
    const { amount } = rate.amount;
    const paid = { charge, rate, method, at: charge.at, amount, breach: null };
    if (isExempt) {
      yield { ...paid, book: registerOf(scene), fate: 'exempted' };
    } else if (chance.happens(0.02)) {
      yield { ...paid, book, fate: 'reduced', amount: amount / 2 };
    } else {
      const breach = breachOf(paid, day);
      const writing = { ...paid, book, breach };
      if (breach === 'voided-twice' || isReplaced(writing, chance)) {
        yield { ...writing, fate: 'replaced' };
        const at = charge.at + chance.between(8, 25) * msPerMinute;
        yield { ...writing, breach: null, fate: 'replacing', at };
        continue;
      }
      const isSpoiled = breach === null && method === 'cash' && chance.happens(0.004);
      if (isSpoiled) yield { ...writing, fate: 'spoiled' };
      const more = breach === 'wrong-amount' ? wrong : 0;
      yield { ...writing, fate: 'issued', amount: amount + more };
    }
  }
}

/** In đồng, more than is published. */
const wrong = 20_000;

function isReplaced({ method, breach }: Pick<Writing, 'method' | 'breach'>, chance: Chance) {
  return breach === null && method !== 'online' && chance.happens(0.012);
}

/** The writing that takes the place of one that is replaced. */
export function replacementOf({ charge, rate }: Writing, among: readonly Writing[]) {
  return among.find(
    (one) =>
      one.fate === 'replacing' &&
      one.charge.dossier === charge.dossier &&
      one.rate.rate === rate.rate,
  );
}

function methodOf(chance: Chance): Method {
  return chance.weighted([
    [55, 'cash'],
    [30, 'transfer'],
    [15, 'pos'],
  ] as const);
}
