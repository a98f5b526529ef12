/**
 * Sơn La: the operating regulation of the centre, decision 1624/QĐ-UBND of 16 June 2017, in force from
 * its signing.
 *
 * Saturdays are worked "as the work requires" (SL Đ4.4a): a calendar notice says when.
 */
import { between, calendar, mondayToFriday } from '../../time/calendar.ts';
import { vietnameseHolidays } from '../../time/holidays.ts';
import { WorkingTime } from '../../time/working-time.ts';
import { hoChiMinh } from '../../time/zone.ts';
import { CalendarDate, CentreCode } from '../../units.ts';
import type { Centre, Regulation } from '../centre.ts';
import { by, byDefault, defaults, type Profile, parametersOf } from '../parameters.ts';
import { processingDeadline } from '../rules/processing-deadline.ts';
import { supplementOnce } from '../rules/supplement-once.ts';
import { demandedBy } from './demanded.ts';

const hours = mondayToFriday(between('07:30', '11:30'), between('13:30', '17:30'));

const regulation: Regulation = {
  key: 'SL',
  from: CalendarDate.parse('2017-06-16'),
  to: null,
  fromIsAssumed: false,
};

const profile: Profile = {
  ...defaults,
  processingBearer: by('SL Đ8.b', 'official'),
  firstDay: by('SL Đ4.4b', 'next'),
  reportDayOff: byDefault('before'), // due before the 30th (SL Đ9.1), it cannot move past it
  supplementScope: by('SL Đ8.b', 'dossier'),
  consentFromHalfDay: by('SL Đ8.đ', 'private-leave'),
};

export const sonLa: Centre = {
  code: CentreCode.parse('SL'),
  name: {
    vi: 'Trung tâm Hành chính công tỉnh Sơn La',
    en: 'Public Administration Centre of Sơn La Province',
  },
  workingTime: new WorkingTime(calendar(hoChiMinh, hours, vietnameseHolidays)),
  hoursArticle: 'SL Đ4.4a, Đ4.4c',
  saturdayProcedures: null,
  regulations: [regulation],
  profile,
  parameters: parametersOf(profile),
  demands: demandedBy(regulation, [
    [processingDeadline, 'SL Đ4.4b, Đ8.b, Đ11.2'],
    [supplementOnce, 'SL Đ8.b'],
  ]),
};
