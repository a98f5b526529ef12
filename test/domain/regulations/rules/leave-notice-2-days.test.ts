import { expect, test } from 'vitest';
import { leave } from '../../../../src/domain/leave/vocabulary.ts';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { leaveNotice2Days } from '../../../../src/domain/regulations/rules/leave-notice-2-days.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const stream = 'leave-NP-2';
const { given } = specifyRule(leaveNotice2Days, stream);
const fact = proposalsOf(leave);
const official = 'cv-1203';

/** Thursday 12 March 2026. */
const days = [{ from: '2026-03-12', to: '2026-03-13' }];
const told = (when: string, data: object = {}, number = 1) =>
  entry(
    number,
    fact('LeaveNoticeGiven', { official, to: 'both', days, ...data }, when),
    undefined,
    { stream },
  );

test.each([
  ['as the service hours of the second day before end', '2026-03-10T17:00:00+07:00', 'kept'],
  ['a millisecond later', '2026-03-10T17:00:00.001+07:00', 'late'],
] as const)('both told %s: %s', (_, when, state) => {
  const due = '2026-03-10T17:00:00+07:00';
  const bearer = { kind: 'official', code: official } as const;
  given(told(when))
    .at(bacLieu)
    .thenDuties({ detail: 'the director', due, state, bearer }, { due, state, bearer });
});

test('days off are no working days: of Monday 2 March it is the Thursday before, of 4 May the Tuesday', () => {
  const monday = [{ from: '2026-03-02', to: '2026-03-02' }];
  given(told('2026-02-25T08:00:00+07:00', { days: monday }))
    .at(bacLieu)
    .thenDuties({ due: '2026-02-26T17:00:00+07:00' }, {});
  // 30 April and 1 May are off, and so is Monday 27 April.
  const may = [{ from: '2026-05-04', to: '2026-05-04' }];
  given(told('2026-04-28T08:00:00+07:00', { days: may }))
    .at(bacLieu)
    .thenDuties({ due: '2026-04-28T17:00:00+07:00', state: 'kept' }, { state: 'kept' });
});

test('with whole days between, a day earlier', () => {
  given(told('2026-03-09T08:00:00+07:00'))
    .under({ hours: 'vietnam', daysBefore: 'whole-days' })
    .thenDuties({ due: '2026-03-09T17:30:00+07:00' }, {});
});

test('whoever was not told: the one is kept and the other open', () => {
  given(told('2026-03-09T08:00:00+07:00', { to: 'centre' }))
    .at(bacLieu)
    .thenDuties({ state: 'kept' }, { state: 'open', detail: 'the head of the home agency' });
  given(told('2026-03-09T08:00:00+07:00', { to: 'home-agency' }))
    .at(bacLieu)
    .thenDuties({ state: 'open', detail: 'the director' }, { state: 'kept' });
});

test('who agreed was told', () => {
  const when = '2026-03-09T08:00:00+07:00';
  const approved = entry(2, fact('LeaveApproved', { official, days }, when), undefined, { stream });
  const agreed = entry(3, fact('LeaveConfirmedByAgency', { official }, when), undefined, {
    stream,
  });
  given(approved, agreed).at(bacLieu).thenDuties({ state: 'kept' }, { state: 'kept' });
});

test('gone without a word: nobody was told', () => {
  const taken = entry(
    4,
    fact('LeaveTaken', { official, days }, '2026-03-12T11:00:00+07:00'),
    undefined,
    { stream },
  );
  given(taken)
    .at(bacLieu)
    .thenDuties(
      { state: 'open', due: '2026-03-10T17:00:00+07:00' },
      { state: 'open', due: '2026-03-10T17:00:00+07:00' },
    );
});

test('an emergency is excepted, and what was called off before it began', () => {
  const late = told('2026-03-12T06:00:00+07:00', { emergency: true });
  given(late).at(bacLieu).thenNoDuty();
  const cancelled = entry(5, fact('LeaveCancelled', {}, '2026-03-11T15:00:00+07:00'), undefined, {
    stream,
  });
  given(told('2026-03-11T08:00:00+07:00'), cancelled).at(bacLieu).thenNoDuty();
});

test('days put forward make the same notice late', () => {
  const sooner = entry(
    6,
    fact(
      'LeaveDaysChanged',
      { days: [{ from: '2026-03-11', to: '2026-03-11' }] },
      '2026-03-10T09:00:00+07:00',
    ),
    undefined,
    { stream },
  );
  const notice = told('2026-03-10T08:00:00+07:00');
  given(notice).at(bacLieu).thenDuties({ state: 'kept' }, { state: 'kept' });
  given(notice, sooner)
    .at(bacLieu)
    .thenDuties(
      { state: 'late', due: '2026-03-09T17:00:00+07:00' },
      { state: 'late', due: '2026-03-09T17:00:00+07:00' },
    );
});

test('a notice that is entered afterwards with an earlier time is told apart', () => {
  const taken = entry(
    4,
    fact('LeaveTaken', { official, days }, '2026-03-12T11:00:00+07:00'),
    undefined,
    { stream },
  );
  const late = enteredAt(
    7,
    fact('LeaveNoticeGiven', { official, to: 'both', days }, '2026-03-09T08:00:00+07:00'),
    '2026-03-16T08:00:00+07:00',
  );
  const judged = given(taken, { ...late, stream }).at(bacLieu);
  judged.thenDuties({ state: 'kept' }, { state: 'kept' });
  judged.thenLessened(
    expect.stringContaining('leave-notice-2-days: '),
    expect.stringContaining('leave-notice-2-days: '),
  );
});
