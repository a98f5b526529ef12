/** The list of requests about personal data, the one that came on record last before the others. */
import { z } from 'zod';
import { dataRequestStages } from '../../domain/privacy/request/state.ts';
import { Ask, Ground, Outcome, RequestChannel } from '../../domain/privacy/request/vocabulary.ts';
import { Moment } from './moment.ts';
import { owedBy } from './owed.ts';
import { recordList } from './records.ts';

const Stage = z.enum(dataRequestStages);
const Time = z.iso.datetime().nullable();
const Code = z.string().nullable();

export const DataRequestItem = z.object({
  id: z.string(),
  subject: z.string().describe('Its stream.'),
  centre: z.string(),
  asks: Ask.nullable(),
  channel: RequestChannel.nullable(),
  dossier: Code,
  holder: Code.describe('Who holds the data; null: the centre.'),
  stage: Stage.nullable().describe('Null: nothing on record says.'),
  receivedAt: Time,
  acknowledgeBy: Time.describe('When its acknowledgement is due; null: it is not owed any more.'),
  acknowledgedAt: Time,
  answerBy: Time.describe(
    'When its answer is due; null: it is not owed any more, or no term is known for what is asked.',
  ),
  extendedAt: Time,
  extendedTo: z.iso.date().nullable().describe('The last day that the person was first told.'),
  answeredAt: Time,
  outcome: Outcome.nullable(),
  ground: Ground.nullable().describe('Of what was refused: on what ground.'),
  daysTaken: z.int().nullable().describe('Calendar days from the reception to the answer.'),
  withdrawnAt: Time,
  lastActivityAt: Time,
  entries: z.int().describe('Entries on its record.'),
});
export type DataRequestItem = z.output<typeof DataRequestItem>;

const Text = z.string().min(1).max(200).optional();

export const DataRequestFilters = z.object({
  dossier: Text.describe('Code of the dossier whose data it is about.'),
  holder: Text.describe('Code of the agency that holds the data.'),
  asks: Ask.optional(),
  stage: Stage.optional(),
  outcome: Outcome.optional(),
  ground: Ground.optional().describe('Of what was refused: on what ground.'),
  centre: Text.describe('Code of the centre.'),
  receivedFrom: Moment.optional().describe('Received at this instant or after it.'),
  receivedTo: Moment.optional().describe('Received before this instant.'),
});
export type DataRequestFilters = z.output<typeof DataRequestFilters>;

export const listDataRequests = recordList<DataRequestFilters, DataRequestItem>({
  name: 'data-requests',
  table: 'data_request',
  order: ['place'],
  newestFirst: true,
  columns: ['dossier', 'holder', 'ground', 'outcome', 'asks', 'stage'],
  bounds: { column: 'receivedAt', from: 'receivedFrom', before: 'receivedTo' },
  also: {
    acknowledgeBy: owedBy('data-request-acknowledged', 'data_request'),
    answerBy: owedBy('data-request-answered', 'data_request'),
  },
  item: DataRequestItem,
});
