import { test } from 'vitest';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ratingRestsOnCentreRemark } from '../../../../src/domain/regulations/rules/rating-rests-on-centre-remark.ts';
import { recordsOf } from '../../../support/centre-year.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { backfilled, eventId } from '../../../support/stated.ts';

const { given } = specifyRule(ratingRestsOnCentreRemark, 'official-cb-1');
const on = recordsOf('KT').ofOfficial('cb-1');
const posted = on(
  1,
  'OfficialPosted',
  { from: '2026-03-02', agency: 'H34.17' },
  '2026-03-02T08:00:00',
);
const rated = (number: number, when: string, data: object = { year: '2026' }) =>
  on(number, 'OfficialRated', data, when);
const remarked = (number: number, when: string, data: object = { year: '2026' }) =>
  on(number, 'CentreRemarkGiven', data, when);

test('a rating with no remark of the centre is the breach, and the agency’s', () => {
  const rating = rated(2, '2026-12-18T08:00:00');
  const found = given(posted, rating).at(konTum(null));
  found.thenBreaches([rating]);
  found.thenFindings({ bearer: { kind: 'agency', code: 'H34.17' } });
});

test.each([
  ['at the very instant', '2026-12-18T08:00:00'],
  ['a month before', '2026-11-18T08:00:00'],
])('a remark given %s is its ground', (_, when) => {
  given(posted, remarked(2, when), rated(3, '2026-12-18T08:00:00')).at(konTum(null)).thenBreaches();
});

test('a remark a millisecond later is not', () => {
  const rating = rated(2, '2026-12-18T08:00:00');
  given(posted, rating, remarked(3, '2026-12-18T08:00:00.001'))
    .at(konTum(null))
    .thenBreaches([rating]);
});

test('where only the day is stated, a remark of that day is its ground, and of the Monday after is not', () => {
  const rating = rated(3, '2026-12-18T00:00:00');
  const remark = on(2, 'CentreRemarkGiven', { year: '2026' }, '2026-12-18T15:00:00');
  const ofDay = { ...rating, precision: 'day' as const };
  given(posted, remark, ofDay).at(konTum(null)).thenBreaches();
  given(posted, ofDay, remarked(4, '2026-12-21T08:00:00')).at(konTum(null)).thenBreaches([ofDay]);
});

test('a remark on another year is not its ground', () => {
  const rating = rated(3, '2027-01-08T08:00:00');
  given(posted, remarked(2, '2026-01-08T08:00:00', { year: '2025' }), rating)
    .at(konTum(null))
    .thenBreaches([rating]);
});

test('where no year is named, a remark of the twelve months before is', () => {
  const rating = rated(3, '2026-12-18T08:00:00', {});
  given(posted, remarked(2, '2025-12-19T08:00:00', {}), rating)
    .at(konTum(null))
    .thenBreaches();
  given(posted, remarked(2, '2025-12-16T08:00:00', {}), rating)
    .at(konTum(null))
    .thenBreaches([rating]);
});

test('the rating of somebody who was not posted in that year is none of the centre’s', () => {
  given(rated(2, '2026-12-18T08:00:00')).at(konTum(null)).thenBreaches();
  given(posted, rated(2, '2026-12-18T08:00:00', { year: '2025' }))
    .at(konTum(null))
    .thenBreaches();
  const gone = on(3, 'PostingEnded', { on: '2026-11-30' }, '2026-11-30T08:00:00');
  const rating = rated(4, '2026-12-18T08:00:00');
  given(posted, gone, rating).at(konTum(null)).thenBreaches([rating]);
});

test('a remark that is entered afterwards takes the breach away, and that shows', () => {
  const late = on(3, 'CentreRemarkGiven', { year: '2026' }, '2026-12-10T08:00:00', {
    ...backfilled,
    recordedAt: rated(9, '2027-01-11T08:00:00').recordedAt,
  });
  const found = given(posted, rated(2, '2026-12-18T08:00:00'), late).at(konTum(null));
  found.thenBreaches();
  found.thenFindings({ rule: 'breach-lessened' });
});

test('a rating that is taken back is no breach', () => {
  const takenBack = on(3, 'EntryWithdrawn', {}, '2026-12-18T09:00:00', { corrects: eventId(2) });
  given(posted, rated(2, '2026-12-18T08:00:00'), takenBack).at(konTum(null)).thenBreaches();
});
