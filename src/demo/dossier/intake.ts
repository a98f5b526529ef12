/** How a dossier of the demo comes in: over the portal, by post or at the counter, and whether it is received. */
import type { WorkingTime } from '../../domain/time/working-time.ts';
import { hoChiMinh, minuteOfDay } from '../../domain/time/zone.ts';
import { instantAt } from '../../domain/units.ts';
import { toldOf } from '../people.ts';
import { presentOf } from '../scene.ts';
import { atCounter, type Course, clerkOf, workingDay } from './course.ts';
import { noticeContents, refusalGuidance, refusalReasons } from './texts.ts';

/** Whether it was received; otherwise it came to an end before that. */
export function comesIn(course: Course): boolean {
  const { channel } = course;
  if (channel === 'online') return comesOnline(course);
  if (channel === 'post') comesByPost(course);
  else if (isSentAway(course)) return false;
  isReceived(course, clerkOf(course));
  return true;
}

function comesOnline(course: Course): boolean {
  const { scene, chance, life, code, office, procedure, person, resultChannel } = course;
  life.happens('DossierSubmitted', scene.place.system, {
    code,
    procedure: procedure.code,
    channel: 'online',
    place: chance.happens(0.7) ? 'provincial-portal' : 'national-portal',
    solvingUnit: office.agency,
    components: procedure.papers.map((name) => ({ name, kind: 'electronic' as const })),
    resultChannel,
    applicant: toldOf(person),
  });
  life.after(chance.happens(0.93) ? chance.between(15, 400) : chance.between(500, 1_400));
  const checker = presentOf(scene, office.posted, life.today(), chance);
  const outcome = chance.weighted([
    [92, 'received'],
    [6, 'notice-sent'],
    [2, 'redirected'],
  ] as const);
  life.happens('OnlineDossierChecked', checker, {
    outcome,
    official: checker,
    unit: office.agency,
  });
  if (outcome === 'redirected') {
    isRedirected(course, checker);
    return false;
  }
  if (outcome === 'notice-sent' && !isMended(course, checker)) return false;
  life.after(chance.between(4, 20));
  isReceived(course, checker);
  return true;
}

/** The applicant is told what is missing, and brings it or lets go. */
function isMended({ chance, life, office }: Course, checker: string): boolean {
  life.after(5);
  const complete = chance.happens(0.9);
  life.happens('NoticeSent', checker, {
    means: chance.pick(['sms', 'e-mail', 'application'] as const),
    official: checker,
    unit: office.agency,
    complete,
    contents: chance.pick(noticeContents),
    reason: 'Thành phần hồ sơ chưa đủ theo Quyết định công bố',
    ...(complete ? { guidance: 'Bổ sung trên cổng dịch vụ công và gửi lại' } : {}),
  });
  life.after(chance.between(200, 1_200));
  if (chance.happens(0.75)) return true;
  life.happens('DossierWithdrawn', checker, {
    form: 'notice',
    channel: 'online',
    official: checker,
    reason: 'Người nộp không bổ sung và xin rút',
  });
  return false;
}

/** The post's own account is named by its unit. */
function comesByPost({ scene, chance, life, code, person }: Course): void {
  const { place } = scene;
  const reference = `${person.nationalNumber.slice(6)}-${code.slice(-9)}VN`;
  life.happens('CourierHandedOver', place.post, {
    reference,
    what: 'dossier',
    courier: place.post,
    to: place.unit,
  });
  life.after(workingDay + chance.between(-100, 300));
  const intact = !chance.happens(0.06);
  if (!intact) {
    life.happens('CourierIncident', place.post, {
      reference,
      kind: chance.pick(['damage', 'delay'] as const),
      courier: place.post,
      account: 'Bì hồ sơ bị ướt khi vận chuyển, đã lập biên bản với người gửi',
    });
    life.after(chance.between(5, 60));
  }
  const clerk = presentOf(scene, place.clerks, life.today(), chance);
  life.happens('CourierReceived', clerk, {
    reference,
    what: 'dossier',
    courier: place.post,
    unit: place.unit,
    receiver: clerk,
    intact,
  });
  life.after(chance.between(5, 60));
}

/** Refused, or sent on to another authority; and now and then somebody of the agency is called first. */
function isSentAway(course: Course): boolean {
  const { chance, life, office, procedure, code } = course;
  const clerk = clerkOf(course);
  if (chance.happens(0.02)) {
    life.happens('DossierRefused', clerk, {
      channel: 'direct',
      place: 'centre',
      procedure: procedure.code,
      form: chance.happens(0.85) ? 'refusal-form' : 'spoken',
      official: clerk,
      unit: office.agency,
      complete: chance.happens(0.9),
      reason: chance.pick(refusalReasons),
      guidance: chance.pick(refusalGuidance),
    });
    return true;
  }
  if (chance.happens(0.008)) {
    isRedirected(course, clerk);
    return true;
  }
  if (chance.happens(0.04)) {
    const reference = `moi-${code.slice(-11)}`;
    life.happens('AgencyOfficialCalled', clerk, { unit: office.agency, reference, by: clerk });
    atCounter(course, chance.happens(0.85) ? chance.between(8, 28) : chance.between(40, 150));
    const official = chance.pick(office.posted);
    const arrival = { unit: office.agency, reference, official };
    life.happens('AgencyOfficialArrived', official, arrival);
    atCounter(course, chance.between(5, 15));
  }
  return false;
}

function isRedirected({ scene, chance, life }: Course, official: string): void {
  const ward = chance.pick(scene.place.wards);
  life.happens('DossierRedirected', official, {
    authority: `Ủy ban nhân dân ${ward}`,
    official,
    guidance: `Nộp tại Bộ phận Một cửa ${ward}`,
  });
}

function isReceived(course: Course, receiver: string): void {
  const { scene, life, code, office, procedure, person, official, resultChannel } = course;
  const { channel } = course;
  course.due = dueOf(course);
  life.happens('DossierReceived', receiver, {
    code,
    procedure: procedure.code,
    channel,
    place:
      channel === 'post' ? 'post-office' : channel === 'online' ? 'provincial-portal' : 'centre',
    receivingUnit: scene.place.unit,
    solvingUnit: office.agency,
    receiver,
    official,
    withinCompetence: true,
    complete: true,
    components: procedure.papers.map((name, place) => ({
      name,
      kind: channel === 'online' ? 'electronic' : place === 0 ? 'original' : 'certified-copy',
    })),
    slip: `${code.slice(-4)}/TNHS-${code.slice(-11, -5)}`,
    appointment: { at: instantAt(course.due) },
    resultChannel,
    applicant: toldOf(person),
  });
}

/** After this, what is solved the same day is solved the next (phút trong ngày). */
const sameDayUntil = 15 * 60;

/** When the result is promised, by the centre's own counting; in milliseconds since 1970 UTC. */
export function dueOf({ scene, procedure, life }: Course): number {
  const { time, centre } = scene;
  if (procedure.days === 0) return sameDayEnd(time, life.now());
  const counting = centre.parameters.firstDay === 'same' ? 'same-day' : 'next-day';
  return time.addWorkingDaysMs(life.now(), procedure.days, counting);
}

function sameDayEnd(time: WorkingTime, at: number): number {
  const day = time.dateAt(instantAt(at));
  const opening = time.openingOf(day);
  const isInTime = opening !== null && minuteOfDay(instantAt(at), hoChiMinh) <= sameDayUntil;
  return Date.parse(time.endOfDate(isInTime ? day : time.nextWorkingDay(day)));
}
