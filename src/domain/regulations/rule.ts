/**
 * The shapes of a rule, and what a rule says of a subject.
 *
 * Findings are a function of the log up to a position, and of an instant. A rule judges the history
 * of one subject and knows no clock: whether an open duty is overdue is a comparison when asked.
 */
import type { AnyEvent, Entry } from '../entry.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { CentreCode, EventId, Instant } from '../units.ts';
import type { Counted } from './counted.ts';
import type { History } from './history.ts';
import type { Parameters } from './parameters.ts';
import type { Paused } from './paused.ts';
import type { Registers } from './register.ts';
import type { Successions } from './registers/successions.ts';

export type { Parameters };

export type Rule<Event extends AnyEvent = AnyEvent> = {
  /** Findings, pages and metrics are filed under it, so it never changes. */
  readonly key: string;
  /** Raised when `judge` says something else of a history than before: read models are then built anew. */
  readonly version: number;
  readonly title: { readonly vi: string; readonly en: string };
  readonly mechanism: 'duty' | 'periodic duty' | 'prohibition' | 'coverage';
  /** Whose history is judged: the kinds of its subjects, see `subjects.ts`. */
  readonly subject: string | readonly string[];
  /** Events, beside corrections, that may take a breach away: the engine then compares before and after. */
  readonly amendedBy: readonly string[];
  /** Events that settle a breach where they are entered long after they are said to have happened; compared alike. */
  readonly settledBy: readonly string[];
  /** It says nothing of a history in which there never was an event of one of these. */
  readonly needs: readonly string[] | 'nothing';
  /** See `DutySpec`: only such a rule is told since when it is demanded. */
  readonly isContinuing?: boolean;
  /**
   * Pure: judged again in ten years, the same history gives the same. @param since the first instant at
   * which it is demanded; left out or null: it always was.
   */
  judge(history: History<Event>, context: Context, since?: Instant | null): Judgement;
};

/** What a rule may know beside the history: what the centre has laid down for itself, and what other records say. */
export type Context = {
  readonly centre: CentreCode;
  /** The name of the subject: `dossier-H42.17-260302-0001`. */
  readonly subject: string;
  readonly workingTime: WorkingTime;
  /** Of procedures that are served on other days, too; null: every procedure is served in `workingTime`. */
  readonly saturdayTime: WorkingTime | null;
  readonly parameters: Parameters;
  readonly registers: Registers;
  /** Which agency came after which: see `succession.ts`. */
  readonly successions: Successions;
  /** The same with what the centre had laid down for acts at `instant`. */
  readonly at: (instant: Instant) => Context;
  /** Told of whatever is counted, for an explanation; left out: nobody asks. What a rule says does not depend on it. */
  readonly counts?: (counted: Counted) => void;
};

export type Judgement = {
  readonly duties: readonly Duty[];
  readonly breaches: readonly Breach[];
};

export const nothing: Judgement = { duties: [], breaches: [] };

/** Who owes a duty. `code` is null where the record does not say. */
export type Bearer = {
  readonly kind: 'official' | 'agency' | 'centre' | 'post';
  readonly code: string | null;
};

/**
 * `kept`: discharged in time. `late`: discharged past its due time. `ended`: its subject ended without
 * it (withdrawn, stopped); `breached` says whether that was past the due time. `open`: none of these;
 * overdue once its due time has passed.
 */
export type DutyState = 'open' | 'kept' | 'late' | 'ended';

export type Duty = {
  /**
   * What opened it, and so which of the rule's duties on the subject it is: the id of the entry as first
   * recorded, as a correction does not make another duty of it, with `#` and a part where it opened
   * several; or the period that the calendar opened, as `2026-03`.
   */
  readonly opening: string;
  readonly bearer: Bearer;
  /** Which of several it is, for people: a step, a period, a reference. Names no applicant. */
  readonly detail: string | null;
  readonly openedAt: Instant;
  /** Strict, before any wait: what the opening said, or what moved it. */
  readonly statedDue: Instant;
  /** Strict: as it stood when it passed. */
  readonly due: Instant;
  /** Customary: as corrected or moved, also afterwards. */
  readonly customaryDue: Instant;
  /**
   * As it was first said, whoever moved or corrected it afterwards, and after the same waits as `due`: the law
   * gives that time, and nobody's word. By it anybody can measure the original lateness.
   */
  readonly firstDue: Instant;
  readonly state: DutyState;
  /** Strict: the time stands still while somebody else is waited for: open, and not overdue. */
  readonly suspended: boolean;
  /** Discharged or ended past `due`. An open duty is breached once `due` has passed. */
  readonly breached: boolean;
  /**
   * Discharged or ended past `customaryDue`, by the instant and with nothing excused: by it is measured
   * what an entry took away (`lessened.ts`). Not whether it is late by the customary convention, which goes
   * by date and excuses what ended: that is said by `customarilyLateAfter` of `conventions.ts`.
   */
  readonly closedPastCustomaryDue: boolean;
  /** When it was discharged or ended; null while open. */
  readonly closedAt: Instant | null;
  /** When somebody else was waited for, in order. */
  readonly pauses: readonly Paused[];
  /** The events that prove it: opening and whatever said when it is due, waits, what closed it. */
  readonly evidence: readonly EventId[];
};

/** An act that is itself the breach. */
export type Breach = {
  /** Which of the rule's breaches on the subject it is, whatever else is found later; what is said of it is said of that. */
  readonly key: string;
  /** When it was committed. */
  readonly at: Instant;
  readonly evidence: readonly [EventId, ...EventId[]];
  /** What a person reads beside the rule's title: names no applicant. */
  readonly detail: string | null;
  /** Whose breach it is; null where the record does not say. */
  readonly bearer: Bearer | null;
};

export function idsOf(entries: readonly Entry<AnyEvent>[]): EventId[] {
  return [...new Set(entries.map(({ id }) => id))];
}
