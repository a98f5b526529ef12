import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accepted, replay } from '../../../../src/domain/decider.ts';
import type { Proposal } from '../../../../src/domain/entry.ts';
import { statementFamily } from '../../../../src/domain/fees/statement/family.ts';
import { allocationsOf, matchedOf } from '../../../../src/domain/fees/statement/state.ts';
import {
  type StatementRefusal,
  statementDecider,
  statementRefusals,
} from '../../../../src/domain/fees/statement/statement.ts';
import {
  type StatementEvent,
  statement,
} from '../../../../src/domain/fees/statement/vocabulary.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { specify } from '../../../support/decider-spec.ts';
import { backfilled, examplesOf, imported, proposalsOf } from '../../../support/stated.ts';

const { given } = specify(statementDecider);
const fact = proposalsOf(statement);

type Fact = Proposal<StatementEvent>;

const [eight, nine, ten] = [clock('08'), clock('09'), clock('10')];
const dong = (amount: number) => ({ amount, currency: 'VND' });

const opened = fact('StatementOpened', { account: '113000042042' }, eight);
const credit = credited('FT1', 650_000);
const debit = fact('BankDebitRecorded', { debit: 'FT9', amount: dong(1_000) }, nine);
const matched = matching('DC-1', [['FT1', '123', 650_000]]);
const undone = fact('CreditMatchUndone', { match: 'DC-1' }, ten);
const left = fact('CreditLeftUnmatched', { credit: 'FT1' }, ten);

test.each<[string, Fact[], Fact]>([
  ['an opening', [], opened],
  ['a credit of a statement that was not opened', [], credit],
  ['a debit', [opened, credit], debit],
  ['a debit with the name of a credit', [credited('FT9', 1)], debit],
  ['a match of all that came in', [credit], matched],
  ['a match of a part', [credit], matching('DC-1', [['FT1', '123', 100_000]])],
  [
    'one credit that pays several receipts',
    [credit],
    matching('DC-1', [
      ['FT1', '123', 600_000],
      ['FT1', '124', 50_000],
    ]),
  ],
  [
    'several credits that pay one receipt',
    [credit, credited('FT2', 50_000)],
    matching('DC-1', [
      ['FT1', '123', 650_000],
      ['FT2', '123', 50_000],
    ]),
  ],
  [
    'a second match of what the first one left',
    [credit, matching('DC-1', [['FT1', '123', 600_000]])],
    matching('DC-2', [['FT1', '124', 50_000]]),
  ],
  ['a match undone', [credit, matched], undone],
  ['a match made again', [credit, matched, undone], matched],
  ['a credit that no receipt fits', [credit], left],
  ['a match of what had been left', [credit, left], matched],
])('%s is recorded', (_, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenAccepts();
});

const foreign = fact(
  'CreditMatched',
  {
    match: 'DC-1',
    allocations: [
      {
        credit: 'FT1',
        book: '01BLP0-001',
        year: '2026',
        number: '123',
        amount: { amount: 25, currency: 'USD' },
      },
    ],
  },
  ten,
);

/** The first is refused by the record that the entry is sent to: see below. */
const refusals: readonly [StatementRefusal, readonly Fact[], Fact][] = [
  ['statement/already-opened', [opened], opened],
  ['statement/entry-recorded', [credit], credit],
  ['statement/already-matched', [credit, matched], matched],
  ['statement/no-such-match', [credit], undone],
  ['statement/no-such-credit', [opened], matched],
  ['statement/other-currency', [credit], foreign],
  ['statement/matched-beyond', [credit], matching('DC-1', [['FT1', '123', 650_001]])],
  ['statement/effect-before-cause', [credit], at(matched, eight)],
];

test.each(refusals)('%s', (because, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test('every refusal is shown here, in its order of precedence', () => {
  const shown = ['statement/other-account', ...refusals.map(([because]) => because)];
  expect(shown).toEqual(Object.keys(statementRefusals));
  expect(statementDecider.refusals).toBe(statementRefusals);
});

const partly = matching('DC-1', [['FT1', '123', 600_000]]);

test.each<[string, readonly Fact[], Fact, StatementRefusal]>([
  ['a debit recorded twice', [debit], debit, 'statement/entry-recorded'],
  [
    'a name that was used before a credit that is not there',
    [credit, matched],
    matching('DC-1', [['FT2', '123', 1]]),
    'statement/already-matched',
  ],
  [
    'more than an earlier match left',
    [credit, partly],
    matching('DC-2', [['FT1', '124', 50_001]]),
    'statement/matched-beyond',
  ],
  [
    'too much in two parts of one match',
    [credit],
    matching('DC-1', [
      ['FT1', '123', 600_000],
      ['FT1', '124', 50_001],
    ]),
    'statement/matched-beyond',
  ],
  ['a match undone twice', [credit, matched, undone], undone, 'statement/no-such-match'],
  [
    'a match undone before it was made',
    [credit, matched],
    at(undone, nine),
    'statement/effect-before-cause',
  ],
  ['a credit left that is not there', [], left, 'statement/no-such-credit'],
  ['a credit left before it came', [credit], at(left, eight), 'statement/effect-before-cause'],
  [
    'too much before a wrong time',
    [credit],
    at(matching('DC-1', [['FT1', '123', 650_001]]), eight),
    'statement/matched-beyond',
  ],
])('%s', (_, past, proposed, because) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test.each([
  ['a backfill', backfilled],
  ['an import', imported],
])('%s keeps what an operator is asked to look at again', (_, via) => {
  for (const [, past, proposed] of refusals) {
    given(...past)
      .when({ ...proposed, ...via })
      .thenAccepts();
  }
});

test('a statement of one account says nothing of another, however it comes', () => {
  const key = { account: '113000042042', id: '2026-03-02' };
  const other = { account: '113000042043', id: '2026-03-02' };
  expect(statementFamily.misplaced(opened, key, true)).toBeNull();
  expect(statementFamily.misplaced(opened, other, true)).toBe('statement/other-account');
  const fromFile = { ...opened, ...imported };
  expect(statementFamily.misplaced(fromFile, other, true)).toBe('statement/other-account');
  expect(statementFamily.misplaced(credit, other, false)).toBeNull();
});

const anyMatch = fc
  .array(
    fc.tuple(
      fc.constantFrom('FT1', 'FT2', 'FT3'),
      fc.constantFrom('123', '124'),
      fc.integer({ min: 0, max: 500 }),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .chain((parts) => fc.integer({ min: 1, max: 4 }).map((name) => matching(`DC-${name}`, parts)));

const anyEvent = fc.oneof(
  anyMatch,
  fc.constantFrom('FT1', 'FT2', 'FT3').map((id) => credited(id, 600)),
  fc
    .constantFrom('DC-1', 'DC-2', 'DC-3', 'DC-4')
    .map((match) => fact('CreditMatchUndone', { match }, ten)),
);

test('what is matched live is never more than came in', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40 }), (proposed) => {
      const kept = proposed.reduce<Fact[]>((past, one) => {
        const { kind } = statementDecider.decide(one, replay(statementDecider, past));
        return kind === 'accepted' ? [...past, one] : past;
      }, []);
      const state = replay(statementDecider, kept);
      const taken = allocationsOf(state);
      for (const [id, entry] of state.credits) {
        expect(matchedOf(entry, taken.get(id))).toBeLessThanOrEqual(entry.amount.amount);
      }
    }),
  );
});

test('whatever is on record, an import is kept', () => {
  const any = fc.constantFrom(...examplesOf(statement));
  fc.assert(
    fc.property(fc.array(any, { maxLength: 20 }), any, (past, proposed) => {
      const decision = statementDecider.decide(
        { ...proposed, ...imported },
        replay(statementDecider, past),
      );
      expect(decision).toEqual(accepted);
    }),
  );
});

function clock(hour: string): string {
  return `2026-03-02T${hour}:00:00+07:00`;
}

function at(proposed: Fact, occurredAt: string): Fact {
  return { ...proposed, occurredAt: Instant.parse(occurredAt) };
}

function credited(id: string, amount: number): Fact {
  return fact('BankCreditRecorded', { credit: id, amount: dong(amount) }, nine);
}

/** @param parts of credits, and the receipts that they pay. */
function matching(match: string, parts: readonly (readonly [string, string, number])[]): Fact {
  const allocations = parts.map(([from, number, amount]) => ({
    credit: from,
    book: '01BLP0-001',
    year: '2026',
    number,
    amount: dong(amount),
  }));
  return fact('CreditMatched', { match, allocations }, ten);
}
