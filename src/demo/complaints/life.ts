/** The life of one complaint of the demo, from the channel by which it came to the reply. */
import { complaint } from '../../domain/complaints/complaint/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { chanceFrom } from '../chance.ts';
import { lifeOf } from '../life.ts';
import { toldOf } from '../people.ts';
import type { Planned } from '../planned.ts';
import { presentOf, type Scene } from '../scene.ts';
import { takesItsCourse } from './formal.ts';
import {
  breaks,
  type Course,
  dueAfter,
  handlerOf,
  letterOf,
  type Matter,
  signerOf,
  waitsPast,
  workingDay,
} from './matter.ts';
import { isAnsweredInPerson, isDealtWith, isReplied } from './processing.ts';
import { accusation } from './texts.ts';

/** What happened, and whether something was found that must be dealt with. */
export type Complained = {
  readonly facts: readonly Planned[];
  readonly isViolation: boolean;
  /** When it had come to its end; in milliseconds since 1970 UTC. */
  readonly end: number;
};

export function complaintLife(scene: Scene, id: string, matter: Matter): Complained {
  const { place, time, options } = scene;
  const chance = chanceFrom(options.seed, 'complaint', id);
  const begins = { stream: streamName('complaint', id), centre: place.centre, time, chance };
  const life = lifeOf(complaint, { ...begins, at: matter.at });
  const course: Course = { scene, chance, life, id, matter };
  const channel = isReceived(course);
  life.after(chance.between(20, 300));
  const { kind, fault } = matter;
  const isFormal = kind === 'complaint' || kind === 'second-complaint';
  if (kind === 'postal-complaint') isForThePost(course);
  else if (isFormal || kind === 'denunciation') takesItsCourse(course);
  else isSorted(course, channel);
  const isConduct = matter.about === 'conduct' && matter.official !== null;
  const isViolation =
    kind === 'denunciation' || (isConduct && (fault !== null || chance.happens(0.5)));
  return { facts: life.facts, isViolation, end: life.now() };
}

type Channel = ReturnType<typeof channelOf>;

function isReceived(course: Course): Channel {
  const { scene, chance, life, matter } = course;
  const { kind, about, dossier, agency, official, person, text } = matter;
  const channel = channelOf(course);
  const isPortal = channel === 'provincial-portal' || channel === 'website';
  const receiver = isPortal
    ? null
    : presentOf(scene, [scene.place.complaintOfficer, ...scene.place.clerks], life.today(), chance);
  const said =
    kind === 'denunciation'
      ? { denouncer: `${person.name}, ${person.address}`, accusation }
      : { complainant: toldOf(person), text };
  life.happens('ComplaintReceived', receiver ?? scene.place.system, {
    kind,
    channel,
    about,
    againstOfficial: official,
    againstAgency: kind === 'postal-complaint' ? scene.place.post : agency,
    dossier,
    ...(kind === 'second-complaint'
      ? { earlier: `KN-${scene.place.centre}-0${chance.between(10, 99)}` }
      : {}),
    remote: false,
    official: receiver,
    unit: scene.place.unit,
    document: `${chance.between(100, 999)}/Đ-TTPVHCC`,
    ...said,
  });
  return channel;
}

function channelOf({ chance, matter }: Course) {
  const { kind, fault } = matter;
  if (['denunciation', 'complaint', 'second-complaint'].includes(kind)) return 'letter' as const;
  if (fault === 'official-comes-at-once') return 'in-person' as const;
  if (kind === 'question') return chance.pick(['provincial-portal', 'website'] as const);
  if (kind === 'suggestion') return chance.pick(['suggestion-box', 'survey', 'e-mail'] as const);
  if (fault !== null) return 'hotline' as const;
  return chance.weighted([
    [40, 'hotline'],
    [15, 'call-centre'],
    [15, 'in-person'],
    [10, 'provincial-portal'],
    [10, 'rating-software'],
    [10, 'social-network'],
  ] as const);
}

/** By whom it has to be dealt with: the centre, an agency, or whoever makes the rules (NB Đ8.1b). */
function isSorted(course: Course, channel: Channel): void {
  const { chance, life, matter } = course;
  const { about, agency } = matter;
  const ofAgency =
    agency === null || about === 'centre' ? ('centre' as const) : ('processing' as const);
  const kind = about === 'rules' ? ('rules' as const) : ofAgency;
  const official = handlerOf(course);
  life.happens('ComplaintClassified', official, { matter: kind, about, official });
  life.after(chance.between(10, 200));
  if (channel === 'in-person' && agency !== null) isAnsweredInPerson(course);
  else if (kind === 'processing') isDealtWith(course, channel === 'provincial-portal');
  else if (kind === 'rules') isReportedUpward(course);
  else isTheCentres(course);
}

function isReportedUpward(course: Course): void {
  const { scene, chance, life, matter } = course;
  const by = handlerOf(course);
  life.after(chance.between(workingDay, 3 * workingDay));
  life.happens('ComplaintReportedUpward', by, {
    to: scene.place.committee,
    by,
    document: letterOf(course),
    proposal: `Xem xét kiến nghị: ${matter.text}`,
  });
  life.after(chance.between(30, 300));
  isReplied(course);
}

function isTheCentres(course: Course): void {
  const { scene, chance, life, matter } = course;
  const { fault, at } = matter;
  const due = dueAfter(scene, at, 10);
  if (fault === 'three-way-routing' || fault === 'deputy-answers') {
    breaks(course, fault, due);
    if (scene.place.centre === 'NB') breaks(course, 'written-reply-with-copy', due);
    waitsPast(course, due);
  } else life.after(chance.between(200, 4 * workingDay));
  const signer = signerOf(course);
  life.happens('ComplaintResolved', signer, {
    verdict: chance.pick(['dealt-with', 'upheld', 'partly-upheld'] as const),
    remedies: chance.pick([['explained'], ['apologised'], ['other']] as const).slice(),
    unit: scene.place.unit,
    signer,
    document: letterOf(course),
  });
  if (fault === 'written-reply-with-copy') {
    breaks(course, fault, due);
    waitsPast(course, due);
  } else life.after(chance.between(10, 200));
  isReplied(course);
  if (fault === 'written-reply-with-copy-copied') isCopiedLate(course);
}

/** The agency that it names gets a copy days afterwards (NB Đ8.1b(1)). */
function isCopiedLate(course: Course): void {
  const { scene, life, matter } = course;
  const due = dueAfter(scene, life.now(), 1);
  breaks(course, 'written-reply-with-copy-copied', due);
  waitsPast(course, due);
  const by = handlerOf(course);
  const document = letterOf(course);
  const sent = { to: matter.agency, why: 'to-know' as const, by, document };
  life.happens('ComplaintForwarded', by, { ...sent, means: 'official-letter' });
}

/** The post deals with what is said of the post (NB Đ5.3d). */
function isForThePost(course: Course): void {
  const { scene, chance, life } = course;
  const by = handlerOf(course);
  const { post } = scene.place;
  const sent = { to: post, why: 'to-resolve' as const, by, means: 'e-mail' as const };
  life.happens('ComplaintForwarded', by, { ...sent, document: letterOf(course) });
  if (course.matter.fault === 'postal-complaints-report-settled') {
    const due = dueAfter(scene, course.matter.at, 10);
    breaks(course, course.matter.fault, due);
    waitsPast(course, due);
  } else life.after(chance.between(workingDay, 6 * workingDay));
  life.happens('PostalComplaintSettled', post, {
    courier: post,
    verdict: chance.happens(0.8) ? 'upheld' : 'not-upheld',
    remedies: [chance.happens(0.5) ? 'damage-compensated' : 'apologised'],
    document: `${chance.between(10, 99)}/BĐT-CSKH`,
    conclusion: 'Bưu điện đã xin lỗi và bồi thường theo quy định',
  });
  life.after(chance.between(30, 400));
  isReplied(course);
}
