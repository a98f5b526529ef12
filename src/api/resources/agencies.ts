/** Cơ quan over HTTP: one agency with its approved lists, and the list of agencies. */
import { z } from 'zod';
import { agencyFamily } from '../../domain/centre/agency/family.ts';
import { foldAgency } from '../../domain/centre/agency/fold.ts';
import { AgencyFilters, AgencyItem, listAgencies } from '../../projections/lists/agencies.ts';
import { listed } from '../list-route.ts';
import { policyOf } from '../policy.ts';
import { type Resource, resource } from '../resource.ts';

const Code = z.string().nullable();
const Day = z.iso.date().nullable();
const Time = z.iso.datetime().nullable();

const StaffList = z.object({
  list: Code,
  year: Code,
  people: z.array(z.object({ official: z.string(), capacity: z.string(), stands: Code })),
  from: Day.describe('First day in force; null: from its approval.'),
  to: Day.describe('Last day in force; null: until another one.'),
  submittedAt: Time,
  approvedAt: Time,
  returnedAt: Time,
  revokedAt: Time,
});

const AgencyState = z.object({
  code: z.string(),
  name: Code,
  shortName: Code,
  names: z.array(z.object({ name: z.string(), from: Day })).describe('The first one first.'),
  kind: Code,
  parent: Code,
  rotating: z.boolean().nullable().describe('Works at the centre in rotation.'),
  telephone: Code,
  establishedAt: Time,
  from: Day.describe('First day on which there is one.'),
  to: Day.describe('Last day on which there is one; null: none is set.'),
  abolishedAt: Time,
  predecessors: z.array(z.string()),
  successors: z.array(z.string()),
  leaders: z.array(z.object({ official: Code, name: z.string(), title: Code, telephone: Code })),
  lists: z.array(StaffList).describe('Of formal and reserve officials: approved, or waiting.'),
  directoryPublishedAt: Time,
  reservePlanAt: Time,
  modelDossiersAt: Time,
  lastActivityAt: Time,
});

export const agencies: Resource = resource({
  family: agencyFamily,
  path: '/v1/agencies/:code',
  tag: 'agencies',
  what: 'an agency',
  state: AgencyState,
  show({ timeline, key: { code = '' } }) {
    const state = foldAgency(timeline);
    return {
      ...state,
      code,
      names: [...state.names],
      predecessors: [...state.predecessors],
      successors: [...state.successors],
      leaders: [...state.leaders],
      lists: state.lists.map(({ people, ...list }) => ({ ...list, people: [...people] })),
    };
  },
});

export const agencyList = listed({
  path: '/v1/agencies',
  policy: policyOf('GET', '/v1/agencies'),
  summary: 'Agencies, by their codes',
  description: 'Also those that there were on a day, with what came before and after each.',
  filters: AgencyFilters.strict(),
  item: AgencyItem,
  narrow: (_, filters) => filters, // a directory: nobody’s own
  list: listAgencies,
});
