/** The turns of a rotation (phiên trực luân phiên, TQ Đ6.4 to Đ6.8), as they were taken. */
import type { RosterEvent, RosterEventOf } from '../attendance/roster/vocabulary.ts';
import type { Entry } from '../entry.ts';
import { plusDays } from '../time/date.ts';
import { ofType, type Timeline } from '../timeline.ts';
import type { AgencyCode, CalendarDate, OfficialId } from '../units.ts';
import { lastOfMonth, plusMonths } from './months.ts';
import type { Context } from './rule.ts';

export type Turn = {
  /** Of several entries of one turn, as where another official takes it over, the first. */
  readonly entry: Entry<RosterEventOf<'RotationTurnTaken'>>;
  readonly agency: AgencyCode;
  /** Who sat there last; null: not stated. */
  readonly official: OfficialId | null;
  readonly from: CalendarDate;
  /** Last day: as stated, or else of the month in which it ends by `rotationMonths`. */
  readonly to: CalendarDate;
};

/** In the order of their days. What an agency takes while its turn lasts is of the same turn. */
export function turnsIn(timeline: Timeline<RosterEvent>, context: Context): readonly Turn[] {
  const taken = ofType(timeline, 'RotationTurnTaken').toSorted(byFirstDay);
  const turns: Turn[] = [];
  for (const entry of taken) {
    const { agency, official, from } = entry.data;
    const to = lastDayOf(entry.data, context);
    const before = turns.at(-1);
    if (before !== undefined && before.agency === agency && from <= before.to) {
      const last = to > before.to ? to : before.to;
      turns[turns.length - 1] = { ...before, official: official ?? before.official, to: last };
    } else {
      turns.push({ entry, agency, official, from, to });
    }
  }
  return turns;
}

type Days = { readonly from: CalendarDate; readonly to: CalendarDate | null };

/** The last day of a turn. */
export function lastDayOf({ from, to }: Days, { parameters }: Context): CalendarDate {
  return to ?? lastOfMonth(plusMonths(from, parameters.rotationMonths - 1));
}

/** The last day of the turn that would follow the one that ends on `last`. */
export function lastOfNext(last: CalendarDate, { parameters }: Context): CalendarDate {
  return plusMonths(plusDays(last, 1), parameters.rotationMonths);
}

/** The turn that followed; null: none on record did within the time of one. */
export function turnAfter(turn: Turn, turns: readonly Turn[], context: Context): Turn | null {
  const next = turns[turns.findIndex(({ entry }) => entry === turn.entry) + 1];
  return next === undefined || next.from > lastOfNext(turn.to, context) ? null : next;
}

function byFirstDay(
  one: Entry<RosterEventOf<'RotationTurnTaken'>>,
  other: Entry<RosterEventOf<'RotationTurnTaken'>>,
): number {
  if (one.data.from === other.data.from) return Number(one.index - other.index);
  return one.data.from < other.data.from ? -1 : 1;
}
