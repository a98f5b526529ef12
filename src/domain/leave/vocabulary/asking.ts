/** Xin nghỉ: what is asked and announced, who lets the official go, and what becomes of it. */
import { z } from 'zod';
import { personal } from '../../personal.ts';
import { AgencyCode, OfficialId } from '../../units.ts';
import { DocumentNumber, ifKnown, Means } from '../../vocabulary/fields.ts';
import { event } from '../../vocabulary.ts';
import { LeaveDays, LeaveKind, WhoseLeave } from './fields.ts';

const LeaveRequested = z.strictObject({
  official: OfficialId.describe('Whose leave it is.'),
  agency: ifKnown(AgencyCode).describe('Their home agency.'),
  kind: ifKnown(LeaveKind),
  purpose: ifKnown(z.enum(['private', 'agency'])).describe(
    'For themselves, or for their agency’s own reasons (SL Đ8.đ).',
  ),
  days: LeaveDays,
  emergency: ifKnown(z.boolean()).describe('It could not be told beforehand.'),
  written: ifKnown(z.boolean()).describe('Asked for in writing (SL Đ8.đ).'),
  substitute: ifKnown(OfficialId).describe('Whom the official proposes.'),
  document: DocumentNumber,
  reason: personal('Why the official asks.', 'official').optional(),
});

const LeaveNoticeGiven = z.strictObject({
  official: WhoseLeave,
  to: z.enum(['centre', 'home-agency', 'both']).describe('Who was told.'),
  by: ifKnown(z.enum(['official', 'agency-head', 'other'])).describe(
    'Who told: in an emergency the head of the home agency may (KT Đ3.6).',
  ),
  agency: ifKnown(AgencyCode).describe('The home agency.'),
  kind: ifKnown(LeaveKind),
  days: ifKnown(LeaveDays),
  emergency: ifKnown(z.boolean()).describe('It could not be told beforehand.'),
  means: ifKnown(Means),
  document: DocumentNumber,
  reason: personal('Why, as it was told.', 'official').optional(),
});

const LeaveConfirmedByAgency = z.strictObject({
  official: WhoseLeave,
  agency: ifKnown(AgencyCode),
  signer: ifKnown(OfficialId),
  days: ifKnown(LeaveDays).describe('The days that are confirmed, where the agency names them.'),
  substitute: ifKnown(OfficialId).describe('Who is to work at the centre meanwhile (SL Đ8.đ).'),
  document: DocumentNumber,
});

const LeaveDeclinedByAgency = z.strictObject({
  official: WhoseLeave,
  agency: ifKnown(AgencyCode),
  signer: ifKnown(OfficialId),
  document: DocumentNumber,
  reason: personal('Why the agency does not let them go.', 'official').optional(),
});

const LeaveApproved = z.strictObject({
  official: WhoseLeave,
  by: ifKnown(OfficialId).describe('Who of the centre’s leadership agreed.'),
  days: ifKnown(LeaveDays).describe('The days that are approved, where they are named.'),
  document: DocumentNumber,
});

const LeaveRejected = z.strictObject({
  official: WhoseLeave,
  by: ifKnown(OfficialId).describe('Who of the centre’s leadership refused.'),
  document: DocumentNumber,
  reason: personal('Why the centre does not let them go.', 'official').optional(),
});

const LeaveDaysChanged = z.strictObject({
  official: WhoseLeave,
  days: LeaveDays.describe('All days of the leave, as they now are.'),
  by: ifKnown(z.enum(['official', 'home-agency', 'centre'])).describe('Who wished it.'),
  document: DocumentNumber,
  reason: personal('Why.', 'official').optional(),
});

const LeaveCancelled = z.strictObject({
  official: WhoseLeave,
  by: ifKnown(z.enum(['official', 'home-agency', 'centre'])),
  document: DocumentNumber,
  reason: personal('Why it was cancelled.', 'official').optional(),
});

const [asker, reserve, agency] = ['cb-0417', 'cb-0431', 'H42.17'];
const [agencyHead, director] = ['gd-1701', 'gd-0001'];
const days = [
  { from: '2025-10-01', to: '2025-10-02', part: 'whole' },
  { from: '2025-10-03', to: '2025-10-03', part: 'morning' },
] as const;

export const asking = {
  LeaveRequested: event('Xin nghỉ', 'Leave requested', LeaveRequested, {
    official: asker,
    agency,
    kind: 'annual',
    purpose: 'private',
    days: [...days],
    emergency: false,
    written: true,
    substitute: reserve,
    document: 'ĐX-17/2025',
    reason: 'Đưa con đi khám bệnh ở Hà Nội',
  }),
  LeaveNoticeGiven: event('Báo vắng mặt', 'Leave notice given', LeaveNoticeGiven, {
    official: asker,
    to: 'both',
    by: 'official',
    agency,
    kind: 'annual',
    days: [...days],
    emergency: false,
    means: 'e-mail',
    document: 'ĐX-17/2025',
    reason: 'Đưa con đi khám bệnh ở Hà Nội',
  }),
  LeaveConfirmedByAgency: event(
    'Cơ quan chủ quản xác nhận cho nghỉ',
    'Leave confirmed by the agency',
    LeaveConfirmedByAgency,
    {
      official: asker,
      agency,
      signer: agencyHead,
      days: [...days],
      substitute: reserve,
      document: '418/STNMT-VP',
    },
  ),
  LeaveDeclinedByAgency: event(
    'Cơ quan chủ quản không đồng ý cho nghỉ',
    'Leave declined by the agency',
    LeaveDeclinedByAgency,
    {
      official: asker,
      agency,
      signer: agencyHead,
      document: '419/STNMT-VP',
      reason: 'Chưa bố trí được người thay',
    },
  ),
  LeaveApproved: event('Trung tâm đồng ý cho nghỉ', 'Leave approved', LeaveApproved, {
    official: asker,
    by: director,
    days: [...days],
    document: '61/TTPVHCC',
  }),
  LeaveRejected: event('Trung tâm không đồng ý cho nghỉ', 'Leave rejected', LeaveRejected, {
    official: asker,
    by: director,
    document: '62/TTPVHCC',
    reason: 'Tuần cao điểm, quầy 7 chỉ có một người',
  }),
  LeaveDaysChanged: event('Đổi ngày nghỉ', 'Days of the leave changed', LeaveDaysChanged, {
    official: asker,
    days: [{ from: '2025-10-06', to: '2025-10-07', part: 'whole' }],
    by: 'official',
    document: 'ĐX-18/2025',
    reason: 'Bệnh viện đổi lịch khám',
  }),
  LeaveCancelled: event('Hủy nghỉ', 'Leave cancelled', LeaveCancelled, {
    official: asker,
    by: 'official',
    document: 'ĐX-19/2025',
    reason: 'Việc gia đình đã xong',
  }),
};
