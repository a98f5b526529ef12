/**
 * merit-proposed: each year the centre proposes to the People's Committee whom to reward (NB Đ10.1). No
 * day is named.
 *
 * A proposal that is said to be made out of turn (đột xuất), or to somebody else, is not the year's.
 */
import type { CentreEvent } from '../../centre/centre/vocabulary.ts';
import { calendarDuty } from '../calendar-duty.ts';
import { endOfPeriod, isWithin, periodsOf } from '../period.ts';

export const meritProposed = calendarDuty<CentreEvent>({
  key: 'merit-proposed',
  version: 1,
  title: { vi: 'Đề xuất khen thưởng hằng năm', en: 'Yearly proposal of rewards' },
  subject: 'calendar',
  periods: (context) => periodsOf('year', context),
  bearers: (_, context) => [{ kind: 'centre', code: context.centre }],
  due: endOfPeriod,
  discharges: ['RewardProposed'],
  answers(entry, period, _, { workingTime }) {
    if (entry.type !== 'RewardProposed') return false;
    const { occasion, year, to } = entry.data;
    if (occasion === 'ad-hoc') return false;
    if (to !== null && to !== 'people-committee' && to !== 'chair') return false;
    return year === null
      ? isWithin(workingTime.dateAt(entry.occurredAt), period)
      : year === period.name;
  },
});
