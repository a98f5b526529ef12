/** Which periodic act is for which period, and whose duty reports are. */
import type { MonthEvent, MonthEventOf } from '../centre/month/vocabulary.ts';
import type { AnyEvent, Entry } from '../entry.ts';
import { plusDays } from '../time/date.ts';
import type { CalendarDate, Instant } from '../units.ts';
import { isWithin, type Period } from './period.ts';
import type { PeriodLength } from './period-length.ts';
import { directorAt } from './registers/people.ts';
import type { Bearer, Context } from './rule.ts';

/** An act is for the period in which the days end that it is said to be for, however late it is; where it names none, for that in which it took place. */
export function isFor(
  stated: { readonly to: CalendarDate } | null,
  { occurredAt }: Entry<AnyEvent>,
  period: Period,
  { workingTime }: Context,
): boolean {
  return isWithin(stated?.to ?? workingTime.dateAt(occurredAt), period);
}

/** Whether a duty on a centre's year is opened in that year: its record has those on either side, too. */
export function isOfItsYear({ occurredAt }: Entry<AnyEvent>, context: Context): boolean {
  return context.workingTime.dateAt(occurredAt).startsWith(context.subject.slice(-4));
}

/** Who reports: the director at `instant`, or the centre (`reportBearer`). */
export function reporterAt(instant: Instant, context: Context): Bearer {
  if (context.parameters.reportBearer === 'director') return directorAt(instant, context);
  return { kind: 'centre', code: context.centre };
}

type Report = MonthEventOf<'ReportSubmitted'>['data'];

const kinds: Readonly<Record<PeriodLength, Report['report']>> = {
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  'half-year': 'half-yearly',
  year: 'yearly',
};

/**
 * The centre's report of `period` on its work, by whoever of the centre. What it does not say of itself
 * is not held against it. A month's may be of the month before (`reportOfMonthBefore`).
 */
export function isReportOf(entry: Entry<MonthEvent>, period: Period, context: Context): boolean {
  if (entry.type !== 'ReportSubmitted') return false;
  const { report, about, by } = entry.data;
  return (
    report === kinds[lengthOf(period)] &&
    (about === null || about === 'reception-and-results' || about === 'coordination') &&
    (by === null || by === 'director' || by === 'centre') &&
    (isFor(entry.data.period, entry, period, context) || isOfMonthBefore(entry, period, context))
  );
}

/** Filed in the month, and of days that end in the one before it. */
function isOfMonthBefore(
  { data, occurredAt }: Entry<MonthEventOf<'ReportSubmitted'>>,
  { name, from, to }: Period,
  { parameters, workingTime }: Context,
): boolean {
  if (!parameters.reportOfMonthBefore || !/^\d{4}-\d{2}$/.test(name) || data.period === null) {
    return false;
  }
  const before = plusDays(from, -1);
  return (
    isWithin(workingTime.dateAt(occurredAt), { from, to }) &&
    data.period.to.slice(0, 7) === before.slice(0, 7)
  );
}

function lengthOf({ name }: Period): PeriodLength {
  const part = name.slice(5, 6);
  if (part === '') return 'year';
  if (part === 'W') return 'week';
  if (part === 'Q') return 'quarter';
  return part === 'H' ? 'half-year' : 'month';
}
