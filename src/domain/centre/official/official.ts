/**
 * Officials: what can be on record together of one official.
 *
 * A posting that is too short, a rating without a remark, a reserve whom nobody approved did happen,
 * so it is recorded, and the rules say what was wrong with it. Two postings at once are recorded too.
 * Refused is only what cannot be true; and, of what is entered live, what is said of somebody who is
 * not registered, and the end of what never began. A backfill or an import keeps that.
 */
import { accepted, type Decider, refused } from '../../decider.ts';
import type { Proposal } from '../../entry.ts';
import { latestOf } from '../../latest.ts';
import { type Instant, millisecondsOf } from '../../units.ts';
import { type Authority, openAuthority } from './authorities.ts';
import { meant, openPosting } from './postings.ts';
import { evolve, type OfficialState, openAccount, openOffice, unknownOfficial } from './state.ts';
import type { OfficialEvent } from './vocabulary.ts';

/**
 * Every reason to refuse, in order of precedence: when several apply, the person is told the first.
 * The first two hold however an entry comes; the others only of what is entered live.
 */
export const officialRefusals = {
  'official/withdraws-nothing':
    'A withdrawal names the entry that it takes back. Say which entry was made by mistake.',
  'official/already-registered':
    'This official is registered. If that entry is wrong, correct it; if something changed, record the change.',
  'official/not-registered':
    'Nobody is registered under this number. Register the official first, or check the number.',
  'official/account-open':
    'The official holds this account. Close it first, or check its name and system.',
  'official/no-such-account':
    'The official holds no such account. Record that it was issued first, or check its name and system.',
  'official/posting-known':
    'A posting of that name is on record. If it goes on longer, record the extension.',
  'official/no-such-posting':
    'No such posting of this official is open. Record the posting first, or check its name.',
  'official/office-held':
    'The official holds this office. If they left it in between, record that first.',
  'official/no-such-office':
    'The official holds no such office. Record when they took it first, or check which it is.',
  'official/authority-known':
    'An authority of that name is in force. End it first, or give the new one another name.',
  'official/no-such-authority':
    'No such authority of this official is in force. Record that it was given first, or check its name.',
  'official/effect-before-cause':
    'This is said to have happened before what it follows from. Check the time.',
} as const;

export type OfficialRefusal = keyof typeof officialRefusals;

export const officialDecider: Decider<OfficialState, OfficialEvent, OfficialRefusal> = {
  initial: unknownOfficial,
  refusals: officialRefusals,
  decide(proposed, state) {
    const because =
      incoherent(proposed, state) ??
      (proposed.recordedVia.mode === 'live' ? incoherentLive(proposed, state) : null);
    return because === null ? accepted : refused(because);
  },
  evolve,
};

/** What cannot be true, whoever says it. */
function incoherent(
  { type, corrects }: Proposal<OfficialEvent>,
  { registeredAt }: OfficialState,
): OfficialRefusal | null {
  if (type === 'EntryWithdrawn' && corrects === null) return 'official/withdraws-nothing';
  if (type === 'OfficialRegistered' && registeredAt !== null) return 'official/already-registered';
  return null;
}

/** What an operator who enters it as it happens is asked to look at again. */
function incoherentLive(
  proposed: Proposal<OfficialEvent>,
  state: OfficialState,
): OfficialRefusal | null {
  const { type } = proposed;
  if (type === 'EntryWithdrawn' || type === 'OfficialRegistered') return null;
  if (state.registeredAt === null) return 'official/not-registered';
  const again = beginsAgain(proposed, state);
  if (again !== null) return again;
  const cause = causeOf(proposed, state);
  if (cause === null) return null;
  if ('missing' in cause) return cause.missing;
  return latestOf(proposed) < millisecondsOf(cause.at) ? 'official/effect-before-cause' : null;
}

/** What begins although one of that name goes on. */
function beginsAgain(
  { type, data }: OfficialEvent,
  { accounts, postings, offices, authorities }: OfficialState,
): OfficialRefusal | null {
  if (type === 'AccountIssued' && openAccount(accounts, data) !== null) {
    return 'official/account-open';
  }
  if (type === 'OfficialPosted' && postings.some((one) => isSame(one.posting, data.posting))) {
    return 'official/posting-known';
  }
  if (type === 'OfficeTaken' && openOffice(offices, data) !== null) return 'official/office-held';
  if (type === 'AuthorityDelegated' && isInForce(authorities, data.authority)) {
    return 'official/authority-known';
  }
  return null;
}

function isInForce(authorities: readonly Authority[], name: string | null): boolean {
  return authorities.some((one) => one.endedAt === null && isSame(one.authority, name));
}

function isSame(one: string | null, other: string | null): boolean {
  return one !== null && one === other;
}

/** When that began which an event ends or changes, or the refusal where there is no such thing. */
type Cause = { readonly at: Instant } | { readonly missing: OfficialRefusal };

/** Null for an event that ends and changes nothing, or that may come before what it is about. */
function causeOf(
  { type, data }: OfficialEvent,
  { accounts, postings, offices, authorities }: OfficialState,
): Cause | null {
  if (type === 'AccountClosed') {
    return begun(openAccount(accounts, data)?.issuedAt, 'official/no-such-account');
  }
  if (type === 'PostingExtended' || type === 'PostingEnded') {
    return begun(openPosting(postings, data.posting)?.postedAt, 'official/no-such-posting');
  }
  if (type === 'PostingStandardsStated' && meant(postings, data.posting) === null) {
    return { missing: 'official/no-such-posting' };
  }
  if (type === 'OfficeLeft') {
    return begun(openOffice(offices, data)?.takenAt, 'official/no-such-office');
  }
  if (type === 'AuthorityEnded') {
    return begun(openAuthority(authorities, data.authority)?.givenAt, 'official/no-such-authority');
  }
  return null;
}

function begun(at: Instant | undefined, missing: OfficialRefusal): Cause {
  return at === undefined ? { missing } : { at };
}
