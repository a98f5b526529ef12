/** Entries on the record of one complaint, in its words. */
import { complaint } from '../../src/domain/complaints/complaint/vocabulary.ts';
import { enteredAt } from './rule-spec.ts';
import { entry, proposalsOf } from './stated.ts';

/** Whose record `said` writes on. */
export const complaintOfTests = 'complaint-PA-1';

const fact = proposalsOf(complaint);
type Said = typeof fact;
type Type = Parameters<Said>[0];
type Data<Of extends Type> = Parameters<typeof fact<Of>>[1];

/** Entry number `number`, entered when it happened. */
export function said<Of extends Type>(number: number, type: Of, data: Data<Of>, when: string) {
  return entry(number, fact(type, data, when), undefined, { stream: complaintOfTests });
}

/** The same, entered at `recordedAt`. */
export function saidLate<Of extends Type>(
  number: number,
  type: Of,
  data: Data<Of>,
  when: string,
  recordedAt: string,
) {
  return { ...enteredAt(number, fact(type, data, when), recordedAt), stream: complaintOfTests };
}
