/**
 * backdated-entry: an entry made live says that something happened long before it was recorded: it was
 * made after `backdatedAfter` working days had passed (an integrity finding; no article).
 *
 * Exempt is what an import read from another system, the lines of a bank's file among it: that system gave
 * it its time, and nobody here chose one. What was caught up after an outage is judged by the outage
 * (`undeclared-outage`). A bank line that is typed in is not exempt: it happened when the bank booked it, and
 * is in within the two days as a rule, which is why they are two. A correction that states the same kind of act counts from when that was
 * first stated; of an act of another kind it is the first word.
 *
 * Every family's records, each by itself: what is gathered from several is not judged again.
 */
import type { AnyEvent, Entry } from '../../entry.ts';
import { type Instant, millisecondsOf } from '../../units.ts';
import type { History } from '../history.ts';
import { prohibition } from '../prohibition.ts';
import type { Context } from '../rule.ts';

const records = [
  'dossier',
  'complaint',
  'violation',
  'datarequest',
  'databreach',
  'leave',
  'attendance',
  'roster',
  'official',
  'agency',
  'centre',
  'month',
  'procedure',
  'receipt',
  'statement',
  'fees',
] as const;

export const backdatedEntry = prohibition<AnyEvent>({
  key: 'backdated-entry',
  version: 2,
  title: { vi: 'Nhập lùi ngày', en: 'Entry dated long before it was made' },
  subject: records,
  watches: 'every event',
  gathered: false,
  offends(entry, _, context, history) {
    if (entry.recordedVia.mode !== 'live' || entry.stream !== context.subject) return null;
    return isLongAfter(firstToldAt(entry, history), entry, context) ? [] : null;
  },
  tells: ({ actor, recordedAt }, { parameters: { backdatedAfter } }) =>
    `entered by ${actor} at ${recordedAt}, more than ${backdatedAfter} working days later (backdatedAfter: ${backdatedAfter})`,
});

function firstToldAt(entry: Entry<AnyEvent>, history: History): Instant {
  if (entry.corrects === null) return entry.recordedAt;
  const first = history.firstStatementOf(entry);
  return first.type === entry.type ? history.knownAt(first) : entry.recordedAt;
}

const msPerDay = 24 * 60 * 60_000;

/** Most entries are made within a day or two, and need no calendar; nor do those that no holidays explain. */
function isLongAfter(
  told: Instant,
  { occurredAt }: Entry<AnyEvent>,
  { workingTime, parameters }: Context,
): boolean {
  const days = parameters.backdatedAfter;
  const passed = (millisecondsOf(told) - millisecondsOf(occurredAt)) / msPerDay;
  if (passed <= days) return false;
  if (passed > 2 * days + 60) return true;
  const last = workingTime.addWorkingDays(occurredAt, days, 'next-day');
  return told > workingTime.midnightAfter(workingTime.dateAt(last));
}
