import { describe, expect, test } from 'vitest';
import { replay } from '../../../../src/domain/decider.ts';
import type { Proposal } from '../../../../src/domain/entry.ts';
import { foldReceipt } from '../../../../src/domain/fees/receipt/fold.ts';
import { receiptDecider } from '../../../../src/domain/fees/receipt/receipt.ts';
import {
  amountOf,
  flawOf,
  refundedOf,
  statusOf,
  unknownReceipt,
} from '../../../../src/domain/fees/receipt/state.ts';
import { type ReceiptEvent, receipt } from '../../../../src/domain/fees/receipt/vocabulary.ts';
import { timeline } from '../../../../src/domain/timeline.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const fact = proposalsOf(receipt);
const dong = (amount: number) => ({ amount, currency: 'VND' });
const [nine, ten, eleven, noon] = ['09', '10', '11', '12'].map(
  (hour) => `2026-03-02T${hour}:00:00+07:00`,
);
const items = [
  { kind: 'fee', amount: dong(650_000) },
  { kind: 'charge', amount: dong(100_000) },
  { kind: 'charge', amount: dong(20_000) },
] as const;
const issue = { book: '01BLP0-001', number: '123', items: [...items], total: dong(770_000) };
const issued = fact('ReceiptIssued', issue, nine);
const again = fact('ReceiptIssued', { ...issue, items: [], total: dong(50_000) }, eleven);
const voided = fact('ReceiptVoided', {}, ten);
const lastInstantOf2025 = Instant.parse('2025-12-31T23:59:59.999+07:00');
const newYear = Instant.parse('2026-01-01T00:00:00+07:00');

function stateOf(...past: readonly Proposal<ReceiptEvent>[]) {
  const state = replay(receiptDecider, past);
  return { ...state, statuses: state.uses.map((use) => statusOf(state, use)) };
}

test('before anything is issued, a charge or an exemption is all that there is', () => {
  expect(statusOf(stateOf(), null)).toBe('charged');
  const whole = stateOf(fact('FeeExempted', { extent: 'whole', dossier: 'H42.17-260302-0001' }));
  expect(statusOf(whole, null)).toBe('exempted');
  expect(whole.dossier).toBe('H42.17-260302-0001');
  expect(statusOf(stateOf(fact('FeeExempted', { extent: 'part' })), null)).toBe('charged');
});

test('what was taken is told by kind', () => {
  const [use] = stateOf(issued).uses;
  if (use === undefined) throw new Error('it was issued');
  expect([amountOf(use, 'fee'), amountOf(use, 'charge'), amountOf(use, 'service')]).toEqual([
    650_000, 120_000, 0,
  ]);
});

test('a voided number stays where it is', () => {
  expect(stateOf(issued, voided)).toMatchObject({ statuses: ['voided'], voids: 1 });
  expect(stateOf(issued, voided).uses[0]?.total).toEqual(dong(770_000));
});

test('each use of a number that was used twice stands by itself', () => {
  expect(stateOf(issued, again).statuses).toEqual(['issued', 'issued']);
  expect(stateOf(issued, voided, again).statuses).toEqual(['voided', 'issued']);
});

test('a voiding is of the last use that stands; what is voided beyond that is counted', () => {
  const void2 = fact('ReceiptVoided', {}, noon);
  expect(stateOf(issued, again, void2).statuses).toEqual(['issued', 'voided']);
  expect(stateOf(issued, again, void2, void2).statuses).toEqual(['voided', 'voided']);
  const beyond = stateOf(issued, voided, void2);
  expect(beyond).toMatchObject({ voids: 2, voidedUnusedAt: void2.occurredAt });
});

test('a form that was spoiled is voided', () => {
  const spoiled = stateOf(fact('ReceiptVoided', { reason: 'spoiled' }));
  expect(statusOf(spoiled, null)).toBe('voided');
});

test.each([
  [769_999, 'partly-refunded'],
  [770_000, 'refunded'],
  [770_001, 'refunded'],
  [0, 'issued'],
])('of 770,000 đồng paid back %i leaves it %s', (amount, status) => {
  expect(stateOf(issued, fact('FeeRefunded', { amount: dong(amount) }, ten)).statuses).toEqual([
    status,
  ]);
});

test('a refund in another currency is kept, and not added up with the rest', () => {
  const foreign = fact('FeeRefunded', { amount: { amount: 30, currency: 'USD' } }, ten);
  const state = stateOf(issued, foreign, fact('FeeRefunded', { amount: dong(70_000) }, ten));
  const [use] = state.uses;
  expect(use?.refunds).toHaveLength(2);
  expect(use && refundedOf(use)).toBe(70_000);
  expect(state.statuses).toEqual(['partly-refunded']);
});

describe('what is paid back before there is a receipt', () => {
  const paid = fact('OnlinePaymentRecorded', { reference: 'PAY-1', amount: dong(770_000) }, nine);
  const back = (amount: number) => fact('FeeRefunded', { amount: dong(amount) }, ten);

  test.each([
    ['partly-refunded', [paid, back(769_999)]],
    ['refunded', [paid, back(769_999), back(1)]],
    ['refunded', [back(1)]], // of what was paid nothing is on record
    ['charged', [paid]],
    ['voided', [paid, back(1), voided]],
  ] as const)('leaves it %s', (status, past) => {
    expect(statusOf(stateOf(...past), null)).toBe(status);
  });

  test('is kept, and is no refund of the receipt that comes later', () => {
    const later = fact('ReceiptIssued', issue, eleven);
    const state = stateOf(paid, back(70_000), later);
    expect(state.refunds).toEqual([{ at: Instant.parse(ten), amount: dong(70_000) }]);
    expect(state.statuses).toEqual(['issued']);
  });
});

describe('of which only the day of the issue is known', () => {
  const onThatDay = { precision: 'day' } as const;
  const midnight = '2026-03-02T00:00:00+07:00';
  const fold = (...past: readonly Proposal<ReceiptEvent>[]) =>
    foldReceipt(timeline(past.map((one, number) => entry<ReceiptEvent>(number, one))));

  test('a refund is of the receipt', () => {
    const state = fold(issued, fact('FeeRefunded', { amount: dong(1) }, midnight, onThatDay));
    expect(state.uses.map(({ refunds }) => refunds.length)).toEqual([1]);
    expect(state.refunds).toEqual([]);
  });

  test('a voiding voids it', () => {
    const state = fold(issued, fact('ReceiptVoided', {}, midnight, onThatDay));
    expect(statusOf(state, state.uses[0] ?? null)).toBe('voided');
    expect(state.voidedUnusedAt).toBeNull();
  });
});

test.each<[string | null, string, Proposal<ReceiptEvent>[]]>([
  [null, 'nothing', []],
  [null, 'a receipt that was voided', [issued, voided]],
  [null, 'a total of which no items are known', [again]],
  [null, 'a spoiled form', [voided]],
  ['number-used-twice', 'a number issued twice', [issued, again]],
  ['number-used-twice', 'a number issued again after it was voided', [issued, voided, again]],
  ['voided-twice', 'a receipt voided twice', [issued, voided, voided]],
  ['voided-twice', 'a spoiled form voided twice', [voided, voided]],
  ['total-differs', 'a total that its items do not come to', [short()]],
  ['other-year', 'a receipt of the year before', [{ ...issued, occurredAt: lastInstantOf2025 }]],
  [null, 'a receipt of the first instant of its year', [{ ...issued, occurredAt: newYear }]],
])('%s is said of %s', (flaw, _, past) => {
  expect(flawOf(stateOf(...past), '2026')).toBe(flaw);
});

function short(): Proposal<ReceiptEvent> {
  return fact('ReceiptIssued', { ...issue, total: dong(769_999) }, nine);
}

test('a fold passes over the words of another family', () => {
  const blessed = entry(0, { type: 'DossierBlessed', data: {} });
  expect(foldReceipt([blessed])).toEqual(unknownReceipt);
  expect(foldReceipt([blessed, entry(1, issued)]).uses).toHaveLength(1);
});
