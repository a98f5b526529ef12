/** What is said and done in the demo about a dossier that is not finished when it was promised. */
import { plusDays } from '../../domain/time/date.ts';
import { type CalendarDate, instantAt } from '../../domain/units.ts';
import { type Course, clerkOf, documentOf, workingDay } from './course.ts';
import { latenessReasons } from './texts.ts';

type Late = {
  readonly course: Course;
  /** When the result is ready, after its time; in milliseconds since 1970 UTC. */
  readonly finish: number;
  readonly reason: string;
};

/** @param finish when the result is ready, after its time; in milliseconds since 1970 UTC. */
export function isLate(course: Course, finish: number): void {
  const { chance } = course;
  const late = { course, finish, reason: chance.pick(latenessReasons) };
  if (chance.happens(0.3)) isForeseen(late);
  isUrged(late);
  if (chance.happens(0.3)) isAsked(late);
  if (chance.happens(0.55)) isApologised(late);
  if (chance.happens(0.35)) isTold(late);
}

/** The day before: an extension is proposed, and sometimes the appointment is moved openly. */
function isForeseen({ course, reason }: Late): void {
  const { scene, chance, life, office, official, due } = course;
  const { time } = scene;
  const end = time.workingDaysBefore(time.dateAt(instantAt(due)), 1);
  const at = Date.parse(end) - chance.between(30, 200) * 60_000;
  const begun = Date.parse(life.facts[0]?.occurredAt ?? end);
  if (time.minutesBetweenMs(begun, at) < workingDay) return;
  const current = { at: instantAt(due) };
  const proposed = { at: instantAt(time.addMinutesMs(due, chance.between(2, 6) * workingDay)) };
  const isAway = scene.absences.isAway(official, time.dateAt(instantAt(at)));
  const speaker = isAway ? office.head : official;
  const document = documentOf(course, 'VP');
  const told = { unit: office.agency, official: speaker, current, proposed, document, reason };
  life.happens('ExtensionProposed', speaker, told, { at });
  if (!chance.happens(0.3)) return;
  const by = scene.place.deputy;
  const moved = { by, before: current, after: proposed, document, reason };
  life.happens('AppointmentMoved', by, moved, { at: at + 20 * 60_000 });
}

/** Urged by the centre when the time has come: mostly in Ninh Bình, which must, and elsewhere by some. */
function isUrged(late: Late): void {
  const { scene, chance, life, office } = late.course;
  if (!chance.happens(scene.place.centre === 'NB' ? 0.8 : 0.35)) return;
  const by = scene.place.complaintOfficer;
  const means = chance.pick(['official-letter', 'telephone', 'application'] as const);
  const document = letterOf(late.course);
  const urged = { unit: office.agency, because: 'overdue' as const, by, means, document };
  meanwhile(late, chance.between(10, 300), (at) => life.happens('AgencyUrged', by, urged, { at }));
}

function isAsked(late: Late): void {
  const { course, reason } = late;
  const { chance, life, office } = course;
  const reference = letterOf(course);
  const by = clerkOf(course);
  const means = 'official-letter' as const;
  const wait = chance.between(60, 400);
  const question = 'Vì sao hồ sơ quá hạn, đề nghị gia hạn đến ngày nào?';
  const asked = { reference, unit: office.agency, by, about: 'lateness' as const, means, question };
  meanwhile(late, wait, (at) => life.happens('ProgressQueried', by, asked, { at }));
  if (chance.happens(0.2)) return;
  const official = office.head;
  const answer = { reference, unit: office.agency, official };
  const proposed = { on: newDay(late, 1) };
  const document = documentOf(course, 'VP');
  const answersToo = chance.happens(0.5);
  meanwhile(late, wait + chance.between(60, 900), (at) => {
    const given = { ...answer, about: 'lateness' as const, proposed, document, reason };
    life.happens('ReasonGiven', official, given, { at });
    const answered = { ...answer, means, answer: reason };
    if (answersToo) life.happens('ProgressAnswered', official, answered, { at });
  });
}

function isApologised(late: Late): void {
  const { course, reason } = late;
  const { chance, life, office, official } = course;
  const newAppointment = { on: newDay(late, chance.between(0, 2)) };
  const wait = chance.between(30, 300);
  if (chance.happens(0.6)) {
    const asked = { of: office.agency, official, newAppointment, document: letterOf(course) };
    meanwhile(late, wait, (at) => life.happens('ApologyAsked', official, asked, { at }));
  }
  if (!chance.happens(0.8)) return;
  const signer = office.head;
  const document = documentOf(course, 'XL');
  const issued = { unit: office.agency, signer, newAppointment, document, reason };
  meanwhile(late, wait + chance.between(60, 600), (at) =>
    life.happens('ApologyIssued', signer, issued, { at }),
  );
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

function newDay({ course, finish }: Late, days: number): CalendarDate {
  return plusDays(course.scene.time.dateAt(instantAt(finish)), days);
}

/** The number of a letter of the centre: `79/TTPVHCC`. */
function letterOf({ chance }: Course): string {
  return `${chance.between(40, 400)}/TTPVHCC`;
}
