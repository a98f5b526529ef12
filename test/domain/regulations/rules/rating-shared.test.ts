import { test } from 'vitest';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { ratingShared } from '../../../../src/domain/regulations/rules/rating-shared.ts';
import { recordsOf } from '../../../support/centre-year.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(ratingShared, 'calendar-NB-2026');
const { begins, ofMonth, ofOfficial } = recordsOf('NB');
const begun = begins('2026-01-01T00:00:00');
const posted = (number: number, id: string, data: object = {}) =>
  ofOfficial(id)(
    number,
    'OfficialPosted',
    { from: '2026-03-02', agency: 'H42.17', capacity: 'formal', ...data },
    '2026-03-02T08:00:00',
  );
const [lan, minh] = [posted(1, 'cb-1'), posted(2, 'cb-2')];
const received = (when: string, data: object = {}) =>
  ofMonth(5, 'YearlyRatingsReceived', { agency: 'H42.17', year: '2026', ...data }, when);

test.each([
  ['at the very instant', '2026-12-29T17:30:00', 'kept'],
  ['a millisecond later', '2026-12-29T17:30:00.001', 'late'],
  ['in February', '2027-02-01T08:00:00', 'late'],
] as const)('a copy that comes %s', (_, when, state) => {
  const copy = received(when);
  given(begun, lan, copy)
    .at(ninhBinh)
    .thenDuties({
      opening: '2026#cb-1',
      due: '2026-12-29T17:30:00+07:00',
      bearer: { kind: 'agency', code: 'H42.17' },
      state,
      evidence: [copy],
    });
});

test('where the 29th is no working day it is due on the last one before', () => {
  const of = recordsOf('NB');
  specifyRule(ratingShared, 'calendar-NB-2029')
    .given(of.begins('2029-01-01T00:00:00'), lan)
    .at(ninhBinh)
    .thenDuties({ due: '2029-12-28T17:30:00+07:00' }); // the 29th is a Saturday
});

test('of reserves, of who has left and of who is not said to be formal, nothing is owed', () => {
  const reserve = posted(1, 'cb-1', { capacity: 'reserve' });
  const left = posted(2, 'cb-2', { to: '2026-12-28' });
  const unsaid = posted(3, 'cb-3', { capacity: null });
  given(begun, reserve, left, unsaid).at(ninhBinh).thenNoDuty();
});

test('each official’s own copy counts, and no other', () => {
  const own = ofOfficial('cb-1')(
    6,
    'RatingShared',
    { year: '2026', rating: true },
    '2026-12-20T08:00:00',
  );
  given(begun, lan, minh, own)
    .at(ninhBinh)
    .thenDuties({ state: 'kept', evidence: [own] }, { state: 'open' });
});

test.each([
  ['of other officials', { officials: ['cb-9'] }],
  ['of another year', { year: '2025' }],
  ['of another agency', { agency: 'H42.12' }],
])('a copy %s is not it', (_, data) => {
  given(begun, lan, received('2026-12-20T08:00:00', data))
    .at(ninhBinh)
    .thenDuties({ state: 'open' });
});

test('a copy that names no year and comes in January is of the year before', () => {
  given(begun, lan, received('2027-01-05T08:00:00', { year: null }))
    .at(ninhBinh)
    .thenDuties({ state: 'late' });
  given(begun, lan, received('2026-01-05T08:00:00', { year: null }))
    .at(ninhBinh)
    .thenDuties({ state: 'open' });
});

test('a rating that turns out not to have been sent leaves it open again', () => {
  const own = ofOfficial('cb-1')(6, 'RatingShared', { year: '2026' }, '2026-12-20T08:00:00');
  const corrected = ofOfficial('cb-1')(
    7,
    'RatingShared',
    { year: '2026', rating: false },
    '2026-12-20T08:00:00',
    {
      corrects: eventId(6),
    },
  );
  given(begun, lan, own, corrected).at(ninhBinh).thenDuties({ state: 'open' });
});
