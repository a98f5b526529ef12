/** Đánh giá, khen thưởng: what is said of an official's work, by whom, and on what it rests. */
import { z } from 'zod';
import { personal } from '../../../personal.ts';
import { AgencyCode, OfficialId, Year } from '../../../units.ts';
import { DocumentNumber, ifKnown, Means, Name } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';
import { Grade, Period } from './fields.ts';

/** One criterion, what the ledger shows of it, and the points that follow. */
const Measured = z.strictObject({
  criterion: Name,
  figure: ifKnown(Name).describe('What the ledger shows, with its denominator.'),
  points: ifKnown(z.number()),
});

const CentreRemarkGiven = z.strictObject({
  year: ifKnown(Year),
  period: ifKnown(Period).describe('Where it is about less than a year.'),
  by: ifKnown(OfficialId).describe('Who of the centre’s leadership.'),
  grade: ifKnown(Grade).describe('What the centre proposes.'),
  document: DocumentNumber,
  remark: personal('What the centre says of their work.', 'official').optional(),
});

const OfficialRated = z.strictObject({
  year: ifKnown(Year),
  agency: ifKnown(AgencyCode),
  signer: ifKnown(OfficialId),
  grade: ifKnown(Grade),
  document: DocumentNumber,
  remark: personal('What the agency says of their work.', 'official').optional(),
});

const RatingShared = z.strictObject({
  year: ifKnown(Year),
  agency: ifKnown(AgencyCode),
  rating: ifKnown(z.boolean()).describe('A copy of the rating was sent to the centre (NB Đ6.2e).'),
  rewards: ifKnown(z.boolean()).describe('A copy of the rewards was sent with it.'),
  means: ifKnown(Means),
  document: DocumentNumber,
});

const OfficialClassed = z.strictObject({
  period: ifKnown(Period),
  class: Name.describe('As the centre’s criteria name it, such as A.'),
  criteria: ifKnown(Name).describe('The criteria by which it was given (SL Đ12, BL Đ14.1).'),
  measured: ifKnown(z.array(Measured).max(100)).describe('The facts from which it follows.'),
  by: ifKnown(OfficialId),
  document: DocumentNumber,
});

const OfficialReviewed = z.strictObject({
  period: ifKnown(Period).describe('SL Đ9.3: three months; BL Đ12.2, KT Đ15: six.'),
  by: ifKnown(OfficialId).describe('Who held the review.'),
  present: ifKnown(z.boolean()).describe('Whether the official was heard.'),
  measured: ifKnown(z.array(Measured).max(100)).describe('The figures on which it rests.'),
  document: DocumentNumber,
  conclusion: personal('What was concluded.', 'official').optional(),
});

const InitiativeRecorded = z.strictObject({
  title: Name,
  level: ifKnown(z.enum(['centre', 'agency', 'province', 'other'])).describe('Who recognised it.'),
  by: ifKnown(OfficialId).describe('Who of the centre recorded it.'),
  document: DocumentNumber,
});

const Occasion = z.enum(['yearly', 'ad-hoc']).describe('NB Đ10.1: định kỳ, đột xuất.');

const MeritProposed = z.strictObject({
  what: z.enum(['reward', 'promotion']),
  form: ifKnown(Name).describe('Such as a certificate of merit of the province.'),
  occasion: ifKnown(Occasion),
  year: ifKnown(Year),
  by: ifKnown(OfficialId),
  to: ifKnown(AgencyCode).describe('Who decides.'),
  document: DocumentNumber,
  reason: personal('For what.', 'official').optional(),
});

const OfficialRewarded = z.strictObject({
  form: Name,
  occasion: ifKnown(Occasion),
  year: ifKnown(Year),
  by: ifKnown(AgencyCode).describe('Who decided.'),
  document: DocumentNumber,
  reason: personal('For what.', 'official').optional(),
});

const [director, agency, agencyHead] = ['gd-0001', 'H42.17', 'gd-1701'];
const halfYear = { from: '2025-07-01', to: '2025-12-31' } as const;
const measured = [
  { criterion: 'Hồ sơ giải quyết đúng hạn', figure: '412/418 (98,6%)', points: 38 },
];

export const performance = {
  CentreRemarkGiven: event('Nhận xét của Trung tâm', 'Remark of the centre', CentreRemarkGiven, {
    year: '2025',
    period: halfYear,
    by: director,
    grade: 'good',
    document: '301/NX-TTPVHCC',
    remark: 'Tiếp nhận đúng quy trình, được người dân đánh giá cao',
  }),
  OfficialRated: event('Cơ quan đánh giá, xếp loại', 'Official rated', OfficialRated, {
    year: '2025',
    agency,
    signer: agencyHead,
    grade: 'good',
    document: '611/QĐ-STNMT',
    remark: 'Hoàn thành tốt nhiệm vụ tại Trung tâm',
  }),
  RatingShared: event('Gửi kết quả xếp loại', 'Rating shared with the centre', RatingShared, {
    year: '2025',
    agency,
    rating: true,
    rewards: true,
    means: 'official-letter',
    document: '620/STNMT-VP',
  }),
  OfficialClassed: event('Phân loại kết quả công tác', 'Official classed', OfficialClassed, {
    period: halfYear,
    class: 'A',
    criteria: '40/QĐ-TTPVHCC',
    measured,
    by: director,
    document: '305/TB-TTPVHCC',
  }),
  OfficialReviewed: event('Kiểm điểm công tác', 'Official reviewed', OfficialReviewed, {
    period: halfYear,
    by: director,
    present: true,
    measured,
    document: '18/BB-TTPVHCC',
    conclusion: 'Cần trả lời câu hỏi của người dân nhanh hơn',
  }),
  InitiativeRecorded: event('Ghi nhận sáng kiến', 'Initiative recorded', InitiativeRecorded, {
    title: 'Mẫu tờ khai điền sẵn cho hồ sơ đăng ký biến động',
    level: 'centre',
    by: director,
    document: '22/QĐ-TTPVHCC',
  }),
  MeritProposed: event('Đề nghị khen thưởng, đề bạt', 'Merit proposed', MeritProposed, {
    what: 'reward',
    form: 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',
    occasion: 'yearly',
    year: '2025',
    by: director,
    to: 'H42.00',
    document: '310/TTr-TTPVHCC',
    reason: 'Không có hồ sơ trễ hạn trong năm',
  }),
  OfficialRewarded: event('Được khen thưởng', 'Official rewarded', OfficialRewarded, {
    form: 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',
    occasion: 'yearly',
    year: '2025',
    by: 'H42.00',
    document: '77/QĐ-UBND',
    reason: 'Không có hồ sơ trễ hạn trong năm',
  }),
};
