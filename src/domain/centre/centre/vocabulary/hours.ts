/** Giờ làm việc, lịch nghỉ: the hours of a week, and the notices that change single days. */
import { z } from 'zod';
import { faultsOfNotice } from '../../../time/calendar.ts';
import { weekdays } from '../../../time/date.ts';
import { CalendarDate, Instant, ProcedureCode, RecordId } from '../../../units.ts';
import { DocumentNumber, ifKnown, Name } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';
import { calendarNoticeOf, faultOfHours } from '../calendar.ts';

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;
const clockOr24 = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Of the clock on the wall; the end is not included, and may be 24:00. */
const Hours = z
  .strictObject({
    from: z.string().regex(clock, { error: 'a clock time is written like 07:30', abort: true }),
    to: z.string().regex(clockOr24, { error: 'a clock time is written like 11:30', abort: true }),
  })
  .refine(({ from, to }) => from < to, { error: 'the end is not after the start', path: ['to'] });

const ServiceHoursSet = z
  .strictObject({
    week: z
      .array(z.strictObject({ days: z.array(z.enum(weekdays)).min(1).max(7), ...Hours.shape }))
      .min(1)
      .max(50)
      .describe('Each stretch of hours, and the days of the week that have it.'),
    from: ifKnown(CalendarDate).describe('First day in force; null: the day of the entry.'),
    procedures: ifKnown(z.array(ProcedureCode).max(1_000)).describe(
      'Of these procedures alone, such as those of Saturday mornings (BL Đ5.1); null: of all.',
    ),
    document: DocumentNumber,
  })
  .superRefine((set, context) => {
    const message = faultOfHours(set);
    if (message !== null) context.addIssue({ code: 'custom', message, path: ['week'] });
  });

const Day = { date: CalendarDate, reason: Name };

const CalendarNoticeIssued = z
  .strictObject({
    notice: RecordId.describe('Names it.'),
    source: Name.describe('The document that says so, as a reader would look it up.'),
    off: z.array(z.strictObject(Day)).max(400).default([]).describe('Ngày nghỉ: days off.'),
    worked: z
      .array(
        z.strictObject({
          ...Day,
          hours: z
            .union([z.enum(weekdays), z.array(Hours).min(1).max(10)])
            .describe('Its hours, or the weekday whose hours it has: `fri` for a Friday’s stead.'),
        }),
      )
      .max(400)
      .default([])
      .describe('Ngày làm bù: days worked that would not be.'),
    closures: z
      .array(z.strictObject({ ...Day, ...Hours.shape }))
      .max(400)
      .default([])
      .describe('Nghỉ một phần ngày: parts of a day on which the centre is closed.'),
  })
  .superRefine((notice, context) => {
    const faults = faultsOfNotice(calendarNoticeOf(notice, anyTime));
    for (const message of faults) context.addIssue({ code: 'custom', message });
  });

/** When a notice is known does not decide whether it is sound. */
const anyTime = Instant.parse('2000-01-01T00:00:00Z');

export const hours = {
  ServiceHoursSet: event('Quy định giờ làm việc', 'Service hours set', ServiceHoursSet, {
    week: [
      { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '07:30', to: '11:30' },
      { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '13:30', to: '17:30' },
    ],
    from: '2025-09-01',
    procedures: ['1.004199'],
    document: '29/TB-TTPVHCC',
  }),
  CalendarNoticeIssued: event(
    'Thông báo lịch nghỉ, làm bù',
    'Calendar notice issued',
    CalendarNoticeIssued,
    {
      notice: 'TB-2025-11',
      source: 'Thông báo 11/TB-TTPVHCC ngày 25/12/2025',
      off: [{ date: '2026-01-02', reason: 'Hoán đổi ngày làm việc' }],
      worked: [
        { date: '2026-01-10', hours: 'fri', reason: 'Làm bù cho ngày 02/01' },
        {
          date: '2026-01-17',
          hours: [{ from: '07:30', to: '11:30' }],
          reason: 'Trả kết quả dồn cuối năm',
        },
      ],
      closures: [
        { date: '2026-01-15', from: '13:30', to: '17:30', reason: 'Bảo trì hệ thống điện' },
      ],
    },
  ),
};
