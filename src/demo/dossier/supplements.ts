/** What the applicant of a dossier of the demo is asked to supply, and to whom it is explained. */
import { plusDays } from '../../domain/time/date.ts';
import { instantAt, type OfficialId } from '../../domain/units.ts';
import { stepsOf } from '../offices/procedures.ts';
import { dayAfter } from '../terms.ts';
import { type Course, clerkOf, documentOf, withTimeLeft, workingDay } from './course.ts';
import { plants } from './planting.ts';
import { dueOf } from './reception.ts';
import { supplementGuidance, supplementReasons } from './texts.ts';

/** One request for supplements, or, which there must not be, two. False: they never came. */
export function asksApplicant(course: Course, official: OfficialId): boolean {
  if (!suppliesWhatIsAsked(course, official, 1)) return false;
  if (course.mishap !== 'asked-twice') return true;
  plants(course, 'supplement-once', course.life.now());
  return suppliesWhatIsAsked(course, official, 2);
}

function suppliesWhatIsAsked(course: Course, official: OfficialId, number: number): boolean {
  const { chance, life, procedure, code, resultChannel, mishap } = course;
  const reference = `${number}/PBS-${code.slice(-11)}`;
  const listed = chance.pick(procedure.papers);
  const components = [{ name: mishap === 'asked-for-more' ? 'Giấy xác nhận hạnh kiểm' : listed }];
  const askedAt = life.now();
  isAsked(course, official, reference, components);
  if (mishap === 'request-not-explained' || chance.happens(0.2)) isExplained(course, reference);
  if (mishap === null && chance.happens(0.1)) {
    isStopped(course, official);
    startsAgain(course, askedAt);
    return false;
  }
  life.after(number === 1 ? chance.between(200, 4 * workingDay) : chance.between(30, 90));
  const clerk = clerkOf(course);
  life.happens('SupplementReceived', clerk, {
    reference,
    components,
    complete: true,
    channel: resultChannel === 'online' ? 'online' : 'direct',
    place: resultChannel === 'online' ? 'provincial-portal' : 'centre',
    official: clerk,
  });
  if (number === 1) startsAgain(course, askedAt); // a request that may not be made gains no time
  life.after(chance.between(30, 60));
  return true;
}

type Components = readonly { readonly name: string }[];

function isAsked(
  course: Course,
  official: OfficialId,
  reference: string,
  components: Components,
): void {
  const { chance, life, office, mishap } = course;
  const isComplete = mishap !== 'asked-in-part';
  life.happens('SupplementRequested', official, {
    reference,
    components: [...components],
    form: 'supplement-form',
    complete: isComplete,
    due: { on: plusDays(life.today(), 15) },
    official,
    unit: office.agency,
    place: 'centre',
    contents: `Bổ sung ${components[0]?.name ?? 'giấy tờ'}`,
    reason: chance.pick(supplementReasons),
    guidance: chance.pick(supplementGuidance),
  });
  if (!isComplete) plants(course, 'supplement-complete');
  if (mishap === 'asked-for-more') plants(course, 'no-extra-papers');
}

function isStopped(course: Course, official: OfficialId): void {
  const { life, office } = course;
  life.after(15 * workingDay);
  life.happens('DossierStopped', official, {
    unit: office.agency,
    official,
    document: documentOf(course, 'TB'),
    reason: 'Quá thời hạn bổ sung mà không có hồ sơ bổ sung',
  });
}

/** National law: after the wait the time starts again, that of the step too, unless it was over before. */
function startsAgain(course: Course, askedAt: number): void {
  const { scene, life, procedure, office } = course;
  const { time } = scene;
  if (askedAt <= course.due) course.due = wholeAgain(course);
  const [step] = stepsOf(procedure, office);
  const minutes = step?.duration.minutes ?? workingDay;
  if (askedAt <= course.stepDue) course.stepDue = time.addMinutesMs(life.now(), minutes);
}

/** As many working days as were promised, or as many minutes of the same day. */
function wholeAgain(course: Course): number {
  const { scene, life, receivedAt, promised, procedure } = course;
  const { time, centre } = scene;
  const isSolvedHere = centre.parameters.solvedAtCentre.includes('same-day');
  if (procedure.days > 0 || isSolvedHere) return dueOf(course);
  const [from, to] = [receivedAt, promised].map((at) => time.dateAt(instantAt(at)));
  const isSameDay = from === to;
  if (centre.parameters.firstDay === 'same') {
    return time.addWorkingDaysMs(life.now(), isSameDay ? 1 : 2, 'same-day');
  }
  return isSameDay
    ? time.addMinutesMs(life.now(), time.minutesBetweenMs(receivedAt, promised))
    : time.addWorkingDaysMs(life.now(), 1, 'next-day');
}

function isExplained(course: Course, reference: string): void {
  const { chance, life, mishap } = course;
  life.after(chance.between(30, 400));
  withTimeLeft(course, 90);
  const means = chance.pick(['in-person', 'telephone'] as const);
  const clerk = clerkOf(course);
  const question = 'Vì sao phải nộp lại giấy tờ đã có chữ ký?';
  life.happens('ExplanationAsked', clerk, { reference, means, question });
  if (mishap === 'request-not-explained') {
    plants(course, 'supplement-explained', dayAfter(course.scene, life.now()));
    return;
  }
  life.after(chance.between(5, 40));
  const official = clerkOf(course);
  const explanation = 'Giấy tờ cần xác nhận của cơ quan chuyên môn, không chỉ chữ ký của người nộp';
  life.happens('ExplanationGiven', official, { reference, means, official, explanation });
}
