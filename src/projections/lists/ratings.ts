/** The list of citizens' ratings, the one that came on record last before the others. */
import { z } from 'zod';
import { dossier } from '../../domain/dossier/vocabulary.ts';
import { Month } from '../../domain/units.ts';
import { recordList } from './records.ts';

const { shape: rated } = dossier.SatisfactionRated.latest;
const { finding: Finding } = dossier.RatingAnnotated.latest.shape;

const Channel = rated.channel.unwrap().unwrap();
const States = z.enum(['stands', 'withdrawn', ...Finding.options]);
const Code = z.string().nullable();

export const RatingItem = z.object({
  place: z.int().describe('The index of its entry.'),
  subject: z.string().describe('The stream of the dossier.'),
  dossier: z.string(),
  centre: z.string(),
  at: z.iso.datetime(),
  month: z.string().describe('In Vietnam.'),
  reference: Code.describe('By which an annotation names it.'),
  score: z.int(),
  best: z.int().describe('The highest score that could be given.'),
  channel: Channel.nullable(),
  topic: Code.describe('What was asked about.'),
  official: Code.describe('Who was rated.'),
  unit: Code.describe('Whose work was rated.'),
  state: States.describe('stands: nothing was found of it. It is shown whatever was found.'),
  counts: z.enum(['yes', 'no']).describe('no: untrue, a duplicate, of another, or withdrawn.'),
});
export type RatingItem = z.output<typeof RatingItem>;

const Text = z.string().min(1).max(200).optional();

export const RatingFilters = z.object({
  dossier: Text.describe('Code of the dossier.'),
  official: Text.describe('Who was rated.'),
  unit: Text.describe('Code of the unit whose work was rated.'),
  state: States.optional(),
  month: Month.optional().describe('In Vietnam, such as 2026-03.'),
  channel: Channel.optional(),
  centre: Text.describe('Code of the centre.'),
});
export type RatingFilters = z.output<typeof RatingFilters>;

export const listRatings = recordList<RatingFilters, RatingItem>({
  name: 'ratings',
  table: 'rating',
  order: ['place'],
  newestFirst: true,
  columns: ['dossier', 'official', 'unit', 'state', 'month', 'channel'],
  item: RatingItem,
});
