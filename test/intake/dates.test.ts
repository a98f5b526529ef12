import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DateFormat } from '../../src/intake/date-formats.ts';
import { readDate, readDay, readMoment, readMonth, readYear } from '../../src/intake/dates.ts';
import { zoneOf } from '../../src/intake/zone.ts';

const hanoi = zoneOf('Asia/Ho_Chi_Minh');
const amsterdam = zoneOf('Europe/Amsterdam');

function moment(text: string, format: DateFormat = 'iso', zone = hanoi) {
  const remarks: string[] = [];
  const { at, precision } = readMoment(text, format, zone, (remark) => remarks.push(remark));
  return { at: new Date(at).toISOString(), precision, remarks };
}

test.each([
  ['2011-10-11 13:42:22.688000+02:00', '2011-10-11T11:42:22.688Z'],
  ['2011-10-11T13:42:22+0200', '2011-10-11T11:42:22.000Z'],
  ['2011-10-11T13:42+02', '2011-10-11T11:42:00.000Z'],
  ['2011-10-11T13:42:22,5Z', '2011-10-11T13:42:22.500Z'],
  ['2011-10-11T00:00:00.999999999-03:30', '2011-10-11T03:30:00.999Z'],
  ['2026-03-02T08:00:00', '2026-03-02T01:00:00.000Z'],
  ['2024-02-29 23:59:59', '2024-02-29T16:59:59.000Z'],
])('%s is %s; what is finer than a millisecond is cut off', (text, at) => {
  expect(moment(text)).toEqual({ at, precision: 'instant', remarks: [] });
});

test.each([
  ['02/03/2026 08:05', 'dd/MM/yyyy HH:mm', '2026-03-02T01:05:00.000Z', 'instant'],
  ['02/03/2026 08:05:09', 'dd/MM/yyyy HH:mm:ss', '2026-03-02T01:05:09.000Z', 'instant'],
  ['02/03/2026', 'dd/MM/yyyy', '2026-03-01T17:00:00.000Z', 'day'],
  ['2026-03-02', 'iso', '2026-03-01T17:00:00.000Z', 'day'],
  ['2026-03-02 08:05:09', 'iso', '2026-03-02T01:05:09.000Z', 'instant'],
  ['08:05 02/03/2026', 'HH:mm dd/MM/yyyy', '2026-03-02T01:05:00.000Z', 'instant'],
  ['08:05:09 02/03/2026', 'HH:mm:ss dd/MM/yyyy', '2026-03-02T01:05:09.000Z', 'instant'],
  ['2/3/2026', 'd/M/yyyy', '2026-03-01T17:00:00.000Z', 'day'],
  ['2/3/2026 8:05', 'd/M/yyyy H:mm', '2026-03-02T01:05:00.000Z', 'instant'],
  ['02/03/2026 08:05:09', 'd/M/yyyy H:mm:ss', '2026-03-02T01:05:09.000Z', 'instant'],
  ['02-03-2026', 'dd-MM-yyyy', '2026-03-01T17:00:00.000Z', 'day'],
  ['02-03-2026 08:05', 'dd-MM-yyyy HH:mm', '2026-03-02T01:05:00.000Z', 'instant'],
  ['02-03-2026 08:05:09', 'dd-MM-yyyy HH:mm:ss', '2026-03-02T01:05:09.000Z', 'instant'],
  ['2026/03/02', 'yyyy/MM/dd', '2026-03-01T17:00:00.000Z', 'day'],
  ['2026/03/02 08:05:09', 'yyyy/MM/dd HH:mm:ss', '2026-03-02T01:05:09.000Z', 'instant'],
  ['20260302', 'yyyyMMdd', '2026-03-01T17:00:00.000Z', 'day'],
  ['20260302080509', 'yyyyMMddHHmmss', '2026-03-02T01:05:09.000Z', 'instant'],
  ['46083', 'excel', '2026-03-01T17:00:00.000Z', 'day'],
  ['46083.3369097222', 'excel', '2026-03-02T01:05:09.000Z', 'instant'],
  ['46083,3369097222', 'excel', '2026-03-02T01:05:09.000Z', 'instant'],
  ['46083.999999', 'excel', '2026-03-02T17:00:00.000Z', 'instant'],
  ['61', 'excel', '1900-02-28T16:53:30.000Z', 'day'],
  ['2958465', 'excel', '9999-12-30T17:00:00.000Z', 'day'],
] as const)('%s as %s is %s, to the %s', (text, format, at, precision) => {
  expect(moment(text, format)).toEqual({ at, precision, remarks: [] });
});

test.each([
  ['2026-02-29', 'iso', 'not a day that exists'],
  ['2026-13-01T00:00:00Z', 'iso', 'not a day that exists'],
  ['2026-00-10', 'iso', 'not a day that exists'],
  ['0011-10-11', 'iso', 'not a day that exists'],
  ['2026-03-02T24:00:00Z', 'iso', 'not a time that exists'],
  ['2026-03-02T23:59:60Z', 'iso', 'not a time that exists'],
  ['2026-03-02T08:00:00+24:00', 'iso', 'an offset that does not exist'],
  ['2026-03-02T08:00:00+07:60', 'iso', 'an offset that does not exist'],
  ['2026-03-02T08:00:00.1234567891Z', 'iso', 'not written as ISO 8601'],
  ['2026-03-02T08:00:00+02:0', 'iso', 'not written as ISO 8601'],
  ['2026-3-2', 'iso', 'not written as ISO 8601'],
  ['02/03/2026 08:05', 'iso', 'not written as ISO 8601'],
  ['02/03/2026', 'dd/MM/yyyy HH:mm', 'not written as dd/MM/yyyy HH:mm'],
  ['02/03/2026 08:05:00', 'dd/MM/yyyy HH:mm', 'not written as dd/MM/yyyy HH:mm'],
  ['31/04/2026', 'dd/MM/yyyy', 'not a day that exists'],
  ['02/03/2026 24:00', 'dd/MM/yyyy HH:mm', 'not a time that exists'],
  ['2/3/2026', 'dd/MM/yyyy', 'not written as dd/MM/yyyy'],
  ['02/03/26', 'd/M/yyyy', 'not written as d/M/yyyy'],
  ['2/3/2026 8:5', 'd/M/yyyy H:mm', 'not written as d/M/yyyy H:mm'],
  ['0/3/2026', 'd/M/yyyy', 'not a day that exists'],
  ['20260231', 'yyyyMMdd', 'not a day that exists'],
  ['60', 'excel', 'not a day from 1 March 1900 on'],
  ['2958466', 'excel', 'not a day from 1 March 1900 on'],
  ['02/03/2026', 'excel', 'not a serial number of Excel'],
  ['-5', 'excel', 'not a serial number of Excel'],
] as const)('%s as %s is refused: %s', (text, format, message) => {
  expect(() => moment(text, format)).toThrow(message);
});

test('a refused value is shown, unless it could be about a person', () => {
  expect(() => moment('2026-02-30')).toThrow('"2026-02-30"');
  expect(() => moment('Trần Thị Mai')).toThrow('a text of 12 characters is not written as');
});

test('a clock time that the zone skipped does not exist; its neighbours do', () => {
  // 27 March 2011 in Amsterdam: 02:00 became 03:00.
  expect(moment('2011-03-27T01:59:59', 'iso', amsterdam).at).toBe('2011-03-27T00:59:59.000Z');
  for (const skipped of ['2011-03-27T02:00:00', '2011-03-27T02:59:59.999']) {
    expect(() => moment(skipped, 'iso', amsterdam)).toThrow('the clock was put forward over it');
  }
  expect(moment('2011-03-27T03:00:00', 'iso', amsterdam).at).toBe('2011-03-27T01:00:00.000Z');
});

test('a clock time that the zone showed twice is the earlier one, and is remarked on', () => {
  // 30 October 2011 in Amsterdam: 03:00 became 02:00.
  const twice = moment('2011-10-30T02:30:00', 'iso', amsterdam);
  expect(twice).toMatchObject({ at: '2011-10-30T00:30:00.000Z', precision: 'instant' });
  expect(twice.remarks).toEqual([expect.stringContaining('taken as the earlier')]);
  for (const once of ['2011-10-30T01:59:59', '2011-10-30T03:00:00', '2011-10-30T02:30:00+01:00']) {
    expect(moment(once, 'iso', amsterdam).remarks).toEqual([]);
  }
});

test('a day begins when its first instant comes, also where midnight was skipped', () => {
  // Beirut put its clocks forward at 00:00 of 27 March 2022.
  expect(moment('2022-03-27', 'iso', zoneOf('Asia/Beirut')).at).toBe('2022-03-26T22:00:00.000Z');
});

test('every instant comes back from its own clock time, or from the earlier one of two', () => {
  const zones = [
    'Asia/Ho_Chi_Minh',
    'Europe/Amsterdam',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
  ];
  const from = Date.UTC(1950, 0, 1);
  const to = Date.UTC(2035, 0, 1);
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: from, max: to }), (name, at) => {
      const clock = new Intl.DateTimeFormat('sv-SE', {
        timeZone: name,
        dateStyle: 'short',
        timeStyle: 'medium',
      }).format(at);
      const remarks: string[] = [];
      const read = readMoment(clock, 'iso', zoneOf(name), (remark) => remarks.push(remark)).at;
      const seconds = Math.floor(at / 1000) * 1000;
      const mayBe = remarks.length === 0 ? [0] : [0, 1_800_000, 3_600_000];
      expect(mayBe).toContain(seconds - read);
    }),
  );
});

test('a date as a value has no time of day', () => {
  expect(readDate('02/03/2026', 'dd/MM/yyyy')).toBe('2026-03-02');
  expect(() => readDate('2026-03-02T00:00:00Z', 'iso')).toThrow('read it "as": "instant"');
});

test.each([
  ['2026-02-28T16:59:59Z', 'iso', '2026-02-28'],
  ['2026-02-28T17:00:00Z', 'iso', '2026-03-01'],
  ['2026-02-28 23:59:59', 'iso', '2026-02-28'],
  ['01/03/2026 00:00', 'dd/MM/yyyy HH:mm', '2026-03-01'],
  ['01/03/2026', 'dd/MM/yyyy', '2026-03-01'],
] as const)('%s as %s is on %s in Hà Nội: that day, month and year', (text, format, day) => {
  expect(readDay(text, format, hanoi)).toBe(day);
  expect(readMonth(text, format, hanoi)).toBe(day.slice(0, 7));
  expect(readYear(text, format, hanoi)).toBe(day.slice(0, 4));
});

test.each([
  ['03/2026', 'MM/yyyy'],
  ['2026-03', 'yyyy-MM'],
] as const)('%s as %s is a month without a day', (text, format) => {
  expect(readMonth(text, format, hanoi)).toBe('2026-03');
  expect(readYear(text, format, hanoi)).toBe('2026');
  expect(() => readMonth('13/2026', 'MM/yyyy', hanoi)).toThrow('not a day that exists');
  expect(() => readMonth('3/2026', 'MM/yyyy', hanoi)).toThrow('not written as MM/yyyy');
});

test.each(['Europe/Atlantis', '+07:00', ''])('%j is not a zone', (name) => {
  expect(() => zoneOf(name)).toThrow(RangeError);
});
