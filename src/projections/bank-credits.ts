/**
 * What came into the accounts: one row a statement, and one row a credit with how much of it is
 * matched to receipts. It holds no personal data: who paid, and what the bank prints, stay sealed.
 */

import { foldStatement } from '../domain/fees/statement/fold.ts';
import {
  allocationsOf,
  type BankEntry,
  creditStatus,
  matchedOf,
  type StatementState,
} from '../domain/fees/statement/state.ts';
import { statementKey } from '../domain/fees/statement/vocabulary.ts';
import { sumIn } from '../domain/fees/sums.ts';
import { centreOf } from '../domain/regulations/home.ts';
import { partsOf } from '../domain/stream.ts';
import type { Viewing } from './projection.ts';
import type { Row, Table } from './table.ts';

const statementTable: Table = {
  name: 'statement',
  columns: {
    place: 'INTEGER',
    subject: 'TEXT',
    centre: 'TEXT',
    account: 'TEXT',
    id: 'TEXT',
    bank: 'TEXT',
    holder: 'TEXT',
    firstDay: 'TEXT',
    lastDay: 'TEXT',
    currency: 'TEXT',
    opening: 'INTEGER',
    closing: 'INTEGER',
    credits: 'INTEGER',
    credited: 'INTEGER',
    matched: 'INTEGER',
    unmatched: 'INTEGER',
    debits: 'INTEGER',
    debited: 'INTEGER',
    entries: 'INTEGER',
  },
  key: 1,
  counts: [],
  indexes: ['place, centre', 'account, place, centre', 'holder, place, centre'],
};

/** The order of the list. */
const shown = 'place, nth, centre';

const creditTable: Table = {
  name: 'bank_credit',
  columns: {
    place: 'INTEGER',
    /** Which credit of its statement, from 1, in the order in which they came. */
    nth: 'INTEGER',
    subject: 'TEXT',
    centre: 'TEXT',
    account: 'TEXT',
    statement: 'TEXT',
    credit: 'TEXT',
    at: 'TEXT',
    bookedOn: 'TEXT',
    valueDate: 'TEXT',
    currency: 'TEXT',
    amount: 'INTEGER',
    matched: 'INTEGER',
    balance: 'INTEGER',
    status: 'TEXT',
    leftBecause: 'TEXT',
    reference: 'TEXT',
    receipts: 'INTEGER',
    times: 'INTEGER',
  },
  key: 2,
  counts: [],
  indexes: [
    shown,
    `credit, ${shown}`,
    `reference, ${shown}`,
    `account, ${shown}`,
    `status, ${shown}`,
    'bookedOn, place, nth, centre',
  ],
};

export const bankCredits: Viewing = {
  name: 'bank-credits',
  version: 1,
  category: 'statement',
  tables: [statementTable, creditTable],

  view({ stream, entries, history }) {
    const state = foldStatement(history.timeline);
    const { account = '', id = '' } = partsOf(stream, Object.keys(statementKey)) ?? {};
    const place = entries[0]?.index ?? null;
    const named = { place, subject: stream, centre: centreOf(entries), account };
    const credits = creditsOf(state).map((row, before) => ({
      ...named,
      statement: id,
      nth: before + 1,
      ...row,
    }));
    const whole = { ...named, id, ...statementOf(state, credits), entries: entries.length };
    return { rows: { statement: [whole], bank_credit: credits }, counts: {}, failures: [] };
  },
};

function creditsOf(state: StatementState): Row[] {
  const allocations = allocationsOf(state);
  return [...state.credits].map(([credit, entry]) => {
    const paid = allocations.get(credit) ?? [];
    const matched = matchedOf(entry, paid);
    const receipts = new Set(
      paid.map(({ centre, book, year, number }) => JSON.stringify([centre, book, year, number])),
    );
    return {
      credit,
      at: entry.at,
      bookedOn: entry.bookedOn,
      valueDate: entry.valueDate,
      currency: entry.amount.currency,
      amount: entry.amount.amount,
      matched,
      balance: entry.balance?.amount ?? null,
      status: creditStatus(entry, matched),
      leftBecause: entry.left,
      reference: entry.reference,
      receipts: receipts.size,
      times: entry.times,
    };
  });
}

/** Sums are in the statement's currency: what it names in another one is on the rows of its credits. */
function statementOf({ opened, credits, debits }: StatementState, rows: readonly Row[]): Row {
  const all = [...credits.values(), ...debits.values()];
  const currency =
    opened?.opening?.currency ?? opened?.closing?.currency ?? all[0]?.amount.currency ?? null;
  const added = (entries: ReadonlyMap<string, BankEntry>): number =>
    currency === null
      ? 0
      : sumIn(
          [...entries.values()].map(({ amount }) => amount),
          currency,
        );
  return {
    bank: opened?.bank ?? null,
    holder: opened?.holder ?? null,
    firstDay: opened?.from ?? null,
    lastDay: opened?.to ?? null,
    currency,
    opening: opened?.opening?.amount ?? null,
    closing: opened?.closing?.amount ?? null,
    credits: credits.size,
    credited: added(credits),
    matched: rows.filter(({ status }) => status === 'matched').length,
    unmatched: rows.filter(({ status }) => status === 'open' || status === 'partly-matched').length,
    debits: debits.size,
    debited: added(debits),
  };
}
