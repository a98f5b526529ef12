/**
 * Ninh Bình: how the centre coordinates with agencies, organisations and persons, decision 743/QĐ-UBND
 * of 23 September 2020, in force from its signing.
 *
 * The hours and the counting are those of decision 1169/QĐ-UBND of 22 September 2020, whose text is
 * not at hand: both are defaults here.
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
  key: 'NB',
  from: CalendarDate.parse('2020-09-23'),
  to: null,
  fromIsAssumed: false,
};

const profile: Profile = {
  ...defaults,
  processingBearer: by('NB Đ5.2d', 'agency'),
  reportDayOff: byDefault('before'), // due before 30 December (NB Đ6.2e), it cannot move past it
  postingTermExempt: by('NB Đ6.2b, Đ6.2c', ['replaced', 'reserve']),
  retentionShare: by('NB Đ9.1d', 0),
};

export const ninhBinh: Centre = {
  code: CentreCode.parse('NB'),
  name: {
    vi: 'Trung tâm Phục vụ hành chính công tỉnh Ninh Bình',
    en: 'Public Administrative Service Centre of Ninh Bình Province',
  },
  workingTime: new WorkingTime(calendar(hoChiMinh, hours, vietnameseHolidays)),
  hoursArticle: null,
  saturdayProcedures: null,
  regulations: [regulation],
  profile,
  parameters: parametersOf(profile),
  demands: demandedBy(regulation, [
    [processingDeadline, 'NB Đ5.2d'],
    [supplementOnce, 'NB Đ5.2c'],
  ]),
};
