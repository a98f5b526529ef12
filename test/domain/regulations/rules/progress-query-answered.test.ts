import { describe, test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import {
  everyQueryAnswered,
  progressQueryAnswered,
} from '../../../../src/domain/regulations/rules/progress-query-answered.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(progressQueryAnswered);
const fact = proposalsOf(dossier);

const asked = (when: string, data: object = {}, number = 1) =>
  entry(number, fact('ProgressQueried', { unit: 'H42.17', about: 'progress', ...data }, when));
const answerTo = (data: object, when: string) =>
  fact('ProgressAnswered', { unit: 'H42.17', ...data }, when);
const answered = (when: string, data: object = {}, number = 5) =>
  entry(number, answerTo(data, when));

const friday = '2026-03-06T09:00:00+07:00';

test.each([
  ['at the very instant', '2026-03-09T17:30:00+07:00', 'kept'],
  ['a millisecond later', '2026-03-09T17:30:00.001+07:00', 'late'],
] as const)('by the end of the next working day, over a weekend: answered %s', (_, when, state) => {
  const [query, answer] = [asked(friday), answered(when)];
  given(query, answer)
    .at(ninhBinh)
    .thenDuty({
      state,
      due: '2026-03-09T17:30:00+07:00',
      bearer: { kind: 'agency', code: 'H42.17' },
      evidence: [query, answer],
    });
});

test.each([
  ['Bạc Liêu', bacLieu, '2026-05-04T17:00:00+07:00'],
  ['Kon Tum', konTum(null), '2026-05-04T17:00:00+07:00'],
  ['Ninh Bình', ninhBinh, '2026-05-04T17:30:00+07:00'],
])('over holidays at %s', (_, centre, due) => {
  given(asked('2026-04-29T09:00:00+07:00')).at(centre).thenDuty({ state: 'open', due });
});

test('asked at Kon Tum after closing time, it is not due before it was asked', () => {
  given(asked('2026-03-02T17:10:00+07:00'))
    .at(konTum(null))
    .thenDuty({ state: 'open', due: '2026-03-03T17:00:00+07:00' });
});

describe('a question', () => {
  test.each(['reception', 'progress', 'papers', null])('about %s is to be answered', (about) => {
    given(asked(friday, { about })).at(ninhBinh).thenDuty({ state: 'open' });
  });

  test.each(['lateness', 'supplement'] as const)(
    'about a %s is to be explained at Ninh Bình, which is another rule, and answered elsewhere',
    (about) => {
      const query = asked(friday, { about });
      given(query).at(ninhBinh).thenNoDuty();
      const elsewhere = specifyRule(everyQueryAnswered);
      for (const centre of [bacLieu, konTum(null)]) {
        const reason = (of: 'lateness' | 'supplement' | 'return' | null) =>
          entry(5, fact('ReasonGiven', { about: of }, '2026-03-09T17:00:00+07:00'));
        elsewhere.given(query).at(centre).thenDuty({ state: 'open' });
        elsewhere
          .given(query, answered('2026-03-09T17:00:00+07:00'))
          .at(centre)
          .thenDuty({ state: 'kept' });
        elsewhere.given(query, reason(about)).at(centre).thenDuty({ state: 'kept' });
        elsewhere.given(query, reason(null)).at(centre).thenDuty({ state: 'kept' });
        elsewhere.given(query, reason('return')).at(centre).thenDuty({ state: 'open' });
      }
    },
  );

  test('about progress has no reason for its answer', () => {
    const reason = entry(5, fact('ReasonGiven', { about: null }, '2026-03-06T10:00:00+07:00'));
    specifyRule(everyQueryAnswered)
      .given(asked(friday), reason)
      .at(bacLieu)
      .thenDuty({ state: 'open' });
  });

  test('has the answer that carries its reference', () => {
    const queries = [asked(friday, { reference: 'a' }, 1), asked(friday, { reference: 'b' }, 2)];
    given(...queries, answered('2026-03-06T10:00:00+07:00', { reference: 'b' }))
      .at(ninhBinh)
      .thenDuties({ state: 'open' }, { state: 'kept' });
  });
});

test('an answer that is entered when its time is over, with a time that suits, takes a breach away, and shows', () => {
  const answer = answerTo({}, '2026-03-06T15:00:00+07:00');
  const late = enteredAt(5, answer, '2026-03-10T08:00:00+07:00');
  given(asked(friday), late).at(ninhBinh).thenDuty({ state: 'kept' });
  given(asked(friday), late)
    .at(ninhBinh)
    .thenLessened(
      'progress-query-answered: late by 870 minutes before and by 0 minutes after, by clerk-9 at 2026-03-10T01:00:00.000Z',
    );
});
