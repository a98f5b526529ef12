/** The list of violations, the one that came on record last before the others. */
import { z } from 'zod';
import { violationStages } from '../../domain/complaints/violation/stage.ts';
import { Act, Measure } from '../../domain/complaints/violation/vocabulary.ts';
import { Moment } from './moment.ts';
import { recordList } from './records.ts';

const Stage = z.enum(violationStages);
const Time = z.iso.datetime().nullable();
const Code = z.string().nullable();

export const ViolationItem = z.object({
  id: z.string(),
  subject: z.string().describe('Its stream.'),
  centre: z.string(),
  act: Act.nullable(),
  who: z.enum(['official', 'agency', 'citizen']).nullable(),
  official: Code,
  agency: Code,
  stage: Stage.describe('transferred: to who is competent, and not decided. dealt-with: decided.'),
  complaints: z.array(z.string()).describe('The complaints from which it became known.'),
  untold: z.int().describe('How many of those who complained were not told the outcome.'),
  notedAt: Time.describe('When it was recorded as a violation.'),
  transferredAt: Time,
  transferredTo: Code,
  explainedAt: Time,
  decidedAt: Time,
  found: z.enum(['confirmed', 'partly-confirmed', 'not-confirmed']).nullable(),
  measure: Measure.nullable(),
  madeKnownAt: Time.describe('When the first of those who complained was told.'),
  publishedAt: Time,
  lastActivityAt: Time,
  entries: z.int().describe('Entries on its record.'),
});
export type ViolationItem = z.output<typeof ViolationItem>;

const Text = z.string().min(1).max(200).optional();

export const ViolationFilters = z.object({
  official: Text.describe('Who is said to have done it.'),
  agency: Text.describe('Code of their agency.'),
  act: Act.optional(),
  stage: Stage.optional(),
  centre: Text.describe('Code of the centre.'),
  notedFrom: Moment.optional().describe('Recorded at this instant or after it.'),
  notedTo: Moment.optional().describe('Recorded before this instant.'),
});
export type ViolationFilters = z.output<typeof ViolationFilters>;

export const listViolations = recordList<ViolationFilters, ViolationItem>({
  name: 'violations',
  table: 'violation',
  order: ['place'],
  newestFirst: true,
  columns: ['official', 'agency', 'act', 'stage'],
  bounds: { column: 'notedAt', from: 'notedFrom', before: 'notedTo' },
  item: ViolationItem,
  fromRow: (row) => ({ ...row, complaints: JSON.parse(String(row['complaints'])) }),
});
