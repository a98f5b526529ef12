import { test } from 'vitest';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { meritProposed } from '../../../../src/domain/regulations/rules/merit-proposed.ts';
import { recordsOf } from '../../../support/centre-year.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(meritProposed, 'calendar-NB-2026');
const { begins, ofYear } = recordsOf('NB');
const begun = begins('2026-01-01T00:00:00');
const proposed = (when: string, data: object = {}) =>
  ofYear(1, 'RewardProposed', { reward: 'KT-1', occasion: 'yearly', year: '2026', ...data }, when);

test.each([
  ['at the very instant', '2026-12-31T17:30:00', 'kept'],
  ['a millisecond later', '2026-12-31T17:30:00.001', 'late'],
  ['after the holidays', '2027-01-11T08:00:00', 'late'],
] as const)('proposed %s', (_, when, state) => {
  const proposal = proposed(when);
  given(begun, proposal)
    .at(ninhBinh)
    .thenDuties({
      opening: '2026',
      due: '2026-12-31T17:30:00+07:00',
      bearer: { kind: 'centre', code: 'NB' },
      state,
      evidence: [proposal],
    });
});

test.each([
  ['out of turn', { occasion: 'ad-hoc' }],
  ['for another year', { year: '2025' }],
  ['to an agency', { to: 'agency' }],
])('a proposal %s is not it', (_, data) => {
  given(begun, proposed('2026-12-15T08:00:00', data)).at(ninhBinh).thenDuties({ state: 'open' });
});

test('what a proposal does not say of itself is not held against it', () => {
  const bare = proposed('2026-12-15T08:00:00', { occasion: null, year: null });
  given(begun, bare).at(ninhBinh).thenDuties({ state: 'kept' });
});

test('a proposal that is corrected to have been out of turn leaves it open again', () => {
  const corrected = ofYear(
    2,
    'RewardProposed',
    { reward: 'KT-1', occasion: 'ad-hoc' },
    '2026-12-15T08:00:00',
    {
      corrects: eventId(1),
    },
  );
  given(begun, proposed('2026-12-15T08:00:00'), corrected)
    .at(ninhBinh)
    .thenDuties({ state: 'open' });
});
