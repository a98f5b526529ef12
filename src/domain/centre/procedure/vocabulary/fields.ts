/** What is published of a procedure. */
import { z } from 'zod';
import { Channel, Components } from '../../../dossier/vocabulary/fields.ts';
import { AgencyCode, CalendarDate, Minutes, Money, OfficialId } from '../../../units.ts';
import { ifKnown, Name } from '../../../vocabulary/fields.ts';

/**
 * Thời hạn: how long it may take. Days and minutes are of working time; how a centre counts them is in
 * its profile.
 */
export const Term = z.union([
  z.strictObject({ days: z.int().min(1).max(3_000).describe('Ngày làm việc.') }),
  z.strictObject({ minutes: Minutes.min(1).max(1_000_000).describe('Of working time.') }),
  z.strictObject({ calendarDays: z.int().min(1).max(10_000).describe('Ngày.') }),
  z.strictObject({ sameDay: z.literal(true).describe('Giải quyết ngay trong ngày (BL Đ6.3).') }),
]);
export type Term = z.output<typeof Term>;

/** Bước: one step of the process, how long it may take, and who answers for it (NB Đ5.2a, KT Đ13.3). */
export const Step = z.strictObject({
  step: Name.describe('As dossiers name it when it is started and completed.'),
  duration: ifKnown(Term),
  bearer: ifKnown(z.enum(['official', 'agency', 'centre'])),
  official: ifKnown(OfficialId),
  unit: ifKnown(AgencyCode),
});
export type Step = z.output<typeof Step>;

export const Steps = z.array(Step).max(200);

/** Phí or lệ phí, by the code under which receipts name it. */
export const Rate = z.strictObject({
  rate: Name.describe('Its code, unique in the procedure.'),
  name: ifKnown(Name),
  kind: ifKnown(z.enum(['fee', 'charge'])).describe('Phí: fee. Lệ phí: charge.'),
  amount: Money,
  unit: ifKnown(Name).describe('For how much; null: for one dossier.'),
});
export type Rate = z.output<typeof Rate>;

/** In a change, what is null stays as it was. */
export const contents = {
  version: ifKnown(Name),
  name: ifKnown(Name),
  field: ifKnown(Name).describe('Lĩnh vực.'),
  agency: ifKnown(AgencyCode).describe('The agency that solves it.'),
  level: ifKnown(z.enum(['ministry', 'province', 'district', 'commune', 'other'])),
  components: ifKnown(Components).describe('Thành phần hồ sơ: all that may be asked for.'),
  sets: ifKnown(z.int().min(1).max(100)).describe('Số lượng hồ sơ.'),
  term: ifKnown(Term),
  steps: ifKnown(Steps),
  rates: ifKnown(z.array(Rate).max(200)).describe('All of them; none: it is free of charge.'),
  channels: ifKnown(z.array(Channel).max(10)).describe('How it may be submitted.'),
  resultChannels: ifKnown(z.array(Channel).max(10)).describe('How its result may be fetched.'),
  delegated: ifKnown(z.boolean()).describe('Solved by officials at the centre (BL Đ6.3).'),
  onTheSpot: ifKnown(z.boolean()).describe(
    'Tại chỗ: solved by the agency’s section in the centre (KT Đ7.2m).',
  ),
  specialReturn: ifKnown(z.boolean()).describe(
    'The agency returns its results itself, as agreed with the centre (NB Đ5.2d).',
  ),
  outsideCentre: ifKnown(z.boolean()).describe(
    'May be received at the agency’s own office (SL Đ2.3).',
  ),
  saturday: ifKnown(z.boolean()).describe('Dealt with on Saturday mornings, too (BL Đ5.1).'),
  from: ifKnown(CalendarDate).describe('First day in force; null: the day of the entry.'),
};

const Contents = z.strictObject(contents);
export type Contents = z.output<typeof Contents>;
