/** Sao kê: the record family of bank statements. Stream `statement-{account}-{id}`. */
import { type Family, family, type Misplaced } from '../../family.ts';
import { type StatementRefusal, statementDecider } from './statement.ts';
import { type StatementEvent, statement, statementKey } from './vocabulary.ts';

const misplaced: Misplaced<StatementEvent, StatementRefusal> = ({ type, data }, key) =>
  type === 'StatementOpened' && data.account !== key['account'] ? 'statement/other-account' : null;

export const statementFamily: Family = family({
  category: 'statement',
  key: statementKey,
  vocabulary: statement,
  decider: statementDecider,
  opens: ['StatementOpened', 'BankCreditRecorded', 'BankDebitRecorded'],
  misplaced,
});
