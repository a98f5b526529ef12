/** Họp, kiểm điểm, tập huấn: whom the centre called together, when, and for what. */
import { z } from 'zod';
import { AgencyCode, Instant, OfficialId, ProcedureCode } from '../../../units.ts';
import { DocumentNumber, ifKnown, Name } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';
import { Period } from './fields.ts';

const Officials = ifKnown(z.array(OfficialId).max(1_000));
const Agencies = ifKnown(z.array(AgencyCode).max(200));

const MeetingHeld = z
  .strictObject({
    kind: ifKnown(
      z.enum(['monthly', 'briefing', 'extraordinary', 'with-agencies', 'other']),
    ).describe('Họp tháng (SL Đ9.3, BL Đ12.2, KT Đ15); giao ban; đột xuất; với các cơ quan.'),
    period: Period,
    began: ifKnown(Instant),
    ended: ifKnown(Instant),
    inServiceHours: ifKnown(z.boolean()),
    fromCounters: Officials.describe('Whom it took from their counters in service hours.'),
    chair: ifKnown(OfficialId),
    about: ifKnown(Name),
    document: DocumentNumber,
  })
  .refine(({ began, ended }) => began === null || ended === null || began <= ended, {
    error: 'it ended before it began',
    path: ['ended'],
  });

const OfficialsReviewed = z.strictObject({
  officials: Officials.describe('Each of them was reviewed (SL Đ9.3, BL Đ12.2, KT Đ15).'),
  period: Period,
  chair: ifKnown(OfficialId),
  position: ifKnown(z.int().min(0)).describe('The entry up to which its figures were counted.'),
  document: DocumentNumber,
});

const AgencySessionHeld = z.strictObject({
  agencies: Agencies.describe('With whom (BL Đ8.1b, KT Đ10.2).'),
  period: Period,
  occasion: ifKnown(z.enum(['periodic', 'ad-hoc'])),
  chair: ifKnown(OfficialId),
  about: ifKnown(Name),
  document: DocumentNumber,
});

const ReviewHeld = z.strictObject({
  agencies: Agencies.describe('Who took part (TQ Đ12.2).'),
  period: Period,
  chair: ifKnown(OfficialId),
  about: ifKnown(Name),
  document: DocumentNumber,
});

const TrainingHeld = z.strictObject({
  about: ifKnown(Name),
  audience: ifKnown(
    z
      .array(z.enum(['centre', 'rotating', 'district', 'commune', 'other']))
      .min(1)
      .max(10),
  ).describe('Rotating: formal and reserve officials (TQ Đ6.7). District, commune: NB Đ7.2.'),
  period: Period,
  underPlan: DocumentNumber.describe('The yearly plan that it belongs to (NB Đ7.2).'),
  agencies: Agencies.describe('With whom, and of whom.'),
  procedures: ifKnown(z.array(ProcedureCode).max(2_000)).describe('What was taught.'),
  officials: Officials.describe('Who took part, where they are known.'),
  participants: ifKnown(z.int().min(0)).describe('How many.'),
  document: DocumentNumber,
});

const [director, agency, clerk] = ['gd-0001', 'H42.17', 'cb-0417'];
const september = { from: '2025-09-01', to: '2025-09-30' } as const;
const quarter = { from: '2025-07-01', to: '2025-09-30' } as const;

export const meetings = {
  MeetingHeld: event('Họp Trung tâm', 'Meeting held', MeetingHeld, {
    kind: 'monthly',
    period: september,
    began: '2025-09-30T16:00:00+07:00',
    ended: '2025-09-30T17:30:00+07:00',
    inServiceHours: true,
    fromCounters: [clerk],
    chair: director,
    about: 'Đánh giá kết quả tháng 9',
    document: '21/BB-TTPVHCC',
  }),
  OfficialsReviewed: event('Kiểm điểm từng công chức', 'Officials reviewed', OfficialsReviewed, {
    officials: [clerk],
    period: quarter,
    chair: director,
    position: 41_203,
    document: '22/BB-TTPVHCC',
  }),
  AgencySessionHeld: event('Làm việc với các cơ quan', 'Session with agencies', AgencySessionHeld, {
    agencies: [agency],
    period: quarter,
    occasion: 'periodic',
    chair: director,
    about: 'Hồ sơ đất đai quá hạn',
    document: '23/BB-TTPVHCC',
  }),
  ReviewHeld: event('Sơ kết công tác phối hợp', 'Review of coordination held', ReviewHeld, {
    agencies: [agency],
    period: quarter,
    chair: director,
    about: 'Phối hợp luân phiên quý III',
    document: '24/BB-TTPVHCC',
  }),
  TrainingHeld: event('Tổ chức tập huấn', 'Training held', TrainingHeld, {
    about: 'Quy trình điện tử và giao tiếp với người dân',
    audience: ['district', 'commune'],
    period: september,
    underPlan: '18/KH-UBND',
    agencies: ['H42.41'],
    procedures: ['1.004199'],
    officials: [clerk],
    participants: 64,
    document: '25/BC-TTPVHCC',
  }),
};
