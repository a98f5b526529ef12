/**
 * What the ledger exists to show, in the ways that the old systems allowed: a finish set back to the
 * promised time, an appointment moved, an entry dated before it can have been, a reception that comes
 * after what followed from it, comes twice, or was never there.
 */
import { streamName } from '../../domain/stream.ts';
import { dayOf, plusDays } from '../../domain/time/date.ts';
import { hoChiMinh, startOfDay } from '../../domain/time/zone.ts';
import { instantAt } from '../../domain/units.ts';
import type { Entering } from '../life.ts';
import { type Course, openingAfter, workingDay } from './course.ts';
import { plants } from './planting.ts';

/** Before its time, for a reason, by a day or two. */
export function movesOpenly(course: Course): void {
  const { scene, chance, life, due } = course;
  life.after(chance.between(20, 60));
  const by = scene.place.deputy;
  course.due = scene.time.addMinutesMs(due, chance.between(1, 2) * workingDay);
  const [before, after] = [{ at: instantAt(due) }, { at: instantAt(course.due) }];
  const reason = 'Người nộp đề nghị nhận kết quả muộn hơn';
  life.happens('AppointmentMoved', by, { by, before, after, document: '31/TTPVHCC', reason });
  plants(course, 'due-date-moved');
}

/** When it had passed, and nobody says why: so that nothing looks late. */
export function movesLate(course: Course, finish: number): void {
  const { scene, chance, life, due } = course;
  const by = scene.place.deputy;
  const after = { at: instantAt(scene.time.addMinutesMs(finish, 120)) };
  const at = scene.time.addMinutesMs(due, chance.between(2 * workingDay, 3 * workingDay));
  life.happens('AppointmentMoved', by, { by, before: { at: instantAt(due) }, after }, { at });
  plants(course, 'due-date-moved', at);
  isLessened(course, at);
}

/** Decided now, and entered as if it had been just in time. */
export function backdated(course: Course): Entering {
  const { life, due } = course;
  hidesLateness(course, life.now());
  return { at: due - 20 * 60_000, enteredAt: life.now() };
}

/** What was done with its record when it was over. */
export function isTamperedWith(course: Course): void {
  const { mishap } = course;
  if (mishap === 'finish-set-back') setsBack(course);
  if (mishap === 'reception-set-later') setsReceptionLater(course);
  if (mishap === 'reception-withdrawn') withdrawsReception(course);
  if (mishap === 'worked-on-after') isWorkedOnAgain(course);
}

/** By the deputy's account, when the week's report is made: the decision is put on the promised time. */
function setsBack(course: Course): void {
  const { scene, life, due } = course;
  const enteredAt = reportingAfter(course);
  life.redates('DossierDecided', scene.place.deputy, { at: due, enteredAt });
  hidesLateness(course, enteredAt);
}

/** What was late no longer is, from then on; in a demo that ends before, it still is. */
function hidesLateness(course: Course, enteredAt: number): void {
  const { options } = course.scene;
  const end = Date.parse(startOfDay(plusDays(options.until, 1), hoChiMinh));
  if (enteredAt >= end) return plants(course, 'processing-deadline', course.due);
  isLessened(course, enteredAt);
  plants(course, 'backdated-entry', enteredAt);
}

/** A breach that is corrected away is found at every centre, by no rule of any. */
function isLessened({ scene, code }: Course, from: number): void {
  scene.plant('breach-lessened', streamName('dossier', code), from);
}

/** The reception is put behind the decision. */
function setsReceptionLater(course: Course): void {
  const { scene, life } = course;
  const decided = life.facts.find(({ type }) => type === 'DossierDecided');
  if (decided === undefined) return;
  const at = Date.parse(decided.occurredAt) + 2 * 60_000;
  const enteredAt = nextMorning(course);
  life.redates('DossierReceived', scene.place.deputy, { at, enteredAt });
  plants(course, 'end-before-start', enteredAt);
  plants(course, 'step-before-reception', enteredAt);
}

function withdrawsReception(course: Course): void {
  const { scene, life } = course;
  const enteredAt = nextMorning(course);
  const entry = { at: enteredAt, enteredAt, corrects: 'DossierReceived' };
  const reason = 'Tiếp nhận trùng với hồ sơ giấy';
  life.happens('EntryWithdrawn', scene.place.deputy, { because: 'duplicate', reason }, entry);
  plants(course, 'never-received', enteredAt);
}

/** The check of what came online is turned into another reception. */
export function isReceivedTwice(course: Course): void {
  const { scene, life } = course;
  const checked = life.facts.find(({ type }) => type === 'OnlineDossierChecked');
  const received = life.facts.findLast(({ type }) => type === 'DossierReceived');
  if (checked === undefined || received === undefined) return;
  const enteredAt = Date.parse(received.enteredAt) + 20 * 60_000;
  life.turnsInto('OnlineDossierChecked', 'DossierReceived', scene.place.deputy, {
    at: Date.parse(checked.occurredAt),
    enteredAt,
  });
  plants(course, 'received-twice', enteredAt);
}

/** The last step is done again when the result has long been with the applicant. */
function isWorkedOnAgain(course: Course): void {
  const { chance, life, office, official, procedure } = course;
  const isReturned = life.facts.some(({ type }) => type === 'ResultReturned');
  const step = procedure.steps.at(-1);
  if (!isReturned || step === undefined) return;
  life.after(chance.between(workingDay, 2 * workingDay));
  const run = { step, official, unit: office.agency, instance: 'lam-lai' };
  life.happens('StepStarted', official, run);
  plants(course, 'work-after-end');
  life.after(chance.between(8, 20));
  life.happens('StepCompleted', official, { ...run, outcome: 'Đã ký lại' });
}

/** After everything that was entered of it; in milliseconds since 1970 UTC. */
function nextMorning({ scene, chance, life }: Course): number {
  const day = scene.time.dateAt(instantAt(lastEntered(life.facts)));
  return openingAfter(scene, day) + chance.between(20, 90) * 60_000;
}

/** In the last half hour of the first Friday of work, or of the day after it, after everything that was entered of it. */
function reportingAfter({ scene: { time }, chance, life }: Course): number {
  let day = time.nextWorkingDay(time.dateAt(instantAt(lastEntered(life.facts))));
  for (let left = 5; left > 0 && !isFriday(day); left -= 1) day = time.nextWorkingDay(day);
  return Date.parse(time.endOfDate(day)) - chance.between(10, 25) * 60_000;
}

function lastEntered(facts: Course['life']['facts']): number {
  return Math.max(...facts.map(({ enteredAt }) => Date.parse(enteredAt)));
}

function isFriday(day: Parameters<typeof dayOf>[0]): boolean {
  return (dayOf(day) + 3) % 7 === 4;
}
