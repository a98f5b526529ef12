/**
 * The one merger of agencies in a demo (sáp nhập), at Bạc Liêu: in its last days the agency for labour goes
 * into that for home affairs, so that on the last day there is something that the one owed and the other
 * inherited. What goes on there is planned as of one office: here it is said which agency that is on a day.
 */
import { plusDays } from '../domain/time/date.ts';
import { startOfDay } from '../domain/time/zone.ts';
import { AgencyCode, type CalendarDate, OfficialId } from '../domain/units.ts';
import type { Office } from './places.ts';
import type { Planned, Source } from './planned.ts';
import type { Merger, Scene } from './scene.ts';
import { firstDayOf, workingDaysFrom, workingDaysIn } from './telling.ts';

const goesAt = { centre: 'BL', number: '10' } as const;
const comesAfter = { number: '09', name: 'Sở Nội vụ', headTitle: 'Giám đốc Sở' } as const;

/** Working days from the first day of the successor to the last of the demo; and from the decision to the former. */
const [before, announced] = [5, 4];

/** Null: at all other centres, and in a demo of so few days that it would begin with it. */
export function mergerAt(scene: Pick<Scene, 'place' | 'options' | 'time'>): Merger | null {
  const { place, options } = scene;
  const { province, centre, offices } = place;
  if (centre !== goesAt.centre) return null;
  const office = offices.find(({ agency }) => agency === `${province}.${goesAt.number}`);
  const days = workingDaysIn(scene, firstDayOf(options), options.until);
  const last = days.at(-1);
  if (office === undefined || last === undefined || days.length < 2 * (before + 1)) return null;
  const from = workingDaysFrom(scene, last, -before);
  const { number, name, headTitle } = comesAfter;
  return {
    office,
    into: {
      agency: AgencyCode.parse(`${province}.${number}`),
      name,
      head: OfficialId.parse(`gds.${centre.toLowerCase()}.${number}00`),
      headTitle,
    },
    decided: workingDaysFrom(scene, from, -announced),
    from,
  };
}

/** The last day of the agency that goes. */
export function lastDayOf({ from }: Merger): CalendarDate {
  return plusDays(from, -1);
}

/** Which agency `office` is on `day`, by code and name. */
export function agencyOn(
  { merger }: Pick<Scene, 'merger'>,
  office: Office,
  day: CalendarDate,
): Pick<Office, 'agency' | 'name'> {
  const hasGone = merger !== null && merger.office.agency === office.agency && day >= merger.from;
  return hasGone ? merger.into : office;
}

/**
 * A source whose facts from that day on are about the successor, by whichever office they were planned for.
 * The money of a month that was summed up before is settled in the name in which it was.
 */
export function afterMerger(scene: Scene, source: Source): Source {
  const { merger } = scene;
  if (merger === null) return source;
  const begins = startOfDay(merger.from, scene.time.calendar.zone);
  const { agency } = merger.office;
  const summedUp = new Set<string>();
  return function* (day) {
    for (const fact of source(day)) {
      const { stream, occurredAt, type, data } = fact;
      const isBefore = occurredAt < begins;
      if (isBefore && type === 'FeeSummarySent' && data['agency'] === agency) summedUp.add(stream);
      yield isBefore || summedUp.has(stream) ? fact : ofSuccessor(fact, merger);
    }
  };
}

function ofSuccessor(fact: Planned, { office, into }: Merger): Planned {
  const [was, is] = [office.agency, into.agency];
  return {
    ...fact,
    stream: fact.stream === `agency-${was}` ? `agency-${is}` : fact.stream,
    data: Object.fromEntries(
      Object.entries(fact.data).map(([field, value]) => [
        field,
        field === 'document' ? numberedBy(value, was, is) : renamed(value, was, is),
      ]),
    ),
  };
}

/** Wherever the code of an agency stands for it, and in nothing that is only named by it. */
function renamed(value: unknown, was: string, is: string): unknown {
  if (value === was) return is;
  if (Array.isArray(value)) return value.map((one) => renamed(one, was, is));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, one]: [string, unknown]) => [field, renamed(one, was, is)]),
  );
}

/** `412/H04.10`: a document is numbered by whoever writes it. */
function numberedBy(value: unknown, was: string, is: string): unknown {
  if (typeof value !== 'string' || !value.endsWith(was)) return value;
  return `${value.slice(0, -was.length)}${is}`;
}
