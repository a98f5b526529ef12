/** Telling the facts of a demo that lie around its dossiers: of which record, when, and by whom. */
import { streamName } from '../domain/stream.ts';
import { dayOf, msPerMinute, plusDays } from '../domain/time/date.ts';
import { hoChiMinh, startOfDay } from '../domain/time/zone.ts';
import { ActorId, type CalendarDate, instantAt } from '../domain/units.ts';
import type { Vocabulary } from '../domain/vocabulary.ts';
import { chanceFrom } from './chance.ts';
import { personFrom } from './people.ts';
import type { Planned } from './planned.ts';
import type { DemoOptions, Scene } from './scene.ts';

/** When something happened and was entered, in milliseconds since 1970 UTC, and who entered it. */
export type Telling = {
  readonly at: number;
  /** Null or left out: at once. */
  readonly enteredAt?: number | null;
  readonly by: string;
};

/** One fact of `stream`, whose record has the vocabulary `words`. */
export function told<Words extends Vocabulary, Type extends keyof Words & string>(
  scene: Scene,
  stream: string,
  { at, enteredAt = null, by }: Telling,
  fact: readonly [words: Words, type: Type, data: Words[Type]['example']],
): Planned {
  const [, type, data] = fact;
  return {
    stream,
    centre: scene.place.centre,
    actor: ActorId.parse(by),
    type,
    data,
    occurredAt: instantAt(at),
    enteredAt: instantAt(Math.max(at, enteredAt ?? at)),
    corrects: null,
    outage: null,
  };
}

/** The first day of a demo. */
export function firstDayOf({ until, days }: DemoOptions): CalendarDate {
  return plusDays(until, -days);
}

/** Early on the first day, before anybody comes: when what was there before is entered. */
export function settingUp({ options }: Pick<Scene, 'options'>, minutes: number): number {
  return clock(firstDayOf(options), 5 * 60 + minutes);
}

/** When the clock on the wall shows some minutes after midnight; in milliseconds since 1970 UTC. */
export function clock(day: CalendarDate, minutes: number): number {
  return Date.parse(startOfDay(day, hoChiMinh)) + minutes * msPerMinute;
}

/** After so many minutes of the service hours of a working day; of any other, of the next one. */
export function serviceAt(
  { time }: Pick<Scene, 'time'>,
  day: CalendarDate,
  minutes: number,
): number {
  const opening = time.openingOf(day) ?? time.openingOf(time.nextWorkingDay(day));
  return time.addMinutesMs(opening === null ? clock(day, 0) : Date.parse(opening), minutes);
}

/** The `n`th working day after a day, or, below 0, before it; of 0, the day itself. */
export function workingDaysFrom({ time }: Pick<Scene, 'time'>, day: CalendarDate, n: number) {
  let at = day;
  for (let left = Math.abs(n); left > 0; left -= 1) {
    at = n > 0 ? time.nextWorkingDay(at) : time.previousWorkingDay(at);
  }
  return at;
}

/** The working days from `first` to `last`, both included. */
export function workingDaysIn(
  { time }: Pick<Scene, 'time'>,
  first: CalendarDate,
  last: CalendarDate,
) {
  return daysIn(first, last).filter((day) => time.isWorkingDay(day));
}

/** The days from `first` to `last`, both included. */
export function daysIn(first: CalendarDate, last: CalendarDate): readonly CalendarDate[] {
  const count = Math.max(0, dayOf(last) - dayOf(first) + 1);
  return Array.from({ length: count }, (_, place) => plusDays(first, place));
}

/** The chance of one thing at one centre. */
export function chanceOf({ options, place }: Scene, ...name: readonly (string | number)[]) {
  return chanceFrom(options.seed, 'around', place.centre, ...name);
}

/** What is told of an official in confidence: the text is sealed under the official's own key. */
export function toldOfOfficial({ options, place }: Scene, official: string, text: string) {
  const { nationalNumber } = personFrom(chanceFrom(options.seed, 'number', official), place);
  return { text, nationalNumber };
}

/** The record of a centre's year in which a day lies. */
export function yearRecord({ place }: Scene, day: CalendarDate): string {
  return streamName('centre', place.centre, day.slice(0, 4));
}

/** The record of a month at a centre. @param category `month` or `roster`. */
export function monthRecord({ place }: Scene, category: 'month' | 'roster', day: CalendarDate) {
  return streamName(category, place.centre, day.slice(0, 7));
}

export function attendanceRecord(official: string, day: CalendarDate): string {
  return streamName('attendance', official, day.slice(0, 7));
}
