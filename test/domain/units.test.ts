/** Units: which texts are an instant or a date, at both ends of what can be told. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startOfDay, type Zone } from '../../src/domain/time/zone.ts';
import { CalendarDate, Instant, instantAt, millisecondsOf } from '../../src/domain/units.ts';

const hour = 60 * 60 * 1_000;

describe('an instant', () => {
  test.each([
    ['2026-03-02T08:00:00+07:00', '2026-03-02T01:00:00.000Z'],
    ['0001-01-02T00:00:00Z', '0001-01-02T00:00:00.000Z'],
    ['0001-01-01T23:00:00-01:00', '0001-01-02T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, utc) => {
    expect(Instant.parse(text)).toBe(utc);
  });

  test.each([
    ['in the year 10000 in UTC', '9999-12-31T23:59:59-14:00'],
    ['a millisecond after the last', '9999-12-31T23:59:59.999-00:01'],
    ['before the year 1 in UTC', '0001-01-01T00:00:00+14:00'],
    ['a millisecond before the first', '0001-01-01T23:59:59.999Z'],
    ['in the year 0', '0000-06-01T00:00:00Z'],
    ['before the year 0 in UTC', '0000-01-01T00:00:00+14:00'],
    ['finer than a millisecond', '2026-03-02T08:00:00.0001Z'],
    ['on a day that does not exist', '2026-02-30T08:00:00Z'],
    ['without an offset', '2026-03-02T08:00:00'],
  ])('%s (%s) is refused, and with one reason', (_, text) => {
    expect(Instant.safeParse(text).error?.issues).toHaveLength(1);
  });

  test('sorts as text, with any offset', () => {
    const offset = fc.integer({ min: -14 * 60, max: 14 * 60 }).map((minutes) => {
      const [hours, rest] = [Math.abs(minutes) / 60, Math.abs(minutes) % 60].map((part) =>
        String(Math.floor(part)).padStart(2, '0'),
      );
      return `${minutes < 0 ? '-' : '+'}${hours}:${rest}`;
    });
    const year = fc.constantFrom(0, 1, 2, 1970, 2026, 9998, 9999);
    const clock = fc.constantFrom('01-01T00:00:00', '06-15T12:30:00.5', '12-31T23:59:59.999');
    const text = fc
      .tuple(year, clock, offset)
      .map(([y, rest, zone]) => `${String(y).padStart(4, '0')}-${rest}${zone}`);
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [Instant.safeParse(one).data, Instant.safeParse(other).data];
        if (a === undefined || b === undefined) return;
        expect(a < b).toBe(Date.parse(one) < Date.parse(other));
        expect(instantAt(millisecondsOf(a))).toBe(a);
      }),
    );
  });
});

test.each([Date.UTC(10_000, 0, 1), Date.parse('0000-12-31T23:59:59.999Z'), -1e15])(
  'there is no instant at %i',
  (milliseconds) => {
    expect(() => instantAt(milliseconds)).toThrow(RangeError);
  },
);

describe('a date', () => {
  test.each(['0000-01-01', '0000-12-31', '0001-01-01', '9999-12-31', '2026-02-30', 'soon'])(
    '%s is refused, and with one reason',
    (text) => {
      expect(CalendarDate.safeParse(text).error?.issues).toHaveLength(1);
    },
  );

  test.each(['0001-01-02', '2026-03-02', '9999-12-30'])(
    '%s is one, and begins and ends in any zone',
    (text) => {
      const date = CalendarDate.parse(text);
      for (const hours of [-14, 0, 7, 14]) {
        const zone: Zone = { name: `UTC${hours}`, offsetAt: () => hours * hour };
        const start = startOfDay(date, zone);
        expect(start).toBe(instantAt(Date.parse(`${text}T00:00:00Z`) - hours * hour));
        expect(instantAt(millisecondsOf(start) + 24 * hour - 1)).toHaveLength(24);
      }
    },
  );
});
