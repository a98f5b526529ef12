/** How a leave of the demo is asked for, as the regulation of its centre has it. */
import { leave as words } from '../../domain/leave/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { plusDays } from '../../domain/time/date.ts';
import type { Chance } from '../chance.ts';
import type { Planned } from '../planned.ts';
import type { Scene } from '../scene.ts';
import {
  chanceOf,
  serviceAt,
  type Telling,
  told,
  toldOfOfficial,
  workingDaysFrom,
} from '../telling.ts';
import type { LeaveBreach } from './leave-breaches.ts';
import type { LeavePlan } from './leave-plan.ts';

/** What a regulation asks for: SL Đ8.đ, BL Đ4.4, KT Đ3.6, NB Đ6.2b; Tuyên Quang's says nothing, and does as Sơn La. */
type Manner = {
  readonly request: boolean;
  readonly confirmed: boolean;
  readonly notice: 'centre' | 'both' | null;
  readonly approved: boolean;
  readonly announced: boolean;
};

const asSonLa: Manner = {
  request: true,
  confirmed: true,
  notice: null,
  approved: true,
  announced: false,
};

const manners: Readonly<Record<string, Manner>> = {
  SL: asSonLa,
  TQ: asSonLa,
  BL: { request: false, confirmed: false, notice: 'both', approved: false, announced: false },
  KT: { request: false, confirmed: true, notice: 'centre', approved: false, announced: false },
  NB: { request: true, confirmed: false, notice: null, approved: true, announced: true },
};

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

function mannerOf({ place }: Scene): Manner {
  return manners[place.centre] ?? asSonLa;
}

function* asksAtOnce(
  scene: Scene,
  plan: LeavePlan,
  breach: LeaveBreach | null,
  chance: Chance,
): Iterable<Planned> {
  const { place, time } = scene;
  const { absence, agency, office, kind, substitute } = plan;
  const { official, from } = absence;
  const stream = streamName('leave', plan.id);
  const at = serviceAt(scene, from, chance.between(5, 90));
  const byHead = office === null ? {} : { by: 'agency-head' as const };
  yield told(scene, stream, { at, by: place.deputy }, [
    words,
    'LeaveNoticeGiven',
    {
      official,
      to: 'centre',
      ...(breach === 'head-silent' ? { by: 'official' } : byHead),
      agency,
      kind,
      days: daysOf(plan),
      emergency: true,
      means: 'telephone',
      reason: toldOfOfficial(scene, official, chance.pick(kind === 'sick' ? ill : urgent)),
    },
  ]);
  if (breach === 'head-silent') {
    const day = time.isWorkingDay(from) ? from : time.nextWorkingDay(from);
    scene.plant('leave-notice-1-day-emergency', stream, time.endOfDate(day));
  }
  const agreedAt = serviceAt(scene, from, chance.between(100, 200));
  const says = { official, by: place.deputy, days: daysOf(plan) };
  yield told(scene, stream, { at: agreedAt, by: place.deputy }, [words, 'LeaveApproved', says]);
  if (mannerOf(scene).announced && substitute !== null && breach !== 'unannounced') {
    const announced = { at: serviceAt(scene, from, 205), by: office?.head ?? place.deputy };
    yield announces(scene, plan, substitute, announced);
  }
}

const ill = ['Ốm đột xuất, đã đi khám', 'Sốt cao, nhập viện theo dõi'];
const urgent = ['Người nhà nhập viện', 'Con nhỏ ốm', 'Việc gia đình gấp'];
const ordinary = ['Nghỉ phép năm', 'Về quê giải quyết việc gia đình', 'Theo kế hoạch của cơ quan'];

export function daysOf({ absence: { from, to } }: LeavePlan) {
  return [{ from, to }];
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

function requests(
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

function confirms(
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

function notifies(
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

function announces(
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

function approves(scene: Scene, plan: LeavePlan): Planned {
  const { absence, id } = plan;
  const by = scene.place.director;
  const data = { official: absence.official, by, days: daysOf(plan), document: '61/TTPVHCC' };
  const telling = before(scene, plan, 2, 240, by);
  return told(scene, streamName('leave', id), telling, [words, 'LeaveApproved', data]);
}

/** On the `n`th working day before the absence, some minutes after opening. */
function before(scene: Scene, { absence }: LeavePlan, n: number, minutes: number, by: string) {
  return { at: serviceAt(scene, workingDaysFrom(scene, absence.from, -n), minutes), by };
}
