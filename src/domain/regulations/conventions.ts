/**
 * What is late, under the two conventions that are shown side by side wherever a rate or a count is.
 *
 * **Strict**: by the instant at which the regulation makes it due, as that stood when it passed. Nothing
 * is excused: what was sent back, stopped or withdrawn after that instant is late. Only where the
 * national rule stops the clock for a supplement has the instant itself not come.
 *
 * **Customary**, as the reports of the systems in use count: by date, so that any hour of the day on which it
 * is due is in time; by the due time as corrected or moved, also afterwards; and what was sent back, stopped
 * or withdrawn is on time, what waits for a supplement within its term.
 *
 * A dossier without an appointment is due at no time and counted by neither: it is a finding
 * (`no-appointment`).
 */
import type { WorkingTime } from '../time/working-time.ts';
import type { Instant } from '../units.ts';
import type { Duty } from './rule.ts';

export type Convention = 'strict' | 'customary';

/** As people read them beside a figure. */
export const conventionTitles: Readonly<
  Record<Convention, { readonly vi: string; readonly en: string }>
> = {
  strict: {
    vi: 'Chặt: theo thời điểm, không loại trừ',
    en: 'Strict: by the instant, nothing excused',
  },
  customary: {
    vi: 'Theo thông lệ: theo ngày, loại trừ hồ sơ trả lại, rút, chờ bổ sung',
    en: 'Customary: by date; returned, withdrawn and waiting excused',
  },
};

/** What the customary convention makes of a duty, whatever the clock says. */
export type Customary = {
  /** The last instant of the day on which it is due. */
  readonly lastInstant: Instant;
  readonly isExcused: boolean;
};

/** @param isSupplementAwaited of an open one: the applicant was asked for supplements that have not come. */
export function customaryOf(
  { state, customaryDue }: Pick<Duty, 'state' | 'customaryDue'>,
  isSupplementAwaited: boolean,
  workingTime: WorkingTime,
): Customary {
  return {
    lastInstant: workingTime.midnightAfter(workingTime.dateAt(customaryDue)),
    isExcused: state === 'ended' || (state === 'open' && isSupplementAwaited),
  };
}

type Closing = Pick<Duty, 'state' | 'suspended' | 'breached' | 'due' | 'closedAt'>;

export function isLateStrictly({ state, suspended, breached, due }: Closing, at: Instant): boolean {
  return breached || (state === 'open' && !suspended && due < at);
}

export function isLateCustomarily(
  { closedAt }: Pick<Duty, 'closedAt'>,
  { lastInstant, isExcused }: Customary,
  at: Instant,
): boolean {
  return !isExcused && lastInstant < (closedAt ?? at);
}
