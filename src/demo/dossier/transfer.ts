/** How a received dossier of the demo is scanned, and passed on to the agency as its centre has it. */

import { hoChiMinh, localDateOf, minuteOfDay, startOfDay } from '../../domain/time/zone.ts';
import { type CalendarDate, instantAt, type OfficialId } from '../../domain/units.ts';

import { type Course, clerkOf, openingAfter } from './course.ts';
import { plants } from './planting.ts';
import { isDigitised, isUnscanned } from './scanning.ts';
import { staysUnfinished } from './unfinished.ts';

/** Scanned at the counter, passed on, and acknowledged by the official who is accountable. */
export function passesOn(course: Course): void {
  const clerk = clerkOf(course);
  const wasForgotten = !isDigitised(course, clerk);
  if (course.scene.centre.parameters.batchTimes.length > 0) goesInBatch(course, clerk);
  else goesAtOnce(course, clerk);
  if (wasForgotten) isUnscanned(course);
}

/** Within the minutes that are given from its reception on; where none are, within two hours. */
function goesAtOnce(course: Course, clerk: OfficialId): void {
  const { scene, chance, life, office, official, receivedAt, mishap } = course;
  const within = scene.centre.parameters.transferWithin ?? 120;
  const due = scene.time.addMinutesMs(receivedAt, within);
  const left = Math.max(0, Math.floor(scene.time.minutesBetweenMs(life.now(), due)) - 2);
  if (mishap === 'kept-at-counter' || mishap === 'unfinished-at-counter') {
    life.after(chance.between(within * 4, within * 8));
    if (mishap === 'unfinished-at-counter') staysUnfinished(course);
    plants(course, 'transfer-in-30-minutes', due);
  } else {
    life.after(chance.between(Math.min(4, left), left));
  }
  const isPaper = chance.happens(0.3);
  const carrier = isPaper && chance.happens(0.4) ? scene.place.post : null;
  const reference = `BG-${course.code.slice(-11)}`;
  life.happens('DossierTransferred', clerk, {
    reference,
    medium: isPaper ? 'both' : 'electronic',
    from: scene.place.unit,
    to: office.agency,
    carrier,
    giver: clerk,
    receiver: official,
  });
  if (carrier !== null) isCarried(course, clerk, carrier, reference);
  life.after(chance.between(5, isPaper ? 200 : 60));
  isAcknowledged(course, reference);
}

function isCarried(course: Course, giver: OfficialId, courier: string, reference: string): void {
  const { scene, chance, life, office } = course;
  const carried = { reference, what: 'dossier' as const, courier };
  life.after(chance.between(5, 60));
  const ends = { from: scene.place.unit, to: office.agency };
  life.happens('CourierHandedOver', giver, { ...carried, ...ends, giver });
  life.after(chance.between(30, 200));
  const receiver = chance.pick(office.officers);
  const arrival = { unit: office.agency, receiver, intact: true };
  life.happens('CourierReceived', receiver, { ...carried, ...arrival });
}

/** Electronic dossiers at once, paper with the next of the day's batches; after the cut-off in the morning. */
function goesInBatch(course: Course, clerk: OfficialId): void {
  const { life, office, official, code, scene, channel, chance, mishap } = course;
  const isPaper = channel !== 'online';
  if (mishap === 'batch-missed' || mishap === 'unfinished-at-counter') isForgotten(course);
  const batch = waitsForBatch(course, isPaper);
  const reference = `BG-${code.slice(-11)}`;
  life.happens('DossierTransferred', clerk, {
    reference,
    medium: isPaper ? 'paper' : 'electronic',
    batch,
    from: scene.place.unit,
    to: office.agency,
    giver: clerk,
    receiver: official,
  });
  life.after(chance.between(5, 120));
  isAcknowledged(course, reference);
}

/** Under the counter for a day, whose batches are not its own, or until after the last one. */
function isForgotten(course: Course): void {
  const { scene, life, receivedAt, mishap } = course;
  const { time, centre } = scene;
  const { startOfDayWithinMinutes } = centre.parameters;
  const day = time.dateAt(instantAt(receivedAt));
  const due = isAfterCutoff(course)
    ? openingAfter(scene, day) + startOfDayWithinMinutes * 60_000
    : Date.parse(time.endOfDate(day));
  plants(course, 'transfer-twice-daily', due);
  if (mishap === 'unfinished-at-counter') staysUnfinished(course);
  else life.notBefore(openingAfter(scene, time.nextWorkingDay(day)));
}

/** @returns the batch with which it goes; null: with none. */
function waitsForBatch(course: Course, isPaper: boolean): string | null {
  const { scene, chance, life, receivedAt } = course;
  const { batchTimes, startOfDayWithinMinutes } = scene.centre.parameters;
  const receivedOn = scene.time.dateAt(instantAt(receivedAt));
  if (isAfterCutoff(course)) {
    const opening = openingAfter(scene, receivedOn);
    life.notBefore(opening);
    const gone = Math.ceil(scene.time.minutesBetweenMs(opening, life.now()));
    life.after(chance.between(4, Math.max(4, startOfDayWithinMinutes - 3 - gone)));
    return isPaper ? `${life.today()} đầu giờ` : null;
  }
  if (!isPaper) {
    life.after(chance.between(4, 30));
    return null;
  }
  const clock = minuteOfDay(life.instant(), hoChiMinh);
  const time = batchTimes.find((minute) => minute > clock) ?? batchTimes.at(-1) ?? clock;
  life.notBefore(clockOn(life.today(), time));
  return `${life.today()} ${time <= 12 * 60 ? 'sáng' : 'chiều'}`;
}

function isAfterCutoff({ scene, receivedAt }: Course): boolean {
  const { cutoff } = scene.centre.parameters;
  const day = scene.time.dateAt(instantAt(receivedAt));
  return cutoff !== null && receivedAt > clockOn(day, cutoff);
}

/** By the official's own account, or where it is away by whoever is there. */
function isAcknowledged({ scene, life, office, official }: Course, reference: string): void {
  const isAway = scene.absences.isAway(official, localDateOf(life.instant(), hoChiMinh));
  const receiver = isAway ? office.head : official;
  life.happens('TransferAcknowledged', receiver, { reference, unit: office.agency, receiver });
}

/** In milliseconds since 1970 UTC. */
function clockOn(day: CalendarDate, minute: number): number {
  return Date.parse(startOfDay(day, hoChiMinh)) + minute * 60_000;
}
