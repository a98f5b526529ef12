/**
 * settlement (NB Đ9.2d): the agency settles its phí and lệ phí finally with the competent authority.
 *
 * Opened by the money of a month as it comes to the agency, by the first of several parts. The text names
 * no time ("theo quy định"): the centre sets it; a quarter's settlement is in time by what holds otherwise.
 * Discharged by a settlement whose period has the month; one that names none is of its own month.
 */
import type { Entry } from '../../entry.ts';
import type { FeesEvent, FeesEventOf } from '../../fees/month/vocabulary.ts';
import { duty } from '../duty.ts';
import { monthOf } from '../fees-of-month.ts';
import { dueWithin } from '../term.ts';

const key = 'settlement';

export const settlement = duty<FeesEvent>({
  key,
  version: 2,
  title: { vi: 'Quyết toán phí, lệ phí', en: 'Fees settled with the authority' },
  subject: 'calendar',
  openedBy: ['FeesRemitted'],
  opens(entry, context, timeline) {
    if (entry.type !== 'FeesRemitted' || !isOfYear(entry, context.subject)) return null;
    const { agency } = entry.data;
    const first = timeline.find(
      (one) =>
        one.type === 'FeesRemitted' && one.data.agency === agency && one.stream === entry.stream,
    );
    if (first !== entry) return null;
    return {
      due: dueWithin(key, { days: 60 }, entry, context),
      bearer: { kind: 'agency', code: agency },
      detail: monthOf(entry),
    };
  },
  discharges: ['FeesSettled'],
  answers: (entry, { entry: opening }) =>
    entry.type === 'FeesSettled' &&
    opening.type === 'FeesRemitted' &&
    entry.data.agency === opening.data.agency &&
    covers(entry, opening),
});

/** A month is on the calendar of its own year only: others have it, too. */
function isOfYear(entry: Entry<FeesEvent>, subject: string): boolean {
  return monthOf(entry).slice(0, 4) === subject.slice(-4);
}

const monthsOf = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** Whether the period that ends with the month of the settlement has the month of the money. */
function covers(settled: Entry<FeesEventOf<'FeesSettled'>>, opening: Entry<FeesEvent>): boolean {
  const back = monthNumber(settled) - monthNumber(opening);
  return back >= 0 && back < monthsOf[settled.data.period ?? 'month'];
}

function monthNumber(entry: Entry<FeesEvent>): number {
  const month = monthOf(entry);
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
}
