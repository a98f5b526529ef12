/**
 * undeclared-outage: an entry made as the catch-up of an outage that the centre never declared, or
 * that happened outside it (an integrity finding; no article). On the records of every family.
 *
 * A catch-up must not be a way around the clock: what is entered from paper names an outage that is on
 * the centre's own record, and happened from its beginning to its end, both included. Of an entry that
 * states the day alone, some of that day must lie within it.
 */
import type { AnyEvent, Entry } from '../../entry.ts';
import { categoryOf } from '../../stream.ts';
import { isWithin, outageOf } from '../catch-up.ts';
import { prohibition } from '../prohibition.ts';
import type { Context } from '../rule.ts';

/** Judged alone. */
const single = [
  'dossier',
  'complaint',
  'violation',
  'datarequest',
  'databreach',
  'leave',
  'attendance',
  'official',
  'agency',
  'procedure',
  'receipt',
  'statement',
  'fees',
] as const;

/** Judged as a part of these: each by what its records are called, once. */
const gathered: ReadonlyMap<string, string> = new Map([
  ['staffing', 'roster'],
  ['office', 'centre'],
  ['calendar', 'month'],
]);

export const undeclaredOutage = prohibition<AnyEvent>({
  key: 'undeclared-outage',
  version: 2,
  title: {
    vi: 'Nhập bù cho sự cố chưa được công bố',
    en: 'Catch-up of an outage that was not declared',
  },
  subject: [...single, ...gathered.keys()],
  watches: 'every event',
  gathered: true,
  offends(entry, _, context) {
    if (entry.recordedVia.mode !== 'backfill' || !isJudgedHere(entry, context)) return null;
    const outage = outageOf(entry, context);
    return outage !== undefined && isWithin(entry, outage, context) ? null : [];
  },
  provedBy: (entry, _, context) => outageOf(entry, context)?.because ?? [],
});

/** A record can be part of several subjects: it is judged in its own. */
function isJudgedHere({ stream }: Entry<AnyEvent>, { subject }: Context): boolean {
  const kind = categoryOf(subject);
  if (categoryOf(stream) !== (gathered.get(kind) ?? kind)) return false;
  return kind !== 'calendar' || stream.slice(0, -3).endsWith(subject.slice(-5)); // `-2026` of the month's name
}
