/** How long an act may take, where a text gives the length or a centre sets it. */
import type { Instant } from '../units.ts';
import type { Context } from './rule.ts';
import type { Term } from './term-length.ts';

/** When `term` from `from` ends: days by the centre's `firstDay`, minutes as they pass. */
export function termEnd(term: Term, from: Instant, context: Context): Instant {
  const { workingTime, parameters } = context;
  if ('minutes' in term) return workingTime.addMinutes(from, term.minutes);
  const counting = parameters.firstDay === 'same' ? 'same-day' : 'next-day';
  return dayEnd(workingTime.addWorkingDays(from, term.days, counting), context);
}

/**
 * When what is due within a time that the text leaves open is due: the centre's own term for the
 * rule, or `otherwise`. It carries no article.
 */
export function dueWithin(rule: string, otherwise: Term, from: Instant, context: Context): Instant {
  return termEnd(context.parameters.terms[rule] ?? otherwise, from, context);
}

/** At once (ngay): within the minutes that the centre sets. */
export function dueAtOnce(from: Instant, context: Context): Instant {
  return context.workingTime.addMinutes(from, context.parameters.atOnce);
}

/** The end of the day of `instant`, as the centre reads terms in days: with its service hours, or at midnight. */
function dayEnd(instant: Instant, { workingTime, parameters }: Context): Instant {
  if (parameters.dayDeadlineEnds === 'service-hours') return instant;
  return workingTime.midnightAfter(workingTime.dateAt(instant));
}
