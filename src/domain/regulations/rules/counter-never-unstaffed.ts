/**
 * counter-never-unstaffed: no counter is without its official or a reserve in service hours (KT Đ13.8;
 * NB Đ6.2b). At BL (a replacement "if necessary") and SL (settled with the centre) an absence is a record.
 *
 * Owed by the agency, of each counter and day on the roster: the hours of its lines, or the service
 * hours where a line names none; of a day that a leave or an absence cleared, the service hours. A
 * counter is covered while one of its officials, one of their reserves, or whoever checked in at that
 * counter is there, as `presence.ts` says; leave is no cover, and noted hours of absence are none. Hours
 * in which somebody found it unstaffed are not covered; where no hours are said, the half of the day in which it was found.
 * Of a day on which nobody at all checked in or out, attendance was not recorded: then only what
 * was found is judged.
 */
import { roster } from '../../attendance/roster/vocabulary.ts';
import type { AnyEvent } from '../../entry.ts';
import { type Attended, attendedIn, coveredBy } from '../attended.ts';
import { type Board, boardOf, type Place } from '../counter-board.ts';
import { coverage, minus, type Requirement, type Stretch } from '../coverage.ts';
import { inWords } from '../in-words.ts';
import { common, hoursOn, serviceOn, union } from '../presence.ts';
import { postings } from '../registers/postings.ts';
import type { Bearer, Context } from '../rule.ts';

export const counterNeverUnstaffed = coverage<AnyEvent>({
  key: 'counter-never-unstaffed',
  version: 1,
  title: {
    vi: 'Quầy luôn có người trực trong giờ làm việc',
    en: 'No counter without its official or a reserve',
  },
  subject: 'counters',
  settledBy: ['CheckedIn', 'CheckedOut', 'RosterChanged'],
  requires({ timeline }, context) {
    const board: Board = boardOf(inWords('roster', roster, timeline), context);
    if (board.size === 0) return [];
    const attended = attendedIn(timeline, context);
    return [...board.values()].flatMap((place) => required(place, attended, context));
  },
});

function required(place: Place, attended: Attended, context: Context): Requirement<AnyEvent>[] {
  const service = serviceOn(place.day, context.workingTime);
  const there = attended.days.get(place.day);
  if (service.length === 0 || (there === undefined && place.found.length === 0)) return [];
  const owed = owedAt(place, service, context);
  const found = common(
    place.found.flatMap(({ hours }) => hours),
    service,
  );
  const { zone } = context.workingTime.calendar;
  const here = there && coveredBy(place, there, attended.notes, service, zone);
  return [
    {
      stretches: union(there === undefined ? found : [...owed, ...found]),
      covered: minus(here?.hours ?? [], found),
      bearer: bearerOf(place, context),
      because: [...place.because, ...place.found.map(({ entry }) => entry)],
      covering: here?.entries ?? [],
      detail: place.counter,
    },
  ];
}

/** The hours of its lines that are service hours. */
function owedAt(
  { lines, isCleared, day }: Place,
  service: readonly Stretch[],
  { workingTime }: Context,
): readonly Stretch[] {
  if (isCleared || lines.some(({ hours }) => hours === null)) return service;
  const { zone } = workingTime.calendar;
  const named = lines.flatMap(({ hours }) => (hours === null ? [] : [hoursOn(day, hours, zone)]));
  return common(named, service);
}

/** The agency of its lines, else that found wanting, else that of the official. */
function bearerOf({ lines, found, agency }: Place, { registers }: Context): Bearer {
  const stated =
    lines.find((line) => line.agency !== null)?.agency ??
    found.find(({ entry }) => entry.data.agency !== null)?.entry.data.agency ??
    agency;
  const [line] = lines;
  const own =
    stated ?? (line === undefined ? null : registers.look(postings, line.official).agency);
  return { kind: 'agency', code: own };
}
