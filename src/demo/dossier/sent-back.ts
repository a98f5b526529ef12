/** A dossier of the demo that does not meet the conditions: it is sent back, and the agency says why. */

import { dayAfter } from '../terms.ts';
import { type Course, clerkOf, documentOf } from './course.ts';
import { plants } from './planting.ts';
import { keepsCurrent } from './progress.ts';
import { writtenAnswers } from './texts.ts';

/** The applicant is answered in writing, as the centre asks, and the centre is told the reason. */
export function isSentBack(course: Course): void {
  const { chance, life, office, official } = course;
  keepsCurrent(course);
  const document = documentOf(course, 'VP');
  const answer = chance.pick(writtenAnswers);
  isExplained(course, document, answer);
  const back = { unit: office.agency, official, document, reply: answer };
  life.happens('DossierReturned', official, back);
  isAskedToAnswer(course);
  if (!chance.happens(0.85)) return;
  life.after(chance.between(60, 300));
  const issued = { unit: office.agency, signer: office.head, document, answer };
  life.happens('WrittenAnswerIssued', office.head, issued);
}

/** With the return itself: always at KT, which must (KT Đ13.5), and elsewhere by some. */
function isExplained(course: Course, document: string, reason: string): void {
  const { scene, chance, life, office, mishap } = course;
  if (mishap === 'no-reason-for-return') {
    plants(course, 'reasons-to-centre', dayAfter(course.scene, life.now()));
    return;
  }
  if (scene.place.centre !== 'KT' && !chance.happens(0.3)) return;
  const given = { about: 'return' as const, unit: office.agency, official: office.head };
  life.happens('ReasonGiven', office.head, { ...given, document, reason });
}

/** The same day: always at SL, which must (SL Đ8.d), and elsewhere by most. */
function isAskedToAnswer(course: Course): void {
  const { scene, chance, life, office, mishap } = course;
  if (mishap === 'no-written-answer-asked') {
    plants(course, 'reasons-to-applicant', dayAfter(course.scene, life.now()));
    return;
  }
  if (scene.place.centre !== 'SL' && !chance.happens(0.7)) return;
  life.after(chance.between(5, 60));
  const asker = clerkOf(course);
  const document = `${chance.between(40, 400)}/TTPVHCC`;
  life.happens('WrittenAnswerAsked', asker, { of: office.agency, official: asker, document });
}
