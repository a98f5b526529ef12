/** Thủ tục hành chính over HTTP: one procedure at each centre, and the lists of procedures and of rates. */
import { z } from 'zod';
import { procedureFamily } from '../../domain/centre/procedure/family.ts';
import { foldProcedure } from '../../domain/centre/procedure/fold.ts';
import { rateFlaws, ratesOf } from '../../domain/centre/procedure/rates.ts';
import type { AtCentre } from '../../domain/centre/procedure/state.ts';
import { versionsOf } from '../../domain/centre/procedure/versions.ts';
import {
  listProcedures,
  ProcedureFilters,
  ProcedureItem,
} from '../../projections/lists/procedures.ts';
import { listRates, RateFilters, RateItem } from '../../projections/lists/rates.ts';
import { listed } from '../list-route.ts';
import { policyOf } from '../policy.ts';
import { type Resource, resource } from '../resource.ts';

const Code = z.string().nullable();
const Day = z.iso.date().nullable();
const Time = z.iso.datetime().nullable();

const Version = z.object({
  version: Code,
  name: Code,
  field: Code,
  agency: Code,
  from: z.iso.date(),
  to: Day.describe('Last day in force; null: nothing has ended it.'),
  document: Code,
});

const RateLine = z.object({
  rate: z.string(),
  kind: Code,
  amount: z.object({ amount: z.int(), currency: z.string() }),
  from: z.iso.date(),
  to: Day,
  setAt: z.iso.datetime(),
  notifiedAt: Time,
  publishedAt: Time,
  flaw: z.enum(rateFlaws).nullable().describe('What cannot be right about it.'),
});

const Process = z.object({
  process: Code,
  from: Day,
  document: Code,
  approvedAt: Time,
  agreedAt: Time,
  onPortalAt: Time,
});

const Way = z.object({
  way: z.string(),
  agency: Code,
  from: z.iso.date(),
  to: Day,
  document: Code,
});

const AtOneCentre = z.object({
  centre: z.string(),
  versions: z
    .array(Version)
    .describe('By their first day; the list of procedures has all of each.'),
  rates: z.array(RateLine),
  processes: z.array(Process),
  ways: z.array(Way).describe('Special ways that were agreed.'),
});

const ProcedureState = z.object({ code: z.string(), centres: z.array(AtOneCentre) });

export const procedures: Resource = resource({
  family: procedureFamily,
  path: '/v1/procedures/:code',
  tag: 'procedures',
  what: 'a procedure',
  state: ProcedureState,
  show: ({ timeline, key: { code = '' } }) => ({
    code,
    centres: foldProcedure(timeline).centres.map(shownAt),
  }),
});

function shownAt(at: AtCentre): z.output<typeof AtOneCentre> {
  return {
    centre: at.centre,
    versions: versionsOf(at),
    rates: ratesOf(at),
    processes: [...at.processes],
    ways: [...at.ways],
  };
}

export const procedureList = listed({
  path: '/v1/procedures',
  policy: policyOf('GET', '/v1/procedures'),
  summary: 'Procedures by their codes: every version, or those in force on a day',
  filters: ProcedureFilters.strict(),
  item: ProcedureItem,
  narrow: (_, filters) => filters,
  list: listProcedures,
});

export const rateList = listed({
  path: '/v1/rates',
  policy: policyOf('GET', '/v1/rates'),
  summary: 'Phí and lệ phí by procedure: every amount, or those in force on a day',
  filters: RateFilters.strict(),
  item: RateItem,
  narrow: (_, filters) => filters,
  list: listRates,
});
