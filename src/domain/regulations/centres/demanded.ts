/** What is demanded at each of the five centres: the rules of its regulation from that day on, those of national law from theirs, and the integrity of the record always. */
import type { Demand, Regulation } from '../centre.ts';
import { noArticle } from '../citation.ts';
import type { Rule } from '../rule.ts';
import { backdatedEntry } from '../rules/backdated-entry.ts';
import { bulkCorrections } from '../rules/bulk-corrections.ts';
import { dueDateMoved } from '../rules/due-date-moved.ts';
import { endBeforeStart } from '../rules/end-before-start.ts';
import { neverReceived } from '../rules/never-received.ts';
import { noAppointment } from '../rules/no-appointment.ts';
import { receiptNumberMissing } from '../rules/receipt-number-missing.ts';
import { receiptNumberOutOfOrder } from '../rules/receipt-number-out-of-order.ts';
import { receiptNumberOutOfRange } from '../rules/receipt-number-out-of-range.ts';
import { receiptNumberRepeated } from '../rules/receipt-number-repeated.ts';
import { receiptVoidedTwice } from '../rules/receipt-voided-twice.ts';
import { receivedTwice } from '../rules/received-twice.ts';
import { signatureWithoutAuthority } from '../rules/signature-without-authority.ts';
import { stepBeforeReception } from '../rules/step-before-reception.ts';
import { undeclaredOutage } from '../rules/undeclared-outage.ts';
import { unpostedAccount } from '../rules/unposted-account.ts';
import { workAfterEnd } from '../rules/work-after-end.ts';
import { nationalDemands } from './national.ts';

/** Rules that bind by no article: what cannot well be, and is on record. */
export const integrityRules: readonly Rule[] = [
  endBeforeStart,
  stepBeforeReception,
  workAfterEnd,
  neverReceived,
  noAppointment,
  receivedTwice,
  undeclaredOutage,
  backdatedEntry,
  bulkCorrections,
  dueDateMoved,
  receiptNumberMissing,
  receiptNumberOutOfRange,
  receiptNumberOutOfOrder,
  receiptNumberRepeated,
  receiptVoidedTwice,
  signatureWithoutAuthority,
  unpostedAccount,
];

/** `rules`, each with its article, for as long as the regulation is in force; those of national law and of integrity. */
export function demandedBy(
  { from, to }: Regulation,
  rules: readonly (readonly [rule: Rule, citation: string])[],
): readonly Demand[] {
  return [
    ...rules.map(([rule, citation]) => ({ rule, citation, from, to })),
    ...nationalDemands,
    ...integrityRules.map((rule) => ({
      rule,
      citation: noArticle.integrity,
      from: null,
      to: null,
    })),
  ];
}
