import { test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { supplementExplained } from '../../../../src/domain/regulations/rules/supplement-explained.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(supplementExplained);
const fact = proposalsOf(dossier);
const kt = konTum(null);

const asked = (when: string, reference: string | null = null, number = 1) =>
  entry(number, fact('ExplanationAsked', { reference }, when));
const explained = (when: string, reference: string | null = null, number = 5) =>
  entry(number, fact('ExplanationGiven', { reference }, when));

const [monday, due] = ['2026-03-02T09:00:00+07:00', '2026-03-03T17:00:00+07:00'];

test.each([
  ['at the very instant', due, 'kept'],
  ['a millisecond later', '2026-03-03T17:00:00.001+07:00', 'late'],
] as const)('by the end of the next working day, explained %s', (_, when, state) => {
  const [question, answer] = [asked(monday), explained(when)];
  given(question, answer)
    .at(kt)
    .thenDuty({
      state,
      due,
      bearer: { kind: 'centre', code: 'KT' },
      evidence: [question, answer],
    });
});

test('asked on a Saturday, by the end of Monday', () => {
  given(asked('2026-03-07T09:00:00+07:00'))
    .at(kt)
    .thenDuty({ state: 'open', due: '2026-03-09T17:00:00+07:00' });
});

test.each([
  ['two minutes before the centre closes', '2026-03-06T16:58:00+07:00'],
  ['after it has closed', '2026-03-06T17:10:00+07:00'],
])('asked %s, by the end of the next working day', (_, when) => {
  given(asked(when)).at(kt).thenDuty({ state: 'open', due: '2026-03-09T17:00:00+07:00' });
});

test('each question has its answer', () => {
  const [one, two] = [asked(monday, 'a', 1), asked(monday, 'b', 2)];
  given(one, two, explained(due, 'b')).at(kt).thenDuties({ state: 'open' }, { state: 'kept' });
  given(one, two, explained(due)).at(kt).thenDuties({ state: 'kept' }, { state: 'open' });
});

test('the centre may set another time', () => {
  given(asked(monday))
    .under({ terms: { 'supplement-explained': { minutes: 60 } }, hours: 'vietnam' })
    .thenDuty({ due: '2026-03-02T10:00:00+07:00' });
});

test('an explanation that is entered late counts, and that it came late shows', () => {
  const told = enteredAt(
    5,
    fact('ExplanationGiven', {}, '2026-03-02T16:00:00+07:00'),
    '2026-03-04T09:00:00+07:00',
  );
  given(asked(monday), told).at(kt).thenDuty({ state: 'kept' });
  given(asked(monday), told)
    .at(kt)
    .thenLessened(
      'supplement-explained: late by 960 minutes before and by 0 minutes after, by clerk-9 at 2026-03-04T02:00:00.000Z',
    );
});
