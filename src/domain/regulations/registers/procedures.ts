/**
 * Procedures as they are in force at a centre on a day: what was published of them, the process behind
 * them, and what was agreed of how their dossiers are dealt with.
 */
import { foldProcedure } from '../../centre/procedure/fold.ts';
import { atCentre } from '../../centre/procedure/state.ts';
import { type Version, versionsOf } from '../../centre/procedure/versions.ts';
import {
  type Contents,
  type ProcedureEvent,
  type ProcedureEventOf,
  procedure,
  type Term,
} from '../../centre/procedure/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { partsOf } from '../../stream.ts';
import { hoChiMinh, localDateOf } from '../../time/zone.ts';
import type { CalendarDate, CentreCode, EventId } from '../../units.ts';
import type { History } from '../history.ts';
import { inWords } from '../in-words.ts';
import type { Register } from '../register.ts';
import type { Context } from '../rule.ts';

export type Steps = NonNullable<Contents['steps']>;

/** An approved process, from a day on. */
export type Process = {
  /** The entry that approved or changed it. */
  readonly id: EventId;
  readonly process: string | null;
  readonly from: CalendarDate;
  readonly steps: Steps | null;
  readonly total: Term | null;
  readonly agency: string | null;
};

/** How the centre and the agency agreed to deal with its dossiers. */
export type Way = Pick<ProcedureEventOf<'SpecialWayAgreed'>['data'], 'way' | 'agency' | 'to'> & {
  readonly id: EventId;
  readonly from: CalendarDate;
};

export type ProcedureHere = {
  /** By their first day. */
  readonly versions: readonly Version[];
  /** What published or changed it, in the order in which it takes effect. */
  readonly publications: readonly { readonly id: EventId; readonly from: CalendarDate }[];
  /** In the order in which they take effect. */
  readonly processes: readonly Process[];
  readonly ways: readonly Way[];
};

/** By the code of the procedure; in it, by centre: a code may be national. */
export const procedures: Register<ReadonlyMap<CentreCode, ProcedureHere>> = {
  name: 'procedures',
  category: 'procedure',
  types: [
    'ProcedurePublished',
    'ProcedureChanged',
    'ProcedureRepealed',
    'ProcessApproved',
    'ProcessChanged',
    'SpecialWayAgreed',
  ],
  keys: (stream) => [partsOf(stream, ['code'])?.['code'] ?? []].flat(),
  isAboutSubjects: false,
  fold(records) {
    const centres = new Set(
      records.flatMap(({ timeline }) => timeline.map(({ centre }) => centre)),
    );
    return new Map([...centres].map((centre) => [centre, hereIn(records, centre)]));
  },
};

function hereIn(records: readonly History[], centre: CentreCode): ProcedureHere {
  const timeline = records.flatMap((record) => record.timeline);
  const own = inWords('procedure', procedure, timeline).filter((entry) => entry.centre === centre);
  return {
    versions: versionsOf(atCentre(foldProcedure(timeline), centre)),
    publications: own.flatMap(publicationIn).toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    processes: own.flatMap(processIn).toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    ways: own.flatMap(wayIn),
  };
}

function publicationIn({ type, data, ...entry }: Entry<ProcedureEvent>) {
  if (type !== 'ProcedurePublished' && type !== 'ProcedureChanged') return [];
  return [{ id: entry.id, from: data.from ?? dayOf(entry) }];
}

function processIn(entry: Entry<ProcedureEvent>): Process[] {
  if (entry.type !== 'ProcessApproved' && entry.type !== 'ProcessChanged') return [];
  const { process, from, steps, total, agency } = entry.data;
  return [{ id: entry.id, process, from: from ?? dayOf(entry), steps, total, agency }];
}

function wayIn(entry: Entry<ProcedureEvent>): Way[] {
  if (entry.type !== 'SpecialWayAgreed') return [];
  const { way, agency, from, to } = entry.data;
  return [{ id: entry.id, way, agency, from: from ?? dayOf(entry), to }];
}

function dayOf({ occurredAt }: Pick<Entry<ProcedureEvent>, 'occurredAt'>): CalendarDate {
  return localDateOf(occurredAt, hoChiMinh);
}

/** What is published of the procedure `code` on `day`, at the context's centre; null: nothing. */
export function versionOn(
  code: string | null,
  day: CalendarDate,
  context: Context,
): Version | null {
  const versions = hereOf(code, context)?.versions ?? [];
  return versions.findLast(({ from, to }) => isWithin(day, { from, to })) ?? null;
}

/** The entry that says what is published of it on `day`, which proves it; empty: nothing does. */
export function publicationOn(
  code: string | null,
  day: CalendarDate,
  context: Context,
): readonly EventId[] {
  const last = hereOf(code, context)?.publications.findLast(({ from }) => from <= day);
  return last === undefined ? [] : [last.id];
}

/** The process in force on `day`, the last of those that began by then; null: none is approved. */
export function processOn(
  code: string | null,
  day: CalendarDate,
  context: Context,
): Process | null {
  const processes = hereOf(code, context)?.processes ?? [];
  return processes.findLast(({ from }) => from <= day) ?? null;
}

/** What was agreed of it that holds on `day`. */
export function waysOn(code: string | null, day: CalendarDate, context: Context): readonly Way[] {
  return hereOf(code, context)?.ways.filter((way) => isWithin(day, way)) ?? [];
}

function hereOf(code: string | null, { registers, centre }: Context): ProcedureHere | undefined {
  return code === null ? undefined : registers.look(procedures, code).get(centre);
}

function isWithin(
  day: CalendarDate,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate | null },
): boolean {
  return from <= day && (to === null || day <= to);
}
