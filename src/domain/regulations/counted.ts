/**
 * How a due time was counted, told while it is, to whoever explains it: the same code that counts says what
 * it counted, so that an explanation cannot tell of another way than the one that was taken.
 */
import type { CalendarDate, Instant } from '../units.ts';

export type Count =
  /** Of working time. */
  | { readonly unit: 'minutes'; readonly amount: number; readonly from: Instant }
  /** Of the clock, day and night. */
  | { readonly unit: 'clock-minutes'; readonly amount: number; readonly from: Instant }
  | {
      readonly unit: 'working-days';
      readonly amount: number;
      readonly from: Instant;
      /** Whether the day on which it begins is day 1. */
      readonly firstDay: 'same' | 'next';
    }
  /** Days off counted; day 1 is the day after. */
  | { readonly unit: 'calendar-days'; readonly amount: number; readonly from: Instant }
  /** By the end of the day of `from`, or of the working day after it. */
  | { readonly unit: 'same-day'; readonly from: Instant }
  /** Working days, counted back from a date. */
  | { readonly unit: 'days-before'; readonly amount: number; readonly date: CalendarDate }
  /** A date, or the working day that it moves to. */
  | { readonly unit: 'date'; readonly date: CalendarDate }
  /** An instant that was promised. */
  | { readonly unit: 'appointed' };

export type Counted = Count & { readonly due: Instant };

/** Whoever counts, and who is told of it. */
type Counting = { readonly counts?: (counted: Counted) => void };

/** `due`, which was counted so. */
export function counted(due: Instant, count: Count, { counts }: Counting): Instant {
  counts?.({ ...count, due });
  return due;
}
