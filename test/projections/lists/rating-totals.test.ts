/** Ratings added up: the mean is told to four places, and not with what is left of binary fractions. */
import { expect, test } from 'vitest';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import { Instant } from '../../../src/domain/units.ts';
import {
  listRatingTotals,
  RatingTotalFilters,
} from '../../../src/projections/lists/rating-totals.ts';
import { modelOf } from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { march } from '../../support/varied.ts';

const fact = proposalsOf(dossier);

async function meanOf(...scores: readonly number[]): Promise<readonly (number | null)[]> {
  const code = 'H42.17-260302-0001';
  using model = await modelOf(
    [
      fact('DossierReceived', { code }, march(1)),
      ...scores.map((score, n) =>
        fact('SatisfactionRated', { reference: `DG-${n}`, score, best: 5 }, march(2)),
      ),
    ].map((one) => ({ stream: 'dossier-H42.17%2D260302%2D0001', fact: one })),
  );
  const filters = RatingTotalFilters.parse({});
  const question = { filters, limit: 5, cursor: null, centres: null, at: Instant.parse(march(25)) };
  return listRatingTotals(model.database, question).items.map(({ share }) => share);
}

test.each([
  [[3, 4, 5], 0.8],
  [[2, 2, 1, 4, 1], 0.4],
  [[5, 5, 1], 0.7333],
  [[5, 5, 4], 0.9333],
  [[1, 1, 2], 0.2667],
])('of %j of 5 it is %d', async (scores, mean) => {
  expect(await meanOf(...scores)).toEqual([mean]);
});
