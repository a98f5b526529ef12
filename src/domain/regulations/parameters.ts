/** The values that a regulation, or the centre where the regulation is silent, gives to the rules. */

/** A value, and where it is from. */
export type Given<Value> = {
  readonly value: Value;
  /** The article that it is read from, as a demand cites it; null: a default, which the centre may set otherwise. */
  readonly article: string | null;
};

/** What a centre has laid down for itself, and by which article. */
export type Profile = { readonly [Name in keyof Parameters]: Given<Parameters[Name]> };

/** What the rules compute with. Minutes are of working time unless it says otherwise. */
export type Parameters = Processing & Counting & Passing & Reading;

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
  /** Day 1 of a term in days: the day of reception, or the working day after it. */
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
};

/** A value read from `article`. */
export function by<const Value>(article: string, value: Value): Given<Value> {
  return { value, article };
}

/** A value that no article gives. */
export function byDefault<const Value>(value: Value): Given<Value> {
  return { value, article: null };
}

/**
 * What holds at every centre where its regulation says nothing else: the common readings of the five.
 *
 * The pause is national law's (decree 61/2018, as amended by 107/2021): after a supplement the time
 * starts again. So is the day off (Civil Code 2015, article 148): a term whose last day it is ends with
 * the next working day. The minutes of `atOnce` and `startOfDayWithinMinutes` are the centre's to set;
 * half an hour is what Tuyên Quang gives for passing a dossier on.
 */
export const defaults: Profile = {
  processingBearer: byDefault('agency'),
  supplementPause: byDefault('restart'),
  entryLag: byDefault(15),
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
  consentFromHalfDay: byDefault(null),
  agenciesInScope: byDefault(null),
  postingTermExempt: byDefault([]),
  retentionShare: byDefault(0),
};

/** The values alone, as rules read them. */
export function parametersOf(profile: Profile): Parameters {
  return {
    processingBearer: profile.processingBearer.value,
    supplementPause: profile.supplementPause.value,
    entryLag: profile.entryLag.value,
    firstDay: profile.firstDay.value,
    dayDeadlineEnds: profile.dayDeadlineEnds.value,
    dateDeadlineEnds: profile.dateDeadlineEnds.value,
    daysBefore: profile.daysBefore.value,
    periodDeadline: profile.periodDeadline.value,
    reportDayOff: profile.reportDayOff.value,
    atOnce: profile.atOnce.value,
    startOfDayWithinMinutes: profile.startOfDayWithinMinutes.value,
    transferWithin: profile.transferWithin.value,
    cutoff: profile.cutoff.value,
    cutoffCoversElectronic: profile.cutoffCoversElectronic.value,
    batchTimes: profile.batchTimes.value,
    supplementScope: profile.supplementScope.value,
    consentFromHalfDay: profile.consentFromHalfDay.value,
    agenciesInScope: profile.agenciesInScope.value,
    postingTermExempt: profile.postingTermExempt.value,
    retentionShare: profile.retentionShare.value,
  };
}
