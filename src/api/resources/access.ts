/** Nhật ký truy cập over HTTP: who was shown what is personal, for those who watch over that. */
import { z } from 'zod';
import { accessFamily } from '../../domain/access/family.ts';
import { listOpenings, OpeningFilters, OpeningItem } from '../../projections/lists/openings.ts';
import { listed } from '../list-route.ts';
import { policyOf } from '../policy.ts';
import { type Resource, resource } from '../resource.ts';

export const accessRecords: Resource = resource({
  family: accessFamily,
  path: '/v1/access/:actor/:month',
  tag: 'access',
  what: 'what one holder was shown in a month',
  isPosted: false, // the ledger itself writes it, at each opening
  state: z.object({
    actor: z.string(),
    month: z.string(),
    openings: z.int().describe('How often personal fields were opened.'),
  }),
  show: ({ timeline, key: { actor = '', month = '' } }) => ({
    actor,
    month,
    openings: timeline.length,
  }),
});

export const openingList = listed({
  path: '/v1/openings',
  policy: policyOf('GET', '/v1/openings'),
  summary: 'Openings of personal fields, the latest first',
  filters: OpeningFilters.strict(),
  item: OpeningItem,
  narrow: (_, filters) => filters,
  list: listOpenings,
});
