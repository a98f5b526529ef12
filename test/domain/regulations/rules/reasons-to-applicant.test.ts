import { test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { reasonsToApplicant } from '../../../../src/domain/regulations/rules/reasons-to-applicant.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(reasonsToApplicant);
const fact = proposalsOf(dossier);

const received = entry(0, fact('DossierReceived', { code: 'd1', receiver: 'cb-1' }));
const returned = (when: string, number = 1) =>
  entry(number, fact('DossierReturned', { document: '440/STNMT-VP', official: 'cv-9' }, when));
const asked = (when: string) => entry(5, fact('WrittenAnswerAsked', { of: 'H52.17' }, when));

const [friday, due] = ['2026-03-06T09:00:00+07:00', '2026-03-09T17:30:00+07:00'];

test.each([
  ['at the very instant', due, 'kept'],
  ['a millisecond later', '2026-03-09T17:30:00.001+07:00', 'late'],
  ['before the return', '2026-03-05T09:00:00+07:00', 'kept'],
] as const)('by the end of the next working day, over a weekend: asked %s', (_, when, state) => {
  const [back, ask] = [returned(friday), asked(when)];
  given(received, back, ask)
    .at(sonLa)
    .thenDuty({
      state,
      due,
      bearer: { kind: 'official', code: 'cb-1' },
      evidence: [back, ask],
    });
});

test('over holidays', () => {
  given(received, returned('2026-04-29T09:00:00+07:00'))
    .at(sonLa)
    .thenDuty({ state: 'open', due: '2026-05-04T17:30:00+07:00' });
});

test('an answer that nobody asked for does not show that it was asked for', () => {
  const issued = entry(5, fact('WrittenAnswerIssued', { unit: 'H52.17' }, friday));
  given(received, returned(friday), issued).at(sonLa).thenDuty({ state: 'open' });
});

test('of two returns on record there is one such duty', () => {
  given(received, returned(friday), returned(due, 2))
    .at(sonLa)
    .thenDuty({ opening: eventId(1) });
});

test('a return that is withdrawn was none, and that shows where it was late', () => {
  const withdrawn = enteredAt(
    6,
    fact('EntryWithdrawn', {}, '2026-03-10T17:30:00+07:00', { corrects: eventId(1) }),
    '2026-03-10T17:30:00+07:00',
  );
  given(received, returned(friday), withdrawn).at(sonLa).thenNoDuty();
  given(received, returned(friday), withdrawn)
    .at(sonLa)
    .thenLessened(
      'reasons-to-applicant: late by 1440 minutes before and by 0 minutes after, by clerk-9 at 2026-03-10T10:30:00.000Z',
    );
});
