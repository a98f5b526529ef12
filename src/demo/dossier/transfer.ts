/** How a received dossier of the demo is scanned, and passed on to the agency as its centre has it. */

import { hoChiMinh, localDateOf, minuteOfDay, startOfDay } from '../../domain/time/zone.ts';
import type { CalendarDate, OfficialId } from '../../domain/units.ts';

import { atCounter, type Course, clerkOf, openingAfter } from './course.ts';

/** Scanned at the counter, passed on, and acknowledged by the official who is accountable. */
export function passesOn(course: Course): void {
  const { chance } = course;
  const clerk = clerkOf(course);
  if (chance.happens(0.96)) {
    atCounter(course, chance.between(2, 9));
    isScanned(course, clerk);
  }
  if (course.scene.centre.parameters.batchTimes.length > 0) goesInBatch(course, clerk);
  else goesAtOnce(course, clerk);
}

function isScanned({ chance, life }: Course, clerk: OfficialId): void {
  const isLarge = chance.happens(0.05);
  life.happens('DossierDigitised', clerk, {
    pages: chance.between(3, 40),
    signed: chance.happens(0.97),
    filed: true,
    ...(isLarge ? { leftOnPaper: chance.pick(['large-format', 'large-volume'] as const) } : {}),
    official: clerk,
  });
}

/** Where a number of minutes is given most keep it; where none is, within two hours. */
function goesAtOnce(course: Course, clerk: OfficialId): void {
  const { scene, chance, life, office, official } = course;
  const within = scene.centre.parameters.transferWithin ?? 120;
  const isLate = chance.happens(0.04);
  life.after(isLate ? chance.between(within, within * 4) : chance.between(4, within - 15));
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
  const { scene, chance, life, office, official, code } = course;
  const { batchTimes, cutoff } = scene.centre.parameters;
  const isPaper = course.channel !== 'online' && chance.happens(0.7);
  const clock = minuteOfDay(life.instant(), hoChiMinh);
  let batch: string | null = null;
  if (cutoff !== null && clock >= cutoff) {
    life.notBefore(openingAfter(scene, life.today()));
    life.after(chance.between(5, 25));
    batch = isPaper ? `${life.today()} đầu giờ` : null;
  } else if (isPaper) {
    const time = batchTimes.find((minute) => minute > clock) ?? clock;
    life.notBefore(clockOn(life.today(), time));
    batch = `${life.today()} ${time <= 12 * 60 ? 'sáng' : 'chiều'}`;
  } else {
    life.after(chance.happens(0.95) ? chance.between(4, 30) : chance.between(300, 700));
  }
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
