import { describe, test } from 'vitest';
import { attendance } from '../../../../src/domain/attendance/attendance/vocabulary.ts';
import { official } from '../../../../src/domain/centre/official/vocabulary.ts';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { uniformAndBadge } from '../../../../src/domain/regulations/rules/uniform-and-badge.ts';
import { keptOn, march } from '../../../support/kept.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const subject = 'attendance-clerk-2026-03';
const { given } = specifyRule(uniformAndBadge, subject);
const noted = keptOn(attendance, subject, 'SL');

type OwnDress = 'armed-forces' | 'branch' | 'none' | null;

const note = (
  act: 'no-badge' | 'no-uniform' | 'discourteous',
  ownDress: OwnDress = null,
  when = march(2, '09:00'),
) => noted(1, 'ConductNoted', { act, ownDress }, when);

test('a note of no badge, or of no uniform, is the official’s breach', () => {
  for (const act of ['no-badge', 'no-uniform'] as const) {
    given(note(act))
      .at(sonLa)
      .thenBreaches([note(act)]);
    given(note(act))
      .at(sonLa)
      .thenFindings({
        bearer: { kind: 'official', code: 'clerk' },
        detail: act,
        citation: 'SL Đ8.e',
      });
  }
  given(note('discourteous')).at(sonLa).thenBreaches();
});

test.each([
  ['as the service hours begin', march(2, '07:30'), 1],
  ['a millisecond before', march(2, '07:29:59.999'), 0],
  ['a millisecond before they end', march(2, '17:29:59.999'), 1],
  ['as they end', march(2, '17:30'), 0],
  ['at lunch', march(2, '12:00'), 0],
  ['on a Saturday', march(7, '09:00'), 0],
  ['on a holiday', '2026-04-27T09:00:00+07:00', 0],
])('noted %s', (_, when, breaches) => {
  if (breaches === 0)
    given(note('no-badge', null, when))
      .at(sonLa)
      .thenBreaches();
  else
    given(note('no-badge', null, when))
      .at(sonLa)
      .thenFindings({ rule: 'uniform-and-badge' });
});

test('of a note of a day alone the day is what counts', () => {
  const of = (day: number) =>
    noted(1, 'ConductNoted', { act: 'no-badge' }, march(day, '00:00'), { precision: 'day' });
  given(of(2))
    .at(sonLa)
    .thenBreaches([of(2)]);
  given(of(7)).at(sonLa).thenBreaches();
});

describe('whose own dress serves', () => {
  test.each([
    ['SL', sonLa, 'armed-forces', []],
    ['SL', sonLa, 'branch', ['no-badge', 'no-uniform']],
    ['BL', bacLieu, 'armed-forces', ['no-badge']],
    ['BL', bacLieu, 'branch', ['no-badge']],
    ['BL', bacLieu, 'none', ['no-badge', 'no-uniform']],
    ['KT', konTum(null), 'branch', ['no-badge']],
    ['NB', ninhBinh, 'branch', ['no-badge', 'no-uniform']],
  ] as const)('%s: %#', (_, centre, ownDress, forbidden) => {
    const notes = [
      note('no-badge', ownDress),
      { ...note('no-uniform', ownDress), id: eventId(2), index: 2n },
    ];
    given(...notes)
      .at(centre)
      .thenFindings(...forbidden.map((detail) => ({ detail })));
  });

  test('is said by the official’s record, where the note says nothing', () => {
    const registered = keptOn(official, 'official-clerk', 'SL')(
      0,
      'OfficialRegistered',
      { name: 'Lê Văn Nam', dress: 'armed-forces' },
      march(1),
    );
    given(registered, note('no-uniform')).at(sonLa).thenBreaches();
    given(registered, note('no-uniform', 'none'))
      .at(sonLa)
      .thenBreaches([note('no-uniform')]);
  });
});

test('at BL it goes for Saturday mornings, too', () => {
  const saturday = note('no-badge', null, march(7, '09:00'));
  given(saturday).at(bacLieu).thenBreaches([saturday]);
});

test('a note that is corrected into another takes the breach away, and that is found', () => {
  const corrected = noted(2, 'ConductNoted', { act: 'discourteous' }, march(2, '09:00'), {
    corrects: eventId(1),
    recordedAt: march(3),
  });
  given(note('no-badge'), corrected).at(sonLa).thenBreaches();
  given(note('no-badge'), corrected)
    .at(sonLa)
    .thenLessened(
      'uniform-and-badge: 1 breaches before and 0 after, by clerk-9 at 2026-03-03T01:00:00.000Z',
    );
});
