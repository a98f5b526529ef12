/** The values that a regulation, or the centre where the regulation is silent, gives to the rules. */

import type { DossierParameters } from './dossier-parameters.ts';
import { byDefault, type Given } from './given.ts';
import { type IntegrityParameters, integrityDefaults } from './integrity-parameters.ts';
import type { PeriodLength } from './period-length.ts';
import type { StaffParameters } from './staff-parameters.ts';
import type { Term } from './term-length.ts';

/** What a centre has laid down for itself, and by which article. */
export type Profile = { readonly [Name in keyof Parameters]: Given<Parameters[Name]> };

/** What the rules compute with. Minutes are of working time unless it says otherwise. */
export type Parameters = Processing &
  DossierParameters &
  IntegrityParameters &
  StaffParameters &
  Counting &
  Passing &
  Reading &
  Reporting &
  Openness & {
    /** By the key of a rule whose text gives no number: what the centre has set. The rule's own file says what holds otherwise. */
    readonly terms: Readonly<Record<string, Term>>;
  };

/** Of the processing of a dossier, and of how the record is kept. */
type Processing = {
  /** Who owes the processing of a dossier: the solving agency, or the accountable official where one is named. */
  readonly processingBearer: 'agency' | 'official';
  /** What waiting for the applicant's supplement does to the due time: nothing, moves it by the wait, or starts it again. */
  readonly supplementPause: 'none' | 'extend' | 'restart';
  /**
   * Minutes by the clock within which an act is ordinarily entered: what is entered later is looked at
   * twice. Counted from when it is said to have happened; where only the day is stated, from the end of
   * that day at the centre. By as much a breach can be hidden with a wrong time, so it is kept small.
   */
  readonly entryLag: number;
};

/** How terms are counted, and when they end. */
type Counting = {
  /** Day 1 of a processing time in days: the day of reception, or the working day after it. Any other term begins with the day after. */
  readonly firstDay: 'same' | 'next';
  /** When the last day of a term in days ends: with its service hours, or with the day. */
  readonly dayDeadlineEnds: 'service-hours' | 'midnight';
  /** When a deadline that is a date ends. */
  readonly dateDeadlineEnds: 'service-hours' | 'midnight';
  /** "N working days before": by the end of the Nth counted back, or so that N whole ones lie between. */
  readonly daysBefore: 'nth-day' | 'whole-days';
  /** When a duty of a period is due where no day is named. */
  readonly periodDeadline: 'last-working-day' | 'last-day';
  /** Where a report's day goes that is no working day: to the last one before it, the first after it, or nowhere. */
  readonly reportDayOff: 'before' | 'after' | 'stays';
  /** Minutes within which what is to be done at once (ngay) is done. */
  readonly atOnce: number;
  /** Minutes that "the start of the working day" (đầu giờ) lasts. */
  readonly startOfDayWithinMinutes: number;
};

/** How a received dossier goes on to the agency. Clock times are minutes since local midnight. */
type Passing = {
  /** Minutes from the slip within which it is passed on; null: no number is given. */
  readonly transferWithin: number | null;
  /** Received after this, it is passed on at the start of the next working day; null: there is no such hour. */
  readonly cutoff: number | null;
  /** Whether that goes for electronic dossiers, too, and not for paper alone. */
  readonly cutoffCoversElectronic: boolean;
  /** When paper is passed on, in order; empty: not in batches. */
  readonly batchTimes: readonly number[];
};

/** How a text is read that can be read in more than one way, or that leaves the number to a decision. */
type Reading = {
  /** Supplements asked for once: of a dossier from start to end, or in guidance at its intake alone. */
  readonly supplementScope: 'dossier' | 'intake';
  /**
   * How many requests for supplements (yêu cầu bổ sung) may be made of one dossier: one beyond these is a
   * breach, and stops no time by the strict convention. Null: there is no limit.
   */
  readonly supplementRequestsMax: number | null;
  /** Which absences need consent from half a day on only; the others need it at any length. Null: no such demand. */
  readonly consentFromHalfDay: 'private-leave' | 'every-absence' | null;
  /** The agencies that the regulation binds, by the names it gives them; null: every agency concerned. */
  readonly agenciesInScope: readonly string[] | null;
  /** Postings that may be shorter or longer than the term without breach. */
  readonly postingTermExempt: readonly ('replaced' | 'reserve')[];
  /**
   * What is kept for the centre of the fees that the state budget leaves, in hundredths of a percent,
   * where no decision says otherwise.
   */
  readonly retentionShare: number;
  /** Instruments whose duties the regulation makes its own, by number: each can be cited under its article, too. */
  readonly adoptedRules: readonly string[];
};

/** What is reported, met about and reviewed, and how often. */
type Reporting = {
  /** Who reports: the director, or the centre. */
  readonly reportBearer: 'director' | 'centre';
  /** How often the report is due of which every regulation speaks. */
  readonly reportPeriod: PeriodLength;
  /** The last day of the month on which a monthly report is in time; null: no day is named. */
  readonly reportDay: number | null;
  /** Whether a report of the month before, filed in a month, is that month's: its day may come before there is a whole month to report. */
  readonly reportOfMonthBefore: boolean;
  /** Whether the agencies are sent it, too. */
  readonly reportToAgencies: boolean;
  /** The other reports, by their periods. */
  readonly longerReports: readonly PeriodLength[];
  /** How often each official is reviewed. */
  readonly officialReviewPeriod: PeriodLength;
  /** How often the director works with the agencies. */
  readonly sessionPeriod: PeriodLength;
  /** How often the agencies review how they work together. */
  readonly coordinationReviewPeriod: PeriodLength;
  /** How often the post reports. */
  readonly postalReportPeriod: PeriodLength;
  /** How agencies are consulted on what touches them: in writing, or until they agree. */
  readonly consultation: 'written' | 'agreed';
};

/** What is made public, and by whom. */
type Openness = {
  readonly directoryBearer: 'director' | 'centre';
  /** What the directory is to show of whoever works at the centre. */
  readonly directoryShows: 'names-and-telephones' | 'telephones';
  /** The agencies that publish the telephone numbers of their own people, by the names the regulation gives them. */
  readonly directoryAgencies: readonly string[];
  /** Who posts the procedures. */
  readonly proceduresPostedBy: 'centre' | 'agency';
  /** What of a procedure is posted under the article. */
  readonly proceduresShow: readonly ('components' | 'times' | 'rates')[];
  /** Whether the agency tells the centre of new procedures, too, and not of changes alone. */
  readonly newProceduresTold: boolean;
};

/**
 * What holds at every centre where its regulation says nothing else: the common readings of the five.
 *
 * The pause is national law's (decree 61/2018, as amended by 107/2021): after a supplement the time
 * starts again. So is the day off (Civil Code 2015, article 148): a term whose last day it is ends with
 * the next working day. The minutes of `atOnce` and `startOfDayWithinMinutes` are the centre's to set;
 * half an hour is what Tuyên Quang gives for passing a dossier on. That what is solved on the day is
 * taken in until 15:00 is common practice.
 */
export const defaults: Profile = {
  processingBearer: byDefault('agency'),
  supplementPause: byDefault('restart'),
  entryLag: byDefault(15),
  resultIs: byDefault('decided'),
  solvedAtCentre: byDefault([]),
  sameDayUntil: byDefault(15 * 60),
  stepBearer: byDefault('agency'),
  supplementsReasoned: byDefault(false),
  failureAfterDays: byDefault(10),
  firstDay: byDefault('next'),
  dayDeadlineEnds: byDefault('service-hours'),
  dateDeadlineEnds: byDefault('service-hours'),
  daysBefore: byDefault('nth-day'),
  periodDeadline: byDefault('last-working-day'),
  reportDayOff: byDefault('after'),
  atOnce: byDefault(30),
  startOfDayWithinMinutes: byDefault(30),
  transferWithin: byDefault(null),
  cutoff: byDefault(null),
  cutoffCoversElectronic: byDefault(false),
  batchTimes: byDefault([]),
  supplementScope: byDefault('dossier'),
  supplementRequestsMax: byDefault(1),
  consentFromHalfDay: byDefault(null),
  agenciesInScope: byDefault(null),
  postingTermExempt: byDefault([]),
  retentionShare: byDefault(0),
  adoptedRules: byDefault([]),
  reportBearer: byDefault('director'),
  reportPeriod: byDefault('month'),
  reportDay: byDefault(null),
  reportOfMonthBefore: byDefault(false),
  reportToAgencies: byDefault(true),
  longerReports: byDefault([]),
  officialReviewPeriod: byDefault('half-year'),
  sessionPeriod: byDefault('quarter'),
  coordinationReviewPeriod: byDefault('quarter'),
  postalReportPeriod: byDefault('quarter'),
  consultation: byDefault('written'),
  directoryBearer: byDefault('centre'),
  directoryShows: byDefault('names-and-telephones'),
  directoryAgencies: byDefault([]),
  proceduresPostedBy: byDefault('centre'),
  proceduresShow: byDefault(['components', 'times', 'rates']),
  newProceduresTold: byDefault(false),
  absenceExcusedBy: byDefault('approval'),
  ownDressServes: byDefault([]),
  ownBadgeServes: byDefault([]),
  conductForbidden: byDefault([]),
  replacementReasons: byDefault(null),
  fullTimeDeputiesMax: byDefault(null),
  postingMonthsMin: byDefault(null),
  postingMonthsMax: byDefault(null),
  rotationOrder: byDefault([]),
  rotationBegins: byDefault(null),
  rotationMonths: byDefault(1),
  rotationNoticeDays: byDefault(3),
  loadVisitors: byDefault(80),
  loadWaitingMinutes: byDefault(30),
  ...integrityDefaults,
  terms: byDefault({}),
};

/** The values alone, as rules read them. */
export function parametersOf(profile: Profile): Parameters {
  const values = Object.entries(profile).map(([name, { value }]) => [name, value]);
  return Object.fromEntries(values) as Parameters; // a profile has a value under every name
}
