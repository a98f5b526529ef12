/**
 * processing-deadline: the result is there by the appointed time (đúng hẹn; SL Đ4.4b, Đ8.b, Đ11.2; TQ
 * Đ6.3; BL Đ5.2; KT Đ4.2, Đ5.1đ; NB Đ5.2d).
 *
 * Opened by the reception with its appointment, or with the first that was given later but before the
 * end; by the first reception on record, where there are two (`received-twice`). Discharged by the
 * result, as the centre measures it (`resultIs`): by the first of decided, handed over and returned
 * (`decided`, by default), of the two last (`handed-over`), or by its return alone (`returned`). A written
 * reply, a stop or a withdrawal ends it, unless a result followed all the same. A result dated before its
 * reception discharges it: that it is odd is another finding (`end-before-start`).
 *
 * `processingBearer` says who owes it. What is solved at the centre itself (`solvedAtCentre`: BL Đ6.3, KT
 * Đ7.2m) whoever has it there owes, and what is solved on the day is due then, whatever was promised
 * beyond that. No regulation stops the time for a supplement: `supplementPause` is national law. By the
 * strict convention only so many requests stop it as may be made (`supplementRequestsMax`): a further one,
 * which is a breach (`supplement-once`), gains the agency nothing.
 * What ends while it waits is due as it was before that wait: nothing began again.
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import type { Instant } from '../../units.ts';
import { appointedTime } from '../appointed.ts';
import type { ResultIs, SolvedAtCentre } from '../dossier-parameters.ts';
import { duty } from '../duty.ts';
import type { Opening } from '../duty-spec.ts';
import { lastMomentOf } from '../order.ts';
import { endOfSameDay } from '../published-term.ts';
import type { Reception } from '../reception.ts';
import { versionOn } from '../registers/procedures.ts';
import type { Bearer, Context } from '../rule.ts';
import { isOutOfScope } from '../scope.ts';
import { stopsTheTime } from '../supplement-requests.ts';

export const processingDeadline = duty<DossierEvent>({
  key: 'processing-deadline',
  version: 5,
  title: { vi: 'Giải quyết hồ sơ đúng hạn', en: 'Dossier processed by its appointed time' },
  subject: 'dossier',
  openedBy: ['DossierReceived'],
  opens(entry, context) {
    if (entry.type !== 'DossierReceived' || isOutOfScope(entry.data.solvingUnit, context))
      return null;
    const ways = solvedHow(entry, context);
    const due = appointedTime(entry.data.appointment, context);
    return {
      ...(ways.includes('same-day') ? onTheDay(entry, due, context) : { due }),
      bearer: bearerOf(entry, ways.length > 0, context),
    };
  },
  opensOnce: true,
  movedBy: ['AppointmentMoved'],
  moves: (entry, context) =>
    entry.type === 'AppointmentMoved' ? appointedTime(entry.data.after, context) : null,
  suspends: ['SupplementRequested'],
  resumes: ['SupplementReceived'],
  pause: ({ parameters }) => parameters.supplementPause,
  stopsStrictly: stopsTheTime,
  discharges: ['DossierDecided', 'ResultHandedOver', 'ResultReturned'],
  answers: ({ type }, { entry: { occurredAt } }, context) =>
    results[context.at(occurredAt).parameters.resultIs].includes(type),
  dischargeMayPrecede: true,
  ends: ['DossierReturned', 'DossierStopped', 'DossierWithdrawn'],
});

/** What discharges it. */
const results: Readonly<Record<ResultIs, readonly DossierEvent['type'][]>> = {
  decided: ['DossierDecided', 'ResultHandedOver', 'ResultReturned'],
  'handed-over': ['ResultHandedOver', 'ResultReturned'],
  returned: ['ResultReturned'],
};

/** In which of the ways that the centre owes itself; the procedure is looked up only where there are any. */
function solvedHow({ data, occurredAt }: Reception, context: Context): readonly SolvedAtCentre[] {
  const { solvedAtCentre } = context.parameters;
  if (solvedAtCentre.length === 0) return [];
  const version = versionOn(data.procedure, context.workingTime.dateAt(occurredAt), context);
  if (version === null) return [];
  const { term, delegated, onTheSpot } = version;
  const is = {
    'same-day': term !== null && 'sameDay' in term,
    delegated: delegated === true,
    'on-the-spot': onTheSpot === true,
  };
  return solvedAtCentre.filter((way) => is[way]);
}

/** By the end of the day on which the dossier is there in full, unless less was promised. */
function onTheDay(
  entry: Reception,
  promised: Instant | null,
  context: Context,
): Pick<Opening, 'due' | 'again'> {
  const again = (from: Instant) => endOfSameDay(from, context);
  const due = again(lastMomentOf(entry, context));
  return promised !== null && promised < due ? { due: promised } : { due, again };
}

function bearerOf({ data }: Reception, isAtCentre: boolean, { parameters }: Context): Bearer {
  const { official, receiver, solvingUnit } = data;
  const atCentre = official ?? receiver;
  if (isAtCentre && atCentre !== null) return { kind: 'official', code: atCentre };
  if (parameters.processingBearer === 'official' && official !== null) {
    return { kind: 'official', code: official };
  }
  return { kind: 'agency', code: solvingUnit };
}
