/** What came into the accounts: statements and their credits, as matched as they are. */
import { afterAll, describe, expect, test } from 'vitest';
import { statement } from '../../../src/domain/fees/statement/vocabulary.ts';
import { CentreCode, Instant } from '../../../src/domain/units.ts';
import { BankCreditFilters, listBankCredits } from '../../../src/projections/lists/bank-credits.ts';
import { listStatements, StatementFilters } from '../../../src/projections/lists/statements.ts';
import { centresNamed, inPages, modelOf, pagesOf, seenOn } from '../../support/model.ts';
import { imported, proposalsOf } from '../../support/stated.ts';
import { march, variedCentres } from '../../support/varied.ts';

const fact = proposalsOf(statement);
const at = Instant.parse(march(25));
const [here, there] = variedCentres;
const dong = (amount: number) => ({ amount, currency: 'VND' });

const credited = (credit: string, amount: number, also: object = {}) =>
  fact('BankCreditRecorded', { credit, amount: dong(amount), ...also }, march(2));
const matched = (match: string, ...parts: readonly (readonly [string, string, number])[]) =>
  fact(
    'CreditMatched',
    {
      match,
      allocations: parts.map(([credit, number, amount]) => ({
        credit,
        book: 'A',
        year: '2026',
        number,
        amount: dong(amount),
      })),
    },
    march(3),
  );

const first = [
  fact(
    'StatementOpened',
    {
      account: '1130',
      holder: 'H42.TTPVHCC',
      bank: 'VietinBank',
      opening: dong(100),
      closing: dong(1_145),
    },
    march(2),
  ),
  credited('FT1', 650, {
    bookedOn: '2026-03-01',
    balance: dong(750),
    reference: 'H42.17-260302-0001',
  }),
  credited('FT2', 300, { bookedOn: '2026-03-02' }),
  credited('FT3', 100, { bookedOn: '2026-03-03' }),
  fact('BankDebitRecorded', { debit: 'FT9', amount: dong(5) }, march(2)),
  { ...credited('FT3', 100, { bookedOn: '2026-03-03' }), ...imported },
  matched('DC-1', ['FT1', '7', 600], ['FT1', '8', 50], ['FT2', '8', 10]),
  fact('CreditLeftUnmatched', { credit: 'FT3', reason: 'payer-unknown' }, march(3)),
];
const second = [
  credited('FT1', 20, { bookedOn: '2026-03-02' }),
  { ...matched('DC-1', ['FT1', '9', 30]), ...imported },
];
const elsewhere = [credited('FT7', 1)];

const happened = [
  ...on('statement-1130-2026-03-02', first, here),
  ...on('statement-1130-2026-03-04', second, here),
  ...on('statement-2240-1', elsewhere, there),
];

function on(stream: string, facts: readonly (typeof first)[number][], centre: string | undefined) {
  return facts.map((one) => ({ stream, fact: { ...one, centre: CentreCode.parse(centre) } }));
}

describe('of three statements', async () => {
  const model = await modelOf(happened, centresNamed(...variedCentres));
  afterAll(() => model[Symbol.dispose]());

  const credits = (asked: object = {}, limit = 50, centres: readonly string[] | null = null) => {
    const filters = BankCreditFilters.parse(asked);
    return pagesOf((cursor) =>
      listBankCredits(model.database, { filters, limit, cursor, centres, at }),
    );
  };
  const statements = (asked: object = {}, centres: readonly string[] | null = null) => {
    const filters = StatementFilters.parse(asked);
    return pagesOf((cursor) =>
      listStatements(model.database, { filters, limit: 2, cursor, centres, at }),
    );
  };

  test.each<[object, readonly string[]]>([
    [{}, ['FT7', 'FT1', 'FT3', 'FT2', 'FT1']],
    [{ credit: 'FT1' }, ['FT1', 'FT1']],
    [{ account: '11 30' }, ['FT1', 'FT3', 'FT2', 'FT1']],
    [{ reference: 'H42.17-260302-0001' }, ['FT1']],
    [{ status: 'matched' }, ['FT1']],
    [{ status: 'partly-matched' }, ['FT2']],
    [{ status: 'overmatched' }, ['FT1']],
    [{ status: 'left' }, ['FT3']],
    [{ status: 'open' }, ['FT7']],
    [{ bookedFrom: '2026-03-02', bookedTo: '2026-03-03' }, ['FT1', 'FT2']],
    [{ centre: there }, ['FT7']],
    [{ credit: 'FT1', status: 'open' }, []],
  ])('credits by %j', (asked, names) => {
    const seen = seenOn(credits(asked, 2));
    expect({ ...seen, items: seen.items.map(({ credit }) => credit) }).toEqual(inPages(names, 2));
  });

  test('a caller sees the credits of their centres', () => {
    const [page] = credits({}, 50, [here]);
    expect(page?.items.map(({ centre }) => centre)).toEqual([here, here, here, here]);
    expect(credits({ centre: there }, 50, [here])[0]?.total).toBe(0);
  });

  test('a credit says how much of it is matched, and to how many receipts', () => {
    const [page] = credits({ account: '1130', status: 'matched' });
    expect(page?.items).toEqual([
      {
        subject: 'statement-1130-2026-03-02',
        centre: here,
        account: '1130',
        statement: '2026-03-02',
        nth: 1,
        credit: 'FT1',
        at: Instant.parse(march(2)),
        bookedOn: '2026-03-01',
        valueDate: null,
        currency: 'VND',
        amount: 650,
        matched: 650,
        balance: 750,
        status: 'matched',
        leftBecause: null,
        reference: 'H42.17-260302-0001',
        receipts: 2,
        times: 1,
      },
    ]);
    expect(credits({ status: 'left' })[0]?.items[0]).toMatchObject({
      leftBecause: 'payer-unknown',
      times: 2,
    });
  });

  test('a statement says what came and went, and how much is still to be matched', () => {
    const [page] = statements({ account: '1130', holder: 'H42.TTPVHCC' });
    expect(page?.items).toEqual([
      {
        subject: 'statement-1130-2026-03-02',
        centre: here,
        account: '1130',
        id: '2026-03-02',
        bank: 'VietinBank',
        holder: 'H42.TTPVHCC',
        firstDay: null,
        lastDay: null,
        currency: 'VND',
        opening: 100,
        closing: 1_145,
        credits: 3,
        credited: 1_050,
        matched: 1,
        unmatched: 1,
        debits: 1,
        debited: 5,
        entries: first.length,
      },
    ]);
  });

  test('statements come latest on record first', () => {
    const ids = (pages: ReturnType<typeof statements>) => seenOn(pages).items.map(({ id }) => id);
    expect(ids(statements())).toEqual(['1', '2026-03-04', '2026-03-02']);
    expect(ids(statements({ account: '1130' }))).toEqual(['2026-03-04', '2026-03-02']);
    expect(ids(statements({ centre: there }))).toEqual(['1']);
    expect(ids(statements({}, [here]))).toEqual(['2026-03-04', '2026-03-02']);
  });
});
