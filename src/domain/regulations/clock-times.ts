/** Clock times: a centre's record says `16:00`, and the rules compute with minutes since local midnight. */
const oneTime: ReadonlySet<string> = new Set(['cutoff', 'sameDayUntil']);
const severalTimes: ReadonlySet<string> = new Set(['batchTimes']);

/**
 * The value of a parameter as the rules compute with it: of a clock time the minutes since midnight, of
 * several all of them in order; any other as it stands. Null where a clock time is none that a clock shows.
 */
export function asComputedWith(parameter: string, value: unknown): unknown {
  if (oneTime.has(parameter)) return minutesOf(value);
  if (!severalTimes.has(parameter) || !Array.isArray(value)) return value;
  const all = value.map(minutesOf).filter((minutes) => minutes !== null);
  return all.length < value.length ? null : all.toSorted((a, b) => a - b);
}

/** Of `16:00`; minutes that are stated as such stand. */
function minutesOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isInteger(value) && isOfDay(value) ? value : null;
  const [, hours, minutes] =
    /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(typeof value === 'string' ? value : '') ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

function isOfDay(minutes: number): boolean {
  return 0 <= minutes && minutes < 24 * 60;
}
