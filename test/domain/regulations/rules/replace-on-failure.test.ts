import { describe, test } from 'vitest';
import { roster } from '../../../../src/domain/attendance/roster/vocabulary.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { replaceOnFailure } from '../../../../src/domain/regulations/rules/replace-on-failure.ts';
import { keptOn, march } from '../../../support/kept.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(replaceOnFailure, 'staffing-NB');
const told = keptOn(roster, 'roster-NB-2026-03', 'NB');

/** On Tuesday, 3 March: five working days from it end on Tuesday, the 10th. */
const asked = (also: object = {}) =>
  told(
    0,
    'ReplacementAsked',
    { reference: '81', official: 'clerk', agency: 'H42.17', because: 'conduct', ...also },
    march(3, '09:00'),
  );
const replaced = (when: string, also: object = {}) =>
  told(
    1,
    'OfficialReplaced',
    { reference: '81', official: 'clerk', replacement: 'other', ...also },
    when,
  );
const due = march(10, '17:30');

test('owed by the agency that is asked, within the time that the centre sets', () => {
  given(asked())
    .at(ninhBinh)
    .thenDuty({
      state: 'open',
      due,
      bearer: { kind: 'agency', code: 'H42.17' },
      detail: 'clerk',
      citation: 'NB Đ6.2c',
    });
  given(asked())
    .under({ hours: 'vietnam', terms: { 'replace-on-failure': { days: 1 } } })
    .thenDuty({ due: march(4, '17:30') });
});

test.each([
  ['at the very instant', march(10, '17:30'), 'kept'],
  ['a millisecond later', march(10, '17:30:00.001'), 'late'],
] as const)('replaced %s: %s', (_, when, state) => {
  given(asked(), replaced(when)).at(ninhBinh).thenDuty({ state });
});

test('across the holidays of 30 April and 1 May', () => {
  const april = keptOn(roster, 'roster-NB-2026-04', 'NB');
  const data = { official: 'clerk', agency: 'H42.17' };
  given(april(0, 'ReplacementAsked', data, '2026-04-28T09:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ due: '2026-05-07T17:30:00+07:00' });
});

test('a promise is no replacement', () => {
  const promised = told(1, 'ReplacementAnswered', { reference: '81', outcome: 'agreed' }, march(4));
  given(asked(), promised).at(ninhBinh).thenDuty({ state: 'open' });
});

test.each([
  ['by its reference', { official: null }, 'kept'],
  ['by the official, where it has no reference', { reference: null }, 'kept'],
  ['not of another request', { reference: '82' }, 'open'],
  ['not of another official', { reference: null, official: 'somebody' }, 'open'],
] as const)('a replacement is known %s', (_, also, state) => {
  given(asked(), replaced(march(4), also))
    .at(ninhBinh)
    .thenDuty({ state });
});

describe('the reason', () => {
  test('is any at NB, also where none is stated', () => {
    given(asked({ because: null }))
      .at(ninhBinh)
      .thenDuty({ state: 'open' });
  });

  test('is tasks not done or low satisfaction at KT; to ask for another is a right', () => {
    given(asked({ because: 'tasks-not-done' }))
      .at(konTum(null))
      .thenDuty({ citation: 'KT Đ13.8' });
    given(asked({ because: 'low-satisfaction' }))
      .at(konTum(null))
      .thenDuty({ state: 'open' });
    given(asked({ because: 'conduct' }))
      .at(konTum(null))
      .thenNoDuty();
    given(asked({ because: null }))
      .at(konTum(null))
      .thenNoDuty();
  });
});

test('a replacement that is set back into the term lessens the breach, and that is found', () => {
  const corrected = told(
    2,
    'OfficialReplaced',
    { reference: '81', official: 'clerk', replacement: 'other' },
    march(10, '17:00'),
    { corrects: eventId(1), recordedAt: march(13) },
  );
  given(asked(), replaced(march(11, '17:30')), corrected)
    .at(ninhBinh)
    .thenDuty({ state: 'kept' });
  given(asked(), replaced(march(11, '17:30')), corrected)
    .at(ninhBinh)
    .thenLessened(
      'replace-on-failure: late by 1440 minutes before and by 0 minutes after, by clerk-9 at 2026-03-13T01:00:00.000Z',
    );
});
