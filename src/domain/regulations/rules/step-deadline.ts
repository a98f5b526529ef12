/**
 * step-deadline: each step of the approved process is done within its own time (NB Đ5.2a, KT Đ13.3).
 *
 * The time is that of the process in force when the step was begun, or, where none is on record, of
 * the published procedure; a step of which neither says how long it takes is due when its beginning says.
 * Steps add up to the whole (KT Đ13.3): where the day of reception counts (`firstDay`), the step with
 * which the work begins counts its own day, and each later one begins with the day after, which
 * the one before it has not used.
 * KT names steps and times but no officials, so that the agency owes it there (`stepBearer`). It stands
 * still while the applicant supplements, as that of the whole does, and by the strict convention for as many
 * requests only as may be made. A step that nobody completed is over
 * with the dossier.
 *
 * That the steps do not take longer than the whole is `step-deadline-total`.
 */
import type { DossierEvent, DossierEventOf } from '../../dossier/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { ofType, type Timeline } from '../../timeline.ts';
import type { CalendarDate, Instant } from '../../units.ts';
import { appointedTime } from '../appointed.ts';
import { procedureIn, solvingUnitIn } from '../dossier-facts.ts';
import { ends } from '../dossier-work.ts';
import { duty } from '../duty.ts';
import type { Opening } from '../duty-spec.ts';
import { calendarTerm } from '../national-term.ts';
import { lastMomentOf } from '../order.ts';
import { publishedTermEnd } from '../published-term.ts';
import { processOn, type Steps, versionOn } from '../registers/procedures.ts';
import type { Bearer, Context } from '../rule.ts';
import { stopsTheTime } from '../supplement-requests.ts';

export const stepDeadline = duty<DossierEvent>({
  key: 'step-deadline',
  version: 3,
  title: { vi: 'Hoàn thành từng bước đúng thời gian', en: 'Step done within its own time' },
  subject: 'dossier',
  openedBy: ['StepStarted'],
  opens(entry, context, timeline) {
    if (entry.type !== 'StepStarted') return null;
    const day = context.workingTime.dateAt(entry.occurredAt);
    const planned = stepsOn(procedureIn(timeline), day, context)?.find(
      ({ step }) => step === entry.data.step,
    );
    return {
      ...timeOf(entry, planned, timeline, context),
      bearer: bearerOf(entry, planned, solvingUnitIn(timeline), context),
      detail: entry.data.step,
    };
  },
  suspends: ['SupplementRequested'],
  resumes: ['SupplementReceived'],
  pause: ({ parameters }) => parameters.supplementPause,
  stopsStrictly: stopsTheTime,
  discharges: ['StepCompleted'],
  answers(entry, { entry: opening }) {
    if (entry.type !== 'StepCompleted' || opening.type !== 'StepStarted') return false;
    const [begun, done] = [opening.data, entry.data];
    if (begun.step !== done.step) return false;
    return begun.instance === null || done.instance === null || begun.instance === done.instance;
  },
  oneForOne: true,
  ends,
});

type Started = Entry<DossierEventOf<'StepStarted'>>;
type Planned = Steps[number];

function stepsOn(procedure: string | null, day: CalendarDate, context: Context): Steps | null {
  if (procedure === null) return null;
  return (
    processOn(procedure, day, context)?.steps ?? versionOn(procedure, day, context)?.steps ?? null
  );
}

function timeOf(
  entry: Started,
  planned: Planned | undefined,
  timeline: Timeline<DossierEvent>,
  context: Context,
): Pick<Opening, 'due' | 'again' | 'prolonged'> {
  const duration = planned?.duration ?? null;
  if (duration !== null) {
    const [begun] = ofType(timeline, 'StepStarted');
    const firstDay = begun === entry ? context.parameters.firstDay : 'next';
    const again = (from: Instant) => publishedTermEnd(duration, from, firstDay, context);
    const from = lastMomentOf(entry, context);
    if ('calendarDays' in duration) {
      return { ...calendarTerm(duration.calendarDays, from, context), again };
    }
    return { due: again(from), again };
  }
  return { due: appointedTime(entry.data.due, context) };
}

/** Whom the record of the dossier names comes before whom the process does. */
function bearerOf(
  { data }: Started,
  planned: Planned | undefined,
  solvingUnit: string | null,
  { parameters }: Context,
): Bearer {
  const official = data.official ?? planned?.official ?? null;
  if (parameters.stepBearer === 'official' && official !== null) {
    return { kind: 'official', code: official };
  }
  return { kind: 'agency', code: data.unit ?? planned?.unit ?? solvingUnit };
}
