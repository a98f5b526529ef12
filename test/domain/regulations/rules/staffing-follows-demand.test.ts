import { test } from 'vitest';
import { roster } from '../../../../src/domain/attendance/roster/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { staffingFollowsDemand } from '../../../../src/domain/regulations/rules/staffing-follows-demand.ts';
import { keptOn, march } from '../../../support/kept.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(staffingFollowsDemand, 'staffing-NB');
const told = keptOn(roster, 'roster-NB-2026-03', 'NB');

/** On Tuesday, 3 March: five working days from it end on Tuesday, the 10th, over a weekend. */
const asked = told(
  0,
  'StaffingChangeAsked',
  { reference: '82', agency: 'H42.17', change: 'more', officials: 1 },
  march(3, '09:00'),
);
const changed = (when: string, also: object = {}) =>
  told(1, 'StaffingChanged', { reference: '82', agency: 'H42.17', change: 'more', ...also }, when);

test('owed by the agency that is asked, within the time that the centre sets', () => {
  given(asked)
    .at(ninhBinh)
    .thenDuty({
      state: 'open',
      due: march(10, '17:30'),
      bearer: { kind: 'agency', code: 'H42.17' },
      citation: 'NB Đ6.2c',
    });
});

test.each([
  ['at the very instant', march(10, '17:30'), 'kept'],
  ['a millisecond later', march(10, '17:30:00.001'), 'late'],
] as const)('changed %s: %s', (_, when, state) => {
  given(asked, changed(when)).at(ninhBinh).thenDuty({ state });
});

test('an answer is no change', () => {
  const answered = told(
    1,
    'StaffingChangeAnswered',
    { reference: '82', outcome: 'agreed' },
    march(4),
  );
  given(asked, answered).at(ninhBinh).thenDuty({ state: 'open' });
});

test.each([
  ['without a reference, or a direction', { reference: null, change: null }, 'kept'],
  ['of another request', { reference: '83' }, 'open'],
  ['of another agency', { agency: 'H42.14' }, 'open'],
  ['in the other direction', { change: 'fewer' }, 'open'],
] as const)('a change %s: %s', (_, also, state) => {
  given(asked, changed(march(4), also))
    .at(ninhBinh)
    .thenDuty({ state });
});

test('a request that is answered in another month is answered', () => {
  const april = keptOn(roster, 'roster-NB-2026-04', 'NB');
  const data = { reference: '82', agency: 'H42.17' };
  const later = april(1, 'StaffingChanged', data, '2026-04-02T09:00:00+07:00');
  given(asked, later).at(ninhBinh).thenDuty({ state: 'late' });
});

test('of two requests each is answered once', () => {
  const again = told(
    2,
    'StaffingChangeAsked',
    { agency: 'H42.17', change: 'more' },
    march(5, '09:00'),
  );
  given(asked, again, changed(march(6), { reference: null }))
    .at(ninhBinh)
    .thenDuties({ state: 'kept' }, { state: 'open' });
});

test('a change that is withdrawn too late lessens nothing, and leaves it open', () => {
  const withdrawn = told(2, 'EntryWithdrawn', {}, march(12), { corrects: eventId(1) });
  given(asked, changed(march(6)), withdrawn)
    .at(ninhBinh)
    .thenDuty({ state: 'open' });
  given(asked, changed(march(6)), withdrawn)
    .at(ninhBinh)
    .thenLessened();
});
