import { test } from 'vitest';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { officialsNotice } from '../../../../src/domain/regulations/rules/officials-notice.ts';
import { recordsOf } from '../../../support/centre-year.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(officialsNotice, 'calendar-BL-2026');
const { begins, ofMonth, ofOfficial, ofAgency } = recordsOf('BL');
const begun = begins('2026-12-01T00:00:00');
const posted = (number: number, id: string, agency: string, data: object = {}) =>
  ofOfficial(id)(
    number,
    'OfficialPosted',
    { from: '2026-03-02', agency, ...data },
    '2026-03-02T08:00:00',
  );
const [lan, minh] = [posted(1, 'cb-1', 'H04.17'), posted(2, 'cb-2', 'H04.12')];
const december = { from: '2026-12-01', to: '2026-12-31' };
const sent = (when: string, data: object = {}) =>
  ofMonth(5, 'OfficialsNoticeSent', { agency: 'H04.17', period: december, ...data }, when);

test.each([
  ['at the very instant', '2026-12-31T17:00:00', 'kept'],
  ['a millisecond later', '2026-12-31T17:00:00.001', 'late'],
] as const)('sent %s, to the agency that sent the official', (_, when, state) => {
  const notice = sent(when);
  const due = '2026-12-31T17:00:00+07:00';
  given(begun, lan, minh, notice)
    .at(bacLieu)
    .thenDuties(
      { opening: '2026-12#cb-1', due, state, evidence: [notice] },
      { opening: '2026-12#cb-2', due, state: 'open' },
    );
});

test('the director owes it', () => {
  const takes = ofOfficial('gd-1')(
    3,
    'OfficeTaken',
    { office: 'director', from: '2026-01-05' },
    '2026-01-05T08:00:00',
  );
  given(begun, lan, takes)
    .at(bacLieu)
    .thenDuties({ bearer: { kind: 'official', code: 'gd-1' } });
});

test.each([
  ['names others', { officials: ['cb-9'] }],
  ['leaves out the hours', { hours: false }],
  ['leaves out the progress', { progress: false }],
  ['leaves out the conduct', { conduct: false }],
  ['goes to another agency', { agency: 'H04.08' }],
  ['is of another month', { period: { from: '2026-11-01', to: '2026-11-30' } }],
])('a notice that %s is not it', (_, data) => {
  given(begun, lan, sent('2026-12-28T09:00:00', data)).at(bacLieu).thenDuties({ state: 'open' });
});

test('a notice to what came after the agency is it', () => {
  const old = ofAgency('H04.17')(
    3,
    'AgencyEstablished',
    { name: 'Sở Tài nguyên' },
    '2020-01-02T08:00:00',
  );
  const merged = ofAgency('H04.17')(
    4,
    'AgencySucceeded',
    { successors: ['H04.30'] },
    '2026-12-10T08:00:00',
  );
  const notice = sent('2026-12-28T09:00:00', { agency: 'H04.30' });
  given(begun, lan, old, merged, notice).at(bacLieu).thenDuties({ state: 'kept' });
});

test('of who was not there for all of the month, or is sent by nobody, nothing is owed', () => {
  const [late, gone] = [
    posted(1, 'cb-1', 'H04.17', { from: '2026-12-02' }),
    posted(2, 'cb-2', 'H04.17', { to: '2026-12-30' }),
  ];
  const unsent = ofOfficial('cb-3')(
    3,
    'OfficialPosted',
    { from: '2026-03-02' },
    '2026-03-02T08:00:00',
  );
  given(begun, late, gone, unsent).at(bacLieu).thenNoDuty();
});

test('a notice that is said afterwards to have left out the conduct leaves it open again', () => {
  const corrected = ofMonth(
    6,
    'OfficialsNoticeSent',
    { agency: 'H04.17', period: december, conduct: false },
    '2026-12-28T09:00:00',
    {
      corrects: eventId(5),
    },
  );
  given(begun, lan, sent('2026-12-28T09:00:00'), corrected)
    .at(bacLieu)
    .thenDuties({ state: 'open' });
});
