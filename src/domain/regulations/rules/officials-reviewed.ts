/**
 * officials-reviewed: the work of each official is reviewed, one by one (kiểm điểm công tác từng công
 * chức; SL Đ9.3, every three months; BL Đ12.2 and KT Đ15, every six; `officialReviewPeriod`).
 *
 * The centre owes it of each who was posted there for all of the period: of part of one there is less
 * to review. Where nobody is on record as posted, it owes the review all the same. A review of several
 * that does not name them was of all; one of a single official is on that official's record. On which
 * of the ledger's figures it rests is kept, and no breach where it is not said.
 */
import type { MonthEvent } from '../../centre/month/vocabulary.ts';
import type { OfficialEvent } from '../../centre/official/vocabulary.ts';
import { calendarDuty } from '../calendar-duty.ts';
import { endOfPeriod, periodsOf } from '../period.ts';
import { officialOfStream, postedThrough } from '../registers/people.ts';
import { isFor } from '../reports.ts';

export const officialsReviewed = calendarDuty<MonthEvent | OfficialEvent>({
  key: 'officials-reviewed',
  version: 1,
  title: { vi: 'Kiểm điểm công tác từng công chức', en: 'Each official reviewed' },
  subject: 'calendar',
  periods: (context) => periodsOf(context.parameters.officialReviewPeriod, context),
  bearers(period, context) {
    const centre = { kind: 'centre', code: context.centre } as const;
    const officials = new Set(postedThrough(period, context).map(({ official }) => official));
    return officials.size === 0 ? [centre] : [...officials].map((part) => ({ ...centre, part }));
  },
  due: endOfPeriod,
  discharges: ['OfficialsReviewed', 'OfficialReviewed'],
  answers(entry, period, { part }, context) {
    if (entry.centre !== context.centre) return false;
    if (entry.type === 'OfficialsReviewed') {
      const { officials } = entry.data;
      const isOfThem =
        part === undefined || officials === null || officials.some((one) => one === part);
      return isOfThem && isFor(entry.data.period, entry, period, context);
    }
    if (entry.type !== 'OfficialReviewed') return false;
    const isOfThem = part === undefined || officialOfStream(entry.stream) === part;
    return isOfThem && isFor(entry.data.period, entry, period, context);
  },
});
