import { test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { applicantToldAtOnce } from '../../../../src/domain/regulations/rules/applicant-told-at-once.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(applicantToldAtOnce);
const fact = proposalsOf(dossier);

const received = (resultChannel: 'direct' | 'online' | 'post' | 'e-mail' | null) =>
  entry(0, fact('DossierReceived', { code: 'd1', resultChannel }, '2026-02-24T08:00:00+07:00'));
const handed = (when = '2026-03-02T09:00:00+07:00') =>
  entry(1, fact('ResultHandedOver', { receiver: 'cb-1' }, when));
const told = (when: string, data: object = {}, also: object = {}) =>
  entry(2, fact('ApplicantTold', data, when), undefined, also);

test('the official who took the result owes it, within the half hour that the centre sets', () => {
  given(received('direct'), handed())
    .at(tuyenQuang)
    .thenDuty({
      state: 'open',
      bearer: { kind: 'official', code: 'cb-1' },
      due: '2026-03-02T09:30:00+07:00',
    });
});

test.each([
  ['at the very instant', '2026-03-02T09:30:00+07:00', 'kept'],
  ['a millisecond later', '2026-03-02T09:30:00.001+07:00', 'late'],
])('told %s: %s', (_, when, state) => {
  given(received('direct'), handed(), told(when, { about: 'result' }))
    .at(tuyenQuang)
    .thenDuty({ state: state === 'kept' ? 'kept' : 'late' });
});

test('the half hour goes on after a weekend', () => {
  given(received('direct'), handed('2026-03-06T17:20:00+07:00'))
    .at(tuyenQuang)
    .thenDuty({ due: '2026-03-09T07:50:00+07:00' });
});

test.each(['lateness', 'supplement', 'reason', 'other'] as const)(
  'whoever was told of %s has not heard of the result',
  (about) => {
    given(received('direct'), handed(), told('2026-03-02T09:10:00+07:00', { about }))
      .at(tuyenQuang)
      .thenDuty({ state: 'open' });
  },
);

test('telling before the result is there does not count', () => {
  given(received('direct'), told('2026-03-02T08:50:00+07:00', { about: 'result' }), handed())
    .at(tuyenQuang)
    .thenDuty({ state: 'open' });
});

test('who fetched it knows of it', () => {
  const fetched = entry(2, fact('ResultReturned', {}, '2026-03-02T09:20:00+07:00'));
  given(received('direct'), handed(), fetched).at(tuyenQuang).thenDuty({ state: 'kept' });
});

test.each(['online', 'post', 'e-mail'] as const)(
  'asked for by %s: nobody need be told',
  (channel) => {
    given(received(channel), handed()).at(tuyenQuang).thenNoDuty();
  },
);

test('a result that is at the centre is to be fetched, unless another way was asked for', () => {
  given(received(null), handed()).at(tuyenQuang).thenDuty({ state: 'open' });
});

test('a telling that is entered late as if in time takes the breach away, which shows', () => {
  const late = told(
    '2026-03-02T09:10:00+07:00',
    {},
    {
      recordedAt: Instant.parse('2026-03-03T09:00:00+07:00'),
    },
  );
  given(received('direct'), handed(), late).at(tuyenQuang).thenDuty({ state: 'kept' });
  given(received('direct'), handed(), late)
    .at(tuyenQuang)
    .thenLessened(
      'applicant-told-at-once: late by 1410 minutes before and by 0 minutes after, by clerk-9 at 2026-03-03T02:00:00.000Z',
    );
});
