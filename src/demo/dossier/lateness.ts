/** What is said and done in the demo about a dossier that is not finished when it was promised. */
import { plusDays } from '../../domain/time/date.ts';
import { type CalendarDate, instantAt } from '../../domain/units.ts';
import { dayAfter } from '../terms.ts';
import { type Course, clerkOf, documentOf, workingDay } from './course.ts';
import { plants } from './planting.ts';
import { latenessReasons } from './texts.ts';

type Late = {
  readonly course: Course;
  /** When the result is ready, after its time; in milliseconds since 1970 UTC. */
  readonly finish: number;
  readonly reason: string;
};

/** @param finish when the result is ready, after its time; in milliseconds since 1970 UTC. */
export function isLate(course: Course, finish: number): void {
  const { chance, mishap } = course;
  const late = { course, finish, reason: chance.pick(latenessReasons) };
  if (mishap === 'unfinished-at-counter') return isMissed(late);
  const isAnnounced = isForeseen(late);
  isUrged(late);
  isReasoned(late);
  isAsked(late);
  isApologised(late, isAnnounced);
  if (chance.happens(0.35)) isTold(late);
}

/** Whoever is to act knows nothing of it. */
function isMissed(late: Late): void {
  const { course } = late;
  const { scene, due } = course;
  isUnannounced(late);
  const owed = ['apology-and-new-appointment', 'due-and-overdue-urged', 'reasons-to-centre'];
  for (const rule of owed) plants(course, rule, dayAfter(scene, due));
}

/** Of what lies at the agency on the last day all is said and done that can be; of another, by chance. */
function happensTo({ chance, mishap }: Course, probability: number): boolean {
  return mishap === 'unfinished-at-agency' || chance.happens(probability);
}

/**
 * The day before, by some: an extension is proposed, and the applicant hears of it, as national law has
 * it. By whoever hides the lateness afterwards, too, so that this alone was broken. False: it was not.
 */
function isForeseen(late: Late): boolean {
  const { course, reason } = late;
  const { scene, chance, life, office, official, due, mishap } = course;
  const { time } = scene;
  const end = Date.parse(time.workingDaysBefore(time.dateAt(instantAt(due)), 1));
  const at = end - chance.between(30, 200) * 60_000;
  const isHidden = mishap === 'finish-set-back' || mishap === 'backdated';
  const isInTime = time.minutesBetweenMs(course.receivedAt, at) >= 60;
  if (!isInTime || !(isHidden || chance.happens(0.3))) {
    if (end > course.receivedAt) isUnannounced(late);
    return false;
  }
  const current = { at: instantAt(due) };
  const proposed = { at: instantAt(time.addMinutesMs(due, chance.between(2, 6) * workingDay)) };
  const isAway = scene.absences.isAway(official, time.dateAt(instantAt(at)));
  const speaker = isAway ? office.head : official;
  const document = documentOf(course, 'VP');
  const told = { unit: office.agency, official: speaker, current, proposed, document, reason };
  life.happens('ExtensionProposed', speaker, told, { at });
  apologises(late, at, 1);
  return true;
}

/** What tells the centre by the due time alone is in time until it is known that the dossier was finished later. */
function isUnannounced({ course, finish }: Late): void {
  const isNotified = isExplainedUnasked(course);
  plants(course, 'lateness-announced', isNotified ? finish : course.due);
  plants(course, 'lateness-announced', course.due);
}

/** On the day on which its time runs out: always at KT, which must (KT Đ13.5), save where that is forgotten. */
function isExplainedUnasked({ scene, mishap }: Course): boolean {
  const isForgotten = mishap === 'no-reason-for-lateness' || mishap === 'unfinished-at-counter';
  return scene.place.centre === 'KT' && !isForgotten;
}

/** @param days from the day on which it is ready to the new appointment. */
function apologises({ course, finish, reason }: Late, at: number, days: number): void {
  const { life, office, scene } = course;
  const signer = office.head;
  const newAppointment = { on: plusDays(scene.time.dateAt(instantAt(finish)), days) };
  const document = documentOf(course, 'XL');
  const issued = { unit: office.agency, signer, newAppointment, document, reason };
  life.happens('ApologyIssued', signer, issued, { at });
}

/** On the day on which its time runs out at NB, which must (NB Đ5.1c¶2); elsewhere afterwards, by some. */
function isUrged(late: Late): void {
  const { scene, chance, life, office, due, mishap } = late.course;
  if (mishap === 'not-urged') {
    plants(late.course, 'due-and-overdue-urged', dayAfter(late.course.scene, due));
    return;
  }
  const by = scene.place.complaintOfficer;
  const means = chance.pick(['official-letter', 'telephone', 'application'] as const);
  const urged = { unit: office.agency, by, means, document: letterOf(late.course) };
  if (scene.place.centre === 'NB') {
    const at = morningOf(late.course, chance.between(15, 60));
    life.happens('AgencyUrged', by, { ...urged, because: 'due' }, { at });
  }
  if (!happensTo(late.course, 0.35)) return;
  meanwhile(late, chance.between(10, 300), (at) =>
    life.happens('AgencyUrged', by, { ...urged, because: 'overdue' }, { at }),
  );
}

/** Why, where the agency says so of itself. */
function isReasoned({ course, reason }: Late): void {
  const { chance, life, office, due, mishap } = course;
  if (mishap === 'no-reason-for-lateness') {
    plants(course, 'reasons-to-centre', dayAfter(course.scene, due));
  }
  if (!isExplainedUnasked(course)) return;
  const given = { about: 'lateness' as const, unit: office.agency, official: office.head };
  const at = morningOf(course, chance.between(15, 60));
  const document = documentOf(course, 'VP');
  life.happens('ReasonGiven', office.head, { ...given, document, reason }, { at });
}

/** What the centre asks of a late dossier is answered on the same day, or the next (NB Đ5.1c¶2). */
function isAsked(late: Late): void {
  const { course, reason } = late;
  const { chance, life, office, mishap } = course;
  const isNeverAnswered = mishap === 'lateness-not-explained';
  if (mishap === 'no-reason-for-lateness' || !(isNeverAnswered || happensTo(course, 0.3))) return;
  const reference = letterOf(course);
  const by = clerkOf(course);
  const means = 'official-letter' as const;
  const wait = chance.between(60, 400);
  const question = 'Vì sao hồ sơ quá hạn, đề nghị gia hạn đến ngày nào?';
  const asked = { reference, unit: office.agency, by, about: 'lateness' as const, means, question };
  const official = office.head;
  const answer = { reference, unit: office.agency, official };
  const given = { ...answer, about: 'lateness' as const, document: documentOf(course, 'VP') };
  const [proposed, answersToo] = [{ on: newDay(late, 1) }, chance.happens(0.5)];
  const answeredAfter = chance.between(30, 240);
  meanwhile(late, wait, (at) => {
    life.happens('ProgressQueried', by, asked, { at });
    if (isNeverAnswered) return plants(course, 'overdue-explained', dayAfter(course.scene, at));
    const then = course.scene.time.addMinutesMs(at, answeredAfter);
    life.happens('ReasonGiven', official, { ...given, proposed, reason }, { at: then });
    const answered = { ...answer, means, answer: reason };
    if (answersToo) life.happens('ProgressAnswered', official, answered, { at: then });
  });
}

/** Asked for at once at SL, which must (SL Đ8.d), and elsewhere by some; not issued each time. */
function isApologised(late: Late, isAnnounced: boolean): void {
  const { course } = late;
  const { scene, chance, life, office, official, due, mishap } = course;
  if (mishap === 'no-apology-asked') {
    plants(course, 'apology-and-new-appointment', dayAfter(course.scene, due));
    return;
  }
  const newAppointment = { on: newDay(late, chance.between(0, 2)) };
  const wait = chance.between(15, 90);
  if (scene.place.centre === 'SL' || happensTo(course, 0.35)) {
    const asked = { of: office.agency, official, newAppointment, document: letterOf(course) };
    life.happens('ApologyAsked', official, asked, { at: scene.time.addMinutesMs(due, wait) });
  }
  const isTwice = mishap === 'promised-twice';
  if (!isAnnounced && (isTwice || happensTo(course, 0.45))) {
    meanwhile(late, wait + chance.between(60, 600), (at) => apologises(late, at, 1));
  }
  if (!isTwice) return;
  meanwhile(late, wait + 700, (at) => {
    apologises(late, at, 2);
    plants(course, 'new-appointment-once', at);
  });
}

function isTold(late: Late): void {
  const { life } = late.course;
  const official = clerkOf(late.course);
  const message = 'Hồ sơ bị chậm, Trung tâm sẽ báo khi có kết quả';
  const told = { about: 'lateness' as const, means: 'sms' as const, official, message };
  meanwhile(late, 60, (at) => life.happens('ApplicantTold', official, told, { at }));
}

/** So many working minutes after the promised time, where the result is not ready by then. */
function meanwhile({ course, finish }: Late, minutes: number, tell: (at: number) => void): void {
  const at = course.scene.time.addMinutesMs(course.due, minutes);
  if (at < finish) tell(at);
}

/** Some minutes after the day begins on which its time runs out; in milliseconds since 1970 UTC. */
function morningOf({ scene, due }: Course, minutes: number): number {
  const opening = scene.time.openingOf(scene.time.dateAt(instantAt(due)));
  return scene.time.addMinutesMs(opening === null ? due : Date.parse(opening), minutes);
}

function newDay({ course, finish }: Late, days: number): CalendarDate {
  return plusDays(course.scene.time.dateAt(instantAt(finish)), days);
}

/** The number of a letter of the centre: `79/TTPVHCC`. */
function letterOf({ chance }: Course): string {
  return `${chance.between(40, 400)}/TTPVHCC`;
}
