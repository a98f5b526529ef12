/** The hours of procedures that are served on other days, too, as a centre's record changes them. */
import type { Hours, HoursPeriod } from '../time/calendar.ts';
import { type Weekday, weekdays } from '../time/date.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { CalendarDate } from '../units.ts';
import type { LaidDown, StatedHours } from './registers/laid-down.ts';

/**
 * One period for each day on which either changes: the hours of every procedure, and on each weekday that
 * is stated for these procedures the hours that are stated. @param every the hours of every procedure, by
 * the centre's file. @param some those of these procedures, by it.
 */
export function hoursOfSome(
  { calendar: every }: WorkingTime,
  { calendar: some }: WorkingTime,
  { hours, hoursOfSome: stated }: Pick<LaidDown, 'hours' | 'hoursOfSome'>,
): readonly StatedHours[] {
  const ofEvery = inOrder([...every.periods, ...hours]);
  const ofSome = inOrder([...some.periods.map((one) => beyond(one, every.periods)), ...stated]);
  const days = new Set([...hours, ...stated].map(({ from }) => from));
  return [...days]
    .toSorted()
    .map((from) => ({ from, hours: { ...on(from, ofEvery), ...on(from, ofSome) } }));
}

/** What of the hours of a period is on weekdays on which there are else none. */
function beyond({ from, hours }: HoursPeriod, every: readonly HoursPeriod[]): HoursPeriod {
  const isOther = (day: Weekday) => every.every((one) => (one.hours[day] ?? []).length === 0);
  const own = weekdays.flatMap((day) => {
    const stretches = hours[day] ?? [];
    return stretches.length > 0 && isOther(day) ? [[day, stretches] as const] : [];
  });
  return { from, hours: Object.fromEntries(own) };
}

/** Of two from the same day the one that was said later holds. */
function inOrder(periods: readonly HoursPeriod[]): readonly HoursPeriod[] {
  return periods.toSorted((a, b) => ((a.from ?? '') <= (b.from ?? '') ? -1 : 1));
}

function on(day: CalendarDate, periods: readonly HoursPeriod[]): Hours {
  return periods.findLast(({ from }) => from === null || from <= day)?.hours ?? {};
}
