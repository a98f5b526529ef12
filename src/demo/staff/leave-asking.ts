/** How a leave of the demo is asked for, as the regulation of its centre has it, and what is found where it is not. */
import { leave as words } from '../../domain/leave/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { plusDays } from '../../domain/time/date.ts';
import type { Chance } from '../chance.ts';
import type { Planned } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, serviceAt, told, workingDaysFrom } from '../telling.ts';
import { announces, approves, before, confirms, daysOf, notifies, requests } from './leave-acts.ts';
import type { LeaveBreach } from './leave-breaches.ts';
import { asksAtOnce } from './leave-emergency.ts';
import { mannerOf } from './leave-manners.ts';
import type { LeavePlan } from './leave-plan.ts';

/** Everything before the absence begins, or, in an emergency, as it begins; and what is broken of it. */
export function* asksFor(
  scene: Scene,
  plan: LeavePlan,
  breach: LeaveBreach | null,
): Iterable<Planned> {
  if (breach === 'unasked') return;
  const chance = chanceOf(scene, 'asking', plan.id);
  if (plan.absence.emergency) yield* asksAtOnce(scene, plan, breach, chance);
  else yield* asksBefore(scene, plan, breach, chance);
}

/** Days from one request to the one that took its place. */
const shift = 7;

function* asksBefore(
  scene: Scene,
  plan: LeavePlan,
  breach: LeaveBreach | null,
  chance: Chance,
): Iterable<Planned> {
  const manner = mannerOf(scene);
  const { official, from, to } = plan.absence;
  const stream = streamName('leave', plan.id);
  const days = daysOf(plan);
  const isMoved = manner.request && breach === null && chance.happens(0.08);
  const asked = isMoved ? [{ from: plusDays(from, shift), to: plusDays(to, shift) }] : days;
  if (manner.request) yield requests(scene, plan, asked, breach, chance);
  if (manner.confirmed && breach !== 'unconfirmed') yield confirms(scene, plan, asked, breach);
  if (manner.notice !== null) yield notifies(scene, plan, manner.notice, breach, chance);
  if (manner.announced) yield* announcesBefore(scene, plan, breach);
  if (isMoved) {
    const data = { official, days, by: 'official' as const };
    const telling = before(scene, plan, 3, 200, official);
    yield told(scene, stream, telling, [words, 'LeaveDaysChanged', data]);
  }
  if (manner.approved) yield approves(scene, plan);
  plantAsked(scene, plan, breach);
}

/** By name, and in Ninh Bình now and then first by a name that is not on the list. */
function* announcesBefore(
  scene: Scene,
  plan: LeavePlan,
  breach: LeaveBreach | null,
): Iterable<Planned> {
  const { office, substitute } = plan;
  const by = office?.head ?? scene.place.deputy;
  const other = office?.officers.at(-1);
  if (breach === 'off-list' && other !== undefined) {
    const telling = before(scene, plan, 3, 100, by);
    scene.plant('substitute-announced-on-list', streamName('leave', plan.id), telling.at);
    yield announces(scene, plan, other, telling, false);
  }
  if (substitute === null || breach === 'unannounced') return;
  yield announces(scene, plan, substitute, before(scene, plan, 3, 150, by));
}

/** What of it is found, and from when: most of it once its time is over, for the leave was spoken of before. */
function plantAsked(scene: Scene, plan: LeavePlan, breach: LeaveBreach | null): void {
  const { centre } = scene.place;
  const { from } = plan.absence;
  const stream = streamName('leave', plan.id);
  const begins = serviceAt(scene, from, 0);
  const dayBefore = scene.time.endOfDate(workingDaysFrom(scene, from, -1));
  if (breach === 'spoken') scene.plant('leave-needs-consent', stream, begins);
  if (breach === 'unnamed') scene.plant('substitute-announced', stream, begins);
  if (breach === 'unconfirmed') scene.plant('leave-notice-1-day', stream, dayBefore);
  if (breach !== 'late-notice') return;
  if (centre === 'KT') scene.plant('leave-notice-1-day', stream, dayBefore);
  if (centre !== 'BL') return;
  for (const _ of ['centre', 'home-agency']) {
    scene.plant('leave-notice-2-days', stream, before(scene, plan, 1, 90, '').at);
  }
}
