import { describe, test } from 'vitest';
import { official } from '../../../../src/domain/centre/official/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { postingTerm } from '../../../../src/domain/regulations/rules/posting-term.ts';
import { keptOn } from '../../../support/kept.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(postingTerm, 'official-clerk');
const told = keptOn(official, 'official-clerk', 'NB');

const posted = (to: string | null, also: object = {}) =>
  told(
    0,
    'OfficialPosted',
    { posting: '214', from: '2025-03-03', to, agency: 'H42.17', capacity: 'formal', ...also },
    '2025-02-20T08:00:00+07:00',
  );

test.each([
  ['a day short of twelve months', '2026-03-01', 1],
  ['twelve months to the day', '2026-03-02', 0],
  ['eighteen months, with the corresponding day', '2026-09-03', 0],
  ['a day more', '2026-09-04', 1],
])('posted for %s', (_, to, breaches) => {
  if (breaches === 0) given(posted(to)).at(ninhBinh).thenBreaches();
  else
    given(posted(to))
      .at(ninhBinh)
      .thenFindings({ bearer: { kind: 'agency', code: 'H42.17' }, citation: 'NB Đ6.2a' });
});

test('from the last day of a month to that of a shorter one', () => {
  given(posted('2027-02-28', { from: '2025-08-31' }))
    .at(ninhBinh)
    .thenBreaches();
  given(posted('2027-03-01', { from: '2025-08-31' }))
    .at(ninhBinh)
    .thenFindings({});
});

test('a posting of which no last day is stated is not judged', () => {
  given(posted(null)).at(ninhBinh).thenBreaches();
});

describe('an extension', () => {
  const extended = (to: string) =>
    told(1, 'PostingExtended', { posting: '214', to }, '2026-02-20T08:00:00+07:00');

  test('is judged with the posting: it is the one that gave the last day', () => {
    const [first, second] = [posted('2026-03-02'), extended('2026-10-01')];
    given(first, second).at(ninhBinh).thenBreaches([first, second]);
    given(posted('2025-09-02'), extended('2026-03-02')).at(ninhBinh).thenBreaches();
  });
});

describe('an end', () => {
  const ended = (on: string | null, because: 'replaced' | 'transferred' | 'term-over' | null) =>
    told(2, 'PostingEnded', { posting: '214', on, because }, '2025-11-28T16:00:00+07:00');

  test('before twelve months is a breach, unless a replacement came, or may have', () => {
    const [first, short] = [posted('2026-08-31'), ended('2025-11-28', 'transferred')];
    given(first, short).at(ninhBinh).thenBreaches([first, short]);
    given(first, ended('2025-11-28', 'replaced')).at(ninhBinh).thenBreaches();
    given(first, ended('2025-11-28', null)).at(ninhBinh).thenBreaches();
  });

  test('after more than eighteen is one, replaced or not', () => {
    const [first, long] = [posted('2026-08-31'), ended('2026-09-30', 'replaced')];
    given(first, long).at(ninhBinh).thenBreaches([first, long]);
  });

  test('on the day that was decided, or on no day that is stated, adds nothing', () => {
    const short = posted('2025-11-28');
    given(short, ended('2025-11-28', 'term-over')).at(ninhBinh).thenBreaches([short]);
    given(posted('2026-08-31'), ended(null, 'transferred')).at(ninhBinh).thenBreaches();
  });
});

test.each([
  ['a reserve', { capacity: 'reserve' }],
  ['whoever may be a reserve', { capacity: null }],
  ['whoever is posted to another centre', { at: 'SL' }],
])('%s may stay for less', (_, also) => {
  given(posted('2025-06-30', also)).at(ninhBinh).thenBreaches();
});

test('at a centre that has no exemption all are judged alike', () => {
  given(posted('2025-06-30', { capacity: 'reserve', at: null }))
    .under({ postingMonthsMin: 12, postingMonthsMax: 18 })
    .thenBreaches(); // the posting is NB's, not the reference centre's
  given(posted('2025-06-30', { capacity: 'reserve', at: 'reference' }))
    .under({ postingMonthsMin: 12, postingMonthsMax: 18 })
    .thenFindings({ rule: 'posting-term' });
  given(posted('2025-06-30', { at: 'reference' })).thenBreaches(); // as its decision says (BL Đ8.3n)
});

test('a last day that is corrected takes the breach away, and that is found', () => {
  const corrected = told(
    1,
    'OfficialPosted',
    { posting: '214', from: '2025-03-03', to: '2026-03-02', capacity: 'formal' },
    '2025-02-20T08:00:00+07:00',
    { corrects: eventId(0), recordedAt: '2025-03-10T08:00:00+07:00' },
  );
  given(posted('2025-12-31'), corrected).at(ninhBinh).thenBreaches();
  given(posted('2025-12-31'), corrected)
    .at(ninhBinh)
    .thenLessened(
      'posting-term: 1 breaches before and 0 after, by clerk-9 at 2025-03-10T01:00:00.000Z',
    );
});
