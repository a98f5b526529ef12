/** How a dossier of the demo ends: decided or sent back, handed over, and returned to whom it is due. */
import type { Entering } from '../life.ts';
import { termFrom } from '../terms.ts';
import { isCharged } from './charging.ts';
import { atCounter, type Course, clerkOf, documentOf, workingDay } from './course.ts';
import { isFetched } from './fetching.ts';
import { formerSignatory, lastOfficer } from './outsiders.ts';
import { breaks, plants } from './planting.ts';
import { keepsCurrent } from './progress.ts';
import { isReturnedByAgency } from './special.ts';
import { withdrawalReasons } from './texts.ts';

/** The applicant takes it back, and gets back what was paid. */
export function isTakenBack(course: Course): void {
  const { scene, chance, life } = course;
  life.after(chance.between(60, workingDay));
  life.notBefore(scene.time.addMinutesMs(course.undoneUntil, 1));
  withdraws(course);
}

/** Nothing is done for more than two weeks, and nothing said (`progress-kept-current`); then it is taken back. */
export function isLeftLying(course: Course): boolean {
  const { chance, life, procedure } = course;
  if (procedure.days < 15 || !breaks(course, 'progress-kept-current')) return false;
  const due = termFrom(course.scene, { days: 10 }, life.now());
  life.after(11 * workingDay + chance.between(0, workingDay));
  withdraws(course);
  plants(course, 'progress-kept-current', due);
  return true;
}

function withdraws(course: Course): void {
  const { chance, life } = course;
  const official = clerkOf(course);
  const reason = chance.pick(withdrawalReasons);
  const withdrawn = { form: 'letter' as const, channel: 'direct' as const, official, reason };
  life.happens('DossierWithdrawn', official, withdrawn);
  course.withdrawnAt = life.now();
}

/** @returns the number of the decision. */
export function isDecided(course: Course, entry: Entering): string {
  const { chance, life, office } = course;
  keepsCurrent(course);
  const document = documentOf(course, 'QĐ');
  const outcome = chance.happens(0.95) ? ('granted' as const) : ('partly-granted' as const);
  const isOutsider = breaks(course, 'signature-without-authority');
  const signer = isOutsider ? formerSignatory(office) : office.head;
  const decision = { outcome, document, signer, unit: office.agency };
  life.happens('DossierDecided', signer, { ...decision, from: life.today() }, entry);
  if (isOutsider) plants(course, 'signature-without-authority');
  return document;
}

/** The result goes to the centre, the applicant hears of it, and gets it. */
export function isReturned(course: Course, document: string): void {
  const { chance, resultChannel } = course;
  if (goesPastCentre(course)) {
    isGivenAtAgency(course, document);
    return;
  }
  const receiver = clerkOf(course);
  isHandedOver(course, receiver);
  isTold(course, receiver);
  isCharged(course, 'return');
  if (resultChannel === 'online') isSent(course, document);
  else if (resultChannel === 'post') isPosted(course, document);
  else isFetched(course, document);
  if (chance.happens(0.006)) isReturnedAgain(course, document);
}

/** At once (TQ Đ8.2); elsewhere a few come later. */
function isHandedOver(course: Course, receiver: string): void {
  const { scene, chance, life, office, official, code, resultChannel } = course;
  const isAtOnce = scene.place.centre === 'TQ' && isFetchedInPerson(course);
  const isLate = isAtOnce ? breaks(course, 'result-handed-over-at-once') : chance.happens(0.06);
  const decided = life.facts.findLast(({ type }) => type === 'DossierDecided');
  const decidedAt = decided === undefined ? life.now() : Date.parse(decided.occurredAt);
  const due = termFrom(scene, { minutes: scene.centre.parameters.atOnce }, decidedAt);
  life.after(isLate ? chance.between(200, 2 * workingDay) : chance.between(5, 28));
  const reference = `KQ-${code.slice(-11)}`;
  const medium = resultChannel === 'online' ? ('electronic' as const) : ('paper' as const);
  const handed = { reference, medium, from: office.agency, giver: official, receiver };
  life.happens('ResultHandedOver', official, handed);
  if (isAtOnce && life.now() > due) plants(course, 'result-handed-over-at-once', due);
}

/** At once where it is fetched (TQ Đ8.2¶2); elsewhere later, or not at all. */
function isTold(course: Course, receiver: string): void {
  const { scene, chance, life, code } = course;
  const isAtOnce = scene.place.centre === 'TQ' && isFetchedInPerson(course);
  if (!isAtOnce && !chance.happens(0.92)) return;
  const isLate = isAtOnce ? breaks(course, 'applicant-told-at-once') : chance.happens(0.1);
  const due = termFrom(scene, { minutes: scene.centre.parameters.atOnce }, life.now());
  life.after(isLate ? chance.between(200, workingDay) : chance.between(4, 25));
  life.happens('ApplicantTold', receiver, {
    about: 'result',
    means: chance.pick(['sms', 'sms', 'telephone', 'application'] as const),
    official: receiver,
    message: `Hồ sơ ${code} đã có kết quả`,
  });
  if (isAtOnce && isLate) plants(course, 'applicant-told-at-once', due);
}

function isFetchedInPerson({ resultChannel }: Course): boolean {
  return resultChannel !== 'online' && resultChannel !== 'post';
}

/** What is sent online or by post the agency may return at TQ (TQ Đ8.1), and what was agreed so at NB (NB Đ5.2d). */
function goesPastCentre(course: Course): boolean {
  const { scene, procedure } = course;
  if (scene.place.centre === 'TQ' && !isFetchedInPerson(course)) return false;
  return !isReturnedByAgency(scene, procedure) && breaks(course, 'results-through-centre');
}

/** What must not be: the agency itself hands it to the applicant. */
function isGivenAtAgency(course: Course, document: string): void {
  const { chance, life, office, resultChannel } = course;
  life.after(chance.between(5, 25));
  const official = lastOfficer(office);
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
  plants(course, 'results-through-centre');
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
