/**
 * A receipt as people see it: what its events, in the order of happening and with corrections
 * applied, come to.
 *
 * A number may have been used twice, however wrong that is: each use is kept by itself. A voiding or a
 * refund is of the last use before it that stands.
 */
import type { Proposal } from '../../entry.ts';
import { hoChiMinh, localDateOf } from '../../time/zone.ts';
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
  /** What was paid back before there was a receipt: of a payment online, not of a use of the number. */
  readonly refunds: readonly Refund[];
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
  readonly amount: Money;
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
  refunds: [],
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
  if (type === 'FeeRefunded') return refunded(state, { at, amount: data.amount });
  if (type === 'FeeExempted') {
    return { exempted: data.extent ?? state.exempted, dossier: data.dossier ?? state.dossier };
  }
  if (type === 'OnlinePaymentRecorded') {
    const { provider, reference, amount, dossier } = data;
    return {
      payments: [...state.payments, { provider, reference, amount, at }],
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
function refunded(state: ReceiptState, refund: Refund): Partial<ReceiptState> {
  const target = standingUse(state) ?? state.uses.at(-1);
  if (target === undefined) return { refunds: [...state.refunds, refund] };
  const refunds = [...target.refunds, refund];
  return { uses: state.uses.map((use) => (use === target ? { ...use, refunds } : use)) };
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
    const back = refundedUnissued(state);
    if (back === null) return state.exempted === 'whole' ? 'exempted' : 'charged';
    const paid = state.payments.map(({ amount }) => amount);
    return back.amount < sumIn(paid, back.currency) ? 'partly-refunded' : 'refunded';
  }
  if (use.voidedAt !== null) return 'voided';
  const back = refundedOf(use);
  if (back === 0) return 'issued';
  return back < use.total.amount ? 'partly-refunded' : 'refunded';
}

/** What was paid back before there was a receipt, in the currency of the first refund; null: nothing was. */
export function refundedUnissued({
  refunds,
}: ReceiptState): { readonly amount: number; readonly currency: string } | null {
  const [first] = refunds;
  if (first === undefined) return null;
  const { currency } = first.amount;
  return {
    amount: sumIn(
      refunds.map(({ amount }) => amount),
      currency,
    ),
    currency,
  };
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

export const receiptFlaws = [
  'number-used-twice',
  'voided-twice',
  'total-differs',
  'other-year',
] as const;
export type ReceiptFlaw = (typeof receiptFlaws)[number];

/**
 * What cannot be right about a number, the worst first: kept from a backfill or an import, and listed.
 *
 * @param year under which the number is recorded.
 */
export function flawOf({ uses, voids }: ReceiptState, year: string): ReceiptFlaw | null {
  if (uses.length > 1) return 'number-used-twice';
  if (voids > Math.max(1, uses.length)) return 'voided-twice';
  const differs = uses.some(({ items, total }) => !addsUp(items, total));
  if (differs) return 'total-differs';
  return uses.some(({ issuedAt }) => yearOf(issuedAt) !== year) ? 'other-year' : null;
}

/** The year in Vietnam in which a receipt is issued: its number is of that year's book. */
export function yearOf(at: Instant): string {
  return localDateOf(at, hoChiMinh).slice(0, 4);
}

/** Whether items come to their total; where none is stated, nothing contradicts it. */
export function addsUp(items: readonly ChargedItem[], total: Money): boolean {
  const amounts = items.map(({ amount }) => amount);
  return items.length === 0 || sumIn(amounts, total.currency) === total.amount;
}
