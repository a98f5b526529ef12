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
/** The agency's book: from it the centre reckons with the agency. */
const book = entry(
  1,
  done(
    'ReceiptBookIssued',
    { year: '2026', range: { book: '01BLP', from: '1', to: '100' }, agency },
    '2026-03-02T07:00:00+07:00',
  ),
  undefined,
  { stream: 'fees-NB-2026-03' },
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
    given(begins, book, taken, summary(9, when))
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
    given(begins, book, taken).at(ninhBinh).thenDuty({ state: 'open' });
    for (const other of [
      summary(9, due, { agency: 'H42.18' }),
      summary(9, due, {}, 'fees-NB-2026-04'),
    ]) {
      given(begins, book, taken, other).at(ninhBinh).thenDuty({ state: 'open' });
    }
  });

  test('of a month in which nothing was taken for the agency nothing is owed', () => {
    given(begins, book).at(ninhBinh).thenNoDuty();
    const april = issued(2, '2026-04-01T00:00:00+07:00');
    given(begins, book, april).at(ninhBinh).thenDuty({ opening: '2026-04#H42.17' });
  });

  test('a receipt that was voided was not taken', () => {
    const voided = entry(3, paid('ReceiptVoided', {}, '2026-03-31T16:05:00+07:00'), undefined, {
      stream: taken.stream,
    });
    given(begins, book, taken, voided).at(ninhBinh).thenNoDuty();
  });

  test('December is summed up in January, on the calendar of its year', () => {
    const december = issued(2, '2026-12-31T16:00:00+07:00');
    given(begins, book, december).at(ninhBinh).thenDuty({ due: '2027-01-29T17:30:00+07:00' });
  });

  test('one that is entered late with a date in time is kept, and shows', () => {
    const late = { ...enteredAt(9, summary(9, due), '2026-05-20T08:00:00+07:00'), stream: march };
    given(begins, book, taken, late).at(ninhBinh).thenDuty({ state: 'kept' });
    given(begins, book, taken, late).at(ninhBinh).thenLessened(expect.stringContaining('late by'));
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
  const all = [begins, book, taken, summary];

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

  test('where no sum was stated any remittance is the whole', () => {
    given(begins, book, taken, remitted(9, 1)).at(ninhBinh).thenDuty({ state: 'kept' });
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
