/** The list of notes: of an official's conduct, and of applicants' acts; the latest first. */
import { z } from 'zod';
import { ApplicantAct, ConductAct } from '../../domain/attendance/attendance/vocabulary/conduct.ts';
import { Moment } from './moment.ts';
import { recordList } from './records.ts';

const Code = z.string().nullable();

const Act = z.enum([...new Set([...ConductAct.options, ...ApplicantAct.options])]);

export const ConductItem = z.object({
  at: z.iso.datetime().describe('When it happened.'),
  event: z.string().describe('Id of the entry: its account stays sealed there.'),
  subject: z.string(),
  official: z.string().describe('Whose conduct it was, or who noted the applicant’s act.'),
  centre: z.string(),
  agency: Code.describe('The home agency of the official.'),
  whose: z.enum(['official', 'applicant']),
  act: Act,
  source: Code.describe('How it came to notice.'),
  by: Code.describe('Who noted it.'),
  ownDress: Code.describe('Whether the branch has a dress of its own.'),
  counter: Code,
  dossier: Code,
  complaint: Code,
  rating: Code.describe('The rating that was found untrue.'),
  document: Code,
});
export type ConductItem = z.output<typeof ConductItem>;

const Text = z.string().min(1).max(200).optional();

export const ConductFilters = z.object({
  official: Text.describe('Number of the official.'),
  act: Act.optional(),
  agency: Text.describe('Code of the home agency.'),
  whose: z.enum(['official', 'applicant']).optional(),
  centre: Text.describe('Code of the centre.'),
  from: Moment.optional().describe('At this instant or after it.'),
  to: Moment.optional().describe('Before this instant.'),
});
export type ConductFilters = z.output<typeof ConductFilters>;

export const listConduct = recordList<ConductFilters, ConductItem>({
  name: 'conduct-notes',
  table: 'conduct_note',
  order: ['at', 'place', 'number'],
  newestFirst: true,
  columns: ['official', 'act', 'agency', 'whose'],
  bounds: { column: 'at', from: 'from', before: 'to' },
  item: ConductItem,
});
