import { expect, test } from 'vitest';
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

test('a refund of a receipt of which nothing is on record is told by the trail alone', () => {
  expect(stateOf(fact('FeeRefunded', { amount: dong(1) }, ten)).uses).toEqual([]);
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
])('%s is said of %s', (flaw, _, past) => {
  expect(flawOf(stateOf(...past))).toBe(flaw);
});

function short(): Proposal<ReceiptEvent> {
  return fact('ReceiptIssued', { ...issue, total: dong(769_999) }, nine);
}

test('a fold passes over the words of another family', () => {
  const blessed = entry(0, { type: 'DossierBlessed', data: {} });
  expect(foldReceipt([blessed])).toEqual(unknownReceipt);
  expect(foldReceipt([blessed, entry(1, issued)]).uses).toHaveLength(1);
});
