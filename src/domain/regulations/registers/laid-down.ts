/**
 * What a centre has laid down for itself on its own record: hours and notices, values, and which
 * regulation was adopted or repealed.
 */
import { calendarNoticeOf, serviceHoursOf } from '../../centre/centre/calendar.ts';
import { type CentreEvent, centre } from '../../centre/centre/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import type { CalendarNotice, HoursPeriod } from '../../time/calendar.ts';
import { plusDays } from '../../time/date.ts';
import { hoChiMinh, localDateOf } from '../../time/zone.ts';
import type { CalendarDate } from '../../units.ts';
import type { History } from '../history.ts';
import { inWords } from '../in-words.ts';
import { guardsTheRecord } from '../integrity-parameters.ts';
import type { Register } from '../register.ts';
import { centreIn } from './centre-key.ts';

export type LaidDown = {
  readonly notices: readonly CalendarNotice[];
  readonly hours: readonly StatedHours[];
  /** Of some procedures alone. */
  readonly hoursOfSome: readonly StatedHours[];
  /** In the order in which they take effect. */
  readonly values: readonly SetValue[];
  readonly adopted: readonly Adopted[];
  readonly repealed: readonly Repealed[];
};

export type StatedHours = HoursPeriod & { readonly from: CalendarDate };

export type SetValue = {
  readonly parameter: string;
  /** Null: there is none. */
  readonly value: boolean | number | string | readonly string[] | null;
  readonly from: CalendarDate;
};

export type Adopted = {
  readonly number: string;
  /** The key of its rules, such as `NB`; null: none in this program. */
  readonly ruleSet: string | null;
  readonly from: CalendarDate;
};

export type Repealed = {
  readonly number: string;
  /** Last day in force. */
  readonly to: CalendarDate;
  /** These articles alone, as citations name them; null: all of it. */
  readonly articles: readonly string[] | null;
};

export const laidDown: Register<LaidDown> = {
  name: 'laid-down',
  category: 'centre',
  types: [
    'CalendarNoticeIssued',
    'ServiceHoursSet',
    'ProfileValueSet',
    'RegulationAdopted',
    'RegulationRepealed',
  ],
  keys: centreIn,
  isAboutSubjects: false,
  fold: (records) => together(records.map(saidIn)),
};

/** What several of a centre's records say, in the order of their names. */
export function together(records: readonly LaidDown[]): LaidDown {
  return {
    notices: records.flatMap(({ notices }) => notices),
    hours: records.flatMap(({ hours }) => hours),
    hoursOfSome: records.flatMap(({ hoursOfSome }) => hoursOfSome),
    values: records
      .flatMap(({ values }) => values)
      .toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1)),
    adopted: records.flatMap(({ adopted }) => adopted),
    repealed: records.flatMap(({ repealed }) => repealed),
  };
}

function saidIn({ timeline }: History): LaidDown {
  const entries = inWords('centre', centre, timeline);
  return {
    notices: entries.flatMap((entry) =>
      entry.type === 'CalendarNoticeIssued' ? [calendarNoticeOf(entry.data, entry.recordedAt)] : [],
    ),
    hours: entries.flatMap((entry) => hoursIn(entry, (procedures) => procedures === null)),
    hoursOfSome: entries.flatMap((entry) => hoursIn(entry, (procedures) => procedures !== null)),
    values: entries.flatMap(valueIn),
    adopted: entries.flatMap(adoptedIn),
    repealed: entries.flatMap(repealedIn),
  };
}

function hoursIn(
  entry: Entry<CentreEvent>,
  areMeant: (procedures: readonly string[] | null) => boolean,
): StatedHours[] {
  if (entry.type !== 'ServiceHoursSet' || !areMeant(entry.data.procedures)) return [];
  return [{ from: entry.data.from ?? dayOf(entry), hours: serviceHoursOf(entry.data) }];
}

function valueIn(entry: Entry<CentreEvent>): SetValue[] {
  if (entry.type !== 'ProfileValueSet') return [];
  const { parameter, value, from } = entry.data;
  const stated = from ?? dayOf(entry);
  const recorded = plusDays(localDateOf(entry.recordedAt, hoChiMinh), 1);
  const isTooEarly = guardsTheRecord(parameter) && stated < recorded;
  return [{ parameter, value, from: isTooEarly ? recorded : stated }];
}

function adoptedIn(entry: Entry<CentreEvent>): Adopted[] {
  if (entry.type !== 'RegulationAdopted') return [];
  const { number, ruleSet, from } = entry.data;
  return [{ number, ruleSet, from: from ?? dayOf(entry) }];
}

function repealedIn(entry: Entry<CentreEvent>): Repealed[] {
  if (entry.type !== 'RegulationRepealed') return [];
  const { number, to, articles } = entry.data;
  return [{ number, to: to ?? plusDays(dayOf(entry), -1), articles }];
}

function dayOf({ occurredAt }: Entry<CentreEvent>): CalendarDate {
  return localDateOf(occurredAt, hoChiMinh);
}
