import { test } from 'vitest';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { agencySessions } from '../../../../src/domain/regulations/rules/agency-sessions.ts';
import { recordsOf } from '../../../support/centre-year.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const inBacLieu = specifyRule(agencySessions, 'calendar-BL-2026');
const { begins, ofMonth, ofOfficial } = recordsOf('BL');
const begun = begins('2026-07-01T00:00:00');
const third = { from: '2026-07-01', to: '2026-09-30' };
const held = (when: string, data: object = { occasion: 'periodic' }) =>
  ofMonth(1, 'AgencySessionHeld', { period: third, ...data }, when);

test.each([
  ['at the very instant', '2026-09-30T17:00:00', 'kept'],
  ['a millisecond later', '2026-09-30T17:00:00.001', 'late'],
] as const)('held %s', (_, when, state) => {
  const session = held(when);
  inBacLieu
    .given(begun, session)
    .at(bacLieu)
    .thenDuties(
      { opening: '2026-Q3', due: '2026-09-30T17:00:00+07:00', state, evidence: [session] },
      { opening: '2026-Q4', due: '2026-12-31T17:00:00+07:00', state: 'open' },
    );
});

test('a session that was called for a reason of its own is not the periodic one', () => {
  const session = held('2026-09-10T09:00:00', { occasion: 'ad-hoc' });
  inBacLieu.given(begun, session).at(bacLieu).thenDuties({ state: 'open' }, { state: 'open' });
});

test('the director owes it', () => {
  const takes = ofOfficial('gd-1')(
    1,
    'OfficeTaken',
    { office: 'director', from: '2026-01-05' },
    '2026-01-05T08:00:00',
  );
  const bearer = { kind: 'official', code: 'gd-1' } as const;
  inBacLieu.given(begun, takes).at(bacLieu).thenDuties({ bearer }, { bearer });
});

test('in Kon Tum the text gives no period: a quarter, unless the centre sets another', () => {
  const kt = recordsOf('KT');
  const inKonTum = specifyRule(agencySessions, 'calendar-KT-2026');
  const began = kt.begins('2026-07-01T00:00:00');
  inKonTum.given(began).at(konTum(null)).thenDuties({ opening: '2026-Q3' }, { opening: '2026-Q4' });
});

test('a session that is corrected to have been out of turn leaves it open again', () => {
  const corrected = ofMonth(
    2,
    'AgencySessionHeld',
    { period: third, occasion: 'ad-hoc' },
    '2026-09-10T09:00:00',
    {
      corrects: eventId(1),
    },
  );
  inBacLieu
    .given(begun, held('2026-09-10T09:00:00'), corrected)
    .at(bacLieu)
    .thenDuties({ state: 'open' }, {});
});

test('from the day on which the centre sets a month, each month that begins from then on is one', () => {
  const kt = recordsOf('KT');
  const began = kt.begins('2026-07-01T00:00:00');
  const set = kt.ofYear(
    1,
    'ProfileValueSet',
    { parameter: 'sessionPeriod', value: 'month', from: '2026-09-15' },
    '2026-09-10T08:00:00',
  );
  specifyRule(agencySessions, 'calendar-KT-2026')
    .given(began, set)
    .at(konTum(null))
    .thenDuties(
      { opening: '2026-Q3', due: '2026-09-30T17:00:00+07:00' },
      { opening: '2026-10', due: '2026-10-30T17:00:00+07:00' },
      { opening: '2026-11' },
      { opening: '2026-12' },
    );
});
