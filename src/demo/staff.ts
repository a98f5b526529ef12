/** The people at a centre of the demo, day by day: when they come, when they are away, who sits where. */
import type { Source } from './planned.ts';
import type { Scene } from './scene.ts';
import { absentOf } from './staff/absent.ts';
import { callsOf } from './staff/calls.ts';
import { clockCorrectedOf } from './staff/clock-corrected.ts';
import { conductOf } from './staff/conduct.ts';
import { coverOf } from './staff/cover.ts';
import { foundMissingOf } from './staff/found-missing.ts';
import { leavesOf } from './staff/leaves.ts';
import { loadOf } from './staff/load.ts';
import { notedOf } from './staff/noted.ts';
import { passingsOf } from './staff/passings.ts';
import { requestsOf } from './staff/requests.ts';
import { rostersOf } from './staff/rosters.ts';
import { staffingOf } from './staff/staffing.ts';

export function peopleOf(scene: Scene): Source {
  const sources = [
    rostersOf,
    leavesOf,
    coverOf,
    staffingOf,
    requestsOf,
    callsOf,
    passingsOf,
    clockCorrectedOf,
    absentOf,
    foundMissingOf,
    conductOf,
    notedOf,
    loadOf,
  ].map((source) => source(scene));
  return function* (day) {
    for (const source of sources) yield* source(day);
  };
}
