/** Which absences are of the same time. */
import { spansMeet } from '../../leave/days.ts';
import type { LeaveSpan } from '../../leave/vocabulary.ts';
import { hoursMeet } from '../hours.ts';
import type { Hours } from '../vocabulary/hours.ts';

type Stretch = LeaveSpan & { readonly hours: Hours | null };

/** Whether two notes of absence speak of the same half of a day; or, where both name hours, of the same hours. */
export function absencesMeet(one: Stretch, other: Stretch): boolean {
  if (one.hours !== null && other.hours !== null && !hoursMeet(one.hours, other.hours)) {
    return false;
  }
  return spansMeet(one, other);
}
