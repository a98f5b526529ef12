/**
 * A bank statement as people see it: what came in, and how much of it is matched to receipts.
 *
 * An entry that the bank's file names twice is kept once, as it was first told, and counted.
 */
import type { Proposal } from '../../entry.ts';
import type { AgencyCode, CalendarDate, Instant, Money } from '../../units.ts';
import { sumIn } from '../sums.ts';
import type { Allocation, StatementEvent, StatementEventOf } from './vocabulary.ts';

export type StatementState = {
  readonly opened: Opened | null;
  /** How often it was opened. */
  readonly openings: number;
  /** By what the bank calls them, in the order of happening. */
  readonly credits: ReadonlyMap<string, BankEntry>;
  readonly debits: ReadonlyMap<string, BankEntry>;
  /** Those that were not undone, by name. */
  readonly matches: ReadonlyMap<string, Match>;
};

export type Opened = {
  readonly bank: string | null;
  readonly holder: AgencyCode | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly opening: Money | null;
  readonly closing: Money | null;
};

export type BankEntry = {
  readonly at: Instant;
  readonly bookedOn: CalendarDate | null;
  readonly valueDate: CalendarDate | null;
  readonly amount: Money;
  readonly balance: Money | null;
  readonly reference: string | null;
  /** How often it was recorded. */
  readonly times: number;
  /** Of a credit: why it was last said that no receipt fits; null where it was not. */
  readonly left: LeftBecause | null;
};

export type LeftBecause = NonNullable<StatementEventOf<'CreditLeftUnmatched'>['data']['reason']>;

export type Match = { readonly at: Instant; readonly allocations: readonly Allocation[] };

export const unknownStatement: StatementState = {
  opened: null,
  openings: 0,
  credits: new Map(),
  debits: new Map(),
  matches: new Map(),
};

/** The statement after one more event. Total: it never throws and never judges. */
export function evolve(state: StatementState, event: Proposal<StatementEvent>): StatementState {
  const draft = draftOf(state);
  apply(draft, event);
  return draft;
}

/**
 * A statement folded from its timeline: `evolve` over all of it, in time that grows with its length
 * alone, for a statement may have many thousand entries.
 */
export function foldAll(events: Iterable<Proposal<StatementEvent>>): StatementState {
  const draft = draftOf(unknownStatement);
  for (const event of events) apply(draft, event);
  return draft;
}

type Draft = {
  opened: Opened | null;
  openings: number;
  credits: Map<string, BankEntry>;
  debits: Map<string, BankEntry>;
  matches: Map<string, Match>;
};

function draftOf({ opened, openings, credits, debits, matches }: StatementState): Draft {
  return {
    opened,
    openings,
    credits: new Map(credits),
    debits: new Map(debits),
    matches: new Map(matches),
  };
}

function apply(draft: Draft, event: Proposal<StatementEvent>): void {
  const { type, data, occurredAt: at } = event;
  if (type === 'StatementOpened') {
    const { bank, holder, from, to, opening, closing } = data;
    draft.opened = { bank, holder, from, to, opening, closing };
    draft.openings += 1;
  } else if (type === 'BankCreditRecorded') {
    record(draft.credits, data.credit, entryOf(data, at));
  } else if (type === 'BankDebitRecorded') {
    record(draft.debits, data.debit, entryOf(data, at));
  } else if (type === 'CreditMatched') {
    const before = draft.matches.get(data.match);
    draft.matches.set(data.match, {
      at: before?.at ?? at,
      allocations: [...(before?.allocations ?? []), ...data.allocations],
    });
    for (const { credit } of data.allocations) leave(draft, credit, null);
  } else if (type === 'CreditMatchUndone') {
    draft.matches.delete(data.match);
  } else if (type === 'CreditLeftUnmatched') {
    leave(draft, data.credit, data.reason ?? 'other');
  }
}

function entryOf(
  data: StatementEventOf<'BankCreditRecorded' | 'BankDebitRecorded'>['data'],
  at: Instant,
): BankEntry {
  const { bookedOn, valueDate, amount, balance, reference } = data;
  return { at, bookedOn, valueDate, amount, balance, reference, times: 1, left: null };
}

function record(entries: Map<string, BankEntry>, id: string, entry: BankEntry): void {
  const known = entries.get(id);
  entries.set(id, known === undefined ? entry : { ...known, times: known.times + 1 });
}

function leave({ credits }: Draft, id: string, left: LeftBecause | null): void {
  const known = credits.get(id);
  if (known !== undefined) credits.set(id, { ...known, left });
}

/** What of each credit pays receipts, by what the bank calls it; a credit that pays none is not in it. */
export function allocationsOf({
  matches,
}: StatementState): ReadonlyMap<string, readonly Allocation[]> {
  const all = [...matches.values()].flatMap(({ allocations }) => allocations);
  return Map.groupBy(all, ({ credit }) => credit);
}

/** How much of a credit is matched, in minor units of its currency. */
export function matchedOf({ amount }: BankEntry, allocations: readonly Allocation[] = []): number {
  return sumIn(
    allocations.map((one) => one.amount),
    amount.currency,
  );
}

export const creditStatuses = ['open', 'partly-matched', 'matched', 'overmatched', 'left'] as const;
export type CreditStatus = (typeof creditStatuses)[number];

/** @param matched in minor units of the credit's currency. */
export function creditStatus({ amount, left }: BankEntry, matched: number): CreditStatus {
  if (matched > amount.amount) return 'overmatched';
  if (matched === amount.amount && matched > 0) return 'matched';
  if (left !== null) return 'left';
  return matched > 0 ? 'partly-matched' : 'open';
}
