/**
 * How a due time came about, for people who doubt it: what was counted and from when, what the waits did,
 * and whether the last day moved.
 */
import { dateOf, dayOf } from '../time/date.ts';
import type { Because } from '../time/day-plan.ts';
import { explainDay } from '../time/explain.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { CalendarDate, Instant } from '../units.ts';
import type { Centre, Demand } from './centre.ts';
import type { Count, Counted } from './counted.ts';
import type { History } from './history.ts';
import type { Paused } from './paused.ts';
import type { Registers } from './register.ts';
import type { Duty } from './rule.ts';
import { judgeBy, standpointOf } from './standpoint.ts';

export type Reckoning = {
  /** `stated`: no term was counted, the record states the time, or an act that it is due by. */
  readonly count: Count | { readonly unit: 'stated' };
  /** Where the count began. */
  readonly from: Instant;
  /** Whether it began again there, after a wait: what had passed before counts no more. */
  readonly isAgain: boolean;
  /** Where the count ended; the due time, unless waits prolonged it. */
  readonly until: Instant;
  readonly due: Instant;
  /** The waits that did something to the due time, by the strict convention. */
  readonly pauses: readonly Paused[];
  /** Null: the term has no last day of its own, or it did not move. */
  readonly movedLastDay: MovedDay | null;
};

export type MovedDay = {
  /** The last day as it was counted or named. */
  readonly from: CalendarDate;
  /** The day with which the time ends. */
  readonly to: CalendarDate;
  /** `day-off`: the first is no working day. `too-late`: what was to be done that day came too late in it. */
  readonly why: 'day-off' | 'too-late';
  /** The notices that made it a day off; empty: it is one in every week. */
  readonly because: readonly Because[];
};

/** What was counted when `demand` judged a subject, in the order in which it was. @param centre as its file has it. */
export function countsIn(
  subject: string,
  history: History,
  demand: Demand,
  centre: Centre,
  registers: Registers,
): readonly Counted[] {
  const counts: Counted[] = [];
  const standpoint = standpointOf(subject, centre, registers, (one) => counts.push(one));
  judgeBy(demand, history, standpoint);
  return counts;
}

/** @param counts whatever the rule counted on the same subject, of this duty and of others. */
export function reckoningOf(
  duty: Duty,
  counts: readonly Counted[],
  workingTime: WorkingTime,
): Reckoning {
  const { due, statedDue, openedAt } = duty;
  const pauses = duty.pauses.filter(({ strict }) => strict !== 'nothing');
  const restart = pauses.findLast(({ strict }) => strict === 'restarts')?.until ?? null;
  const until = restart === null ? statedDue : due;
  const count = countTo(until, restart ?? openedAt, counts);
  return {
    count,
    from: 'from' in count ? count.from : (restart ?? openedAt),
    isAgain: restart !== null,
    until,
    due,
    pauses,
    movedLastDay: movedDay(count, duty, workingTime),
  };
}

/** Of several that came to the same instant, the one that began with the duty, or first after that: what began before is another's. */
function countTo(until: Instant, began: Instant, counts: readonly Counted[]): Reckoning['count'] {
  const [first] = counts
    .filter((one) => one.due === until && (!('from' in one) || one.from >= began))
    .toSorted(byBeginning);
  return first ?? { unit: 'stated' };
}

/** Those that have no beginning come last. */
function byBeginning(one: Counted, other: Counted): number {
  const [a, b] = [one, other].map((count) => ('from' in count ? count.from : '~'));
  return a === b || a === undefined || b === undefined ? 0 : a < b ? -1 : 1;
}

function movedDay(
  count: Reckoning['count'],
  { due, pauses }: Duty,
  workingTime: WorkingTime,
): MovedDay | null {
  const from = lastDayOf(count, pauses, workingTime);
  const to = workingTime.dateAt(due);
  if (from === null || from === to) return null;
  if (workingTime.isWorkingDay(from)) return { from, to, why: 'too-late', because: [] };
  return { from, to, why: 'day-off', because: explainDay(workingTime, from).because };
}

/** Before it moved; null: working days, minutes and appointments have none that could. */
function lastDayOf(
  count: Reckoning['count'],
  pauses: readonly Paused[],
  workingTime: WorkingTime,
): CalendarDate | null {
  if (count.unit === 'date') return count.date;
  if (count.unit === 'same-day') return workingTime.dateAt(count.from);
  if (count.unit !== 'calendar-days') return null;
  const first = dayOf(workingTime.dateAt(count.from));
  return dateOf(first + count.amount + pausedDays(pauses, workingTime));
}

/** By how much waits put the due time off: in minutes of working time, or in calendar days of a term in such. */
export function prolongedBy(
  { count, until, due, pauses }: Reckoning,
  workingTime: WorkingTime,
): { readonly minutes: number; readonly days: number } {
  if (count.unit === 'calendar-days') {
    return { minutes: 0, days: pausedDays(pauses, workingTime) };
  }
  return { minutes: until === due ? 0 : workingTime.minutesBetween(until, due), days: 0 };
}

/** The calendar days by which waits prolonged a term in such days. */
function pausedDays(pauses: readonly Paused[], workingTime: WorkingTime): number {
  return pauses
    .filter(({ strict }) => strict === 'extends')
    .map(({ from, until }) =>
      until === null ? 0 : dayOf(workingTime.dateAt(until)) - dayOf(workingTime.dateAt(from)),
    )
    .reduce((sum, days) => sum + days, 0);
}
