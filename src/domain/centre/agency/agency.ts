/**
 * Agencies: what can be on record together of one agency.
 *
 * A list that comes late, or with too few reserves, did come. Refused is only what cannot be true;
 * and, of what is entered live, what is said of an agency that is not there, and the end of what
 * never began. A backfill or an import keeps that.
 */
import { accepted, type Decider, refused } from '../../decider.ts';
import type { Proposal } from '../../entry.ts';
import { validList, waitingList } from './lists.ts';
import { type AgencyState, evolve, unknownAgency } from './state.ts';
import type { AgencyEvent } from './vocabulary.ts';

/**
 * Every reason to refuse, in order of precedence: when several apply, the person is told the first.
 * The first three hold however an entry comes; the others only of what is entered live.
 */
export const agencyRefusals = {
  'agency/withdraws-nothing':
    'A withdrawal names the entry that it takes back. Say which entry was made by mistake.',
  'agency/own-successor':
    'No agency comes before or after itself. Name another agency; if only its name changed, record that.',
  'agency/already-established':
    'This agency is on record. If that entry is wrong, correct it; if something changed, record the change.',
  'agency/not-established':
    'There is no agency of that code on record. Record that it was established first, or check the code.',
  'agency/already-abolished': 'The end of this agency is on record.',
  'agency/ends-before-start':
    'The agency would end before it began. Check the last day, or correct the first.',
  'agency/listed-twice':
    'An official is on this list twice. Name each once, as formal or as reserve.',
  'agency/list-known':
    'A list of that name is on record. Give the new one another name, or revoke the other first.',
  'agency/no-such-list':
    'No such list is on record that this could be about. Record the list first, or check its name.',
} as const;

export type AgencyRefusal = keyof typeof agencyRefusals;

export const agencyDecider: Decider<AgencyState, AgencyEvent, AgencyRefusal> = {
  initial: unknownAgency,
  refusals: agencyRefusals,
  decide(proposed, state) {
    const because =
      incoherent(proposed, state) ??
      (proposed.recordedVia.mode === 'live' ? incoherentLive(proposed, state) : null);
    return because === null ? accepted : refused(because);
  },
  evolve,
};

/** What cannot be true, whoever says it. Whether it succeeds itself is known from its stream: see `family.ts`. */
function incoherent(
  { type, corrects }: Proposal<AgencyEvent>,
  { establishedAt }: AgencyState,
): AgencyRefusal | null {
  if (type === 'EntryWithdrawn' && corrects === null) return 'agency/withdraws-nothing';
  if (type === 'AgencyEstablished' && establishedAt !== null) return 'agency/already-established';
  return null;
}

/** What an operator who enters it as it happens is asked to look at again. */
function incoherentLive(event: AgencyEvent, state: AgencyState): AgencyRefusal | null {
  const { type } = event;
  if (type === 'EntryWithdrawn' || type === 'AgencyEstablished') return null;
  if (state.establishedAt === null) return 'agency/not-established';
  return type === 'AgencyAbolished' ? endRefused(event.data.to, state) : listRefused(event, state);
}

function endRefused(to: string | null, { abolishedAt, from }: AgencyState): AgencyRefusal | null {
  if (abolishedAt !== null) return 'agency/already-abolished';
  return to !== null && from !== null && to < from ? 'agency/ends-before-start' : null;
}

function listRefused({ type, data }: AgencyEvent, { lists }: AgencyState): AgencyRefusal | null {
  if ('people' in data && data.people !== null && isListedTwice(data.people)) {
    return 'agency/listed-twice';
  }
  if (type === 'StaffListSubmitted' && data.list !== null) {
    const known = waitingList(lists, data.list) ?? validList(lists, data.list);
    return known?.list === data.list ? 'agency/list-known' : null;
  }
  if (type === 'StaffListApproved' && data.list !== null) {
    return validList(lists, data.list)?.list === data.list ? 'agency/list-known' : null;
  }
  if (type === 'StaffListReturned' && waitingList(lists, data.list) === null) {
    return 'agency/no-such-list';
  }
  if (type === 'StaffListRevoked' && validList(lists, data.list) === null) {
    return 'agency/no-such-list';
  }
  return null;
}

function isListedTwice(people: readonly { readonly official: string }[]): boolean {
  return new Set(people.map(({ official }) => official)).size < people.length;
}
