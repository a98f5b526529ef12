/** How a complaint or a denunciation in the sense of the law takes its course in the demo: accepted, looked into, decided. */
import { plusDays } from '../../domain/time/date.ts';
import {
  breaks,
  type Course,
  dueAfter,
  handlerOf,
  lawfulDay,
  letterOf,
  paperOf,
  signerOf,
  waitsPast,
  workingDay,
} from './matter.ts';
import { isReplied } from './processing.ts';
import { conclusions } from './texts.ts';

/** The terms that the law gives, in days from being taken up. */
const terms = { complaint: 30, 'second-complaint': 45, denunciation: 30 } as const;

export function takesItsCourse(course: Course): void {
  const { chance, life, matter } = course;
  const { fault } = matter;
  const official = handlerOf(course);
  const classified = { matter: 'processing' as const, about: matter.about, official };
  life.happens('ComplaintClassified', official, classified);
  waitsToBeTakenUp(course);
  const isDenunciation = matter.kind === 'denunciation';
  const mayEnd = !isDenunciation && fault === null;
  if (mayEnd && chance.happens(0.15)) return isDeclined(course);
  isTakenUp(course);
  if (fault !== null) return isTakenLong(course);
  life.after(chance.between(2, 5) * workingDay);
  if (mayEnd && chance.happens(0.1)) return isTakenBack(course);
  if (chance.happens(0.2)) isComplex(course);
  if (chance.happens(0.15)) isSuspended(course, chance.between(3, 6));
  life.after(chance.between(3, 9) * workingDay);
  isDecided(course);
}

function waitsToBeTakenUp(course: Course): void {
  const { scene, chance, life, matter } = course;
  const { fault, at } = matter;
  if (fault === 'complaint-accepted') {
    const due = acceptedBy(course);
    breaks(course, fault, due);
    waitsPast(course, due);
  } else if (fault === 'denunciation-checked') {
    const due = dueAfter(scene, at, 7);
    breaks(course, fault, due);
    waitsPast(course, due);
  } else if (fault === 'denunciation-forwarded') {
    waitsPast(course, dueAfter(scene, at, 5));
    isPassedOn(course);
    breaks(course, fault, life.now()); // that it is another's is known when it is passed on
    life.after(chance.between(60, 2 * workingDay));
  } else {
    const then = scene.time.addMinutesMs(life.now(), chance.between(60, 2 * workingDay));
    life.notBefore(Math.min(then, acceptedBy(course) - hourMs));
  }
}

const hourMs = 60 * 60_000;

/** The first day on which the law of 2025 holds, which gives working days. */
const inWorkingDays = Date.parse('2026-07-01T00:00:00+07:00');

/** When a complaint is to be taken up at the latest; in milliseconds since 1970 UTC. */
function acceptedBy({ scene, matter: { at } }: Course): number {
  return at < inWorkingDays ? lawfulDay(scene, at, 10) : dueAfter(scene, at, 7);
}

/** A denunciation of an agency's official is for its head to resolve. */
function isPassedOn(course: Course): void {
  const { life, matter } = course;
  const by = handlerOf(course);
  const sent = { to: matter.agency, why: 'not-competent' as const, by };
  const document = letterOf(course);
  life.happens('ComplaintForwarded', by, { ...sent, means: 'official-letter', document });
}

function isTakenUp(course: Course): void {
  const { life, matter } = course;
  const signer = signerOf(course);
  const due = plusDays(life.today(), termOf(course));
  const accepted = { unit: matter.agency, official: signer, document: paperOf(course, 'TB'), due };
  life.happens('ComplaintAccepted', signer, accepted);
}

function termOf({ matter: { kind } }: Course): number {
  return kind === 'second-complaint' || kind === 'denunciation' ? terms[kind] : terms.complaint;
}

/** Until the time for it is over, where that is what goes wrong. */
function isTakenLong(course: Course): void {
  const { scene, chance, life, matter } = course;
  const { fault, at } = matter;
  if (fault === 'agency-answers') {
    const due = dueAfter(scene, at, 30);
    life.after(workingDay);
    isSuspended(course, 17); // the law's term stands still meanwhile, the agency's answer is as late as ever
    breaks(course, fault, due);
    waitsPast(course, due);
  } else if (
    fault === 'complaint-resolved' ||
    fault === 'second-complaint-resolved' ||
    fault === 'denunciation-resolved'
  ) {
    const due = lawfulDay(scene, life.now(), termOf(course));
    breaks(course, fault, due);
    waitsPast(course, due);
  } else life.after(chance.between(3, 9) * workingDay);
  isDecided(course);
}

function isDeclined(course: Course): void {
  const { chance, life, matter } = course;
  const official = signerOf(course);
  life.happens('ComplaintDeclined', official, {
    because: chance.pick(['out-of-time', 'no-grounds', 'already-resolved'] as const),
    unit: matter.agency,
    official,
    document: paperOf(course, 'TB'),
    reason: 'Đơn không đủ điều kiện thụ lý theo Luật Khiếu nại',
  });
  life.after(chance.between(30, 300));
  isReplied(course);
}

function isTakenBack(course: Course): void {
  const official = handlerOf(course);
  const reason = 'Đã nhận được kết quả và không khiếu nại nữa';
  const withdrawn = { whole: true, official, document: letterOf(course), reason };
  course.life.happens('ComplaintWithdrawn', official, withdrawn);
}

function isComplex(course: Course): void {
  const { chance, life, matter } = course;
  const signer = signerOf(course);
  life.happens('ComplaintDeclaredComplex', signer, {
    degree: 'complex',
    until: plusDays(life.today(), 45),
    signer,
    unit: matter.agency,
    ...(chance.happens(0.8) ? { document: paperOf(course, 'QĐ') } : {}),
  });
  life.after(chance.between(60, workingDay));
}

/** @param days of service until it is resumed. */
function isSuspended(course: Course, days: number): void {
  const { chance, life, matter } = course;
  const signer = signerOf(course);
  const unit = matter.agency;
  const because = 'expertise-awaited' as const;
  const document = paperOf(course, 'QĐ');
  life.happens('ComplaintSuspended', signer, { because, signer, unit, document });
  life.after(days * workingDay);
  const resumed = { signer, unit, document: paperOf(course, 'QĐ') };
  life.happens('ComplaintResumed', signer, resumed);
  life.after(chance.between(60, workingDay));
}

function isDecided(course: Course): void {
  const { scene, chance, life, matter } = course;
  const signer = signerOf(course);
  const isDenunciation = matter.kind === 'denunciation';
  const isUpheld = isDenunciation || chance.happens(0.4);
  life.happens('ComplaintResolved', signer, {
    verdict: isUpheld ? 'partly-upheld' : 'not-upheld',
    remedies: isUpheld ? [isDenunciation ? 'official-dealt-with' : 'decision-changed'] : [],
    unit: matter.agency,
    signer,
    document: paperOf(course, 'QĐ'),
    ...(isDenunciation ? {} : { conclusion: chance.pick(conclusions) }),
  });
  life.after(chance.between(60, 2 * workingDay));
  isReplied(course);
  if (isUpheld || isDenunciation) return;
  life.after(chance.between(2, 9) * workingDay);
  const official = handlerOf(course);
  const authority = scene.place.committee;
  if (chance.happens(0.3)) {
    const to = chance.pick(['second-complaint', 'court'] as const);
    const escalated = { to, authority, official, document: letterOf(course) };
    life.happens('ComplaintEscalated', official, escalated);
  } else if (chance.happens(0.15)) {
    const reason = 'Người khiếu nại cung cấp tài liệu mới';
    const reopened = { by: official, document: letterOf(course), reason };
    life.happens('ComplaintReopened', official, reopened);
  }
}
