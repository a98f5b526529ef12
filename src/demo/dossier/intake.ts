/** How a dossier of the demo comes in: over the portal, by post or at the counter, and whether it is received. */
import { toldOf } from '../people.ts';
import { presentOf } from '../scene.ts';
import { atCounter, type Course, clerkOf, workingDay } from './course.ts';
import { lastOfficer } from './outsiders.ts';
import { breaks, plants } from './planting.ts';
import { isOrdinary, isReceived } from './reception.ts';
import { noticeContents, refusalGuidance, refusalReasons } from './texts.ts';

/** Whether it was received; otherwise it came to an end before that. */
export function comesIn(course: Course): boolean {
  const { channel } = course;
  if (channel === 'online') return comesOnline(course);
  if (channel === 'post') comesByPost(course);
  else if (isSentAway(course)) return false;
  if (channel === 'direct' && isOrdinary(course) && breaks(course, 'sole-gateway'))
    isReceivedAtAgency(course);
  else isReceived(course, clerkOf(course));
  return true;
}

/** What must not be: the agency takes it in at its own office. */
function isReceivedAtAgency(course: Course): void {
  const { agency } = course.office;
  const where = { place: 'agency-office' as const, receivingUnit: agency };
  isReceived(course, lastOfficer(course.office), where);
  plants(course, 'sole-gateway');
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
  if (course.mishap === 'checked-late') isLeftUnchecked(course);
  else life.after(chance.between(15, 300));
  const checker = presentOf(scene, office.posted, life.today(), chance);
  const outcome = outcomeOf(course);
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

/** For more than the day that the agency has for it. */
function isLeftUnchecked(course: Course): void {
  const { scene, chance, life } = course;
  plants(course, 'online-check-by-agency', scene.time.addMinutesMs(life.now(), workingDay));
  life.after(chance.between(600, 1_400));
}

function outcomeOf({ chance, mishap }: Course) {
  if (mishap !== null) return mishap === 'sent-away-late' ? 'redirected' : 'received';
  return chance.weighted([
    [92, 'received'],
    [6, 'notice-sent'],
    [2, 'redirected'],
  ] as const);
}

/** The applicant is told what is missing, and brings it or lets go. */
function isMended({ chance, life, office }: Course, checker: string): boolean {
  life.after(5);
  life.happens('NoticeSent', checker, {
    means: chance.pick(['sms', 'e-mail', 'application'] as const),
    official: checker,
    unit: office.agency,
    complete: true,
    contents: chance.pick(noticeContents),
    reason: 'Thành phần hồ sơ chưa đủ theo Quyết định công bố',
    guidance: 'Bổ sung trên cổng dịch vụ công và gửi lại',
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
function comesByPost(course: Course): void {
  const { scene, chance, life, code, person } = course;
  const { place } = scene;
  const reference = `${person.nationalNumber.slice(6)}-${code.slice(-9)}VN`;
  life.happens('CourierHandedOver', place.post, {
    reference,
    what: 'dossier',
    courier: place.post,
    to: place.unit,
  });
  life.after(workingDay + chance.between(-100, 300));
  const intact = !breaks(course, 'courier-custody');
  if (!intact || chance.happens(0.05)) {
    life.happens('CourierIncident', place.post, {
      reference,
      kind: intact ? ('delay' as const) : ('damage' as const),
      courier: place.post,
      account: intact
        ? 'Bì hồ sơ đến chậm do sạt lở trên tuyến vận chuyển'
        : 'Bì hồ sơ bị ướt khi vận chuyển, đã lập biên bản với người gửi',
    });
    if (!intact) plants(course, 'courier-custody');
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
  const { chance, life, office, procedure, mishap } = course;
  const clerk = clerkOf(course);
  if (isOrdinary(course) && chance.happens(0.02)) {
    life.happens('DossierRefused', clerk, {
      channel: 'direct',
      place: 'centre',
      procedure: procedure.code,
      form: 'refusal-form',
      official: clerk,
      unit: office.agency,
      complete: true,
      reason: chance.pick(refusalReasons),
      guidance: chance.pick(refusalGuidance),
    });
    return true;
  }
  if (isOrdinary(course) && chance.happens(0.008)) {
    isRedirected(course, clerk);
    return true;
  }
  if (mishap === 'official-not-come' || chance.happens(0.04)) isCalledFor(course, clerk);
  return false;
}

/** Somebody of the agency comes within the hour. */
function isCalledFor(course: Course, clerk: string): void {
  const { scene, chance, life, office, code, mishap } = course;
  const reference = `moi-${code.slice(-11)}`;
  life.happens('AgencyOfficialCalled', clerk, { unit: office.agency, reference, by: clerk });
  const isLate = mishap === 'official-not-come';
  const due = scene.time.addMinutesMs(life.now(), 60);
  atCounter(course, isLate ? chance.between(150, 240) : chance.between(8, 28));
  const official = chance.pick(office.posted);
  const arrival = { unit: office.agency, reference, official };
  life.happens('AgencyOfficialArrived', official, arrival);
  if (isLate) plants(course, 'agency-official-attends', due);
  atCounter(course, chance.between(5, 15));
}

/** Within the hour (KT Đ7.2d, TQ Đ7.1a). */
function isRedirected(course: Course, official: string): void {
  const { scene, chance, life, mishap } = course;
  if (mishap === 'sent-away-late') {
    plants(course, 'misdirected-dossier-guided', scene.time.addMinutesMs(life.now(), 60));
    life.after(chance.between(200, 700));
  }
  const ward = chance.pick(scene.place.wards);
  life.happens('DossierRedirected', official, {
    authority: `Ủy ban nhân dân ${ward}`,
    official,
    guidance: `Nộp tại Bộ phận Một cửa ${ward}`,
  });
}
