/**
 * The agencies of a centre: what each was called, since when and until when there is one, and what
 * came after it. And which of them a regulation binds that names those it binds.
 */
import { foldAgency } from '../../centre/agency/fold.ts';
import { type AgencyEvent, type AgencyKind, agency } from '../../centre/agency/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { partsOf } from '../../stream.ts';
import { plusDays } from '../../time/date.ts';
import { hoChiMinh, localDateOf } from '../../time/zone.ts';
import type { CalendarDate } from '../../units.ts';
import type { History } from '../history.ts';
import { centreOf } from '../home.ts';
import { inWords } from '../in-words.ts';
import type { Register } from '../register.ts';
import type { Context } from '../rule.ts';

export type Agency = {
  readonly code: string;
  /** Every name that it had. */
  readonly names: readonly string[];
  readonly kind: AgencyKind | null;
  readonly rotating: boolean | null;
  /** First and last day on which there is one; null: not known, or none is set. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  /** What came after it, by code. */
  readonly successors: readonly string[];
};

/** By centre; those that its records say were established, in the order of their codes. */
export const agencies: Register<readonly Agency[]> = {
  name: 'agencies',
  category: 'agency',
  types: [
    'AgencyEstablished',
    'AgencyRenamed',
    'AgencyDetailsChanged',
    'AgencySucceeded',
    'AgencyAbolished',
  ],
  keys: (_, entries) => [centreOf(entries) ?? []].flat(),
  isAboutSubjects: false,
  fold: (records) => records.flatMap((history) => agencyIn(history)),
};

function agencyIn({ entries, timeline }: History): Agency[] {
  const { code } = partsOf(entries[0]?.stream ?? '', ['code']) ?? {};
  const { names, kind, rotating, from, successors, establishedAt } = foldAgency(timeline);
  if (code === undefined || establishedAt === null) return [];
  const to = lastDayIn(inWords('agency', agency, timeline));
  return [{ code, names: names.map(({ name }) => name), kind, rotating, from, to, successors }];
}

/** The first of the days that its record gives; one that gave a part of its work away goes on. */
function lastDayIn(timeline: readonly Entry<AgencyEvent>[]): CalendarDate | null {
  const days = timeline.flatMap((entry): CalendarDate[] => {
    const { type, data, occurredAt } = entry;
    const day = localDateOf(occurredAt, hoChiMinh);
    if (type === 'AgencyEstablished') return data.to === null ? [] : [data.to];
    if (type === 'AgencyAbolished') return [data.to ?? day];
    if (type !== 'AgencySucceeded' || data.how === 'transferred') return [];
    return [plusDays(data.from ?? day, -1)];
  });
  return days.toSorted().at(0) ?? null;
}

/** The agencies that there are on `day` and that the centre's regulation binds (`agenciesInScope`). */
export function boundAgencies(day: CalendarDate, context: Context): readonly Agency[] {
  const all = context.registers.look(agencies, context.centre);
  const { agenciesInScope } = context.parameters;
  return all
    .filter(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))
    .filter((one) => agenciesInScope === null || isCalled(one, agenciesInScope, all));
}

/**
 * Whether the centre's regulation binds the agency of that code. Where it names whom it binds, an
 * agency of which nothing is on record is not taken for one of them.
 */
export function isBound(code: string | null, context: Context): boolean {
  const { agenciesInScope } = context.parameters;
  return agenciesInScope === null || isOneOf(agenciesInScope, code, context);
}

/** Whether the agency of that code is one that a text calls by one of `names`, or came after one. */
export function isOneOf(names: readonly string[], code: string | null, context: Context): boolean {
  const all = context.registers.look(agencies, context.centre);
  const one = all.find((known) => known.code === code);
  return one !== undefined && isCalled(one, names, all);
}

/** `code` and whatever the agency of that code came after. */
export function withPredecessors(code: string, context: Context): ReadonlySet<string> {
  const all = context.registers.look(agencies, context.centre);
  const found = new Set([code]);
  for (const later of found) {
    for (const { code: earlier, successors } of all) {
      if (successors.includes(later)) found.add(earlier); // a set is walked on through what is added
    }
  }
  return found;
}

function isCalled(
  { code, names }: Agency,
  wanted: readonly string[],
  all: readonly Agency[],
  before: readonly string[] = [],
): boolean {
  if (names.some((name) => wanted.some((one) => plain(one) === plain(name)))) return true;
  const path = [...before, code];
  return all.some(
    (one) =>
      one.successors.includes(code) && !path.includes(one.code) && isCalled(one, wanted, all, path),
  );
}

/** A text says "Sở Tài chính", a record "Sở Tài chính tỉnh Tuyên Quang". */
function plain(name: string): string {
  const [own = ''] = name.normalize('NFC').toLowerCase().split(' tỉnh');
  return own.trim();
}
