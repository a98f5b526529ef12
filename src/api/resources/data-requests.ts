/**
 * Yêu cầu của chủ thể dữ liệu cá nhân over HTTP: one request about personal data, and the list of them.
 *
 * Complaint officers, directors, inspectors and services read all of their centres; an agency's officer
 * those that name their agency; a clerk records the reception and reads none.
 */
import { z } from 'zod';
import { dataRequestFamily } from '../../domain/privacy/request/family.ts';
import { foldDataRequest } from '../../domain/privacy/request/fold.ts';
import {
  dataRequestStageOf,
  dataRequestStages,
  daysTaken,
} from '../../domain/privacy/request/state.ts';
import {
  DataRequestFilters,
  DataRequestItem,
  listDataRequests,
} from '../../projections/lists/data-requests.ts';
import { listed } from '../list-route.ts';
import { policyOf } from '../policy.ts';
import { type Resource, resource } from '../resource.ts';
import { ownAgency } from '../scope.ts';

const Code = z.string().nullable();
const Time = z.iso.datetime().nullable();

const DataRequestState = z.object({
  id: z.string(),
  asks: Code.describe('To view, correct or delete the data, or something else.'),
  channel: Code,
  dossier: Code,
  holder: Code.describe('Who holds the data; null: the centre.'),
  stage: z.enum(dataRequestStages).nullable().describe('Null: nothing on record says.'),
  receivedAt: Time,
  acknowledgedAt: Time,
  extendedAt: Time,
  extendedTo: z.iso.date().nullable().describe('The last day that the person was first told.'),
  answeredAt: Time,
  outcome: Code,
  ground: Code.describe('Of what was refused: on what ground.'),
  daysTaken: z.int().nullable().describe('Calendar days from the reception to the answer.'),
  withdrawnAt: Time,
  lastActivityAt: Time,
});

export const dataRequests: Resource = resource({
  family: dataRequestFamily,
  path: '/v1/data-requests/:id',
  tag: 'privacy',
  what: 'a request about personal data',
  state: DataRequestState,
  show({ timeline, key: { id = '' } }) {
    const state = foldDataRequest(timeline);
    return { ...state, id, stage: dataRequestStageOf(state), daysTaken: daysTaken(state) };
  },
});

export const dataRequestList = listed({
  path: '/v1/data-requests',
  policy: policyOf('GET', '/v1/data-requests'),
  summary: 'Requests about personal data, the latest on record first',
  description:
    'acknowledgeBy and answerBy are the due times of what is still owed of it, strict, as the list of duties has them.',
  filters: DataRequestFilters.strict(),
  item: DataRequestItem,
  narrow: (holder, filters) => ({ ...filters, holder: ownAgency(holder, filters.holder) }),
  list: listDataRequests,
});
