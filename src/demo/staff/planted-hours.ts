/** What is found of those who come late, go early or are not seen at the door: see `irregular.ts`. */
import { streamName } from '../../domain/stream.ts';
import type { CalendarDate } from '../../domain/units.ts';
import type { Scene } from '../scene.ts';
import { attendanceRecord } from '../telling.ts';
import type { Irregulars } from './irregular.ts';

export function plantsIrregular(
  scene: Scene,
  day: CalendarDate,
  { alone, together }: Irregulars,
): void {
  const { place, time } = scene;
  const end = time.endOfDate(day);
  for (const [official, irregular] of alone) {
    const subject = attendanceRecord(official, day);
    if (irregular.how === 'made-good') {
      for (const rule of ['backdated-entry', 'backdated-entry', 'breach-lessened']) {
        scene.plant(rule, subject, irregular.enteredAt);
      }
    } else {
      scene.plant('present-in-hours', subject, end);
    }
  }
  if (together === null) return;
  const month = streamName('counters', place.centre, day.slice(0, 7));
  scene.plant('counter-never-unstaffed', month, end);
  if (place.centre !== 'KT') return;
  scene.plant('present-in-hours', attendanceRecord(together.official, day), end);
}
