/**
 * rotation-notice: the agency whose turn is next is told at least 3 working days before it begins (TQ
 * Đ6.6; `rotationNoticeDays`, counted as the centre reads "days before").
 *
 * Opened by the turn before. It is due before the first day of the turn that followed; where none has,
 * of the one that is announced; else of the day after the turn that lasts. A notice to another agency
 * than the one that then had its turn is none. Of the first turn on record nothing is asked: who was told of
 * it stands, if anywhere, in what came before.
 */
import type { RosterEvent } from '../../attendance/roster/vocabulary.ts';
import { plusDays } from '../../time/date.ts';
import { ofType, type Timeline } from '../../timeline.ts';
import type { CalendarDate } from '../../units.ts';
import { dueDaysBefore } from '../days-before.ts';
import { duty } from '../duty.ts';
import { lastDayOf, lastOfNext, type Turn, turnAfter, turnsIn } from '../rotation.ts';
import type { Context } from '../rule.ts';

export const rotationNotice = duty<RosterEvent>({
  key: 'rotation-notice',
  version: 1,
  title: {
    vi: 'Thông báo phiên trực trước ít nhất 03 ngày làm việc',
    en: 'Next agency told 3 working days before its turn',
  },
  subject: 'staffing',
  openedBy: ['RotationTurnTaken'],
  opens(entry, context, timeline) {
    const turns = turnsIn(timeline, context);
    const turn = turns.find((one) => one.entry === entry);
    if (turn === undefined) return null;
    const next = turnAfter(turn, turns, context);
    const begins = next?.from ?? announcedAfter(turn, timeline, context) ?? plusDays(turn.to, 1);
    return {
      due: dueDaysBefore(begins, context.parameters.rotationNoticeDays, context),
      bearer: { kind: 'centre', code: context.centre },
      ...(next === null ? {} : { detail: next.agency }),
    };
  },
  discharges: ['RotationNotified'],
  dischargeMayPrecede: true,
  answers(notice, { entry, opening }, context) {
    if (notice.type !== 'RotationNotified' || entry.type !== 'RotationTurnTaken') return false;
    const { agency, from } = notice.data;
    if (from <= entry.data.from || from > lastOfNext(lastDayOf(entry.data, context), context)) {
      return false;
    }
    return opening.detail === undefined ? agency !== entry.data.agency : agency === opening.detail;
  },
});

/** The first day of the next turn that is announced; null: none is. */
function announcedAfter(
  { agency, to }: Turn,
  timeline: Timeline<RosterEvent>,
  context: Context,
): CalendarDate | null {
  const days = ofType(timeline, 'RotationNotified')
    .map(({ data }) => data)
    .filter((one) => one.agency !== agency && one.from > to && one.from <= lastOfNext(to, context))
    .map(({ from }) => from);
  return days.toSorted().at(0) ?? null;
}
