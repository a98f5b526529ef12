/** The ways in which foreign files write a date, and what each of them says. */
import { RowRefused, shown } from './refusal.ts';
import type { LocalDay } from './zone.ts';

/**
 * - `iso` (ISO 8601): a date, or a date and a time after `T` or a space, with seconds and a fraction where there are
 *   any, and with or without an offset (`Z`, `+07`, `+07:00`, `+0700`). So also `yyyy-MM-dd HH:mm:ss`.
 * - `excel`: the serial number of a day, the time of day as its fraction, to the second. The fraction may stand after a
 *   comma. A whole number is a day alone. Not before 1 March 1900: Excel counts a 29 February of that year, which never was.
 * - the others as they look. `d`, `M` and `H` have one digit or two. They have no offset.
 */
export const dateFormats = [
  'iso',
  'dd/MM/yyyy',
  'dd/MM/yyyy HH:mm',
  'dd/MM/yyyy HH:mm:ss',
  'HH:mm dd/MM/yyyy',
  'HH:mm:ss dd/MM/yyyy',
  'd/M/yyyy',
  'd/M/yyyy H:mm',
  'd/M/yyyy H:mm:ss',
  'dd-MM-yyyy',
  'dd-MM-yyyy HH:mm',
  'dd-MM-yyyy HH:mm:ss',
  'yyyy/MM/dd',
  'yyyy/MM/dd HH:mm:ss',
  'yyyyMMdd',
  'yyyyMMddHHmmss',
  'excel',
] as const;
export type DateFormat = (typeof dateFormats)[number];

/** Of a column that has no more than a month. */
export const monthFormats = ['MM/yyyy', 'yyyy-MM'] as const;
export type MonthFormat = (typeof monthFormats)[number];

export type Written = LocalDay & {
  /** Milliseconds after 00:00; `undefined` where only the day is written. */
  readonly timeOfDay: number | undefined;
  /** Minutes east of UTC; `undefined` where none is written. */
  readonly offset: number | undefined;
};

/** What `text` says in `format`; of a month its first day. @throws RowRefused */
export function readWritten(text: string, format: DateFormat | MonthFormat): Written {
  if (format === 'excel') return readSerial(text);
  const found = (format === 'iso' ? iso : patterns.get(format))?.exec(text)?.groups;
  if (found === undefined) {
    const name = format === 'iso' ? 'ISO 8601' : format;
    throw new RowRefused(`${shown(text)} is not written as ${name}`);
  }
  const { year, month, day = '1', hour, minute, second = '0', fraction, offset } = found;
  const local = { year: Number(year), month: Number(month), day: Number(day) };
  if (!isDay(local)) throw new RowRefused(`${shown(text)} is not a day that exists`);
  if (hour === undefined) return { ...local, timeOfDay: undefined, offset: undefined };
  const timeOfDay = timeOf(Number(hour), Number(minute), Number(second), fraction);
  if (timeOfDay === undefined) throw new RowRefused(`${shown(text)} is not a time that exists`);
  const east = offset === undefined ? undefined : minutesOf(offset);
  if (Number.isNaN(east)) throw new RowRefused(`${shown(text)} has an offset that does not exist`);
  return { ...local, timeOfDay, offset: east };
}

/** Whether what is written so has a time of day; null where it may have one. */
export function hasTimeOfDay(format: DateFormat): boolean | null {
  return format === 'iso' || format === 'excel' ? null : format.includes('H');
}

const iso =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?(?<offset>Z|[+-]\d\d(?::?\d\d)?)?)?$/;

const tokens: Readonly<Record<string, string>> = {
  yyyy: String.raw`(?<year>\d{4})`,
  MM: String.raw`(?<month>\d\d)`,
  M: String.raw`(?<month>\d{1,2})`,
  dd: String.raw`(?<day>\d\d)`,
  d: String.raw`(?<day>\d{1,2})`,
  HH: String.raw`(?<hour>\d\d)`,
  H: String.raw`(?<hour>\d{1,2})`,
  mm: String.raw`(?<minute>\d\d)`,
  ss: String.raw`(?<second>\d\d)`,
};

const patterns = new Map<string, RegExp>(
  [...dateFormats, ...monthFormats].map((format) => {
    const pattern = format.replace(/yyyy|MM?|dd?|HH?|mm|ss/g, (token) => tokens[token] ?? token);
    return [format, new RegExp(`^${pattern}$`)];
  }),
);

const secondsOfDay = 86_400;
/** Day 0 of Excel, as it counts from March 1900 on; its first day then, and its last. */
const serials = { zero: Date.UTC(1899, 11, 30), first: 61, last: 2_958_465 };

function readSerial(text: string): Written {
  if (!/^\d{1,7}(?:[.,]\d{1,15})?$/.test(text)) {
    throw new RowRefused(`${shown(text)} is not a serial number of Excel`);
  }
  const serial = Number(text.replace(',', '.'));
  const seconds = Math.round(serial * secondsOfDay);
  const days = Math.floor(seconds / secondsOfDay);
  if (days < serials.first || days > serials.last) {
    throw new RowRefused(`${shown(text)} is not a day from 1 March 1900 on`);
  }
  const date = new Date(serials.zero + days * secondsOfDay * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    timeOfDay: Number.isInteger(serial) ? undefined : (seconds % secondsOfDay) * 1000,
    offset: undefined,
  };
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
