/** Chuyển, đôn đốc, gia hạn, tạm đình chỉ: who has to deal with a complaint, and how much time they have. */
import { z } from 'zod';
import { personal } from '../../../personal.ts';
import { AgencyCode, CalendarDate, OfficialId, RecordId } from '../../../units.ts';
import { DocumentNumber, ifKnown, Means } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';

const ComplaintForwarded = z.strictObject({
  to: ifKnown(AgencyCode),
  why: ifKnown(z.enum(['to-resolve', 'to-answer', 'not-competent', 'to-know'])),
  by: ifKnown(OfficialId),
  means: ifKnown(Means),
  document: DocumentNumber,
  due: ifKnown(CalendarDate).describe('The day by which the centre asks for the outcome.'),
});

const ComplaintAgencyUrged = z.strictObject({
  agency: ifKnown(AgencyCode),
  because: ifKnown(z.enum(['due', 'overdue', 'other'])),
  by: ifKnown(OfficialId),
  means: ifKnown(Means),
  document: DocumentNumber,
});

const ComplaintReportedUpward = z.strictObject({
  to: ifKnown(AgencyCode).describe(
    'As a rule the provincial People’s Committee, or the authority that is competent.',
  ),
  by: ifKnown(OfficialId),
  document: DocumentNumber,
  proposal: personal('What the centre proposes.', 'complainant').optional(),
});

const ComplaintDeclaredComplex = z.strictObject({
  degree: z.enum(['complex', 'very-complex']),
  until: ifKnown(CalendarDate).describe('The last day of the longer term.'),
  signer: ifKnown(OfficialId),
  unit: ifKnown(AgencyCode),
  document: DocumentNumber.describe('The number of the decision: without one no term is longer.'),
  reason: personal('Why.', 'complainant').optional(),
});

const ComplaintSuspended = z.strictObject({
  because: ifKnown(
    z.enum([
      'other-proceedings',
      'evidence-awaited',
      'force-majeure',
      'expertise-awaited',
      'other',
    ]),
  ),
  signer: ifKnown(OfficialId),
  unit: ifKnown(AgencyCode),
  document: DocumentNumber.describe('The number of the decision.'),
  reason: personal('Why.', 'complainant').optional(),
});

const ComplaintResumed = z.strictObject({
  signer: ifKnown(OfficialId),
  unit: ifKnown(AgencyCode),
  document: DocumentNumber,
});

const ComplaintEscalated = z.strictObject({
  to: z.enum(['second-complaint', 'court', 'further-denunciation', 'other']),
  authority: ifKnown(AgencyCode).describe('Who has it now.'),
  record: ifKnown(RecordId).describe('The record of the complaint that followed.'),
  official: ifKnown(OfficialId).describe('Who took note of it.'),
  document: DocumentNumber,
});

const ComplaintReopened = z.strictObject({
  by: ifKnown(OfficialId),
  document: DocumentNumber,
  reason: personal('Why it is looked into again.', 'complainant').optional(),
});

const [agency, officer, head] = ['H42.17', 'kn-0102', 'gd-1701'];

export const routing = {
  ComplaintForwarded: event('Chuyển đơn', 'Complaint forwarded', ComplaintForwarded, {
    to: agency,
    why: 'to-resolve',
    by: officer,
    means: 'official-letter',
    document: '131/TTPVHCC-CNTTGS',
    due: '2025-10-28',
  }),
  ComplaintAgencyUrged: event(
    'Đôn đốc giải quyết đơn',
    'Agency urged about a complaint',
    ComplaintAgencyUrged,
    {
      agency,
      because: 'overdue',
      by: officer,
      means: 'official-letter',
      document: '140/TTPVHCC-CNTTGS',
    },
  ),
  ComplaintReportedUpward: event(
    'Tổng hợp, báo cáo cấp có thẩm quyền',
    'Complaint reported to the competent authority',
    ComplaintReportedUpward,
    {
      to: 'H42.UBND',
      by: officer,
      document: '142/BC-TTPVHCC',
      proposal: 'Bỏ yêu cầu bản sao sổ hộ khẩu mà bà Mai phản ánh',
    },
  ),
  ComplaintDeclaredComplex: event(
    'Xác định vụ việc phức tạp',
    'Complaint declared complex',
    ComplaintDeclaredComplex,
    {
      degree: 'complex',
      until: '2025-11-30',
      signer: head,
      unit: agency,
      document: '55/QĐ-STNMT',
      reason: 'Phải xác minh tại ba xã và trưng cầu giám định bản đồ',
    },
  ),
  ComplaintSuspended: event(
    'Tạm đình chỉ giải quyết đơn',
    'Complaint suspended',
    ComplaintSuspended,
    {
      because: 'expertise-awaited',
      signer: head,
      unit: agency,
      document: '57/QĐ-STNMT',
      reason: 'Chờ kết luận giám định chữ ký',
    },
  ),
  ComplaintResumed: event('Tiếp tục giải quyết đơn', 'Complaint resumed', ComplaintResumed, {
    signer: head,
    unit: agency,
    document: '61/QĐ-STNMT',
  }),
  ComplaintEscalated: event(
    'Khiếu nại tiếp, khởi kiện',
    'Complaint escalated',
    ComplaintEscalated,
    {
      to: 'second-complaint',
      authority: 'H42.UBND',
      record: 'KN-2025-0051',
      official: officer,
      document: '155/Đ-TTPVHCC',
    },
  ),
  ComplaintReopened: event('Xem xét lại', 'Complaint reopened', ComplaintReopened, {
    by: officer,
    document: '160/TTPVHCC-CNTTGS',
    reason: 'Có bản ghi âm mới',
  }),
};
