import { expect, test } from 'vitest';
import { centre } from '../../../../src/domain/centre/centre/vocabulary.ts';
import { month } from '../../../../src/domain/centre/month/vocabulary.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { monthlyMeeting } from '../../../../src/domain/regulations/rules/monthly-meeting.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(monthlyMeeting, 'calendar-SL-2026');
const [said, held] = [proposalsOf(centre), proposalsOf(month)];

/** The centre's records begin in October: two months of the year are asked for, and December. */
const begins = entry(
  0,
  said('CentreEstablished', { name: 'Trung tâm' }, '2026-10-01T08:00:00+07:00'),
  undefined,
  { stream: 'centre-SL-2026' },
);
const meeting = (number: number, when: string, data: object = { kind: 'monthly' }) =>
  entry(number, held('MeetingHeld', data, when), undefined, { stream: 'month-SL-2026-10' });

test('of each month there is one duty, due when its last working day ends', () => {
  given(begins)
    .at(sonLa)
    .thenDuties(
      { opening: '2026-10', state: 'open', due: '2026-10-30T17:30:00+07:00' },
      { opening: '2026-11', state: 'open', due: '2026-11-30T17:30:00+07:00' },
      { opening: '2026-12', state: 'open', due: '2026-12-31T17:30:00+07:00' },
    );
});

test.each([
  ['at the very instant', '2026-10-30T17:30:00+07:00', 'kept'],
  ['a millisecond later', '2026-10-30T17:30:00.001+07:00', 'late'],
])('held %s: %s', (_, when, state) => {
  const october = given(begins, meeting(1, when)).at(sonLa);
  october.thenDuties({ opening: '2026-10', state: state === 'kept' ? 'kept' : 'late' }, {}, {});
});

test('a meeting of another kind is none', () => {
  const briefing = meeting(1, '2026-10-12T08:00:00+07:00', { kind: 'briefing' });
  given(begins, briefing).at(sonLa).thenDuties({ state: 'open' }, { state: 'open' }, {});
});

test('the rule is owed by the centre', () => {
  expect(monthlyMeeting.mechanism).toBe('periodic duty');
  given(begins)
    .at(sonLa)
    .thenDuties({ bearer: { kind: 'centre', code: 'SL' } }, {}, {});
});
