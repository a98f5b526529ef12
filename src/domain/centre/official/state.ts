/**
 * An official as people see them: what the events on their record, in the order of happening and with
 * corrections applied, come to.
 */
import type { Proposal } from '../../entry.ts';
import type { AgencyCode, CalendarDate, Instant } from '../../units.ts';
import { type Authority, authoritiesAfter } from './authorities.ts';
import { type Posting, postingsAfter } from './postings.ts';
import type { OfficialEvent, OfficialEventOf } from './vocabulary.ts';

export type OfficialState = {
  readonly name: string | null;
  readonly title: string | null;
  readonly telephone: string | null;
  readonly field: string | null;
  /** The home agency. */
  readonly agency: AgencyCode | null;
  readonly registeredAt: Instant | null;
  readonly accounts: readonly Account[];
  readonly postings: readonly Posting[];
  readonly offices: readonly Held[];
  readonly authorities: readonly Authority[];
  /** The remarks, ratings and classes, in the order in which they were given. */
  readonly judgements: readonly Judgement[];
  readonly lastReviewedAt: Instant | null;
  readonly initiatives: number;
  readonly proposals: number;
  readonly rewards: number;
  readonly lastActivityAt: Instant | null;
};

export type Account = {
  readonly account: string;
  readonly system: string | null;
  readonly issuedAt: Instant;
  readonly closedAt: Instant | null;
};

/** An office at the centre. */
export type Held = {
  readonly office: OfficialEventOf<'OfficeTaken'>['data']['office'];
  readonly section: string | null;
  readonly fullTime: boolean | null;
  readonly from: CalendarDate | null;
  readonly takenAt: Instant;
  readonly to: CalendarDate | null;
  readonly leftAt: Instant | null;
};

export type Judgement = {
  readonly what: 'remark' | 'rating' | 'class';
  readonly year: string | null;
  /** Of a class, its name in the centre's criteria. */
  readonly grade: string | null;
  readonly at: Instant;
};

export const unknownOfficial: OfficialState = {
  name: null,
  title: null,
  telephone: null,
  field: null,
  agency: null,
  registeredAt: null,
  accounts: [],
  postings: [],
  offices: [],
  authorities: [],
  judgements: [],
  lastReviewedAt: null,
  initiatives: 0,
  proposals: 0,
  rewards: 0,
  lastActivityAt: null,
};

/** The official after one more event. Total: it never throws and never judges. */
export function evolve(state: OfficialState, event: Proposal<OfficialEvent>): OfficialState {
  if (event.type === 'EntryWithdrawn') return state; // about the record, not about the official
  const { occurredAt: at } = event;
  const last = state.lastActivityAt;
  return {
    ...state,
    ...changes(state, event),
    postings: postingsAfter(state.postings, event),
    authorities: authoritiesAfter(state.authorities, event),
    lastActivityAt: last !== null && last > at ? last : at,
  };
}

function changes(state: OfficialState, event: Proposal<OfficialEvent>): Partial<OfficialState> {
  const { type, data, occurredAt: at } = event;
  if (type === 'OfficialRegistered') {
    return { ...details(state, data), name: data.name, registeredAt: state.registeredAt ?? at };
  }
  if (type === 'OfficialDetailsChanged') return details(state, data);
  if (type === 'AccountIssued') {
    const { account, system } = data;
    const issued = { account, system, issuedAt: at, closedAt: null };
    return { accounts: [...state.accounts, issued] };
  }
  if (type === 'AccountClosed') return { accounts: closed(state.accounts, data, at) };
  if (type === 'OfficeTaken') {
    const { office, section, fullTime, from } = data;
    const held = { office, section, fullTime, from, takenAt: at, to: null, leftAt: null };
    return { offices: [...state.offices, held] };
  }
  if (type === 'OfficeLeft') return { offices: left(state.offices, data, at) };
  if (type === 'CentreRemarkGiven') return judged(state, 'remark', data.year, data.grade, at);
  if (type === 'OfficialRated') return judged(state, 'rating', data.year, data.grade, at);
  if (type === 'OfficialClassed') {
    return judged(state, 'class', data.period?.from.slice(0, 4) ?? null, data.class, at);
  }
  if (type === 'OfficialReviewed') return { lastReviewedAt: at };
  if (type === 'InitiativeRecorded') return { initiatives: state.initiatives + 1 };
  if (type === 'MeritProposed') return { proposals: state.proposals + 1 };
  if (type === 'OfficialRewarded') return { rewards: state.rewards + 1 };
  return {};
}

/** What is not stated has not changed. */
function details(
  state: OfficialState,
  data: OfficialEventOf<'OfficialRegistered' | 'OfficialDetailsChanged'>['data'],
): Partial<OfficialState> {
  return {
    name: data.name ?? state.name,
    title: data.title ?? state.title,
    telephone: data.telephone ?? state.telephone,
    field: data.field ?? state.field,
    agency: data.agency ?? state.agency,
  };
}

export const officialFlaws = ['not-registered'] as const;
export type OfficialFlaw = (typeof officialFlaws)[number];

/** What is missing of who they are: kept from a backfill or an import, and listed. */
export function flawOf({ registeredAt }: Pick<OfficialState, 'registeredAt'>): OfficialFlaw | null {
  return registeredAt === null ? 'not-registered' : null;
}

/** The account that is open under that name; where the system is not known, in whichever it is. */
export function openAccount(
  accounts: readonly Account[],
  { account, system }: { readonly account: string; readonly system: string | null },
): Account | null {
  const found = accounts.findLast(
    (one) =>
      one.closedAt === null &&
      one.account === account &&
      (system === null || one.system === null || one.system === system),
  );
  return found ?? null;
}

function closed(
  accounts: readonly Account[],
  data: OfficialEventOf<'AccountClosed'>['data'],
  at: Instant,
): readonly Account[] {
  const open = openAccount(accounts, data);
  return accounts.map((one) => (one === open ? { ...one, closedAt: at } : one));
}

/** The office of that name that is held; null where none is. */
export function openOffice(
  offices: readonly Held[],
  { office, section }: { readonly office: Held['office']; readonly section: string | null },
): Held | null {
  const found = offices.findLast(
    (one) =>
      one.leftAt === null &&
      one.office === office &&
      (section === null || one.section === null || one.section === section),
  );
  return found ?? null;
}

function left(
  offices: readonly Held[],
  data: OfficialEventOf<'OfficeLeft'>['data'],
  at: Instant,
): readonly Held[] {
  const open = openOffice(offices, data);
  return offices.map((one) => (one === open ? { ...one, to: data.to, leftAt: at } : one));
}

function judged(
  { judgements }: OfficialState,
  what: Judgement['what'],
  year: string | null,
  grade: string | null,
  at: Instant,
): Partial<OfficialState> {
  return { judgements: [...judgements, { what, year, grade, at }] };
}
