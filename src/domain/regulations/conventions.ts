/**
 * What is late, under the two conventions that are shown side by side wherever a rate or a count is.
 *
 * **Strict**: by the instant at which the regulation makes it due, as that stood when it passed. Nothing
 * is excused: what was sent back, stopped or withdrawn after that instant is late. Only where the
 * national rule stops the clock for a supplement has the instant itself not come, and only for as many
 * requests as may be made (`supplementRequestsMax`).
 *
 * **Customary**, as the reports of the systems in use count: by date, so that any hour of the day on which it
 * is due is in time; by the due time as corrected or moved, also afterwards; and what was sent back, stopped
 * or withdrawn is on time, what waits for a supplement within its term.
 *
 * Those reports know dossiers alone. The convention is the same for every duty, so that a dossier is not
 * late in one list and in time in another: what has to be done within a day is late by the instant alone
 * if it was done on that day.
 *
 * A dossier without an appointment is due at no time and counted by neither: it is a finding
 * (`no-appointment`).
 */
import type { WorkingTime } from '../time/working-time.ts';
import type { Instant } from '../units.ts';
import type { Duty } from './rule.ts';

export const conventions = ['strict', 'customary'] as const;
export type Convention = (typeof conventions)[number];

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

/**
 * The last instant of the day on which it is due, where it is late by custom from then on; null where it
 * is late at no time: it is closed in time, or excused. Whatever the clock says.
 */
export function customarilyLateAfter(
  { state, customaryDue, closedPastCustomaryDue, closedAt, pauses }: Duty,
  workingTime: WorkingTime,
): Instant | null {
  if (closedAt !== null && !closedPastCustomaryDue) return null;
  const isWaiting = state === 'open' && pauses.at(-1)?.until === null;
  if (state === 'ended' || isWaiting) return null;
  const lastInstant = workingTime.midnightAfter(workingTime.dateAt(customaryDue));
  return closedAt === null || lastInstant < closedAt ? lastInstant : null;
}

/** What is kept of a duty to say under which convention it is late at an instant. */
export type Lateable = Pick<Duty, 'state' | 'suspended' | 'breached' | 'due'> & {
  readonly customarilyLateAfter: Instant | null;
};

/** Whether it is late at `at`, under both: the one place where that is decided. */
export function latenessUnder(duty: Lateable, at: Instant): Readonly<Record<Convention, boolean>> {
  return { strict: isLateStrictly(duty, at), customary: isLateCustomarily(duty, at) };
}

export function isLateStrictly(
  { state, suspended, breached, due }: Omit<Lateable, 'customarilyLateAfter'>,
  at: Instant,
): boolean {
  return breached || (state === 'open' && !suspended && due < at);
}

function isLateCustomarily(
  { state, customarilyLateAfter: after }: Pick<Lateable, 'state' | 'customarilyLateAfter'>,
  at: Instant,
): boolean {
  return after !== null && (state !== 'open' || after < at);
}
