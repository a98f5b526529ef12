/** Nghỉ over HTTP: one leave, the list of them, and the balance of compensatory time. */
import { z } from 'zod';
import { leaveFamily } from '../../domain/leave/family.ts';
import { foldLeave } from '../../domain/leave/fold.ts';
import { flawOf, leaveFlaws, minutesOf } from '../../domain/leave/state.ts';
import { LeaveFilters, LeaveItem, listLeave } from '../../projections/lists/leave.ts';
import {
  LeaveBalanceFilters,
  LeaveBalanceItem,
  listLeaveBalances,
} from '../../projections/lists/leave-balance.ts';
import { listed } from '../list-route.ts';
import { policyOf } from '../policy.ts';
import { type Resource, resource } from '../resource.ts';
import { ownAgency, ownOfficial } from '../scope.ts';

const Code = z.string().nullable();
const Time = z.iso.datetime().nullable();

const LeaveState = z.object({
  id: z.string(),
  official: Code.describe('Whose leave it is.'),
  agency: Code.describe('Their home agency.'),
  kind: Code,
  purpose: Code.describe('private, or agency: for their agency’s own reasons.'),
  emergency: z.boolean().nullable(),
  status: Code,
  days: z
    .array(z.object({ from: z.iso.date(), to: z.iso.date(), part: z.string() }))
    .describe('As they now are: whole days, mornings or afternoons.'),
  substitute: Code,
  substituteOnList: z.boolean().nullable().describe('On the approved list, as the agency says.'),
  requestedAt: Time,
  centreToldAt: Time,
  agencyToldAt: Time,
  confirmedAt: Time,
  declinedAt: Time,
  approvedAt: Time,
  rejectedAt: Time,
  substituteAnnouncedAt: Time,
  takenAt: Time,
  returnedAt: Time,
  cancelledAt: Time,
  agencySays: Code.describe('confirmed or declined, of the days as they now are.'),
  centreSays: Code.describe('approved or rejected, of the days as they now are.'),
  minutesUsed: z
    .int()
    .describe('Of compensatory time, in minutes of working time; none where nobody was away.'),
  flaw: z.enum(leaveFlaws).nullable().describe('What cannot be right about it by itself.'),
  lastActivityAt: Time,
});

export const leave: Resource = resource({
  family: leaveFamily,
  path: '/v1/leave/:id',
  tag: 'leave',
  what: 'a leave',
  state: LeaveState,
  show({ timeline, key: { id = '' } }) {
    const state = foldLeave(timeline);
    const { days } = state;
    return { id, ...state, minutesUsed: minutesOf(state), flaw: flawOf(state), days: [...days] };
  },
});

export const leaveList = listed({
  path: '/v1/leave',
  policy: policyOf('GET', '/v1/leave'),
  summary: 'Leave, the latest on record first',
  description: 'Also who is away on a day, and leave that overlaps other leave of one official.',
  filters: LeaveFilters.strict(),
  item: LeaveItem,
  narrow: (holder, filters) => ({
    ...filters,
    official: ownOfficial(holder, filters.official),
    agency: ownAgency(holder, filters.agency),
  }),
  list: listLeave,
});

export const leaveBalanceList = listed({
  path: '/v1/leave-balances',
  policy: policyOf('GET', '/v1/leave-balances'),
  summary: 'Compensatory time earned and used, by official',
  filters: LeaveBalanceFilters.strict(),
  item: LeaveBalanceItem,
  narrow: (holder, filters) => ({ ...filters, official: ownOfficial(holder, filters.official) }),
  list: listLeaveBalances,
});
