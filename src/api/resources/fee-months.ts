/** Tháng thu phí over HTTP: what was done about the money of a month, and the list of it by agency. */
import { z } from 'zod';
import { feesFamily } from '../../domain/fees/month/family.ts';
import { foldFees } from '../../domain/fees/month/fold.ts';
import type { Sums } from '../../domain/fees/sums.ts';
import {
  FeeMonthFilters,
  FeeMonthItem,
  listFeeMonths,
} from '../../projections/lists/fee-months.ts';
import { listed } from '../list-route.ts';
import { policyOf } from '../policy.ts';
import { type Resource, resource } from '../resource.ts';
import { ownAgency } from '../scope.ts';

const Code = z.string().nullable();
const Day = z.iso.date().nullable();
const Time = z.iso.datetime().nullable();
const Amount = z.object({
  amount: z.int().describe('In minor units of its currency.'),
  currency: z.string(),
});

const AgencyShown = z.object({
  agency: z.string(),
  summarySentAt: Time.describe('The first time.'),
  summaries: z.int(),
  collected: Amount.nullable().describe('What the last summary says was taken.'),
  receipts: z.int().nullable().describe('How many receipts the last summary has.'),
  remittedAt: Time.describe('The first time.'),
  remitted: z.array(Amount).describe('Each currency by itself.'),
  retained: z.array(Amount).describe('Kept back by a decided share.'),
  toBudget: z.array(Amount).describe('Paid to the state budget.'),
  reconciliation: Code.describe('What the agency said last: agreed or disputed.'),
  answeredAt: Time,
  agreedAt: Time,
  disputes: z.int(),
  settledAt: Time,
});

const ShareShown = z.object({
  agency: Code.describe('Null: of every agency’s money.'),
  share: z.int().describe('In hundredths of a percent.'),
  from: Day,
  to: Day,
  document: Code,
});

const BookShown = z.object({
  year: z.string(),
  range: z.object({ book: z.string(), from: z.string(), to: z.string() }),
  to: Code.describe('Who writes receipts in it.'),
  unit: Code,
  agency: Code.describe('The agency that mandates the collection.'),
  issuedAt: z.iso.datetime(),
  closedAt: Time,
  lastUsed: Code,
});

const FeesShown = z.object({
  month: z.string(),
  agencies: z.array(AgencyShown),
  shares: z.array(ShareShown).describe('Decided shares that hold from this month.'),
  books: z.array(BookShown).describe('Ranges of receipts given out in this month.'),
});

export const feeMonths: Resource = resource({
  family: feesFamily,
  path: '/v1/fee-months/:centre/:month',
  tag: 'fee months',
  what: 'a month of fees',
  state: FeesShown,
  show({ timeline, key: { month = '' } }) {
    const { agencies, shares, books } = foldFees(timeline);
    return {
      month,
      agencies: [...agencies].map(([agency, done]) => ({
        ...done,
        agency,
        remitted: amountsOf(done.remitted),
        retained: amountsOf(done.retained),
        toBudget: amountsOf(done.toBudget),
      })),
      shares: [...shares],
      books: [...books],
    };
  },
});

function amountsOf(sums: Sums): z.output<typeof Amount>[] {
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
}

export const feeMonthList = listed({
  path: '/v1/fee-months',
  policy: policyOf('GET', '/v1/fee-months'),
  summary: 'What was done about each agency’s money, the latest on record first',
  description:
    'Summaries, remittances and reconciliations, beside what the receipts on record say was taken.',
  filters: FeeMonthFilters.strict(),
  item: FeeMonthItem,
  narrow: (holder, filters) => ({ ...filters, agency: ownAgency(holder, filters.agency) }),
  list: listFeeMonths,
});
