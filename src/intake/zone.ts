/** Clock time of a place, turned into instants. The zone database is the runtime's; the arithmetic is Temporal's. */
import { Temporal } from 'temporal-polyfill';

export type LocalDay = { readonly year: number; readonly month: number; readonly day: number };

export type Zone = {
  /** Milliseconds since 1970 UTC at which the day begins there: not midnight, where a change of the clock skips it. */
  readonly startOf: (day: LocalDay) => number;
  /**
   * The instant of a clock time, `timeOfDay` being milliseconds after 00:00. `skipped`: the clock was put
   * forward over it. `repeated`: the clock was put back and showed it twice; the instant is the earlier one.
   */
  readonly instantOf: (day: LocalDay, timeOfDay: number) => LocalInstant;
  /** The day there at so many milliseconds since 1970 UTC. */
  readonly dayOf: (at: number) => LocalDay;
};

export type LocalInstant =
  | { readonly kind: 'once' | 'repeated'; readonly at: number }
  | { readonly kind: 'skipped' };

const dayLength = 86_400_000;

/** Days remembered. A log of fifty years fits; a bound is a bound. */
const daysMax = 20_000;

type Day = {
  readonly start: number;
  /** What to add to clock time read as UTC, where that is the same all day. */
  readonly shift: number | undefined;
};

/** @throws RangeError if there is no zone of that name. */
export function zoneOf(name: string): Zone {
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
  if (!/^[A-Za-z]/.test(timeZone)) throw new RangeError(`${name} is an offset and not a zone`);
  const days = new Map<number, Day>();

  function dayAt(utcMidnight: number, local: LocalDay): Day {
    const known = days.get(utcMidnight);
    if (known !== undefined) return known;
    const date = Temporal.PlainDate.from(local, { overflow: 'reject' });
    const start = date.toZonedDateTime(name).epochMilliseconds;
    const next = date.add({ days: 1 }).toZonedDateTime(name).epochMilliseconds;
    const isPlain = next - start === dayLength && isMidnight(date, start);
    const day = { start, shift: isPlain ? start - utcMidnight : undefined };
    if (days.size >= daysMax) days.clear();
    days.set(utcMidnight, day);
    return day;
  }

  function isMidnight(date: Temporal.PlainDate, start: number): boolean {
    const clock = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(name);
    return clock.toPlainDateTime().equals(date.toPlainDateTime());
  }

  function onChangingDay({ year, month, day }: LocalDay, timeOfDay: number): LocalInstant {
    const clock = new Temporal.PlainDateTime(year, month, day).add({ milliseconds: timeOfDay });
    const earlier = clock.toZonedDateTime(name, { disambiguation: 'earlier' });
    const later = clock.toZonedDateTime(name, { disambiguation: 'later' });
    if (!earlier.toPlainDateTime().equals(clock)) return { kind: 'skipped' };
    const isOnce = earlier.epochMilliseconds === later.epochMilliseconds;
    return { kind: isOnce ? 'once' : 'repeated', at: earlier.epochMilliseconds };
  }

  return {
    startOf: (local) => dayAt(Date.UTC(local.year, local.month - 1, local.day), local).start,

    instantOf(local, timeOfDay) {
      const utcMidnight = Date.UTC(local.year, local.month - 1, local.day);
      const { shift } = dayAt(utcMidnight, local);
      if (shift === undefined) return onChangingDay(local, timeOfDay);
      return { kind: 'once', at: utcMidnight + timeOfDay + shift };
    },

    dayOf(at) {
      const clock = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name);
      return { year: clock.year, month: clock.month, day: clock.day };
    },
  };
}
