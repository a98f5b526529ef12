import { describe, expect, test } from 'vitest';
import { centre } from '../../../../src/domain/centre/centre/vocabulary.ts';
import { fees } from '../../../../src/domain/fees/month/vocabulary.ts';
import { receipt } from '../../../../src/domain/fees/receipt/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { monthlySummaryAndRemittance } from '../../../../src/domain/regulations/rules/monthly-summary-and-remittance.ts';
import { monthlyRemittance } from '../../../../src/domain/regulations/rules/monthly-summary-and-remittance-money.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const [said, done, paid] = [proposalsOf(centre), proposalsOf(fees), proposalsOf(receipt)];
const agency = 'H42.17';

const begins = entry(
  0,
  said('CentreEstablished', { name: 'Trung tâm' }, '2026-01-01T08:00:00+07:00'),
  undefined,
  { stream: 'centre-NB-2026' },
);
function issued(number: number, when: string, also: object = {}) {
  const data = {
    book: '01BLP',
    number: String(number),
    total: { amount: 100_000 },
    agency,
    ...also,
  };
  return entry(number, paid('ReceiptIssued', data, when), undefined, {
    stream: `receipt-NB-01BLP-2026-${number}`,
  });
}

const taken = issued(2, '2026-03-31T16:00:00+07:00');
const march = 'fees-NB-2026-03';
/** Thursday 30 April 2026 is a holiday. */
const due = '2026-04-29T17:30:00+07:00';

describe('monthly-summary-and-remittance', () => {
  const { given } = specifyRule(monthlySummaryAndRemittance, 'calendar-NB-2026');
  const summary = (number: number, when: string, also: object = {}, stream = march) =>
    entry(number, done('FeeSummarySent', { agency, ...also }, when), undefined, { stream });

  test.each([
    ['at the very instant', due, 'kept'],
    ['a millisecond later', '2026-04-29T17:30:00.001+07:00', 'late'],
  ] as const)('sent %s, before a holiday that ends the month: %s', (_, when, state) => {
    given(begins, taken, summary(9, when))
      .at(ninhBinh)
      .thenDuty({
        opening: '2026-03#H42.17',
        state,
        due,
        bearer: { kind: 'centre', code: 'NB' },
        citation: 'NB Đ9.1d',
      });
  });

  test('never sent, or of another month or agency, it is open', () => {
    given(begins, taken).at(ninhBinh).thenDuty({ state: 'open' });
    for (const other of [
      summary(9, due, { agency: 'H42.18' }),
      summary(9, due, {}, 'fees-NB-2026-04'),
    ]) {
      given(begins, taken, other).at(ninhBinh).thenDuty({ state: 'open' });
    }
  });

  test('of a month in which nothing was taken for the agency nothing is owed', () => {
    given(begins).at(ninhBinh).thenNoDuty();
    const april = issued(2, '2026-04-01T00:00:00+07:00');
    given(begins, april).at(ninhBinh).thenDuty({ opening: '2026-04#H42.17' });
  });

  test('a receipt of support services alone is the centre’s own, and one with a fee on it is not', () => {
    const item = (kind: string) => ({ kind, amount: { amount: 50_000 } });
    const services = issued(2, '2026-03-31T16:00:00+07:00', { items: [item('service')] });
    given(begins, services).at(ninhBinh).thenNoDuty();
    const mixed = issued(2, '2026-03-31T16:00:00+07:00', {
      items: [item('service'), item('fee')],
    });
    given(begins, mixed).at(ninhBinh).thenDuty({ state: 'open' });
  });

  test('each agency for which money was taken is owed it, though no other record names it', () => {
    const other = issued(3, '2026-03-02T08:00:00+07:00', { agency: 'H42.18' });
    given(begins, taken, other)
      .at(ninhBinh)
      .thenDuties({ opening: '2026-03#H42.17' }, { opening: '2026-03#H42.18' });
  });

  test('the month of a receipt is that of its day in Vietnam', () => {
    const midnight = issued(2, '2026-02-28T17:00:00Z');
    given(begins, midnight).at(ninhBinh).thenDuty({ opening: '2026-03#H42.17' });
    const before = issued(2, '2026-02-28T16:59:59.999Z');
    given(begins, before).at(ninhBinh).thenDuty({ opening: '2026-02#H42.17' });
  });

  test('a receipt that was voided was not taken', () => {
    const voided = entry(3, paid('ReceiptVoided', {}, '2026-03-31T16:05:00+07:00'), undefined, {
      stream: taken.stream,
    });
    given(begins, taken, voided).at(ninhBinh).thenNoDuty();
  });

  test('December is summed up in January, on the calendar of its year', () => {
    const december = issued(2, '2026-12-31T16:00:00+07:00');
    given(begins, december).at(ninhBinh).thenDuty({ due: '2027-01-29T17:30:00+07:00' });
  });

  test('one that is entered late with a date in time is kept, and shows', () => {
    const late = { ...enteredAt(9, summary(9, due), '2026-05-20T08:00:00+07:00'), stream: march };
    given(begins, taken, late).at(ninhBinh).thenDuty({ state: 'kept' });
    given(begins, taken, late).at(ninhBinh).thenLessened(expect.stringContaining('late by'));
  });
});

describe('monthly-summary-and-remittance-money', () => {
  const { given } = specifyRule(monthlyRemittance, 'calendar-NB-2026');
  const money = (amount: number) => ({ amount });
  const summary = entry(
    8,
    done(
      'FeeSummarySent',
      { agency, collected: money(1_000_000), receipts: 10 },
      '2026-04-02T08:00:00+07:00',
    ),
    undefined,
    { stream: march },
  );
  const remitted = (number: number, amount: number, when = due, also: object = {}) =>
    entry(
      number,
      done('FeesRemitted', { agency, amount: money(amount), ...also }, when),
      undefined,
      {
        stream: march,
      },
    );
  const share = (hundredths: number) =>
    entry(
      7,
      done(
        'RetentionShareDecided',
        { share: hundredths, from: '2026-01-01' },
        '2026-01-02T08:00:00+07:00',
      ),
      undefined,
      { stream: 'fees-NB-2026-01' },
    );
  const all = [begins, taken, summary];

  test.each([
    ['at the very instant', due, 'kept'],
    ['a millisecond later', '2026-04-29T17:30:00.001+07:00', 'late'],
  ] as const)('the whole sum %s: %s', (_, when, state) => {
    given(...all, remitted(9, 1_000_000, when))
      .at(ninhBinh)
      .thenDuty({ state, due });
  });

  test('a đồng less is not the whole, and the part that makes it whole closes it', () => {
    given(...all, remitted(9, 999_999))
      .at(ninhBinh)
      .thenDuty({ state: 'open' });
    const rest = remitted(10, 1, '2026-05-04T08:00:00+07:00');
    given(...all, remitted(9, 999_999), rest)
      .at(ninhBinh)
      .thenDuty({ state: 'late', evidence: [rest] });
  });

  test('what went to the budget for the agency is a part of it', () => {
    const withBudget = remitted(9, 900_000, due, { toBudget: money(100_000) });
    given(...all, withBudget)
      .at(ninhBinh)
      .thenDuty({ state: 'kept' });
  });

  test('a share is kept back under a decision, and no more than it', () => {
    const kept = remitted(9, 950_000, due, { retained: money(50_000) });
    given(...all, kept)
      .at(ninhBinh)
      .thenDuty({ state: 'open' });
    given(...all, share(500), kept)
      .at(ninhBinh)
      .thenDuty({ state: 'kept' });
    given(...all, share(499), kept)
      .at(ninhBinh)
      .thenDuty({ state: 'open' });
  });

  test('a share is of what the budget leaves', () => {
    const kept = remitted(9, 760_000, due, { toBudget: money(200_000), retained: money(40_000) });
    given(...all, share(500), kept)
      .at(ninhBinh)
      .thenDuty({ state: 'kept' });
    given(...all, share(499), kept)
      .at(ninhBinh)
      .thenDuty({ state: 'open' });
  });

  test('the receipts go with it, as many as were summed up', () => {
    given(...all, remitted(9, 1_000_000, due, { receipts: 10 }))
      .at(ninhBinh)
      .thenDuty({ state: 'kept' });
    given(...all, remitted(9, 1_000_000, due, { receipts: 9 }))
      .at(ninhBinh)
      .thenDuty({ state: 'open' });
  });

  test('where no sum was stated the whole is what the receipts come to', () => {
    given(begins, taken, remitted(9, 99_999)).at(ninhBinh).thenDuty({ state: 'open' });
    given(begins, taken, remitted(9, 100_000)).at(ninhBinh).thenDuty({ state: 'kept' });
  });

  test('a summary of less than the receipts does not make it the whole', () => {
    const less = entry(
      8,
      done('FeeSummarySent', { agency, collected: money(10_000) }, '2026-04-02T08:00:00+07:00'),
      undefined,
      { stream: march },
    );
    given(begins, taken, less, remitted(9, 10_000)).at(ninhBinh).thenDuty({ state: 'open' });
    given(begins, taken, less, remitted(9, 100_000)).at(ninhBinh).thenDuty({ state: 'kept' });
  });

  test('what was paid back, or is the price of a service, is no part of the receipts', () => {
    const items = [
      { kind: 'fee', amount: money(80_000) },
      { kind: 'service', amount: money(20_000) },
    ];
    const mixed = issued(2, '2026-03-31T16:00:00+07:00', { items });
    const back = entry(
      3,
      paid('FeeRefunded', { amount: money(30_000) }, '2026-04-01T08:00:00+07:00'),
      undefined,
      { stream: mixed.stream },
    );
    given(begins, mixed, back, remitted(9, 49_999)).at(ninhBinh).thenDuty({ state: 'open' });
    given(begins, mixed, back, remitted(9, 50_000)).at(ninhBinh).thenDuty({ state: 'kept' });
  });

  test('as many receipts go with it as stand', () => {
    const second = issued(3, '2026-03-30T16:00:00+07:00');
    given(begins, taken, second, remitted(9, 200_000, due, { receipts: 1 }))
      .at(ninhBinh)
      .thenDuty({ state: 'open' });
    given(begins, taken, second, remitted(9, 200_000, due, { receipts: 2 }))
      .at(ninhBinh)
      .thenDuty({ state: 'kept' });
  });

  test('a summary that is corrected to more leaves it open', () => {
    const more = done(
      'FeeSummarySent',
      { agency, collected: money(1_000_001), receipts: 10 },
      '2026-04-02T08:00:00+07:00',
      { corrects: eventId(8) },
    );
    const correction = { ...enteredAt(11, more, '2026-05-20T08:00:00+07:00'), stream: march };
    given(...all, remitted(9, 1_000_000), correction)
      .at(ninhBinh)
      .thenDuty({ state: 'open' });
  });
});
