/** The acts by which a leave of the demo is asked for and granted: one each, as its record has it. */
import { leave as words } from '../../domain/leave/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import type { Chance } from '../chance.ts';
import type { Planned } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { serviceAt, type Telling, told, toldOfOfficial, workingDaysFrom } from '../telling.ts';
import type { LeaveBreach } from './leave-breaches.ts';
import type { LeavePlan } from './leave-plan.ts';

const ordinary = ['Nghỉ phép năm', 'Về quê giải quyết việc gia đình', 'Theo kế hoạch của cơ quan'];

export function daysOf({ absence: { from, to } }: LeavePlan) {
  return [{ from, to }];
}

/** On the `n`th working day before the absence, some minutes after opening. */
export function before(
  scene: Scene,
  { absence }: LeavePlan,
  n: number,
  minutes: number,
  by: string,
) {
  return { at: serviceAt(scene, workingDaysFrom(scene, absence.from, -n), minutes), by };
}

export function requests(
  scene: Scene,
  plan: LeavePlan,
  days: readonly { readonly from: string; readonly to: string }[],
  breach: LeaveBreach | null,
  chance: Chance,
): Planned {
  const { absence, agency, kind, substitute } = plan;
  const { official } = absence;
  const stream = streamName('leave', plan.id);
  return told(scene, stream, before(scene, plan, 5, 60, official), [
    words,
    'LeaveRequested',
    {
      official,
      agency,
      kind,
      purpose: kind === 'agency-work' || kind === 'business-trip' ? 'agency' : 'private',
      days: [...days],
      emergency: false,
      written: breach !== 'spoken',
      substitute,
      document: `ĐX-${plan.id.slice(-6)}`,
      reason: toldOfOfficial(scene, official, chance.pick(ordinary)),
    },
  ]);
}

export function confirms(
  scene: Scene,
  plan: LeavePlan,
  days: readonly { readonly from: string; readonly to: string }[],
  breach: LeaveBreach | null,
): Planned {
  const { absence, agency, office } = plan;
  const signer = office?.head ?? scene.place.deputy;
  return told(scene, streamName('leave', plan.id), before(scene, plan, 4, 120, signer), [
    words,
    'LeaveConfirmedByAgency',
    {
      official: absence.official,
      agency,
      signer,
      days: [...days],
      ...(breach === 'unnamed' ? {} : { substitute: namedFor(scene, plan) }),
      document: `418/${agency}`,
    },
  ]);
}

/** Who is to come instead; where nobody can, the one who would be next to. */
function namedFor({ place }: Scene, { absence, office, substitute }: LeavePlan) {
  if (substitute !== null) return substitute;
  const among = office === null ? place.clerks : office.officers;
  return among.find((one) => one !== absence.official) ?? null;
}

export function notifies(
  scene: Scene,
  plan: LeavePlan,
  to: 'centre' | 'both',
  breach: LeaveBreach | null,
  chance: Chance,
): Planned {
  const { absence, agency, kind } = plan;
  const { official } = absence;
  return told(scene, streamName('leave', plan.id), noticeAt(scene, plan, breach), [
    words,
    'LeaveNoticeGiven',
    {
      official,
      to,
      by: 'official',
      agency,
      kind,
      days: daysOf(plan),
      emergency: false,
      means: chance.pick(['e-mail', 'application', 'in-person'] as const),
    },
  ]);
}

/** Three working days before; too late: at Bạc Liêu the day before, at Kon Tum in the first hour of the absence. */
function noticeAt(scene: Scene, plan: LeavePlan, breach: LeaveBreach | null) {
  const { official, from } = plan.absence;
  if (breach !== 'late-notice') return before(scene, plan, 3, 90, official);
  if (scene.place.centre === 'BL') return before(scene, plan, 1, 90, official);
  return { at: serviceAt(scene, from, 25), by: official };
}

export function announces(
  scene: Scene,
  plan: LeavePlan,
  substitute: string,
  telling: Telling,
  onApprovedList = true,
): Planned {
  const { absence, agency } = plan;
  return told(scene, streamName('leave', plan.id), telling, [
    words,
    'SubstituteAnnounced',
    {
      official: absence.official,
      agency,
      substitute,
      onApprovedList,
      days: daysOf(plan),
      means: 'official-letter',
      document: `420/${agency}`,
    },
  ]);
}

export function approves(scene: Scene, plan: LeavePlan): Planned {
  const { absence, id } = plan;
  const by = scene.place.director;
  const data = { official: absence.official, by, days: daysOf(plan), document: '61/TTPVHCC' };
  const telling = before(scene, plan, 2, 240, by);
  return told(scene, streamName('leave', id), telling, [words, 'LeaveApproved', data]);
}
