import { test } from 'vitest';
import { agency } from '../../../../src/domain/centre/agency/vocabulary.ts';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { resultHandedOverAtOnce } from '../../../../src/domain/regulations/rules/result-handed-over-at-once.ts';
import { CentreCode, Instant } from '../../../../src/domain/units.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(resultHandedOverAtOnce);
const fact = proposalsOf(dossier);

const finance = entry(
  0,
  proposalsOf(agency)('AgencyEstablished', { name: 'Sở Tài chính' }, '2024-01-02T08:00:00+07:00', {
    centre: CentreCode.parse('TQ'),
  }),
  undefined,
  { stream: 'agency-H60.13' },
);
const received = (resultChannel: 'direct' | 'by-proxy' | 'online' | 'post' | null = 'direct') =>
  entry(
    1,
    fact(
      'DossierReceived',
      { code: 'd1', resultChannel, solvingUnit: 'H60.13' },
      '2026-02-24T08:00:00+07:00',
    ),
  );
const decided = (when: string) => entry(2, fact('DossierDecided', { unit: 'H60.13' }, when));
const handed = (when: string, also: object = {}) =>
  entry(3, fact('ResultHandedOver', {}, when), undefined, also);

const monday = '2026-03-02T09:00:00+07:00';

test('it is owed by the agency, within the half hour that the centre sets for "at once"', () => {
  given(finance, received(), decided(monday))
    .at(tuyenQuang)
    .thenDuty({
      state: 'open',
      bearer: { kind: 'agency', code: 'H60.13' },
      due: '2026-03-02T09:30:00+07:00',
    });
});

test.each([
  ['at the very instant', '2026-03-02T09:30:00+07:00', 'kept'],
  ['a millisecond later', '2026-03-02T09:30:00.001+07:00', 'late'],
])('handed over %s: %s', (_, when, state) => {
  given(finance, received(), decided(monday), handed(when))
    .at(tuyenQuang)
    .thenDuty({ state: state === 'kept' ? 'kept' : 'late' });
});

test.each([
  ['over a weekend', '2026-03-06T17:15:00+07:00', '2026-03-09T07:45:00+07:00'],
  ['over the holidays of April', '2026-04-29T17:15:00+07:00', '2026-05-04T07:45:00+07:00'],
])('the half hour is counted %s', (_, when, due) => {
  given(finance, received(), decided(when)).at(tuyenQuang).thenDuty({ due });
});

test.each(['online', 'post', null] as const)(
  'a result asked for by %s need not come',
  (channel) => {
    given(finance, received(channel), decided(monday)).at(tuyenQuang).thenNoDuty();
  },
);

test('an agency that the regulation does not bind owes nothing', () => {
  given(received(), decided(monday)).at(tuyenQuang).thenNoDuty();
});

test.each([
  ['2026-03-02T09:30:00+07:00', false],
  ['2026-03-03T09:00:00+07:00', true],
])(
  'a result that the applicant had at %s need not come any more (too late: %s)',
  (when, breached) => {
    const returned = entry(3, fact('ResultReturned', {}, when));
    given(finance, received(), decided(monday), returned)
      .at(tuyenQuang)
      .thenDuty({ state: 'ended', breached });
  },
);

test('a handover that is entered late as if it had been in time takes the breach away, which shows', () => {
  const late = handed('2026-03-02T09:20:00+07:00', {
    recordedAt: Instant.parse('2026-03-02T10:00:00+07:00'),
  });
  given(finance, received(), decided(monday), late).at(tuyenQuang).thenDuty({ state: 'kept' });
  given(finance, received(), decided(monday), late)
    .at(tuyenQuang)
    .thenLessened(
      'result-handed-over-at-once: late by 30 minutes before and by 0 minutes after, by clerk-9 at 2026-03-02T03:00:00.000Z',
    );
});
