/** What the events of an official have in common. */
import { z } from 'zod';
import { CalendarDate } from '../../../units.ts';
import { daysInOrder, ifKnown, Name, reversedDays } from '../../../vocabulary/fields.ts';

/** As it is published (BL Đ8.1g, KT Đ8.8, TQ Đ10.1), with whatever separates its digits. */
export const Telephone = z
  .string()
  .regex(/^\+?\d[\d ().-]{2,30}$/, 'a telephone number is written like 0229 3888 888');

/** Chính thức, dự phòng: as which of the two an official is on the approved list (TQ Đ3.5, NB Đ6.1a). */
export const Capacity = z.enum(['formal', 'reserve']);
export type Capacity = z.output<typeof Capacity>;

/** Mức xếp loại chất lượng: hoàn thành xuất sắc, hoàn thành tốt, hoàn thành, không hoàn thành nhiệm vụ. */
export const Grade = z.enum(['excellent', 'good', 'fulfilled', 'not-fulfilled', 'not-graded']);
export type Grade = z.output<typeof Grade>;

/** What the agency states of the standards that a posted official must meet (KT Đ13.1, NB Đ6.2a). */
export const Standards = z.strictObject({
  met: ifKnown(z.boolean()).describe('Whether the agency states that they are met.'),
  yearsOfService: ifKnown(z.number().min(0).max(70)),
  qualification: ifKnown(Name),
  lastGrade: ifKnown(Grade).describe('Of the last year before the posting.'),
});
export type Standards = z.output<typeof Standards>;

/** The days that a review, a rating or a remark is about; of a year, its first and its last day. */
export const Period = z
  .strictObject({ from: CalendarDate, to: CalendarDate })
  .refine(daysInOrder, reversedDays);
export type Period = z.output<typeof Period>;
