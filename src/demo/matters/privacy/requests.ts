/** The life of one request about personal data in the demo, from its reception to the answer. */
import { dataRequest } from '../../../domain/privacy/request/vocabulary.ts';
import { streamName } from '../../../domain/stream.ts';
import { plusDays } from '../../../domain/time/date.ts';
import { instantAt } from '../../../domain/units.ts';
import { type Chance, chanceFrom } from '../../chance.ts';
import {
  dueAfter,
  handlerOf,
  lawfulDay,
  letterOf,
  paperOf,
  waitsPast,
  workingDay,
} from '../../complaints/matter.ts';
import { type Life, lifeOf } from '../../life.ts';
import { personFrom, toldOf } from '../../people.ts';
import type { Office } from '../../places.ts';
import type { Planned } from '../../planned.ts';
import { presentOf, type Scene } from '../../scene.ts';
import { asked, refusals } from './texts.ts';

/** What can go wrong with it on purpose, by the rule that finds it. */
export const requestFaults = ['data-request-acknowledged', 'data-request-answered'] as const;
export type RequestFault = (typeof requestFaults)[number];

type Words = typeof dataRequest;
type Asks = Words['DataRequestReceived']['example']['asks'];

type Course = {
  readonly scene: Scene;
  readonly chance: Chance;
  readonly life: Life<Words>;
  readonly id: string;
  readonly asks: Asks;
  /** Who holds the data; null: the centre. */
  readonly office: Office | null;
  /** When it was received, in milliseconds since 1970 UTC. */
  readonly at: number;
};

/** @param fault null: it is dealt with as it should be. */
export function requestLife(
  scene: Scene,
  id: string,
  { at, fault }: { readonly at: number; readonly fault: RequestFault | null },
): readonly Planned[] {
  const { place, time, options } = scene;
  const chance = chanceFrom(options.seed, 'data request', id);
  const stream = streamName('datarequest', id);
  const life = lifeOf(dataRequest, { stream, centre: place.centre, time, chance, at });
  const office = chance.happens(0.6) ? chance.pick(place.offices) : null;
  const asks = asksOf(chance, fault);
  const course: Course = { scene, chance, life, id, asks, office, at };
  isReceived(course);
  if (fault === 'data-request-acknowledged') breaksAt(course, fault, dueAfter(scene, at, 2));
  else life.after(chance.between(20, workingDay - 60));
  isAcknowledged(course);
  if (fault === 'data-request-answered')
    breaksAt(course, fault, lawfulDay(scene, at, termOf(asks)));
  else if (fault === null && chance.happens(0.12)) return isTakenBack(course);
  else if (fault === null && hasTerm(asks) && chance.happens(0.15)) isExtended(course);
  else waitsAWhile(course, lawfulDay(scene, at, termOf(asks)));
  if (fault === 'data-request-acknowledged') isLateToo(course);
  isAnswered(course);
  return life.facts;
}

/** Calendar days; of what has no term, as long as most have. */
function termOf(asks: Asks): number {
  return asks === 'delete' ? 20 : 10;
}

function hasTerm(asks: Asks): boolean {
  return asks === 'view' || asks === 'correct' || asks === 'delete';
}

/** What has no term cannot be answered late. */
function asksOf(chance: Chance, fault: RequestFault | null): Asks {
  if (fault === 'data-request-answered') return chance.pick(['view', 'correct', 'delete'] as const);
  return chance.weighted([
    [30, 'view'],
    [30, 'correct'],
    [25, 'delete'],
    [5, 'provide'],
    [5, 'restrict'],
    [5, 'withdraw-consent'],
  ] as const);
}

function breaksAt({ scene, chance, life, id }: Course, rule: RequestFault, due: number): void {
  scene.plant(rule, streamName('datarequest', id), due);
  waitsPast({ chance, life }, due);
}

/** Working days are so few around Tết that an acknowledgement that comes late comes after the time to answer. */
function isLateToo({ scene, life, id, asks, at }: Course): void {
  const due = lawfulDay(scene, at, termOf(asks));
  if (!hasTerm(asks) || life.now() <= due) return;
  scene.plant('data-request-answered', streamName('datarequest', id), due);
}

const hourMs = 60 * 60_000;

/** Some days, and never past what is due. */
function waitsAWhile({ scene, chance, life }: Course, due: number): void {
  const then = scene.time.addMinutesMs(life.now(), chance.between(60, 4 * workingDay));
  life.notBefore(Math.min(then, due - hourMs));
}

function isReceived({ scene, chance, life, asks, office }: Course): void {
  const { place } = scene;
  const channel = chance.weighted([
    [40, 'in-person'],
    [25, 'provincial-portal'],
    [20, 'e-mail'],
    [15, 'letter'],
  ] as const);
  const receiver =
    channel === 'provincial-portal' ? null : presentOf(scene, place.clerks, life.today(), chance);
  life.happens('DataRequestReceived', receiver ?? place.system, {
    asks,
    channel,
    holder: office?.agency ?? null,
    official: receiver,
    document: `${chance.between(100, 999)}/Đ-TTPVHCC`,
    requester: toldOf(personFrom(chance, place)),
    text: chance.pick(asked[asks]),
  });
}

function isAcknowledged({ scene, chance, life, asks, at }: Course): void {
  const official = handlerOf({ scene, life });
  const due = plusDays(scene.time.dateAt(instantAt(at)), termOf(asks));
  life.happens('DataRequestAcknowledged', official, {
    means: chance.pick(['e-mail', 'telephone', 'letter'] as const),
    unit: scene.place.unit,
    official,
    document: letterOf({ chance }),
    due: hasTerm(asks) ? due : null,
  });
}

/** To some days after the term; it is answered after the term, and by that day. */
function isExtended(course: Course): void {
  const { scene, chance, life, asks, office, at } = course;
  const term = termOf(asks);
  waitsAWhile(course, lawfulDay(scene, at, term));
  const signer = office?.head ?? scene.place.director;
  const days = term + chance.between(4, 12);
  life.happens('DataRequestExtended', signer, {
    until: plusDays(scene.time.dateAt(instantAt(at)), days),
    unit: office?.agency ?? scene.place.unit,
    signer,
    document: paperOf({ chance }, 'TB'),
    reason: 'Dữ liệu nằm ở nhiều hệ thống, phải đối chiếu trước khi trả lời',
  });
  life.notBefore(lawfulDay(scene, at, term));
  waitsAWhile(course, lawfulDay(scene, at, days));
}

function isTakenBack(course: Course): readonly Planned[] {
  const { scene, chance, life, asks, at } = course;
  waitsAWhile(course, lawfulDay(scene, at, termOf(asks)));
  const official = handlerOf({ scene, life });
  const document = `${chance.between(100, 999)}/Đ-TTPVHCC`;
  const reason = 'Đã tự xem và chỉnh sửa trên Cổng dịch vụ công';
  life.happens('DataRequestWithdrawn', official, { official, document, reason });
  return life.facts;
}

/** What belongs to a dossier has to be kept, so most of what is to be deleted is not, or not all of it. */
function isAnswered({ scene, chance, life, asks, office }: Course): void {
  const signer = office?.head ?? scene.place.director;
  const answer = {
    unit: office?.agency ?? scene.place.unit,
    signer,
    means: chance.pick(['letter', 'e-mail'] as const),
    document: paperOf({ chance }, 'TB'),
  };
  const isDone = chance.happens(asks === 'delete' ? 0.3 : 0.85);
  if (isDone) return life.happens('DataRequestAnswered', signer, { outcome: 'done', ...answer });
  const ground =
    asks === 'delete' ? 'state-duty' : chance.pick(['not-held', 'identity-not-shown'] as const);
  const isInPart = asks === 'delete' && chance.happens(0.4);
  life.happens('DataRequestAnswered', signer, {
    outcome: isInPart ? 'partly-done' : 'refused',
    ground,
    ...answer,
    reason: refusals[ground],
  });
}
