/** Which answer belongs to which question. */
import type { AnyEvent, Entry } from '../entry.ts';

type Referring = { readonly entry: Pick<Entry<AnyEvent>, 'data'> };

/** By the reference that both carry; where either carries none it may be the answer. */
export function isSameReference(
  answer: Pick<Entry<AnyEvent>, 'data'>,
  { entry }: Referring,
): boolean {
  const [asked, answered] = [entry.data['reference'], answer.data['reference']];
  return typeof asked !== 'string' || typeof answered !== 'string' || asked === answered;
}
