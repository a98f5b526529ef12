/** What is asked in a dossier of the demo: of the applicant, of other agencies, and of the agency itself. */
import { plusDays } from '../../domain/time/date.ts';
import type { OfficialId } from '../../domain/units.ts';
import { type Course, clerkOf, documentOf, workerFor, workingDay } from './course.ts';
import { dueOf } from './intake.ts';
import { progressNotes, supplementGuidance, supplementReasons } from './texts.ts';

/** One request for supplements, and now and then a second, which there must not be. False: they never came. */
export function asksApplicant(course: Course, official: OfficialId): boolean {
  const { chance } = course;
  const requests = chance.happens(0.15) ? 2 : 1;
  for (let number = 1; number <= requests; number += 1) {
    if (!suppliesWhatIsAsked(course, official, number)) return false;
  }
  return true;
}

function suppliesWhatIsAsked(course: Course, official: OfficialId, number: number): boolean {
  const { chance, life, office, procedure, code, resultChannel } = course;
  const reference = `${number}/PBS-${code.slice(-11)}`;
  const components = [{ name: chance.pick(procedure.papers) }];
  const isComplete = chance.happens(0.93);
  life.happens('SupplementRequested', official, {
    reference,
    components,
    form: chance.happens(0.9) ? 'supplement-form' : 'letter',
    complete: isComplete,
    due: { on: plusDays(life.today(), 15) },
    official,
    unit: office.agency,
    place: chance.happens(0.9) ? 'centre' : 'agency-office',
    contents: `Bổ sung ${components[0]?.name ?? 'giấy tờ'}`,
    reason: chance.pick(supplementReasons),
    ...(isComplete ? { guidance: chance.pick(supplementGuidance) } : {}),
  });
  if (chance.happens(0.2)) isExplained(course, reference);
  if (chance.happens(0.1)) {
    life.after(15 * workingDay);
    life.happens('DossierStopped', official, {
      unit: office.agency,
      official,
      document: documentOf(course, 'TB'),
      reason: 'Quá thời hạn bổ sung mà không có hồ sơ bổ sung',
    });
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
  course.due = dueOf(course); // national law: the time starts again
  life.after(chance.between(30, 300));
  return true;
}

function isExplained(course: Course, reference: string): void {
  const { chance, life } = course;
  life.after(chance.between(30, 400));
  const means = chance.pick(['in-person', 'telephone'] as const);
  const clerk = clerkOf(course);
  const question = 'Vì sao phải nộp lại giấy tờ đã có chữ ký?';
  life.happens('ExplanationAsked', clerk, { reference, means, question });
  life.after(chance.happens(0.85) ? chance.between(5, 40) : chance.between(300, 900));
  const official = clerkOf(course);
  const explanation = 'Giấy tờ cần xác nhận của cơ quan chuyên môn, không chỉ chữ ký của người nộp';
  life.happens('ExplanationGiven', official, { reference, means, official, explanation });
}

/** What a step needs of others, as its name tells, and what the centre wants to know of it. */
export function asksOthers(course: Course, step: string, official: OfficialId): void {
  const { chance, procedure } = course;
  if (/xác minh/i.test(step) && chance.happens(0.5)) isVerified(course, official);
  if (/lấy ý kiến/i.test(step)) isConsulted(course, official);
  if (procedure.field === 'Đất đai' && /thẩm định/i.test(step)) {
    if (chance.happens(0.15)) asksForPaper(course);
    if (chance.happens(0.3)) asksForTax(course);
  }
  if (chance.happens(0.05)) notesProgress(course, official);
  if (chance.happens(0.02)) answersCentre(course, official);
}

function isVerified(course: Course, official: OfficialId): void {
  const { scene, chance, life, office } = course;
  const reference = documentOf(course, '');
  const unit = `UBND ${chance.pick(scene.place.wards)}`;
  life.happens('VerificationRequested', official, {
    reference,
    unit,
    official,
    due: { on: plusDays(life.today(), 7) },
    reason: 'Thông tin trong tờ khai khác với hồ sơ lưu',
  });
  if (chance.happens(0.7)) {
    life.after(chance.between(5, 60));
    life.happens('ReasonGiven', official, {
      about: 'verification',
      unit: office.agency,
      official,
      document: documentOf(course, 'VP'),
      reason: 'Hồ sơ phải xác minh tại nơi cư trú',
    });
  }
  life.after(chance.between(120, workingDay));
  life.happens('VerificationCompleted', official, {
    reference,
    unit,
    official,
    outcome: chance.happens(0.95) ? 'confirmed' : 'inconclusive',
    findings: 'Thông tin đúng như tờ khai của người nộp',
  });
  life.after(chance.between(10, 60));
}

function isConsulted(course: Course, official: OfficialId): void {
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
  life.after(chance.between(120, workingDay));
  const answerer = chance.pick(unit.officers);
  life.happens('ConsultationAnswered', answerer, {
    reference,
    unit: unit.agency,
    official: answerer,
    answer: 'Không ảnh hưởng đến hành lang bảo vệ đường bộ',
  });
  life.after(chance.between(10, 60));
}

/** A paper of the district, which the centre asks for in the applicant's place. */
function asksForPaper(course: Course): void {
  const { scene, chance, life, code } = course;
  const clerk = clerkOf(course);
  const reference = `GT-${code.slice(-11)}`;
  const from = `UBND ${chance.pick(scene.place.wards)}`;
  const papers = [{ name: 'Giấy xác nhận tình trạng sử dụng đất' }];
  const due = { on: plusDays(life.today(), 5) };
  const asked = { reference, from, purpose: 'confirm' as const, papers, due, official: clerk };
  life.happens('PaperAsked', clerk, asked);
  life.after(chance.between(120, 2 * workingDay));
  life.happens('PaperSupplied', clerkOf(course), { reference, by: from, papers });
  life.after(chance.between(10, 60));
}

function asksForTax(course: Course): void {
  const { scene, chance, life } = course;
  const reference = `${chance.between(100, 999)}/TB-CT`;
  const amount = chance.between(20, 900) * 50_000;
  const due = { on: plusDays(life.today(), 10) };
  const asked = { reference, unit: scene.place.tax, amount, due };
  life.happens('FinancialDutyAsked', scene.place.system, asked);
  life.after(chance.between(100, 2 * workingDay));
  const official = clerkOf(course);
  life.happens('FinancialDutyMet', official, { reference, amount, official });
  life.after(chance.between(10, 60));
}

function notesProgress({ chance, life, office }: Course, official: OfficialId): void {
  const note = chance.pick(progressNotes);
  life.happens('ProgressNoted', official, { unit: office.agency, official, note });
  life.after(chance.between(5, 30));
}

function answersCentre(course: Course, official: OfficialId): void {
  const { chance, life, office, code } = course;
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
  if (chance.happens(0.1)) return;
  life.after(chance.between(20, 300));
  const answerer = workerFor(course, official);
  life.happens('ProgressAnswered', answerer, {
    reference,
    unit: office.agency,
    official: answerer,
    means,
    answer: chance.pick(progressNotes),
  });
  life.after(chance.between(5, 30));
}
