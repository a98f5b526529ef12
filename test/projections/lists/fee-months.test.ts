/** What was done about each agency's money, beside what the receipts say was taken. */
import { afterAll, describe, expect, test } from 'vitest';
import { fees } from '../../../src/domain/fees/month/vocabulary.ts';
import { receipt } from '../../../src/domain/fees/receipt/vocabulary.ts';
import { CentreCode, Instant } from '../../../src/domain/units.ts';
import { FeeMonthFilters, listFeeMonths } from '../../../src/projections/lists/fee-months.ts';
import { centresNamed, inPages, modelOf, pagesOf, seenOn } from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { march, variedCentres } from '../../support/varied.ts';

const fact = proposalsOf(fees);
const at = Instant.parse(march(25));
const [here, there] = variedCentres;
const april = '2026-04-02T09:00:00+07:00';
const [land, health] = ['H42.17', 'H42.20'];
const sum = (amount: number, currency = 'VND') => ({ amount, currency });

const ofMarch = [
  fact('FeeSummarySent', { agency: land, collected: sum(650), receipts: 2 }, april),
  fact(
    'FeesRemitted',
    { agency: land, amount: sum(500), retained: sum(65), toBudget: sum(85) },
    april,
  ),
  fact('FeesRemitted', { agency: land, amount: sum(3, 'USD') }, april),
  fact('ReconciliationDisputed', { agency: land, difference: sum(10) }, april),
  fact('FeesSettled', { agency: health, period: 'quarter' }, april),
];
const receiptOf = (number: string) =>
  proposalsOf(receipt)(
    'ReceiptIssued',
    { book: 'A', number, total: sum(330), agency: land },
    march(2),
  );

const happened = [
  ...ofMarch.map((one) => ({ stream: `fees-${here}-2026-03`, fact: at1(one, here) })),
  {
    stream: `fees-${here}-2026-02`,
    fact: at1(fact('ReconciliationAgreed', { agency: land }, april), here),
  },
  {
    stream: `fees-${there}-2026-03`,
    fact: at1(fact('FeesRemitted', { agency: land, amount: sum(1) }, april), there),
  },
  ...['7', '8'].map((number) => ({
    stream: `receipt-${here}-A-2026-${number}`,
    fact: at1(receiptOf(number), here),
  })),
];

function at1<Fact extends object>(one: Fact, centre: string | undefined) {
  return { ...one, centre: CentreCode.parse(centre) };
}

describe('of three months', async () => {
  const model = await modelOf(happened, centresNamed(...variedCentres));
  afterAll(() => model[Symbol.dispose]());

  const ask = (asked: object = {}, limit = 50, centres: readonly string[] | null = null) => {
    const filters = FeeMonthFilters.parse(asked);
    return pagesOf((cursor) =>
      listFeeMonths(model.database, { filters, limit, cursor, centres, at }),
    );
  };
  const named = (row: { centre: string; month: string; agency: string; currency: string | null }) =>
    [row.centre, row.month, row.agency, row.currency].join(' ');

  const rows = {
    elsewhere: `${there} 2026-03 ${land} VND`,
    february: `${here} 2026-02 ${land} `,
    settled: `${here} 2026-03 ${health} `,
    dong: `${here} 2026-03 ${land} VND`,
    dollars: `${here} 2026-03 ${land} USD`,
  };

  test.each<[object, readonly string[]]>([
    [{}, [rows.elsewhere, rows.february, rows.settled, rows.dong, rows.dollars]],
    [{ agency: land }, [rows.elsewhere, rows.february, rows.dong, rows.dollars]],
    [{ month: '2026-03' }, [rows.elsewhere, rows.settled, rows.dong, rows.dollars]],
    [{ month: '2026-03', agency: health }, [rows.settled]],
    [{ reconciliation: 'agreed' }, [rows.february]],
    [{ reconciliation: 'disputed' }, [rows.dong, rows.dollars]],
    [{ centre: there }, [rows.elsewhere]],
    [{ month: '2026-01' }, []],
  ])('by %j', (asked, expected) => {
    const seen = seenOn(ask(asked, 2));
    expect({ ...seen, items: seen.items.map(named) }).toEqual(inPages(expected, 2));
  });

  test('a caller sees the months of their centres', () => {
    expect(ask({}, 50, [there])[0]?.items.map(named)).toEqual([rows.elsewhere]);
    expect(ask({ centre: here }, 50, [there])[0]?.total).toBe(0);
  });

  test('what was done stands beside what was taken, each currency by itself', () => {
    const [page] = ask({ month: '2026-03', agency: land, centre: here });
    const done = {
      subject: `fees-${here}-2026-03`,
      centre: here,
      month: '2026-03',
      agency: land,
      summarySentAt: Instant.parse(april),
      summaries: 1,
      receipts: 2,
      remittedAt: Instant.parse(april),
      reconciliation: 'disputed',
      answeredAt: Instant.parse(april),
      agreedAt: null,
      disputes: 1,
      settledAt: null,
    };
    const untold = { taken: null, takenReceipts: null, refunded: null };
    expect(page?.items).toEqual([
      {
        ...done,
        currency: 'VND',
        taken: 660,
        takenReceipts: 2,
        refunded: 0,
        collected: 650,
        remitted: 500,
        retained: 65,
        toBudget: 85,
      },
      {
        ...done,
        ...untold,
        currency: 'USD',
        collected: null,
        remitted: 3,
        retained: 0,
        toBudget: 0,
      },
    ]);
  });
});
