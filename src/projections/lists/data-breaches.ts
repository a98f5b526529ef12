/** The list of breaches of personal data, the one that came on record last before the others. */
import { z } from 'zod';
import { dataBreachStages } from '../../domain/privacy/breach/state.ts';
import { BreachKind, BreachMeasure } from '../../domain/privacy/breach/vocabulary.ts';
import { Moment } from './moment.ts';
import { owedBy } from './owed.ts';
import { naming, textsIn } from './proceedings.ts';
import { recordList } from './records.ts';

const Stage = z.enum(dataBreachStages);
const Time = z.iso.datetime().nullable();
const Code = z.string().nullable();

export const DataBreachItem = z.object({
  id: z.string(),
  subject: z.string().describe('Its stream.'),
  centre: z.string(),
  what: BreachKind.nullable(),
  on: z.iso.date().nullable().describe('The day on which it happened, where that is known.'),
  holder: Code.describe('Who holds the data; null: the centre.'),
  sensitive: z.boolean().nullable(),
  persons: z.int().nullable().describe('About how many persons the data tells.'),
  dossiers: z.array(z.string()),
  stage: Stage.nullable().describe('notified: the authority was. Null: nothing on record says.'),
  detectedAt: Time.describe('When it was found out.'),
  notifyBy: Time.describe(
    'When the notice to the authority is due; null: it is not owed any more.',
  ),
  authorityNotifiedAt: Time,
  personsNotifiedAt: Time,
  dealtWithAt: Time,
  measures: z.array(BreachMeasure).nullable(),
  lastActivityAt: Time,
  entries: z.int().describe('Entries on its record.'),
});
export type DataBreachItem = z.output<typeof DataBreachItem>;

const Text = z.string().min(1).max(200).optional();

export const DataBreachFilters = z.object({
  holder: Text.describe('Code of the agency that holds the data.'),
  what: BreachKind.optional(),
  stage: Stage.optional(),
  dossier: Text.describe('Code of a dossier whose data it was.'),
  centre: Text.describe('Code of the centre.'),
  detectedFrom: Moment.optional().describe('Found out at this instant or after it.'),
  detectedTo: Moment.optional().describe('Found out before this instant.'),
});
export type DataBreachFilters = z.output<typeof DataBreachFilters>;

export const listDataBreaches = recordList<DataBreachFilters, DataBreachItem>({
  name: 'data-breaches',
  table: 'data_breach',
  order: ['place'],
  newestFirst: true,
  columns: ['holder', 'what', 'stage'],
  bounds: { column: 'detectedAt', from: 'detectedFrom', before: 'detectedTo' },
  further: ({ dossier }) => naming('dossiers', dossier),
  also: { notifyBy: owedBy('data-breach-notified', 'data_breach') },
  item: DataBreachItem,
  fromRow: ({ day, sensitive, dossiers, measures, ...row }) => ({
    ...row,
    on: day,
    sensitive: sensitive === null ? null : sensitive === 1,
    dossiers: textsIn(dossiers),
    measures: measures === null ? null : textsIn(measures),
  }),
});
