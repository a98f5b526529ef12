/** The registers, and the families whose records they are made from. A new one is a file under `registers/`, and a line here. */
import type { Register } from './register.ts';
import { accounts } from './registers/accounts.ts';
import { agencies } from './registers/agencies.ts';
import { recordsBegin } from './registers/beginning.ts';
import { books } from './registers/books.ts';
import { sharedCounters } from './registers/counters.ts';
import { publishedCriteria } from './registers/criteria.ts';
import { laidDown } from './registers/laid-down.ts';
import { approvedLists } from './registers/lists.ts';
import { offices } from './registers/offices.ts';
import { declaredOutages } from './registers/outages.ts';
import { people } from './registers/people.ts';
import { postings } from './registers/postings.ts';
import { prices } from './registers/prices.ts';
import { procedures } from './registers/procedures.ts';
import { rates } from './registers/rates.ts';
import { receiptIssues } from './registers/receipt-issues.ts';
import { receiptNumbers } from './registers/receipt-numbers.ts';
import { remarks } from './registers/remarks.ts';
import { resultChannels } from './registers/result-channels.ts';
import { shares } from './registers/shares.ts';
import { successions } from './registers/successions.ts';
import { takings } from './registers/takings.ts';
import { gathered } from './subjects.ts';

/** Every register, those included whose records are parts of a subject; by category. */
export const registers: ReadonlyMap<string, readonly Register<unknown>[]> = Map.groupBy(
  [
    recordsBegin,
    laidDown,
    remarks,
    agencies,
    successions,
    people,
    publishedCriteria,
    sharedCounters,
    postings,
    offices,
    approvedLists,
    declaredOutages,
    procedures,
    books,
    prices,
    rates,
    receiptNumbers,
    receiptIssues,
    resultChannels,
    shares,
    takings,
    accounts,
    ...[...gathered.values()].flatMap(({ parts }) => parts),
  ],
  ({ category }) => category,
);
