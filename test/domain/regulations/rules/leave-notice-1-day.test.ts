import { describe, expect, test } from 'vitest';
import { leave } from '../../../../src/domain/leave/vocabulary.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { leaveNotice1Day } from '../../../../src/domain/regulations/rules/leave-notice-1-day.ts';
import { leaveNotice1DayEmergency } from '../../../../src/domain/regulations/rules/leave-notice-1-day-emergency.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const stream = 'leave-NP-3';
const fact = proposalsOf(leave);
const centre = konTum(null);
const official = 'cv-1203';

/** Monday 9 March 2026: the working day before it is a Friday. */
const days = [{ from: '2026-03-09', to: '2026-03-09' }];
const told = (when: string, data: object = {}) =>
  entry(1, fact('LeaveNoticeGiven', { official, to: 'centre', days, ...data }, when), undefined, {
    stream,
  });
const agreedAt = (when: string, number = 2) =>
  entry(number, fact('LeaveConfirmedByAgency', { official, agency: 'S1', days }, when), undefined, {
    stream,
  });

describe('the ordinary absence', () => {
  const { given } = specifyRule(leaveNotice1Day, stream);

  test.each([
    ['as Friday ends', '2026-03-06T17:00:00+07:00', 'kept'],
    ['a millisecond later', '2026-03-06T17:00:00.001+07:00', 'late'],
    ['on Sunday', '2026-03-08T09:00:00+07:00', 'late'],
  ] as const)('told and agreed %s: %s', (_, when, state) => {
    const due = '2026-03-06T17:00:00+07:00';
    const bearer = { kind: 'official', code: official } as const;
    given(told(when), agreedAt(when))
      .at(centre)
      .thenDuties({ due, state, bearer }, { due, state, bearer });
  });

  test('told and not agreed, or agreed and not told', () => {
    const when = '2026-03-05T09:00:00+07:00';
    given(told(when)).at(centre).thenDuties({ state: 'open' }, { state: 'kept' });
    given(agreedAt(when)).at(centre).thenDuties({ state: 'kept' }, { state: 'open' });
  });

  test('a notice to the home agency alone does not tell the centre', () => {
    given(told('2026-03-05T09:00:00+07:00', { to: 'home-agency' }))
      .at(centre)
      .thenDuties({ state: 'open' }, { state: 'open', detail: 'the leadership of the centre' });
  });

  test('days put off give more time; what is called off needs none', () => {
    const later = entry(
      4,
      fact(
        'LeaveDaysChanged',
        { days: [{ from: '2026-03-11', to: '2026-03-11' }] },
        '2026-03-05T10:00:00+07:00',
      ),
      undefined,
      { stream },
    );
    const notice = told('2026-03-05T09:00:00+07:00');
    given(notice, later)
      .at(centre)
      .thenDuties({ due: '2026-03-10T17:00:00+07:00' }, { due: '2026-03-10T17:00:00+07:00' });
    const declined = entry(5, fact('LeaveDeclinedByAgency', {}, '2026-03-05T16:00:00+07:00'));
    given(notice, { ...declined, stream })
      .at(centre)
      .thenNoDuty();
  });

  test('an emergency is another duty', () => {
    given(told('2026-03-09T07:10:00+07:00', { emergency: true }))
      .at(centre)
      .thenNoDuty();
  });

  test('an agreement entered after the day, as given before it, is told apart', () => {
    const taken = entry(
      6,
      fact('LeaveTaken', { official, days }, '2026-03-09T11:00:00+07:00'),
      undefined,
      { stream },
    );
    const late = enteredAt(
      7,
      fact('LeaveConfirmedByAgency', { official }, '2026-03-05T09:00:00+07:00'),
      '2026-03-12T08:00:00+07:00',
    );
    const judged = given(told('2026-03-05T09:00:00+07:00'), taken, { ...late, stream }).at(centre);
    judged.thenDuties({ state: 'kept' }, { state: 'kept' });
    judged.thenLessened(expect.stringContaining('leave-notice-1-day: '));
  });
});

describe('the sudden absence', () => {
  const { given } = specifyRule(leaveNotice1DayEmergency, stream);
  const taken = entry(
    8,
    fact('LeaveTaken', { official, days }, '2026-03-09T11:00:00+07:00'),
    undefined,
    { stream },
  );
  const agency = { ...agreedAt('2026-03-09T08:00:00+07:00', 9) };
  const head = (when: string, data: object = {}) =>
    told(when, { by: 'agency-head', agency: 'S1', emergency: true, ...data });

  test.each([
    ['as the next working day ends', '2026-03-10T17:00:00+07:00', 'kept'],
    ['a millisecond later', '2026-03-10T17:00:00.001+07:00', 'late'],
  ] as const)('the head tells the centre %s: %s', (_, when, state) => {
    given(head(when), agency, taken)
      .at(centre)
      .thenDuty({
        due: '2026-03-10T17:00:00+07:00',
        state,
        bearer: { kind: 'agency', code: 'S1' },
      });
  });

  test('the official’s own word is not the head’s; one that does not say whose may be', () => {
    given(head('2026-03-09T07:00:00+07:00', { by: 'official' }))
      .at(centre)
      .thenDuty({ state: 'open' });
    given(head('2026-03-09T07:00:00+07:00', { by: null }))
      .at(centre)
      .thenDuty({ state: 'kept' });
    given(head('2026-03-09T07:00:00+07:00', { to: 'home-agency' }))
      .at(centre)
      .thenDuty({ state: 'open' });
  });

  test('a sudden absence on a Saturday is counted from Monday', () => {
    const saturday = [{ from: '2026-03-07', to: '2026-03-09' }];
    given(head('2026-03-07T09:00:00+07:00', { days: saturday }))
      .at(centre)
      .thenDuty({ due: '2026-03-10T17:00:00+07:00', state: 'kept' });
  });

  test('days that are changed when the time was up move it no more', () => {
    const changed = (when: string) =>
      entry(
        11,
        fact(
          'LeaveDaysChanged',
          { official, days: [{ from: '2026-03-12', to: '2026-03-13' }] },
          when,
        ),
        undefined,
        { stream },
      );
    const letter = { ...head('2026-03-16T09:00:00+07:00', { days: null }), index: 12n };
    given(agency, taken, changed('2026-03-10T16:00:00+07:00'), letter)
      .at(centre)
      .thenDuty({ due: '2026-03-13T17:00:00+07:00', state: 'late' });
    given(agency, taken, changed('2026-03-11T08:00:00+07:00'), letter)
      .at(centre)
      .thenDuty({ due: '2026-03-10T17:00:00+07:00', state: 'late' });
  });

  test('an absence that is not said to be sudden opens nothing', () => {
    given(head('2026-03-09T07:00:00+07:00', { emergency: null }), taken)
      .at(centre)
      .thenNoDuty();
  });

  test('a notice corrected to another time', () => {
    const wrong = head('2026-03-12T08:00:00+07:00');
    const right = enteredAt(
      10,
      fact('LeaveNoticeGiven', { ...wrong.data }, '2026-03-09T08:00:00+07:00'),
      '2026-03-13T08:00:00+07:00',
    );
    const judged = given(wrong, { ...right, stream, corrects: wrong.id }).at(centre);
    judged.thenDuty({ state: 'kept' });
    judged.thenLessened(expect.stringContaining('leave-notice-1-day-emergency: '));
  });
});
