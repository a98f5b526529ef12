/**
 * Kon Tum: how the centre is organised and works, a regulation of 2019 whose number and day are left
 * blank in the text.
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

/**
 * The first day of the year that the text names. It names a decision of 17 April 2019, too, by which
 * the centre was founded (KT Đ7.1): before that day there was nothing that could be judged.
 */
export const konTumAssumedFrom = CalendarDate.parse('2019-01-01');

const hours = mondayToFriday(between('07:00', '11:00'), between('13:00', '17:00'));

const profile: Profile = {
  ...defaults,
  firstDay: by('KT Đ4.2', 'same'),
  cutoff: by('KT Đ4.1', 16 * 60),
  cutoffCoversElectronic: by('KT Đ4.1', true),
  // Twice a day by KT Đ4.1, which does not say when: at the end of the morning and of the afternoon.
  batchTimes: byDefault([11 * 60, 17 * 60]),
  supplementScope: by('KT Đ12.1c', 'dossier'),
};

/** @param validFrom the first day of the regulation, where the installation knows it; null: it is assumed. */
export function konTum(validFrom: CalendarDate | null): Centre {
  const regulation: Regulation = {
    key: 'KT',
    from: validFrom ?? konTumAssumedFrom,
    to: null,
    fromIsAssumed: validFrom === null,
  };
  return {
    code: CentreCode.parse('KT'),
    name: {
      vi: 'Trung tâm Phục vụ hành chính công tỉnh Kon Tum',
      en: 'Public Administrative Service Centre of Kon Tum Province',
    },
    workingTime: new WorkingTime(calendar(hoChiMinh, hours, vietnameseHolidays)),
    hoursArticle: 'KT Đ4.1',
    saturdayProcedures: null,
    regulations: [regulation],
    profile,
    parameters: parametersOf(profile),
    demands: demandedBy(regulation, [
      [processingDeadline, 'KT Đ4.2, Đ5.1đ'],
      [supplementOnce, 'KT Đ12.1c'],
    ]),
  };
}
