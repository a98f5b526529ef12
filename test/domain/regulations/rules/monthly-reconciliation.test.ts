import { expect, test } from 'vitest';
import { centre } from '../../../../src/domain/centre/centre/vocabulary.ts';
import { fees } from '../../../../src/domain/fees/month/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { monthlyReconciliation } from '../../../../src/domain/regulations/rules/monthly-reconciliation.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(monthlyReconciliation, 'calendar-NB-2026');
const [said, done] = [proposalsOf(centre), proposalsOf(fees)];
const agency = 'H42.17';

const begins = entry(
  0,
  said('CentreEstablished', { name: 'Trung tâm' }, '2026-01-01T08:00:00+07:00'),
  undefined,
  { stream: 'centre-NB-2026' },
);
const sent = (number: number, when: string, to = agency) =>
  entry(number, done('FeeSummarySent', { agency: to }, when), undefined, {
    stream: 'fees-NB-2026-03',
  });
const agreed = (number: number, when: string, of = agency, month = '2026-03') =>
  entry(number, done('ReconciliationAgreed', { agency: of }, when), undefined, {
    stream: `fees-NB-${month}`,
  });

const summary = sent(1, '2026-04-02T10:00:00+07:00');
/** Thursday 30 April 2026 is a holiday. */
const due = '2026-04-29T17:30:00+07:00';

test.each([
  ['at the very instant', due, 'kept'],
  ['a millisecond later', '2026-04-29T17:30:00.001+07:00', 'late'],
] as const)('agreed %s: %s', (_, when, state) => {
  given(begins, summary, agreed(2, when))
    .at(ninhBinh)
    .thenDuty({
      opening: '2026-03#H42.17',
      state,
      due,
      bearer: { kind: 'agency', code: agency },
      citation: 'NB Đ9.2b',
    });
});

test('a dispute is an answer as well', () => {
  const disputed = entry(2, done('ReconciliationDisputed', { agency }, due), undefined, {
    stream: 'fees-NB-2026-03',
  });
  given(begins, summary, disputed).at(ninhBinh).thenDuty({ state: 'kept' });
});

test('unanswered it is open, and the answer of another agency or month is none', () => {
  given(begins, summary).at(ninhBinh).thenDuty({ state: 'open' });
  given(begins, summary, agreed(2, due, 'H42.18'))
    .at(ninhBinh)
    .thenDuty({ state: 'open' });
  given(begins, summary, agreed(2, due, agency, '2026-04'))
    .at(ninhBinh)
    .thenDuty({ state: 'open' });
});

test('each agency that was sent one owes it; without a summary there is nothing to check', () => {
  given(begins, summary, sent(2, due, 'H42.18'), agreed(3, due))
    .at(ninhBinh)
    .thenDuties({ state: 'kept' }, { bearer: { kind: 'agency', code: 'H42.18' }, state: 'open' });
  given(begins).at(ninhBinh).thenNoDuty();
});

test('a summary that comes late can still be checked: five working days, over the holidays', () => {
  const late = sent(1, '2026-04-29T17:00:00+07:00');
  given(begins, late).at(ninhBinh).thenDuty({ due: '2026-05-08T17:30:00+07:00' });
  given(begins, late, sent(2, '2026-05-20T08:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ due: '2026-05-08T17:30:00+07:00' });
});

test('an answer that is corrected to a later day is late', () => {
  const right = { ...agreed(3, '2026-04-30T08:00:00+07:00'), corrects: eventId(2) };
  given(begins, summary, agreed(2, due), right).at(ninhBinh).thenDuty({ state: 'late' });
  expect(monthlyReconciliation.mechanism).toBe('periodic duty');
});
