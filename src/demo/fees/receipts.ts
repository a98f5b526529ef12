/** The receipts of the demo: what a dossier costs is assessed, paid, and now and then voided or paid back. */
import { receipt } from '../../domain/fees/receipt/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import type { CalendarDate, OfficialId } from '../../domain/units.ts';
import { type Chance, chanceFrom } from '../chance.ts';
import type { Charge } from '../desk.ts';
import { ratesOf } from '../offices/procedures.ts';
import type { Planned } from '../planned.ts';
import { presentOf, type Scene } from '../scene.ts';
import { told } from '../telling.ts';
import { bookOf, type Numbered, registerOf } from './books.ts';

type Rate = ReturnType<typeof ratesOf>[number];

/** One receipt, or a number in its place, before it has its number. */
export type Writing = {
  readonly book: string;
  readonly charge: Charge;
  readonly rate: Rate;
  readonly fate: Fate;
  readonly method: Method;
  /** When it is written; in milliseconds since 1970 UTC. */
  readonly at: number;
  /** In whole đồng. */
  readonly amount: number;
};

export type Method = 'cash' | 'transfer' | 'pos' | 'online';

/** What becomes of it. `replaced`: voided, and written again under the next number. */
type Fate = 'issued' | 'exempted' | 'reduced' | 'replaced' | 'replacing' | 'spoiled';

const msPerMinute = 60_000;

/** What is written for one charge, phí and lệ phí apart. */
export function* writingsOf(scene: Scene, charge: Charge): Iterable<Writing> {
  const chance = chanceFrom(scene.options.seed, 'receipts', charge.dossier);
  const method = charge.online ? 'online' : methodOf(chance);
  const isExempt = chance.happens(0.03);
  for (const rate of ratesOf(charge.procedure)) {
    const book = bookOf(scene, charge.agency, rate.kind);
    const wrong = chance.happens(0.004) ? 20_000 : 0; // other than published, which must not be
    const amount = rate.amount.amount + wrong;
    const writing = { book, charge, rate, method, at: charge.at, amount };
    if (isExempt) {
      yield { ...writing, book: registerOf(scene), fate: 'exempted' };
    } else if (chance.happens(0.02)) {
      yield { ...writing, fate: 'reduced', amount: amount / 2 };
    } else if (method !== 'online' && chance.happens(0.012)) {
      yield { ...writing, fate: 'replaced' };
      yield { ...writing, fate: 'replacing', at: charge.at + chance.between(6, 25) * msPerMinute };
    } else {
      if (method === 'cash' && chance.happens(0.003)) yield { ...writing, fate: 'spoiled' };
      yield { ...writing, fate: 'issued' };
    }
  }
}

function methodOf(chance: Chance): Method {
  return chance.weighted([
    [55, 'cash'],
    [30, 'transfer'],
    [15, 'pos'],
  ] as const);
}

/** What is recorded under the number that a writing was given. */
export function* recordOf(
  scene: Scene,
  writing: Writing,
  numbered: Numbered,
  replacedBy: Numbered | null,
): Iterable<Planned> {
  const { charge, fate, at, method } = writing;
  const chance = chanceFrom(scene.options.seed, 'receipt', numbered.book, numbered.number, at);
  const stream = receiptStream(scene, numbered);
  const day = scene.time.dateAt(charge.day);
  const official = writerOf(scene, writing, day, chance);
  const say = sayer(scene, stream);
  if (fate === 'spoiled') {
    const document = `${numbered.number}/BB-TTPVHCC`;
    yield say(at, official, 'ReceiptVoided', { reason: 'spoiled', official, document });
    return;
  }
  void method;
  void replacedBy;
}
