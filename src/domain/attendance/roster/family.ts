/** Lịch trực: the record family of a centre's rosters. Stream `roster-{centre}-{yyyy-mm}`. */
import type { Proposal } from '../../entry.ts';
import { type Family, family, type Misplaced } from '../../family.ts';
import type { CalendarDate } from '../../units.ts';
import { dayIn, monthOf } from '../times.ts';
import { answersACall } from './calls.ts';
import { type RosterRefusal, rosterDecider } from './roster.ts';
import { type RosterEvent, roster, rosterKey } from './vocabulary.ts';

const misplaced: Misplaced<RosterEvent, RosterRefusal> = (proposed, { centre, month = '' }) => {
  if (proposed.centre !== centre) return 'roster/other-centre';
  if (proposed.recordedVia.mode !== 'live' || proposed.type === 'EntryWithdrawn') return null;
  return isOfMonth(proposed, month) ? null : 'roster/other-month';
};

/** What answers a request is kept with it, whenever it comes; what names days is of their month. */
function isOfMonth(proposed: Proposal<RosterEvent>, month: string): boolean {
  const was = dayIn(proposed.occurredAt);
  if (answersACall(proposed)) return monthOf(was) >= month;
  const days = daysNamed(proposed);
  return (days.length === 0 ? [was] : days).every((day) => monthOf(day) === month);
}

/** A roster or a turn that goes on into the next month is of the month in which it begins. */
function daysNamed({ type, data }: RosterEvent): readonly CalendarDate[] {
  if (type === 'RosterPublished') return data.lines.map(({ day }) => day);
  if (type === 'RosterChanged') return [...data.lines, ...data.cleared].map(({ day }) => day);
  if (type === 'CounterFoundUnstaffed') return [data.day];
  if (type === 'HandoverSigned') return data.turnEnds === null ? [] : [data.turnEnds];
  const namesItsFirstDay =
    type === 'RosterAnnounced' ||
    type === 'RotationNotified' ||
    type === 'RotationTurnTaken' ||
    type === 'LoadNoted';
  return namesItsFirstDay ? [data.from] : [];
}

type Type = RosterEvent['type'];

const isOpening = (name: string): name is Type =>
  name !== 'EntryWithdrawn' && Object.hasOwn(roster, name);

export const rosterFamily: Family = family({
  category: 'roster',
  key: rosterKey,
  vocabulary: roster,
  decider: rosterDecider,
  opens: Object.keys(roster).filter(isOpening),
  misplaced,
});
