/** What the events of a leave have in common. */
import { z } from 'zod';
import { CalendarDate, OfficialId } from '../../units.ts';
import { daysInOrder, ifKnown, reversedDays } from '../../vocabulary/fields.ts';

/**
 * Nghỉ phép, nghỉ bù, nghỉ ốm, nghỉ việc riêng, đi học, đào tạo bồi dưỡng, đi công tác (KT Đ13.8,
 * NB Đ6.2b, SL Đ11.2, BL Đ4.4, Đ8.3l), and what the home agency itself calls an official away for
 * (SL Đ8.đ).
 */
export const LeaveKind = z.enum([
  'annual',
  'compensatory',
  'sick',
  'personal',
  'study',
  'training',
  'business-trip',
  'agency-work',
  'other',
]);
export type LeaveKind = z.output<typeof LeaveKind>;

/** Buổi: a service day has a morning and an afternoon, and leave is counted in halves of it. */
export const DayPart = z.enum(['whole', 'morning', 'afternoon']);
export type DayPart = z.output<typeof DayPart>;

/** Days in a row, both ends counted; of each of them the whole, its morning or its afternoon. */
export const LeaveSpan = z
  .strictObject({
    from: CalendarDate,
    to: CalendarDate,
    part: DayPart.default('whole'),
  })
  .refine(daysInOrder, reversedDays);
export type LeaveSpan = z.output<typeof LeaveSpan>;

/** The days of one leave. Days on which the centre is closed may lie between them. */
export const LeaveDays = z.array(LeaveSpan).min(1).max(100);

/** Every entry may say whose leave it is; the request must. */
export const WhoseLeave = ifKnown(OfficialId).describe('Whose leave it is.');
