/** The people at a centre of the demo, day by day: when they come, when they are away, who sits where. */
import type { Source } from './planned.ts';
import type { Scene } from './scene.ts';
import { absentOf } from './staff/absent.ts';
import { callsOf } from './staff/calls.ts';
import { leavesOf } from './staff/leaves.ts';
import { notedOf } from './staff/noted.ts';
import { passingsOf } from './staff/passings.ts';
import { rostersOf } from './staff/rosters.ts';
import { staffingOf } from './staff/staffing.ts';

export function peopleOf(scene: Scene): Source {
  const sources = [rostersOf, leavesOf, staffingOf, callsOf, passingsOf, absentOf, notedOf].map(
    (source) => source(scene),
  );
  return function* (day) {
    for (const source of sources) yield* source(day);
  };
}
