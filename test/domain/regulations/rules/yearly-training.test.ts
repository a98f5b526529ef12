import { test } from 'vitest';
import { centre } from '../../../../src/domain/centre/centre/vocabulary.ts';
import { month } from '../../../../src/domain/centre/month/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { yearlyTraining } from '../../../../src/domain/regulations/rules/yearly-training.ts';
import { keptOn } from '../../../support/kept.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(yearlyTraining, 'calendar-NB-2026');
const december = keptOn(month, 'month-NB-2026-12', 'NB');
const begins = (when = '2025-06-02T08:00:00+07:00') =>
  keptOn(centre, 'centre-NB-2025', 'NB')(0, 'CentreEstablished', { name: 'Trung tâm' }, when);

type Audience = ('centre' | 'rotating' | 'district' | 'commune' | 'other')[] | null;

const held = (when: string, audience: Audience = ['commune'], also: object = {}) =>
  december(1, 'TrainingHeld', { audience, ...also }, when);

/** The last working day of 2026 is a Thursday. */
const due = '2026-12-31T17:30:00+07:00';

test('owed by the centre for each year, until its last working day ends', () => {
  given(begins())
    .at(ninhBinh)
    .thenDuty({
      opening: '2026',
      state: 'open',
      due,
      bearer: { kind: 'centre', code: 'NB' },
      citation: 'NB Đ7.2',
    });
});

test.each([
  ['at the very instant', due, 'kept'],
  ['a millisecond later', '2026-12-31T17:30:00.001+07:00', 'late'],
] as const)('held %s: %s', (_, when, state) => {
  given(begins(), held(when)).at(ninhBinh).thenDuty({ state });
});

test.each([
  ['for districts', ['district'], 'kept'],
  ['for nobody who is named', null, 'kept'],
  ['for the centre and communes', ['centre', 'commune'], 'kept'],
  ['for the centre', ['centre'], 'open'],
] as const)('a training %s: %s', (_, audience, state) => {
  const training = held('2026-12-01T08:00:00+07:00', audience === null ? null : [...audience]);
  given(begins(), training).at(ninhBinh).thenDuty({ state });
});

test('held in January for the year before it is late', () => {
  const january = keptOn(month, 'month-NB-2027-01', 'NB');
  const period = { from: '2026-12-01', to: '2026-12-31' };
  const data = { audience: ['district' as const], period };
  given(begins(), january(1, 'TrainingHeld', data, '2027-01-05T08:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ state: 'late' });
});

test('of a year in which the records begin nothing is asked', () => {
  given(begins('2026-02-02T08:00:00+07:00')).at(ninhBinh).thenNoDuty();
});

test('a training that is corrected to have been of others leaves it open', () => {
  const corrected = december(
    2,
    'TrainingHeld',
    { audience: ['centre'] },
    '2026-12-01T08:00:00+07:00',
    { corrects: eventId(1), recordedAt: '2026-12-02T08:00:00+07:00' },
  );
  given(begins(), held('2026-12-01T08:00:00+07:00'), corrected)
    .at(ninhBinh)
    .thenDuty({ state: 'open' });
});
