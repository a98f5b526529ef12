/** Giải quyết: how a dossier travels, who works on it, and whom they ask. */
import { z } from 'zod';
import { personal } from '../../personal.ts';
import { AgencyCode, OfficialId } from '../../units.ts';
import { ifKnown, Name, Reference } from '../../vocabulary/fields.ts';
import { event } from '../../vocabulary.ts';
import { Appointment, Medium } from './fields.ts';

const DossierTransferred = z.strictObject({
  reference: Reference,
  medium: ifKnown(Medium),
  batch: ifKnown(Name).describe('The batch it went with, where paper goes in batches.'),
  from: ifKnown(AgencyCode),
  to: ifKnown(AgencyCode),
  carrier: ifKnown(AgencyCode).describe(
    'The unit that carries it, where it is not handed over directly.',
  ),
  giver: ifKnown(OfficialId),
  receiver: ifKnown(OfficialId),
});

const TransferAcknowledged = z.strictObject({
  reference: Reference,
  unit: ifKnown(AgencyCode),
  receiver: ifKnown(OfficialId),
});

const Carried = z.enum(['dossier', 'result']);

const CourierHandedOver = z.strictObject({
  reference: Reference,
  what: ifKnown(Carried),
  courier: ifKnown(AgencyCode),
  from: ifKnown(AgencyCode).describe('Who gives it away; null where it is the applicant.'),
  to: ifKnown(AgencyCode),
  giver: ifKnown(OfficialId),
});

const CourierReceived = z.strictObject({
  reference: Reference,
  what: ifKnown(Carried),
  courier: ifKnown(AgencyCode),
  unit: ifKnown(AgencyCode),
  receiver: ifKnown(OfficialId),
  intact: ifKnown(z.boolean()),
});

const CourierIncident = z.strictObject({
  reference: Reference,
  kind: z.enum(['loss', 'damage', 'delay', 'interruption', 'other']),
  courier: ifKnown(AgencyCode),
  account: personal('What happened.').optional(),
});

const StepStarted = z.strictObject({
  step: Name,
  official: ifKnown(OfficialId),
  unit: ifKnown(AgencyCode),
  instance: ifKnown(Name).describe('Tells one run of the step from another.'),
  due: ifKnown(Appointment),
});

const StepCompleted = z.strictObject({
  step: Name,
  official: ifKnown(OfficialId),
  unit: ifKnown(AgencyCode),
  instance: ifKnown(Name).describe('Tells one run of the step from another.'),
  outcome: ifKnown(Name),
});

const VerificationRequested = z.strictObject({
  reference: Reference,
  unit: ifKnown(AgencyCode).describe('Who is to verify.'),
  official: ifKnown(OfficialId).describe('Who asks.'),
  due: ifKnown(Appointment),
  reason: personal('Why it must be verified.').optional(),
});

const VerificationCompleted = z.strictObject({
  reference: Reference,
  unit: ifKnown(AgencyCode),
  official: ifKnown(OfficialId),
  outcome: ifKnown(z.enum(['confirmed', 'not-confirmed', 'inconclusive'])),
  findings: personal('What was found.').optional(),
});

const ConsultationAsked = z.strictObject({
  reference: Reference,
  unit: ifKnown(AgencyCode).describe('Whose opinion is asked.'),
  official: ifKnown(OfficialId).describe('Who asks.'),
  due: ifKnown(Appointment),
  reason: personal('What is asked, and why.').optional(),
});

const ConsultationAnswered = z.strictObject({
  reference: Reference,
  unit: ifKnown(AgencyCode),
  official: ifKnown(OfficialId),
  answer: personal('The opinion.').optional(),
});

const Dong = z.int().min(0).describe('Vietnamese đồng.');

const FinancialDutyAsked = z.strictObject({
  reference: Reference,
  unit: ifKnown(AgencyCode).describe('Who asks: the tax authority, as a rule.'),
  amount: ifKnown(Dong),
  due: ifKnown(Appointment),
});

const FinancialDutyMet = z.strictObject({
  reference: Reference,
  amount: ifKnown(Dong),
  official: ifKnown(OfficialId).describe('Who saw the proof of payment.'),
});

const [agency, clerk, officer] = ['H42.17', 'cb-0417', 'cv-1203'];
const centre = 'H42.TTPVHCC';

export const handling = {
  DossierTransferred: event('Chuyển hồ sơ', 'Dossier transferred', DossierTransferred, {
    reference: '0923-S/BG',
    medium: 'paper',
    batch: '2025-09-23 sáng',
    from: centre,
    to: agency,
    carrier: 'VNPOST-NB',
    giver: clerk,
    receiver: officer,
  }),
  TransferAcknowledged: event(
    'Xác nhận đã nhận hồ sơ chuyển đến',
    'Transfer acknowledged',
    TransferAcknowledged,
    { reference: '0923-S/BG', unit: agency, receiver: officer },
  ),
  CourierHandedOver: event('Giao cho bưu chính', 'Handed over to the courier', CourierHandedOver, {
    reference: 'EB123456789VN',
    what: 'dossier',
    courier: 'VNPOST-NB',
    from: centre,
    to: agency,
    giver: clerk,
  }),
  CourierReceived: event('Nhận từ bưu chính', 'Received from the courier', CourierReceived, {
    reference: 'EB123456789VN',
    what: 'dossier',
    courier: 'VNPOST-NB',
    unit: agency,
    receiver: officer,
    intact: true,
  }),
  CourierIncident: event('Sự cố bưu chính', 'Courier incident', CourierIncident, {
    reference: 'EB123456789VN',
    kind: 'damage',
    courier: 'VNPOST-NB',
    account: 'Bì hồ sơ bị ướt, tờ khai của bà Mai nhòe chữ',
  }),
  StepStarted: event('Bắt đầu bước xử lý', 'Step started', StepStarted, {
    step: 'Thẩm định hồ sơ',
    official: officer,
    unit: agency,
    instance: 'buoc-2',
    due: { at: '2025-09-29T17:00:00+07:00' },
  }),
  StepCompleted: event('Hoàn thành bước xử lý', 'Step completed', StepCompleted, {
    step: 'Thẩm định hồ sơ',
    official: officer,
    unit: agency,
    instance: 'buoc-2',
    outcome: 'Đủ điều kiện',
  }),
  VerificationRequested: event(
    'Yêu cầu kiểm tra, xác minh',
    'Verification requested',
    VerificationRequested,
    {
      reference: '412/STNMT-VP',
      unit: 'H42.41',
      official: officer,
      due: { on: '2025-09-30' },
      reason: 'Ranh giới thửa đất khác với hồ sơ địa chính',
    },
  ),
  VerificationCompleted: event(
    'Hoàn thành kiểm tra, xác minh',
    'Verification completed',
    VerificationCompleted,
    {
      reference: '412/STNMT-VP',
      unit: 'H42.41',
      official: 'cv-4107',
      outcome: 'confirmed',
      findings: 'Ranh giới đúng như bản vẽ của bà Mai',
    },
  ),
  ConsultationAsked: event('Lấy ý kiến', 'Consultation asked', ConsultationAsked, {
    reference: '415/STNMT-VP',
    unit: 'H42.20',
    official: officer,
    due: { on: '2025-10-01' },
    reason: 'Thửa đất nằm trong hành lang bảo vệ đường bộ',
  }),
  ConsultationAnswered: event('Trả lời ý kiến', 'Consultation answered', ConsultationAnswered, {
    reference: '415/STNMT-VP',
    unit: 'H42.20',
    official: 'cv-2002',
    answer: 'Không ảnh hưởng đến hành lang bảo vệ đường bộ',
  }),
  FinancialDutyAsked: event(
    'Yêu cầu thực hiện nghĩa vụ tài chính',
    'Financial duty asked',
    FinancialDutyAsked,
    { reference: '908/TB-CCT', unit: 'H42.CT', amount: 12_450_000, due: { on: '2025-10-02' } },
  ),
  FinancialDutyMet: event(
    'Đã thực hiện nghĩa vụ tài chính',
    'Financial duty met',
    FinancialDutyMet,
    { reference: '908/TB-CCT', amount: 12_450_000, official: clerk },
  ),
};
