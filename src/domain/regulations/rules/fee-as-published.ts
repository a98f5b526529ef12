/**
 * fee-as-published: phí and lệ phí are charged by the schedule that is in force that day for that
 * procedure (NB Đ9.1a, Đ9.1b; KT Đ2.2, Đ7.2n; BL Đ6.2: "theo quy định").
 *
 * An item that names a rate costs what that rate is; one that names none must cost what some rate of its
 * kind is. Of what was exempted or reduced less may be asked, never more. A total that is more or less
 * than its items is a charge of its own. Where the procedure or its schedule is not on record, nothing is
 * known and nothing is found. All that is wrong under one number is one breach.
 */

import type { Entry } from '../../entry.ts';
import { addsUp } from '../../fees/receipt/state.ts';
import type { ReceiptEvent } from '../../fees/receipt/vocabulary.ts';
import type { ChargedItem } from '../../fees/vocabulary/fields.ts';
import type { Timeline } from '../../timeline.ts';
import { prohibition } from '../prohibition.ts';
import { ratesOn, type ScheduleLine } from '../registers/rates.ts';
import type { Context } from '../rule.ts';

export const feeAsPublished = prohibition<ReceiptEvent>({
  key: 'fee-as-published',
  version: 1,
  title: { vi: 'Thu phí, lệ phí đúng mức công khai', en: 'Fees charged as published' },
  subject: 'receipt',
  watches: ['FeeAssessed', 'ReceiptIssued'],
  gathered: true,
  offends(entry, timeline, context) {
    const lines = scheduleFor(entry, timeline, context);
    if (lines === null) return null;
    const mayBeLess = timeline.some(({ type }) => type === 'FeeExempted');
    const items = itemsOf(entry).filter(({ kind }) => kind !== 'service');
    const wrong = items.some((item) => !isByRate(item, lines, mayBeLess));
    return wrong || differsFromItems(entry) ? [] : null;
  },
  provedBy: (entry, timeline, context) =>
    (scheduleFor(entry, timeline, context) ?? []).flatMap(({ proof }) => proof),
  blames: (entry, _, { centre }) => {
    const official = officialOf(entry);
    return official === null
      ? { kind: 'centre', code: centre }
      : { kind: 'official', code: official };
  },
});

/** What the procedure cost that day; null where it is not known, or not stated which procedure it is. */
function scheduleFor(
  entry: Entry<ReceiptEvent>,
  timeline: Timeline<ReceiptEvent>,
  context: Context,
): readonly ScheduleLine[] | null {
  if (itemsOf(entry).every(({ kind }) => kind === 'service')) return null;
  const procedure = procedureOf(entry) ?? timeline.map(procedureOf).find((one) => one !== null);
  if (procedure === undefined) return null;
  return ratesOn(procedure, context.workingTime.dateAt(entry.occurredAt), context);
}

function procedureOf({ type, data }: ReceiptEvent): string | null {
  return type === 'FeeAssessed' || type === 'ReceiptIssued' ? data.procedure : null;
}

function itemsOf({ type, data }: ReceiptEvent): readonly ChargedItem[] {
  return type === 'FeeAssessed' || type === 'ReceiptIssued' ? data.items : [];
}

function officialOf({ type, data }: ReceiptEvent): string | null {
  if (type === 'FeeAssessed') return data.official;
  return type === 'ReceiptIssued' ? data.collector : null;
}

function isByRate(
  { kind, rate, quantity, amount: charged }: ChargedItem,
  lines: readonly ScheduleLine[],
  mayBeLess: boolean,
): boolean {
  const meant =
    rate === null
      ? lines.filter((line) => line.kind === null || line.kind === kind)
      : lines.filter((line) => line.rate === rate);
  return meant.some(({ amount: { amount, currency } }) => {
    if (currency !== charged.currency) return false;
    const asked = amount * quantity;
    return charged.amount === asked || (mayBeLess && charged.amount < asked);
  });
}

function differsFromItems({ type, data }: ReceiptEvent): boolean {
  return type === 'ReceiptIssued' && !addsUp(data.items, data.total);
}
