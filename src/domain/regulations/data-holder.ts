/** Who owes what the law asks of whoever holds personal data: the agency that holds it, or else the centre. */
import type { AgencyCode } from '../units.ts';
import { centreItself } from './complaint-course.ts';
import type { Bearer, Context } from './rule.ts';

/** @param holder as the record names the agency; null: the centre itself. */
export function holderOf(
  { holder }: { readonly holder: AgencyCode | null },
  context: Context,
): Bearer {
  return holder === null ? centreItself(context) : { kind: 'agency', code: holder };
}
