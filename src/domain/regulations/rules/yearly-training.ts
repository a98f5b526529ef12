/**
 * yearly-training: each year the centre, with the district People's Committees, trains the people of the
 * one-stop sections of districts and communes, by the yearly plan (NB Đ7.2).
 *
 * Discharged by a training for the one or the other (districts were abolished in July 2025), or one of
 * which it is not stated for whom it was.
 */
import type { MonthEvent } from '../../centre/month/vocabulary.ts';
import { calendarDuty } from '../calendar-duty.ts';
import { endOfPeriod, periodsOf } from '../period.ts';
import { isFor } from '../reports.ts';

export const yearlyTraining = calendarDuty<MonthEvent>({
  key: 'yearly-training',
  version: 1,
  title: {
    vi: 'Tập huấn hằng năm cho Bộ phận một cửa cấp huyện, cấp xã',
    en: 'Yearly training of district and commune one-stop staff',
  },
  subject: 'calendar',
  periods: (context) => periodsOf('year', context),
  bearers: (_, context) => [{ kind: 'centre', code: context.centre }],
  due: endOfPeriod,
  discharges: ['TrainingHeld'],
  answers(entry, period, _, context) {
    if (entry.type !== 'TrainingHeld') return false;
    const { audience, period: said } = entry.data;
    const isForThem =
      audience === null || audience.some((one) => one === 'district' || one === 'commune');
    return isForThem && isFor(said, entry, period, context);
  },
});
