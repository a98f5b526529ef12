import { test } from 'vitest';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { officialsReviewed } from '../../../../src/domain/regulations/rules/officials-reviewed.ts';
import { recordsOf } from '../../../support/centre-year.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const inSonLa = specifyRule(officialsReviewed, 'calendar-SL-2026');
const { begins, ofMonth, ofOfficial } = recordsOf('SL');
const begun = begins('2026-10-01T00:00:00');
const posted = (number: number, id: string, data: object = {}) =>
  ofOfficial(id)(number, 'OfficialPosted', { from: '2026-03-02', ...data }, '2026-03-02T08:00:00');
const [lan, minh] = [posted(1, 'cb-1'), posted(2, 'cb-2')];
const quarter = { from: '2026-10-01', to: '2026-12-31' };
const reviewed = (when: string, data: object = { officials: ['cb-1', 'cb-2'] }) =>
  ofMonth(3, 'OfficialsReviewed', { period: quarter, ...data }, when);

test('in Sơn La each official has a review every three months, due on the last working day', () => {
  const common = {
    due: '2026-12-31T17:30:00+07:00',
    bearer: { kind: 'centre', code: 'SL' },
  } as const;
  inSonLa
    .given(begun, lan, minh)
    .at(sonLa)
    .thenDuties(
      { opening: '2026-Q4#cb-1', detail: '2026-Q4: cb-1', state: 'open', ...common },
      { opening: '2026-Q4#cb-2', state: 'open', ...common },
    );
});

test.each([
  ['BL', bacLieu],
  ['KT', konTum(null)],
] as const)('in %s every six months', (code, centre) => {
  const of = recordsOf(code);
  const official = of.ofOfficial('cb-1')(
    1,
    'OfficialPosted',
    { from: '2026-03-02' },
    '2026-03-02T08:00:00',
  );
  specifyRule(officialsReviewed, `calendar-${code}-2026`)
    .given(of.begins('2026-07-01T00:00:00'), official)
    .at(centre)
    .thenDuties({ opening: '2026-H2#cb-1', due: '2026-12-31T17:00:00+07:00' });
});

test.each([
  ['at the very instant', '2026-12-31T17:30:00', 'kept'],
  ['a millisecond later', '2026-12-31T17:30:00.001', 'late'],
  ['after the holiday', '2027-01-04T08:00:00', 'late'],
] as const)('reviewed %s', (_, when, state) => {
  inSonLa.given(begun, lan, minh, reviewed(when)).at(sonLa).thenDuties({ state }, { state });
});

test('whoever is left out is still to be reviewed; their own record tells of it, too', () => {
  const some = reviewed('2026-12-15T15:00:00', { officials: ['cb-1'] });
  inSonLa.given(begun, lan, minh, some).at(sonLa).thenDuties({ state: 'kept' }, { state: 'open' });
  const alone = ofOfficial('cb-2')(
    4,
    'OfficialReviewed',
    { period: quarter },
    '2026-12-16T15:00:00',
  );
  inSonLa
    .given(begun, lan, minh, some, alone)
    .at(sonLa)
    .thenDuties({ state: 'kept', evidence: [some] }, { state: 'kept', evidence: [alone] });
});

test('a review that names nobody was of all', () => {
  const all = reviewed('2026-12-15T15:00:00', { officials: null });
  inSonLa.given(begun, lan, minh, all).at(sonLa).thenDuties({ state: 'kept' }, { state: 'kept' });
});

test('who came or went in between is not asked about', () => {
  const late = posted(1, 'cb-1', { from: '2026-10-02' });
  const gone = posted(2, 'cb-2', { to: '2026-12-30' });
  const stays = posted(3, 'cb-3', { from: '2026-10-01', to: '2026-12-31' });
  inSonLa.given(begun, late, gone, stays).at(sonLa).thenDuties({ opening: '2026-Q4#cb-3' });
});

test('where nobody is on record as posted the review is owed all the same', () => {
  inSonLa.given(begun).at(sonLa).thenDuties({ opening: '2026-Q4', state: 'open' });
});

test('a review that is corrected to have been of others leaves it open again', () => {
  const corrected = ofMonth(
    5,
    'OfficialsReviewed',
    { period: quarter, officials: ['cb-9'] },
    '2026-12-15T15:00:00',
    {
      corrects: eventId(3),
    },
  );
  inSonLa
    .given(begun, lan, reviewed('2026-12-15T15:00:00'), corrected)
    .at(sonLa)
    .thenDuties({ state: 'open' });
});
