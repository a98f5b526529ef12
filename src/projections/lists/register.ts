/** The register of officials, by their numbers. */
import { z } from 'zod';
import { officialFlaws } from '../../domain/centre/official/state.ts';
import { Capacity } from '../../domain/centre/official/vocabulary/fields.ts';
import { recordList } from './records.ts';

const Code = z.string().nullable();
const Day = z.iso.date().nullable();
const Offices = z.enum(['director', 'deputy-director', 'section-head', 'other']);
const Postings = z.enum(['open', 'ended', 'none']);

export const RegisterItem = z.object({
  official: z.string(),
  subject: z.string().describe('Its stream.'),
  centre: z
    .string()
    .describe('The centre at which this is on record: who moves is in the register of both.'),
  name: Code.describe('Null: something is on record of somebody who is not registered.'),
  title: Code,
  telephone: Code,
  field: Code.describe('Lĩnh vực công tác.'),
  agency: Code.describe('The home agency.'),
  office: Offices.nullable().describe('The office that they hold at the centre.'),
  posting: Postings.describe('Whether a posting goes on; the dates are those of the last one.'),
  capacity: Capacity.nullable(),
  postedFrom: Day,
  postedTo: Day,
  accounts: z.int().describe('Accounts that are open.'),
  authorities: z.int().describe('Authorities that were given and not ended.'),
  registeredAt: z.iso.datetime().nullable(),
  lastReviewedAt: z.iso.datetime().nullable(),
  initiatives: z.int(),
  rewards: z.int(),
  flaw: z.enum(officialFlaws).nullable().describe('What is missing of who they are.'),
  entries: z.int().describe('Entries of this centre on the record.'),
});
export type RegisterItem = z.output<typeof RegisterItem>;

const Text = z.string().min(1).max(200).optional();

export const RegisterFilters = z.object({
  official: Text.describe('Their number.'),
  agency: Text.describe('Code of the home agency.'),
  office: Offices.optional(),
  posting: Postings.optional(),
  flaw: z.enum(officialFlaws).optional().describe('What is missing of who they are.'),
  centre: Text.describe('Code of the centre.'),
});
export type RegisterFilters = z.output<typeof RegisterFilters>;

/** @throws BadCursor, and RangeError for a limit out of bounds. */
export const listRegister = recordList<RegisterFilters, RegisterItem>({
  name: 'register',
  table: 'register',
  order: ['official', 'centre'],
  newestFirst: false,
  columns: ['official', 'agency', 'flaw', 'office', 'posting'],
  item: RegisterItem,
});
