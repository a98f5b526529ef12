import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accepted, replay } from '../../../../src/domain/decider.ts';
import type { Proposal } from '../../../../src/domain/entry.ts';
import { feesFamily } from '../../../../src/domain/fees/month/family.ts';
import {
  type FeesRefusal,
  feesDecider,
  feesRefusals,
} from '../../../../src/domain/fees/month/month.ts';
import { type FeesEvent, fees } from '../../../../src/domain/fees/month/vocabulary.ts';
import { CentreCode, Instant } from '../../../../src/domain/units.ts';
import { specify } from '../../../support/decider-spec.ts';
import { backfilled, examplesOf, imported, proposalsOf } from '../../../support/stated.ts';

const { given } = specify(feesDecider);
const fact = proposalsOf(fees);

type Fact = Proposal<FeesEvent>;

const [eight, nine, ten] = [clock('08'), clock('09'), clock('10')];
const agency = 'H42.17';
const amount = { amount: 54_600_000, currency: 'VND' };

const summary = fact('FeeSummarySent', { agency, collected: amount, receipts: 87 }, nine);
const remitted = fact('FeesRemitted', { agency, amount }, nine);
const agreed = fact('ReconciliationAgreed', { agency }, ten);
const disputed = fact('ReconciliationDisputed', { agency, reason: 'wrong-amount' }, ten);
const share = fact('RetentionShareDecided', { share: 1_000, from: '2026-03-01' }, nine);
const settled = fact('FeesSettled', { agency, period: 'quarter' }, nine);
const book = given101to200();
const closed = fact('ReceiptBookClosed', { book: '01BLP0-001', year: '2026' }, ten);

test.each<[string, Fact[], Fact]>([
  ['a summary', [], summary],
  ['a remittance', [summary], remitted],
  ['a remittance without a summary', [], remitted],
  ['an agreement', [summary], agreed],
  ['a dispute', [summary], disputed],
  ['an agreement after a dispute', [summary, disputed], agreed],
  ['an answer at the very instant of the summary', [summary], at(agreed, nine)],
  ['a share', [], share],
  ['a settlement', [], settled],
  ['a book', [], book],
  ['the numbers after those of a book', [book], range('201', '300')],
  ['the numbers before those of a book', [book], range('1', '100')],
  ['the same numbers of another book', [book], range('101', '200', '01BLP0-002')],
  ['the same numbers of another year', [book], range('101', '200', '01BLP0-001', '2027')],
  ['the closing of a book', [book], closed],
  ['the closing of two ranges of one book', [book, range('201', '300')], closed],
])('%s is recorded', (_, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenAccepts();
});

test.each<[string, Fact[], Fact]>([
  ['a second summary', [summary], summary],
  ['a second remittance', [summary, remitted], remitted],
  ['a dispute after an agreement', [summary, agreed], at(disputed, ten)],
  ['a remittance after a dispute', [summary, disputed], at(remitted, ten)],
])('%s did happen, so it is recorded too', (_, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenAccepts();
});

/** The first three are refused by the record that the entry is sent to: see below. */
const refusals: readonly [FeesRefusal, readonly Fact[], Fact][] = [
  ['fees/numbers-given-out', [book], range('200', '300')],
  ['fees/no-such-book', [], closed],
  ['fees/book-closed', [book, closed], closed],
  ['fees/no-summary', [remitted], agreed],
  ['fees/effect-before-cause', [summary], at(agreed, eight)],
];

test.each(refusals)('%s', (because, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test.each<[string, readonly Fact[], Fact, FeesRefusal]>([
  [
    'numbers up to the first that was given out',
    [book],
    range('1', '101'),
    'fees/numbers-given-out',
  ],
  ['numbers within those of a book', [book], range('150', '160'), 'fees/numbers-given-out'],
  ['numbers around those of a book', [book], range('1', '1000'), 'fees/numbers-given-out'],
  ['numbers of a book that was closed', [book, closed], book, 'fees/numbers-given-out'],
  ['a book of another year', [range('1', '9', '01BLP0-001', '2025')], closed, 'fees/no-such-book'],
  ['a closing before the issue', [book], at(closed, eight), 'fees/effect-before-cause'],
  ['a dispute of nothing', [], disputed, 'fees/no-summary'],
  ['an answer of another agency', [summary], ofAgency('H42.20'), 'fees/no-summary'],
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

const key = { centre: 'reference', month: '2026-03' };
const lastBefore = '2026-02-28T23:59:59.999+07:00';
const firstOf = '2026-03-01T00:00:00+07:00';
const firstAfter = '2026-04-01T00:00:00+07:00';

const misplacements: readonly [FeesRefusal, Fact][] = [
  ['fees/other-centre', { ...summary, centre: CentreCode.parse('BL') }],
  ['fees/other-month', at(book, firstAfter)],
  ['fees/before-month', at(summary, lastBefore)],
];

test.each(misplacements)('%s', (because, proposed) => {
  expect(feesFamily.misplaced(proposed, key, true)).toBe(because);
});

test('every refusal is shown here, in its order of precedence', () => {
  const shown = [...misplacements.map(([because]) => because), ...refusals.map(([one]) => one)];
  expect(shown).toEqual(Object.keys(feesRefusals));
  expect(feesDecider.refusals).toBe(feesRefusals);
});

test('the money of a month is handled from its first instant in Vietnam on, however late', () => {
  expect(feesFamily.misplaced(at(summary, firstOf), key, true)).toBeNull();
  expect(feesFamily.misplaced(at(remitted, '2027-01-05T09:00:00+07:00'), key, true)).toBeNull();
  expect(feesFamily.misplaced(at(closed, firstAfter), key, false)).toBeNull();
});

test('a book is on the month in which it was given out', () => {
  expect(feesFamily.misplaced(at(book, firstOf), key, true)).toBeNull();
  expect(feesFamily.misplaced(at(book, lastBefore), key, true)).toBe('fees/other-month');
});

test('a share is on the month from which it holds, and may be decided before', () => {
  expect(feesFamily.misplaced(at(share, '2025-12-20T09:00:00+07:00'), key, true)).toBeNull();
  const later = fact('RetentionShareDecided', { share: 0, from: '2026-04-01' });
  expect(feesFamily.misplaced(later, key, true)).toBe('fees/other-month');
  expect(feesFamily.misplaced(fact('RetentionShareDecided', { share: 0 }), key, true)).toBeNull();
});

test.each<[FeesPeriod, string, boolean]>([
  ['month', '2026-04', true],
  ['quarter', '2026-03', true],
  ['quarter', '2026-04', false],
  ['half-year', '2026-06', true],
  ['half-year', '2026-03', false],
  ['year', '2026-12', true],
  ['year', '2026-06', false],
])('a settlement of a %s on %s: %s', (period, month, fits) => {
  const proposed = fact('FeesSettled', { agency, period }, '2027-01-20T09:00:00+07:00');
  const because = feesFamily.misplaced(proposed, { ...key, month }, true);
  expect(because).toBe(fits ? null : 'fees/other-month');
});

type FeesPeriod = 'month' | 'quarter' | 'half-year' | 'year';

test('what an import says of another month is kept where it says so, but not of another centre', () => {
  for (const [because, proposed] of misplacements) {
    const kept = feesFamily.misplaced({ ...proposed, ...imported }, key, true);
    expect(kept).toBe(because === 'fees/other-centre' ? because : null);
  }
});

test('whatever is on record, an import is kept', () => {
  const any = fc.constantFrom(...examplesOf(fees));
  fc.assert(
    fc.property(fc.array(any, { maxLength: 20 }), any, (past, proposed) => {
      const decision = feesDecider.decide({ ...proposed, ...imported }, replay(feesDecider, past));
      expect(decision).toEqual(accepted);
    }),
  );
});

test('no number that is given out live is given out twice', () => {
  const anyRange = fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 20 }))
    .map(([from, more]) => range(String(from), String(from + more)));
  fc.assert(
    fc.property(fc.array(anyRange, { maxLength: 20 }), (proposed) => {
      const kept = proposed.reduce<Fact[]>((past, one) => {
        const { kind } = feesDecider.decide(one, replay(feesDecider, past));
        return kind === 'accepted' ? [...past, one] : past;
      }, []);
      const numbers = replay(feesDecider, kept).books.flatMap((one) =>
        Array.from(
          { length: Number(one.range.to) - Number(one.range.from) + 1 },
          (_, place) => Number(one.range.from) + place,
        ),
      );
      expect(new Set(numbers).size).toBe(numbers.length);
    }),
  );
});

function clock(hour: string): string {
  return `2026-03-31T${hour}:00:00+07:00`;
}

function at(proposed: Fact, occurredAt: string): Fact {
  return { ...proposed, occurredAt: Instant.parse(occurredAt) };
}

function range(from: string, to: string, name = '01BLP0-001', year = '2026'): Fact {
  return fact('ReceiptBookIssued', { year, range: { book: name, from, to } }, nine);
}

function given101to200(): Fact {
  return range('101', '200');
}

function ofAgency(code: string): Fact {
  return fact('ReconciliationAgreed', { agency: code }, ten);
}
