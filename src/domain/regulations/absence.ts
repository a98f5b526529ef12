/** The absence that a record of leave is about: from when, and whether it came about. */
import { foldLeave } from '../leave/fold.ts';
import type { LeaveState } from '../leave/state.ts';
import type { LeaveEvent, LeaveSpan } from '../leave/vocabulary.ts';
import { dayOf, msPerDay, msPerMinute } from '../time/date.ts';
import { instantOfLocal } from '../time/zone.ts';
import type { Timeline } from '../timeline.ts';
import { type Instant, instantAt } from '../units.ts';
import type { Bearer, Context } from './rule.ts';

export type Absence = {
  readonly leave: LeaveState;
  /** Its first day, or the half of it; null: no day is on record. */
  readonly first: LeaveSpan | null;
  /** It is to come, or was: nobody declined, refused or cancelled it before it was taken. */
  readonly stands: boolean;
  /** Whose it is. */
  readonly official: Bearer;
  readonly agency: Bearer;
};

export function absenceIn(timeline: Timeline<LeaveEvent>): Absence {
  const leave = foldLeave(timeline);
  const [first] = leave.days.toSorted((a, b) => {
    if (a.from !== b.from) return a.from < b.from ? -1 : 1;
    return Number(a.part === 'afternoon') - Number(b.part === 'afternoon');
  });
  return {
    leave,
    first: first ?? null,
    stands: leave.takenAt !== null || !cameToNothing.has(leave.status),
    official: { kind: 'official', code: leave.official },
    agency: { kind: 'agency', code: leave.agency },
  };
}

const cameToNothing: ReadonlySet<LeaveState['status']> = new Set([
  null,
  'declined',
  'rejected',
  'cancelled',
]);

/** When service hours begin that the absence takes away; of an afternoon, those of the afternoon. */
export function startOf({ from, part }: LeaveSpan, { workingTime }: Context): Instant {
  const day = workingTime.isWorkingDay(from) ? from : workingTime.nextWorkingDay(from);
  const { hours } = workingTime.planOf(dayOf(day));
  const afternoon = part === 'afternoon' ? hours.find((span) => span.from >= noon) : undefined;
  const start = afternoon ?? hours[0];
  if (start === undefined) throw new TypeError('a working day has hours');
  const local = dayOf(day) * msPerDay + start.from * msPerMinute;
  return instantAt(instantOfLocal(workingTime.calendar.zone, local));
}

/** Minutes since midnight. */
const noon = 12 * 60;
