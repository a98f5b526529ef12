/** Công việc của Trung tâm: what it consults on, decides, proposes and reports upwards. */
import { z } from 'zod';
import { personal } from '../../../personal.ts';
import { AgencyCode, DossierCode, OfficialId, RecordId, Year } from '../../../units.ts';
import { DocumentNumber, ifKnown, Means, Name } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';

const Matter = RecordId.describe('Names the matter: the same in all that is said of it.');
const Measure = RecordId.describe('Names the proposal: the same when it is decided.');
const Issue = RecordId.describe('Names the issue: the same when it is answered.');
const Reward = RecordId.describe('Names the proposal: the same when it is decided.');

const Agencies = ifKnown(z.array(AgencyCode).min(1).max(100));
const Officials = ifKnown(z.array(OfficialId).min(1).max(500));

/** To whom a centre reports and proposes. */
const Authority = z
  .enum(['chair', 'people-committee', 'chief-of-office', 'leadership', 'agency', 'other'])
  .describe(
    'Chủ tịch UBND tỉnh; UBND tỉnh; Chánh Văn phòng; lãnh đạo Trung tâm hoặc cơ quan; cơ quan.',
  );

const MatterRaised = z.strictObject({
  matter: Matter,
  about: Name,
  agencies: Agencies.describe('Whom it touches (SL Đ11¶1, KT Đ2.4).'),
  by: ifKnown(OfficialId),
});

const ConsultationSent = z.strictObject({
  matter: Matter,
  agency: AgencyCode,
  about: ifKnown(Name),
  written: ifKnown(z.boolean()).describe('SL Đ11¶1: in writing.'),
  means: ifKnown(Means),
  document: DocumentNumber,
});

const ConsultationReplied = z.strictObject({
  matter: Matter,
  agency: AgencyCode,
  agreed: ifKnown(z.boolean()).describe('KT Đ2.4: thống nhất.'),
  document: DocumentNumber,
});

const MatterDecided = z.strictObject({
  matter: Matter,
  about: ifKnown(Name),
  agencies: Agencies.describe('Whom it touches.'),
  signer: ifKnown(OfficialId),
  document: DocumentNumber,
});

const MeasureProposed = z.strictObject({
  measure: Measure,
  because: ifKnown(z.enum(['time', 'quality', 'cooperation', 'conduct', 'other'])),
  agencies: Agencies.describe('Who failed.'),
  officials: Officials.describe('Who failed.'),
  dossiers: ifKnown(z.array(DossierCode).min(1).max(1_000)),
  to: ifKnown(Authority),
  by: ifKnown(OfficialId),
  document: DocumentNumber,
  reason: personal('What went wrong, and what is proposed.', 'official').optional(),
});

const MeasureDecided = z.strictObject({
  measure: Measure,
  outcome: ifKnown(z.enum(['taken', 'partly-taken', 'rejected', 'other'])),
  by: ifKnown(Authority),
  document: DocumentNumber,
  decision: personal('What was decided.', 'official').optional(),
});

const IssueReported = z.strictObject({
  issue: Issue,
  about: Name,
  by: ifKnown(OfficialId),
  agency: ifKnown(AgencyCode).describe('The agency that it is about.'),
  dossiers: ifKnown(z.array(DossierCode).min(1).max(1_000)).describe('KT Đ8.5: whose cause it is.'),
  to: ifKnown(Authority),
  document: DocumentNumber,
  account: personal('What happened, and what is proposed.', 'official').optional(),
});

const IssueAnswered = z.strictObject({
  issue: Issue,
  by: ifKnown(Authority),
  official: ifKnown(OfficialId),
  document: DocumentNumber,
  answer: personal('The answer.', 'official').optional(),
});

const RewardProposed = z.strictObject({
  reward: Reward,
  occasion: ifKnown(z.enum(['yearly', 'ad-hoc'])).describe('NB Đ10.1: định kỳ, đột xuất.'),
  year: ifKnown(Year),
  agencies: Agencies.describe('Tập thể.'),
  officials: Officials.describe('Cá nhân.'),
  form: ifKnown(Name).describe('Such as a certificate of merit of the province.'),
  to: ifKnown(Authority),
  document: DocumentNumber,
  reason: personal('For what.', 'official').optional(),
});

const RewardDecided = z.strictObject({
  reward: Reward,
  outcome: ifKnown(z.enum(['granted', 'partly-granted', 'rejected'])),
  agencies: Agencies,
  officials: Officials,
  by: ifKnown(Authority),
  document: DocumentNumber,
});

const [agency, director, officer] = ['H42.17', 'gd-0001', 'cb-0417'];

export const matters = {
  MatterRaised: event('Đặt vấn đề', 'Matter raised', MatterRaised, {
    matter: 'VD-2025-03',
    about: 'Ghép quầy Đất đai và Văn hóa',
    agencies: [agency, 'H42.14'],
    by: director,
  }),
  ConsultationSent: event('Gửi lấy ý kiến cơ quan', 'Consultation sent', ConsultationSent, {
    matter: 'VD-2025-03',
    agency,
    about: 'Ghép quầy Đất đai và Văn hóa',
    written: true,
    means: 'official-letter',
    document: '52/TTPVHCC',
  }),
  ConsultationReplied: event(
    'Cơ quan trả lời ý kiến',
    'Consultation replied',
    ConsultationReplied,
    {
      matter: 'VD-2025-03',
      agency,
      agreed: true,
      document: '402/STNMT-VP',
    },
  ),
  MatterDecided: event('Quyết định vấn đề', 'Matter decided', MatterDecided, {
    matter: 'VD-2025-03',
    about: 'Ghép quầy Đất đai và Văn hóa từ 01/10/2025',
    agencies: [agency, 'H42.14'],
    signer: director,
    document: '35/QĐ-TTPVHCC',
  }),
  MeasureProposed: event('Đề xuất biện pháp xử lý', 'Measure proposed', MeasureProposed, {
    measure: 'DX-2025-02',
    because: 'time',
    agencies: [agency],
    officials: ['cv-1203'],
    dossiers: ['H42.17-250923-0005'],
    to: 'chair',
    by: director,
    document: '70/BC-TTPVHCC',
    reason: 'Quá hạn nhiều lần dù đã đôn đốc; đề nghị phê bình',
  }),
  MeasureDecided: event('Quyết định biện pháp xử lý', 'Measure decided', MeasureDecided, {
    measure: 'DX-2025-02',
    outcome: 'taken',
    by: 'chair',
    document: '655/UBND-VP',
    decision: 'Yêu cầu giám đốc sở kiểm điểm người phụ trách',
  }),
  IssueReported: event('Báo cáo vướng mắc', 'Issue reported', IssueReported, {
    issue: 'VM-2025-09',
    about: 'Quy trình điện tử thiếu bước lấy ý kiến',
    by: officer,
    agency,
    dossiers: ['H42.17-250923-0005'],
    to: 'leadership',
    document: '12/BC-QUAY7',
    account: 'Chị Lan phải nhập tay, đề nghị bổ sung bước trên phần mềm',
  }),
  IssueAnswered: event('Trả lời vướng mắc', 'Issue answered', IssueAnswered, {
    issue: 'VM-2025-09',
    by: 'leadership',
    official: director,
    document: '55/TTPVHCC',
    answer: 'Đã đề nghị đơn vị phần mềm bổ sung, chị Lan theo dõi',
  }),
  RewardProposed: event('Đề nghị khen thưởng', 'Reward proposed', RewardProposed, {
    reward: 'KT-2025',
    occasion: 'yearly',
    year: '2025',
    agencies: [agency],
    officials: [officer],
    form: 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',
    to: 'people-committee',
    document: '310/TTr-TTPVHCC',
    reason: 'Không có hồ sơ trễ hạn trong năm',
  }),
  RewardDecided: event('Quyết định khen thưởng', 'Reward decided', RewardDecided, {
    reward: 'KT-2025',
    outcome: 'granted',
    agencies: [agency],
    officials: [officer],
    by: 'people-committee',
    document: '77/QĐ-UBND',
  }),
};
