/** Tiến độ: what is said of a dossier's progress and its appointment, and who must explain. */
import { z } from 'zod';
import { personal } from '../../personal.ts';
import { AgencyCode, OfficialId } from '../../units.ts';
import { DocumentNumber, ifKnown, Means, Reference } from '../../vocabulary/fields.ts';
import { event } from '../../vocabulary.ts';
import { Appointment, isReversed } from './fields.ts';

const ExtensionProposed = z
  .strictObject({
    unit: ifKnown(AgencyCode),
    official: ifKnown(OfficialId),
    current: ifKnown(Appointment).describe('The appointment that will not be kept.'),
    proposed: ifKnown(Appointment),
    document: DocumentNumber,
    reason: personal('Why more time is needed.').optional(),
  })
  .refine(({ current, proposed }) => !isReversed(current, proposed), {
    error: 'the proposed appointment is before the current one',
    path: ['proposed'],
  });

const ApologyAsked = z.strictObject({
  of: ifKnown(AgencyCode).describe('The agency that is to apologise.'),
  official: ifKnown(OfficialId),
  newAppointment: ifKnown(Appointment),
  document: DocumentNumber,
});

const ApologyIssued = z.strictObject({
  unit: ifKnown(AgencyCode),
  signer: ifKnown(OfficialId),
  newAppointment: ifKnown(Appointment).describe(
    'Does not move the appointment that lateness is measured from.',
  ),
  document: DocumentNumber,
  reason: personal('Why it was late, as the applicant was told.').optional(),
});

const AppointmentMoved = z.strictObject({
  by: OfficialId,
  before: Appointment.nullable().describe('Null: there was none.'),
  after: Appointment.nullable().describe('Null: there is none any more.'),
  document: DocumentNumber,
  reason: personal('Why. A move without a reason is recorded, and shows.').optional(),
});

const ReasonGiven = z.strictObject({
  reference: Reference,
  about: ifKnown(z.enum(['verification', 'return', 'lateness', 'supplement', 'other'])),
  unit: ifKnown(AgencyCode),
  official: ifKnown(OfficialId),
  proposed: ifKnown(Appointment).describe('The new appointment that the agency proposes.'),
  document: DocumentNumber,
  reason: personal('The reason that the centre was given.').optional(),
});

const AgencyUrged = z.strictObject({
  unit: ifKnown(AgencyCode),
  because: ifKnown(z.enum(['due', 'overdue', 'other'])),
  by: ifKnown(OfficialId),
  means: ifKnown(Means),
  document: DocumentNumber,
});

const ProgressNoted = z.strictObject({
  unit: ifKnown(AgencyCode),
  official: ifKnown(OfficialId),
  note: personal('How far it has come.').optional(),
});

const ProgressQueried = z.strictObject({
  reference: Reference,
  unit: ifKnown(AgencyCode).describe('The agency that is asked.'),
  by: ifKnown(OfficialId),
  about: ifKnown(z.enum(['reception', 'progress', 'papers', 'supplement', 'lateness'])),
  means: ifKnown(Means),
  question: personal('What is asked.').optional(),
});

const ProgressAnswered = z.strictObject({
  reference: Reference,
  unit: ifKnown(AgencyCode),
  official: ifKnown(OfficialId),
  means: ifKnown(Means),
  answer: personal('The answer.').optional(),
});

const [agency, clerk, officer, head] = ['H42.17', 'cb-0417', 'cv-1203', 'gd-1701'];

export const lateness = {
  ExtensionProposed: event('Đề nghị gia hạn', 'Extension proposed', ExtensionProposed, {
    unit: agency,
    official: officer,
    current: { at: '2025-10-07T17:00:00+07:00' },
    proposed: { at: '2025-10-10T17:00:00+07:00' },
    document: '430/STNMT-VP',
    reason: 'Chờ kết quả xác minh của Ủy ban nhân dân huyện',
  }),
  ApologyAsked: event('Đề nghị xin lỗi và hẹn lại', 'Apology asked', ApologyAsked, {
    of: agency,
    official: officer,
    newAppointment: { on: '2025-10-10' },
    document: '79/TTPVHCC',
  }),
  ApologyIssued: event('Xin lỗi và hẹn lại ngày trả', 'Apology issued', ApologyIssued, {
    unit: agency,
    signer: head,
    newAppointment: { on: '2025-10-10' },
    document: '431/XL-STNMT',
    reason: 'Việc xác minh ranh giới thửa đất kéo dài hơn dự kiến',
  }),
  AppointmentMoved: event('Đổi ngày hẹn trả', 'Appointment moved', AppointmentMoved, {
    by: officer,
    before: { at: '2025-10-07T17:00:00+07:00' },
    after: { at: '2025-10-10T17:00:00+07:00' },
    document: '430/STNMT-VP',
    reason: 'Theo đề nghị gia hạn đã được giám đốc sở đồng ý',
  }),
  ReasonGiven: event('Nêu lý do cho Trung tâm', 'Reason given to the centre', ReasonGiven, {
    reference: '81/TTPVHCC',
    about: 'lateness',
    unit: agency,
    official: officer,
    proposed: { on: '2025-10-10' },
    document: '433/STNMT-VP',
    reason: 'Chưa có kết quả xác minh',
  }),
  AgencyUrged: event('Đôn đốc cơ quan', 'Agency urged', AgencyUrged, {
    unit: agency,
    because: 'overdue',
    by: clerk,
    means: 'official-letter',
    document: '80/TTPVHCC',
  }),
  ProgressNoted: event('Cập nhật tiến độ', 'Progress noted', ProgressNoted, {
    unit: agency,
    official: officer,
    note: 'Đã đo lại ranh giới, chờ ký biên bản',
  }),
  ProgressQueried: event('Hỏi tiến độ', 'Progress queried', ProgressQueried, {
    reference: '81/TTPVHCC',
    unit: agency,
    by: clerk,
    about: 'lateness',
    means: 'official-letter',
    question: 'Vì sao hồ sơ quá hạn, đề nghị gia hạn đến ngày nào?',
  }),
  ProgressAnswered: event('Trả lời tiến độ', 'Progress answered', ProgressAnswered, {
    reference: '81/TTPVHCC',
    unit: agency,
    official: officer,
    means: 'official-letter',
    answer: 'Đã có kết quả xác minh, sẽ trả trước ngày 10/10',
  }),
};
