/**
 * Bank statements: what can be on record together of one statement.
 *
 * The bank says what came in, and the ledger keeps it as it was said. A match is the centre's own
 * saying: entered live, it cannot give more of a credit than there is.
 */
import { accepted, type Decider, refused } from '../../decider.ts';
import type { Proposal } from '../../entry.ts';
import { isBefore } from '../../latest.ts';
import type { Instant } from '../../units.ts';
import {
  allocationsOf,
  evolve,
  matchedOf,
  type StatementState,
  unknownStatement,
} from './state.ts';
import type { StatementEvent, StatementEventOf } from './vocabulary.ts';

/**
 * Every reason to refuse, in order of precedence: when several apply, the person is told the first.
 * The first holds however an entry comes; the others only of what is entered live.
 */
export const statementRefusals = {
  'statement/other-account':
    'The account in the entry is not that of this statement. Record it on a statement of the account that it names.',
  'statement/already-opened':
    'The opening of this statement is on record. If it is wrong, correct that entry.',
  'statement/entry-recorded':
    'The bank’s entry of that name is on record here. If it is wrong, correct that entry.',
  'statement/already-matched':
    'A match of that name is on record. Give this one another name, or undo that one first.',
  'statement/no-such-match':
    'No match of that name stands on this statement. Check the name in the trail.',
  'statement/no-such-credit':
    'No such credit is on this statement. Record the credit first, or check what the bank calls it.',
  'statement/other-currency':
    'The match is in another currency than the credit. Give the amount in the currency of the credit.',
  'statement/matched-beyond':
    'More would be matched than came in. Check the amounts, or undo what the credit was matched to before.',
  'statement/effect-before-cause':
    'This is said to have happened before what it is about. Check the time.',
} as const;

export type StatementRefusal = keyof typeof statementRefusals;

export const statementDecider: Decider<StatementState, StatementEvent, StatementRefusal> = {
  initial: unknownStatement,
  refusals: statementRefusals,
  decide(proposed, state) {
    const because = proposed.recordedVia.mode === 'live' ? incoherent(proposed, state) : null;
    return because === null ? accepted : refused(because);
  },
  evolve,
};

/** What an operator who enters it as it happens is asked to look at again. */
function incoherent(
  proposed: Proposal<StatementEvent>,
  state: StatementState,
): StatementRefusal | null {
  const { type, data } = proposed;
  if (type === 'StatementOpened') return state.openings > 0 ? 'statement/already-opened' : null;
  if (type === 'BankCreditRecorded' && state.credits.has(data.credit)) {
    return 'statement/entry-recorded';
  }
  if (type === 'BankDebitRecorded' && state.debits.has(data.debit)) {
    return 'statement/entry-recorded';
  }
  if (type === 'CreditMatched') {
    if (state.matches.has(data.match)) return 'statement/already-matched';
    return wronglyMatched(data, state) ?? tooEarly(proposed, causesIn(data, state));
  }
  if (type === 'CreditMatchUndone') {
    const match = state.matches.get(data.match);
    return match === undefined ? 'statement/no-such-match' : tooEarly(proposed, [match.at]);
  }
  if (type === 'CreditLeftUnmatched') {
    const credit = state.credits.get(data.credit);
    return credit === undefined ? 'statement/no-such-credit' : tooEarly(proposed, [credit.at]);
  }
  return null;
}

type Matched = StatementEventOf<'CreditMatched'>['data'];

function wronglyMatched({ allocations }: Matched, state: StatementState): StatementRefusal | null {
  if (allocations.some(({ credit }) => !state.credits.has(credit))) {
    return 'statement/no-such-credit';
  }
  const isForeign = allocations.some(
    ({ credit, amount }) => state.credits.get(credit)?.amount.currency !== amount.currency,
  );
  if (isForeign) return 'statement/other-currency';
  const before = allocationsOf(state);
  const added = Map.groupBy(allocations, ({ credit }) => credit);
  const isBeyond = [...added].some(([id, more]) => {
    const credit = state.credits.get(id);
    if (credit === undefined) return false;
    return matchedOf(credit, [...(before.get(id) ?? []), ...more]) > credit.amount.amount;
  });
  return isBeyond ? 'statement/matched-beyond' : null;
}

function causesIn({ allocations }: Matched, { credits }: StatementState): Instant[] {
  return allocations.flatMap(({ credit }) => credits.get(credit)?.at ?? []);
}

function tooEarly(
  proposed: Proposal<StatementEvent>,
  causes: readonly Instant[],
): StatementRefusal | null {
  return causes.some((at) => isBefore(proposed, at)) ? 'statement/effect-before-cause' : null;
}
