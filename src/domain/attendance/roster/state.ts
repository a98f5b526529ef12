/**
 * A centre's roster of a month as people see it: what its events, in the order of happening and with
 * corrections applied, come to.
 */
import type { Proposal } from '../../entry.ts';
import type { AgencyCode, CalendarDate, Instant, OfficialId } from '../../units.ts';
import { type Board, changedBoard, emptyBoard, publishedOn } from './board.ts';
import { type Call, calledBy, callsAfter } from './calls.ts';
import type { RosterEvent, RosterEventOf } from './vocabulary.ts';

export type RosterState = {
  readonly board: Board;
  /** Counters that agencies share, as the rosters name them. */
  readonly combined: readonly string[];
  readonly announced: readonly Announced[];
  readonly turns: readonly Turn[];
  readonly handovers: readonly Handover[];
  /** What was asked of agencies, with what came of it. */
  readonly calls: readonly Call[];
  /** How often a counter was found without anyone. */
  readonly unstaffed: number;
  readonly lastActivityAt: Instant | null;
};

export type Announced = {
  readonly counter: string | null;
  readonly from: CalendarDate;
  readonly agencies: readonly AgencyCode[];
  readonly at: Instant;
};

/** A turn of the rotation: one that was told, one that was taken, or both. */
export type Turn = {
  readonly agency: AgencyCode;
  readonly official: OfficialId | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  /** The first time that the agency was told. */
  readonly notifiedAt: Instant | null;
  readonly takenAt: Instant | null;
};

export type Handover = {
  readonly giver: OfficialId;
  readonly receiver: OfficialId;
  readonly turnEnds: CalendarDate | null;
  readonly document: string | null;
  readonly at: Instant;
};

export const emptyRoster: RosterState = {
  board: emptyBoard,
  combined: [],
  announced: [],
  turns: [],
  handovers: [],
  calls: [],
  unstaffed: 0,
  lastActivityAt: null,
};

/** The roster after one more event. Total: it never throws and never judges. */
export function evolve(state: RosterState, event: Proposal<RosterEvent>): RosterState {
  if (event.type === 'EntryWithdrawn') return state; // about the record, not about the roster
  const { occurredAt: at } = event;
  const last = state.lastActivityAt;
  const isCall = calledBy(event) !== null;
  return {
    ...state,
    ...(isCall ? { calls: callsAfter(state.calls, event) } : changes(state, event)),
    lastActivityAt: last !== null && last > at ? last : at,
  };
}

function changes(state: RosterState, event: Proposal<RosterEvent>): Partial<RosterState> {
  const { type, data, occurredAt: at } = event;
  if (type === 'RosterPublished') {
    const combined = [...new Set([...state.combined, ...(data.combined ?? [])])];
    return { board: publishedOn(state.board, data.lines), combined };
  }
  if (type === 'RosterChanged') return { board: changedBoard(state.board, data) };
  if (type === 'RosterAnnounced') {
    const { counter, from, agencies } = data;
    return { announced: [...state.announced, { counter, from, agencies, at }] };
  }
  if (type === 'RotationNotified') return { turns: turnsWith(state, data, { notifiedAt: at }) };
  if (type === 'RotationTurnTaken') return { turns: turnsWith(state, data, { takenAt: at }) };
  if (type === 'HandoverSigned') {
    const { giver, receiver, turnEnds, document } = data;
    return { handovers: [...state.handovers, { giver, receiver, turnEnds, document, at }] };
  }
  if (type === 'CounterFoundUnstaffed') return { unstaffed: state.unstaffed + 1 };
  return {};
}

/** A turn that is told and taken is one, by its agency and its first day. */
function turnsWith(
  { turns }: RosterState,
  data: RosterEventOf<'RotationNotified' | 'RotationTurnTaken'>['data'],
  when: Partial<Pick<Turn, 'notifiedAt' | 'takenAt'>>,
): readonly Turn[] {
  const { agency, official, from, to } = data;
  const known = turns.find((one) => one.agency === agency && one.from === from);
  if (known === undefined) {
    return [...turns, { agency, official, from, to, notifiedAt: null, takenAt: null, ...when }];
  }
  const merged: Turn = {
    ...known,
    official: official ?? known.official,
    to: to ?? known.to,
    notifiedAt: known.notifiedAt ?? when.notifiedAt ?? null,
    takenAt: known.takenAt ?? when.takenAt ?? null,
  };
  return turns.map((one) => (one === known ? merged : one));
}
