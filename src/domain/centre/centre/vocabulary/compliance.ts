/** Tuân thủ: what people say of a finding, and what was reported of secrets and of data. */
import { z } from 'zod';
import { personal } from '../../../personal.ts';
import { AgencyCode, DossierCode, OfficialId, RecordId } from '../../../units.ts';
import { DocumentNumber, ifKnown, Name } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';

/** The finding that is spoken of, as the list of findings names it. */
const finding = {
  finding: Name.describe('Its id in the list of findings.'),
  rule: ifKnown(Name),
  subject: ifKnown(Name).describe('The stream that it is about.'),
  citation: ifKnown(Name).describe('The article, as the finding cites it.'),
};

const FindingWaived = z.strictObject({
  ...finding,
  by: ifKnown(OfficialId).describe('Who waived it.'),
  document: DocumentNumber,
  reason: personal('Why it is let pass. The finding stays, and says so.', 'official').optional(),
});

const FindingDisputed = z.strictObject({
  dispute: RecordId.describe('Names the dispute: the same when it is settled.'),
  ...finding,
  official: ifKnown(OfficialId).describe('Who disputes it.'),
  agency: ifKnown(AgencyCode).describe('Which agency disputes it.'),
  document: DocumentNumber,
  reason: personal('What is said against it.', 'official').optional(),
});

const DisputeSettled = z.strictObject({
  dispute: RecordId,
  outcome: z
    .enum(['finding-stands', 'finding-rejected', 'withdrawn'])
    .describe('A finding that is rejected goes when the entry that was wrong is corrected.'),
  by: ifKnown(OfficialId),
  document: DocumentNumber,
  reason: personal('Why.', 'official').optional(),
});

const SecrecyBreachReported = z.strictObject({
  what: z.enum(['papers', 'personal-secret', 'business-secret', 'state-secret', 'other']),
  by: ifKnown(z.enum(['official', 'post', 'other'])).describe('Who told or used it.'),
  official: ifKnown(OfficialId),
  agency: ifKnown(AgencyCode),
  forGain: ifKnown(z.boolean()),
  document: DocumentNumber,
  account: personal('What happened.', 'official').optional(),
});

const DataTamperingReported = z.strictObject({
  what: z
    .enum(['obstructed', 'changed', 'deleted', 'forged', 'copied', 'moved', 'other'])
    .describe('KT Đ5.1c.'),
  system: ifKnown(Name),
  official: ifKnown(OfficialId),
  agency: ifKnown(AgencyCode),
  dossiers: ifKnown(z.array(DossierCode).min(1).max(1_000)),
  document: DocumentNumber,
  account: personal('What happened.', 'official').optional(),
});

const about = {
  finding: 'processing-deadline:dossier-H42.17-250923-0005',
  rule: 'processing-deadline',
  subject: 'dossier-H42.17-250923-0005',
  citation: 'NB Đ5.2d',
};

export const compliance = {
  FindingWaived: event('Bỏ qua phát hiện', 'Finding waived', FindingWaived, {
    ...about,
    by: 'gd-0001',
    document: '71/QĐ-TTPVHCC',
    reason: 'Trễ một giờ do người dân đến muộn',
  }),
  FindingDisputed: event('Không đồng ý với phát hiện', 'Finding disputed', FindingDisputed, {
    dispute: 'KN-2025-06',
    ...about,
    official: 'cv-1203',
    agency: 'H42.17',
    document: '438/STNMT-VP',
    reason: 'Kết quả đã có trên hệ thống từ hôm trước',
  }),
  DisputeSettled: event('Giải quyết ý kiến về phát hiện', 'Dispute settled', DisputeSettled, {
    dispute: 'KN-2025-06',
    outcome: 'finding-stands',
    by: 'gd-0001',
    document: '73/TTPVHCC',
    reason: 'Kết quả trên hệ thống chưa được ký',
  }),
  SecrecyBreachReported: event(
    'Phản ánh lộ bí mật tại Trung tâm',
    'Breach of secrecy reported',
    SecrecyBreachReported,
    {
      what: 'state-secret',
      by: 'official',
      official: 'cb-0417',
      agency: 'H42.17',
      forGain: false,
      document: '9/BC-MAT',
      account: 'Tài liệu mật để trên bàn quầy qua đêm',
    },
  ),
  DataTamperingReported: event(
    'Phản ánh can thiệp dữ liệu trái phép',
    'Data tampering reported',
    DataTamperingReported,
    {
      what: 'changed',
      system: 'Một cửa điện tử',
      official: 'cb-0417',
      agency: 'H42.17',
      dossiers: ['H42.17-250923-0005'],
      document: '10/BC-TTPVHCC',
      account: 'Ngày hẹn trả bị sửa sau khi in giấy hẹn',
    },
  ),
};
