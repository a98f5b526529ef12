import { describe, expect, test } from 'vitest';
import {
  asKnownAt,
  between,
  type CalendarNotice,
  calendar,
  type Hours,
  mondayToFriday,
} from '../../../src/domain/time/calendar.ts';
import { WorkingTime, workingTimeAsKnown } from '../../../src/domain/time/working-time.ts';
import { hoChiMinh } from '../../../src/domain/time/zone.ts';
import { CalendarDate, Instant } from '../../../src/domain/units.ts';

const morning = between('07:30', '11:30');
const afternoon = between('13:30', '17:30');
const office = mondayToFriday(morning, afternoon);
const day = (text: string) => CalendarDate.parse(text);
const at = (text: string) => Instant.parse(`${text}:00+07:00`);

function notice(also: Partial<CalendarNotice>): CalendarNotice {
  return {
    id: 'N1',
    source: 'Decision 1',
    known: at('2026-01-01T00:00'),
    off: [],
    worked: [],
    closures: [],
    ...also,
  };
}
const tuesday = day('2026-03-03');
const saturday = day('2026-03-07');

describe('refused, naming what and where', () => {
  const refusal = (hours: Hours, ...notices: CalendarNotice[]) => {
    return () => calendar(hoChiMinh, hours, notices);
  };

  test('intervals of a weekday that overlap', () => {
    expect(refusal({ mon: [between('11:00', '12:00'), morning] })).toThrow(
      'hours from the beginning, mon: 07:30–11:30 and 11:00–12:00 overlap',
    );
  });

  test('intervals that touch are no overlap', () => {
    expect(refusal({ mon: [morning, between('11:30', '12:00')] })).not.toThrow();
  });

  test.each([
    { from: 450, to: 450 },
    { from: 690, to: 450 },
    { from: -1, to: 450 },
    { from: 450, to: 1441 },
    { from: 450.5, to: 460 },
  ])('an interval that is none: %o', (interval) => {
    expect(refusal({ tue: [interval] })).toThrow(/tue: .* is no interval of a day/);
  });

  test('no hours at all, and a weekday that has none', () => {
    expect(refusal({})).toThrow('hours from the beginning: no day of the week has hours');
    expect(refusal({ mon: [morning], sat: [] })).toThrow('sat: hours are missing');
  });

  test('a day that is off and worked, or off twice, in one notice', () => {
    const off = { date: tuesday, reason: 'a holiday' };
    const worked = { date: tuesday, hours: 'mon' as const, reason: 'a swap' };
    const fault = 'notice N1, 2026-03-03: off or worked is said twice';
    expect(refusal(office, notice({ off: [off], worked: [worked] }))).toThrow(fault);
    expect(refusal(office, notice({ off: [off, off] }))).toThrow(fault);
  });

  test('closures that overlap', () => {
    const closure = { date: tuesday, ...morning, reason: 'a power cut' };
    expect(refusal(office, notice({ closures: [closure, { ...closure, to: 1000 }] }))).toThrow(
      'notice N1, 2026-03-03, closures: 07:30–11:30 and 07:30–16:40 overlap',
    );
  });

  test('a Saturday worked like a weekday that has no hours', () => {
    const worked = { date: saturday, hours: 'sat' as const, reason: 'a swap' };
    expect(refusal(office, notice({ worked: [worked] }))).toThrow(
      'notice N1, 2026-03-07 (sat): worked like sat, which has no hours',
    );
  });

  test('one id twice', () => {
    expect(refusal(office, notice({}), notice({}))).toThrow('notice N1 is given twice');
  });

  test('every fault at once', () => {
    expect(refusal({ mon: [], tue: [] })).toThrow(/mon: hours are missing.*tue: hours are missing/);
  });

  test.each(['7:30', '24:01', '12:60', ''])('the clock time %o', (text) => {
    expect(() => between(text, '23:00')).toThrow(RangeError);
  });
});

describe('periods of hours', () => {
  const summer = mondayToFriday(between('07:00', '11:00'), between('13:00', '17:00'));

  test('each day has the hours of its own period, whatever the order in which they are given', () => {
    const periods = [
      { from: day('2026-04-16'), hours: summer },
      { from: null, hours: office },
      { from: day('2026-10-15'), hours: office },
    ];
    const time = new WorkingTime(calendar(hoChiMinh, periods));
    expect(time.openingOf(day('2026-04-15'))).toBe(at('2026-04-15T07:30'));
    expect(time.openingOf(day('2026-04-16'))).toBe(at('2026-04-16T07:00'));
    expect(time.endOfDate(day('2026-10-14'))).toBe(at('2026-10-14T17:00'));
    expect(time.endOfDate(day('2026-10-15'))).toBe(at('2026-10-15T17:30'));
  });

  test('refused: days before the first, and two that start together', () => {
    const from = day('2026-04-16');
    expect(() => calendar(hoChiMinh, [{ from, hours: summer }])).toThrow(
      'there are no hours before 2026-04-16',
    );
    const twice = [null, from, from].map((start) => ({ from: start, hours: summer }));
    expect(() => calendar(hoChiMinh, twice)).toThrow('two periods of hours are from 2026-04-16');
  });
});

describe('versions', () => {
  const first = notice({
    off: [{ date: tuesday, reason: 'a holiday' }],
    closures: [{ date: day('2026-03-04'), ...afternoon, reason: 'a power cut' }],
  });
  const second = notice({
    id: 'N2',
    known: at('2026-02-01T00:00'),
    worked: [
      { date: tuesday, hours: 'tue', reason: 'no holiday after all' },
      { date: day('2026-03-04'), hours: 'wed', reason: 'no power cut after all' },
    ],
  });
  const made = calendar(hoChiMinh, office, [second, first]);
  const asKnown = workingTimeAsKnown(made);

  test.each([
    ['2025-12-31T23:59', true, '17:30'],
    ['2026-01-01T00:00', false, '11:30'],
    ['2026-01-31T23:59', false, '11:30'],
    ['2026-02-01T00:00', true, '17:30'],
  ])('as known at %s', (known, isWorked, closing) => {
    expect(asKnown(at(known)).isWorkingDay(tuesday)).toBe(isWorked);
    expect(asKnown(at(known)).endOfDate(day('2026-03-04'))).toBe(at(`2026-03-04T${closing}`));
  });

  test('a state of knowledge is compiled once', () => {
    expect(asKnown(at('2026-01-05T00:00'))).toBe(asKnown(at('2026-01-09T00:00')));
    expect(asKnown(at('2026-01-05T00:00'))).not.toBe(asKnown(at('2026-02-05T00:00')));
    expect(asKnownAt(made, at('2026-01-05T00:00')).notices).toEqual([first]);
  });
});
