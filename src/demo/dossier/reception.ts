/** How a dossier of the demo is received: with its code, its slip, and its appointment by the centre's own counting. */
import type { WorkingTime } from '../../domain/time/working-time.ts';
import { hoChiMinh, minuteOfDay } from '../../domain/time/zone.ts';
import { instantAt } from '../../domain/units.ts';
import { toldOf } from '../people.ts';
import { termFrom } from '../terms.ts';
import { type Course } from './course.ts';
import { isReceivedTwice } from './integrity.ts';
import { closedAccount } from './outsiders.ts';
import { breaks, plants } from './planting.ts';

type Where = { readonly place: 'agency-office'; readonly receivingUnit: string };

/** Received, with its slip and its appointment; and what may be wrong with that. */
export function isReceived(course: Course, receiver: string, where: Where | null = null): void {
  const { scene, life, code, office, procedure, person, official, resultChannel } = course;
  const { channel } = course;
  course.due = dueOf(course);
  course.promised = course.due;
  course.receivedAt = life.now();
  const mayLackSlip = isOrdinary(course) && isPaperOr(course, ['BL', 'KT']);
  const hasSlip = !mayLackSlip || !breaks(course, 'code-issued');
  const isPromised = course.mishap !== 'no-appointment';
  const isOutsider = breaks(course, 'unposted-account');
  life.happens('DossierReceived', isOutsider ? closedAccount(office) : receiver, {
    code,
    procedure: procedure.code,
    channel,
    place:
      channel === 'post' ? 'post-office' : channel === 'online' ? 'provincial-portal' : 'centre',
    receivingUnit: scene.place.unit,
    ...where,
    solvingUnit: office.agency,
    receiver,
    official,
    withinCompetence: true,
    complete: true,
    components: procedure.papers.map((name, place) => ({
      name,
      kind: channel === 'online' ? 'electronic' : place === 0 ? 'original' : 'certified-copy',
    })),
    slip: hasSlip ? `${code.slice(-4)}/TNHS-${code.slice(-11, -5)}` : null,
    appointment: isPromised ? { at: instantAt(course.due) } : null,
    resultChannel,
    applicant: toldOf(person),
  });
  if (!isPromised) plants(course, 'no-appointment');
  if (course.mishap === 'received-twice') isReceivedTwice(course);
  if (!hasSlip) plants(course, 'code-issued', termFrom(scene, { minutes: 30 }, life.now()));
  if (isOutsider) plants(course, 'unposted-account');
}

/** Nothing is to go wrong with it for another reason. */
export function isOrdinary({ mishap }: Course): boolean {
  return mishap === null;
}

/** Whether it came on paper, or to a centre where it makes no difference. */
function isPaperOr({ scene, channel }: Course, centres: readonly string[]): boolean {
  return channel !== 'online' || centres.includes(scene.place.centre);
}

/** After this, what is solved the same day is solved the next (phút trong ngày). */
const sameDayUntil = 15 * 60;

/** When the result is promised of what is there in full now, by the centre's own counting; in milliseconds since 1970 UTC. */
export function dueOf({ scene, procedure, life }: Course): number {
  const { time, centre } = scene;
  if (procedure.days === 0) return sameDayEnd(time, life.now());
  const counting = centre.parameters.firstDay === 'same' ? 'same-day' : 'next-day';
  return time.addWorkingDaysMs(life.now(), procedure.days, counting);
}

function sameDayEnd(time: WorkingTime, at: number): number {
  const day = time.dateAt(instantAt(at));
  const opening = time.openingOf(day);
  const isInTime = opening !== null && minuteOfDay(instantAt(at), hoChiMinh) <= sameDayUntil;
  return Date.parse(time.endOfDate(isInTime ? day : time.nextWorkingDay(day)));
}
