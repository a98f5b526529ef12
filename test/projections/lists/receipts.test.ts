/** The list of receipts: each use of a number by itself, and what fits the filters, page by page. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { receipt } from '../../../src/domain/fees/receipt/vocabulary.ts';
import { Instant } from '../../../src/domain/units.ts';
import { listReceipts, ReceiptFilters } from '../../../src/projections/lists/receipts.ts';
import { centresNamed, inPages, modelOf, pagesOf, plansOf, seenOn } from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { march, variedCentres } from '../../support/varied.ts';
import { happenedToReceipts, type Varied, variedReceipts } from './varied-receipts.ts';

const at = Instant.parse(march(25));

describe('of sixty receipts', async () => {
  const model = await modelOf(happenedToReceipts, centresNamed(...variedCentres));
  afterAll(() => model[Symbol.dispose]());

  const question = (filters: object, limit: number, centres: readonly string[] | null) => ({
    filters: ReceiptFilters.parse(filters),
    limit,
    centres,
    at,
  });
  const ask = (filters: object, limit: number, centres: readonly string[] | null) =>
    pagesOf((cursor) =>
      listReceipts(model.database, { ...question(filters, limit, centres), cursor }),
    );

  test('every page has what fits the filters, each use once, the latest on record first', () => {
    const some = <Value>(...values: readonly Value[]) =>
      fc.option(fc.constantFrom(...values), { nil: undefined });
    const filters = fc.record({
      centre: some(...variedCentres),
      book: some('A', 'D'),
      year: some('2026', '2025'),
      dossier: some('H42.17-260302-0001'),
      collector: some('kt-0', 'kt-1', 'nobody'),
      agency: some('H42.17', 'H42.20'),
      method: some('cash', 'online'),
      status: some('issued', 'voided', 'partly-refunded', 'refunded', 'exempted'),
      flaw: some('number-used-twice', 'voided-twice'),
      issuedFrom: some('2026-03-31T23:59:59+07:00'),
      issuedTo: some('2026-04-01T00:00:00+07:00'),
    });
    const scopes = fc.constantFrom(null, ['H42'], [...variedCentres], []);
    fc.assert(
      fc.property(filters, scopes, fc.integer({ min: 1, max: 20 }), (asked, scope, limit) => {
        const seen = seenOn(ask(asked, limit, scope));
        const expected = usesFitting(asked, scope);
        const shown = seen.items.map(({ subject, nth }) => `${subject} ${nth}`);
        expect({ ...seen, items: shown }).toEqual(inPages(expected, limit));
      }),
      { numRuns: 200 },
    );
  });

  test('a page is read along an index, whatever is asked for', () => {
    for (const asked of [{}, { dossier: 'd' }, { collector: 'k' }, { status: 'issued' }]) {
      const plans = plansOf(model.database, () =>
        listReceipts(model.database, { ...question(asked, 10, null), cursor: null }),
      );
      expect(plans.filter((plan) => /TEMP B-TREE|^SCAN receipt$/.test(plan))).toEqual([]);
    }
  });
});

test('what is shown of a receipt', async () => {
  const fact = proposalsOf(receipt);
  const dong = (amount: number) => ({ amount, currency: 'VND' });
  const stream = 'receipt-reference-A-2026-7';
  using model = await modelOf([
    {
      stream,
      fact: fact(
        'FeeAssessed',
        { items: [{ kind: 'fee', amount: dong(9) }], procedure: '1.004238', agency: 'H42.17' },
        march(2),
      ),
    },
    {
      stream,
      fact: fact('OnlinePaymentRecorded', { reference: 'PAY-1', amount: dong(12) }, march(2)),
    },
    {
      stream,
      fact: fact(
        'ReceiptIssued',
        {
          book: 'A',
          number: '0000007',
          items: [
            { kind: 'fee', amount: dong(9) },
            { kind: 'charge', amount: dong(2) },
            { kind: 'service', amount: dong(1) },
          ],
          total: dong(12),
          method: 'online',
          place: 'online',
          collector: 'kt-1',
          unit: 'H42.TTPVHCC',
          dossier: 'H42.17-260302-0001',
          payer: 'Nguyễn Thị Mai',
        },
        march(3),
      ),
    },
    { stream, fact: fact('FeeRefunded', { amount: dong(5) }, march(4)) },
  ]);
  const { items } = listReceipts(model.database, {
    filters: {},
    limit: 10,
    cursor: null,
    centres: null,
    at,
  });
  expect(items).toEqual([
    {
      subject: stream,
      centre: 'reference',
      book: 'A',
      year: '2026',
      number: '7',
      nth: 1,
      status: 'partly-refunded',
      issuedAt: Instant.parse(march(3)),
      voidedAt: null,
      dossier: 'H42.17-260302-0001',
      procedure: '1.004238',
      agency: 'H42.17',
      collector: 'kt-1',
      unit: 'H42.TTPVHCC',
      method: 'online',
      collectedAt: 'online',
      currency: 'VND',
      total: 12,
      fee: 9,
      charge: 2,
      service: 1,
      refunded: 5,
      payments: 1,
      flaw: null,
      uses: 1,
      voids: 0,
      entries: 4,
    },
  ]);
});

/** The plain way: every use, the latest on record first. */
function usesFitting(
  asked: Readonly<Record<string, string | undefined>>,
  scope: readonly string[] | null,
): string[] {
  return variedReceipts
    .filter((one) => scope === null || scope.includes(one.centre))
    .filter((one) => fits(one, asked))
    .flatMap(({ stream, fate }) =>
      fate === 'twice' ? [`${stream} 1`, `${stream} 2`] : [`${stream} 1`],
    )
    .toReversed();
}

function fits(one: Varied, asked: Readonly<Record<string, string | undefined>>): boolean {
  const isSpoiled = one.fate === 'spoiled';
  const said: Readonly<Record<string, string | null>> = {
    centre: one.centre,
    book: one.book,
    year: '2026',
    dossier: isSpoiled ? null : one.dossier,
    collector: isSpoiled ? null : one.collector,
    agency: isSpoiled ? null : one.agency,
    method: isSpoiled ? null : one.method,
    status: statusOf(one),
    flaw: one.fate === 'twice' ? 'number-used-twice' : null,
  };
  const { issuedFrom, issuedTo, ...columns } = asked;
  const issuedAt = isSpoiled ? null : Instant.parse(one.issuedAt);
  const isAfter =
    issuedFrom === undefined || (issuedAt !== null && issuedAt >= Instant.parse(issuedFrom));
  const isBefore =
    issuedTo === undefined || (issuedAt !== null && issuedAt < Instant.parse(issuedTo));
  const isLike = Object.entries(columns).every(
    ([name, value]) => value === undefined || said[name] === value,
  );
  return isAfter && isBefore && isLike;
}

function statusOf({ fate, currency, fee, charge }: Varied): string {
  if (fate === 'spoiled') return 'voided';
  if (fate === 'twice') return 'issued';
  if (fate !== 'refunded') return fate;
  if (currency !== 'VND') return 'issued'; // what was paid back in another currency is not set against it
  return fee + charge > 5 ? 'partly-refunded' : 'refunded';
}
