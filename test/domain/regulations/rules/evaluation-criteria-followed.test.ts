import { test } from 'vitest';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { evaluationCriteriaFollowed } from '../../../../src/domain/regulations/rules/evaluation-criteria-followed.ts';
import { recordsOf } from '../../../support/centre-year.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(evaluationCriteriaFollowed, 'official-cb-1');
const { ofOfficial, ofYear } = recordsOf('SL');
const published = ofYear(
  1,
  'EvaluationCriteriaPublished',
  { criteria: '40/QĐ', from: '2026-01-01', to: '2026-06-30' },
  '2026-01-05T08:00:00',
);
const measured = [{ criterion: 'Đúng hạn', figure: '412/418' }];
const classed = (when: string, data: object = {}) =>
  ofOfficial('cb-1')(
    2,
    'OfficialClassed',
    { class: 'A', criteria: '40/QĐ', measured, ...data },
    when,
  );

test.each(['2026-01-01T08:00:00', '2026-06-30T17:00:00'])(
  'a class of %s by criteria then in force is no breach',
  (when) => {
    given(published, classed(when)).at(sonLa).thenBreaches();
  },
);

test('one that is given after their last day is the centre’s breach, unless it is about a time before', () => {
  const late = classed('2026-07-01T08:00:00');
  const found = given(published, late).at(sonLa);
  found.thenBreaches([late]);
  found.thenFindings({ bearer: { kind: 'centre', code: 'SL' }, detail: '40/QĐ' });
  const half = { period: { from: '2026-01-01', to: '2026-06-30' } };
  given(published, classed('2026-07-06T08:00:00', half)).at(sonLa).thenBreaches();
});

test('one by criteria that were never published is a breach, in Bạc Liêu, too', () => {
  const one = classed('2026-03-02T08:00:00', { criteria: '41/QĐ' });
  given(published, one).at(sonLa).thenBreaches([one]);
  const there = recordsOf('BL').ofOfficial('cb-1')(
    2,
    'OfficialClassed',
    { class: 'A', criteria: '41/QĐ' },
    '2026-03-02T08:00:00',
  );
  given(there).at(bacLieu).thenBreaches([there]);
});

test('one that says that it rests on no fact is a breach', () => {
  const bare = classed('2026-03-02T08:00:00', { measured: [] });
  given(published, bare).at(sonLa).thenBreaches([bare]);
});

test('what a class does not say of itself is not held against it', () => {
  given(classed('2026-03-02T08:00:00', { criteria: null, measured: null }))
    .at(sonLa)
    .thenBreaches();
});

test('a class that is corrected to be by the right criteria is no breach, and that this was changed shows', () => {
  const wrong = classed('2026-03-02T08:00:00', { criteria: '41/QĐ' });
  const right = ofOfficial('cb-1')(
    3,
    'OfficialClassed',
    { class: 'A', criteria: '40/QĐ', measured },
    '2026-03-02T08:00:00',
    {
      corrects: eventId(2),
      recordedAt: classed('2026-03-09T08:00:00').recordedAt,
    },
  );
  const found = given(published, wrong, right).at(sonLa);
  found.thenBreaches();
  found.thenFindings({ rule: 'breach-lessened' });
});
