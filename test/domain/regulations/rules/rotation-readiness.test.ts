import { test } from 'vitest';
import { centre } from '../../../../src/domain/centre/centre/vocabulary.ts';
import { month } from '../../../../src/domain/centre/month/vocabulary.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { rotationReadiness } from '../../../../src/domain/regulations/rules/rotation-readiness.ts';
import { keptOn } from '../../../support/kept.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(rotationReadiness, 'calendar-TQ-2023');
const november = keptOn(month, 'month-TQ-2023-11', 'TQ');
const begins = (when = '2023-01-03T08:00:00+07:00') =>
  keptOn(centre, 'centre-TQ-2023', 'TQ')(0, 'CentreEstablished', { name: 'Trung tâm' }, when);

type Audience = ('rotating' | 'centre')[] | null;

const held = (when: string, audience: Audience = ['rotating']) =>
  november(1, 'TrainingHeld', { audience }, when);

/** "Before 30 November 2023": until the end of the day before, a Wednesday. */
const due = '2023-11-29T17:30:00+07:00';

test('owed once by the centre, from the day of the regulation', () => {
  given(begins())
    .at(tuyenQuang)
    .thenDuty({
      opening: '2023',
      state: 'open',
      due,
      bearer: { kind: 'centre', code: 'TQ' },
      citation: 'TQ Đ6.7',
    });
});

test.each([
  ['before the regulation', '2023-11-20T08:00:00+07:00', 'kept'],
  ['at the very instant', due, 'kept'],
  ['a millisecond later', '2023-11-29T17:30:00.001+07:00', 'late'],
  ['after the weekend', '2023-12-04T08:00:00+07:00', 'late'],
] as const)('held %s: %s', (_, when, state) => {
  given(begins(), held(when)).at(tuyenQuang).thenDuty({ state });
});

test.each([
  ['for nobody who is named', null, 'kept'],
  ['for the centre’s own people', ['centre'], 'open'],
] as const)('a training %s: %s', (_, audience, state) => {
  const training = held('2023-11-28T08:00:00+07:00', audience === null ? null : [...audience]);
  given(begins(), training).at(tuyenQuang).thenDuty({ state });
});

test('asked of whoever’s records had begun, and of no other year', () => {
  given(begins('2023-11-27T23:59:00+07:00')).at(tuyenQuang).thenDuty({ state: 'open' });
  given(begins('2023-11-28T00:00:00+07:00')).at(tuyenQuang).thenNoDuty();
  specifyRule(rotationReadiness, 'calendar-TQ-2024').given(begins()).at(tuyenQuang).thenNoDuty();
});

test('a training that is set back into the term lessens the breach, and that is found', () => {
  const corrected = november(
    2,
    'TrainingHeld',
    { audience: ['rotating'] },
    '2023-11-29T17:00:00+07:00',
    { corrects: eventId(1), recordedAt: '2023-12-05T08:00:00+07:00' },
  );
  given(begins(), held('2023-11-30T17:30:00+07:00'), corrected)
    .at(tuyenQuang)
    .thenDuty({ state: 'kept' });
  given(begins(), held('2023-11-30T17:30:00+07:00'), corrected)
    .at(tuyenQuang)
    .thenLessened(
      'rotation-readiness: late by 1440 minutes before and by 0 minutes after, by clerk-9 at 2023-12-05T01:00:00.000Z',
    );
});
