/** What was taken by month, agency and currency: added up over the receipts. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { Instant } from '../../../src/domain/units.ts';
import {
  FeeTotalFilters,
  type FeeTotalItem,
  listFeeTotals,
} from '../../../src/projections/lists/fee-totals.ts';
import { centresNamed, inPages, modelOf, pagesOf, seenOn } from '../../support/model.ts';
import { march, variedCentres } from '../../support/varied.ts';
import { happenedToReceipts, refundedAt, type Varied, variedReceipts } from './varied-receipts.ts';

const at = Instant.parse(march(25));

describe('of sixty receipts', async () => {
  const model = await modelOf(happenedToReceipts, centresNamed(...variedCentres));
  afterAll(() => model[Symbol.dispose]());

  test('every page has the totals that fit the filters, each once, the latest month first', () => {
    const some = <Value>(...values: readonly Value[]) =>
      fc.option(fc.constantFrom(...values), { nil: undefined });
    const filters = fc.record({
      centre: some(...variedCentres),
      agency: some('H42.17', 'nobody'),
      currency: some('VND', 'USD'),
      month: some('2026-03', '2026-05'),
      monthFrom: some('2026-04'),
      monthTo: some('2026-04', '2026-05'),
    });
    const scopes = fc.constantFrom<(readonly string[] | null)[]>(
      null,
      ['H42'],
      [...variedCentres],
      [],
    );
    const all = totals();
    fc.assert(
      fc.property(filters, scopes, fc.integer({ min: 1, max: 8 }), (asked, centres, limit) => {
        const { monthFrom = '', monthTo = '9999', ...equal } = asked;
        const fitting = all.filter(
          (one) =>
            (centres === null || centres.includes(one.centre)) &&
            (equal.centre ?? one.centre) === one.centre &&
            (equal.agency ?? one.agency) === one.agency &&
            (equal.currency ?? one.currency) === one.currency &&
            (equal.month ?? one.month) === one.month &&
            one.month >= monthFrom &&
            one.month < monthTo,
        );
        const filtersAsked = FeeTotalFilters.parse(asked);
        const pages = pagesOf((cursor) =>
          listFeeTotals(model.database, { filters: filtersAsked, limit, cursor, centres, at }),
        );
        expect(seenOn(pages)).toEqual(inPages(fitting, limit));
      }),
      { numRuns: 200 },
    );
  });
});

/** The plain way: each receipt in the month of its day in Vietnam, each refund in its own month. */
function totals(): FeeTotalItem[] {
  const rows = variedReceipts.flatMap(contributions);
  const key = (one: FeeTotalItem) =>
    [one.month, one.centre, one.agency ?? '', one.currency].join(' ');
  const groups = Map.groupBy(rows, key);
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([, group]) => group.reduce(added))
    .filter((one) => one.receipts + one.voided + one.refunded > 0);
}

function contributions(one: Varied): FeeTotalItem[] {
  const { centre, agency, currency, fee, charge, fate } = one;
  if (fate === 'spoiled') return [];
  const noughts = { receipts: 0, voided: 0, total: 0, fee: 0, charge: 0, service: 0, refunded: 0 };
  const named = { centre, agency, ...noughts };
  const month = one.issuedAt.slice(0, 7);
  const taken = { ...named, month, currency, receipts: 1, total: fee + charge, fee, charge };
  if (fate === 'voided') return [{ ...named, month, currency, voided: 1 }];
  if (fate === 'twice') return [taken, taken];
  if (fate === 'issued') return [taken];
  return [taken, { ...named, month: refundedAt.slice(0, 7), currency: 'VND', refunded: 5 }];
}

function added(a: FeeTotalItem, b: FeeTotalItem): FeeTotalItem {
  return {
    ...a,
    receipts: a.receipts + b.receipts,
    voided: a.voided + b.voided,
    total: a.total + b.total,
    fee: a.fee + b.fee,
    charge: a.charge + b.charge,
    refunded: a.refunded + b.refunded,
  };
}
