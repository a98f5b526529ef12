/** The money of a demo, as properties of what is planned. */
import { describe, expect, it, test } from 'vitest';
import type { Planned } from '../../src/demo/planned.ts';
import { fees } from '../../src/domain/fees/month/vocabulary.ts';
import { receipt } from '../../src/domain/fees/receipt/vocabulary.ts';
import { statement } from '../../src/domain/fees/statement/vocabulary.ts';
import { partsOf } from '../../src/domain/stream.ts';
import { factsOf, ofType, plantedIn, recordsOf, said, threeMonths } from './told.ts';

const receipts = recordsOf(threeMonths, 'receipt');
const all = factsOf(threeMonths);
const keyNames = ['centre', 'book', 'year', 'number'];
const amountOf = (value: unknown) => Number(Object(value)['amount']);

test.each([
  ['receipt', receipt],
  ['statement', statement],
  ['fees', fees],
])('everything that can happen to a %s does, but that an entry is withdrawn', (category, words) => {
  const types = new Set(
    [...recordsOf(threeMonths, category).values()].flat().map(({ type }) => type),
  );
  const missing = Object.keys(words).filter((type) => !types.has(type));
  expect(missing).toEqual(['EntryWithdrawn']);
});

describe('a book of receipts', () => {
  const numbers = [...receipts].map(([stream, facts]) => {
    const { centre = '', book = '', year = '', number = '' } = partsOf(stream, keyNames) ?? {};
    const issued = facts.find(
      ({ type, data }) => type === 'ReceiptIssued' || data['reason'] === 'spoiled',
    );
    return {
      book: `${centre} ${book} ${year}`,
      number: Number(number),
      at: issued?.occurredAt ?? '',
    };
  });
  const plants = plantedIn(threeMonths);
  const planted = (rule: string) =>
    plants
      .filter((plant) => plant.rule === rule)
      .map(({ subject }) => {
        const { centre = '', book = '', year = '', number } = partsOf(subject, keyNames) ?? {};
        return { book: `${centre} ${book} ${year}`, number: Number(number) };
      });
  const strange = planted('receipt-number-out-of-range');
  const isStrange = (one: { readonly book: string; readonly number: number }) =>
    strange.some(({ book, number }) => book === one.book && number === one.number);
  const ordinary = numbers.filter((one) => !isStrange(one));
  const books = [...Map.groupBy(ordinary, ({ book }) => book)];

  it.each(books)(
    '%s has numbers from 1 on, and no gap but those that are planted',
    (name, used) => {
      const gaps = planted('receipt-number-missing')
        .filter(({ book }) => book === name)
        .map(({ number }) => number - 1);
      const sorted = [...used.map(({ number }) => number), ...gaps].toSorted((a, b) => a - b);
      expect(sorted).toEqual(sorted.map((_, place) => place + 1));
    },
  );

  const filledIn = planted('receipt-number-out-of-order');

  it.each(books)('%s is used in ascending order, but for what is planted', (name, used) => {
    const isFilledIn = (number: number) =>
      filledIn.some((one) => one.book === name && one.number === number);
    const times = used
      .filter(({ number }) => !isFilledIn(number))
      .toSorted((a, b) => a.number - b.number)
      .flatMap(({ at }) => (at === '' ? [] : [at]));
    expect(times).toEqual(times.toSorted());
  });

  it('is given out before its numbers are used', () => {
    const given = ofType(all, 'ReceiptBookIssued').map((fact) => {
      const { book, from, to } = Object(said(fact, 'range'));
      return {
        book: `${fact.centre} ${book} ${String(said(fact, 'year'))}`,
        from: Number(from),
        to: Number(to),
        at: fact.occurredAt,
      };
    });
    const unfounded = ordinary.filter(
      ({ book, number, at }) =>
        at !== '' &&
        !given.some(
          (one) => one.book === book && one.from <= number && number <= one.to && one.at < at,
        ),
    );
    expect(unfounded).toEqual([]);
  });
});

test('a voided receipt is replaced by the number that it names, for the same dossier', () => {
  const voided = ofType(all, 'ReceiptVoided').filter(
    (fact) => said(fact, 'replacedBy') !== undefined,
  );
  expect(voided.length).toBeGreaterThan(0);
  for (const fact of voided) {
    const dossierOf = (facts: readonly Planned[] = []) =>
      said(ofType(facts, 'ReceiptIssued')[0], 'dossier');
    const next = `${fact.stream.slice(0, fact.stream.lastIndexOf('-'))}-${String(said(fact, 'replacedBy'))}`;
    expect(dossierOf(receipts.get(next))).toBe(dossierOf(receipts.get(fact.stream)));
  }
});

test('the items of a receipt come to its total', () => {
  for (const fact of ofType(all, 'ReceiptIssued')) {
    const items: unknown = said(fact, 'items');
    const sum = Array.isArray(items)
      ? items.reduce((all_, { amount }) => all_ + amountOf(amount), 0)
      : 0;
    expect(sum).toBe(amountOf(said(fact, 'total')));
  }
});

test('a statement closes with what it opened with and what came and went; the next opens with that', () => {
  const balances = new Map<string, number>();
  const statements = [...recordsOf(threeMonths, 'statement')].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  for (const [stream, facts] of statements) {
    const { account = '' } = partsOf(stream, ['account', 'id']) ?? {};
    const [opened] = ofType(facts, 'StatementOpened');
    const sum = (type: string) =>
      ofType(facts, type).reduce((all_, fact) => all_ + amountOf(said(fact, 'amount')), 0);
    const opening = amountOf(said(opened, 'opening'));
    expect(opening).toBe(balances.get(account) ?? opening);
    const closing = opening + sum('BankCreditRecorded') - sum('BankDebitRecorded');
    expect(amountOf(said(opened, 'closing'))).toBe(closing);
    balances.set(account, closing);
  }
});

test('a summary names what was taken for the agency in the month', () => {
  const summaries = ofType(all, 'FeeSummarySent');
  expect(summaries.length).toBeGreaterThan(50);
  for (const summary of summaries) {
    const month = summary.stream.slice(-7);
    const own = [...receipts.values()].filter((facts) => {
      const [issued] = ofType(facts, 'ReceiptIssued');
      const [voided] = ofType(facts, 'ReceiptVoided');
      const day = new Date(Date.parse(issued?.occurredAt ?? '') + 7 * 60 * 60_000);
      return (
        issued !== undefined &&
        voided === undefined &&
        issued.centre === summary.centre &&
        said(issued, 'agency') === said(summary, 'agency') &&
        day.toISOString().startsWith(month)
      );
    });
    const uses = own.flatMap((facts) => ofType(facts, 'ReceiptIssued')); // a number used twice counts twice
    const sum = uses.reduce((all_, one) => all_ + amountOf(said(one, 'total')), 0);
    expect([amountOf(said(summary, 'collected')), said(summary, 'receipts')]).toEqual([
      sum,
      uses.length,
    ]);
  }
});
