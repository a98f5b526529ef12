/**
 * Dates and times as foreign files write them.
 *
 * A value is read by the format that the mapping names, or refused: `03/02/2026` is never guessed at.
 */
import type { Precision } from '../domain/entry.ts';
import { RowRefused, shown } from './refusal.ts';
import type { LocalDay, Zone } from './zone.ts';

/**
 * - `iso` (ISO 8601): a date, or a date and a time after `T` or a space, with seconds and a fraction where there are
 *   any, and with or without an offset (`Z`, `+07`, `+07:00`, `+0700`).
 * - the others as they look, the first three of them usual in Vietnam. They have no offset.
 */
export const dateFormats = [
  'iso',
  'dd/MM/yyyy HH:mm',
  'dd/MM/yyyy HH:mm:ss',
  'dd/MM/yyyy',
] as const;
export type DateFormat = (typeof dateFormats)[number];

type Written = LocalDay & {
  /** Milliseconds after 00:00; `undefined` where only the day is written. */
  readonly timeOfDay: number | undefined;
  /** Minutes east of UTC; `undefined` where none is written. */
  readonly offset: number | undefined;
};

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
    const utcMidnight = Date.UTC(written.year, written.month - 1, written.day);
    return { at: utcMidnight + timeOfDay - offset * 60_000, precision: 'instant' };
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

/** The day that `text` writes, as `2026-03-02`. @throws RowRefused, also if it has a time: a day cut out of an instant depends on the zone. */
export function readDay(text: string, format: DateFormat): string {
  const { year, month, day, timeOfDay } = readWritten(text, format);
  if (timeOfDay !== undefined) {
    throw new RowRefused(`${shown(text)} has a time of day: read it "as": "instant"`);
  }
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

const iso =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;
const dayFirst = /^(\d\d)\/(\d\d)\/(\d{4})(?: (\d\d):(\d\d)(?::(\d\d))?)?$/;

function readWritten(text: string, format: DateFormat): Written {
  const found = format === 'iso' ? iso.exec(text) : dayFirst.exec(text);
  if (found === null || (format !== 'iso' && text.length !== format.length)) {
    throw new RowRefused(
      `${shown(text)} is not written as ${format === 'iso' ? 'ISO 8601' : format}`,
    );
  }
  const [, first, month, last, hour, minute, second, fraction, offset] = found;
  const [year, day] = format === 'iso' ? [first, last] : [last, first];
  const local = { year: Number(year), month: Number(month), day: Number(day) };
  if (!isDay(local)) throw new RowRefused(`${shown(text)} is not a day that exists`);
  if (hour === undefined) return { ...local, timeOfDay: undefined, offset: undefined };
  const timeOfDay = timeOf(Number(hour), Number(minute), Number(second ?? 0), fraction);
  if (timeOfDay === undefined) throw new RowRefused(`${shown(text)} is not a time that exists`);
  const east = offset === undefined ? undefined : minutesOf(offset);
  if (Number.isNaN(east)) throw new RowRefused(`${shown(text)} has an offset that does not exist`);
  return { ...local, timeOfDay, offset: east };
}

function isDay({ year, month, day }: LocalDay): boolean {
  if (year < 100 || month < 1 || month > 12 || day < 1) return false; // Date.UTC reads 11 as 1911
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function timeOf(hour: number, minute: number, second: number, fraction = ''): number | undefined {
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
}

/** NaN beyond a day. */
function minutesOf(offset: string): number {
  if (offset === 'Z') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = offset.length > 3 ? Number(offset.slice(-2)) : 0;
  if (hours > 23 || minutes > 59) return Number.NaN;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}
