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

const words: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(choices));

/** Whether `value` can be the value of that name: one of its words, or a number that is not negative. */
export function isChoice(name: string, value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0;
  const all = words.get(name);
  return all === undefined || (typeof value === 'string' && all.includes(value));
}
