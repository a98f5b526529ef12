/**
 * step-deadline-total: the steps of a process add up to no more than the time of the whole (NB Đ5.2a, KT
 * Đ13.3: bảo đảm thời gian giải quyết).
 *
 * The whole is what the process says, or else the term that the procedure is published with. Days and
 * minutes of work are compared as days of eight hours, which is what all centres serve; calendar days with
 * calendar days only. Nothing is said of a process with a step of unknown length.
 */
import type { ProcedureEvent, ProcedureEventOf, Term } from '../../centre/procedure/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { agencyOfProcedure } from '../procedure-record.ts';
import { prohibition } from '../prohibition.ts';

export const stepDeadlineTotal = prohibition<ProcedureEvent>({
  key: 'step-deadline-total',
  version: 1,
  title: {
    vi: 'Tổng thời gian các bước không quá thời hạn giải quyết',
    en: 'Steps within the time of the whole',
  },
  subject: 'procedure',
  watches: ['ProcedurePublished', 'ProcedureChanged', 'ProcessApproved', 'ProcessChanged'],
  gathered: false,
  offends(entry, timeline, { centre }) {
    if (!saysSteps(entry) || entry.centre !== centre) return null;
    const whole = wholeOf(entry, timeline);
    const { steps } = entry.data;
    if (whole.term === null || steps === null) return null;
    const sum = sumOf(steps.map(({ duration }) => duration));
    const all = sumOf([whole.term]);
    if (sum === null || all === null || sum.unit !== all.unit || sum.length <= all.length)
      return null;
    return whole.because;
  },
  blames: (entry, timeline) => ({ kind: 'agency', code: agencyIn(entry, timeline) }),
});

type Saying = Entry<
  ProcedureEventOf<'ProcedurePublished' | 'ProcedureChanged' | 'ProcessApproved' | 'ProcessChanged'>
>;

type Whole = { readonly term: Term | null; readonly because: readonly Entry<ProcedureEvent>[] };

function saysSteps(entry: Entry<ProcedureEvent>): entry is Saying {
  return (
    isPublication(entry) || entry.type === 'ProcessApproved' || entry.type === 'ProcessChanged'
  );
}

function isPublication(
  entry: Entry<ProcedureEvent>,
): entry is Entry<ProcedureEventOf<'ProcedurePublished' | 'ProcedureChanged'>> {
  return entry.type === 'ProcedurePublished' || entry.type === 'ProcedureChanged';
}

/** As the entry says itself, or else the last publication at that centre before it that says. */
function wholeOf(entry: Saying, timeline: Timeline<ProcedureEvent>): Whole {
  const own = isPublication(entry) ? entry.data.term : entry.data.total;
  if (own !== null) return { term: own, because: [] };
  const before = timeline
    .slice(0, timeline.indexOf(entry))
    .filter(isPublication)
    .findLast(({ centre, data }) => centre === entry.centre && data.term !== null);
  return { term: before?.data.term ?? null, because: before === undefined ? [] : [before] };
}

const minutesOfDay = 8 * 60;

/** Null where not all are known, or not all of a kind. */
function sumOf(terms: readonly (Term | null)[]) {
  const lengths = terms.map((term) => {
    if (term === null) return null;
    if ('days' in term) return { unit: 'working minutes', length: term.days * minutesOfDay };
    if ('minutes' in term) return { unit: 'working minutes', length: term.minutes };
    if ('sameDay' in term) return { unit: 'working minutes', length: minutesOfDay };
    return { unit: 'calendar days', length: term.calendarDays };
  });
  const [first] = lengths;
  if (first === undefined || first === null) return null;
  let length = 0;
  for (const one of lengths) {
    if (one?.unit !== first.unit) return null;
    length += one.length;
  }
  return { unit: first.unit, length };
}

function agencyIn(entry: Entry<ProcedureEvent>, timeline: Timeline<ProcedureEvent>): string | null {
  const own =
    entry.type === 'ProcessApproved' || entry.type === 'ProcessChanged' ? entry.data.agency : null;
  return own ?? agencyOfProcedure(entry, timeline);
}
