/** How feedback about an agency's work is dealt with in the demo: forwarded, urged, explained, and answered. */
import { plusDays } from '../../domain/time/date.ts';
import type { CalendarDate } from '../../domain/units.ts';
import { serviceAt, toldOfOfficial, workingDaysFrom } from '../telling.ts';
import {
  breaks,
  type Course,
  dueAfter,
  handlerOf,
  letterOf,
  paperOf,
  signerOf,
  waitsPast,
  workingDay,
} from './matter.ts';
import { conclusions, explanations, replies } from './texts.ts';

/** By the agency, which the centre follows and urges. @param onPortal it is also answered where it was asked. */
export function isDealtWith(course: Course, onPortal: boolean): void {
  const { scene, chance, life, matter } = course;
  const { agency, fault, at } = matter;
  if (fault === 'feedback-forwarded') {
    const due = dueAfter(scene, at, 5);
    breaks(course, fault, due);
    waitsPast(course, due);
  } else life.after(chance.between(10, 900));
  const by = handlerOf(course);
  const due = workingDaysFrom(scene, life.today(), 9);
  life.happens('ComplaintForwarded', by, {
    to: agency,
    why: 'to-resolve',
    by,
    means: chance.pick(['official-letter', 'application'] as const),
    document: letterOf(course),
    due,
  });
  life.after(chance.between(60, 2 * workingDay));
  if (fault === 'explanation-forwarded' || chance.happens(0.4)) isExplained(course);
  isSlow(course, due);
  if (onPortal) isAnsweredOnPortal(course);
  isResolved(course);
}

/** Not done by the day that the centre set, and urged or not; or answered too late where it was asked. */
function isSlow(course: Course, due: CalendarDate): void {
  const { scene, chance, matter } = course;
  const { fault, at } = matter;
  if (fault === 'portal-feedback-answered') {
    const last = dueAfter(scene, at, 10);
    breaks(course, fault, last);
    waitsPast(course, last);
  } else if (fault === 'three-way-routing-urged' || fault === 'written-reply-with-copy-outcome') {
    const end = Date.parse(scene.time.endOfDate(due));
    breaks(course, 'written-reply-with-copy-outcome', end);
    waitsPast(course, end);
    if (fault === 'written-reply-with-copy-outcome') return isUrged(course, 'overdue');
    const urgedBy = dueAfter(scene, end, 1);
    breaks(course, fault, urgedBy);
    waitsPast(course, urgedBy);
  } else if (chance.happens(0.2)) isUrged(course, 'due');
}

function isExplained(course: Course): void {
  const { scene, chance, life, matter } = course;
  const { agency, official, fault } = matter;
  const by = handlerOf(course);
  const reference = `GT-${course.id}`;
  const due = plusDays(life.today(), 7);
  const asked = { reference, of: agency, official, by, document: letterOf(course), due };
  life.happens('ComplaintExplanationAsked', by, asked);
  life.after(chance.between(60, 2 * workingDay));
  const text = chance.pick(explanations);
  const received = { reference, from: agency, official, document: paperOf(course, 'VP') };
  life.happens('ComplaintExplanationReceived', handlerOf(course), {
    ...received,
    ...(official === null ? {} : { explanation: toldOfOfficial(scene, official, text) }),
  });
  if (fault === 'explanation-forwarded') {
    const last = dueAfter(scene, life.now(), 2);
    breaks(course, fault, last);
    waitsPast(course, last);
  } else life.after(chance.between(30, 300));
  const sender = handlerOf(course);
  const sent = { reference, by: sender, means: 'letter' as const, document: letterOf(course) };
  life.happens('ComplaintExplanationForwarded', sender, sent);
  life.after(chance.between(30, 300));
}

function isUrged(course: Course, because: 'due' | 'overdue'): void {
  const { chance, life, matter } = course;
  const by = handlerOf(course);
  const urged = { agency: matter.agency, because, by };
  const means = 'official-letter' as const;
  life.happens('ComplaintAgencyUrged', by, { ...urged, means, document: letterOf(course) });
  life.after(chance.between(60, workingDay));
}

function isAnsweredOnPortal(course: Course): void {
  const { chance, life, matter } = course;
  const official = signerOf(course);
  const answer = chance.pick(replies);
  const answered = { unit: matter.agency ?? course.scene.place.unit, official, answer };
  life.happens('ComplaintAnswered', official, { ...answered, where: 'provincial-portal' });
  life.after(chance.between(20, 200));
}

/** The agency decides, the centre gets a copy, and who complained is told. */
function isResolved(course: Course): void {
  const { chance, life, matter } = course;
  const signer = signerOf(course);
  const isUpheld = chance.happens(0.6);
  const document = paperOf(course, 'KL');
  life.happens('ComplaintResolved', signer, {
    verdict: isUpheld ? chance.pick(['upheld', 'partly-upheld'] as const) : 'not-upheld',
    remedies: isUpheld
      ? [matter.about === 'lateness' ? 'dossier-expedited' : 'apologised']
      : ['explained'],
    unit: matter.agency,
    signer,
    document,
    conclusion: chance.pick(conclusions),
  });
  life.after(chance.between(20, workingDay));
  const receivedBy = handlerOf(course);
  life.happens('ComplaintOutcomeCopied', receivedBy, { from: matter.agency, receivedBy, document });
  life.after(chance.between(20, 200));
  isReplied(course);
}

/** In writing, but now and then by telephone where an agency dealt with it. Its agency gets a copy, as a rule. */
export function isReplied(course: Course): void {
  const { scene, chance, life, matter } = course;
  const { agency, about, fault } = matter;
  const signer = scene.place.director;
  const isAgencys = agency !== null && about !== 'centre';
  const written = !(isAgencys && chance.happens(0.15));
  const isCopied = fault !== 'written-reply-with-copy-copied';
  life.happens('ComplaintReplied', handlerOf(course), {
    written,
    means: written ? chance.pick(['letter', 'e-mail'] as const) : 'telephone',
    unit: scene.place.unit,
    signer,
    document: letterOf(course),
    copyTo: agency !== null && isCopied ? [agency] : [],
    ...(matter.kind === 'denunciation' ? {} : { reply: chance.pick(replies) }),
  });
  const isEnteredLate = fault === 'backdated-entry';
  if (!isEnteredLate && !chance.happens(0.35)) return;
  life.after(chance.between(60, workingDay));
  const by = handlerOf(course);
  const where = chance.pick(['notice-board', 'website', 'provincial-portal'] as const);
  const published = { where, by, document: letterOf(course) };
  if (!isEnteredLate) return life.happens('ComplaintOutcomePublished', by, published);
  const enteredAt = serviceAt(scene, workingDaysFrom(scene, life.today(), 5), 60);
  breaks(course, fault, enteredAt);
  life.happens('ComplaintOutcomePublished', by, published, { enteredAt });
}

/** Minutes, where the centre sets none. */
const atOnce = 30;

/** The citizen waits at the centre: somebody of the agency is called, and comes at once, or does not. */
export function isAnsweredInPerson(course: Course): void {
  const { scene, chance, life, id, matter } = course;
  const { agency } = matter;
  const by = handlerOf(course);
  const reference = `G-${id}`;
  const office = scene.place.offices.find((one) => one.agency === agency);
  const called = { reference, agency, by, means: 'telephone' as const };
  life.happens('ComplaintOfficialCalled', by, called);
  if (matter.fault === 'official-comes-at-once') {
    breaks(course, matter.fault, scene.time.addMinutesMs(life.now(), atOnce));
    life.after(chance.between(45, 200));
  } else life.after(chance.between(8, 25));
  const official = office === undefined ? signerOf(course) : chance.pick(office.posted);
  life.happens('ComplaintOfficialArrived', official, { reference, agency, official });
  life.after(chance.between(10, 40));
  isResolved(course);
}
