/**
 * Dates and times as foreign files write them.
 *
 * A value is read by the format that the mapping names, or refused: `03/02/2026` is never guessed at.
 */
import type { Precision } from '../domain/entry.ts';
import {
  type DateFormat,
  hasTimeOfDay,
  type MonthFormat,
  readWritten,
  type Written,
} from './date-formats.ts';
import { RowRefused, shown } from './refusal.ts';
import type { LocalDay, Zone } from './zone.ts';

export type Moment = {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly precision: Precision;
};

/** Hears what was decided about a value that could be taken, and could be read in two ways. */
export type Remark = (text: string) => void;

/**
 * The moment that `text` writes. A day alone is the first instant of that day in `zone`, and its precision says so.
 *
 * A fraction of a second may have nine digits, of which three are kept: the ledger counts milliseconds. A clock time that `zone`
 * skipped is refused. One that it showed twice is taken as the earlier, and remarked on: a later reading could make
 * somebody late who was not, and no reading can be proved.
 *
 * @throws RowRefused
 */
export function readMoment(text: string, format: DateFormat, zone: Zone, remark: Remark): Moment {
  const written = readWritten(text, format);
  const { timeOfDay, offset } = written;
  if (timeOfDay === undefined) return { at: zone.startOf(written), precision: 'day' };
  if (offset !== undefined) {
    return { at: instantOf(written, timeOfDay, offset), precision: 'instant' };
  }
  const local = zone.instantOf(written, timeOfDay);
  if (local.kind === 'skipped') {
    throw new RowRefused(`${shown(text)} does not exist: the clock was put forward over it`);
  }
  if (local.kind === 'repeated') {
    remark(`${shown(text)} came twice when the clock was put back: taken as the earlier`);
  }
  return { at: local.at, precision: 'instant' };
}

/** The date that `text` writes, as `2026-03-02`. @throws RowRefused, also if it has a time of day: which day that is on depends on the zone. */
export function readDate(text: string, format: DateFormat): string {
  const written = readWritten(text, format);
  if (written.timeOfDay !== undefined) {
    throw new RowRefused(
      `${shown(text)} has a time of day: read it "as": "instant", or "day" for its day`,
    );
  }
  return dayText(written);
}

/** The day on which what `text` writes is in `zone`, as `2026-03-02`. @throws RowRefused */
export function readDay(text: string, format: DateFormat, zone: Zone): string {
  return dayText(dayIn(readWritten(text, format), zone));
}

/** Its month there, as `2026-03`. @throws RowRefused */
export function readMonth(text: string, format: DateFormat | MonthFormat, zone: Zone): string {
  return dayText(dayIn(readWritten(text, format), zone)).slice(0, 7);
}

/** Its year there, as `2026`. @throws RowRefused */
export function readYear(text: string, format: DateFormat | MonthFormat, zone: Zone): string {
  return readMonth(text, format, zone).slice(0, 4);
}

/** What is wrong with reading `format` in that way, whatever the file says; null if nothing is. */
export function misread(as: 'instant' | 'date', format: DateFormat): string | null {
  const hasTime = hasTimeOfDay(format);
  if (as === 'instant' && hasTime === false) {
    return `${format} has no time of day: read it "as": "date"`;
  }
  if (as === 'date' && hasTime === true) {
    return `${format} has a time of day: read it "as": "instant", or "day" for its day`;
  }
  return null;
}

function instantOf(written: LocalDay, timeOfDay: number, offset: number): number {
  return Date.UTC(written.year, written.month - 1, written.day) + timeOfDay - offset * 60_000;
}

/** Without an offset it is a day of that zone as it stands there. */
function dayIn(written: Written, zone: Zone): LocalDay {
  const { timeOfDay, offset } = written;
  if (timeOfDay === undefined || offset === undefined) return written;
  return zone.dayOf(instantOf(written, timeOfDay, offset));
}

function dayText({ year, month, day }: LocalDay): string {
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}
