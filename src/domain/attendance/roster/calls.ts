/**
 * What a centre asks of the agencies: another official, more or fewer of them, or that one comes; with
 * the answer, and what was done.
 */
import type { Proposal } from '../../entry.ts';
import type { AgencyCode, Instant, OfficialId } from '../../units.ts';
import type { RosterEvent } from './vocabulary.ts';

export type Call = {
  readonly about: 'replacement' | 'staffing-change' | 'visit';
  /** Names what was asked together with its answer. */
  readonly reference: string | null;
  readonly agency: AgencyCode | null;
  /** Who is to be replaced, or to come. */
  readonly official: OfficialId | null;
  /** Of a change of their number. */
  readonly change: 'more' | 'fewer' | null;
  readonly askedAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly outcome: string | null;
  /** When the other official, the other number, or whoever was called was there. */
  readonly doneAt: Instant | null;
};

/** What each event is to a call: it asks, answers, or is what was asked for. */
const parts = {
  ReplacementAsked: ['replacement', 'asked'],
  ReplacementAnswered: ['replacement', 'answered'],
  OfficialReplaced: ['replacement', 'done'],
  StaffingChangeAsked: ['staffing-change', 'asked'],
  StaffingChangeAnswered: ['staffing-change', 'answered'],
  StaffingChanged: ['staffing-change', 'done'],
  OfficialSummoned: ['visit', 'asked'],
  SummonedOfficialArrived: ['visit', 'done'],
} as const satisfies Partial<Record<RosterEvent['type'], readonly [Call['about'], string]>>;

type CallType = keyof typeof parts;
type CallEvent = Extract<RosterEvent, { readonly type: CallType }>;

/** What the event is to a call; null: nothing. */
export function calledBy(
  event: RosterEvent,
): { readonly about: Call['about']; readonly part: 'asked' | 'answered' | 'done' } | null {
  if (!isCallEvent(event)) return null;
  const [about, part] = parts[event.type];
  return { about, part };
}

function isCallEvent<Event extends RosterEvent>(event: Event): event is Event & CallEvent {
  return Object.hasOwn(parts, event.type);
}

/** The name that the event gives to what was asked; null where it gives none, or is about no call. */
export function referenceOf(event: RosterEvent): string | null {
  return isCallEvent(event) ? event.data.reference : null;
}

/**
 * Whether the event is on the record of what it answers, whenever it comes. An agency may also replace
 * its official, or send more of them, without being asked.
 */
export function answersACall(event: RosterEvent): boolean {
  const call = calledBy(event);
  if (call === null || call.part === 'asked') return false;
  const isByItself = event.type === 'OfficialReplaced' || event.type === 'StaffingChanged';
  return !isByItself || referenceOf(event) !== null;
}

/** The calls on record that the event may belong to: of its reference, or those of which none is known. */
export function callsFor(calls: readonly Call[], event: RosterEvent): readonly Call[] {
  const told = calledBy(event);
  const reference = referenceOf(event);
  return calls.filter(
    (one) =>
      one.about === told?.about &&
      one.askedAt !== null &&
      (reference === null || one.reference === null || one.reference === reference),
  );
}

/** The calls after one more event: it belongs to the first that still waits for it, or else stands by itself. */
export function callsAfter(calls: readonly Call[], event: Proposal<RosterEvent>): readonly Call[] {
  const told = calledBy(event);
  if (told === null || !isCallEvent(event)) return calls;
  const { part } = told;
  const mayBeOf = answersACall(event) ? callsFor(calls, event) : [];
  const call = mayBeOf.find((one) =>
    part === 'done' ? one.doneAt === null : one.answeredAt === null,
  );
  const said = saidBy(event, part);
  if (call === undefined) return [...calls, { ...nothing, about: told.about, ...said }];
  const { reference, agency, official, change } = call;
  const merged = {
    ...call,
    ...said,
    reference,
    agency: agency ?? said.agency,
    official: official ?? said.official,
    change: change ?? said.change,
  };
  return calls.map((one) => (one === call ? merged : one));
}

const nothing = { askedAt: null, answeredAt: null, outcome: null, doneAt: null } as const;

function saidBy(event: Proposal<CallEvent>, part: 'asked' | 'answered' | 'done') {
  const { data, occurredAt: at } = event;
  return {
    reference: data.reference,
    agency: data.agency,
    official: 'official' in data ? data.official : null,
    change: 'change' in data ? data.change : null,
    ...(part === 'asked' && { askedAt: at }),
    ...(part === 'answered' && { answeredAt: at }),
    ...(part === 'done' && { doneAt: at }),
    ...('outcome' in data && { outcome: data.outcome }),
  };
}
