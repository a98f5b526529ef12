/**
 * combined-roster-announced: the Provincial Office tells the agencies that share a counter who sits
 * there when (KT Đ13.10).
 *
 * Opened by a roster that is published of a shared counter, once for each agency that has a line there
 * (once, where no line names one); discharged by an announcement to that agency, of that counter or of
 * all, on some day of that roster, before its publication too. A counter is shared if the roster or the
 * centre's record says so. No text says by when: the centre sets it.
 */
import type { RosterEvent, RosterEventOf } from '../../attendance/roster/vocabulary.ts';
import type { CalendarDate, Instant } from '../../units.ts';
import { duty } from '../duty.ts';
import type { Opened, Opening } from '../duty-spec.ts';
import { agencies } from '../registers/agencies.ts';
import { sharedCounters } from '../registers/counters.ts';
import type { Bearer, Context } from '../rule.ts';
import { dueWithin } from '../term.ts';

const key = 'combined-roster-announced';

export const combinedRosterAnnounced = duty<RosterEvent>({
  key,
  version: 2,
  title: {
    vi: 'Thông báo lịch trực quầy tổng hợp cho các sở, ngành',
    en: 'Roster of a shared counter announced to the agencies',
  },
  subject: 'staffing',
  openedBy: ['RosterPublished'],
  opens(entry, context) {
    if (entry.type !== 'RosterPublished') return null;
    const counters = sharedIn(entry.data, context);
    if (counters.length === 0) return null;
    const owed = {
      due: dueWithin(key, { days: 2 }, entry, context),
      bearer: provincialOfficeAt(entry.occurredAt, context),
    };
    return counters.flatMap((counter) => openingsFor(counter, entry.data, owed));
  },
  discharges: ['RosterAnnounced'],
  dischargeMayPrecede: true,
  answers(announced, opened) {
    if (announced.type !== 'RosterAnnounced') return false;
    const { part = '', detail: shared = '' } = opened.opening;
    const agency = part.slice(shared.length + 1);
    const { counter, agencies: told, from, to } = announced.data;
    return (
      (counter === null || counter === shared) &&
      (agency === '' || told.some((one) => one === agency)) &&
      linesOf(opened).some(({ day }) => from <= day && (to === null || day <= to))
    );
  },
});

type Published = RosterEventOf<'RosterPublished'>['data'];

/** The shared counters that have lines, in the order of the lines. */
function sharedIn({ lines, combined }: Published, context: Context): readonly string[] {
  const named = new Set(combined ?? []);
  const laidDown = context.registers.look(sharedCounters, context.centre);
  const counters = new Set(lines.map(({ counter }) => counter));
  return [...counters].filter((counter) => named.has(counter) || laidDown.has(counter));
}

/** The counter stands in the detail, the agency after the `#` of the part. */
function openingsFor(
  counter: string,
  { lines }: Published,
  owed: Pick<Opening, 'due' | 'bearer'>,
): Opening[] {
  const here = lines.filter((line) => line.counter === counter);
  const told = [...new Set(here.flatMap(({ agency }) => agency ?? []))];
  if (told.length === 0) return [{ ...owed, part: counter, detail: counter }];
  return told.map((agency) => ({ ...owed, part: `${counter}#${agency}`, detail: counter }));
}

function linesOf({
  entry,
  opening,
}: Opened<RosterEvent>): readonly { readonly day: CalendarDate }[] {
  if (entry.type !== 'RosterPublished') return [];
  return entry.data.lines.filter(({ counter }) => counter === opening.detail);
}

function provincialOfficeAt(instant: Instant, { registers, centre, workingTime }: Context): Bearer {
  const day = workingTime.dateAt(instant);
  const office = registers
    .look(agencies, centre)
    .find(
      ({ kind, from, to }) =>
        kind === 'provincial-office' &&
        (from === null || from <= day) &&
        (to === null || day <= to),
    );
  return { kind: 'agency', code: office?.code ?? null };
}
