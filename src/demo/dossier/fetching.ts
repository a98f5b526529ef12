/** How a result of the demo is fetched at the counter, by the applicant or a proxy: some come long after the appointed day, some never. */
import { CalendarDate, instantAt } from '../../domain/units.ts';
import { termFrom } from '../terms.ts';
import { type Course, clerkOf, counterTime, openingAfter, workingDay } from './course.ts';
import { breaks, plants } from './planting.ts';

export function isFetched(course: Course, document: string): void {
  const { chance, life } = course;
  const comes = comesAt(course);
  const last = lastDay(course);
  const noticed = course.scene.time.addMinutesMs(
    openingAfter(course.scene, last),
    chance.between(5, 60),
  );
  if (comes === null || comes > noticed) isLeftThere(course, noticed, last, comes);
  if (comes === null) return;
  life.notBefore(comes);
  isGiven(course, document);
}

/** When somebody comes for it, in milliseconds since 1970 UTC; null: nobody ever does. */
function comesAt({ scene, chance, life, procedure }: Course): number | null {
  const isForgotten = chance.happens(0.05);
  if (isForgotten && chance.happens(0.3)) return null;
  const days = isForgotten ? chance.between(5, 24) : chance.between(0, 2);
  const wait = chance.between(10, workingDay) + days * workingDay;
  return counterTime(scene, procedure).addMinutesMs(life.now(), wait);
}

/** The day by whose end it should have been fetched: the appointed one, or that on which it came to the centre if that is later. */
function lastDay({ scene, life }: Course): CalendarDate {
  const byTime = life.facts.toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
  const moved = byTime.findLast(({ type }) => type === 'AppointmentMoved')?.data['after'];
  const given = byTime.find(({ type }) => type === 'DossierReceived')?.data['appointment'];
  const appointed = dayOf(moved ?? given, scene.time);
  const handedOver = byTime.findLast(({ type }) => type === 'ResultHandedOver');
  const arrived =
    handedOver === undefined ? life.today() : scene.time.dateAt(handedOver.occurredAt);
  return appointed === null || appointed < arrived ? arrived : appointed;
}

function dayOf(appointment: unknown, time: Course['scene']['time']): CalendarDate | null {
  if (typeof appointment !== 'object' || appointment === null) return null;
  if ('on' in appointment) return CalendarDate.parse(appointment.on);
  return 'at' in appointment && typeof appointment.at === 'string'
    ? time.dateAt(instantAt(Date.parse(appointment.at)))
    : null;
}

/** Noted the next morning: always at NB, but where that is forgotten on purpose, and elsewhere by most. */
function isLeftThere(course: Course, noticed: number, last: CalendarDate, comes: number | null) {
  const { scene, chance, life } = course;
  const due = termFrom(scene, { days: 1 }, Date.parse(scene.time.endOfDate(last)));
  const isTooLate = comes === null || comes > due;
  if (isTooLate && breaks(course, 'uncollected-results-kept')) {
    plants(course, 'uncollected-results-kept', due);
    return;
  }
  if (scene.place.centre !== 'NB' && !chance.happens(0.85)) return;
  life.notBefore(noticed);
  const official = clerkOf(course);
  const where = `Tủ ${chance.between(1, 4)}, quầy ${chance.between(1, 9)}`;
  life.happens('ResultKept', official, { from: life.today(), where, official });
}

function isGiven(course: Course, document: string): void {
  const { scene, chance, life, resultChannel } = course;
  const official = clerkOf(course);
  const isProxy = resultChannel === 'by-proxy' || chance.happens(0.06);
  const slip = chance.happens(0.96);
  life.happens('ResultReturned', official, {
    to: isProxy ? 'proxy' : 'applicant',
    proof: {
      slip,
      ...(isProxy ? { authorisation: chance.happens(0.9) } : {}),
      identityPaper: chance.happens(0.97),
      signature: true,
    },
    chosenChannel: resultChannel,
    usedChannel: isProxy ? 'by-proxy' : 'direct',
    place: 'centre',
    unit: scene.place.unit,
    official,
    byAgreement: false,
    document,
    recipient: isProxy ? `Người được ủy quyền của ${course.person.name}` : course.person.name,
  });
}
