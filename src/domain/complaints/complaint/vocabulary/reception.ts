/** Tiếp nhận, phân loại, thụ lý: how a complaint comes in, what it turns out to be, and whether it is taken up. */
import { z } from 'zod';
import { personal } from '../../../personal.ts';
import { AgencyCode, CalendarDate, DossierCode, OfficialId, RecordId } from '../../../units.ts';
import { DocumentNumber, ifKnown } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';
import { Kind, Matter, ReceivedBy, Subject } from './fields.ts';

/** The only place where somebody says who they are: of a denunciation in fields of its own, which nobody else may open. */
const ComplaintReceived = z
  .strictObject({
    kind: Kind,
    channel: ifKnown(ReceivedBy),
    about: ifKnown(Subject),
    againstOfficial: ifKnown(OfficialId),
    againstAgency: ifKnown(AgencyCode).describe('The agency complained of; of the post, the post.'),
    dossier: ifKnown(DossierCode),
    decision: DocumentNumber.describe('The decision or result that is complained of.'),
    earlier: ifKnown(RecordId).describe('Of a second complaint: the first.'),
    remote: ifKnown(z.boolean()).describe('From a remote area, where the law gives more time.'),
    official: ifKnown(OfficialId).describe('Who received it.'),
    unit: ifKnown(AgencyCode).describe('Where it was received, if not by the centre.'),
    document: DocumentNumber.describe('The number under which the letter was entered.'),
    complainant: personal('Who complains.', 'complainant').optional(),
    text: personal('What it says.', 'complainant').optional(),
    denouncer: personal(
      'Of a denunciation, in place of complainant: who denounces.',
      'denouncer',
    ).optional(),
    accusation: personal(
      'Of a denunciation, in place of text: what it says.',
      'denouncer',
    ).optional(),
  })
  .refine((data) => data.kind !== 'denunciation' || !(data.complainant || data.text), {
    error:
      'who denounces is secret: send "denouncer" and "accusation" in place of "complainant" and "text"',
    path: ['complainant'],
  })
  .refine((data) => data.kind === 'denunciation' || !(data.denouncer || data.accusation), {
    error: 'only a denunciation has a denouncer: send "complainant" and "text"',
    path: ['denouncer'],
  })
  .refine(({ denouncer, accusation }) => ![denouncer, accusation].some(pointsElsewhere), {
    error:
      'a denouncer is told as text alone: a person or a national number would lead to their other records',
    path: ['denouncer'],
  });

/** Whether what was told, and is not sealed yet, names a person whom other records may know too. */
function pointsElsewhere(told: unknown): boolean {
  if (typeof told !== 'object' || told === null || 'commitment' in told) return false;
  return ('person' in told && told.person !== undefined) || 'nationalNumber' in told;
}

const ComplaintClassified = z.strictObject({
  matter: ifKnown(Matter),
  kind: ifKnown(Kind).describe('What it is, where that is not what it was received as.'),
  about: ifKnown(Subject),
  official: ifKnown(OfficialId).describe('Who classified it.'),
  note: personal('Why so.', 'complainant').optional(),
});

const ComplaintAccepted = z.strictObject({
  unit: ifKnown(AgencyCode).describe('Who resolves it.'),
  official: ifKnown(OfficialId).describe('Who is to look into it.'),
  document: DocumentNumber,
  due: ifKnown(CalendarDate).describe('The last day of the term that the complainant was told.'),
});

const ComplaintDeclined = z.strictObject({
  because: ifKnown(
    z.enum([
      'not-competent',
      'out-of-time',
      'no-name',
      'no-grounds',
      'already-resolved',
      'in-court',
      'other',
    ]),
  ),
  unit: ifKnown(AgencyCode),
  official: ifKnown(OfficialId),
  document: DocumentNumber,
  reason: personal('Why, as the complainant is told.', 'complainant').optional(),
});

const ComplaintWithdrawn = z.strictObject({
  whole: ifKnown(z.boolean()).describe('All of it, or a part.'),
  official: ifKnown(OfficialId).describe('Who took the request.'),
  document: DocumentNumber,
  reason: personal('Why it was withdrawn.', 'complainant').optional(),
});

const [agency, clerk, officer] = ['H42.17', 'cb-0417', 'kn-0102'];

export const reception = {
  ComplaintReceived: event(
    'Tiếp nhận phản ánh, kiến nghị, khiếu nại, tố cáo',
    'Complaint received',
    ComplaintReceived,
    {
      kind: 'complaint',
      channel: 'hotline',
      about: 'lateness',
      againstOfficial: 'cv-1203',
      againstAgency: agency,
      dossier: 'H42.17-250923-0005',
      decision: '512/QĐ-STNMT',
      earlier: 'KN-2025-0037',
      remote: false,
      official: clerk,
      unit: 'H42.TTPVHCC',
      document: '117/Đ-TTPVHCC',
      complainant: 'Trần Thị Mai, 12 Lương Văn Tụy',
      text: 'Hẹn ngày 7/10 mà đến ngày 14/10 vẫn chưa có kết quả, gọi điện không ai trả lời',
    },
  ),
  ComplaintClassified: event('Phân loại', 'Complaint classified', ComplaintClassified, {
    matter: 'processing',
    kind: 'feedback',
    about: 'lateness',
    official: officer,
    note: 'Bà Mai chưa khiếu nại quyết định nào, chỉ phản ánh việc chậm trả kết quả',
  }),
  ComplaintAccepted: event('Thụ lý', 'Complaint accepted', ComplaintAccepted, {
    unit: agency,
    official: 'tt-1710',
    document: '12/TB-STNMT',
    due: '2025-11-15',
  }),
  ComplaintDeclined: event('Không thụ lý', 'Complaint declined', ComplaintDeclined, {
    because: 'out-of-time',
    unit: agency,
    official: 'tt-1710',
    document: '13/TB-STNMT',
    reason: 'Thời hiệu khiếu nại đã hết từ ngày 30/6/2025',
  }),
  ComplaintWithdrawn: event('Rút đơn', 'Complaint withdrawn', ComplaintWithdrawn, {
    whole: true,
    official: officer,
    document: '120/Đ-TTPVHCC',
    reason: 'Đã nhận được kết quả',
  }),
};
