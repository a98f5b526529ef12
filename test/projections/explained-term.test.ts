/** A term in words: its length with its unit, in both languages. */
import { expect, test } from 'vitest';
import type { Reckoning } from '../../src/domain/regulations/reckoning.ts';
import { CalendarDate, Instant } from '../../src/domain/units.ts';
import { TermItem, termItem } from '../../src/projections/explained-term.ts';

const from = Instant.parse('2026-03-02T09:00:00+07:00');
const date = CalendarDate.parse('2026-03-06');

function reckoned(count: Reckoning['count'], isAgain = false): Reckoning {
  return { count, from, isAgain, until: from, due: from, pauses: [], movedLastDay: null };
}

const told = (count: Reckoning['count'], isAgain = false) =>
  TermItem.parse(termItem(reckoned(count, isAgain)));

test.each([
  [{ unit: 'minutes', amount: 30, from }, '30 phút làm việc', '30 working minutes'],
  [{ unit: 'minutes', amount: 480, from }, '8 giờ làm việc', '8 working hours'],
  [{ unit: 'minutes', amount: 60, from }, '1 giờ làm việc', '1 working hour'],
  [{ unit: 'minutes', amount: 90, from }, '90 phút làm việc', '90 working minutes'],
  [{ unit: 'clock-minutes', amount: 4320, from }, '72 giờ, cả ngày đêm', '72 hours'],
  [
    { unit: 'working-days', amount: 10, from, firstDay: 'next' },
    '10 ngày làm việc',
    '10 working days',
  ],
  [
    { unit: 'working-days', amount: 1, from, firstDay: 'same' },
    '1 ngày làm việc, tính cả ngày bắt đầu',
    '1 working day, with the day on which it began',
  ],
  [
    { unit: 'calendar-days', amount: 30, from },
    '30 ngày, tính cả ngày nghỉ',
    '30 calendar days, days off counted',
  ],
  [
    { unit: 'days-before', amount: 3, date },
    'trước ngày 06/03/2026 3 ngày làm việc',
    '3 working days before 2026-03-06',
  ],
  [{ unit: 'date', date }, 'hết ngày 06/03/2026', 'by the end of 2026-03-06'],
  [{ unit: 'same-day', from }, 'trong ngày', 'within the day'],
  [{ unit: 'appointed' }, 'theo giờ hẹn', 'as appointed'],
  [{ unit: 'stated' }, 'theo thời điểm ghi trên hồ sơ', 'as the record states'],
] as const)('%o', (count, vi, en) => {
  expect(told(count)).toMatchObject({
    unit: count.unit,
    amount: 'amount' in count ? count.amount : null,
    words: { vi, en },
    startsAgain: false,
  });
});

test('where it began again after a wait, that is said', () => {
  const count = { unit: 'working-days', amount: 10, from, firstDay: 'next' } as const;
  expect(told(count, true)).toMatchObject({
    words: {
      vi: '10 ngày làm việc, tính lại từ đầu sau thời gian chờ',
      en: '10 working days, counted again after the wait',
    },
    startsAgain: true,
  });
});
