import { test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { overdueExplained } from '../../../../src/domain/regulations/rules/overdue-explained.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(overdueExplained);
const fact = proposalsOf(dossier);

const asked = (when: string, data: object = {}, number = 1) =>
  entry(number, fact('ProgressQueried', { unit: 'H42.17', about: 'lateness', ...data }, when));
const reason = (when: string, data: object = {}, number = 5) =>
  entry(number, fact('ReasonGiven', data, when));

const [friday, due] = ['2026-03-06T09:00:00+07:00', '2026-03-09T17:30:00+07:00'];

test.each([
  ['at the very instant', due, 'kept'],
  ['a millisecond later', '2026-03-09T17:30:00.001+07:00', 'late'],
] as const)('by the end of the next working day, over a weekend: given %s', (_, when, state) => {
  const [query, answer] = [asked(friday), reason(when, { about: 'lateness' })];
  given(query, answer)
    .at(ninhBinh)
    .thenDuty({
      state,
      due,
      detail: 'lateness',
      bearer: { kind: 'agency', code: 'H42.17' },
      evidence: [query, answer],
    });
});

test('over holidays', () => {
  given(asked('2026-04-29T09:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ state: 'open', due: '2026-05-04T17:30:00+07:00' });
});

test('a question about a supplement, too; others are another rule', () => {
  given(asked(friday, { about: 'supplement' }))
    .at(ninhBinh)
    .thenDuty({ detail: 'supplement' });
  for (const about of ['reception', 'progress', 'papers', null]) {
    given(asked(friday, { about })).at(ninhBinh).thenNoDuty();
  }
});

test('the reason for a supplement is none for a lateness; one for nothing in particular is', () => {
  given(asked(friday), reason(due, { about: 'supplement' }))
    .at(ninhBinh)
    .thenDuty({ state: 'open' });
  given(asked(friday), reason(due)).at(ninhBinh).thenDuty({ state: 'kept' });
});

test('each question has its answer', () => {
  const queries = [asked(friday, { reference: 'a' }, 1), asked(friday, { reference: 'b' }, 2)];
  given(...queries, reason(due, { reference: 'b' }))
    .at(ninhBinh)
    .thenDuties({ state: 'open' }, { state: 'kept' });
});

test('the centre may set another time', () => {
  given(asked(friday))
    .under({ terms: { 'overdue-explained': { days: 3 } }, hours: 'vietnam' })
    .thenDuty({ due: '2026-03-11T17:30:00+07:00' });
});

test('a question that is corrected to be about progress opened nothing, and that shows where it was late', () => {
  const other = enteredAt(
    6,
    fact('ProgressQueried', { unit: 'H42.17', about: 'progress' }, friday, {
      corrects: eventId(1),
    }),
    '2026-03-09T18:30:00+07:00',
  );
  given(asked(friday), other).at(ninhBinh).thenNoDuty();
  given(asked(friday), other)
    .at(ninhBinh)
    .thenLessened(
      'overdue-explained: late by 60 minutes before and by 0 minutes after, by clerk-9 at 2026-03-09T11:30:00.000Z',
    );
});
