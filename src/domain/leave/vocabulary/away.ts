/** Nghỉ và làm thay: that the official is away, who stands at the counter meanwhile, and what it costs. */
import { z } from 'zod';
import { AgencyCode, Minutes, OfficialId } from '../../units.ts';
import { DocumentNumber, ifKnown, Means, Name } from '../../vocabulary/fields.ts';
import { event } from '../../vocabulary.ts';
import { LeaveDays, LeaveKind, WhoseLeave } from './fields.ts';

const SubstituteAnnounced = z.strictObject({
  official: WhoseLeave,
  agency: ifKnown(AgencyCode),
  substitute: OfficialId.describe('The reserve who is to come.'),
  onApprovedList: ifKnown(z.boolean()).describe(
    'Whether the reserve is on the approved list, as the agency says (NB Đ6.2b).',
  ),
  days: ifKnown(LeaveDays),
  means: ifKnown(Means).describe('NB Đ6.2b asks for writing.'),
  document: DocumentNumber,
});

const SubstituteArrived = z.strictObject({
  official: WhoseLeave,
  agency: ifKnown(AgencyCode),
  substitute: OfficialId.describe('The reserve who came.'),
  counter: ifKnown(Name),
});

const LeaveTaken = z.strictObject({
  official: WhoseLeave,
  kind: ifKnown(LeaveKind),
  days: ifKnown(LeaveDays).describe('The days that were in fact taken, where they are known.'),
});

const ReturnedFromLeave = z.strictObject({
  official: WhoseLeave,
  early: ifKnown(z.boolean()).describe('Before the last day of the leave.'),
});

const CompensatoryTimeUsed = z.strictObject({
  official: WhoseLeave,
  minutes: Minutes.min(1).describe('Of the working time that overtime earned (BL Đ8.3l).'),
  days: ifKnown(LeaveDays),
});

const [asker, reserve, agency] = ['cb-0417', 'cb-0431', 'H42.17'];
const days = [
  { from: '2025-10-01', to: '2025-10-02', part: 'whole' },
  { from: '2025-10-03', to: '2025-10-03', part: 'morning' },
] as const;

export const away = {
  SubstituteAnnounced: event('Báo người làm thay', 'Substitute announced', SubstituteAnnounced, {
    official: asker,
    agency,
    substitute: reserve,
    onApprovedList: true,
    days: [...days],
    means: 'official-letter',
    document: '420/STNMT-VP',
  }),
  SubstituteArrived: event('Người làm thay đã đến', 'Substitute arrived', SubstituteArrived, {
    official: asker,
    agency,
    substitute: reserve,
    counter: 'Quầy 7',
  }),
  LeaveTaken: event('Đã nghỉ', 'Leave taken', LeaveTaken, {
    official: asker,
    kind: 'annual',
    days: [...days],
  }),
  ReturnedFromLeave: event('Trở lại làm việc', 'Returned from leave', ReturnedFromLeave, {
    official: asker,
    early: false,
  }),
  CompensatoryTimeUsed: event('Trừ giờ nghỉ bù', 'Compensatory time used', CompensatoryTimeUsed, {
    official: asker,
    minutes: 480,
    days: [{ from: '2025-10-01', to: '2025-10-01', part: 'whole' }],
  }),
};
