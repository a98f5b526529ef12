/** Citizens' ratings: one can be given at any time, and one that is untrue is annotated and stays. */
import { expect, test } from 'vitest';
import { dossierDecider } from '../../../src/domain/dossier/dossier.ts';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import { specify } from '../../support/decider-spec.ts';
import { imported, proposalsOf } from '../../support/stated.ts';

const { given } = specify(dossierDecider);
const fact = proposalsOf(dossier);

const [nine, ten] = ['2026-03-02T09:00:00+07:00', '2026-03-02T10:00:00+07:00'];

const received = fact('DossierReceived', { code: 'H42.17-260302-0001' }, nine);
const rated = fact('SatisfactionRated', { reference: 'DG-1', score: 1, best: 5 }, ten);
const untrue = fact('RatingAnnotated', { reference: 'DG-1', finding: 'untrue' }, ten);

test.each([
  ['before the reception', []],
  ['while it is in process', [received]],
  ['after the result', [received, fact('ResultReturned', {}, nine)]],
  ['a second time', [received, rated]],
])('a dossier is rated %s', (_, past) => {
  given(...past)
    .when(rated)
    .thenAccepts();
});

test('a rating changes nothing of the dossier, and is no work on it', () => {
  const { status, receivedAt } = { status: 'accepted', receivedAt: received.occurredAt } as const;
  given(received, rated, untrue).thenState({ status, receivedAt, lastActivityAt: receivedAt });
});

test('a rating that is on record is annotated', () => {
  given(rated).when(untrue).thenAccepts();
  given(rated)
    .when({ ...untrue, data: { ...untrue.data, reference: null } })
    .thenAccepts();
});

test('one that is not on record, under that name, is not', () => {
  given().when(untrue).thenRefuses('dossier/nothing-asked');
  given({ ...rated, data: { ...rated.data, reference: 'DG-2' } })
    .when(untrue)
    .thenRefuses('dossier/nothing-asked');
  given()
    .when({ ...untrue, ...imported })
    .thenAccepts();
});

test('nobody finds a rating untrue before it was given', () => {
  given(rated)
    .when({ ...untrue, occurredAt: received.occurredAt })
    .thenRefuses('dossier/effect-before-cause');
});

test.each([
  ['the lowest', 0, 5, true],
  ['the best', 5, 5, true],
  ['better than the best', 6, 5, false],
  ['less than nothing', -1, 5, false],
  ['half a point', 2.5, 5, false],
  ['of a scale without a score', 0, 0, false],
])('a score that is %s', (_, score, best, isAccepted) => {
  const { latest } = dossier.SatisfactionRated;
  expect(latest.safeParse({ score, best }).success).toBe(isAccepted);
});
