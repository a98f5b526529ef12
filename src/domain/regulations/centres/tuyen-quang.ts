/**
 * Tuyên Quang: how the agencies that work at the centre in rotation coordinate, decision 459/QĐ-UBND
 * of 27 November 2023, in force from its signing.
 *
 * It leaves the hours and the counting to decision 633/QĐ-UBND of 2021 (TQ Đ2.2), whose text is not
 * at hand: both are defaults here.
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
  key: 'TQ',
  from: CalendarDate.parse('2023-11-27'),
  to: null,
  fromIsAssumed: false,
};

const profile: Profile = {
  ...defaults,
  processingBearer: by('TQ Đ6.3', 'agency'),
  reportDayOff: byDefault('before'), // due before 30 November (TQ Đ6.7), it cannot move past it
  transferWithin: by('TQ Đ7.2b', 30),
  agenciesInScope: by('TQ Đ3', [
    'Văn phòng Ủy ban nhân dân tỉnh',
    'Sở Ngoại vụ',
    'Trung tâm Phục vụ hành chính công tỉnh',
    'Sở Thông tin và Truyền thông',
    'Sở Tài chính',
    'Sở Công thương',
    'Sở Văn hóa, Thể thao và Du lịch',
    'Sở Giáo dục và Đào tạo',
    'Ban Quản lý các Khu công nghiệp tỉnh',
  ]),
};

export const tuyenQuang: Centre = {
  code: CentreCode.parse('TQ'),
  name: {
    vi: 'Trung tâm Phục vụ hành chính công tỉnh Tuyên Quang',
    en: 'Public Administrative Service Centre of Tuyên Quang Province',
  },
  workingTime: new WorkingTime(calendar(hoChiMinh, hours, vietnameseHolidays)),
  hoursArticle: null,
  saturdayProcedures: null,
  regulations: [regulation],
  profile,
  parameters: parametersOf(profile),
  demands: demandedBy(regulation, [
    [processingDeadline, 'TQ Đ6.3'],
    [supplementOnce, 'TQ Đ7.1a, Đ7.2a'],
  ]),
};
