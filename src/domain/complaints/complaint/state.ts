/**
 * A complaint as people see it: what its events, in the order of happening and with corrections
 * applied, come to.
 *
 * Where something happened more than once, an instant here is that of the first time since the
 * complaint was received, or last reopened: that is where its terms are counted from.
 */
import type { Proposal } from '../../entry.ts';
import type {
  AgencyCode,
  CalendarDate,
  DossierCode,
  Instant,
  OfficialId,
  RecordId,
} from '../../units.ts';
import { type End, endOf, isQuestion, type Question } from './causes.ts';
import type {
  ComplaintEvent,
  ComplaintEventOf,
  Kind,
  Matter,
  ReceivedBy,
  Remedy,
  Subject,
  Verdict,
} from './vocabulary.ts';

export type ComplaintState = {
  /** What it turned out to be; until then, what it was received as. */
  readonly kind: Kind | null;
  readonly channel: ReceivedBy | null;
  readonly about: Subject | null;
  readonly matter: Matter | null;
  readonly againstOfficial: OfficialId | null;
  readonly againstAgency: AgencyCode | null;
  readonly dossier: DossierCode | null;
  readonly earlier: RecordId | null;
  readonly remote: boolean | null;
  /** Where it is now: who took it up, or the agency to which it was last forwarded; null: the centre. */
  readonly agency: AgencyCode | null;
  /** The last day of the term, as it was last stated. */
  readonly due: CalendarDate | null;
  readonly degree: 'complex' | 'very-complex' | null;
  readonly receivedAt: Instant | null;
  readonly reopenedAt: Instant | null;
  readonly reopenings: number;
  readonly classifiedAt: Instant | null;
  readonly forwardedAt: Instant | null;
  readonly reportedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  /** Null also where it goes on again. */
  readonly suspendedAt: Instant | null;
  readonly suspensions: number;
  readonly urged: number;
  readonly resolvedAt: Instant | null;
  readonly verdict: Verdict | null;
  readonly remedies: readonly Remedy[] | null;
  readonly declinedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  /** Answered on a portal, or replied to. */
  readonly repliedAt: Instant | null;
  readonly repliedInWriting: boolean;
  readonly outcomeCopiedAt: Instant | null;
  readonly publishedAt: Instant | null;
  readonly escalatedAt: Instant | null;
  readonly escalatedTo: ComplaintEventOf<'ComplaintEscalated'>['data']['to'] | null;
  readonly lastActivityAt: Instant | null;
  /** The ends that it has come to since it was received or reopened. */
  readonly ended: readonly Ended[];
  /** What answers can be to. */
  readonly asked: readonly Asked[];
};

export type Ended = { readonly type: End; readonly at: Instant };

export type Asked = {
  readonly type: Question;
  readonly reference: string | null;
  readonly at: Instant;
};

/** What begins anew when a complaint is reopened. */
const unsettled = {
  acceptedAt: null,
  due: null,
  degree: null,
  suspendedAt: null,
  resolvedAt: null,
  verdict: null,
  remedies: null,
  declinedAt: null,
  withdrawnAt: null,
  repliedAt: null,
  repliedInWriting: false,
  outcomeCopiedAt: null,
  publishedAt: null,
  ended: [],
} satisfies Partial<ComplaintState>;

export const unknownComplaint: ComplaintState = {
  ...unsettled,
  kind: null,
  channel: null,
  about: null,
  matter: null,
  againstOfficial: null,
  againstAgency: null,
  dossier: null,
  earlier: null,
  remote: null,
  agency: null,
  receivedAt: null,
  reopenedAt: null,
  reopenings: 0,
  classifiedAt: null,
  forwardedAt: null,
  reportedAt: null,
  suspensions: 0,
  urged: 0,
  escalatedAt: null,
  escalatedTo: null,
  lastActivityAt: null,
  asked: [],
};

/** The complaint after one more event. Total: it never throws and never judges. */
export function evolve(state: ComplaintState, event: Proposal<ComplaintEvent>): ComplaintState {
  if (event.type === 'EntryWithdrawn') return state; // about the record, not about the complaint
  const { occurredAt: at } = event;
  const end = endOf(event);
  const { lastActivityAt } = state;
  return {
    ...state,
    ended: end === null ? state.ended : [...state.ended, { type: end, at }],
    asked: isQuestion(event)
      ? [...state.asked, { type: event.type, reference: event.data.reference, at }]
      : state.asked,
    lastActivityAt: lastActivityAt !== null && lastActivityAt > at ? lastActivityAt : at,
    ...changes(state, event, at),
  };
}

/** What an event says beside that it took place: nothing, of some. */
function changes(
  state: ComplaintState,
  event: ComplaintEvent,
  at: Instant,
): Partial<ComplaintState> {
  const { type, data } = event;
  if (type === 'ComplaintReceived') return received(state, data, at);
  if (type === 'ComplaintClassified') {
    return {
      classifiedAt: state.classifiedAt ?? at,
      matter: data.matter ?? state.matter,
      kind: data.kind ?? state.kind,
      about: data.about ?? state.about,
    };
  }
  if (type === 'ComplaintForwarded') {
    return {
      forwardedAt: state.forwardedAt ?? at,
      agency: data.why === 'to-know' ? state.agency : (data.to ?? state.agency),
      due: data.due ?? state.due,
    };
  }
  if (type === 'ComplaintReportedUpward') return { reportedAt: state.reportedAt ?? at };
  if (type === 'ComplaintAccepted') {
    return {
      acceptedAt: state.acceptedAt ?? at,
      agency: data.unit ?? state.agency,
      due: data.due ?? state.due,
    };
  }
  return { ...delaying(state, event, at), ...closing(state, event, at) };
}

/** What is said of its term, of urging, and of what comes after an end. */
function delaying(
  state: ComplaintState,
  { type, data }: ComplaintEvent,
  at: Instant,
): Partial<ComplaintState> {
  if (type === 'ComplaintAgencyUrged') return { urged: state.urged + 1 };
  if (type === 'ComplaintDeclaredComplex') {
    return { degree: data.degree, due: data.until ?? state.due };
  }
  if (type === 'ComplaintSuspended') {
    return { suspendedAt: state.suspendedAt ?? at, suspensions: state.suspensions + 1 };
  }
  if (type === 'ComplaintResumed') return { suspendedAt: null };
  if (type === 'ComplaintReopened') {
    return { ...unsettled, reopenedAt: at, reopenings: state.reopenings + 1 };
  }
  if (type === 'ComplaintEscalated') {
    return { escalatedAt: state.escalatedAt ?? at, escalatedTo: data.to };
  }
  return {};
}

/** What is said of the end of a complaint, and to whom. */
function closing(
  state: ComplaintState,
  { type, data }: ComplaintEvent,
  at: Instant,
): Partial<ComplaintState> {
  if (type === 'ComplaintResolved' || type === 'PostalComplaintSettled') {
    const { verdict, remedies } = data;
    return { resolvedAt: state.resolvedAt ?? at, verdict, remedies };
  }
  if (type === 'ComplaintDeclined') return { declinedAt: state.declinedAt ?? at };
  if (type === 'ComplaintWithdrawn' && data.whole !== false) {
    return { withdrawnAt: state.withdrawnAt ?? at };
  }
  if (type === 'ComplaintReplied') {
    const repliedInWriting = state.repliedInWriting || data.written === true;
    return { repliedAt: state.repliedAt ?? at, repliedInWriting };
  }
  if (type === 'ComplaintAnswered') return { repliedAt: state.repliedAt ?? at };
  if (type === 'ComplaintOutcomeCopied') return { outcomeCopiedAt: state.outcomeCopiedAt ?? at };
  if (type === 'ComplaintOutcomePublished') return { publishedAt: state.publishedAt ?? at };
  return {};
}

/** What it turned out to be may be dated before its reception, and counts all the same. */
function received(
  state: ComplaintState,
  data: ComplaintEventOf<'ComplaintReceived'>['data'],
  at: Instant,
): Partial<ComplaintState> {
  return {
    kind: state.kind ?? data.kind,
    channel: data.channel,
    about: state.about ?? data.about,
    againstOfficial: data.againstOfficial,
    againstAgency: data.againstAgency,
    dossier: data.dossier,
    earlier: data.earlier,
    remote: data.remote,
    receivedAt: state.receivedAt ?? at,
  };
}
