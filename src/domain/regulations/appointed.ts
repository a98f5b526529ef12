/** When what was promised for an instant or a day is due. */
import type { Appointment } from '../dossier/vocabulary.ts';
import type { Instant } from '../units.ts';
import { counted } from './counted.ts';
import { endOfDay } from './period.ts';
import type { Context } from './rule.ts';

/** Null where nothing was promised. A day ends as the centre's dates do (`dateDeadlineEnds`). */
export function appointedTime(appointment: Appointment | null, context: Context): Instant | null {
  if (appointment === null) return null;
  if ('on' in appointment) return endOfDay(appointment.on, context);
  return counted(appointment.at, { unit: 'appointed' }, context);
}
