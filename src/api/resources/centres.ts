/** Trung tâm over HTTP: a centre's year, its counters, outages and notices, and all else that it did. */
import { z } from 'zod';
import { centreFamily } from '../../domain/centre/centre/family.ts';
import { foldCentre } from '../../domain/centre/centre/fold.ts';
import { proceedingKinds } from '../../domain/centre/centre/proceeding.ts';
import { CounterFilters, CounterItem, listCounters } from '../../projections/lists/counters.ts';
import { listNotices, NoticeFilters, NoticeItem } from '../../projections/lists/notices.ts';
import { listOutages, OutageFilters, OutageItem } from '../../projections/lists/outages.ts';
import {
  listProceedings,
  ProceedingFilters,
  ProceedingItem,
} from '../../projections/lists/proceedings.ts';
import { listed } from '../list-route.ts';
import { policyOf } from '../policy.ts';
import { type Resource, resource } from '../resource.ts';
import { ownAgency, ownOfficial } from '../scope.ts';

const Code = z.string().nullable();
const Codes = z.array(z.string()).readonly();
const Day = z.iso.date().nullable();
const Time = z.iso.datetime().nullable();

const Counter = z.object({
  counter: z.string(),
  is: z.enum(['opened', 'changed', 'closed']),
  name: Code,
  fields: Codes.nullable(),
  agencies: Codes.nullable(),
  combined: z.boolean().nullable(),
  from: z.iso.date().describe('From this day on it is so.'),
  to: Day.describe('Of one that is closed: its last day.'),
  document: Code,
  at: z.iso.datetime(),
});

const Outage = z.object({
  outage: z.string(),
  systems: Codes.nullable(),
  cause: Code,
  responsible: Code,
  declaredAt: Time,
  beganAt: Time,
  endedAt: Time,
  caughtUpAt: Time,
  entries: z.int().nullable(),
});

const Proceeding = z.object({
  kind: z.enum(proceedingKinds),
  id: Code,
  about: Code,
  agencies: Codes,
  officials: Codes,
  from: Day,
  to: Day,
  openedAt: Time,
  closedAt: Time,
  outcome: Code,
  document: Code,
  answer: Code,
});

const CentreState = z.object({
  year: z.string(),
  name: Code.describe('As it was last called in this year.'),
  establishedAt: Time,
  counters: z.array(Counter).readonly().describe('What was said of counters in this year.'),
  outages: z.array(Outage).readonly(),
  notices: z
    .array(z.object({ notice: z.string(), source: z.string(), issuedAt: z.iso.datetime() }))
    .readonly()
    .describe('Their days are in the list of calendar notices.'),
  proceedings: z.array(Proceeding).readonly(),
});

export const centreYears: Resource = resource({
  family: centreFamily,
  path: '/v1/centres/:centre/:year',
  tag: 'centres',
  what: 'a year of a centre',
  state: CentreState,
  show({ timeline, key: { year = '' } }) {
    const { notices, ...state } = foldCentre(timeline);
    return {
      ...state,
      year,
      notices: notices.map(({ notice, source, issuedAt }) => ({ notice, source, issuedAt })),
    };
  },
});

export const counterList = listed({
  path: '/v1/counters',
  policy: policyOf('GET', '/v1/counters'),
  summary: 'What was said of counters, the latest first; or the counters of a day',
  filters: CounterFilters.strict(),
  item: CounterItem,
  narrow: (_, filters) => filters,
  list: listCounters,
});

export const outageList = listed({
  path: '/v1/outages',
  policy: policyOf('GET', '/v1/outages'),
  summary: 'Outages, the latest first',
  filters: OutageFilters.strict(),
  item: OutageItem,
  narrow: (_, filters) => filters,
  list: listOutages,
});

export const noticeList = listed({
  path: '/v1/calendar-notices',
  policy: policyOf('GET', '/v1/calendar-notices'),
  summary: 'The days that calendar notices change, by the day',
  filters: NoticeFilters.strict(),
  item: NoticeItem,
  narrow: (_, filters) => filters,
  list: listNotices,
});

export const proceedingList = listed({
  path: '/v1/proceedings',
  policy: policyOf('GET', '/v1/proceedings'),
  summary: 'What centres decided, asked, reported, published and settled, the latest first',
  description: 'With `kind` and `on`: the regulations, values, hours and prices of a day.',
  filters: ProceedingFilters.strict(),
  item: ProceedingItem,
  narrow: (holder, filters) => ({
    ...filters,
    official: ownOfficial(holder, filters.official),
    agency: ownAgency(holder, filters.agency),
  }),
  list: listProceedings,
});
