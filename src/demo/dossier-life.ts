/**
 * The life of one dossier of the demo, from the portal, the post or the counter to its result.
 *
 * Most are in time. Some are late, most of those because the official was away and nobody did the
 * work; and a few are tampered with in the ways that the ledger exists to show.
 */
import { dossier } from '../domain/dossier/vocabulary.ts';
import { streamName } from '../domain/stream.ts';
import { instantAt } from '../domain/units.ts';
import { type Chance, chanceFrom } from './chance.ts';
import type { Charge, Grievance, Overdue } from './desk.ts';
import { isDisclosed, isRated, isTakenForAnother } from './dossier/afterwards.ts';
import { isCharged } from './dossier/charging.ts';
import { type Course, keepsClearOf } from './dossier/course.ts';
import { isDecided, isLeftLying, isReturned, isTakenBack } from './dossier/ending.ts';
import { comesIn } from './dossier/intake.ts';
import { backdated, isTamperedWith, movesLate, movesOpenly } from './dossier/integrity.ts';
import { isLate } from './dossier/lateness.ts';
import { chargeOf, grievanceOf, overdueOf } from './dossier/left-behind.ts';
import type { Mishaps } from './dossier/mishaps.ts';
import { plants } from './dossier/planting.ts';
import { isSentBack } from './dossier/sent-back.ts';
import { passesOn } from './dossier/transfer.ts';
import type { Way } from './dossier/way.ts';
import { isWorkedOn } from './dossier/work.ts';
import { lifeOf } from './life.ts';
import { type Person, personFrom } from './people.ts';
import type { Office, Procedure } from './places.ts';
import type { Planned } from './planned.ts';
import type { Scene } from './scene.ts';

export type Arrival = {
  readonly code: string;
  readonly office: Office;
  readonly procedure: Procedure;
  readonly channel: Way;
  /** In milliseconds since 1970 UTC. */
  readonly at: number;
};

/** What became of it, and what it leaves for others to do. */
export type Lived = {
  readonly facts: readonly Planned[];
  readonly charge: Charge | null;
  readonly grievance: Grievance | null;
  readonly overdue: Overdue | null;
};

/** @param chance of this dossier alone. */
export function dossierLife(
  scene: Scene,
  arrival: Arrival,
  chance: Chance,
  mishaps: Mishaps,
): Lived {
  const course = begun(scene, arrival, chance, mishaps);
  if (comesIn(course)) {
    isCharged(course, 'reception');
    passesOn(course);
    if (chance.happens(0.012)) isTakenForAnother(course);
    isSolved(course);
  }
  return {
    facts: course.life.facts,
    charge: chargeOf(course),
    grievance: grievanceOf(course),
    overdue: overdueOf(course),
  };
}

function begun(scene: Scene, arrival: Arrival, chance: Chance, mishaps: Mishaps): Course {
  const { code, office, procedure, channel, at } = arrival;
  const { place, time } = scene;
  const stream = streamName('dossier', code);
  const resultChannel = resultChannelOf(channel, chance);
  const suited = { scene, procedure, channel, resultChannel };
  return {
    scene,
    chance,
    life: lifeOf(dossier, { stream, centre: place.centre, time, chance, at }),
    code,
    office,
    procedure,
    person: applicantOf(scene, chance),
    official: chance.pick(office.officers),
    channel,
    resultChannel,
    mishap: mishaps(suited, time.dateAt(instantAt(at))),
    receivedAt: at,
    promised: at,
    stepDue: at,
    due: at,
    paidAt: null,
    withdrawnAt: null,
    undoneUntil: at,
  };
}

/** One in twelve is handed in by somebody who comes again and again. */
function applicantOf({ place, options }: Scene, chance: Chance): Person {
  if (!chance.happens(0.08)) return personFrom(chance, place);
  const regular = chance.between(1, 40);
  return personFrom(chanceFrom(options.seed, 'regular', place.centre, regular), place);
}

function resultChannelOf(channel: Way, chance: Chance): Way {
  if (channel === 'online') return chance.pick(['online', 'direct', 'post'] as const);
  if (channel === 'post') return chance.happens(0.8) ? 'post' : 'direct';
  return chance.weighted([
    [80, 'direct'],
    [12, 'post'],
    [8, 'by-proxy'],
  ] as const);
}

/** From the first step to the return of the result, or to an end without one. */
function isSolved(course: Course): void {
  const { chance, mishap } = course;
  if (mishap === null && (isLeftLying(course) || isLetGo(course))) return;
  if (mishap === 'moved-openly') movesOpenly(course);
  const isFinished = isWorkedOn(course);
  const late = isOverdue(course);
  if (!isFinished) return;
  const isBack = mishap === 'no-reason-for-return' || mishap === 'no-written-answer-asked';
  if (isBack || (mishap === null && chance.happens(0.03))) return isSentBack(course);
  const document = isDecided(course, mishap === 'backdated' ? backdated(course) : {});
  isReturned(course, document);
  isRated(course, late);
  isTamperedWith(course);
  isDisclosed(course);
}

function isLetGo(course: Course): boolean {
  if (!course.chance.happens(0.02)) return false;
  isTakenBack(course);
  return true;
}

/** Whether its time is over by now; and what is said and done of it then. */
function isOverdue(course: Course): boolean {
  const { life, due, promised, mishap } = course;
  if (due !== promised) keepsClearOf(course, due);
  if (life.now() <= due) return false;
  if (mishap === 'no-appointment') return true; // nothing can be late, by the record
  const finish = life.now();
  isLate(course, finish);
  if (mishap === 'moved-late') movesLate(course, finish);
  const isHidden = mishap === 'finish-set-back' || mishap === 'backdated';
  if (!isHidden) plants(course, 'processing-deadline', due);
  return true;
}
