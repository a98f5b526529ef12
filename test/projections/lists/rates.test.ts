/** The list of rates: those about which something cannot be right are found. */
import { expect, test } from 'vitest';
import { procedure } from '../../../src/domain/centre/procedure/vocabulary.ts';
import { Instant } from '../../../src/domain/units.ts';
import { listRates, RateFilters } from '../../../src/projections/lists/rates.ts';
import { modelOf } from '../../support/model.ts';
import { imported, proposalsOf } from '../../support/stated.ts';
import { march } from '../../support/varied.ts';

const fact = proposalsOf(procedure);
const code = '1.004199';

test('a rate of a procedure that is not in force is found by its flaw', async () => {
  const rate = (name: string, from: string) =>
    fact('FeeRateSet', { rate: name, amount: { amount: 5 }, from }, march(2), imported);
  using model = await modelOf(
    [
      fact('ProcedurePublished', { code, from: '2026-03-10' }, march(1)),
      rate('P1', '2026-03-10'),
      rate('P2', '2026-03-09'),
    ].map((one) => ({ stream: `procedure-${code}`, fact: one })),
  );
  const list = (raw: unknown) =>
    listRates(model.database, {
      filters: RateFilters.parse(raw),
      limit: 50,
      cursor: null,
      centres: null,
      at: Instant.parse(march(25)),
    }).items.map(({ rate: name, flaw }) => [name, flaw]);
  expect(list({})).toEqual([
    ['P1', null],
    ['P2', 'procedure-not-in-force'],
  ]);
  expect(list({ flaw: 'procedure-not-in-force' })).toEqual([['P2', 'procedure-not-in-force']]);
});
