import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accepted, replay } from '../../../../src/domain/decider.ts';
import type { Proposal } from '../../../../src/domain/entry.ts';
import { receiptFamily } from '../../../../src/domain/fees/receipt/family.ts';
import {
  type ReceiptRefusal,
  receiptDecider,
  receiptRefusals,
} from '../../../../src/domain/fees/receipt/receipt.ts';
import { type ReceiptEvent, receipt } from '../../../../src/domain/fees/receipt/vocabulary.ts';
import { CentreCode, Instant } from '../../../../src/domain/units.ts';
import { specify } from '../../../support/decider-spec.ts';
import { backfilled, eventId, examplesOf, imported, proposalsOf } from '../../../support/stated.ts';

const { given } = specify(receiptDecider);
const fact = proposalsOf(receipt);

type Fact = Proposal<ReceiptEvent>;

const [eight, nine, ten] = [clock('08'), clock('09'), clock('10')];
const dong = (amount: number) => ({ amount, currency: 'VND' });
const item = { kind: 'fee', amount: dong(650_000) } as const;
const issue = { book: '01BLP0-001', number: '123', total: dong(650_000), items: [item] };

const assessed = fact('FeeAssessed', { items: [item] }, eight);
const issued = fact('ReceiptIssued', issue, nine);
const voided = fact('ReceiptVoided', { reason: 'wrong-payer' }, ten);
const spoiled = fact('ReceiptVoided', { reason: 'spoiled' }, nine);
const refunded = fact('FeeRefunded', { amount: dong(650_000) }, ten);
const paid = fact('OnlinePaymentRecorded', { reference: 'PAY-1', amount: dong(650_000) }, eight);

test.each<[string, Fact[], Fact]>([
  ['a charge', [], assessed],
  ['a receipt of what was charged', [assessed], issued],
  ['a receipt that nobody charged first', [], issued],
  [
    'a receipt of which only the total is known',
    [],
    fact('ReceiptIssued', { ...issue, items: [] }),
  ],
  ['a service', [], fact('ServiceCharged', { service: 'Sao chụp', amount: dong(12_000) })],
  ['an exemption without a receipt', [], fact('FeeExempted', { extent: 'whole' })],
  ['a payment before its receipt', [assessed], paid],
  ['a receipt of what was paid online', [assessed, paid], issued],
  ['another payment by the same provider', [paid], payment('PAY-2')],
  ['the same reference of another provider', [paid], payment('PAY-1', 'VNPAY')],
  ['a voiding', [issued], voided],
  ['a voiding at the very instant of the issue', [issued], at(voided, nine)],
  ['a form that was spoiled before it was issued', [], spoiled],
  ['a refund', [issued], refunded],
  ['a refund of what was voided', [issued, voided], refunded],
  ['a refund of what was paid online, before any receipt', [paid], refunded],
  [
    'a refund between the payment and the receipt, entered after it',
    [paid, at(issued, ten)],
    at(refunded, nine),
  ],
])('%s is recorded', (_, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenAccepts();
});

test.each<[string, Fact[], Fact]>([
  ['a second charge', [assessed], assessed],
  ['a charge after the receipt', [issued], at(assessed, ten)],
  ['a refund of more than was paid', [issued], fact('FeeRefunded', { amount: dong(900_000) }, ten)],
  ['a second refund', [issued, refunded], refunded],
  ['a payment of another sum', [issued], { ...paid, data: { ...paid.data, reference: 'PAY-9' } }],
])('%s did happen, so it is recorded too', (_, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenAccepts();
});

const lessThanItems = fact('ReceiptIssued', { ...issue, total: dong(649_999) }, nine);

/** The first three are refused by the record that the entry is sent to: see below. */
const refusals: readonly [ReceiptRefusal, readonly Fact[], Fact][] = [
  ['receipt/total-differs', [], lessThanItems],
  ['receipt/number-used', [issued], issued],
  ['receipt/number-voided', [issued, voided], at(issued, ten)],
  ['receipt/already-voided', [issued, voided], voided],
  ['receipt/not-issued', [assessed], voided],
  ['receipt/payment-recorded', [paid], paid],
  ['receipt/effect-before-cause', [issued], at(voided, eight)],
];

test.each(refusals)('%s', (because, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test('every refusal is shown here, in its order of precedence', () => {
  const shown = [...misplacements.map(([because]) => because), ...refusals.map(([one]) => one)];
  expect(shown).toEqual(Object.keys(receiptRefusals));
  expect(receiptDecider.refusals).toBe(receiptRefusals);
});

test.each<[string, readonly Fact[], Fact, ReceiptRefusal]>([
  ['a wrong total before a used number', [issued], lessThanItems, 'receipt/total-differs'],
  ['a second voiding of a spoiled form', [spoiled], spoiled, 'receipt/already-voided'],
  ['a spoiled form that is issued after all', [spoiled], issued, 'receipt/number-voided'],
  ['a voiding of nothing before a wrong time', [], at(voided, eight), 'receipt/not-issued'],
  ['a refund of nothing', [assessed], refunded, 'receipt/not-issued'],
  ['a refund before the issue', [issued], at(refunded, eight), 'receipt/effect-before-cause'],
  [
    'a refund before the payment',
    [at(paid, nine)],
    at(refunded, eight),
    'receipt/effect-before-cause',
  ],
  ['a voiding of what was only paid', [paid], voided, 'receipt/not-issued'],
])('%s', (_, past, proposed, because) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test.each([
  ['a backfill', backfilled],
  ['an import', imported],
])('%s keeps what an operator is asked to look at again', (_, via) => {
  for (const [, past, proposed] of refusals) {
    given(...past)
      .when({ ...proposed, ...via })
      .thenAccepts();
  }
});

test('where only the day is known, a voiding on the day of the issue is not before it', () => {
  const day = { ...at(voided, '2026-03-02T00:00:00+07:00'), precision: 'day' } as const;
  given(issued).when(day).thenAccepts();
  given(issued)
    .when({ ...day, occurredAt: Instant.parse('2026-03-01T00:00:00+07:00') })
    .thenRefuses('receipt/effect-before-cause');
});

const key = { centre: 'reference', book: '01BLP0-001', year: '2026', number: '123' };
const lastInstant = '2026-12-31T23:59:59.999+07:00';
const nextYear = '2027-01-01T00:00:00+07:00';

const misplacements: readonly [ReceiptRefusal, Fact][] = [
  ['receipt/other-centre', { ...voided, centre: CentreCode.parse('BL') }],
  ['receipt/other-number', fact('ReceiptIssued', { ...issue, number: '124' })],
  ['receipt/other-year', at(issued, nextYear)],
];

test.each(misplacements)('%s', (because, proposed) => {
  expect(receiptFamily.misplaced(proposed, key, true)).toBe(because);
});

test('a receipt is of the year of its day in Vietnam', () => {
  expect(receiptFamily.misplaced(at(issued, lastInstant), key, true)).toBeNull();
  expect(receiptFamily.misplaced(at(issued, '2026-01-01T00:00:00+07:00'), key, true)).toBeNull();
  expect(receiptFamily.misplaced(at(voided, nextYear), key, false)).toBeNull();
  expect(receiptFamily.misplaced({ ...at(issued, nextYear), ...imported }, key, true)).toBeNull();
});

test('another book or number is nowhere kept under this one', () => {
  const book = fact('ReceiptIssued', { ...issue, book: '01BLP0-002' }, nine, imported);
  expect(receiptFamily.misplaced(book, key, true)).toBe('receipt/other-number');
});

test('a withdrawal of an entry is about the record, and is taken whatever stands', () => {
  given(issued, voided)
    .when(fact('EntryWithdrawn', {}, ten, { corrects: eventId(1) }))
    .thenAccepts();
});

const anyEvent = fc
  .tuple(fc.constantFrom(...examplesOf(receipt)), fc.integer({ min: 0, max: 5 }))
  .map(([example, hour]) => at(example, clock(String(8 + hour).padStart(2, '0'))));

test('what is entered live leaves no number used or voided twice', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40 }), (proposed) => {
      const kept = proposed.reduce<Fact[]>((past, one) => {
        const { kind } = receiptDecider.decide(one, replay(receiptDecider, past));
        return kind === 'accepted' ? [...past, one] : past;
      }, []);
      const { uses, voids } = replay(receiptDecider, kept);
      expect(uses.length).toBeLessThanOrEqual(1);
      expect(voids).toBeLessThanOrEqual(1);
    }),
  );
});

test('whatever is on record, an import is kept and the state is told', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40 }), anyEvent, (past, proposed) => {
      const state = replay(receiptDecider, past);
      expect(receiptDecider.decide({ ...proposed, ...imported }, state)).toEqual(accepted);
      const { uses, voids } = replay(receiptDecider, past);
      const count = (type: string) => past.filter((one) => one.type === type).length;
      expect(uses).toHaveLength(count('ReceiptIssued'));
      expect(voids).toBe(count('ReceiptVoided'));
    }),
  );
});

function clock(hour: string): string {
  return `2026-03-02T${hour}:00:00+07:00`;
}

function at(proposed: Fact, occurredAt: string): Fact {
  return { ...proposed, occurredAt: Instant.parse(occurredAt) };
}

function payment(reference: string, provider: string | null = null): Fact {
  return fact('OnlinePaymentRecorded', { provider, reference, amount: dong(650_000) });
}
