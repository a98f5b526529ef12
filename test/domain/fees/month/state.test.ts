import { expect, test } from 'vitest';
import { replay } from '../../../../src/domain/decider.ts';
import type { Proposal } from '../../../../src/domain/entry.ts';
import { foldFees } from '../../../../src/domain/fees/month/fold.ts';
import { feesDecider } from '../../../../src/domain/fees/month/month.ts';
import { unknownMonth } from '../../../../src/domain/fees/month/state.ts';
import { type FeesEvent, fees } from '../../../../src/domain/fees/month/vocabulary.ts';
import { AgencyCode } from '../../../../src/domain/units.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const fact = proposalsOf(fees);
const agency = AgencyCode.parse('H42.17');
const [first, second, third] = ['01', '02', '03'].map((day) => `2026-04-${day}T09:00:00+07:00`);
const vnd = (amount: number) => ({ amount, currency: 'VND' });
const usd = (amount: number) => ({ amount, currency: 'USD' });

function monthOf(...past: readonly Proposal<FeesEvent>[]) {
  return replay(feesDecider, past).agencies.get(agency);
}

test('of several summaries, the first says when it was sent and the last what is in it', () => {
  const sent = fact('FeeSummarySent', { agency, collected: vnd(100), receipts: 2 }, first);
  const again = fact('FeeSummarySent', { agency, collected: vnd(90) }, second);
  expect(monthOf(sent, again)).toMatchObject({
    summaries: 2,
    summarySentAt: sent.occurredAt,
    collected: vnd(90),
    receipts: 2,
  });
});

test('remittances are added up, each currency by itself', () => {
  const parts = [
    fact('FeesRemitted', { agency, amount: vnd(60), retained: vnd(6) }, first),
    fact('FeesRemitted', { agency, amount: vnd(40), toBudget: vnd(4) }, second),
    fact('FeesRemitted', { agency, amount: usd(5) }, third),
  ];
  expect(monthOf(...parts)).toMatchObject({
    remittedAt: parts[0]?.occurredAt,
    remitted: new Map([
      ['VND', 100],
      ['USD', 5],
    ]),
    retained: new Map([['VND', 6]]),
    toBudget: new Map([['VND', 4]]),
  });
});

test('whether the agency agrees is what it said last; the month remembers that it disputed', () => {
  const disputed = fact('ReconciliationDisputed', { agency }, first);
  const agreed = fact('ReconciliationAgreed', { agency }, second);
  expect(monthOf(disputed)).toMatchObject({ reconciliation: 'disputed', agreedAt: null });
  expect(monthOf(disputed, agreed)).toMatchObject({
    reconciliation: 'agreed',
    answeredAt: disputed.occurredAt,
    agreedAt: agreed.occurredAt,
    disputes: 1,
  });
});

test('agencies do not touch each other', () => {
  const { agencies } = replay(feesDecider, [
    fact('FeesSettled', { agency }, first),
    fact('FeesRemitted', { agency: 'H42.20', amount: vnd(1) }, first),
  ]);
  expect([...agencies.keys()]).toEqual([agency, 'H42.20']);
  expect(agencies.get(agency)).toMatchObject({ settledAt: expect.any(String), remittedAt: null });
});

test('a book is closed with all its ranges, and only once', () => {
  const range = (from: string, to: string) =>
    fact('ReceiptBookIssued', { year: '2026', range: { book: 'A', from, to } }, first);
  const close = (at: string | undefined, lastUsed: string) =>
    fact('ReceiptBookClosed', { book: 'A', year: '2026', lastUsed }, at);
  const { books } = replay(feesDecider, [
    range('1', '100'),
    range('101', '200'),
    close(second, '150'),
    close(third, '160'),
  ]);
  const closedAt = close(second, '150').occurredAt;
  expect(books.map((book) => [book.closedAt, book.lastUsed])).toEqual([
    [closedAt, '150'],
    [closedAt, '150'],
  ]);
});

test('a fold passes over the words of another family', () => {
  const blessed = entry(0, { type: 'DossierBlessed', data: {} });
  expect(foldFees([blessed])).toEqual(unknownMonth);
  expect(foldFees([blessed, entry(1, fact('FeesSettled', { agency }))]).agencies.size).toBe(1);
});
