import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replay } from '../../../../src/domain/decider.ts';
import type { Proposal } from '../../../../src/domain/entry.ts';
import { foldStatement } from '../../../../src/domain/fees/statement/fold.ts';
import {
  allocationsOf,
  creditStatus,
  matchedOf,
  unknownStatement,
} from '../../../../src/domain/fees/statement/state.ts';
import { statementDecider } from '../../../../src/domain/fees/statement/statement.ts';
import {
  type StatementEvent,
  statement,
} from '../../../../src/domain/fees/statement/vocabulary.ts';
import { entry, examplesOf, imported, proposalsOf } from '../../../support/stated.ts';

const fact = proposalsOf(statement);
const dong = (amount: number) => ({ amount, currency: 'VND' });
const credit = fact('BankCreditRecorded', { credit: 'FT1', amount: dong(650_000) });
const left = fact('CreditLeftUnmatched', { credit: 'FT1', reason: 'payer-unknown' });

function matched(amount: number, currency = 'VND', match = 'DC-1') {
  const receipt = { credit: 'FT1', book: '01BLP0-001', year: '2026', number: '123' };
  return fact('CreditMatched', {
    match,
    allocations: [{ ...receipt, amount: { amount, currency } }],
  });
}

/** How credit FT1 stands. */
function standing(...past: readonly Proposal<StatementEvent>[]) {
  const state = replay(statementDecider, past);
  const found = state.credits.get('FT1');
  if (found === undefined) throw new Error('FT1 came in');
  return creditStatus(found, matchedOf(found, allocationsOf(state).get('FT1')));
}

test.each([
  [1, 'partly-matched'],
  [649_999, 'partly-matched'],
  [650_000, 'matched'],
  [650_001, 'overmatched'],
])('of 650,000 đồng, %i matched leaves the credit %s', (amount, status) => {
  expect(standing(credit, matched(amount))).toBe(status);
});

test('a credit is open until it is matched or said to be left', () => {
  expect(standing(credit)).toBe('open');
  expect(standing(credit, left)).toBe('left');
  expect(standing(credit, left, matched(1))).toBe('partly-matched');
  expect(standing(credit, matched(1), left)).toBe('left');
});

test('a match that is undone gives back what it took', () => {
  const undone = fact('CreditMatchUndone', { match: 'DC-1' });
  expect(standing(credit, matched(600_000), matched(50_000, 'VND', 'DC-2'))).toBe('matched');
  expect(standing(credit, matched(600_000), matched(50_000, 'VND', 'DC-2'), undone)).toBe(
    'partly-matched',
  );
  expect(standing(credit, matched(650_000), undone)).toBe('open');
});

test('what is matched in another currency is not added to the rest', () => {
  expect(standing(credit, { ...matched(650_000, 'USD'), ...imported })).toBe('open');
});

test('an entry that is named twice is kept as it was first told, and counted', () => {
  const again = fact('BankCreditRecorded', { credit: 'FT1', amount: dong(1) }, undefined, imported);
  const { credits } = replay(statementDecider, [credit, again]);
  expect(credits.get('FT1')).toMatchObject({ amount: dong(650_000), times: 2 });
});

test('a match of a credit that came on record later counts', () => {
  expect(standing({ ...matched(650_000), ...imported }, credit)).toBe('matched');
});

test('what is folded at once is what is folded entry by entry, and no state before is touched', () => {
  const any = fc.constantFrom(...examplesOf(statement), credit, left, matched(1));
  fc.assert(
    fc.property(fc.array(any, { maxLength: 30 }), (past) => {
      const entries = past.map((one, place) => entry(place, one));
      expect(foldStatement(entries)).toEqual(replay(statementDecider, past));
      expect(unknownStatement.credits.size).toBe(0);
    }),
  );
});
