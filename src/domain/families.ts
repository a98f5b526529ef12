/** The record families of the ledger. A new one is a folder beside this file, and a line in it. */

import { accessFamily } from './access/family.ts';
import { attendanceFamily } from './attendance/attendance/family.ts';
import { rosterFamily } from './attendance/roster/family.ts';
import { agencyFamily } from './centre/agency/family.ts';
import { centreFamily } from './centre/centre/family.ts';
import { monthFamily } from './centre/month/family.ts';
import { officialFamily } from './centre/official/family.ts';
import { procedureFamily } from './centre/procedure/family.ts';
import { complaintFamily } from './complaints/complaint/family.ts';
import { violationFamily } from './complaints/violation/family.ts';
import { custodyFamily } from './custody/family.ts';
import { dossierFamily } from './dossier/family.ts';
import type { Families, Family } from './family.ts';
import { feesFamily } from './fees/month/family.ts';
import { receiptFamily } from './fees/receipt/family.ts';
import { statementFamily } from './fees/statement/family.ts';
import { leaveFamily } from './leave/family.ts';
import { dataBreachFamily } from './privacy/breach/family.ts';
import { dataRequestFamily } from './privacy/request/family.ts';

const all: readonly Family[] = [
  dossierFamily,
  complaintFamily,
  violationFamily,
  dataRequestFamily,
  dataBreachFamily,
  custodyFamily,
  accessFamily,
  leaveFamily,
  attendanceFamily,
  rosterFamily,
  officialFamily,
  agencyFamily,
  centreFamily,
  monthFamily,
  procedureFamily,
  receiptFamily,
  statementFamily,
  feesFamily,
];

export const families: Families = new Map(all.map((one) => [one.category, one]));
