/** Việc định kỳ: what is kept of each act of a month. */
import type { AgencyCode, Instant, OfficialId } from '../../units.ts';
import type { Due, Period } from './vocabulary/fields.ts';
import type { MonthEvent } from './vocabulary.ts';

/** What the lines are about: the event that files, holds or sends something. */
export const filings = [
  'ReportSubmitted',
  'MeetingHeld',
  'OfficialsReviewed',
  'AgencySessionHeld',
  'ReviewHeld',
  'TrainingHeld',
  'OfficialsNoticeSent',
  'SatisfactionSummarySent',
  'YearlyRatingsReceived',
  'PostalReportSubmitted',
  'PostalServiceInterrupted',
] as const satisfies readonly MonthEvent['type'][];
export type Filing = (typeof filings)[number];

/** One periodic act, or one that was demanded, or both. */
export type Act = {
  readonly act: Filing;
  /** Of a report: monthly, on demand …; of a meeting: its kind. */
  readonly kind: string | null;
  readonly about: string | null;
  readonly period: Period;
  /** Names it together with what was demanded. */
  readonly reference: string | null;
  readonly due: Due | null;
  readonly demandedAt: Instant | null;
  /** When it was filed, held, sent, received; null: it is owed. */
  readonly filedAt: Instant | null;
  /** Of an interruption: when it ended. */
  readonly endedAt: Instant | null;
  readonly agencies: readonly AgencyCode[];
  readonly officials: readonly OfficialId[];
  readonly inServiceHours: boolean | null;
  readonly document: string | null;
};
