/** The values that a centre can choose from, where a value is one of a few words: another word is a slip, and sets nothing. */
import type { Parameters } from './parameters.ts';

/** Every value that is one of a few words. */
type Chosen = {
  readonly [Name in keyof Parameters as IsOneOfFew<Parameters[Name]> extends true
    ? Name
    : never]: readonly NonNullable<Parameters[Name]>[];
};

type IsOneOfFew<Value> =
  NonNullable<Value> extends string ? (string extends NonNullable<Value> ? false : true) : false;

const periods = ['week', 'month', 'quarter', 'half-year', 'year'] as const;

const choices: Chosen = {
  processingBearer: ['agency', 'official'],
  supplementPause: ['none', 'extend', 'restart'],
  resultIs: ['decided', 'handed-over', 'returned'],
  firstDay: ['same', 'next'],
  dayDeadlineEnds: ['service-hours', 'midnight'],
  dateDeadlineEnds: ['service-hours', 'midnight'],
  daysBefore: ['nth-day', 'whole-days'],
  periodDeadline: ['last-working-day', 'last-day'],
  reportDayOff: ['before', 'after', 'stays'],
  supplementScope: ['dossier', 'intake'],
  consentFromHalfDay: ['private-leave', 'every-absence'],
  reportBearer: ['director', 'centre'],
  reportPeriod: periods,
  officialReviewPeriod: periods,
  sessionPeriod: periods,
  coordinationReviewPeriod: periods,
  postalReportPeriod: periods,
  consultation: ['written', 'agreed'],
  directoryBearer: ['director', 'centre'],
  directoryShows: ['names-and-telephones', 'telephones'],
  proceduresPostedBy: ['centre', 'agency'],
  stepBearer: ['agency', 'official'],
  absenceExcusedBy: ['approval', 'confirmation', 'notice'],
};

/** Every value that there need not be, and of which kind it is where there is one. */
type Dispensable = {
  readonly [Name in keyof Parameters as null extends Parameters[Name] ? Name : never]: KindOf<
    NonNullable<Parameters[Name]>
  >;
};

type KindOf<Value> = Value extends number ? 'number' : Value extends string ? 'string' : 'list';

const dispensable: Dispensable = {
  sameDayUntil: 'number',
  transferWithin: 'number',
  cutoff: 'number',
  supplementRequestsMax: 'number',
  consentFromHalfDay: 'string',
  agenciesInScope: 'list',
  reportDay: 'number',
  replacementReasons: 'list',
  fullTimeDeputiesMax: 'number',
  postingMonthsMin: 'number',
  postingMonthsMax: 'number',
  rotationBegins: 'string',
};

const kinds: ReadonlyMap<string, string> = new Map(Object.entries(dispensable));

/** Of which kind the value of that name is that there need not be; undefined: there must be one. */
export function dispensableKind(name: string): string | undefined {
  return kinds.get(name);
}

const words: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(choices));

/** Whether `value` can be the value of that name: one of its words, or a number that is not negative. */
export function isChoice(name: string, value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0;
  const all = words.get(name);
  return all === undefined || (typeof value === 'string' && all.includes(value));
}
