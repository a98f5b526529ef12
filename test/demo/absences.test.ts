/** Who is away in a demo: the same for whoever asks. */
import { expect, test } from 'vitest';
import { absencesFrom } from '../../src/demo/absences.ts';
import { places } from '../../src/demo/places.ts';
import { daysIn } from '../../src/demo/telling.ts';
import { dayOf, weekdayOf } from '../../src/domain/time/date.ts';
import { CalendarDate } from '../../src/domain/units.ts';

const [first, last] = [CalendarDate.parse('2026-01-01'), CalendarDate.parse('2026-12-31')];
const year = daysIn(first, last);
const officials = places.flatMap(({ clerks, offices }) => [
  ...clerks,
  ...offices.flatMap(({ officers }) => officers),
]);

test('two who ask are told the same, whatever was asked before', () => {
  const [one, other] = [absencesFrom('sen'), absencesFrom('sen')];
  const ask = (absences: typeof one, days: readonly CalendarDate[]) =>
    new Map(
      officials.map((official) => [official, days.filter((day) => absences.isAway(official, day))]),
    );
  const forwards = ask(one, year);
  const backwards = ask(other, year.toReversed());
  for (const [official, days] of forwards)
    expect(backwards.get(official)?.toSorted()).toEqual(days);
});

test('an absence is the days from its first to its last, none of them of another, and both are weekdays', () => {
  const absences = absencesFrom('sen');
  for (const official of officials) {
    const beginning = absences.beginning(official, first, last);
    for (const { from, to } of beginning) {
      expect(from <= to).toBe(true);
      expect([weekdayOf(dayOf(from)), weekdayOf(dayOf(to))]).not.toContain('sun');
      expect([weekdayOf(dayOf(from)), weekdayOf(dayOf(to))]).not.toContain('sat');
    }
    const within = beginning
      .flatMap(({ from, to }) => daysIn(from, to))
      .filter((day) => day <= last);
    const away = year.filter((day) => absences.isAway(official, day));
    expect(new Set(within).size).toBe(within.length);
    expect(away.filter((day) => !within.includes(day) && day > '2026-02-15')).toEqual([]);
    expect(within.filter((day) => !away.includes(day))).toEqual([]);
  }
});

test('another seed sends others away', () => {
  const days = (seed: string) => {
    const absences = absencesFrom(seed);
    return officials.map((official) => year.filter((day) => absences.isAway(official, day)).length);
  };
  expect(days('sen')).not.toEqual(days('cúc'));
});
