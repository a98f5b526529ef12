import { describe, test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { reasonsToCentre } from '../../../../src/domain/regulations/rules/reasons-to-centre.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(reasonsToCentre);
const fact = proposalsOf(dossier);
const kt = konTum(null);

const received = (appointment: { at: string } | { on: string } | null = null) =>
  entry(
    0,
    fact(
      'DossierReceived',
      { code: 'd1', solvingUnit: 'H34.17', appointment },
      '2026-03-02T08:00:00+07:00',
    ),
  );
const verified = (when: string, number = 1) =>
  entry(number, fact('VerificationRequested', { unit: 'H34.41' }, when));
const returned = (when: string) => entry(2, fact('DossierReturned', {}, when));
const reason = (
  when: string,
  about: 'verification' | 'return' | 'lateness' | null = null,
  number = 5,
) => entry(number, fact('ReasonGiven', { about }, when));

const [friday, due] = ['2026-03-06T09:00:00+07:00', '2026-03-09T17:00:00+07:00'];
const bearer = { kind: 'agency', code: 'H34.17' } as const;

describe.each([
  ['verification', verified],
  ['return', returned],
] as const)('the reason for a %s', (about, happens) => {
  test.each([
    ['at the very instant', due, 'kept'],
    ['a millisecond later', '2026-03-09T17:00:00.001+07:00', 'late'],
  ] as const)(
    'is given by the end of the next working day, over a weekend: %s',
    (_, when, state) => {
      const [act, told] = [happens(friday), reason(when, about)];
      given(received(), act, told)
        .at(kt)
        .thenDuty({ state, due, detail: about, bearer, evidence: [act, told] });
    },
  );

  test('of a Saturday by the end of Monday', () => {
    given(received(), happens('2026-03-07T09:00:00+07:00'))
      .at(kt)
      .thenDuty({ state: 'open', due: '2026-03-09T17:00:00+07:00' });
  });

  test('is not one for something else', () => {
    given(received(), happens(friday), reason(due, 'lateness')).at(kt).thenDuty({ state: 'open' });
    given(received(), happens(friday), reason(due)).at(kt).thenDuty({ state: 'kept' });
  });
});

test('a return may be explained ahead; a second verification needs its own reason', () => {
  const ahead = '2026-03-05T09:00:00+07:00';
  given(received(), returned(friday), reason(ahead, 'return')).at(kt).thenDuty({ state: 'kept' });
  given(received(), returned(friday), reason(ahead)).at(kt).thenDuty({ state: 'open' });
  given(received(), verified(ahead), reason(ahead, 'verification'), verified(friday, 3))
    .at(kt)
    .thenDuties({ state: 'kept' }, { state: 'open' });
});

describe('the reason for a lateness', () => {
  const promised = received({ at: friday });

  test.each([
    ['at the very instant', due, 'kept'],
    ['a millisecond later', '2026-03-09T17:00:00.001+07:00', 'late'],
    ['ahead', '2026-03-05T09:00:00+07:00', 'kept'],
  ] as const)('is owed from the appointed time on, and given %s', (_, when, state) => {
    given(promised, reason(when, 'lateness'))
      .at(kt)
      .thenDuty({ state, due, detail: 'lateness', bearer });
  });

  test('is also owed where the result came soon after, and not where it was in time', () => {
    const decided = (when: string) => entry(3, fact('DossierDecided', {}, when));
    given(promised, decided('2026-03-06T09:00:00.001+07:00')).at(kt).thenDuty({ state: 'open' });
    given(promised, decided(friday)).at(kt).thenNoDuty();
  });

  test('is none that was given for nothing in particular before it was late', () => {
    given(promised, reason('2026-03-05T09:00:00+07:00')).at(kt).thenDuty({ state: 'open' });
    given(promised, reason(friday)).at(kt).thenDuty({ state: 'kept' });
  });
});

test('one reason that does not say for what is one for all that had happened', () => {
  given(received({ at: friday }), verified('2026-03-06T08:00:00+07:00'), reason(due))
    .at(kt)
    .thenDuties({ state: 'kept' }, { state: 'kept' });
});

test('one for a lateness that begins as the centre closes is due the next working day', () => {
  given(received({ on: '2026-03-05' }))
    .at(kt)
    .thenDuty({
      openedAt: Instant.parse('2026-03-05T17:00:00+07:00'),
      due: '2026-03-06T17:00:00+07:00',
    });
});

test('a reason that is entered late counts, and that it came late shows', () => {
  const told = enteredAt(
    5,
    fact('ReasonGiven', { about: 'verification' }, '2026-03-06T16:00:00+07:00'),
    '2026-03-12T17:00:00+07:00',
  );
  given(received(), verified(friday), told).at(kt).thenDuty({ state: 'kept' });
  given(received(), verified(friday), told)
    .at(kt)
    .thenLessened(
      'reasons-to-centre: late by 4320 minutes before and by 0 minutes after, by clerk-9 at 2026-03-12T10:00:00.000Z',
    );
});
