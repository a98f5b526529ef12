/** The turns at the shared counter of Tuyên Quang: told beforehand, taken in order, and handed over (TQ Đ6.4 to Đ6.8). */
import { roster as words } from '../../domain/attendance/roster/vocabulary.ts';
import { type CalendarDate, instantAt } from '../../domain/units.ts';
import { sharedCounter } from '../counters.ts';
import { type Days, monthAfter, monthWith } from '../months.ts';
import type { Planned } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, clock, monthRecord, serviceAt, told } from '../telling.ts';
import { isEveryThird, isSkipping, monthOfDemo, officeInTurn, turnNumber } from './turns.ts';

/** With the roster; once in three months on the day before, when three working days are asked for (TQ Đ6.6). */
export function turnNotified(scene: Scene, days: Days, at: number, document: string): Planned {
  const { place, time } = scene;
  const isLate = isEveryThird(scene, days.from, 3);
  if (isLate) {
    const { rotationNoticeDays, daysBefore } = scene.centre.parameters;
    const count = rotationNoticeDays + (daysBefore === 'whole-days' ? 1 : 0);
    scene.plant('rotation-notice', staffing(scene), time.workingDaysBefore(days.from, count));
  }
  const eve = serviceAt(scene, time.previousWorkingDay(days.from), 60);
  const telling = { at: isLate ? eve : at, by: place.deputy };
  const means = 'official-letter' as const;
  return told(scene, monthRecord(scene, 'roster', days.from), telling, [
    words,
    'RotationNotified',
    { ...turnOf(scene, days), by: place.deputy, means, document },
  ]);
}

/** On the first working day of a month the next agency takes its turn; once in three months, the one after it. */
export function* turnBegins(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { time } = scene;
  const month = monthWith(day);
  if (!time.isWorkingDay(day) || time.previousWorkingDay(day) >= month.from) return;
  const turn = turnOf(scene, month);
  const at = serviceAt(scene, day, 10);
  if (isSkipping(scene, day)) scene.plant('rotation-order', staffing(scene), at);
  const data = { ...turn, document: '1203/QĐ-UBND' };
  yield told(scene, monthRecord(scene, 'roster', day), { at, by: turn.official }, [
    words,
    'RotationTurnTaken',
    data,
  ]);
}

/**
 * On the last one the work is handed over, with minutes to both agencies and the centre, and logged;
 * once in three months the minutes never leave the drawer, and both officials owe them (TQ Đ6.8).
 */
export function* turnEnds(scene: Scene, day: CalendarDate): Iterable<Planned> {
  const { time } = scene;
  const month = monthWith(day);
  const next = monthAfter(day);
  if (!time.isWorkingDay(day) || time.nextWorkingDay(day) <= month.to) return;
  const chance = chanceOf(scene, 'handover', day);
  const isKept = isEveryThird(scene, day, 1);
  if (isKept && isOnRecord(scene, month)) {
    const due = time.endOfDate(day);
    scene.plant('handover-minutes', staffing(scene), due);
    const taken = instantAt(serviceAt(scene, time.nextWorkingDay(day), 15));
    scene.plant('handover-minutes', staffing(scene), taken > due ? taken : due);
  }
  const [before, after] = [turnOf(scene, month), turnOf(scene, next)];
  const telling = { at: clock(day, 16 * 60 + 30), by: before.official };
  yield told(scene, monthRecord(scene, 'roster', day), telling, [
    words,
    'HandoverSigned',
    {
      giver: before.official,
      receiver: after.official,
      turnEnds: day,
      giverAgency: before.agency,
      receiverAgency: after.agency,
      counter: sharedCounter,
      dossiers: chance.between(3, 24),
      sentToAgencies: isKept ? [] : [before.agency, after.agency],
      sentToCentre: !isKept,
      logged: !isKept,
      document: `0${chance.between(1, 9)}/BB-BG`,
    },
  ]);
}

/** Of the first month the turn was taken before the demo began. */
function isOnRecord(scene: Scene, month: Days): boolean {
  return monthOfDemo(scene, month.from) > 0;
}

function turnOf(scene: Scene, { from, to }: Days) {
  const { agency, posted, head } = officeInTurn(scene, from);
  const official = posted[1] ?? head;
  return { agency, official, counter: sharedCounter, turn: turnNumber(scene, from), from, to };
}

function staffing({ place }: Scene): string {
  return `staffing-${place.centre}`;
}
