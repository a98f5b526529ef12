/**
 * service-price-as-approved: support services cost what the competent authority approved (BL Đ6.6).
 *
 * A charge that names the code of a price costs that price; one that names none, a price that was
 * approved for a service of that name. A code that nobody approved is another price than the approved
 * one; of a service that is only named, and never priced under that name, nothing is known. Nor is
 * anything found before the first price is on record.
 */
import type { Entry } from '../../entry.ts';
import type { ReceiptEvent } from '../../fees/receipt/vocabulary.ts';
import type { Money } from '../../units.ts';
import { prohibition } from '../prohibition.ts';
import { type Price, pricesOn } from '../registers/prices.ts';
import type { Context } from '../rule.ts';

export const servicePriceAsApproved = prohibition<ReceiptEvent>({
  key: 'service-price-as-approved',
  version: 1,
  title: { vi: 'Thu giá dịch vụ đúng mức được duyệt', en: 'Services charged as approved' },
  subject: 'receipt',
  watches: ['ServiceCharged', 'ReceiptIssued'],
  gathered: true,
  offends: (entry, _, context) =>
    chargesIn(entry).some((charge) => isOtherwise(charge, context, entry)) ? [] : null,
  provedBy: (entry, _, context) =>
    chargesIn(entry).flatMap((charge) =>
      (meantBy(charge, context, entry) ?? []).map(({ approval }) => approval),
    ),
  blames: (entry, _, { centre }) => {
    const official = officialOf(entry);
    return official === null
      ? { kind: 'centre', code: centre }
      : { kind: 'official', code: official };
  },
});

type Charge = {
  readonly service: string | null;
  readonly rate: string | null;
  /** Of one, where it is stated. */
  readonly price: Money | null;
  readonly quantity: number;
  readonly amount: Money;
};

function chargesIn({ type, data }: ReceiptEvent): readonly Charge[] {
  if (type === 'ServiceCharged') return [data];
  if (type !== 'ReceiptIssued') return [];
  return data.items
    .filter(({ kind }) => kind === 'service')
    .map(({ name, rate, quantity, amount }) => ({
      service: name,
      rate,
      price: null,
      quantity,
      amount,
    }));
}

function isOtherwise(charge: Charge, context: Context, entry: Entry<ReceiptEvent>): boolean {
  const meant = meantBy(charge, context, entry);
  if (meant === null) return false;
  const { price: stated, quantity, amount } = charge;
  return !meant.some(
    ({ price }) =>
      (stated === null || isSame(stated, price)) &&
      isSame(amount, { ...price, amount: price.amount * quantity }),
  );
}

/** The approved prices that the charge may be of; null: nothing is known. */
function meantBy(
  { service, rate }: Charge,
  context: Context,
  { occurredAt }: Entry<ReceiptEvent>,
): readonly Price[] | null {
  const approved = pricesOn(context.workingTime.dateAt(occurredAt), context);
  if (approved === null) return null;
  if (rate !== null && approved.some((price) => price.rate !== null)) {
    return approved.filter((price) => price.rate === rate);
  }
  const named = approved.filter((price) => price.service === service);
  return named.length === 0 ? null : named;
}

function isSame(one: Money, other: Money): boolean {
  return one.amount === other.amount && one.currency === other.currency;
}

function officialOf({ type, data }: ReceiptEvent): string | null {
  if (type === 'ServiceCharged') return data.official;
  return type === 'ReceiptIssued' ? data.collector : null;
}
