/** Registers as they were at an event, by a model that shows later ones. */
import { expect, test } from 'vitest';
import { receipt } from '../../src/domain/fees/receipt/vocabulary.ts';
import { receiptNumbers } from '../../src/domain/regulations/registers/receipt-numbers.ts';
import { registersByModel } from '../../src/projections/registers-of.ts';
import { modelOf } from '../support/model.ts';
import { examplesOf } from '../support/stated.ts';

test('a number that was entered later was not on record before', async () => {
  const [issued] = examplesOf(receipt);
  if (issued === undefined) throw new Error('receipts have words');
  const [first, second] = ['receipt-NB-2026-AA-1', 'receipt-NB-2026-AA-2'];
  using model = await modelOf([
    { stream: second, fact: issued },
    { stream: first, fact: issued },
  ]);
  const asOf = (last: bigint) =>
    registersByModel(model.database, (stream) =>
      model.entriesOf(stream).filter(({ index }) => index <= last),
    );

  expect(asOf(0n).look(receiptNumbers, first)).toBe(false);
  expect(asOf(1n).look(receiptNumbers, first)).toBe(true);
  expect(asOf(0n).look(receiptNumbers, second)).toBe(true);
});
