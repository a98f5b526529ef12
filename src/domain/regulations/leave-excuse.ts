/** Which leave excuses an absence, and for which hours of a day. */
import type { AnyEvent, Entry } from '../entry.ts';
import { evolve, type LeaveState, unknownLeave } from '../leave/state.ts';
import { type LeaveEvent, leave } from '../leave/vocabulary.ts';
import { dayOf } from '../time/date.ts';
import { localDayAt, type Zone } from '../time/zone.ts';
import { type CalendarDate, millisecondsOf } from '../units.ts';
import type { Stretch } from './coverage.ts';
import { inWords } from './in-words.ts';
import { partOn } from './presence.ts';
import type { StaffParameters } from './staff-parameters.ts';

export type Leave = {
  readonly state: LeaveState;
  readonly entries: readonly Entry<LeaveEvent>[];
};

/** The leaves of a timeline, each from its own record. */
export function leavesIn(timeline: readonly Entry<AnyEvent>[]): readonly Leave[] {
  const byRecord = Map.groupBy(inWords('leave', leave, timeline), ({ stream }) => stream);
  return [...byRecord.values()].map((entries) => ({
    entries,
    state: entries.reduce(evolve, unknownLeave),
  }));
}

/**
 * The hours of a day that a leave excuses, as the centre has it (`absenceExcusedBy`). One that was taken
 * excuses too, unless it had been refused and never approved. It ends when the official is back.
 */
export function excusedBy(
  { state, entries }: Leave,
  date: CalendarDate,
  how: StaffParameters['absenceExcusedBy'],
  zone: Zone,
): readonly Stretch[] {
  const spans = state.days.filter(({ from, to }) => from <= date && date <= to);
  if (spans.length === 0 || !excuses(state, how)) return [];
  const end = endIn(entries, zone);
  return spans
    .map(({ part }) => partOn(dayOf(date), part, zone))
    .map(({ from, to }) => ({ from, to: Math.min(to, end) }))
    .filter(({ from, to }) => from < to);
}

function excuses(state: LeaveState, how: StaffParameters['absenceExcusedBy']): boolean {
  const { approvedAt, rejectedAt, declinedAt, cancelledAt, confirmedAt, takenAt } = state;
  if (approvedAt !== null) return cancelledAt === null || takenAt !== null;
  if (rejectedAt !== null || declinedAt !== null || cancelledAt !== null) return false;
  if (takenAt !== null) return true;
  if (how === 'confirmation') return confirmedAt !== null;
  return how === 'notice' && (confirmedAt !== null || state.centreToldAt !== null);
}

/** When the official came back before the time; where only the day is stated, at its end. */
function endIn(entries: readonly Entry<LeaveEvent>[], zone: Zone): number {
  const back = entries.find(({ type }) => type === 'ReturnedFromLeave');
  if (back === undefined) return Infinity;
  const at = millisecondsOf(back.occurredAt);
  return back.precision === 'instant' ? at : partOn(localDayAt(zone, at), 'whole', zone).to;
}
