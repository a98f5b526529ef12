/** What a dossier of the demo leaves for others to do, when all of it has been told: see `../desk.ts`. */
import { streamName } from '../../domain/stream.ts';
import { millisecondsOf } from '../../domain/units.ts';
import { eventId } from '../../ledger/record.ts';
import type { Charge, Grievance, Overdue } from '../desk.ts';
import { byEntry } from '../planned.ts';
import type { Course } from './course.ts';

/** What is paid for it; null: nothing. */
export function chargeOf(course: Course): Charge | null {
  const { scene, chance, code, procedure, office, person, channel, resultChannel } = course;
  const { paidAt, withdrawnAt } = course;
  if (paidAt === null) return null;
  return {
    dossier: code,
    procedure,
    agency: office.agency,
    payer: person,
    at: paidAt,
    online: channel === 'online' || chance.happens(0.15),
    resultChannel,
    refundAt:
      withdrawnAt === null ? null : scene.time.addMinutesMs(withdrawnAt, chance.between(60, 900)),
  };
}

/** Why its applicant complains; null: there is no reason, or they let it be. */
export function grievanceOf(course: Course): Grievance | null {
  const { scene, chance, life, office, official, code, person, due } = course;
  const about = grievedBy(course);
  if (about === null) return null;
  const from = about === 'lateness' ? due : life.now();
  const at = scene.time.addMinutesMs(from, chance.between(30, 900));
  return { dossier: code, agency: office.agency, official, person, at, about };
}

function grievedBy({ chance, life, due }: Course): Grievance['about'] | null {
  const has = (type: string) => life.facts.some((fact) => fact.type === type);
  const wasLate = life.facts.some(
    ({ type, occurredAt }) => type === 'DossierDecided' && Date.parse(occurredAt) > due,
  );
  if (wasLate && chance.happens(0.18)) return 'lateness';
  if (has('DossierReturned') && chance.happens(0.2)) return 'result';
  if (has('CourierIncident') && chance.happens(0.6)) return 'delivery';
  if (has('DossierRefused') && chance.happens(0.1)) return 'guidance';
  return chance.happens(0.008) ? 'conduct' : null;
}

/** Null: it was decided in time, or something else is wrong with it than that it was late. */
export function overdueOf({ life, mishap, due, office, official, code }: Course): Overdue | null {
  const place = life.facts.toSorted(byEntry).findIndex(({ type }) => type === 'DossierReceived');
  const decided = life.facts.find(({ type }) => type === 'DossierDecided');
  if (place < 0 || decided === undefined || (mishap !== null && mishap !== 'late')) return null;
  const at = millisecondsOf(decided.occurredAt);
  if (at <= due) return null;
  const opening = eventId(streamName('dossier', code), 'demo', place);
  return { dossier: code, opening, agency: office.agency, official, at };
}
