/**
 * handover-minutes: at the end of the last working day of a turn the official whose turn ends and the
 * one whose turn begins agree minutes of what is handed over, send them to both home agencies and the
 * centre, and enter it in the log (TQ Đ6.8).
 *
 * Owed by both, from the morning of that day until its service hours end; by the second as soon as the
 * next turn is on record. Discharged by minutes of that turn that are not said to have been left
 * unsent or unlogged: what is not stated is not taken for undone.
 */
import type { RosterEvent, RosterEventOf } from '../../attendance/roster/vocabulary.ts';
import { duty } from '../duty.ts';
import type { Opening } from '../duty-spec.ts';
import { endOfDay, startOf } from '../period.ts';
import { lastDayOf, lastOfNext, type Turn, turnAfter, turnsIn } from '../rotation.ts';
import type { Context } from '../rule.ts';

export const handoverMinutes = duty<RosterEvent>({
  key: 'handover-minutes',
  version: 1,
  title: {
    vi: 'Biên bản bàn giao cuối phiên trực',
    en: 'Minutes of the handover at the end of a turn',
  },
  subject: 'staffing',
  openedBy: ['RotationTurnTaken'],
  opens(entry, context, timeline) {
    const turns = turnsIn(timeline, context);
    const turn = turns.find((one) => one.entry === entry);
    if (turn === undefined) return null;
    const next = turnAfter(turn, turns, context);
    const giver = owedBy(turn, turn, context);
    return next === null ? [giver] : [giver, owedBy(next, turn, context)];
  },
  discharges: ['HandoverSigned'],
  answers(minutes, { entry }, context) {
    if (minutes.type !== 'HandoverSigned' || entry.type !== 'RotationTurnTaken') return false;
    const ends = minutes.data.turnEnds ?? context.workingTime.dateAt(minutes.occurredAt);
    const last = lastOfNext(lastDayOf(entry.data, context), context);
    const isOfTurn = entry.data.from <= ends && ends < last;
    return isOfTurn && isFromAgency(minutes.data, entry.data) && isComplete(minutes.data);
  },
});

/** @param owing the turn of whoever owes it. */
function owedBy(owing: Turn, ended: Turn, context: Context): Opening {
  const { workingTime } = context;
  const isWorked = workingTime.isWorkingDay(ended.to);
  const last = isWorked ? ended.to : workingTime.previousWorkingDay(ended.to);
  return {
    due: endOfDay(last, context),
    at: workingTime.openingOf(last) ?? startOf(last, context),
    bearer: { kind: 'official', code: owing.official },
    part: owing === ended ? 'giver' : 'receiver',
    detail: last,
  };
}

type Minutes = RosterEventOf<'HandoverSigned'>['data'];
type Taken = RosterEventOf<'RotationTurnTaken'>['data'];

/** By the agency that gives, or by the official where it is not stated; where neither is, it may be. */
function isFromAgency({ giver, giverAgency }: Minutes, { agency, official }: Taken): boolean {
  if (giverAgency !== null) return giverAgency === agency;
  return official === null || giver === official;
}

function isComplete(minutes: Minutes): boolean {
  const { sentToAgencies, sentToCentre, logged, giverAgency, receiverAgency } = minutes;
  if (sentToCentre === false || logged === false) return false;
  if (sentToAgencies === null) return true;
  return [giverAgency, receiverAgency].every(
    (agency) => agency === null || sentToAgencies.includes(agency),
  );
}
