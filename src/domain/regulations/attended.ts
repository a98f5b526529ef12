/** Everybody's attendance of a month at a centre, found by day: read once, in order. */
import { attendance } from '../attendance/attendance/vocabulary.ts';
import type { AnyEvent, Entry } from '../entry.ts';
import { partsOf } from '../stream.ts';
import { dateOf } from '../time/date.ts';
import { localDayAt, type Zone } from '../time/zone.ts';
import { millisecondsOf } from '../units.ts';
import { type AbsenceNote, hoursNoted, isAbout, isAbsenceNote } from './absence-notes.ts';
import { minus, type Stretch } from './coverage.ts';
import { inWords } from './in-words.ts';
import { isPassing, type PassingEntry, presentIn } from './presence.ts';
import type { Context } from './rule.ts';

export type Attended = {
  /** By the number of the day: those on which anybody checked in or out. */
  readonly days: ReadonlyMap<number, AttendedDay>;
  /** By official. */
  readonly notes: ReadonlyMap<string, readonly AbsenceNote[]>;
};

export type AttendedDay = {
  readonly day: number;
  /** By official. */
  readonly passings: ReadonlyMap<string, readonly PassingEntry[]>;
  /** By counter: who checked in there. */
  readonly atCounter: ReadonlyMap<string, ReadonlySet<string>>;
};

export function attendedIn(timeline: readonly Entry<AnyEvent>[], context: Context): Attended {
  const { zone } = context.workingTime.calendar;
  const own = inWords('attendance', attendance, timeline);
  const officialOf = remembered(officialIn);
  const passings = own.filter(isPassing).filter(({ centre }) => centre === context.centre);
  const byDay = Map.groupBy(passings, ({ occurredAt }) =>
    localDayAt(zone, millisecondsOf(occurredAt)),
  );
  const days = [...byDay].map(([day, ofDay]) => [day, attendedOn(day, ofDay, officialOf)] as const);
  const notes = own.filter(isAbsenceNote);
  return { days: new Map(days), notes: Map.groupBy(notes, ({ stream }) => officialOf(stream)) };
}

function attendedOn(
  day: number,
  ofDay: readonly PassingEntry[],
  officialOf: (stream: string) => string,
): AttendedDay {
  const atCounter = new Map<string, Set<string>>();
  for (const { data, stream } of ofDay) {
    if (data.counter === null) continue;
    const there = atCounter.get(data.counter) ?? new Set();
    atCounter.set(data.counter, there.add(officialOf(stream)));
  }
  return { day, passings: Map.groupBy(ofDay, ({ stream }) => officialOf(stream)), atCounter };
}

/** When one of `officials` was there, or whoever checked in at `counter`; and what says so. */
export function coveredBy(
  { counter, officials }: { readonly counter: string; readonly officials: ReadonlySet<string> },
  { day, passings, atCounter }: AttendedDay,
  notes: Attended['notes'],
  service: readonly Stretch[],
  zone: Zone,
): { readonly hours: readonly Stretch[]; readonly entries: readonly PassingEntry[] } {
  const all = new Set([...officials, ...(atCounter.get(counter) ?? [])]);
  const here = [...all].map((official) => {
    const own = passings.get(official) ?? [];
    const missed = hoursMissed(notes.get(official) ?? [], day, zone);
    return { own, hours: minus(presentIn(own, service), missed) };
  });
  return { hours: here.flatMap(({ hours }) => hours), entries: here.flatMap(({ own }) => own) };
}

/** Hours in which an official is noted as away. Of a note of whole halves of a day the door knows more. */
function hoursMissed(notes: readonly AbsenceNote[], day: number, zone: Zone): readonly Stretch[] {
  if (notes.length === 0) return [];
  const date = dateOf(day);
  return notes
    .filter((note) => note.data.hours !== null && isAbout(note, date))
    .flatMap((note) => hoursNoted(note, date, zone));
}

function officialIn(stream: string): string {
  return partsOf(stream, ['official', 'month'])?.['official'] ?? '';
}

/** A month has thousands of entries of a few dozen streams. */
function remembered(find: (stream: string) => string): (stream: string) => string {
  const known = new Map<string, string>();
  return (stream) => {
    const found = known.get(stream) ?? find(stream);
    known.set(stream, found);
    return found;
  };
}
