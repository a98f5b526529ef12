/**
 * rating-shared: before 30 December the agency sends the centre a copy of the year's rating, and of the
 * rewards, of each official formally posted there (NB Đ6.2e); of reserves not.
 *
 * Before the 30th is by the end of the 29th. Owed of each who is posted formally on that day; who is
 * not said to be formal is not asked about. A copy that names no year is of the year whose end is nearest. Rewards
 * that did not come with it may not have been given.
 */
import type { MonthEvent } from '../../centre/month/vocabulary.ts';
import type { OfficialEvent } from '../../centre/official/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { plusDays } from '../../time/date.ts';
import { calendarDuty } from '../calendar-duty.ts';
import { isWithin, onReportDay, type Period, periodsOf } from '../period.ts';
import { withPredecessors } from '../registers/agencies.ts';
import { officialOfStream, postedThrough } from '../registers/people.ts';
import type { Context } from '../rule.ts';

export const ratingShared = calendarDuty<MonthEvent | OfficialEvent>({
  key: 'rating-shared',
  version: 1,
  title: {
    vi: 'Gửi Trung tâm kết quả xếp loại, khen thưởng hằng năm',
    en: 'Yearly rating sent to the centre',
  },
  subject: 'calendar',
  periods: (context) => periodsOf('year', context),
  bearers(period, context) {
    const day = lastDay(period);
    const formal = postedThrough({ from: day, to: day }, context).filter(
      ({ capacity }) => capacity === 'formal',
    );
    const agencyOf = new Map(formal.map(({ official, agency }) => [official, agency]));
    return [...agencyOf].map(([part, code]) => ({ kind: 'agency', code, part }));
  },
  due: (period, context) => onReportDay(lastDay(period), context),
  discharges: ['YearlyRatingsReceived', 'RatingShared'],
  answers(entry, period, { code, part }, context) {
    if (entry.type === 'RatingShared') {
      const isShared = entry.data.rating !== false && officialOfStream(entry.stream) === part;
      return isShared && isOfYear(entry.data.year, entry, period, context);
    }
    if (entry.type !== 'YearlyRatingsReceived') return false;
    const { agency, officials, year } = entry.data;
    const isOfThem = officials === null || officials.some((one) => one === part);
    const isTheirs = code === null || withPredecessors(agency, context).has(code);
    return isOfThem && isTheirs && isOfYear(year, entry, period, context);
  },
});

function lastDay({ to }: Period) {
  return plusDays(to, -2);
}

function isOfYear(
  year: string | null,
  { occurredAt }: Entry<MonthEvent | OfficialEvent>,
  { name, from, to }: Period,
  { workingTime }: Context,
): boolean {
  if (year !== null) return year === name;
  return isWithin(workingTime.dateAt(occurredAt), {
    from: plusDays(from, 181),
    to: plusDays(to, 181),
  });
}
