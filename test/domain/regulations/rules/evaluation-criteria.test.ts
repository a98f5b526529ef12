import { describe, test } from 'vitest';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { evaluationCriteria } from '../../../../src/domain/regulations/rules/evaluation-criteria.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { recordsOf } from '../../../support/centre-year.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const inSonLa = specifyRule(evaluationCriteria, 'office-SL');
const { begins, ofYear } = recordsOf('SL');
const begun = begins('2026-03-02T08:00:00');
const published = (number: number, when: string, data: object = {}) =>
  ofYear(number, 'EvaluationCriteriaPublished', { criteria: `C${number}`, ...data }, when);

test.each([
  ['before the centre began', '2026-02-02T08:00:00', 'kept'],
  ['at the very instant', '2026-04-01T17:30:00', 'kept'],
  ['a millisecond later', '2026-04-01T17:30:00.001', 'late'],
] as const)('a centre that begins has its criteria published %s', (_, when, state) => {
  const criteria = published(1, when);
  inSonLa
    .given(begun, criteria)
    .at(sonLa)
    .thenDuty({
      due: '2026-04-01T17:30:00+07:00', // 22 working days
      bearer: { kind: 'centre', code: 'SL' },
      state,
      evidence: [begun, criteria],
    });
});

describe('of a centre that there was before the regulation', () => {
  const before = begins('2016-01-04T08:00:00');

  test('they are owed from the first day of the regulation', () => {
    inSonLa
      .given(before)
      .at(sonLa)
      .thenDuty({
        openedAt: Instant.parse('2017-06-16T00:00:00+07:00'),
        due: '2017-07-18T17:30:00+07:00', // 22 working days after Friday 16 June
        state: 'open',
      });
  });

  test('begun the day before, or on the day, makes no difference to what is owed', () => {
    for (const when of ['2017-06-15T23:59:59.999', '2017-06-16T00:00:00']) {
      inSonLa
        .given(begins(when))
        .at(sonLa)
        .thenDuty({ openedAt: Instant.parse('2017-06-16T00:00:00+07:00') });
    }
  });

  test('criteria of before the regulation that still hold keep it; that had run out, do not', () => {
    const old = (to: string | null) => published(1, '2016-02-01T08:00:00', { to });
    inSonLa.given(before, old(null)).at(sonLa).thenDuty({ state: 'kept' });
    inSonLa
      .given(before, old('2016-12-31'))
      .at(sonLa)
      .thenDuties({ state: 'kept' }, { state: 'open', due: '2017-07-18T17:30:00+07:00' });
    inSonLa
      .given(before, old('2017-12-31'))
      .at(sonLa)
      .thenDuties(
        { state: 'kept' },
        { state: 'open', openedAt: Instant.parse('2018-01-01T00:00:00+07:00') },
      );
  });
});

test('so in Bạc Liêu', () => {
  const bl = recordsOf('BL');
  specifyRule(evaluationCriteria, 'office-BL')
    .given(bl.begins('2026-03-02T08:00:00'))
    .at(bacLieu)
    .thenDuty({ state: 'open', due: '2026-04-01T17:00:00+07:00' });
});

test('criteria that run out are followed by others, by the same term from the day after', () => {
  const first = published(1, '2026-03-02T09:00:00', { to: '2026-08-30' });
  const next = published(2, '2026-08-20T09:00:00');
  // From Monday 31 August, which is a holiday with 1 and 2 September.
  const due = '2026-10-02T17:30:00+07:00';
  inSonLa
    .given(begun, first)
    .at(sonLa)
    .thenDuties({ state: 'kept' }, { state: 'open', due, detail: 'C1' });
  inSonLa
    .given(begun, first, next)
    .at(sonLa)
    .thenDuties({ state: 'kept' }, { state: 'kept', evidence: [first, next] });
});

test('criteria that end with those before them, or sooner, do not follow them', () => {
  const first = published(1, '2026-03-02T09:00:00', { to: '2026-08-30' });
  const shorter = published(2, '2026-04-20T09:00:00', { to: '2026-06-30' });
  inSonLa
    .given(begun, first, shorter)
    .at(sonLa)
    .thenDuties({ state: 'kept' }, { state: 'open', detail: 'C1' });
});

test('criteria that are taken back leave it open again', () => {
  const takenBack = ofYear(2, 'EntryWithdrawn', {}, '2026-03-03T09:00:00', {
    corrects: eventId(1),
  });
  inSonLa
    .given(begun, published(1, '2026-03-02T09:00:00'), takenBack)
    .at(sonLa)
    .thenDuty({ state: 'open' });
});
