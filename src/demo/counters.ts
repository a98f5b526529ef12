/** The counters of a centre of the demo, and whose turn it is to sit there. */
import { dayOf } from '../domain/time/date.ts';
import type { CalendarDate, OfficialId } from '../domain/units.ts';
import type { Office, Place } from './places.ts';

/** The counter that agencies share by turns (TQ Đ6, KT Đ13.10). */
export const sharedCounter = 'Quầy chung';

/** Whether the centre has a counter that agencies share. */
export function sharesCounter({ offices }: Place): boolean {
  return offices.some(({ rotating }) => rotating);
}

/** The agencies that share it, in the order of their turns (TQ Đ6.5). */
export function officesInTurn({ offices }: Place): readonly Office[] {
  return offices.filter(({ rotating }) => rotating);
}

export function counterOf({ offices }: Place, { agency }: Office): string {
  return `Quầy ${offices.findIndex((one) => one.agency === agency) + 1}`;
}

/** The two officials of an agency sit at its counter week by week in turn. */
export function atCounterOn(office: Office, day: CalendarDate): OfficialId {
  return turn(office.posted, Math.floor((dayOf(day) + 3) / 7));
}

/** One after another, again and again. @throws RangeError if there are none. */
export function turn<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length];
  if (item === undefined) throw new RangeError('nobody can have a turn');
  return item;
}

export function officeWith({ offices }: Place, official: OfficialId): Office | null {
  const has = ({ posted, officers, head }: Office) =>
    head === official || posted.includes(official) || officers.includes(official);
  return offices.find(has) ?? null;
}

/** Those who are at the centre every day: its own people, and whom the agencies post there. */
export function staffOf({
  director,
  deputy,
  clerks,
  accountant,
  complaintOfficer,
  offices,
}: Place) {
  const own = [director, deputy, ...clerks, accountant, complaintOfficer];
  return { own, posted: offices.flatMap(({ posted }) => posted) };
}

/** Who stands in for the posted officials of an agency: the first two of its own. */
export function reservesOf({ officers }: Office): readonly OfficialId[] {
  return officers.slice(0, 2);
}
