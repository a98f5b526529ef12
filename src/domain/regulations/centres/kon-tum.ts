/**
 * Kon Tum: how the centre is organised and works, a regulation of 2019 whose number and day are left
 * blank in the text.
 */
import { between, calendar, mondayToFriday } from '../../time/calendar.ts';
import { vietnameseHolidays } from '../../time/holidays.ts';
import { WorkingTime } from '../../time/working-time.ts';
import { hoChiMinh } from '../../time/zone.ts';
import { CalendarDate, CentreCode } from '../../units.ts';
import type { Centre, Regulation } from '../centre.ts';
import { by, byDefault } from '../given.ts';
import { defaults, type Profile, parametersOf } from '../parameters.ts';
import { agenciesConsulted } from '../rules/agencies-consulted.ts';
import { agencySessions } from '../rules/agency-sessions.ts';
import { channelAsChosen } from '../rules/channel-as-chosen.ts';
import { codeIssued } from '../rules/code-issued.ts';
import { combinedRosterAnnounced } from '../rules/combined-roster-announced.ts';
import { confidentialityOfOfficials } from '../rules/confidentiality.ts';
import { counterNeverUnstaffed } from '../rules/counter-never-unstaffed.ts';
import {
  actsOfDecree61,
  actsOfDiscourtesy,
  actsOfOtherRules,
  courteousConduct,
} from '../rules/courteous-conduct.ts';
import { dataNotTampered } from '../rules/data-not-tampered.ts';
import { deputiesAtMostTwo } from '../rules/deputies-at-most-two.ts';
import { directoryPublic } from '../rules/directory-public.ts';
import { feeAsPublished } from '../rules/fee-as-published.ts';
import { leaveNotice1Day } from '../rules/leave-notice-1-day.ts';
import { leaveNotice1DayEmergency } from '../rules/leave-notice-1-day-emergency.ts';
import { longerReports } from '../rules/longer-reports.ts';
import {
  meetingsOutsideService,
  meetingsOutsideServiceNoted,
} from '../rules/meetings-outside-service.ts';
import { misdirectedDossierGuided } from '../rules/misdirected-dossier-guided.ts';
import { monthlyMeeting } from '../rules/monthly-meeting.ts';
import { monthlyReport } from '../rules/monthly-report.ts';
import { noExtraPapers } from '../rules/no-extra-papers.ts';
import { officialsReviewed } from '../rules/officials-reviewed.ts';
import { onDemandReport } from '../rules/on-demand-report.ts';
import { outcomePublishedByDirector } from '../rules/outcome-published.ts';
import { presentInHours, presentInHoursNoted } from '../rules/present-in-hours.ts';
import { proceduresPublic } from '../rules/procedures-public.ts';
import { proceduresPublicTold } from '../rules/procedures-public-told.ts';
import { processingDeadline } from '../rules/processing-deadline.ts';
import { progressKeptByAgency } from '../rules/progress-kept-current.ts';
import { everyQueryAnswered } from '../rules/progress-query-answered.ts';
import { ratingRestsOnCentreRemark } from '../rules/rating-rests-on-centre-remark.ts';
import { reasonsToCentre } from '../rules/reasons-to-centre.ts';
import { replaceOnFailure } from '../rules/replace-on-failure.ts';
import { resultsThroughCentre } from '../rules/results-through-centre.ts';
import { soleGatewayInEverything } from '../rules/sole-gateway.ts';
import { stepDeadline } from '../rules/step-deadline.ts';
import { stepDeadlineTotal } from '../rules/step-deadline-total.ts';
import { supplementComplete } from '../rules/supplement-complete.ts';
import { supplementExplained } from '../rules/supplement-explained.ts';
import { supplementOnce } from '../rules/supplement-once.ts';
import { feedbackDealtWith } from '../rules/three-way-routing.ts';
import { transferTwiceDaily } from '../rules/transfer-twice-daily.ts';
import { uniformAndBadge } from '../rules/uniform-and-badge.ts';
import { violationHandled } from '../rules/violation-handled.ts';
import { demandedBy } from './demanded.ts';

/**
 * The first day of the year that the text names. It names a decision of 17 April 2019, too, by which
 * the centre was founded (KT Đ7.1): before that day there was nothing that could be judged.
 */
export const konTumAssumedFrom = CalendarDate.parse('2019-01-01');

const hours = mondayToFriday(between('07:00', '11:00'), between('13:00', '17:00'));

const profile: Profile = {
  ...defaults,
  firstDay: by('KT Đ4.2', 'same'),
  cutoff: by('KT Đ4.1', 16 * 60),
  cutoffCoversElectronic: by('KT Đ4.1', true),
  // Twice a day by KT Đ4.1, which does not say when: at the end of the morning and of the afternoon.
  batchTimes: byDefault([11 * 60, 17 * 60]),
  supplementScope: by('KT Đ12.1c', 'dossier'),
  supplementRequestsMax: by('KT Đ12.1c', 1),
  absenceExcusedBy: by('KT Đ3.6', 'confirmation'),
  ownDressServes: by('KT Đ12.1e', ['armed-forces', 'branch']),
  conductForbidden: by('KT Đ2.5, Đ5.1', [
    ...actsOfDiscourtesy,
    ...actsOfDecree61.filter((act) => !actsOfOtherRules.includes(act)),
  ]),
  replacementReasons: by('KT Đ13.8', ['tasks-not-done', 'low-satisfaction']),
  fullTimeDeputiesMax: by('KT Đ9.1a', 2),
  solvedAtCentre: by('KT Đ7.2m', ['on-the-spot']),
  stepBearer: by('KT Đ13.3', 'agency'),
  reportDay: by('KT Đ14', 22),
  reportOfMonthBefore: byDefault(true),
  longerReports: by('KT Đ7.2k', ['week', 'month', 'quarter', 'year']),
  officialReviewPeriod: by('KT Đ15', 'half-year'),
  consultation: by('KT Đ2.4', 'agreed'),
  adoptedRules: by('KT Đ3.9', ['61/2018/NĐ-CP', '01/2018/TT-VPCP']),
};

/** @param validFrom the first day of the regulation, where the installation knows it; null: it is assumed. */
export function konTum(validFrom: CalendarDate | null): Centre {
  const regulation: Regulation = {
    key: 'KT',
    number: null,
    ruleSetName: 'kon-tum',
    from: validFrom ?? konTumAssumedFrom,
    to: null,
    fromIsAssumed: validFrom === null,
  };
  return {
    code: CentreCode.parse('KT'),
    name: {
      vi: 'Trung tâm Phục vụ hành chính công tỉnh Kon Tum',
      en: 'Public Administrative Service Centre of Kon Tum Province',
    },
    workingTime: new WorkingTime(calendar(hoChiMinh, hours, vietnameseHolidays)),
    hoursArticle: 'KT Đ4.1',
    saturdayProcedures: null,
    regulations: [regulation],
    profile,
    parameters: parametersOf(profile),
    laterParameters: [],
    demands: demandedBy(regulation, [
      // Dossiers
      [processingDeadline, 'KT Đ4.2, Đ5.1đ'],
      [supplementOnce, 'KT Đ12.1c'],
      [stepDeadline, 'KT Đ13.3'],
      [stepDeadlineTotal, 'KT Đ13.3'],
      [transferTwiceDaily, 'KT Đ4.1'],
      [supplementComplete, 'KT Đ12.1c'],
      [supplementExplained, 'KT Đ6.1đ'],
      [misdirectedDossierGuided, 'KT Đ7.2d'],
      [reasonsToCentre, 'KT Đ13.5'],
      [everyQueryAnswered, 'KT Đ8.2'],
      [soleGatewayInEverything, 'KT Đ2.3, Đ5.1e'],
      [resultsThroughCentre, 'KT Đ13.2'],
      [channelAsChosen, 'KT Đ5.1b'],
      [codeIssued, 'KT Đ6.1a, Đ12.1d'],
      [progressKeptByAgency, 'KT Đ13.4'],
      [noExtraPapers, 'KT Đ5.1đ'],
      [dataNotTampered, 'KT Đ5.1c'],
      [confidentialityOfOfficials, 'KT Đ5.1d'],
      // Staff
      [presentInHours, 'KT Đ3.6'],
      [presentInHoursNoted, 'KT Đ3.6'],
      [counterNeverUnstaffed, 'KT Đ13.8'],
      [combinedRosterAnnounced, 'KT Đ13.10'],
      [deputiesAtMostTwo, 'KT Đ9.1a'],
      [uniformAndBadge, 'KT Đ3.7, Đ12.1e'],
      [courteousConduct, 'KT Đ2.5, Đ5.1'],
      [violationHandled, 'KT Đ10.5, Đ10.6'],
      [replaceOnFailure, 'KT Đ13.8'],
      [meetingsOutsideService, 'KT Đ3.8'],
      [meetingsOutsideServiceNoted, 'KT Đ3.8'],
      // Leave
      [leaveNotice1Day, 'KT Đ3.6'],
      [leaveNotice1DayEmergency, 'KT Đ3.6'],
      // Fees
      [feeAsPublished, 'KT Đ2.2, Đ7.2n'],
      // Complaints
      [feedbackDealtWith, 'KT Đ7.2e'],
      [outcomePublishedByDirector, 'KT Đ10.5'],
      // Reports
      [monthlyReport, 'KT Đ14'],
      [longerReports, 'KT Đ7.2k'],
      [onDemandReport, 'KT Đ7.2k, Đ14'],
      [officialsReviewed, 'KT Đ15'],
      [agencySessions, 'KT Đ10.2'],
      [ratingRestsOnCentreRemark, 'KT Đ13.9'],
      [directoryPublic, 'KT Đ8.8'],
      [proceduresPublic, 'KT Đ7.2b'],
      [proceduresPublicTold, 'KT Đ13.6'],
      [agenciesConsulted, 'KT Đ2.4'],
      [monthlyMeeting, 'KT Đ15'],
    ]),
  };
}
