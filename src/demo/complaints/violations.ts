/** What is done in the demo about something that an official did, once a complaint has shown it. */
import { violation } from '../../domain/complaints/violation/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import { plusDays } from '../../domain/time/date.ts';
import { chanceFrom } from '../chance.ts';
import { type Life, lifeOf } from '../life.ts';
import type { Planned } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { toldOfOfficial } from '../telling.ts';
import {
  dueAfter,
  handlerOf,
  letterOf,
  type Matter,
  paperOf,
  signerOf,
  waitsPast,
  workingDay,
} from './matter.ts';
import { explanations } from './texts.ts';

/**
 * @param complaint the number of the record from which it became known.
 * @param from when that had come to its end; in milliseconds since 1970 UTC.
 */
export function violationLife(
  scene: Scene,
  id: string,
  matter: Matter,
  { complaint, from }: { readonly complaint: string; readonly from: number },
): readonly Planned[] {
  const { place, time, options } = scene;
  const chance = chanceFrom(options.seed, 'violation', id);
  const at = time.addMinutesMs(from, chance.between(60, 2 * workingDay));
  const stream = streamName('violation', id);
  const life = lifeOf(violation, { stream, centre: place.centre, time, chance, at });
  const course = { scene, chance, life, id, matter, complaint };
  isRecorded(course);
  isTransferred(course, at);
  if (matter.fault === null && chance.happens(0.7)) isExplained(course);
  if (matter.fault === 'violation-handled-by-agency') breaksAt(course, dueAfter(scene, at, 20));
  else life.after(chance.between(workingDay, 6 * workingDay));
  isDecided(course);
  isMadeKnown(course);
  return life.facts;
}

type Course = {
  readonly scene: Scene;
  readonly chance: ReturnType<typeof chanceFrom>;
  readonly life: Life<typeof violation>;
  readonly id: string;
  readonly matter: Matter;
  readonly complaint: string;
};

function isRecorded({ scene, chance, life, matter, complaint }: Course): void {
  const by = scene.place.director;
  life.happens('ViolationRecorded', by, {
    act: matter.kind === 'denunciation' ? 'bribery' : 'discourtesy',
    who: 'official',
    official: matter.official,
    agency: matter.agency,
    sources: [{ kind: 'complaint', id: complaint }],
    provision: `Quy chế của Trung tâm tỉnh ${scene.place.name}`,
    on: scene.time.dateAt(life.instant()),
    by,
    document: `${chance.between(2, 60)}/BB-TTPVHCC`,
    account: said(scene, matter, matter.kind === 'denunciation' ? acceptedMoney : matter.text),
  });
}

/** What goes wrong with it on purpose: nothing happens until the time for it is over. */
function breaksAt({ scene, chance, life, id, matter }: Course, due: number): void {
  if (matter.fault !== null) scene.plant(matter.fault, streamName('violation', id), due);
  waitsPast({ chance, life }, due);
}

/** To the agency of the official. @param recordedAt in milliseconds since 1970 UTC. */
function isTransferred(course: Course, recordedAt: number): void {
  const { scene, chance, life, matter } = course;
  if (matter.fault === 'violation-handled') breaksAt(course, dueAfter(scene, recordedAt, 10));
  else life.after(chance.between(30, 400));
  if (matter.agency === null) return;
  const by = scene.place.director;
  const due = plusDays(life.today(), 21);
  const to = matter.agency;
  const document = letterOf({ chance });
  life.happens('ViolationTransferred', by, { to, by, document, due });
}

function isExplained({ scene, chance, life, id, matter }: Course): void {
  life.after(chance.between(30, workingDay));
  const by = scene.place.complaintOfficer;
  const reference = `GT-${id}`;
  const due = plusDays(life.today(), 7);
  const asked = { reference, of: matter.official, agency: matter.agency, by, due };
  life.happens('ViolationExplanationAsked', by, { ...asked, document: letterOf({ chance }) });
  life.after(chance.between(workingDay, 5 * workingDay));
  const explained = { reference, by: matter.official, agency: matter.agency };
  const explanation = said(scene, matter, chance.pick(explanations));
  life.happens('ViolationExplained', by, { ...explained, explanation });
}

const acceptedMoney = 'Nhận tiền ngoài phí để giải quyết hồ sơ trước hạn';

/** What is told about the official whom it concerns. */
function said(scene: Scene, { official }: Matter, text: string) {
  return official === null ? text : toldOfOfficial(scene, official, text);
}

function isDecided({ scene, chance, life, matter }: Course): void {
  const signer = signerOf({ scene, matter });
  const isConfirmed = chance.happens(0.7);
  life.happens('ViolationDecided', signer, {
    found: isConfirmed ? 'confirmed' : 'not-confirmed',
    measure: isConfirmed ? chance.pick(['reminder', 'criticism', 'reprimand'] as const) : 'none',
    unit: matter.agency ?? scene.place.unit,
    signer,
    document: paperOf({ chance }, 'QĐ'),
    from: plusDays(life.today(), 1),
  });
}

/** To who complained; and now and then to everybody. */
function isMadeKnown(course: Course): void {
  const { scene, chance, life, matter, complaint } = course;
  if (matter.fault === 'outcome-published') breaksAt(course, dueAfter(scene, life.now(), 5));
  else life.after(chance.between(100, 3 * workingDay));
  const by = handlerOf({ scene, life });
  const told = { complaint, means: 'letter' as const, by, document: letterOf({ chance }) };
  life.happens('ViolationOutcomeMadeKnown', by, told);
  if (!chance.happens(0.5)) return;
  life.after(chance.between(30, 400));
  const document = letterOf({ chance });
  const published = { where: 'notice-board' as const, by: scene.place.director, document };
  life.happens('ViolationOutcomePublished', scene.place.director, published);
}
