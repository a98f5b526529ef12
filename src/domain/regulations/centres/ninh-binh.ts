/**
 * Ninh Bình: how the centre coordinates with agencies, organisations and persons, decision 743/QĐ-UBND
 * of 23 September 2020, in force from its signing.
 *
 * The hours and the counting are those of decision 1169/QĐ-UBND of 22 September 2020, whose text is
 * not at hand: both are defaults here.
 */
import { between, calendar, mondayToFriday } from '../../time/calendar.ts';
import { vietnameseHolidays } from '../../time/holidays.ts';
import { WorkingTime } from '../../time/working-time.ts';
import { hoChiMinh } from '../../time/zone.ts';
import { CalendarDate, CentreCode } from '../../units.ts';
import type { Centre, Regulation } from '../centre.ts';
import { by, byDefault } from '../given.ts';
import { defaults, type Profile, parametersOf } from '../parameters.ts';
import { collectedByCentre } from '../rules/collected-where-due.ts';
import { confidentialityOfPost } from '../rules/confidentiality.ts';
import { counterNeverUnstaffed } from '../rules/counter-never-unstaffed.ts';
import { courierCustody } from '../rules/courier-custody.ts';
import { digitisedBeforeTransfer } from '../rules/digitised-on-reception.ts';
import { dueAndOverdueUrged } from '../rules/due-and-overdue-urged.ts';
import { feeAsPublished } from '../rules/fee-as-published.ts';
import { fromApprovedList } from '../rules/from-approved-list.ts';
import { meritProposed } from '../rules/merit-proposed.ts';
import { monthlyReconciliation } from '../rules/monthly-reconciliation.ts';
import { monthlyReport } from '../rules/monthly-report.ts';
import { monthlyReportOnRegulation } from '../rules/monthly-report-on-regulation.ts';
import { monthlySummaryAndRemittance } from '../rules/monthly-summary-and-remittance.ts';
import { monthlyRemittance } from '../rules/monthly-summary-and-remittance-money.ts';
import { noExtraPapers } from '../rules/no-extra-papers.ts';
import { officialComesAtOnce } from '../rules/official-comes-at-once.ts';
import { outcomePublished } from '../rules/outcome-published.ts';
import { overdueExplained } from '../rules/overdue-explained.ts';
import { papersSupplied } from '../rules/papers-supplied.ts';
import { portalFeedbackAnswered } from '../rules/portal-feedback-answered.ts';
import { portalProcessAgreed } from '../rules/portal-process-agreed.ts';
import { portalProcessAgreedSpecial } from '../rules/portal-process-agreed-special.ts';
import { postalComplaintsReport } from '../rules/postal-complaints-report.ts';
import { postalComplaintSettled } from '../rules/postal-complaints-report-settled.ts';
import { postingTerm } from '../rules/posting-term.ts';
import { proceduresPublic } from '../rules/procedures-public.ts';
import { proceduresPublicTold } from '../rules/procedures-public-told.ts';
import { processingDeadline } from '../rules/processing-deadline.ts';
import { progressKeptByAgency } from '../rules/progress-kept-current.ts';
import { progressQueryAnswered } from '../rules/progress-query-answered.ts';
import { rateChangeNotified } from '../rules/rate-change-notified.ts';
import { rateChangeNotifiedPublished } from '../rules/rate-change-notified-published.ts';
import { ratingShared } from '../rules/rating-shared.ts';
import { replaceOnFailure } from '../rules/replace-on-failure.ts';
import { resultsThroughCentreUnlessAgreed } from '../rules/results-through-centre.ts';
import { settlement } from '../rules/settlement.ts';
import { staffingFollowsDemand } from '../rules/staffing-follows-demand.ts';
import { stepDeadline } from '../rules/step-deadline.ts';
import { stepDeadlineTotal } from '../rules/step-deadline-total.ts';
import { substituteAnnounced } from '../rules/substitute-announced.ts';
import { substituteOnList } from '../rules/substitute-announced-on-list.ts';
import { supplementComplete } from '../rules/supplement-complete.ts';
import { supplementOnce } from '../rules/supplement-once.ts';
import { threeWayRouting } from '../rules/three-way-routing.ts';
import { forwardedUrged } from '../rules/three-way-routing-urged.ts';
import { uncollectedResultsKept } from '../rules/uncollected-results-kept.ts';
import { uniformAndBadge } from '../rules/uniform-and-badge.ts';
import { staffViolationHandled, violationHandledByAgency } from '../rules/violation-handled.ts';
import { writtenReply } from '../rules/written-reply-with-copy.ts';
import { replyCopied } from '../rules/written-reply-with-copy-copied.ts';
import { outcomeCopied } from '../rules/written-reply-with-copy-outcome.ts';
import { yearlyTraining } from '../rules/yearly-training.ts';
import { demandedBy } from './demanded.ts';

const hours = mondayToFriday(between('07:30', '11:30'), between('13:30', '17:30'));

const regulation: Regulation = {
  key: 'NB',
  number: '743/QĐ-UBND',
  ruleSetName: 'ninh-binh',
  from: CalendarDate.parse('2020-09-23'),
  to: null,
  fromIsAssumed: false,
};

const profile: Profile = {
  ...defaults,
  processingBearer: by('NB Đ5.2d', 'agency'),
  supplementRequestsMax: by('NB Đ5.2c', 1),
  stepBearer: by('NB Đ5.2a', 'official'),
  reportDayOff: byDefault('before'), // due before 30 December (NB Đ6.2e), it cannot move past it
  postingTermExempt: by('NB Đ6.2b, Đ6.2c', ['replaced', 'reserve']),
  postingMonthsMin: by('NB Đ6.2a', 12),
  postingMonthsMax: by('NB Đ6.2a', 18),
  retentionShare: by('NB Đ9.1d', 0),
  reportBearer: by('NB Đ5.1c', 'centre'),
  proceduresShow: by('NB Đ9.1a', ['rates']),
  newProceduresTold: by('NB Đ5.2a', true),
  adoptedRules: by('NB Đ5.2e', ['61/2018/NĐ-CP', '01/2018/TT-VPCP', '45/2020/NĐ-CP']),
};

export const ninhBinh: Centre = {
  code: CentreCode.parse('NB'),
  name: {
    vi: 'Trung tâm Phục vụ hành chính công tỉnh Ninh Bình',
    en: 'Public Administrative Service Centre of Ninh Bình Province',
  },
  workingTime: new WorkingTime(calendar(hoChiMinh, hours, vietnameseHolidays)),
  hoursArticle: null,
  saturdayProcedures: null,
  regulations: [regulation],
  profile,
  parameters: parametersOf(profile),
  laterParameters: [],
  demands: demandedBy(regulation, [
    // Dossiers
    [processingDeadline, 'NB Đ5.2d'],
    [supplementOnce, 'NB Đ5.2c'],
    [stepDeadline, 'NB Đ5.2a'],
    [stepDeadlineTotal, 'NB Đ5.2a'],
    [portalProcessAgreed, 'NB Đ5.1a'],
    [portalProcessAgreedSpecial, 'NB Đ5.1a'],
    [supplementComplete, 'NB Đ5.2c'],
    [overdueExplained, 'NB Đ5.1c¶2'],
    [dueAndOverdueUrged, 'NB Đ5.1c¶2'],
    [progressQueryAnswered, 'NB Đ5.1c¶2'],
    [resultsThroughCentreUnlessAgreed, 'NB Đ5.2d'],
    [uncollectedResultsKept, 'NB Đ5.1d'],
    [digitisedBeforeTransfer, 'NB Đ5.2d¶2'],
    [progressKeptByAgency, 'NB Đ5.2d¶2'],
    [courierCustody, 'NB Đ5.3a, Đ5.3b'],
    [noExtraPapers, 'NB Đ5.2c'],
    [papersSupplied, 'NB Đ5.4b'],
    [confidentialityOfPost, 'NB Đ5.3b'],
    // Staff
    [counterNeverUnstaffed, 'NB Đ6.2b'],
    [fromApprovedList, 'NB Đ6.1a'],
    [postingTerm, 'NB Đ6.2a'],
    [uniformAndBadge, 'NB Đ6.2đ'],
    [staffViolationHandled, 'NB Đ6.1d, Đ10.2'],
    [violationHandledByAgency, 'NB Đ5.2d¶2'],
    [replaceOnFailure, 'NB Đ6.2c'],
    [staffingFollowsDemand, 'NB Đ6.2c'],
    [yearlyTraining, 'NB Đ7.2'],
    // Leave
    [substituteAnnounced, 'NB Đ6.2b'],
    [substituteOnList, 'NB Đ6.2b'],
    // Fees
    [feeAsPublished, 'NB Đ9.1a, Đ9.1b'],
    [rateChangeNotified, 'NB Đ9.2a'],
    [rateChangeNotifiedPublished, 'NB Đ9.2a'],
    [collectedByCentre, 'NB Đ9.1a'],
    [monthlySummaryAndRemittance, 'NB Đ9.1d'],
    [monthlyRemittance, 'NB Đ9.1d'],
    [monthlyReconciliation, 'NB Đ9.2b'],
    [settlement, 'NB Đ9.2d'],
    // Complaints
    [threeWayRouting, 'NB Đ8.1b'],
    [forwardedUrged, 'NB Đ8.1b(2)'],
    [writtenReply, 'NB Đ8.1b(1)'],
    [replyCopied, 'NB Đ8.1b(1)'],
    [outcomeCopied, 'NB Đ8.2a'],
    [portalFeedbackAnswered, 'NB Đ8.2b'],
    [officialComesAtOnce, 'NB Đ8.2c'],
    [outcomePublished, 'NB Đ6.1d'],
    [postalComplaintSettled, 'NB Đ5.3d'],
    [postalComplaintsReport, 'NB Đ5.3đ'],
    // Reports
    [monthlyReport, 'NB Đ5.1c'],
    [monthlyReportOnRegulation, 'NB Đ11.1'],
    [ratingShared, 'NB Đ6.2e'],
    [proceduresPublic, 'NB Đ9.1a'],
    [proceduresPublicTold, 'NB Đ5.2a, Đ5.2b'],
    [meritProposed, 'NB Đ10.1'],
  ]),
};
