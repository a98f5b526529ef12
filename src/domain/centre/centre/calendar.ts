/** What a centre says of its hours and days, in the shapes that working time is counted with. */
import {
  between,
  type CalendarNotice,
  calendar,
  type Hours,
  type Interval,
} from '../../time/calendar.ts';
import { type Weekday, weekdays } from '../../time/date.ts';
import { hoChiMinh } from '../../time/zone.ts';
import type { CalendarDate, Instant } from '../../units.ts';

type Clock = { readonly from: string; readonly to: string };

type Day = { readonly date: CalendarDate; readonly reason: string };

/** The data of `CalendarNoticeIssued`, as far as the calendar needs it. */
type Notice = {
  readonly notice: string;
  readonly source: string;
  readonly off: readonly Day[];
  readonly worked: readonly (Day & { readonly hours: Weekday | readonly Clock[] })[];
  readonly closures: readonly (Day & Clock)[];
};

/** The data of `ServiceHoursSet`, as far as the calendar needs it. */
type Week = { readonly week: readonly (Clock & { readonly days: readonly Weekday[] })[] };

/**
 * A notice as calendars know it. @param known when it was issued or recorded.
 *
 * @throws RangeError for a clock time that is not written HH:MM.
 */
export function calendarNoticeOf(notice: Notice, known: Instant): CalendarNotice {
  const { source, off, worked, closures } = notice;
  return {
    id: notice.notice,
    source,
    known,
    off,
    worked: worked.map((day) => ({
      ...day,
      hours: typeof day.hours === 'string' ? day.hours : day.hours.map(intervalOf),
    })),
    closures: closures.map((part) => ({
      ...intervalOf(part),
      date: part.date,
      reason: part.reason,
    })),
  };
}

/** The hours of one week. @throws RangeError for a clock time that is not written HH:MM. */
export function serviceHoursOf({ week }: Week): Hours {
  const named = weekdays
    .map((day): [Weekday, Interval[]] => [
      day,
      week.filter(({ days }) => days.includes(day)).map(intervalOf),
    ])
    .filter(([, intervals]) => intervals.length > 0);
  return Object.fromEntries(named);
}

/** What is wrong with the hours of a week, such as two that overlap; null if nothing is. */
export function faultOfHours(week: Week): string | null {
  try {
    calendar(hoChiMinh, serviceHoursOf(week));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function intervalOf({ from, to }: Clock): Interval {
  return between(from, to);
}
