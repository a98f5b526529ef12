/** The times that lists are asked by: instants, and days of Vietnam. */
import { describe, expect, test } from 'vitest';
import { Instant } from '../../../src/domain/units.ts';
import { Moment, timeAsOf } from '../../../src/projections/lists/moment.ts';

describe('before and from', () => {
  test.each([
    ['2026-03-02T08:00:00+07:00', '2026-03-02T01:00:00.000Z'],
    ['2026-03-02', '2026-03-01T17:00:00.000Z'],
  ])('%s is %s', (asked, instant) => {
    expect(Moment.parse(asked)).toBe(instant);
  });

  test.each(['monday', '2026-02-30', '2026-03', '2026-03-02T08:00:00'])(
    '%s is refused',
    (asked) => {
      const { error } = Moment.safeParse(asked);
      expect(error?.issues.map(({ message }) => message)).toEqual([
        expect.stringContaining('a time is written like'),
      ]);
    },
  );
});

describe('as of, at 09:00 on 10 March in Vietnam', () => {
  const present = Instant.parse('2026-03-10T09:00:00+07:00');
  test.each([
    ['2026-03-09', '2026-03-09T16:59:59.999Z'],
    ['2026-03-10', '2026-03-10T02:00:00.000Z'],
    ['2026-03-11', '2026-03-11T16:59:59.999Z'],
    ['2026-03-09T08:00:00+07:00', '2026-03-09T01:00:00.000Z'],
    ['2026-02-30', null],
    ['yesterday', null],
  ])('%s is %s', (asked, instant) => {
    expect(timeAsOf(asked, present)).toBe(instant);
  });

  test('the day that just began is its first instant', () => {
    const midnight = Instant.parse('2026-03-10T00:00:00+07:00');
    expect(timeAsOf('2026-03-10', midnight)).toBe(midnight);
    expect(timeAsOf('2026-03-09', midnight)).toBe('2026-03-09T16:59:59.999Z');
  });
});
