/**
 * Every reason for which a fact does not go onto the record, with its HTTP status: the part of the
 * table of problems that grows with the families.
 */
import {
  type AttendanceRefusal,
  attendanceRefusals,
} from '../domain/attendance/attendance/attendance.ts';
import { type RosterRefusal, rosterRefusals } from '../domain/attendance/roster/roster.ts';
import { type AgencyRefusal, agencyRefusals } from '../domain/centre/agency/agency.ts';
import { type CentreRefusal, centreRefusals } from '../domain/centre/centre/centre.ts';
import { type MonthRefusal, monthRefusals } from '../domain/centre/month/month.ts';
import { type OfficialRefusal, officialRefusals } from '../domain/centre/official/official.ts';
import { type ProcedureRefusal, procedureRefusals } from '../domain/centre/procedure/procedure.ts';
import {
  type ComplaintRefusal,
  complaintRefusals,
} from '../domain/complaints/complaint/complaint.ts';
import {
  type ViolationRefusal,
  violationRefusals,
} from '../domain/complaints/violation/violation.ts';
import { type DossierRefusal, dossierRefusals } from '../domain/dossier/dossier.ts';
import { type FeesRefusal, feesRefusals } from '../domain/fees/month/month.ts';
import { type ReceiptRefusal, receiptRefusals } from '../domain/fees/receipt/receipt.ts';
import { type StatementRefusal, statementRefusals } from '../domain/fees/statement/statement.ts';
import { type LeaveRefusal, leaveRefusals } from '../domain/leave/leave.ts';
import { type DataBreachRefusal, dataBreachRefusals } from '../domain/privacy/breach/breach.ts';
import { type DataRequestRefusal, dataRequestRefusals } from '../domain/privacy/request/request.ts';
import { type EntryRefusal, entryRefusals } from '../ledger/deciding.ts';

/** A fact that does not go onto the record. What it says is the domain's; the status is HTTP's. */
export type RefusalCode =
  | EntryRefusal
  | DossierRefusal
  | ComplaintRefusal
  | ViolationRefusal
  | DataRequestRefusal
  | DataBreachRefusal
  | LeaveRefusal
  | AttendanceRefusal
  | RosterRefusal
  | OfficialRefusal
  | AgencyRefusal
  | CentreRefusal
  | MonthRefusal
  | ProcedureRefusal
  | ReceiptRefusal
  | StatementRefusal
  | FeesRefusal;

/**
 * 404: what it speaks of is not on record. 409: it is, and cannot be true beside this. 412: the
 * record is not what the client read. 422: it cannot be true, whatever is on record.
 */
export const refusalStatus = {
  'entry/key-reused': 422,
  'entry/stale-revision': 412,
  'entry/no-centre': 422,
  'entry/unknown-centre': 422,
  'entry/other-centre': 403,
  'entry/in-the-future': 422,
  'entry/unknown': 404,
  'entry/not-standing': 409,
  'entry/nothing-withdrawn': 422,
  'dossier/withdraws-nothing': 422,
  'dossier/code-mismatch': 422,
  'dossier/already-received': 409,
  'dossier/already-submitted': 409,
  'dossier/code-grammar': 422,
  'dossier/not-received': 409,
  'dossier/no-such-transfer': 409,
  'dossier/no-supplement-asked': 409,
  'dossier/nothing-asked': 409,
  'dossier/already-withdrawn': 409,
  'dossier/already-returned': 409,
  'dossier/effect-before-cause': 422,
  'leave/withdraws-nothing': 422,
  'leave/other-official': 422,
  'leave/already-requested': 409,
  'leave/days-overlap': 422,
  'leave/own-substitute': 422,
  'leave/nothing-asked': 409,
  'leave/already-confirmed': 409,
  'leave/already-approved': 409,
  'leave/already-rejected': 409,
  'leave/came-to-nothing': 409,
  'leave/already-cancelled': 409,
  'leave/already-taken': 409,
  'leave/not-taken': 409,
  'leave/already-returned': 409,
  'leave/effect-before-cause': 422,
  'attendance/other-month': 422,
  'attendance/already-checked-in': 409,
  'attendance/already-checked-out': 409,
  'attendance/not-checked-in': 409,
  'attendance/days-overlap': 422,
  'attendance/absence-on-record': 409,
  'attendance/overtime-on-record': 409,
  'attendance/already-assigned': 409,
  'attendance/no-such-task': 409,
  'attendance/task-completed': 409,
  'attendance/effect-before-cause': 422,
  'roster/other-centre': 422,
  'roster/other-month': 422,
  'roster/same-official': 422,
  'roster/line-repeated': 422,
  'roster/already-published': 409,
  'roster/not-published': 409,
  'roster/already-asked': 409,
  'roster/nothing-asked': 409,
  'roster/effect-before-cause': 422,
  'official/withdraws-nothing': 422,
  'official/already-registered': 409,
  'official/not-registered': 409,
  'official/account-open': 409,
  'official/no-such-account': 409,
  'official/posting-known': 409,
  'official/no-such-posting': 409,
  'official/office-held': 409,
  'official/no-such-office': 409,
  'official/authority-known': 409,
  'official/no-such-authority': 409,
  'official/effect-before-cause': 422,
  'agency/withdraws-nothing': 422,
  'agency/own-successor': 422,
  'agency/already-established': 409,
  'agency/not-established': 409,
  'agency/already-abolished': 409,
  'agency/ends-before-start': 422,
  'agency/listed-twice': 422,
  'agency/list-known': 409,
  'agency/no-such-list': 409,
  'centre/other-centre': 422,
  'centre/other-year': 422,
  'centre/already-established': 409,
  'centre/counter-open': 409,
  'centre/counter-closed': 409,
  'centre/name-used': 409,
  'centre/nothing-to-answer': 409,
  'centre/already-ended': 409,
  'centre/outage-goes-on': 409,
  'centre/already-waived': 409,
  'centre/effect-before-cause': 422,
  'month/other-centre': 422,
  'month/other-period': 422,
  'month/other-month': 422,
  'month/already-demanded': 409,
  'month/nothing-demanded': 409,
  'month/not-interrupted': 409,
  'month/already-resumed': 409,
  'month/effect-before-cause': 422,
  'procedure/code-mismatch': 422,
  'procedure/already-published': 409,
  'procedure/rate-before-procedure': 409,
  'procedure/not-published': 409,
  'procedure/repealed': 409,
  'procedure/same-day': 409,
  'procedure/no-such-rate': 409,
  'procedure/no-such-process': 409,
  'procedure/effect-before-cause': 422,
  'complaint/already-received': 409,
  'complaint/not-received': 409,
  'complaint/nothing-asked': 409,
  'complaint/not-suspended': 409,
  'complaint/not-ended': 409,
  'complaint/already-accepted': 409,
  'complaint/already-suspended': 409,
  'complaint/already-ended': 409,
  'complaint/effect-before-cause': 422,
  'violation/already-recorded': 409,
  'violation/not-recorded': 409,
  'violation/nothing-asked': 409,
  'violation/not-decided': 409,
  'violation/already-decided': 409,
  'violation/effect-before-cause': 422,
  'datarequest/already-received': 409,
  'datarequest/not-received': 409,
  'datarequest/already-acknowledged': 409,
  'datarequest/already-answered': 409,
  'datarequest/already-withdrawn': 409,
  'datarequest/effect-before-cause': 422,
  'databreach/already-detected': 409,
  'databreach/not-detected': 409,
  'databreach/already-dealt-with': 409,
  'databreach/effect-before-cause': 422,
  'receipt/other-centre': 422,
  'receipt/other-number': 422,
  'receipt/other-year': 422,
  'receipt/total-differs': 422,
  'receipt/number-used': 409,
  'receipt/number-voided': 409,
  'receipt/already-voided': 409,
  'receipt/not-issued': 409,
  'receipt/payment-recorded': 409,
  'receipt/effect-before-cause': 422,
  'statement/other-account': 422,
  'statement/already-opened': 409,
  'statement/entry-recorded': 409,
  'statement/already-matched': 409,
  'statement/no-such-match': 409,
  'statement/no-such-credit': 409,
  'statement/other-currency': 422,
  'statement/matched-beyond': 409,
  'statement/effect-before-cause': 422,
  'fees/other-centre': 422,
  'fees/other-month': 422,
  'fees/before-month': 422,
  'fees/numbers-given-out': 409,
  'fees/no-such-book': 409,
  'fees/book-closed': 409,
  'fees/no-summary': 409,
  'fees/effect-before-cause': 422,
} as const satisfies Record<RefusalCode, number>;

/** What a person reads: the family's own words. */
export const saysOfRefusal: Readonly<Record<RefusalCode, string>> = {
  ...entryRefusals,
  ...dossierRefusals,
  ...receiptRefusals,
  ...statementRefusals,
  ...feesRefusals,
  ...complaintRefusals,
  ...violationRefusals,
  ...dataRequestRefusals,
  ...dataBreachRefusals,
  ...leaveRefusals,
  ...attendanceRefusals,
  ...rosterRefusals,
  ...officialRefusals,
  ...agencyRefusals,
  ...centreRefusals,
  ...monthRefusals,
  ...procedureRefusals,
};
