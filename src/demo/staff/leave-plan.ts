/** What becomes of an absence of the demo: whether somebody let the official go, and who came instead. */
import { dayOf } from '../../domain/time/date.ts';
import type { AgencyCode, CalendarDate, OfficialId } from '../../domain/units.ts';
import type { Absence } from '../absences.ts';
import { officeWith, reservesOf, staffOf } from '../counters.ts';
import type { Office } from '../places.ts';
import type { Scene } from '../scene.ts';

export type LeavePlan = {
  readonly id: string;
  readonly absence: Absence;
  /** Null: the official is the centre's own. */
  readonly office: Office | null;
  readonly agency: AgencyCode;
  /** Of the agency's own house: the centre is told of it, and has no say. */
  readonly atAgency: boolean;
  /** Who works meanwhile; null: nobody does. */
  readonly substitute: OfficialId | null;
  readonly kind:
    | 'annual'
    | 'sick'
    | 'personal'
    | 'training'
    | 'business-trip'
    | 'agency-work'
    | 'compensatory';
};

/** The same for the same absence, whoever asks. */
export function leavePlanOf(scene: Scene, absence: Absence): LeavePlan {
  const { place } = scene;
  const { official, from, kind, emergency } = absence;
  const office = officeWith(place, official);
  const earned = place.centre === 'BL' && kind === 'personal' && !emergency; // BL Đ8.3l
  const atOnce = place.centre === 'SL' && emergency; // SL Đ8.đ lets nobody go unasked but who is ill
  return {
    id: `NP-${place.centre}-${from.slice(2).replaceAll('-', '')}-${official}`,
    absence,
    office,
    agency: office?.agency ?? place.unit,
    atAgency: office !== null && !office.posted.includes(official),
    substitute: absence.covered ? substituteFor(scene, absence, office) : null,
    kind: earned ? 'compensatory' : atOnce ? 'sick' : kind,
  };
}

/** One of the agency's reserves, or of the centre's clerks, who is there when the absence begins. */
function substituteFor(
  { place, absences }: Scene,
  { official, from }: Absence,
  office: Office | null,
) {
  const among = office === null ? place.clerks : reservesOf(office);
  return among.find((one) => one !== official && !absences.isAway(one, from)) ?? null;
}

/** Who came to the centre instead of posted officials who are away on a day. */
export function substitutesOn(scene: Scene, day: CalendarDate): readonly OfficialId[] {
  const found = staffOf(scene.place).posted.flatMap((official) => {
    const absence = scene.absences.on(official, day);
    const substitute = absence === null ? null : leavePlanOf(scene, absence).substitute;
    return substitute === null || scene.absences.isAway(substitute, day) ? [] : [substitute];
  });
  return [...new Set(found)];
}

/** Whole days that an absence lasts, those on which the centre is closed not counted. */
export function workingDaysOf({ time }: Scene, { from, to }: Absence): number {
  let count = time.isWorkingDay(from) ? 1 : 0;
  let day = from;
  while (dayOf(day) < dayOf(to)) {
    day = time.nextWorkingDay(day);
    if (day <= to) count += 1;
  }
  return count;
}
