/** What a centre says of its hours and days: what working time makes of it, and what is refused at the door. */
import { expect, test } from 'vitest';
import { calendarNoticeOf, serviceHoursOf } from '../../../../src/domain/centre/centre/calendar.ts';
import { centre } from '../../../../src/domain/centre/centre/vocabulary.ts';
import { faultsOfNotice } from '../../../../src/domain/time/calendar.ts';
import { Instant } from '../../../../src/domain/units.ts';

const known = Instant.parse('2025-12-25T08:00:00+07:00');
const { CalendarNoticeIssued, ServiceHoursSet } = centre;

test('a notice is a notice of the calendar', () => {
  const said = CalendarNoticeIssued.latest.parse(CalendarNoticeIssued.example);
  const notice = calendarNoticeOf(said, known);
  expect(notice).toMatchObject({
    id: 'TB-2025-11',
    known,
    off: [{ date: '2026-01-02' }],
    worked: [{ hours: 'fri' }, { hours: [{ from: 450, to: 690 }] }],
    closures: [{ date: '2026-01-15', from: 810, to: 1050 }],
  });
  expect(faultsOfNotice(notice)).toEqual([]);
});

test('the hours of a week are those of each of its days', () => {
  const hours = serviceHoursOf({
    week: [
      { days: ['mon', 'sat'], from: '07:00', to: '11:00' },
      { days: ['mon'], from: '13:00', to: '24:00' },
    ],
  });
  expect(hours).toEqual({
    mon: [
      { from: 420, to: 660 },
      { from: 780, to: 1440 },
    ],
    sat: [{ from: 420, to: 660 }],
  });
});

const day = { date: '2026-01-02', reason: 'Hoán đổi' };

test.each([
  ['a day that is off and worked', { off: [day], worked: [{ ...day, hours: 'fri' }] }],
  [
    'closures that overlap',
    {
      closures: [
        { ...day, from: '08:00', to: '10:00' },
        { ...day, from: '09:59', to: '11:00' },
      ],
    },
  ],
  ['a closure that ends before it starts', { closures: [{ ...day, from: '10:00', to: '10:00' }] }],
  ['a time that no clock shows', { closures: [{ ...day, from: '24:00', to: '24:30' }] }],
])('%s is no notice', (_, days) => {
  const notice = { notice: 'TB-1', source: 'TB 1', ...days };
  expect(CalendarNoticeIssued.latest.safeParse(notice).success).toBe(false);
});

test.each([
  ['11:30', '11:30', true],
  ['11:30', '11:29', false],
])('hours of one day until %s and from %s are sound: %s', (to, from, isSound) => {
  const week = [
    { days: ['mon'], from: '07:30', to },
    { days: ['mon'], from, to: '17:00' },
  ];
  expect(ServiceHoursSet.latest.safeParse({ week }).success).toBe(isSound);
});
