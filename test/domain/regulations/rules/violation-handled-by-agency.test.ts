import { test } from 'vitest';
import { violation } from '../../../../src/domain/complaints/violation/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { violationHandledByAgency } from '../../../../src/domain/regulations/rules/violation-handled.ts';
import { keptOn, march } from '../../../support/kept.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const subject = 'violation-VP-1';
const { given } = specifyRule(violationHandledByAgency, subject);
const told = keptOn(violation, subject, 'NB');

/** On Monday, 2 March: twenty working days after it end on Monday, the 30th. */
const recorded = told(
  0,
  'ViolationRecorded',
  { act: 'bribery', who: 'official', official: 'clerk', agency: 'H42.17' },
  march(2, '09:00'),
);
const decided = (number: number, when: string) => told(number, 'ViolationDecided', {}, when);
const transferred = (to: string | null) => told(1, 'ViolationTransferred', { to }, march(9));

test('owed by the agency for its people, within the time that the centre sets', () => {
  given(recorded)
    .at(ninhBinh)
    .thenDuty({
      state: 'open',
      due: march(30, '17:30'),
      bearer: { kind: 'agency', code: 'H42.17' },
      citation: 'NB Đ5.2d¶2',
    });
});

test('what a citizen did is not theirs', () => {
  given(told(0, 'ViolationRecorded', { who: 'citizen' }, march(2)))
    .at(ninhBinh)
    .thenNoDuty();
});

test.each([
  ['at the very instant', march(30, '17:30'), 'kept'],
  ['a millisecond later', march(30, '17:30:00.001'), 'late'],
] as const)('decided %s: %s', (_, when, state) => {
  given(recorded, decided(1, when)).at(ninhBinh).thenDuty({ state });
});

test.each([
  ['to another authority', 'CA', 'kept'],
  ['to nobody who is named', null, 'kept'],
  ['to the agency itself, which only begins then', 'H42.17', 'open'],
] as const)('passed %s: %s', (_, to, state) => {
  given(recorded, transferred(to)).at(ninhBinh).thenDuty({ state });
});

test('a decision that is set back into the term lessens the breach, and that is found', () => {
  const corrected = told(2, 'ViolationDecided', {}, march(30, '16:00'), {
    corrects: eventId(1),
    recordedAt: '2026-04-03T08:00:00+07:00',
  });
  given(recorded, decided(1, march(31, '17:30')), corrected)
    .at(ninhBinh)
    .thenLessened(
      'violation-handled-by-agency: late by 1440 minutes before and by 0 minutes after, by clerk-9 at 2026-04-03T01:00:00.000Z',
    );
});
