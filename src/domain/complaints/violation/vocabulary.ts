/**
 * The words of a violation (vi phạm): what an official, an agency or a citizen is said to have done at
 * a centre, who deals with it, and who is told what became of it (BL Đ8.1đ, Đ8.1h; KT Đ10.5, Đ10.6;
 * NB Đ5.2d¶2, Đ6.1d, Đ10.2; SL Đ12¶2).
 *
 * Stream `violation-{id}`.
 */
import { z } from 'zod';
import { personal } from '../../personal.ts';
import { AgencyCode, CalendarDate, OfficialId, RecordId } from '../../units.ts';
import { DocumentNumber, ifKnown, Means, Name, Reference } from '../../vocabulary/fields.ts';
import { withdrawing } from '../../vocabulary/keeping.ts';
import { type EventOf, event } from '../../vocabulary.ts';

/** A stream is named by the number under which it was recorded. */
export const violationKey = { id: RecordId };

/** Hành vi: as the regulations group what is forbidden (KT Đ5.1, SL Đ2.8, BL Đ3.4, NB Đ10.2). */
export const Act = z.enum([
  'discourtesy',
  'harassment',
  'bribery',
  'dress-or-badge',
  'absence',
  'delay',
  'extra-papers',
  'bypassing-the-centre',
  'hindered-choice',
  'wrong-charge',
  'disclosure',
  'data-tampering',
  'obstruction',
  'forgery',
  'threat-or-insult',
  'discipline',
  'other',
]);
export type Act = z.output<typeof Act>;

/** From what it became known. Of a complaint only the number is told: never who complained. */
const Source = z.strictObject({
  kind: z.enum(['complaint', 'conduct-note', 'inspection', 'finding', 'own-report', 'other']),
  id: ifKnown(Name).describe('Of a complaint, the number of its record.'),
});

const ViolationRecorded = z.strictObject({
  act: ifKnown(Act),
  who: ifKnown(z.enum(['official', 'agency', 'citizen'])),
  official: ifKnown(OfficialId),
  agency: ifKnown(AgencyCode).describe('Theirs; it has to deal with it, together with the centre.'),
  sources: ifKnown(z.array(Source).max(100)),
  provision: ifKnown(Name).describe('What it is said to break, as NB Đ10.2.'),
  on: ifKnown(CalendarDate).describe('The day on which it was done.'),
  by: ifKnown(OfficialId).describe('Who recorded it.'),
  document: DocumentNumber.describe('The number of the minutes.'),
  account: personal('What was done.', 'official').optional(),
  citizen: personal('The citizen who did it, or had a part in it.', 'applicant').optional(),
});

const ViolationTransferred = z.strictObject({
  to: ifKnown(AgencyCode).describe('Who is competent to deal with it.'),
  by: ifKnown(OfficialId),
  document: DocumentNumber,
  due: ifKnown(CalendarDate).describe('The day by which the centre asks for the outcome.'),
});

const ViolationExplanationAsked = z.strictObject({
  reference: Reference,
  of: ifKnown(OfficialId),
  agency: ifKnown(AgencyCode),
  by: ifKnown(OfficialId),
  document: DocumentNumber,
  due: ifKnown(CalendarDate),
});

const ViolationExplained = z.strictObject({
  reference: Reference,
  by: ifKnown(OfficialId),
  agency: ifKnown(AgencyCode),
  document: DocumentNumber,
  explanation: personal('What they explain.', 'official').optional(),
});

/** Hình thức xử lý: the disciplinary measures of the law on officials, and what a centre can do itself. */
export const Measure = z.enum([
  'none',
  'reminder',
  'criticism',
  'reprimand',
  'warning',
  'pay-reduction',
  'demotion',
  'removal-from-office',
  'dismissal',
  'recalled-from-centre',
  'administrative-fine',
  'prosecution',
  'other',
]);
export type Measure = z.output<typeof Measure>;

const ViolationDecided = z.strictObject({
  found: ifKnown(z.enum(['confirmed', 'partly-confirmed', 'not-confirmed'])),
  measure: ifKnown(Measure),
  unit: ifKnown(AgencyCode).describe('Who decided.'),
  signer: ifKnown(OfficialId),
  document: DocumentNumber,
  from: ifKnown(CalendarDate).describe('The day on which the measure takes effect.'),
  reason: personal('Why, as the decision says.', 'official').optional(),
});

const ViolationOutcomeMadeKnown = z.strictObject({
  complaint: ifKnown(RecordId).describe('The record of the complaint whose author was told.'),
  means: ifKnown(Means),
  by: ifKnown(OfficialId),
  document: DocumentNumber,
});

const ViolationOutcomePublished = z.strictObject({
  where: ifKnown(z.enum(['notice-board', 'website', 'provincial-portal', 'meeting', 'other'])),
  by: ifKnown(OfficialId),
  document: DocumentNumber,
});

const [agency, officer, accused, head] = ['H42.17', 'kn-0102', 'cv-1203', 'gd-1701'];

export const violation = {
  ViolationRecorded: event('Ghi nhận vi phạm', 'Violation recorded', ViolationRecorded, {
    act: 'bribery',
    who: 'official',
    official: accused,
    agency,
    sources: [{ kind: 'complaint', id: 'PA-2025-0117' }, { kind: 'inspection' }],
    provision: 'KT Đ5.1',
    on: '2025-10-14',
    by: officer,
    document: '09/BB-TTPVHCC',
    account: 'Nhận 500.000 đồng ngoài phí để trả kết quả sớm',
    citizen: 'Lê Văn Nam, người đưa tiền',
  }),
  ViolationTransferred: event(
    'Chuyển cơ quan có thẩm quyền xử lý',
    'Violation transferred',
    ViolationTransferred,
    { to: agency, by: officer, document: '145/TTPVHCC-CNTTGS', due: '2025-11-05' },
  ),
  ViolationExplanationAsked: event(
    'Yêu cầu giải trình vi phạm',
    'Explanation of a violation asked',
    ViolationExplanationAsked,
    {
      reference: '146/TTPVHCC',
      of: accused,
      agency,
      by: officer,
      document: '146/TTPVHCC-CNTTGS',
      due: '2025-10-20',
    },
  ),
  ViolationExplained: event('Giải trình vi phạm', 'Violation explained', ViolationExplained, {
    reference: '146/TTPVHCC',
    by: accused,
    agency,
    document: '02/GT',
    explanation: 'Người dân nhờ nộp hộ lệ phí, tôi chưa kịp xuất biên lai',
  }),
  ViolationDecided: event('Quyết định xử lý vi phạm', 'Violation decided', ViolationDecided, {
    found: 'partly-confirmed',
    measure: 'reprimand',
    unit: agency,
    signer: head,
    document: '71/QĐ-STNMT',
    from: '2025-11-01',
    reason: 'Không có chứng cứ đòi tiền; nhận tiền không có biên lai',
  }),
  ViolationOutcomeMadeKnown: event(
    'Thông báo kết quả xử lý cho người phản ánh',
    'Outcome of a violation made known to who complained',
    ViolationOutcomeMadeKnown,
    { complaint: 'PA-2025-0117', means: 'letter', by: officer, document: '159/TTPVHCC-CNTTGS' },
  ),
  ViolationOutcomePublished: event(
    'Công khai kết quả xử lý vi phạm',
    'Outcome of a violation published',
    ViolationOutcomePublished,
    { where: 'notice-board', by: officer, document: '161/TB-TTPVHCC' },
  ),
  ...withdrawing,
};

export type ViolationEvent = EventOf<typeof violation>;

/** The event of one type. */
export type ViolationEventOf<Type extends ViolationEvent['type']> = Extract<
  ViolationEvent,
  { readonly type: Type }
>;
