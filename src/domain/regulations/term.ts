/** How long an act may take, where a text gives the length or a centre sets it. */
import { type WorkingTime, workingTimeAsKnown } from '../time/working-time.ts';
import type { CalendarDate, Instant } from '../units.ts';
import { counted } from './counted.ts';
import { type Happened, lastMomentOf } from './order.ts';
import type { Context } from './rule.ts';
import type { Term } from './term-length.ts';

/** When `term` from `from` ends: minutes as they pass, and day 1 of days is the working day after it (Civil Code 2015, article 147). */
export function termEnd(term: Term, from: Instant, context: Context): Instant {
  return countedEnd(term, from, 'next', context);
}

/**
 * The same, with day 1 of days as `firstDay` says. The day itself counts nowhere but in the processing
 * of a dossier, and only where the regulation says so (KT Đ4.2).
 */
export function countedEnd(
  term: Term,
  from: Instant,
  firstDay: 'same' | 'next',
  context: Context,
): Instant {
  const { workingTime } = context;
  if ('minutes' in term) return afterMinutes(term.minutes, from, context);
  const counting = firstDay === 'same' ? 'same-day' : 'next-day';
  const due = dayEnd(workingTime.addWorkingDays(from, term.days, counting), context);
  return counted(due, { unit: 'working-days', amount: term.days, from, firstDay }, context);
}

/**
 * When what is due within a time that the text leaves open is due: the centre's own term for the
 * rule, or `otherwise`, from `opening` on. It carries no article.
 */
export function dueWithin(
  rule: string,
  otherwise: Term,
  opening: Happened,
  context: Context,
): Instant {
  return dueAfter(rule, otherwise, lastMomentOf(opening, context), context);
}

/** The same from an instant that no entry states, such as when an appointed time has passed. */
export function dueAfter(rule: string, otherwise: Term, from: Instant, context: Context): Instant {
  return termEnd(context.parameters.terms[rule] ?? otherwise, from, context);
}

/** At once (ngay): within the minutes that the centre sets. */
export function dueAtOnce(opening: Happened, context: Context): Instant {
  return afterMinutes(context.parameters.atOnce, lastMomentOf(opening, context), context);
}

/** When so many minutes of working time have passed. */
export function afterMinutes(amount: number, from: Instant, context: Context): Instant {
  const due = context.workingTime.addMinutes(from, amount);
  return counted(due, { unit: 'minutes', amount, from }, context);
}

/**
 * When processing that began at `began` and was due at `due` is due, if its time starts again at `from`.
 *
 * What was due at the end of a day stood for so many working days: as many are counted again, with the
 * centre's first day (`firstDay`), to the end of the last (`dayDeadlineEnds`). What was due within the hours of a day,
 * or before day 1, stood for minutes of work. For how many it stood is counted by the notices that were known
 * when it was promised: a day off that was declared afterwards makes no promise shorter.
 * @throws RangeError outside the years in which these are counted.
 */
export function startedAgain(
  due: Instant,
  began: Instant,
  from: Instant,
  context: Context,
): Instant {
  const { workingTime } = context;
  const promised = { ...context, workingTime: knownBy(began, workingTime) };
  const minutes = promised.workingTime.minutesBetween(began, due);
  const day = promised.workingTime.dateAt(due);
  const isClockTime =
    promised.workingTime.isWorkingDay(day) && due < promised.workingTime.endOfDate(day);
  const dayOne = dayOneOf(began, promised);
  if (isClockTime || day < dayOne) return afterMinutes(Math.max(0, minutes), from, context);
  let last = dayOneOf(from, context);
  let next = promised.workingTime.nextWorkingDay(dayOne);
  let amount = 1;
  while (next <= day) {
    last = workingTime.nextWorkingDay(last);
    next = promised.workingTime.nextWorkingDay(next);
    amount += 1;
  }
  const { firstDay } = context.parameters;
  const again = dayEnd(workingTime.endOfDate(last), context);
  return counted(again, { unit: 'working-days', amount, from, firstDay }, context);
}

/** Of each working time those as they were known before. */
const asKnown = new WeakMap<WorkingTime, (at: Instant) => WorkingTime>();

/** By the notices that were known at `instant`. */
function knownBy(instant: Instant, workingTime: WorkingTime): WorkingTime {
  const known = asKnown.get(workingTime) ?? workingTimeAsKnown(workingTime.calendar);
  asKnown.set(workingTime, known);
  return known(instant);
}

/** Day 1 of a processing time in days. */
function dayOneOf(from: Instant, { workingTime, parameters }: Context): CalendarDate {
  const day = workingTime.dateAt(from);
  const isOne = parameters.firstDay === 'same' && workingTime.isWorkingDay(day);
  return isOne ? day : workingTime.nextWorkingDay(day);
}

/** The end of the day of `instant`, as the centre reads terms in days: with its service hours, or at midnight. */
function dayEnd(instant: Instant, { workingTime, parameters }: Context): Instant {
  if (parameters.dayDeadlineEnds === 'service-hours') return instant;
  return workingTime.midnightAfter(workingTime.dateAt(instant));
}
