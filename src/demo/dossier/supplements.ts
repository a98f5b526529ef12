/** What the applicant of a dossier of the demo is asked to supply, and to whom it is explained. */
import { plusDays } from '../../domain/time/date.ts';
import type { OfficialId } from '../../domain/units.ts';
import { stepsOf } from '../offices/procedures.ts';
import {
  type Course,
  clerkOf,
  dayAfter,
  documentOf,
  notesBreach,
  withTimeLeft,
  workingDay,
} from './course.ts';
import { supplementGuidance, supplementReasons } from './texts.ts';

/** One request for supplements, or, which there must not be, two. False: they never came. */
export function asksApplicant(course: Course, official: OfficialId): boolean {
  if (!suppliesWhatIsAsked(course, official, 1)) return false;
  if (course.mishap !== 'asked-twice') return true;
  notesBreach(course, 'supplement-once');
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
  life.after(chance.between(200, 4 * workingDay));
  const clerk = clerkOf(course);
  life.happens('SupplementReceived', clerk, {
    reference,
    components,
    complete: true,
    channel: resultChannel === 'online' ? 'online' : 'direct',
    place: resultChannel === 'online' ? 'provincial-portal' : 'centre',
    official: clerk,
  });
  startsAgain(course, askedAt);
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
    form: formOf(course),
    complete: isComplete,
    due: { on: plusDays(life.today(), 15) },
    official,
    unit: office.agency,
    place: 'centre',
    contents: `Bổ sung ${components[0]?.name ?? 'giấy tờ'}`,
    reason: chance.pick(supplementReasons),
    guidance: chance.pick(supplementGuidance),
  });
  if (!isComplete) notesBreach(course, 'supplement-complete');
  if (mishap === 'asked-for-more') notesBreach(course, 'no-extra-papers');
}

/** What was brought by post or by a hired service has one form for both (TQ Đ7.2a). */
function formOf({ scene, channel }: Course) {
  const isCarried = channel === 'post' || channel === 'hired-service';
  return scene.centre.parameters.supplementsReasoned && isCarried
    ? ('refusal-form' as const)
    : ('supplement-form' as const);
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
  const { scene, life, receivedAt, promised, procedure, office } = course;
  const { time } = scene;
  const whole = time.minutesBetweenMs(receivedAt, promised);
  if (askedAt <= course.due) course.due = time.addMinutesMs(life.now(), whole);
  const [step] = stepsOf(procedure, office);
  const minutes = step?.duration.minutes ?? workingDay;
  if (askedAt <= course.stepDue) course.stepDue = time.addMinutesMs(life.now(), minutes);
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
    notesBreach(course, 'supplement-explained', dayAfter(course, life.now()));
    return;
  }
  life.after(chance.between(5, 40));
  const official = clerkOf(course);
  const explanation = 'Giấy tờ cần xác nhận của cơ quan chuyên môn, không chỉ chữ ký của người nộp';
  life.happens('ExplanationGiven', official, { reference, means, official, explanation });
}
