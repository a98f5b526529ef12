/** The list of reports and other periodic acts, the latest first; also of what was demanded and is owed. */
import { z } from 'zod';
import { filings } from '../../domain/centre/month/act.ts';
import { Month } from '../../domain/units.ts';
import { Moment } from './moment.ts';
import { naming, textsIn } from './proceedings.ts';
import { recordList } from './records.ts';

const Code = z.string().nullable();
const Day = z.iso.date().nullable();
const Time = z.iso.datetime().nullable();

export const ReportItem = z.object({
  subject: z.string().describe('Its stream.'),
  centre: z.string(),
  month: Month.describe('In whose record it is.'),
  act: z.enum(filings).describe('The event that files, holds or sends it.'),
  kind: Code.describe('Of a report: monthly, on-demand …; of a meeting: its kind.'),
  about: Code,
  periodFrom: Day,
  periodTo: Day,
  reference: Code.describe('Names it together with what was demanded.'),
  due: Code.describe('As the demand says: an instant, or a day.'),
  demandedAt: Time,
  filedAt: Time.describe('When it was filed, held, sent or received. Null: it is owed.'),
  endedAt: Time.describe('Of an interruption of the post.'),
  agencies: z.array(z.string()),
  officials: z.array(z.string()),
  inServiceHours: z.boolean().nullable().describe('Of a meeting.'),
  document: Code,
});
export type ReportItem = z.output<typeof ReportItem>;

const Text = z.string().min(1).max(200).optional();

export const ReportFilters = z.object({
  month: Month.optional().describe('In whose record it is.'),
  act: z.enum(filings).optional().describe('The event that files, holds or sends it.'),
  kind: Text,
  agency: Text.describe('Code of an agency that it names.'),
  official: Text.describe('An official whom it names.'),
  owed: z.enum(['true', 'false']).optional().describe('Demanded, and not filed.'),
  centre: Text.describe('Code of the centre.'),
  from: Moment.optional().describe('Filed, or else demanded, at this instant or after it.'),
  to: Moment.optional().describe('Filed, or else demanded, before this instant.'),
});
export type ReportFilters = z.output<typeof ReportFilters>;

export const listReports = recordList<ReportFilters, ReportItem>({
  name: 'reports',
  table: 'report',
  order: ['at', 'place', 'number'],
  newestFirst: true,
  columns: ['month', 'act', 'kind'],
  bounds: { column: 'at', from: 'from', before: 'to' },
  further: ({ agency, official, owed }) => [
    ...naming('agencies', agency),
    ...naming('officials', official),
    ...(owed === undefined
      ? []
      : [
          {
            sql: `(demandedAt IS NOT NULL AND filedAt IS NULL) = ?`,
            values: [Number(owed === 'true')],
          },
        ]),
  ],
  item: ReportItem,
  fromRow: (row) => ({
    ...row,
    agencies: textsIn(row['agencies']),
    officials: textsIn(row['officials']),
    inServiceHours: row['inServiceHours'] === null ? null : row['inServiceHours'] === 1,
  }),
});
