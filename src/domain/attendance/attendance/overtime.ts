/** Nghỉ bù: what overtime earns (BL Đ8.3l). */
import type { AttendanceEventOf } from './vocabulary.ts';

type Worked = Pick<
  AttendanceEventOf<'OvertimeWorked'>['data'],
  'minutes' | 'compensation' | 'earned'
>;

/**
 * The compensatory leave that an entry of overtime earns, in minutes of working time: as many as were
 * decided, or else one for each that was worked (BL Đ8.3l names no other rate). None where it is paid,
 * or where nothing is given for it.
 */
export function earnedBy({ minutes, compensation, earned }: Worked): number {
  if (earned !== null) return earned;
  return compensation === null || compensation === 'leave' ? minutes : 0;
}
