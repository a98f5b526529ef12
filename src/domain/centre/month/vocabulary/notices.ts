/** Thông báo: what the centre and the agencies tell each other, period by period. */
import { z } from 'zod';
import { AgencyCode, OfficialId, Year } from '../../../units.ts';
import { DocumentNumber, ifKnown, Means } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';
import { Period } from './fields.ts';

const Officials = ifKnown(z.array(OfficialId).min(1).max(1_000));

const OfficialsNoticeSent = z.strictObject({
  agency: AgencyCode.describe('Who sent them, and is told (BL Đ8.1c, KT Đ8.7).'),
  officials: Officials,
  hours: ifKnown(z.boolean()).describe('Tells their hours.'),
  progress: ifKnown(z.boolean()).describe('Tells how far their work is.'),
  conduct: ifKnown(z.boolean()).describe('Tells of their conduct.'),
  period: Period,
  means: ifKnown(Means),
  document: DocumentNumber,
});

const SatisfactionSummarySent = z.strictObject({
  agency: AgencyCode,
  period: Period,
  ratings: ifKnown(z.int().min(0)).describe('Citizens’ ratings that it counts.'),
  satisfied: ifKnown(z.int().min(0)).describe('How many of them were satisfied.'),
  means: ifKnown(Means),
  document: DocumentNumber,
});

const YearlyRatingsReceived = z.strictObject({
  agency: AgencyCode.describe('Whose ratings they are (NB Đ6.2e).'),
  year: ifKnown(Year),
  officials: Officials.describe('Of whom a copy came.'),
  rewards: ifKnown(z.boolean()).describe('A copy of the rewards came with it.'),
  document: DocumentNumber,
});

const [agency, officials] = ['H42.17', ['cb-0417', 'cb-0418']];
const september = { from: '2025-09-01', to: '2025-09-30' } as const;

export const notices = {
  OfficialsNoticeSent: event(
    'Thông báo về công chức được cử đến',
    'Notice about officials sent',
    OfficialsNoticeSent,
    {
      agency,
      officials,
      hours: true,
      progress: true,
      conduct: true,
      period: september,
      means: 'official-letter',
      document: '96/TB-TTPVHCC',
    },
  ),
  SatisfactionSummarySent: event(
    'Gửi kết quả đánh giá hài lòng',
    'Summary of satisfaction sent',
    SatisfactionSummarySent,
    {
      agency,
      period: september,
      ratings: 412,
      satisfied: 405,
      means: 'official-letter',
      document: '97/TB-TTPVHCC',
    },
  ),
  YearlyRatingsReceived: event(
    'Nhận kết quả xếp loại hằng năm',
    'Yearly ratings received',
    YearlyRatingsReceived,
    { agency, year: '2025', officials, rewards: true, document: '620/STNMT-VP' },
  ),
};
