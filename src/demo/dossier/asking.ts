/** What is asked in a dossier of the demo: of other agencies, and of the agency itself. */
import { plusDays } from '../../domain/time/date.ts';
import { instantAt, type OfficialId } from '../../domain/units.ts';
import { dayAfter } from '../terms.ts';
import { type Course, clerkOf, documentOf, withTimeLeft } from './course.ts';
import { plants } from './planting.ts';
import { progressNotes } from './texts.ts';
import { staysUnfinished } from './unfinished.ts';

/**
 * What a step needs of others, as its name tells, and what the centre wants to know of it.
 *
 * @param pace working minutes that the step may take: a third of them are spent on this.
 */
export function asksOthers(course: Course, step: string, official: OfficialId, pace: number): void {
  const { chance, procedure, mishap } = course;
  const isForVerification = mishap === 'no-reason-for-verification';
  const mayBeVerified = /xác minh/i.test(step);
  const isAwaited = mishap === 'unfinished-elsewhere' && isFirst(course, step);
  if (isAwaited || (mayBeVerified && (isForVerification || chance.happens(0.5)))) {
    isVerified(course, official, pace);
  }
  if (/lấy ý kiến/i.test(step)) isConsulted(course, official, pace);
  if (procedure.field === 'Đất đai' && /thẩm định/i.test(step)) {
    if (mishap === 'paper-late' || chance.happens(0.15)) asksForPaper(course, pace / 2);
    if (chance.happens(0.3)) asksForTax(course, pace / 2);
  }
  if (chance.happens(0.05)) notesProgress(course, official);
  const isUnanswered = mishap === 'query-not-answered' && isFirst(course, step);
  if (isUnanswered || chance.happens(0.02)) answersCentre(course, official);
}

function isFirst({ procedure }: Course, step: string): boolean {
  return procedure.steps[0] === step;
}

/** The centre is told why in the same letter: always at KT, which must be (KT Đ13.5), and elsewhere by most. */
function isVerified(course: Course, official: OfficialId, pace: number): void {
  const { scene, chance, life, office, mishap } = course;
  const reference = documentOf(course, '');
  const unit = `UBND ${chance.pick(scene.place.wards)}`;
  life.happens('VerificationRequested', official, {
    reference,
    unit,
    official,
    due: { on: plusDays(life.today(), 7) },
    reason: 'Thông tin trong tờ khai khác với hồ sơ lưu',
  });
  if (mishap === 'no-reason-for-verification') {
    plants(course, 'reasons-to-centre', dayAfter(course.scene, life.now()));
  } else if (scene.place.centre === 'KT' || chance.happens(0.7)) {
    life.happens('ReasonGiven', official, {
      about: 'verification',
      unit: office.agency,
      official,
      document: documentOf(course, 'VP'),
      reason: 'Hồ sơ phải xác minh tại nơi cư trú',
    });
  }
  if (mishap === 'unfinished-elsewhere') staysUnfinished(course);
  life.after(pace * (0.1 + 0.15 * chance.fraction()));
  life.happens('VerificationCompleted', official, {
    reference,
    unit,
    official,
    outcome: chance.happens(0.95) ? 'confirmed' : 'inconclusive',
    findings: 'Thông tin đúng như tờ khai của người nộp',
  });
  life.after(chance.between(5, 15));
}

function isConsulted(course: Course, official: OfficialId, pace: number): void {
  const { scene, chance, life } = course;
  const reference = documentOf(course, 'VP');
  const others = scene.place.offices.filter(({ agency }) => agency !== course.office.agency);
  const unit = chance.pick(others);
  life.happens('ConsultationAsked', official, {
    reference,
    unit: unit.agency,
    official,
    due: { on: plusDays(life.today(), 5) },
    reason: 'Công trình nằm gần hành lang bảo vệ đường bộ',
  });
  life.after(pace * (0.1 + 0.15 * chance.fraction()));
  const answerer = chance.pick(unit.officers);
  life.happens('ConsultationAnswered', answerer, {
    reference,
    unit: unit.agency,
    official: answerer,
    answer: 'Không ảnh hưởng đến hành lang bảo vệ đường bộ',
  });
  life.after(chance.between(5, 15));
}

/** A paper of the commune, which the centre asks for in the applicant's place. */
function asksForPaper(course: Course, pace: number): void {
  const { scene, chance, life, code } = course;
  const clerk = clerkOf(course);
  const reference = `GT-${code.slice(-11)}`;
  const from = `UBND ${chance.pick(scene.place.wards)}`;
  const papers = [{ name: 'Giấy xác nhận tình trạng sử dụng đất' }];
  const isLate = course.mishap === 'paper-late';
  const hour = scene.time.addMinutesMs(life.now(), 60);
  const due = isLate ? { at: instantAt(hour) } : { on: plusDays(life.today(), 5) };
  const asked = { reference, from, purpose: 'confirm' as const, papers, due, official: clerk };
  life.happens('PaperAsked', clerk, asked);
  if (isLate) {
    plants(course, 'papers-supplied', hour);
    life.after(90);
  } else life.after(pace * (0.1 + 0.15 * chance.fraction()));
  life.happens('PaperSupplied', clerkOf(course), { reference, by: from, papers });
  life.after(chance.between(5, 15));
}

function asksForTax(course: Course, pace: number): void {
  const { scene, chance, life } = course;
  const reference = `${chance.between(100, 999)}/TB-CT`;
  const amount = chance.between(20, 900) * 50_000;
  const due = { on: plusDays(life.today(), 10) };
  const asked = { reference, unit: scene.place.tax, amount, due };
  life.happens('FinancialDutyAsked', scene.place.system, asked);
  life.after(pace * (0.1 + 0.15 * chance.fraction()));
  const official = clerkOf(course);
  life.happens('FinancialDutyMet', official, { reference, amount, official });
  life.after(chance.between(5, 15));
}

function notesProgress({ chance, life, office }: Course, official: OfficialId): void {
  const note = chance.pick(progressNotes);
  life.happens('ProgressNoted', official, { unit: office.agency, official, note });
  life.after(chance.between(5, 10));
}

/** On the same day. */
function answersCentre(course: Course, official: OfficialId): void {
  const { chance, life, office, code, mishap } = course;
  withTimeLeft(course, 60);
  const clerk = clerkOf(course);
  const reference = `TD-${code.slice(-11)}`;
  const means = chance.pick(['telephone', 'e-mail', 'application'] as const);
  life.happens('ProgressQueried', clerk, {
    reference,
    unit: office.agency,
    by: clerk,
    about: chance.pick(['progress', 'papers', 'reception'] as const),
    means,
    question: 'Người nộp hỏi hồ sơ đã đến bước nào',
  });
  if (mishap === 'query-not-answered') {
    plants(course, 'progress-query-answered', dayAfter(course.scene, life.now()));
    return;
  }
  life.after(chance.between(5, 30));
  const answerer = isAway(course, official) ? office.head : official;
  life.happens('ProgressAnswered', answerer, {
    reference,
    unit: office.agency,
    official: answerer,
    means,
    answer: chance.pick(progressNotes),
  });
}

function isAway({ scene, life }: Course, official: OfficialId): boolean {
  return scene.absences.isAway(official, life.today());
}
