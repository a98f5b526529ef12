/**
 * A dossier as people see it: what its events, in the order of happening and with corrections
 * applied, come to.
 *
 * Where something happened more than once, an instant here is that of the first time.
 */
import type { Proposal } from '../entry.ts';
import type { AgencyCode, DossierCode, Instant, OfficialId, ProcedureCode } from '../units.ts';
import { isQuestion, type Question } from './causes.ts';
import { type Status, statusAfter } from './status.ts';
import type { Appointment, Channel, DossierEvent, DossierEventOf, Place } from './vocabulary.ts';

export type DossierState = {
  readonly code: DossierCode | null;
  readonly procedure: ProcedureCode | null;
  readonly status: Status | null;
  readonly channel: Channel | null;
  readonly place: Place | null;
  readonly receivingUnit: AgencyCode | null;
  readonly solvingUnit: AgencyCode | null;
  /** Where it is now: the unit that last received it or worked on it. */
  readonly handlingUnit: AgencyCode | null;
  /** Who is accountable for it. */
  readonly official: OfficialId | null;
  readonly submittedAt: Instant | null;
  readonly receivedAt: Instant | null;
  /** As it now stands. Lateness is measured by rules, which also know the first. */
  readonly appointment: Appointment | null;
  readonly firstAppointment: Appointment | null;
  readonly appointmentMoves: number;
  /** How often supplements were asked for. */
  readonly supplements: number;
  readonly step: Step | null;
  readonly decidedAt: Instant | null;
  readonly handedOverAt: Instant | null;
  readonly returnedAt: Instant | null;
  /** Sent back to the applicant with a written reply and not with a result. */
  readonly sentBackAt: Instant | null;
  readonly stoppedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  /** How the applicant wished to get the result, and how it was returned. */
  readonly chosenChannel: Channel | null;
  readonly usedChannel: Channel | null;
  readonly lastActivityAt: Instant | null;
  /** What answers can be to: each question that was asked. */
  readonly asked: readonly Asked[];
};

/** The last step of which anything is known. */
export type Step = {
  readonly name: string;
  readonly official: OfficialId | null;
  readonly unit: AgencyCode | null;
  readonly startedAt: Instant | null;
  readonly completedAt: Instant | null;
};

export type Asked = {
  readonly type: Question;
  readonly reference: string | null;
  readonly at: Instant;
};

export const unknownDossier: DossierState = {
  code: null,
  procedure: null,
  status: null,
  channel: null,
  place: null,
  receivingUnit: null,
  solvingUnit: null,
  handlingUnit: null,
  official: null,
  submittedAt: null,
  receivedAt: null,
  appointment: null,
  firstAppointment: null,
  appointmentMoves: 0,
  supplements: 0,
  step: null,
  decidedAt: null,
  handedOverAt: null,
  returnedAt: null,
  sentBackAt: null,
  stoppedAt: null,
  withdrawnAt: null,
  chosenChannel: null,
  usedChannel: null,
  lastActivityAt: null,
  asked: [],
};

/** The dossier after one more event. Total: it never throws and never judges. */
export function evolve(state: DossierState, event: Proposal<DossierEvent>): DossierState {
  if (event.type === 'EntryWithdrawn') return state; // about the record, not about the dossier
  const { occurredAt: at } = event;
  return {
    ...state,
    ...changes(state, event, at),
    status: statusAfter(event.type, state.status, state.receivedAt !== null),
    lastActivityAt: lastActivityAfter(event, state.lastActivityAt),
    asked: isQuestion(event)
      ? [...state.asked, { type: event.type, reference: event.data.reference, at }]
      : state.asked,
  };
}

/** What citizens think of it moves nothing along. */
function lastActivityAfter(
  { type, occurredAt }: Proposal<DossierEvent>,
  last: Instant | null,
): Instant | null {
  if (type === 'SatisfactionRated' || type === 'RatingAnnotated') return last;
  return last !== null && last > occurredAt ? last : occurredAt;
}

/** What an event says beside that it took place: nothing, of most. */
function changes(state: DossierState, event: DossierEvent, at: Instant): Partial<DossierState> {
  const { type, data } = event;
  if (type === 'StepStarted' || type === 'StepCompleted') return worked(state, event, at);
  if (type === 'DossierReceived') return received(state, data, at);
  if (type === 'DossierSubmitted') return submitted(state, data, at);
  if (type === 'DossierTransferred') return { handlingUnit: data.to ?? state.handlingUnit };
  if (type === 'TransferAcknowledged') return { handlingUnit: data.unit ?? state.handlingUnit };
  if (type === 'SupplementRequested') return { supplements: state.supplements + 1 };
  if (type === 'AppointmentMoved') return moved(state, data);
  if (type === 'DossierDecided') return { decidedAt: state.decidedAt ?? at };
  if (type === 'DossierReturned') return { sentBackAt: state.sentBackAt ?? at };
  if (type === 'DossierStopped') return { stoppedAt: state.stoppedAt ?? at };
  if (type === 'DossierWithdrawn') return { withdrawnAt: state.withdrawnAt ?? at };
  if (type === 'ResultHandedOver') {
    return { handedOverAt: state.handedOverAt ?? at, handlingUnit: state.receivingUnit };
  }
  if (type === 'ResultReturned') return returned(state, data, at);
  return {};
}

function submitted(
  state: DossierState,
  data: DossierEventOf<'DossierSubmitted'>['data'],
  at: Instant,
): Partial<DossierState> {
  return {
    code: state.code ?? data.code,
    procedure: state.procedure ?? data.procedure,
    channel: state.channel ?? data.channel,
    place: state.place ?? data.place,
    solvingUnit: state.solvingUnit ?? data.solvingUnit,
    chosenChannel: state.chosenChannel ?? data.resultChannel,
    submittedAt: state.submittedAt ?? at,
  };
}

/** What the reception says counts before what the submission said. */
function received(
  state: DossierState,
  data: DossierEventOf<'DossierReceived'>['data'],
  at: Instant,
): Partial<DossierState> {
  return {
    code: data.code,
    procedure: data.procedure ?? state.procedure,
    channel: data.channel ?? state.channel,
    place: data.place ?? state.place,
    receivingUnit: data.receivingUnit,
    solvingUnit: data.solvingUnit ?? state.solvingUnit,
    // Work dated before the reception says where it is better than the counter that took it in.
    handlingUnit: state.handlingUnit ?? data.receivingUnit,
    official: data.official,
    receivedAt: state.receivedAt ?? at,
    appointment: state.appointmentMoves > 0 ? state.appointment : data.appointment,
    firstAppointment: data.appointment,
    chosenChannel: data.resultChannel ?? state.chosenChannel,
  };
}

function moved(
  state: DossierState,
  { before, after }: DossierEventOf<'AppointmentMoved'>['data'],
): Partial<DossierState> {
  return {
    appointment: after,
    firstAppointment: state.firstAppointment ?? before,
    appointmentMoves: state.appointmentMoves + 1,
  };
}

function worked(
  { step, handlingUnit }: DossierState,
  { type, data }: DossierEventOf<'StepStarted' | 'StepCompleted'>,
  at: Instant,
): Partial<DossierState> {
  const { step: name, official, unit } = data;
  const isSame = step !== null && step.name === name && step.completedAt === null;
  const [startedAt, completedAt] =
    type === 'StepStarted' ? [at, null] : [isSame ? step.startedAt : null, at];
  return {
    handlingUnit: unit ?? handlingUnit,
    step: { name, official, unit, startedAt, completedAt },
  };
}

function returned(
  state: DossierState,
  { chosenChannel, usedChannel }: DossierEventOf<'ResultReturned'>['data'],
  at: Instant,
): Partial<DossierState> {
  return {
    returnedAt: state.returnedAt ?? at,
    chosenChannel: chosenChannel ?? state.chosenChannel,
    usedChannel: usedChannel ?? state.usedChannel,
  };
}
