/** How feedback about an agency's work is dealt with in the demo: forwarded, urged, explained, and answered. */
import { plusDays } from '../../domain/time/date.ts';
import { toldOfOfficial } from '../telling.ts';
import { type Course, handlerOf, letterOf, paperOf, signerOf, workingDay } from './matter.ts';
import { conclusions, explanations, replies } from './texts.ts';

/** By the agency, which the centre follows and urges. @param onPortal it is also answered where it was asked. */
export function isDealtWith(course: Course, onPortal: boolean): void {
  const { chance, life, matter } = course;
  const { agency } = matter;
  life.after(chance.happens(0.88) ? chance.between(10, 900) : chance.between(6, 9) * workingDay);
  const by = handlerOf(course);
  life.happens('ComplaintForwarded', by, {
    to: agency,
    why: 'to-resolve',
    by,
    means: chance.pick(['official-letter', 'application'] as const),
    document: letterOf(course),
    due: plusDays(life.today(), 10),
  });
  life.after(chance.between(60, 3 * workingDay));
  if (chance.happens(0.4) && !isExplained(course)) return;
  if (chance.happens(0.3)) isUrged(course);
  if (chance.happens(0.08)) return; // never answered
  if (onPortal) isAnsweredOnPortal(course);
  isResolved(course);
}

function isExplained(course: Course): boolean {
  const { chance, life, matter } = course;
  const { agency, official } = matter;
  const by = handlerOf(course);
  const reference = `GT-${course.id}`;
  const due = plusDays(life.today(), 7);
  const asked = { reference, of: agency, official, by, document: letterOf(course), due };
  life.happens('ComplaintExplanationAsked', by, asked);
  life.after(chance.between(workingDay, 5 * workingDay));
  if (chance.happens(0.1)) return false;
  const text = chance.pick(explanations);
  const received = { reference, from: agency, official, document: paperOf(course, 'VP') };
  life.happens('ComplaintExplanationReceived', handlerOf(course), {
    ...received,
    ...(official === null ? {} : { explanation: toldOfOfficial(course.scene, official, text) }),
  });
  life.after(chance.between(30, workingDay));
  if (chance.happens(0.8)) {
    const sender = handlerOf(course);
    const sent = { reference, by: sender, means: 'letter' as const, document: letterOf(course) };
    life.happens('ComplaintExplanationForwarded', sender, sent);
    life.after(chance.between(30, 300));
  }
  return true;
}

function isUrged(course: Course): void {
  const { chance, life, matter } = course;
  life.after(chance.between(3, 8) * workingDay);
  const by = handlerOf(course);
  const urged = { agency: matter.agency, because: 'overdue' as const, by };
  const means = 'official-letter' as const;
  life.happens('ComplaintAgencyUrged', by, { ...urged, means, document: letterOf(course) });
  life.after(chance.between(60, 3 * workingDay));
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
  if (chance.happens(0.9)) {
    const receivedBy = handlerOf(course);
    const copied = { from: matter.agency, receivedBy, document };
    life.happens('ComplaintOutcomeCopied', receivedBy, copied);
    life.after(chance.between(20, 200));
  }
  isReplied(course);
}

export function isReplied(course: Course): void {
  const { scene, chance, life, matter } = course;
  const signer = scene.place.director;
  const written = chance.happens(0.85);
  life.happens('ComplaintReplied', handlerOf(course), {
    written,
    means: written ? chance.pick(['letter', 'e-mail'] as const) : 'telephone',
    unit: scene.place.unit,
    signer,
    document: letterOf(course),
    copyTo: matter.agency === null || chance.happens(0.15) ? [] : [matter.agency],
    ...(matter.kind === 'denunciation' ? {} : { reply: chance.pick(replies) }),
  });
  if (!chance.happens(0.35)) return;
  life.after(chance.between(60, 2 * workingDay));
  const by = handlerOf(course);
  const where = chance.pick(['notice-board', 'website', 'provincial-portal'] as const);
  life.happens('ComplaintOutcomePublished', by, { where, by, document: letterOf(course) });
}

/** The citizen waits at the centre: somebody of the agency is called, and comes at once, or does not. */
export function isAnsweredInPerson(course: Course): void {
  const { scene, chance, life, id, matter } = course;
  const { agency } = matter;
  const by = handlerOf(course);
  const reference = `G-${id}`;
  const office = scene.place.offices.find((one) => one.agency === agency);
  const called = { reference, agency, by, means: 'telephone' as const };
  life.happens('ComplaintOfficialCalled', by, called);
  life.after(chance.happens(0.8) ? chance.between(8, 28) : chance.between(45, 200));
  const official = office === undefined ? signerOf(course) : chance.pick(office.posted);
  life.happens('ComplaintOfficialArrived', official, { reference, agency, official });
  life.after(chance.between(10, 40));
  isResolved(course);
}
