/**
 * Calendar days as numbers, so that days can be counted. No clock time and no zone.
 *
 * A day number is the count of days since 1970-01-01, which is 0.
 */
import { dateTextOf, dayOfText } from '../iso-text.ts';
import { CalendarDate } from '../units.ts';

export const msPerMinute = 60_000;
export const msPerDay = 24 * 60 * msPerMinute;

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** The day number of a date. */
export function dayOf(date: CalendarDate): number {
  return dayOfText(date);
}

/** Dates that were made: the same few thousand are asked for over and over. */
const made = new Map<number, CalendarDate>();

/** The date of a day number. @throws RangeError outside the years 1 to 9999. */
export function dateOf(day: number): CalendarDate {
  const known = made.get(day);
  if (known !== undefined) return known;
  const date = dateFrom(day);
  if (made.size >= 100_000) made.clear();
  made.set(day, date);
  return date;
}

function dateFrom(day: number): CalendarDate {
  const text = dateTextOf(day);
  if (text.length !== 10) throw new RangeError(`${text} is outside the years 1 to 9999`);
  return CalendarDate.parse(text);
}

/** The date `days` later, or earlier if negative. @throws RangeError outside the years 1 to 9999. */
export function plusDays(date: CalendarDate, days: number): CalendarDate {
  return dateOf(dayOf(date) + days);
}

export function weekdayOf(day: number): Weekday {
  const sinceMonday = (((day + 3) % 7) + 7) % 7; // day 0 was a Thursday
  return weekdays[sinceMonday] ?? 'mon';
}
