/** Đánh giá hài lòng over HTTP: the ratings on the records of dossiers, and what they come to. */

import {
  listRatingTotals,
  RatingTotalFilters,
  RatingTotalItem,
} from '../../projections/lists/rating-totals.ts';
import { listRatings, RatingFilters, RatingItem } from '../../projections/lists/ratings.ts';
import { listed } from '../list-route.ts';
import { policyOf } from '../policy.ts';
import { ownAgency, ownOfficial } from '../scope.ts';

export const ratingList = listed({
  path: '/v1/ratings',
  policy: policyOf('GET', '/v1/ratings'),
  summary: 'Citizens’ ratings, the latest on record first',
  description: 'Also those that were found untrue or withdrawn: nothing is removed.',
  filters: RatingFilters.strict(),
  item: RatingItem,
  narrow: (holder, filters) => ({
    ...filters,
    official: ownOfficial(holder, filters.official),
    unit: ownAgency(holder, filters.unit),
  }),
  list: listRatings,
});

export const ratingTotalList = listed({
  path: '/v1/rating-totals',
  policy: policyOf('GET', '/v1/rating-totals'),
  summary: 'How satisfied citizens were, by official, unit or month',
  filters: RatingTotalFilters.strict(),
  item: RatingTotalItem,
  narrow: (holder, filters) => ({
    ...filters,
    official: ownOfficial(holder, filters.official),
    unit: ownAgency(holder, filters.unit),
  }),
  list: listRatingTotals,
});
