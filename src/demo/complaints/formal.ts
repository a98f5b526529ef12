/** How a complaint or a denunciation in the sense of the law takes its course in the demo: accepted, looked into, decided. */
import { plusDays } from '../../domain/time/date.ts';
import { type Course, handlerOf, letterOf, paperOf, signerOf, workingDay } from './matter.ts';
import { isReplied } from './processing.ts';
import { conclusions } from './texts.ts';

/** The term that the law gives, in days. */
const term = 30;

export function takesItsCourse(course: Course): void {
  const { chance, life, matter } = course;
  const official = handlerOf(course);
  const classified = { matter: 'processing' as const, about: matter.about, official };
  life.happens('ComplaintClassified', official, classified);
  life.after(chance.between(workingDay, 7 * workingDay));
  const isDenunciation = matter.kind === 'denunciation';
  if (!isDenunciation && chance.happens(0.15)) return isDeclined(course);
  const signer = signerOf(course);
  const unit = matter.agency;
  const due = plusDays(life.today(), term);
  const document = paperOf(course, 'TB');
  life.happens('ComplaintAccepted', signer, { unit, official: signer, document, due });
  life.after(chance.between(2, 6) * workingDay);
  if (!isDenunciation && chance.happens(0.1)) return isTakenBack(course);
  if (chance.happens(0.2)) isComplex(course);
  if (chance.happens(0.15)) isSuspended(course);
  life.after(chance.between(3, 12) * workingDay);
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

function isSuspended(course: Course): void {
  const { chance, life, matter } = course;
  const signer = signerOf(course);
  const unit = matter.agency;
  const because = 'expertise-awaited' as const;
  const document = paperOf(course, 'QĐ');
  life.happens('ComplaintSuspended', signer, { because, signer, unit, document });
  life.after(chance.between(3, 10) * workingDay);
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
