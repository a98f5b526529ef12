import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  hoChiMinh,
  instantOfLocal,
  localDateOf,
  minuteOfDay,
  startOfDay,
  utc,
  zoneNamed,
} from '../../../src/domain/time/zone.ts';
import { CalendarDate, Instant, instantAt } from '../../../src/domain/units.ts';

const amsterdam = zoneNamed('Europe/Amsterdam');

describe('in Vietnam', () => {
  test.each([
    ['2026-03-01T16:59:59.999Z', '2026-03-01', 1439],
    ['2026-03-01T17:00:00.000Z', '2026-03-02', 0],
    ['2026-03-02T01:00:59.999Z', '2026-03-02', 480],
  ])('%s is on %s, minute %i', (instant, date, minute) => {
    expect(localDateOf(Instant.parse(instant), hoChiMinh)).toBe(date);
    expect(minuteOfDay(Instant.parse(instant), hoChiMinh)).toBe(minute);
  });

  test('a day starts seven hours before it does in UTC', () => {
    const date = CalendarDate.parse('2026-03-02');
    expect(startOfDay(date, hoChiMinh)).toBe('2026-03-01T17:00:00.000Z');
    expect(startOfDay(date, utc)).toBe('2026-03-02T00:00:00.000Z');
  });

  test('the fixed offset is what the time zone data say since 13 June 1975', () => {
    const there = (text: string) => Temporal.Instant.from(text).toZonedDateTimeISO(hoChiMinh.name);
    expect(there('1975-06-13T00:00Z').offset).toBe('+07:00');
    expect(there('2026-07-01T00:00Z').offset).toBe('+07:00');
    expect(there('1975-06-12T00:00Z').offset).toBe('+08:00');
  });
});

describe('where the clock changes', () => {
  const local = (text: string) => instantAt(instantOfLocal(amsterdam, Date.parse(`${text}Z`)));

  test('a time that it jumps over is the instant of the jump', () => {
    expect(local('2011-03-27T01:59:59.999')).toBe('2011-03-27T00:59:59.999Z');
    expect(local('2011-03-27T02:00')).toBe('2011-03-27T01:00:00.000Z');
    expect(local('2011-03-27T02:30')).toBe('2011-03-27T01:00:00.000Z');
    expect(local('2011-03-27T03:00')).toBe('2011-03-27T01:00:00.000Z');
    expect(local('2011-03-27T03:01')).toBe('2011-03-27T01:01:00.000Z');
  });

  test('a time that it shows twice is the first', () => {
    expect(local('2011-10-30T01:59')).toBe('2011-10-29T23:59:00.000Z');
    expect(local('2011-10-30T02:30')).toBe('2011-10-30T00:30:00.000Z');
    expect(local('2011-10-30T03:00')).toBe('2011-10-30T02:00:00.000Z');
  });

  test('a day whose midnight is jumped over starts at the jump', () => {
    const date = CalendarDate.parse('2018-11-04');
    expect(startOfDay(date, zoneNamed('America/Sao_Paulo'))).toBe('2018-11-04T03:00:00.000Z');
  });
});

const names = [
  'Europe/Amsterdam',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Australia/Lord_Howe', // half an hour of summer time
  'Pacific/Auckland',
  'Asia/Ho_Chi_Minh',
];

test('dates and clocks are those of Temporal', () => {
  const years = { min: Date.UTC(1976, 0, 1), max: Date.UTC(2035, 0, 1) };
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.integer(years), (name, ms) => {
      const zone = zoneNamed(name);
      const there = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(name);
      const date = localDateOf(instantAt(ms), zone);
      expect(date).toBe(there.toPlainDate().toString());
      expect(minuteOfDay(instantAt(ms), zone)).toBe(there.hour * 60 + there.minute);
      expect(Date.parse(startOfDay(date, zone))).toBe(there.startOfDay().epochMilliseconds);
    }),
    { numRuns: 1000 },
  );
});

test('on the day of a change the offset is right to the millisecond', () => {
  const change = Date.parse('2011-10-30T01:00Z');
  expect(amsterdam.offsetAt(change - 1)).toBe(7_200_000);
  expect(amsterdam.offsetAt(change)).toBe(3_600_000);
});

test('a zone that does not exist is named', () => {
  expect(() => zoneNamed('Europe/Sai_Gon')).toThrow('there is no time zone "Europe/Sai_Gon"');
});
