/** Tháng over HTTP: the periodic acts of a centre's month, and the list of reports and all such acts. */
import { z } from 'zod';
import { filings } from '../../domain/centre/month/act.ts';
import { monthFamily } from '../../domain/centre/month/family.ts';
import { foldMonth } from '../../domain/centre/month/fold.ts';
import { listReports, ReportFilters, ReportItem } from '../../projections/lists/reports.ts';
import { listed } from '../list-route.ts';
import { policyOf } from '../policy.ts';
import { type Resource, resource } from '../resource.ts';
import { ownAgency, ownOfficial } from '../scope.ts';

const Code = z.string().nullable();
const Codes = z.array(z.string()).readonly();
const Time = z.iso.datetime().nullable();

const Act = z.object({
  act: z.enum(filings).describe('The event that files, holds or sends it.'),
  kind: Code,
  about: Code,
  period: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
  reference: Code,
  due: z
    .union([z.object({ at: z.iso.datetime() }), z.object({ on: z.iso.date() })])
    .nullable()
    .describe('Of what was demanded.'),
  demandedAt: Time,
  filedAt: Time.describe('Null: it is owed.'),
  endedAt: Time.describe('Of an interruption of the post.'),
  agencies: Codes,
  officials: Codes,
  inServiceHours: z.boolean().nullable(),
  document: Code,
});

const MonthState = z.object({ month: z.string(), acts: z.array(Act).readonly() });

export const months: Resource = resource({
  family: monthFamily,
  path: '/v1/months/:centre/:month',
  tag: 'centres',
  what: 'a month of a centre',
  state: MonthState,
  show: ({ timeline, key: { month = '' } }) => ({ ...foldMonth(timeline), month }),
});

export const reportList = listed({
  path: '/v1/reports',
  policy: policyOf('GET', '/v1/reports'),
  summary: 'Reports and other periodic acts, the latest first',
  description: 'Meetings, reviews, sessions, trainings, notices; also reports that are owed.',
  filters: ReportFilters.strict(),
  item: ReportItem,
  narrow: (holder, filters) => ({
    ...filters,
    official: ownOfficial(holder, filters.official),
    agency: ownAgency(holder, filters.agency),
  }),
  list: listReports,
});
