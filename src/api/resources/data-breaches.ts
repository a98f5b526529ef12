/**
 * Vi phạm về dữ liệu cá nhân over HTTP: one breach of personal data, and the list of them.
 *
 * Complaint officers, directors, inspectors and services read all of their centres; an agency's officer
 * those that name their agency.
 */
import { z } from 'zod';
import { dataBreachFamily } from '../../domain/privacy/breach/family.ts';
import { foldDataBreach } from '../../domain/privacy/breach/fold.ts';
import { dataBreachStageOf, dataBreachStages } from '../../domain/privacy/breach/state.ts';
import {
  DataBreachFilters,
  DataBreachItem,
  listDataBreaches,
} from '../../projections/lists/data-breaches.ts';
import { listed } from '../list-route.ts';
import { policyOf } from '../policy.ts';
import { type Resource, resource } from '../resource.ts';
import { ownAgency } from '../scope.ts';

const Code = z.string().nullable();
const Time = z.iso.datetime().nullable();

const DataBreachState = z.object({
  id: z.string(),
  what: Code,
  on: z.iso.date().nullable().describe('The day on which it happened, where that is known.'),
  holder: Code.describe('Who holds the data; null: the centre.'),
  sensitive: z.boolean().nullable(),
  persons: z.int().nullable().describe('About how many persons the data tells.'),
  dossiers: z.array(z.string()),
  stage: z
    .enum(dataBreachStages)
    .nullable()
    .describe('notified: the authority was. Null: nothing on record says.'),
  detectedAt: Time.describe('When it was found out.'),
  authorityNotifiedAt: Time,
  personsNotifiedAt: Time,
  dealtWithAt: Time,
  measures: z.array(z.string()).nullable(),
  lastActivityAt: Time,
});

export const dataBreaches: Resource = resource({
  family: dataBreachFamily,
  path: '/v1/data-breaches/:id',
  tag: 'privacy',
  what: 'a breach of personal data',
  state: DataBreachState,
  show({ timeline, key: { id = '' } }) {
    const state = foldDataBreach(timeline);
    const { dossiers, measures } = state;
    return {
      ...state,
      id,
      stage: dataBreachStageOf(state),
      dossiers: [...dossiers],
      measures: measures === null ? null : [...measures],
    };
  },
});

export const dataBreachList = listed({
  path: '/v1/data-breaches',
  policy: policyOf('GET', '/v1/data-breaches'),
  summary: 'Breaches of personal data, the latest on record first',
  description:
    'notifyBy is when the notice to the authority that is still owed is due, strict, as the list of duties has it.',
  filters: DataBreachFilters.strict(),
  item: DataBreachItem,
  narrow: (holder, filters) => ({ ...filters, holder: ownAgency(holder, filters.holder) }),
  list: listDataBreaches,
});
