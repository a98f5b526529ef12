import { describe, expect, test } from 'vitest';
import { procedure } from '../../../../src/domain/centre/procedure/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { rateChangeNotified } from '../../../../src/domain/regulations/rules/rate-change-notified.ts';
import { rateChangeNotifiedPublished } from '../../../../src/domain/regulations/rules/rate-change-notified-published.ts';
import { CentreCode } from '../../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const stream = 'procedure-1.004238';
const said = proposalsOf(procedure);
const NB = { centre: CentreCode.parse('NB') };
const on = <Fact extends Parameters<typeof entry>[1]>(number: number, fact: Fact) =>
  entry(number, fact, undefined, { stream });
const of = (thousand: number) => ({ amount: { amount: thousand * 1_000 } });

const rate = 'TD-01';
const published = on(
  0,
  said(
    'ProcedurePublished',
    { code: '1.004238', agency: 'H42.17' },
    '2026-01-05T08:00:00+07:00',
    NB,
  ),
);
const set = on(1, said('FeeRateSet', { rate, ...of(120) }, '2026-01-05T09:00:00+07:00', NB));
/** On the Thursday before the holiday of Monday 27 April 2026: day 3 is Wednesday 29. */
const changed = on(
  2,
  said('FeeRateChanged', { rate, ...of(150), from: '2026-06-01' }, '2026-04-23T10:00:00+07:00', NB),
);
const due = '2026-04-29T17:30:00+07:00';
const told = (number: number, when: string, also: object = {}) =>
  on(number, said('FeeRateNotified', { rate, effective: '2026-06-01', ...also }, when, NB));

describe('rate-change-notified', () => {
  const { given } = specifyRule(rateChangeNotified, stream);

  test.each([
    ['at the very instant', due, 'kept'],
    ['a millisecond later', '2026-04-29T17:30:00.001+07:00', 'late'],
  ] as const)('told %s, over a weekend and a holiday: %s', (_, when, state) => {
    given(published, set, changed, told(3, when))
      .at(ninhBinh)
      .thenDuty({
        state,
        due,
        bearer: { kind: 'agency', code: 'H42.17' },
        detail: '2026-06-01 TD-01',
        citation: 'NB Đ9.2a',
        evidence: [changed, told(3, when)],
      });
  });

  test('never told is open, and so it is where the notice was not in writing or of another rate or day', () => {
    given(published, set, changed).at(ninhBinh).thenDuty({ state: 'open' });
    for (const also of [{ written: false }, { rate: 'TD-02' }, { effective: '2026-07-01' }]) {
      given(set, changed, told(3, due, also))
        .at(ninhBinh)
        .thenDuty({ state: 'open' });
    }
  });

  test('told before the change was entered is in time; of a notice that names no day only what follows it is', () => {
    const early = '2026-04-20T08:00:00+07:00';
    given(set, changed, told(3, early)).at(ninhBinh).thenDuty({ state: 'kept' });
    given(set, changed, told(3, early, { effective: null }))
      .at(ninhBinh)
      .thenDuty({ state: 'open' });
    given(set, changed, told(3, due, { effective: null }))
      .at(ninhBinh)
      .thenDuty({ state: 'kept' });
  });

  test('a rate set for the first time, or as it was, changes nothing', () => {
    const same = on(2, said('FeeRateSet', { rate, ...of(120) }, '2026-04-23T10:00:00+07:00', NB));
    given(published, set, same).at(ninhBinh).thenNoDuty();
  });

  test('an end of a rate is a change, from the day after', () => {
    const ended = said('FeeRateEnded', { rate, to: '2026-05-31' }, '2026-04-23T10:00:00+07:00', NB);
    given(set, on(2, ended)).at(ninhBinh).thenDuty({ detail: '2026-06-01 TD-01', due });
  });

  test('a version that lists rates otherwise is a change of each of them', () => {
    const rates = [
      { rate, ...of(130) },
      { rate: 'NEW', ...of(10) },
    ];
    const other = on(
      2,
      said('FeeRateSet', { rate: 'GONE', ...of(5) }, '2026-01-05T09:00:00+07:00', NB),
    );
    const version = said(
      'ProcedureChanged',
      { rates, from: '2026-06-01' },
      '2026-04-23T10:00:00+07:00',
      NB,
    );
    given(set, other, on(3, version))
      .at(ninhBinh)
      .thenDuties({ detail: '2026-06-01 TD-01' }, { detail: '2026-06-01 GONE' });
  });

  test('what another centre says of the procedure is its own', () => {
    const elsewhere = { ...changed, centre: CentreCode.parse('KT') };
    given(published, set, elsewhere).at(ninhBinh).thenNoDuty();
  });

  test('a change that is withdrawn was owed nothing', () => {
    const withdrawn = said('EntryWithdrawn', {}, '2026-04-24T08:00:00+07:00', {
      ...NB,
      corrects: eventId(2),
    });
    given(set, changed, on(3, withdrawn)).at(ninhBinh).thenNoDuty();
  });

  test('a notice that is entered late with a date in time is kept, and shows', () => {
    const late = { ...enteredAt(3, told(3, due), '2026-05-12T08:00:00+07:00'), stream };
    given(set, changed, late).at(ninhBinh).thenDuty({ state: 'kept' });
    given(set, changed, late).at(ninhBinh).thenLessened(expect.stringContaining('before and by 0'));
  });

  test('within the term that the centre sets', () => {
    given(set, changed)
      .under({ hours: 'vietnam', terms: { 'rate-change-notified': { minutes: 30 } } })
      .thenNoDuty(); // another centre than the one of the entries
    expect(rateChangeNotified.mechanism).toBe('duty');
  });
});

describe('rate-change-notified-published', () => {
  const { given } = specifyRule(rateChangeNotifiedPublished, stream);
  /** Over the holidays of 27 and 30 April and 1 May: five working days are 24, 28 and 29 April, 4 and 5 May. */
  const notice = told(3, '2026-04-23T10:00:00+07:00');
  const end = '2026-05-05T17:30:00+07:00';
  const shown = (number: number, when: string, also: object = {}) =>
    on(number, said('FeeRatePublished', { rate, effective: '2026-06-01', ...also }, when, NB));

  test.each([
    ['at the very instant', end, 'kept'],
    ['a millisecond later', '2026-05-05T17:30:00.001+07:00', 'late'],
  ] as const)('published %s: %s', (_, when, state) => {
    given(notice, shown(4, when))
      .at(ninhBinh)
      .thenDuty({ state, due: end, bearer: { kind: 'centre', code: 'NB' }, citation: 'NB Đ9.2a' });
  });

  test('open while it is not published, not taken into the tables, or another rate is', () => {
    given(notice).at(ninhBinh).thenDuty({ state: 'open' });
    for (const also of [{ updated: false }, { rate: 'TD-02' }, { effective: '2026-07-01' }]) {
      given(notice, shown(4, end, also))
        .at(ninhBinh)
        .thenDuty({ state: 'open' });
    }
  });

  test('what was published before the notice came was published', () => {
    const early = '2026-04-20T08:00:00+07:00';
    given(notice, shown(4, early)).at(ninhBinh).thenDuty({ state: 'kept' });
    given(notice, shown(4, early, { effective: null }))
      .at(ninhBinh)
      .thenDuty({ state: 'open' });
  });

  test('a publication that is corrected to another day changes the verdict', () => {
    const right = { ...shown(5, '2026-05-06T08:00:00+07:00'), corrects: eventId(4) };
    given(notice, shown(4, end), right).at(ninhBinh).thenDuty({ state: 'late' });
  });
});
