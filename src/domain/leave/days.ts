/** The days of a leave: which spans meet on the same half of a day. */
import type { LeaveSpan } from './vocabulary.ts';

/** Whether two spans share half a day. A morning and an afternoon do not. */
export function spansMeet(one: LeaveSpan, other: LeaveSpan): boolean {
  const partsMeet = one.part === 'whole' || other.part === 'whole' || one.part === other.part;
  return partsMeet && one.from <= other.to && other.from <= one.to;
}

/** Whether half a day is named twice within one list of days. */
export function overlapsItself(days: readonly LeaveSpan[]): boolean {
  return days.some((one, place) => days.slice(place + 1).some((other) => spansMeet(one, other)));
}

/** The first and the last day of a leave; null where no days are known. */
export function endsOf(
  days: readonly LeaveSpan[],
): { readonly first: LeaveSpan['from']; readonly last: LeaveSpan['to'] } | null {
  const [head, ...tail] = days;
  if (head === undefined) return null;
  return tail.reduce(
    ({ first, last }, { from, to }) => ({
      first: from < first ? from : first,
      last: to > last ? to : last,
    }),
    { first: head.from, last: head.to },
  );
}
