/** The read models of the ledger. A new one is a file beside this one, and a line in it. */
import type { Centres } from '../domain/regulations/centre.ts';
import { agencies } from './agencies.ts';
import { attendances } from './attendance.ts';
import { bankCredits } from './bank-credits.ts';
import { complaints } from './complaints.ts';
import { counters } from './counters.ts';
import { dataBreaches } from './data-breaches.ts';
import { dataRequests } from './data-requests.ts';
import { dossiers } from './dossiers.ts';
import { duties } from './duties.ts';
import { feeMonths } from './fee-months.ts';
import { feeTotals } from './fee-totals.ts';
import { laidDowns } from './laid-down.ts';
import { leaves } from './leave.ts';
import { leaveEarned, leaveUsed } from './leave-balance.ts';
import { notices } from './notices.ts';
import { officials } from './officials.ts';
import { openings } from './openings.ts';
import { outages } from './outages.ts';
import { postings } from './postings.ts';
import { procedures } from './procedures.ts';
import { proceedings } from './proceedings.ts';
import type { Projection } from './projection.ts';
import { rates } from './rates.ts';
import { ratings } from './ratings.ts';
import { receiptBooks } from './receipt-books.ts';
import { receipts } from './receipts.ts';
import { register } from './register.ts';
import { reports } from './reports.ts';
import { rosters } from './rosters.ts';
import { staffing } from './staffing.ts';
import { violations } from './violations.ts';

export function projectionsFor(centres: Centres): readonly Projection[] {
  return [
    dossiers,
    duties(centres),
    officials,
    openings,
    complaints,
    violations,
    dataRequests,
    dataBreaches,
    ratings,
    leaves,
    leaveEarned,
    leaveUsed,
    attendances,
    rosters,
    staffing,
    register,
    postings,
    agencies,
    counters,
    outages,
    notices,
    laidDowns,
    proceedings,
    reports,
    procedures,
    rates,
    receipts,
    receiptBooks,
    feeTotals,
    bankCredits,
    feeMonths,
  ];
}
