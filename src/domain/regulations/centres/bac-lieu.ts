/**
 * Bạc Liêu: how the centre is organised and works, decision 221/QĐ-UBND of 23 October 2018, in force
 * from its signing.
 */
import { between, calendar, mondayToFriday } from '../../time/calendar.ts';
import { vietnameseHolidays } from '../../time/holidays.ts';
import { WorkingTime } from '../../time/working-time.ts';
import { hoChiMinh } from '../../time/zone.ts';
import { CalendarDate, CentreCode, Instant } from '../../units.ts';
import type { Centre, Regulation } from '../centre.ts';
import { by, defaults, type Profile, parametersOf } from '../parameters.ts';
import { processingDeadline } from '../rules/processing-deadline.ts';
import { supplementOnce } from '../rules/supplement-once.ts';
import { demandedBy } from './demanded.ts';

const morning = between('07:00', '11:00');
const hours = mondayToFriday(morning, between('13:00', '17:00'));

/**
 * Public holidays that fall on a Saturday. The notices for all of Vietnam leave them out: for whoever
 * rests at the weekend they change nothing.
 */
const saturdaysOff = {
  id: 'bl-saturdays-2024-2027',
  source: 'Bộ luật Lao động 45/2019/QH14, Điều 112',
  known: Instant.parse('2021-01-01T00:00:00+07:00'),
  off: [
    { date: CalendarDate.parse('2024-02-10'), reason: 'Tết Nguyên đán' },
    { date: CalendarDate.parse('2027-02-06'), reason: 'Tết Nguyên đán' },
    { date: CalendarDate.parse('2027-05-01'), reason: 'Ngày Quốc tế lao động 1/5' },
  ],
  worked: [],
  closures: [],
};

const regulation: Regulation = {
  key: 'BL',
  from: CalendarDate.parse('2018-10-23'),
  to: null,
  fromIsAssumed: false,
};

const profile: Profile = { ...defaults, supplementScope: by('BL Đ8.3c', 'dossier') };

export const bacLieu: Centre = {
  code: CentreCode.parse('BL'),
  name: {
    vi: 'Trung tâm Phục vụ hành chính công tỉnh Bạc Liêu',
    en: 'Public Administrative Service Centre of Bạc Liêu Province',
  },
  workingTime: new WorkingTime(calendar(hoChiMinh, hours, vietnameseHolidays)),
  hoursArticle: 'BL Đ5.1, Đ5.3',
  saturdayProcedures: {
    procedures: [
      { vi: 'Đăng ký kinh doanh', en: 'Business registration' },
      { vi: 'Lý lịch tư pháp', en: 'Judicial record' },
    ],
    workingTime: new WorkingTime(
      calendar(hoChiMinh, { ...hours, sat: [morning] }, [...vietnameseHolidays, saturdaysOff]),
    ),
    article: 'BL Đ5.1',
  },
  regulations: [regulation],
  profile,
  parameters: parametersOf(profile),
  demands: demandedBy(regulation, [
    [processingDeadline, 'BL Đ5.2'],
    [supplementOnce, 'BL Đ8.3c'],
  ]),
};
