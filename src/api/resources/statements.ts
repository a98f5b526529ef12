/** Sao kê over HTTP: one bank statement, the list of them, and the list of what came in. */
import { z } from 'zod';
import { statementFamily } from '../../domain/fees/statement/family.ts';
import { foldStatement } from '../../domain/fees/statement/fold.ts';
import {
  allocationsOf,
  type BankEntry,
  creditStatus,
  creditStatuses,
  matchedOf,
} from '../../domain/fees/statement/state.ts';
import type { Allocation } from '../../domain/fees/statement/vocabulary.ts';
import {
  BankCreditFilters,
  BankCreditItem,
  listBankCredits,
} from '../../projections/lists/bank-credits.ts';
import {
  listStatements,
  StatementFilters,
  StatementItem,
} from '../../projections/lists/statements.ts';
import { listed } from '../list-route.ts';
import { policyOf } from '../policy.ts';
import { type Resource, resource } from '../resource.ts';

const Code = z.string().nullable();
const Day = z.iso.date().nullable();
const Amount = z.object({
  amount: z.int().describe('In minor units of its currency.'),
  currency: z.string(),
});

const entry = {
  at: z.iso.datetime(),
  bookedOn: Day,
  valueDate: Day,
  amount: Amount,
  balance: Amount.nullable().describe('Of the account, after it.'),
  reference: Code,
  times: z.int().describe('How often the statement names it: more than once is odd.'),
};

const Paid = z.object({
  centre: Code,
  book: z.string(),
  year: z.string(),
  number: z.string(),
  amount: Amount,
});

const CreditShown = z.object({
  credit: z.string().describe('What the bank calls it.'),
  ...entry,
  status: z.enum(creditStatuses),
  matched: z.int().describe('How much of it pays receipts, in minor units of its currency.'),
  leftBecause: Code.describe('Why no receipt fits, where that was said last.'),
  receipts: z.array(Paid).describe('What it pays.'),
});

const StatementShown = z.object({
  account: z.string(),
  id: z.string(),
  bank: Code,
  holder: Code.describe('Whose account it is.'),
  from: Day,
  to: Day,
  opening: Amount.nullable(),
  closing: Amount.nullable(),
  openings: z.int().describe('How often it was opened: more than once is odd.'),
  credits: z.array(CreditShown),
  debits: z.array(z.object({ debit: z.string().describe('What the bank calls it.'), ...entry })),
  matches: z.array(z.string()).describe('The names of the matches that stand.'),
});

export const statements: Resource = resource({
  family: statementFamily,
  path: '/v1/statements/:account/:id',
  tag: 'statements',
  what: 'a bank statement',
  state: StatementShown,
  show({ timeline, key: { account = '', id = '' } }) {
    const state = foldStatement(timeline);
    const allocations = allocationsOf(state);
    return {
      account,
      id,
      bank: state.opened?.bank ?? null,
      holder: state.opened?.holder ?? null,
      from: state.opened?.from ?? null,
      to: state.opened?.to ?? null,
      opening: state.opened?.opening ?? null,
      closing: state.opened?.closing ?? null,
      openings: state.openings,
      credits: [...state.credits].map(([credit, one]) =>
        creditShown(credit, one, allocations.get(credit) ?? []),
      ),
      debits: [...state.debits].map(([debit, one]) => ({ debit, ...entryShown(one) })),
      matches: [...state.matches.keys()],
    };
  },
});

function entryShown({ at, bookedOn, valueDate, amount, balance, reference, times }: BankEntry) {
  return { at, bookedOn, valueDate, amount, balance, reference, times };
}

function creditShown(
  credit: string,
  one: BankEntry,
  allocations: readonly Allocation[],
): z.output<typeof CreditShown> {
  const matched = matchedOf(one, allocations);
  return {
    credit,
    ...entryShown(one),
    status: creditStatus(one, matched),
    matched,
    leftBecause: one.left,
    receipts: allocations.map(({ centre, book, year, number, amount }) => ({
      centre,
      book,
      year,
      number,
      amount,
    })),
  };
}

export const statementList = listed({
  path: '/v1/statements',
  policy: policyOf('GET', '/v1/statements'),
  summary: 'Bank statements, the latest on record first',
  filters: StatementFilters.strict(),
  item: StatementItem,
  narrow: (_, filters) => filters,
  list: listStatements,
});

export const bankCreditList = listed({
  path: '/v1/bank-credits',
  policy: policyOf('GET', '/v1/bank-credits'),
  summary: 'What came into the accounts, and how much of it is matched to receipts',
  filters: BankCreditFilters.strict(),
  item: BankCreditItem,
  narrow: (_, filters) => filters,
  list: listBankCredits,
});
