/** Every kind of record that is served over HTTP, and every list of them. A new one is a file under `resources/`, and a line here. */
import type { List } from './list-route.ts';
import type { Resource } from './resource.ts';
import { accessRecords, openingList } from './resources/access.ts';
import { agencies, agencyList } from './resources/agencies.ts';
import { attendance, attendanceList, conductList, overtimeList } from './resources/attendance.ts';
import {
  centreYears,
  counterList,
  noticeList,
  outageList,
  proceedingList,
} from './resources/centres.ts';
import { complaintList, complaints } from './resources/complaints.ts';
import { dataBreaches, dataBreachList } from './resources/data-breaches.ts';
import { dataRequestList, dataRequests } from './resources/data-requests.ts';
import { dossierList, dossiers } from './resources/dossiers.ts';
import { feeMonthList, feeMonths } from './resources/fee-months.ts';
import { leave, leaveBalanceList, leaveList } from './resources/leave.ts';
import { months, reportList } from './resources/months.ts';
import { officials, postingList, registerList } from './resources/officials.ts';
import { procedureList, procedures, rateList } from './resources/procedures.ts';
import { ratingList, ratingTotalList } from './resources/ratings.ts';
import { feeTotalList, receiptBookList, receiptList, receipts } from './resources/receipts.ts';
import { rosterList, rosters } from './resources/rosters.ts';
import { bankCreditList, statementList, statements } from './resources/statements.ts';
import { violationList, violations } from './resources/violations.ts';

export const resources: readonly Resource[] = [
  dossiers,
  accessRecords,
  leave,
  attendance,
  rosters,
  officials,
  agencies,
  centreYears,
  months,
  procedures,
  receipts,
  statements,
  feeMonths,
  complaints,
  violations,
  dataRequests,
  dataBreaches,
];

export const lists: readonly List[] = [
  dossierList,
  openingList,
  leaveList,
  leaveBalanceList,
  attendanceList,
  conductList,
  overtimeList,
  rosterList,
  registerList,
  postingList,
  agencyList,
  counterList,
  outageList,
  noticeList,
  proceedingList,
  reportList,
  procedureList,
  rateList,
  receiptList,
  receiptBookList,
  feeTotalList,
  statementList,
  bankCreditList,
  feeMonthList,
  complaintList,
  violationList,
  dataRequestList,
  dataBreachList,
  ratingList,
  ratingTotalList,
];
