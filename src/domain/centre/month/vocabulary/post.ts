/** Bưu chính công ích: its report to the centre, and when its service stood still (NB Đ5.3c, Đ5.3đ). */
import { z } from 'zod';
import { AgencyCode, Instant } from '../../../units.ts';
import { DocumentNumber, ifKnown, Means, Name, Reference } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';
import { Period } from './fields.ts';

const PostalReportSubmitted = z.strictObject({
  unit: ifKnown(AgencyCode).describe('The post.'),
  period: Period,
  carried: ifKnown(z.int().min(0)).describe('Consignments.'),
  complaints: ifKnown(z.int().min(0)),
  settled: ifKnown(z.int().min(0)).describe('Complaints that were settled.'),
  means: ifKnown(Means),
  document: DocumentNumber,
});

const PostalServiceInterrupted = z.strictObject({
  reference: Reference,
  unit: ifKnown(AgencyCode),
  where: ifKnown(Name),
  began: ifKnown(Instant).describe('Where it was told later than it began.'),
  cause: ifKnown(Name),
  document: DocumentNumber,
});

const PostalServiceResumed = z.strictObject({
  reference: Reference,
  unit: ifKnown(AgencyCode),
  document: DocumentNumber,
});

export const post = {
  PostalReportSubmitted: event(
    'Báo cáo của bưu chính',
    'Report of the post submitted',
    PostalReportSubmitted,
    {
      unit: 'BCVN.NB',
      period: { from: '2025-07-01', to: '2025-09-30' },
      carried: 1_840,
      complaints: 3,
      settled: 3,
      means: 'official-letter',
      document: '210/BĐNB',
    },
  ),
  PostalServiceInterrupted: event(
    'Gián đoạn dịch vụ bưu chính',
    'Postal service interrupted',
    PostalServiceInterrupted,
    {
      reference: 'GD-2025-01',
      unit: 'BCVN.NB',
      where: 'Huyện Nho Quan',
      began: '2025-09-10T06:00:00+07:00',
      cause: 'Ngập lụt',
      document: '188/BĐNB',
    },
  ),
  PostalServiceResumed: event(
    'Nối lại dịch vụ bưu chính',
    'Postal service resumed',
    PostalServiceResumed,
    { reference: 'GD-2025-01', unit: 'BCVN.NB', document: '190/BĐNB' },
  ),
};
