/** The centre's account at the bank, day by day: what came in, and which receipts it pays. */
import { statement } from '../../domain/fees/statement/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import type { CalendarDate } from '../../domain/units.ts';
import { type Chance, chanceFrom } from '../chance.ts';
import type { Planned } from '../planned.ts';
import { presentOf, type Scene } from '../scene.ts';
import { serviceAt, told } from '../telling.ts';
import { type Banked, type Credit, creditsOf } from './credits.ts';
import { providerOf } from './receipts.ts';

type Words = typeof statement;

/** Money that goes out of the account. */
export type Debit = {
  /** What the bank calls it. */
  readonly debit: string;
  /** When it goes; in milliseconds since 1970 UTC. */
  readonly at: number;
  /** In whole đồng. */
  readonly amount: number;
  readonly reference: string;
};

/** The statement of a day, which is read at the start of the next working day; none of a day without entries. */
export type Statements = (
  day: CalendarDate,
  banked: readonly Banked[],
  debits: readonly Debit[],
) => Iterable<Planned>;

const msPerMinute = 60_000;

/** The account of a centre. Asked for one day after another, it knows its balance. */
export function statementsOf(scene: Scene): Statements {
  const { place, options } = scene;
  let balance = 150_000_000 + Math.ceil(options.perDay) * 10_000_000;

  return function* (day, banked, debits) {
    const chance = chanceFrom(options.seed, 'statement', place.centre, day);
    const credits = creditsOf(scene, day, banked, chance);
    if (credits.length === 0 && debits.length === 0) return;
    const page = opened(scene, day, chance);
    const opening = balance;
    const closing = sumOf(credits) - sumOf(debits) + opening;
    yield page.say(page.at, 'StatementOpened', {
      account: place.account,
      bank: providerOf(scene),
      holder: place.unit,
      from: day,
      to: day,
      opening: { amount: opening },
      closing: { amount: closing },
    });
    for (const credit of credits) {
      balance += credit.amount;
      yield booked(page, day, credit, balance);
    }
    for (const { debit, at, amount, reference } of debits) {
      balance -= amount;
      const figures = { bookedOn: day, valueDate: day, amount: { amount } };
      const entry = { debit, ...figures, balance: { amount: balance }, reference };
      yield page.say(at, 'BankDebitRecorded', entry);
    }
    for (const credit of credits) yield* settled(page, credit);
  };
}

/** A statement while it is gone through. */
type Page = {
  readonly chance: Chance;
  readonly official: string;
  /** When it is read; in milliseconds since 1970 UTC. */
  readonly at: number;
  /** What happened is entered when it is read, or when it happens after that. */
  readonly say: <Type extends keyof Words>(
    at: number,
    type: Type,
    data: Words[Type]['example'],
  ) => Planned;
};

function opened(scene: Scene, day: CalendarDate, chance: Chance): Page {
  const { place, time } = scene;
  const readOn = time.nextWorkingDay(day);
  const at = serviceAt(scene, readOn, chance.between(10, 40));
  const official = presentOf(scene, [place.accountant, place.deputy], readOn, chance);
  const stream = streamName('statement', place.account, day);
  return {
    chance,
    official,
    at,
    say: (when, type, data) => {
      const telling = { at: when, enteredAt: Math.max(at, when), by: official };
      return told(scene, stream, telling, [statement, type, data]);
    },
  };
}

function booked(
  { say }: Page,
  day: CalendarDate,
  { id, at, amount, reference, payer }: Credit,
  balance: number,
): Planned {
  return say(at, 'BankCreditRecorded', {
    credit: id,
    bookedOn: day,
    valueDate: day,
    amount: { amount },
    balance: { amount: balance },
    reference,
    ...(payer === null ? {} : { payer }),
  });
}

/** Matched to what it pays; or left, where nobody knows what that is. Now and then a match is undone and made again. */
function* settled({ chance, at, official, say }: Page, credit: Credit): Iterable<Planned> {
  const { id, amount, how, allocations } = credit;
  const when = at + chance.between(5, 45) * msPerMinute;
  const paid = allocations.reduce((sum, one) => sum + one.amount.amount, 0);
  if (paid < amount) {
    const reason = paid === 0 ? ('payer-unknown' as const) : ('overpaid' as const);
    yield say(when, 'CreditLeftUnmatched', { credit: id, reason, official });
  }
  if (allocations.length === 0) return;
  const match = `DC-${id}`;
  yield say(when + msPerMinute, 'CreditMatched', { match, allocations, how, official });
  if (!chance.happens(0.006)) return;
  const undone = { match, reason: 'wrong-receipt' as const, official };
  yield say(when + 10 * msPerMinute, 'CreditMatchUndone', undone);
  const again = { match: `${match}-2`, allocations, how: 'by-hand' as const, official };
  yield say(when + 20 * msPerMinute, 'CreditMatched', again);
}

function sumOf(entries: readonly { readonly amount: number }[]): number {
  return entries.reduce((sum, { amount }) => sum + amount, 0);
}
