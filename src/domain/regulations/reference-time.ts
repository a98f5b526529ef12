/** The working time of the centre `reference`, as an installation sets it. */
import { aroundTheClock, between, calendar, mondayToFriday } from '../time/calendar.ts';
import { vietnameseHolidays } from '../time/holidays.ts';
import { WorkingTime } from '../time/working-time.ts';
import { zoneNamed } from '../time/zone.ts';

/**
 * `always`: every minute of every day counts. `vietnam`: office hours as most regulations have them
 * (07:30 to 11:30 and 13:30 to 17:30, Monday to Friday), with the public holidays.
 *
 * @param zone an IANA name. @throws RangeError if there is no such zone.
 */
export function referenceWorkingTime(zone: string, hours: 'always' | 'vietnam'): WorkingTime {
  const always = hours === 'always';
  const week = always
    ? aroundTheClock()
    : mondayToFriday(between('07:30', '11:30'), between('13:30', '17:30'));
  const notices = always ? [] : vietnameseHolidays;
  return new WorkingTime(calendar(zoneNamed(zone), [{ from: null, hours: week }], notices));
}
