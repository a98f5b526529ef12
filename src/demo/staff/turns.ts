/** Whose turn it is at the counter that agencies of a demo share: they change every month (TQ Đ6.4, KT Đ13.10). */
import type { CalendarDate } from '../../domain/units.ts';
import { officesInTurn, turn } from '../counters.ts';
import type { Office } from '../places.ts';
import type { Scene } from '../scene.ts';
import { firstDayOf } from '../telling.ts';

/** How many months after that of the demo's first day. */
export function monthOfDemo({ options }: Scene, day: CalendarDate): number {
  return monthNumber(day) - monthNumber(firstDayOf(options));
}

/** Whether a month is one of every three: the `place`th after the month of the first day, and so on. */
export function isEveryThird(scene: Scene, day: CalendarDate, place: number): boolean {
  const months = monthOfDemo(scene, day);
  return months >= place && (months - place) % 3 === 0;
}

/** The agency whose turn it is; of six, the first began in December 2023 (TQ Đ6.5). */
export function officeInTurn(scene: Scene, day: CalendarDate): Office {
  return turn(officesInTurn(scene.place), monthNumber(day) + skipped(scene, day));
}

/** The place of that turn in the order, from 1. */
export function turnNumber(scene: Scene, day: CalendarDate): number {
  const count = officesInTurn(scene.place).length;
  return ((monthNumber(day) + skipped(scene, day)) % count) + 1;
}

/** Whether the agency whose turn it would be is passed over, and the next comes at once: at Tuyên Quang a breach. */
export function isSkipping(scene: Scene, day: CalendarDate): boolean {
  return scene.place.centre === 'TQ' && isEveryThird(scene, day, 2);
}

/** How many were passed over until then. */
function skipped(scene: Scene, day: CalendarDate): number {
  if (scene.place.centre !== 'TQ') return 0;
  return Math.max(0, Math.floor((monthOfDemo(scene, day) + 1) / 3));
}

function monthNumber(day: CalendarDate): number {
  const [year = '', month = ''] = day.split('-');
  return Number(year) * 12 + Number(month);
}
