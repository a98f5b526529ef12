/** The books of receipts: numbers and sums added up over their receipts, and the ranges that were given out. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { fees } from '../../../src/domain/fees/month/vocabulary.ts';
import { receipt } from '../../../src/domain/fees/receipt/vocabulary.ts';
import { Instant } from '../../../src/domain/units.ts';
import {
  listReceiptBooks,
  ReceiptBookFilters,
} from '../../../src/projections/lists/receipt-books.ts';
import {
  centresNamed,
  idIn,
  inPages,
  modelOf,
  pagesOf,
  plansOf,
  type SmallModel,
  seenOn,
} from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { march, variedCentres } from '../../support/varied.ts';
import { happenedToReceipts, type Varied, variedReceipts } from './varied-receipts.ts';

const at = Instant.parse(march(25));
const issue = proposalsOf(receipt);
const month = proposalsOf(fees);

function ask(
  { database }: SmallModel,
  asked: object = {},
  limit = 50,
  centres: readonly string[] | null = null,
) {
  const filters = ReceiptBookFilters.parse(asked);
  return pagesOf((cursor) => listReceiptBooks(database, { filters, limit, cursor, centres, at }));
}

describe('of sixty receipts', async () => {
  const model = await modelOf(happenedToReceipts, centresNamed(...variedCentres));
  afterAll(() => model[Symbol.dispose]());

  test('every page has the sums of the books that fit, each once, in order', () => {
    const some = <Value>(...values: readonly Value[]) =>
      fc.option(fc.constantFrom(...values), { nil: undefined });
    const filters = fc.record({
      centre: some(...variedCentres),
      book: some('A', 'D'),
      year: some('2026', '2025'),
    });
    const scopes = fc.constantFrom<(readonly string[] | null)[]>(
      null,
      ['H42'],
      [...variedCentres],
      [],
    );
    fc.assert(
      fc.property(filters, scopes, fc.integer({ min: 1, max: 5 }), (asked, scope, limit) => {
        const fitting = variedReceipts.filter(
          (one) =>
            (scope === null || scope.includes(one.centre)) &&
            (asked.centre ?? one.centre) === one.centre &&
            (asked.book ?? one.book) === one.book &&
            (asked.year ?? '2026') === '2026',
        );
        const pages = ask(model, asked, limit, scope);
        expect(seenOn(pages)).toEqual(inPages(booksOf(fitting), limit));
      }),
    );
  });

  test('the ends of a book are looked up, and not searched for', () => {
    const plans = plansOf(model.database, () => ask(model));
    const ofReceipts = plans.filter((plan) => / receipt\b/.test(plan));
    expect(ofReceipts).toHaveLength(2);
    for (const plan of ofReceipts) {
      expect(plan).toMatch(
        /^SEARCH receipt USING COVERING INDEX \S+ \(centre=\? AND book=\? AND year=\?/,
      );
    }
  });
});

const given = (from: string, to: string, occurredAt: string) => ({
  stream: 'fees-reference-2026-03',
  fact: month(
    'ReceiptBookIssued',
    { year: '2026', range: { book: 'A', from, to }, to: 'kt-1' },
    occurredAt,
  ),
});

test('a book that was given out and not yet used is shown, with its ranges', async () => {
  using model = await modelOf([
    given('101', '200', march(3)),
    given('1', '100', march(2)),
    {
      stream: 'fees-reference-2026-03',
      fact: month('ReceiptBookClosed', { book: 'A', year: '2026', lastUsed: '7' }, march(4)),
    },
  ]);
  const [page] = ask(model);
  expect(page?.items).toMatchObject([
    {
      book: 'A',
      given: 200,
      issued: 0,
      firstNumber: null,
      lastNumber: null,
      sums: [],
      ranges: [
        { firstNumber: 1, lastNumber: 100, official: 'kt-1', lastUsed: '7' },
        { firstNumber: 101, lastNumber: 200, closedAt: Instant.parse(march(4)) },
      ],
    },
  ]);
});

describe('numbers that were given out twice', () => {
  const inApril = (from: string, to: string, book = 'A', year = '2026') => ({
    stream: 'fees-reference-2026-04',
    fact: month(
      'ReceiptBookIssued',
      { year, range: { book, from, to } },
      '2026-04-02T08:00:00+07:00',
    ),
  });
  const twice = async (...happened: Parameters<typeof modelOf>[0]) => {
    using model = await modelOf(happened);
    const streams = ask(model).flatMap(({ items }) =>
      items.flatMap(({ ranges }) => ranges.map(({ again }) => again)),
    );
    const found = ask(model, { givenTwice: 'true' }).flatMap(({ items }) => items);
    const others = ask(model, { givenTwice: 'false' }).flatMap(({ items }) => items);
    return {
      streams,
      found: found.map(({ book }) => book),
      others: others.map(({ book }) => book),
    };
  };
  const [march2026, april2026] = ['fees-reference-2026-03', 'fees-reference-2026-04'];

  test('in another month are found there and here', async () => {
    expect(await twice(given('1', '100', march(2)), inApril('100', '200'))).toEqual({
      streams: [[april2026], [march2026]],
      found: ['A'],
      others: [],
    });
  });

  test('in one month are found too', async () => {
    expect(await twice(given('1', '100', march(2)), given('1', '100', march(3)))).toMatchObject({
      streams: [[march2026], [march2026]],
      found: ['A'],
    });
  });

  test.each([
    ['the numbers after them', inApril('101', '200')],
    ['the same numbers of another book', inApril('1', '100', 'B')],
    ['the same numbers of another year', inApril('1', '100', 'A', '2027')],
  ])('are not %s', async (_, other) => {
    const { streams, found, others } = await twice(given('1', '100', march(2)), other);
    expect(streams.flat()).toEqual([]);
    expect(found).toEqual([]);
    expect(others).toContain('A');
  });
});

test('a receipt that was entered by mistake takes its book along', async () => {
  const stream = 'receipt-reference-A-2026-7';
  const total = { amount: 5, currency: 'VND' };
  using model = await modelOf([
    { stream, fact: issue('ReceiptIssued', { book: 'A', number: '7', total }, march(2)) },
    { stream, fact: issue('EntryWithdrawn', {}, march(3), { corrects: idIn(stream, 0) }) },
  ]);
  expect(ask(model)).toMatchObject([{ items: [], total: 0 }]);
});

/** The same sums, the plain way. */
function booksOf(all: readonly Varied[]) {
  const books = Map.groupBy(all, ({ centre, book }) => `${centre} ${book}`);
  return [...books.keys()].toSorted().map((key) => {
    const [centre = '', book = ''] = key.split(' ');
    const ofBook = books.get(key) ?? [];
    const issued = ofBook.filter(({ fate }) => fate !== 'spoiled');
    const numbers = ofBook.map(({ number }) => number);
    return {
      centre,
      book,
      year: '2026',
      given: 0,
      issued: issued.length,
      repeated: issued.filter(({ fate }) => fate === 'twice').length,
      voided: ofBook.filter(({ fate }) => fate === 'voided' || fate === 'spoiled').length,
      firstNumber: Math.min(...numbers),
      lastNumber: Math.max(...numbers),
      sums: sumsOf(issued),
      ranges: [],
    };
  });
}

function sumsOf(issued: readonly Varied[]) {
  return ['USD', 'VND']
    .map((currency) => {
      const all = issued.filter((one) => one.currency === currency);
      const sum = (fates: readonly string[]) =>
        all
          .filter(({ fate }) => fates.includes(fate))
          .reduce(
            (total, one) => total + (one.fee + one.charge) * (one.fate === 'twice' ? 2 : 1),
            0,
          );
      const refunds = all.filter(({ fate }) => fate === 'refunded').length;
      return {
        currency,
        taken: sum(['issued', 'refunded', 'twice']),
        voided: sum(['voided']),
        refunded: currency === 'VND' ? 5 * refunds : 0,
      };
    })
    .filter(({ taken, voided, refunded }) => taken + voided + refunded > 0);
}
