/** A reckoning in words, as people read it in an explanation. */
import { z } from 'zod';
import type { Count } from '../domain/regulations/counted.ts';
import type { Reckoning } from '../domain/regulations/reckoning.ts';
import type { CalendarDate } from '../domain/units.ts';

const units = [
  'minutes',
  'clock-minutes',
  'working-days',
  'calendar-days',
  'same-day',
  'days-before',
  'date',
  'appointed',
  'stated',
] as const satisfies readonly Reckoning['count']['unit'][];

const Words = z.object({ vi: z.string(), en: z.string() });

export const TermItem = z
  .object({
    unit: z
      .enum(units)
      .describe(
        'minutes: of working time. clock-minutes: day and night. calendar-days: days off counted. same-day: by the end of the day. days-before: working days, counted back from a date. appointed: an instant that was promised. stated: another instant that the record states, or an act that it is due by.',
      ),
    amount: z.number().nullable().describe('Of the unit; null: it is a day or an instant.'),
    words: Words,
    from: z.iso.datetime().describe('Where the count began.'),
    startsAgain: z
      .boolean()
      .describe('It began again there, after a wait: what had passed before counts no more.'),
    until: z.iso.datetime().describe('Where it ended: the due time before a wait prolonged it.'),
  })
  .describe('What was counted, by the strict convention, from its beginning or its last.');

type Words = z.output<typeof Words>;

export function termItem({ count, from, isAgain, until }: Reckoning): z.output<typeof TermItem> {
  return {
    unit: count.unit,
    amount: 'amount' in count ? count.amount : null,
    words: isAgain ? again(wordsOf(count)) : wordsOf(count),
    from,
    startsAgain: isAgain,
    until,
  };
}

function again({ vi, en }: Words): Words {
  return {
    vi: `${vi}, tính lại từ đầu sau thời gian chờ`,
    en: `${en}, counted again after the wait`,
  };
}

function wordsOf(count: Count | { readonly unit: 'stated' }): Words {
  if (count.unit === 'date') {
    return { vi: `hết ngày ${inVietnamese(count.date)}`, en: `by the end of ${count.date}` };
  }
  if (!('amount' in count)) return wordsOfUnit[count.unit];
  const { unit, amount } = count;
  if (unit === 'minutes') return timeOf(amount, { vi: ' làm việc', en: 'working ' });
  if (unit === 'clock-minutes') return timeOf(amount, { vi: ', cả ngày đêm', en: '' });
  if (unit === 'working-days') return workingDays(amount, count.firstDay);
  if (unit === 'days-before') {
    return {
      vi: `trước ngày ${inVietnamese(count.date)} ${amount} ngày làm việc`,
      en: `${several(amount, 'working day')} before ${count.date}`,
    };
  }
  return {
    vi: `${amount} ngày, tính cả ngày nghỉ`,
    en: `${several(amount, 'calendar day')}, days off counted`,
  };
}

/** Of what has no amount. */
const wordsOfUnit: Readonly<Record<'same-day' | 'appointed' | 'stated', Words>> = {
  'same-day': { vi: 'trong ngày', en: 'within the day' },
  appointed: { vi: 'theo giờ hẹn', en: 'as appointed' },
  stated: { vi: 'theo thời điểm ghi trên hồ sơ', en: 'as the record states' },
};

function workingDays(amount: number, firstDay: 'same' | 'next'): Words {
  const isSame = firstDay === 'same';
  return {
    vi: `${amount} ngày làm việc${isSame ? ', tính cả ngày bắt đầu' : ''}`,
    en: `${several(amount, 'working day')}${isSame ? ', with the day on which it began' : ''}`,
  };
}

/** In hours where they are whole. */
function timeOf(minutes: number, of: Words): Words {
  const isHours = minutes > 0 && minutes % 60 === 0;
  const amount = isHours ? minutes / 60 : minutes;
  return {
    vi: `${amount} ${isHours ? 'giờ' : 'phút'}${of.vi}`,
    en: several(amount, `${of.en}${isHours ? 'hour' : 'minute'}`),
  };
}

function several(amount: number, name: string): string {
  return `${amount} ${name}${amount === 1 ? '' : 's'}`;
}

/** `2026-03-06` as 06/03/2026. */
function inVietnamese(date: CalendarDate): string {
  return date.split('-').toReversed().join('/');
}
