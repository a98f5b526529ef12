/** How a dossier of the demo ends: decided or sent back, handed over, and returned to whom it is due. */
import type { Entering } from '../life.ts';
import { isCharged } from './charging.ts';
import {
  atCounter,
  type Course,
  clerkOf,
  counterTime,
  documentOf,
  openingAfter,
  workingDay,
} from './course.ts';
import { withdrawalReasons, writtenAnswers } from './texts.ts';

/** The applicant takes it back, and gets back what was paid. */
export function isTakenBack(course: Course): void {
  const { chance, life } = course;
  life.after(chance.between(60, workingDay));
  const official = clerkOf(course);
  const reason = chance.pick(withdrawalReasons);
  const withdrawn = { form: 'letter' as const, channel: 'direct' as const, official, reason };
  life.happens('DossierWithdrawn', official, withdrawn);
  course.withdrawnAt = life.now();
}

/** It does not meet the conditions: the agency answers in writing, and the centre asks it to. */
export function isSentBack(course: Course): void {
  const { chance, life, office, official } = course;
  if (chance.happens(0.7)) {
    const asker = clerkOf(course);
    const document = `${chance.between(40, 400)}/TTPVHCC`;
    life.happens('WrittenAnswerAsked', asker, { of: office.agency, official: asker, document });
    life.after(chance.between(60, 300));
  }
  const document = documentOf(course, 'VP');
  const answer = chance.pick(writtenAnswers);
  if (chance.happens(0.85)) {
    const issued = { unit: office.agency, signer: office.head, document, answer };
    life.happens('WrittenAnswerIssued', office.head, issued);
    life.after(chance.between(10, 90));
  }
  const back = { unit: office.agency, official, document, reply: answer };
  life.happens('DossierReturned', official, back);
}

/** @returns the number of the decision. */
export function isDecided(course: Course, entry: Entering): string {
  const { chance, life, office } = course;
  const document = documentOf(course, 'QĐ');
  const outcome = chance.happens(0.95) ? ('granted' as const) : ('partly-granted' as const);
  const decision = { outcome, document, signer: office.head, unit: office.agency };
  life.happens('DossierDecided', office.head, { ...decision, from: life.today() }, entry);
  return document;
}

/** The result goes to the centre, the applicant hears of it, and gets it. */
export function isReturned(course: Course, document: string): void {
  const { chance, life, office, official, resultChannel } = course;
  if (chance.happens(0.01)) {
    isGivenAtAgency(course, document);
    return;
  }
  life.after(chance.happens(0.94) ? chance.between(5, 28) : chance.between(200, 2 * workingDay));
  const receiver = clerkOf(course);
  const reference = `KQ-${course.code.slice(-11)}`;
  const medium = resultChannel === 'online' ? ('electronic' as const) : ('paper' as const);
  const handed = { reference, medium, from: office.agency, giver: official, receiver };
  life.happens('ResultHandedOver', official, handed);
  if (chance.happens(0.92)) {
    life.after(chance.happens(0.9) ? chance.between(4, 25) : chance.between(200, workingDay));
    life.happens('ApplicantTold', receiver, {
      about: 'result',
      means: chance.pick(['sms', 'sms', 'telephone', 'application'] as const),
      official: receiver,
      message: `Hồ sơ ${course.code} đã có kết quả`,
    });
  }
  isCharged(course, 'return');
  if (resultChannel === 'online') isSent(course, document);
  else if (resultChannel === 'post') isPosted(course, document);
  else isFetched(course, document);
  if (chance.happens(0.006)) isReturnedAgain(course, document);
}

/** What must not be: the agency itself hands it to the applicant. */
function isGivenAtAgency(course: Course, document: string): void {
  const { chance, life, office, official, resultChannel } = course;
  life.after(chance.between(20, 300));
  life.happens('ResultReturned', official, {
    to: 'applicant',
    chosenChannel: resultChannel,
    usedChannel: 'direct',
    place: 'agency-office',
    unit: office.agency,
    official,
    byAgreement: false,
    document,
    recipient: course.person.name,
  });
}

function isSent(course: Course, document: string): void {
  const { scene, chance, life } = course;
  life.after(chance.between(5, 60));
  life.happens('ResultReturned', scene.place.system, {
    to: 'applicant',
    chosenChannel: 'online',
    usedChannel: 'online',
    place: 'provincial-portal',
    unit: scene.place.unit,
    document,
    recipient: course.person.name,
  });
}

function isPosted(course: Course, document: string): void {
  const { scene, chance, life, code } = course;
  const { post, unit } = scene.place;
  life.after(chance.between(30, workingDay));
  const giver = clerkOf(course);
  const reference = `KQ${code.slice(-11)}VN`;
  const carried = { reference, what: 'result' as const, courier: post, from: unit, giver };
  life.happens('CourierHandedOver', giver, carried);
  if (chance.happens(0.02)) {
    life.after(chance.between(100, 600));
    const account = 'Bưu tá chưa liên hệ được với người nhận';
    const incident = { reference, kind: 'delay' as const, courier: post, account };
    life.happens('CourierIncident', post, incident);
  }
  life.after(chance.between(workingDay, 3 * workingDay));
  life.happens('ResultReturned', post, {
    to: 'applicant',
    proof: { identityPaper: true, signature: true },
    chosenChannel: 'post',
    usedChannel: 'post',
    place: 'elsewhere',
    unit: post,
    document,
    recipient: course.person.name,
  });
}

/** Fetched at the counter, by the applicant or a proxy; some come long after the appointed day, some never. */
function isFetched(course: Course, document: string): void {
  const { scene, chance, life, procedure, resultChannel } = course;
  const { time } = scene;
  const isForgotten = chance.happens(0.05);
  if (isForgotten) {
    const appointed = time.dateAt(life.instant());
    life.notBefore(Math.max(course.due, openingAfter(scene, appointed)));
    life.after(chance.between(5, 60));
    if (chance.happens(0.85)) isKept(course);
    if (chance.happens(0.3)) return;
    life.after(chance.between(4, 20) * workingDay);
  } else {
    const wait = chance.between(10, 3 * workingDay);
    life.notBefore(counterTime(scene, procedure).addMinutesMs(life.now(), wait));
  }
  const official = clerkOf(course);
  const isProxy = resultChannel === 'by-proxy' || chance.happens(0.06);
  const slip = chance.happens(0.96);
  life.happens('ResultReturned', official, {
    to: isProxy ? 'proxy' : 'applicant',
    proof: {
      slip,
      ...(isProxy ? { authorisation: chance.happens(0.9) } : {}),
      identityPaper: chance.happens(0.97),
      signature: true,
    },
    chosenChannel: resultChannel,
    usedChannel: isProxy ? 'by-proxy' : 'direct',
    place: 'centre',
    unit: scene.place.unit,
    official,
    byAgreement: false,
    document,
    recipient: isProxy ? `Người được ủy quyền của ${course.person.name}` : course.person.name,
  });
}

function isKept(course: Course): void {
  const { chance, life } = course;
  const official = clerkOf(course);
  const where = `Tủ ${chance.between(1, 4)}, quầy ${chance.between(1, 9)}`;
  life.happens('ResultKept', official, { from: life.today(), where, official });
}

/** A mistake was found in it after it was fetched. */
function isReturnedAgain(course: Course, document: string): void {
  const { scene, chance, life } = course;
  const isFetchedYet = life.facts.some(({ type }) => type === 'ResultReturned');
  if (!isFetchedYet) return;
  life.after(chance.between(workingDay, 8 * workingDay));
  atCounter(course, 5);
  const official = clerkOf(course);
  life.happens('ResultReturned', official, {
    to: 'applicant',
    proof: { slip: true, identityPaper: true, signature: true },
    chosenChannel: 'direct',
    usedChannel: 'direct',
    place: 'centre',
    unit: scene.place.unit,
    official,
    document: `${document} (đính chính)`,
    again: true,
    recipient: course.person.name,
  });
}
