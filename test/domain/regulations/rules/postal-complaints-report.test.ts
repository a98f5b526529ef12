import { describe, expect, test } from 'vitest';
import { centre } from '../../../../src/domain/centre/centre/vocabulary.ts';
import { month } from '../../../../src/domain/centre/month/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { postalComplaintsReport } from '../../../../src/domain/regulations/rules/postal-complaints-report.ts';
import { postalComplaintSettled } from '../../../../src/domain/regulations/rules/postal-complaints-report-settled.ts';
import { complaintOfTests, said, saidLate } from '../../../support/complaints.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

describe('the report of the post', () => {
  const { given } = specifyRule(postalComplaintsReport, 'calendar-NB-2026');
  const stream = 'month-NB-2026-07';
  const [founded, held] = [proposalsOf(centre), proposalsOf(month)];
  /** The records begin in the middle of the second quarter: the third and the fourth are asked for. */
  const begins = entry(
    0,
    founded('CentreEstablished', { name: 'Trung tâm' }, '2026-05-04T08:00:00+07:00'),
    undefined,
    { stream: 'centre-NB-2026' },
  );
  const third = { from: '2026-07-01', to: '2026-09-30' };
  const reported = (when: string, data: object = { period: third }) =>
    entry(1, held('PostalReportSubmitted', data, when), undefined, { stream });

  test('one for each quarter, due when its last working day ends', () => {
    given(begins)
      .at(ninhBinh)
      .thenDuties(
        {
          opening: '2026-Q3',
          due: '2026-09-30T17:30:00+07:00',
          bearer: { kind: 'post', code: null },
        },
        { opening: '2026-Q4', due: '2026-12-31T17:30:00+07:00', state: 'open' },
      );
  });

  test.each([
    ['at the very instant', '2026-09-30T17:30:00+07:00', 'kept'],
    ['a millisecond later', '2026-09-30T17:30:00.001+07:00', 'late'],
  ] as const)('reported %s: %s', (_, when, state) => {
    given(begins, reported(when)).at(ninhBinh).thenDuties({ state }, { state: 'open' });
  });

  test('a report that names no period is of the one in which it was made', () => {
    const without = reported('2026-10-02T09:00:00+07:00', {});
    given(begins, without).at(ninhBinh).thenDuties({ state: 'open' }, { state: 'kept' });
  });

  test('how often is the centre’s to say; one that ends on a day off ends on the working day before', () => {
    const reporting = (postalReportPeriod: 'half-year' | 'month') => ({
      ...ninhBinh,
      parameters: { ...ninhBinh.parameters, postalReportPeriod },
    });
    given(begins).at(reporting('half-year')).thenDuties({ opening: '2026-H2' });
    given(begins)
      .at(reporting('month'))
      .thenDuties(
        { opening: '2026-06' },
        { opening: '2026-07' },
        { opening: '2026-08', due: '2026-08-28T17:30:00+07:00' }, // 31 August is off
        ...['2026-09', '2026-10', '2026-11', '2026-12'].map((opening) => ({ opening })),
      );
  });

  test('a report that is entered late with an earlier time is told apart', () => {
    const late = enteredAt(
      2,
      held('PostalReportSubmitted', { period: third }, '2026-09-29T09:00:00+07:00'),
      '2026-10-05T09:00:00+07:00',
    );
    const judged = given(begins, { ...late, stream }).at(ninhBinh);
    judged.thenDuties({ state: 'kept' }, { state: 'open' });
    judged.thenLessened(expect.stringContaining('postal-complaints-report: '));
  });
});

describe('a complaint about delivery', () => {
  const { given } = specifyRule(postalComplaintSettled, complaintOfTests);
  const received = (data: object = {}) =>
    said(
      0,
      'ComplaintReceived',
      { kind: 'postal-complaint', againstAgency: 'BCVN', ...data },
      '2026-04-20T09:00:00+07:00',
    );
  const due = '2026-05-07T17:30:00+07:00'; // 27 and 30 April and 1 May are off

  test.each([
    ['at the very instant', due, 'kept'],
    ['a millisecond later', '2026-05-07T17:30:00.001+07:00', 'late'],
  ] as const)('settled %s, over the holidays: %s', (_, when, state) => {
    given(received(), said(1, 'PostalComplaintSettled', {}, when))
      .at(ninhBinh)
      .thenDuty({ due, state, bearer: { kind: 'post', code: 'BCVN' } });
  });

  test('a complaint or a question about delivery is one; what the centre answers does not settle it', () => {
    given(received({ kind: 'question', about: 'delivery' }))
      .at(ninhBinh)
      .thenDuty({ due });
    given(received({ kind: 'question', about: 'fee' }))
      .at(ninhBinh)
      .thenNoDuty();
    given(received(), said(1, 'ComplaintReplied', {}, '2026-04-22T09:00:00+07:00'))
      .at(ninhBinh)
      .thenDuty({ state: 'open' });
  });

  test('a settlement that is entered late with an earlier time is told apart', () => {
    const late = saidLate(
      1,
      'PostalComplaintSettled',
      {},
      '2026-05-05T09:00:00+07:00',
      '2026-05-12T09:00:00+07:00',
    );
    const judged = given(received(), late).at(ninhBinh);
    judged.thenDuty({ state: 'kept' });
    judged.thenLessened(expect.stringContaining('postal-complaints-report-settled: '));
  });
});
