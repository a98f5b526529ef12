/**
 * A receipt as people see it: what its events, in the order of happening and with corrections
 * applied, come to.
 *
 * A number may have been used twice, however wrong that is: each use is kept by itself. A voiding or a
 * refund is of the last use before it that stands.
 */
import type { Proposal } from '../../entry.ts';
import type {
  AgencyCode,
  DossierCode,
  Instant,
  Money,
  OfficialId,
  ProcedureCode,
} from '../../units.ts';
import { sumIn } from '../sums.ts';
import type { ChargedItem, CollectionPlace, Method, MoneyKind } from '../vocabulary/fields.ts';
import type { ReceiptEvent, ReceiptEventOf } from './vocabulary.ts';

export type ReceiptState = {
  /** Each time that the number was issued, first to last. */
  readonly uses: readonly Use[];
  /** How often the number was voided. */
  readonly voids: number;
  /** When it was first voided while nothing stood under it: a spoiled form, or a number voided twice. */
  readonly voidedUnusedAt: Instant | null;
  /** Of the charge, where it is known before a receipt is. */
  readonly dossier: DossierCode | null;
  readonly procedure: ProcedureCode | null;
  readonly agency: AgencyCode | null;
  readonly chargedAt: Instant | null;
  readonly exempted: 'whole' | 'part' | null;
  readonly payments: readonly Payment[];
  readonly lastActivityAt: Instant | null;
};

/** One use of the number. */
export type Use = {
  readonly issuedAt: Instant;
  readonly total: Money;
  readonly items: readonly ChargedItem[];
  readonly method: Method | null;
  readonly place: CollectionPlace | null;
  readonly collector: OfficialId | null;
  readonly unit: AgencyCode | null;
  readonly agency: AgencyCode | null;
  readonly dossier: DossierCode | null;
  readonly procedure: ProcedureCode | null;
  readonly voidedAt: Instant | null;
  readonly refunds: readonly Refund[];
};

export type Refund = { readonly at: Instant; readonly amount: Money };

export type Payment = {
  readonly provider: string | null;
  readonly reference: string;
  readonly at: Instant;
};

export const unknownReceipt: ReceiptState = {
  uses: [],
  voids: 0,
  voidedUnusedAt: null,
  dossier: null,
  procedure: null,
  agency: null,
  chargedAt: null,
  exempted: null,
  payments: [],
  lastActivityAt: null,
};

/** The receipt after one more event. Total: it never throws and never judges. */
export function evolve(state: ReceiptState, event: Proposal<ReceiptEvent>): ReceiptState {
  if (event.type === 'EntryWithdrawn') return state; // about the record, not about the receipt
  const { occurredAt: at } = event;
  const lastActivityAt =
    state.lastActivityAt !== null && state.lastActivityAt > at ? state.lastActivityAt : at;
  return { ...state, ...changes(state, event, at), lastActivityAt };
}

function changes(state: ReceiptState, event: ReceiptEvent, at: Instant): Partial<ReceiptState> {
  const { type, data } = event;
  if (type === 'ReceiptIssued') return { uses: [...state.uses, useOf(data, at)] };
  if (type === 'ReceiptVoided') return voided(state, at);
  if (type === 'FeeRefunded') {
    return { uses: refunded(state.uses, { at, amount: data.amount }) };
  }
  if (type === 'FeeExempted') {
    return { exempted: data.extent ?? state.exempted, dossier: data.dossier ?? state.dossier };
  }
  if (type === 'OnlinePaymentRecorded') {
    const { provider, reference, dossier } = data;
    return {
      payments: [...state.payments, { provider, reference, at }],
      dossier: dossier ?? state.dossier,
    };
  }
  if (type === 'FeeAssessed') {
    return {
      dossier: data.dossier ?? state.dossier,
      procedure: data.procedure ?? state.procedure,
      agency: data.agency ?? state.agency,
      chargedAt: state.chargedAt ?? at,
    };
  }
  if (type === 'ServiceCharged') {
    return { dossier: data.dossier ?? state.dossier, chargedAt: state.chargedAt ?? at };
  }
  return {};
}

function useOf(data: ReceiptEventOf<'ReceiptIssued'>['data'], at: Instant): Use {
  const { total, items, method, place, collector, unit, agency, dossier, procedure } = data;
  const said = { total, items, method, place, collector, unit, agency, dossier, procedure };
  return { ...said, issuedAt: at, voidedAt: null, refunds: [] };
}

function voided(state: ReceiptState, at: Instant): Partial<ReceiptState> {
  const voids = state.voids + 1;
  const standing = standingUse(state);
  if (standing === null) return { voids, voidedUnusedAt: state.voidedUnusedAt ?? at };
  const uses = state.uses.map((use) => (use === standing ? { ...use, voidedAt: at } : use));
  return { voids, uses };
}

/** Of the last use that stands, or else of the last: what was voided is paid back too. */
function refunded(uses: readonly Use[], refund: Refund): readonly Use[] {
  const target = uses.findLast(({ voidedAt }) => voidedAt === null) ?? uses.at(-1);
  return uses.map((use) => (use === target ? { ...use, refunds: [...use.refunds, refund] } : use));
}

/** The last use of the number that was not voided. */
export function standingUse({ uses }: ReceiptState): Use | null {
  return uses.findLast(({ voidedAt }) => voidedAt === null) ?? null;
}

export const receiptStatuses = [
  'charged',
  'exempted',
  'issued',
  'partly-refunded',
  'refunded',
  'voided',
] as const;
export type ReceiptStatus = (typeof receiptStatuses)[number];

/** @param use of the number; null where it was never issued. */
export function statusOf(state: ReceiptState, use: Use | null): ReceiptStatus {
  if (use === null) {
    if (state.voids > 0) return 'voided';
    return state.exempted === 'whole' ? 'exempted' : 'charged';
  }
  if (use.voidedAt !== null) return 'voided';
  const back = refundedOf(use);
  if (back === 0) return 'issued';
  return back < use.total.amount ? 'partly-refunded' : 'refunded';
}

/** What was paid back of a use, in minor units of its own currency. */
export function refundedOf({ refunds, total }: Use): number {
  return sumIn(
    refunds.map(({ amount }) => amount),
    total.currency,
  );
}

/** What a use says that was taken of one kind, in minor units of its currency. */
export function amountOf({ items, total }: Use, kind: MoneyKind): number {
  const ofKind = items.filter((item) => item.kind === kind).map(({ amount }) => amount);
  return sumIn(ofKind, total.currency);
}

export const receiptFlaws = ['number-used-twice', 'voided-twice', 'total-differs'] as const;
export type ReceiptFlaw = (typeof receiptFlaws)[number];

/** What cannot be right about a number, the worst first: kept from a backfill or an import, and listed. */
export function flawOf({ uses, voids }: ReceiptState): ReceiptFlaw | null {
  if (uses.length > 1) return 'number-used-twice';
  if (voids > Math.max(1, uses.length)) return 'voided-twice';
  const differs = uses.some(({ items, total }) => !addsUp(items, total));
  return differs ? 'total-differs' : null;
}

/** Whether items come to their total; where none is stated, nothing contradicts it. */
export function addsUp(items: readonly ChargedItem[], total: Money): boolean {
  const amounts = items.map(({ amount }) => amount);
  return items.length === 0 || sumIn(amounts, total.currency) === total.amount;
}
