/** How a leave of the demo is asked for, as the regulation of its centre has it. */
import { leave as words } from '../../domain/leave/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { plusDays } from '../../domain/time/date.ts';
import type { Chance } from '../chance.ts';
import type { Planned } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { chanceOf, serviceAt, told, toldOfOfficial, workingDaysFrom } from '../telling.ts';
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

/** Of the centre's own people nobody else is asked. */
const ofTheCentre: Manner = { ...asSonLa, confirmed: false };

const ofTheAgency: Manner = { ...asSonLa, ...manners['BL'], notice: 'centre' };

/** Everything before the absence begins, or, in an emergency, as it begins. */
export function* asksFor(scene: Scene, plan: LeavePlan): Iterable<Planned> {
  if (plan.consent === 'none') return;
  const chance = chanceOf(scene, 'asking', plan.id);
  if (plan.absence.emergency) yield* asksAtOnce(scene, plan, chance);
  else yield* asksBefore(scene, plan, chance);
}

function mannerOf({ place }: Scene, { office, atAgency }: LeavePlan): Manner {
  if (atAgency) return ofTheAgency;
  return office === null ? ofTheCentre : (manners[place.centre] ?? asSonLa);
}

function* asksAtOnce(scene: Scene, plan: LeavePlan, chance: Chance): Iterable<Planned> {
  const { place } = scene;
  const { absence, agency, office, kind } = plan;
  const { official, from } = absence;
  const stream = streamName('leave', plan.id);
  const at = serviceAt(scene, from, chance.between(5, 90));
  yield told(scene, stream, { at, by: place.deputy }, [
    words,
    'LeaveNoticeGiven',
    {
      official,
      to: 'centre',
      by: office === null ? 'official' : 'agency-head',
      agency,
      kind,
      days: daysOf(plan),
      emergency: true,
      means: 'telephone',
      reason: toldOfOfficial(scene, official, chance.pick(urgent)),
    },
  ]);
  const agreedAt = serviceAt(scene, from, chance.between(100, 200));
  const says = { official, by: place.deputy, days: daysOf(plan) };
  yield told(scene, stream, { at: agreedAt, by: place.deputy }, [words, 'LeaveApproved', says]);
}

const urgent = [
  'Ốm đột xuất, đã đi khám',
  'Người nhà nhập viện',
  'Con nhỏ ốm',
  'Việc gia đình gấp',
];
const ordinary = ['Nghỉ phép năm', 'Về quê giải quyết việc gia đình', 'Theo kế hoạch của cơ quan'];

export function daysOf({ absence: { from, to } }: LeavePlan) {
  return [{ from, to }];
}

/** Days from one request to the one that took its place. */
const shift = 7;

function* asksBefore(scene: Scene, plan: LeavePlan, chance: Chance): Iterable<Planned> {
  const manner = mannerOf(scene, plan);
  const { from, to } = plan.absence;
  const days = daysOf(plan);
  const isMoved = manner.request && chance.happens(0.08);
  const asked = isMoved ? [{ from: plusDays(from, shift), to: plusDays(to, shift) }] : days;
  if (manner.request) yield requests(scene, plan, asked, chance);
  if (manner.confirmed) yield confirms(scene, plan, asked);
  if (manner.notice !== null) yield notifies(scene, plan, manner.notice, chance);
  if (manner.announced && plan.substitute !== null) yield announces(scene, plan, plan.substitute);
  if (isMoved) {
    const data = { official: plan.absence.official, days, by: 'official' as const };
    const telling = before(scene, plan, 3, 200, plan.absence.official);
    const stream = streamName('leave', plan.id);
    yield told(scene, stream, telling, [words, 'LeaveDaysChanged', data]);
  }
  if (manner.approved) yield approves(scene, plan);
}

function requests(
  scene: Scene,
  plan: LeavePlan,
  days: readonly { readonly from: string; readonly to: string }[],
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
      written: !chance.happens(0.05),
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
): Planned {
  const { absence, agency, office, substitute } = plan;
  const signer = office?.head ?? scene.place.deputy;
  return told(scene, streamName('leave', plan.id), before(scene, plan, 4, 120, signer), [
    words,
    'LeaveConfirmedByAgency',
    {
      official: absence.official,
      agency,
      signer,
      days: [...days],
      substitute,
      document: `418/${agency}`,
    },
  ]);
}

function notifies(scene: Scene, plan: LeavePlan, to: 'centre' | 'both', chance: Chance): Planned {
  const { absence, agency, kind, office, atAgency } = plan;
  const { official } = absence;
  const who = atAgency && office !== null ? office.head : official;
  return told(scene, streamName('leave', plan.id), noticeAt(scene, plan, who), [
    words,
    'LeaveNoticeGiven',
    {
      official,
      to,
      by: atAgency ? 'agency-head' : 'official',
      agency,
      kind,
      days: daysOf(plan),
      emergency: false,
      means: chance.pick(['e-mail', 'application', 'in-person'] as const),
    },
  ]);
}

/** Three working days before; too late: in the first hour of the absence. */
function noticeAt(scene: Scene, plan: LeavePlan, by: string) {
  const { consent, absence } = plan;
  if (consent === 'asked') return before(scene, plan, 3, 90, by);
  return { at: serviceAt(scene, absence.from, 25), by };
}

function announces(scene: Scene, plan: LeavePlan, substitute: string): Planned {
  const { absence, agency, office } = plan;
  const by = office?.head ?? scene.place.deputy;
  return told(scene, streamName('leave', plan.id), before(scene, plan, 3, 150, by), [
    words,
    'SubstituteAnnounced',
    {
      official: absence.official,
      agency,
      substitute,
      onApprovedList: true,
      days: daysOf(plan),
      means: 'official-letter',
      document: `420/${agency}`,
    },
  ]);
}

/** Two working days before; too late: the day after it began. */
function approves(scene: Scene, plan: LeavePlan): Planned {
  const { absence, consent, id } = plan;
  const by = scene.place.director;
  const telling =
    consent === 'late'
      ? { at: serviceAt(scene, scene.time.nextWorkingDay(absence.from), 60), by }
      : before(scene, plan, 2, 240, by);
  const data = { official: absence.official, by, days: daysOf(plan), document: '61/TTPVHCC' };
  return told(scene, streamName('leave', id), telling, [words, 'LeaveApproved', data]);
}

/** On the `n`th working day before the absence, some minutes after opening. */
function before(scene: Scene, { absence }: LeavePlan, n: number, minutes: number, by: string) {
  return { at: serviceAt(scene, workingDaysFrom(scene, absence.from, -n), minutes), by };
}
