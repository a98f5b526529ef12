/**
 * Sơn La: the operating regulation of the centre, decision 1624/QĐ-UBND of 16 June 2017, in force from
 * its signing.
 *
 * Saturdays are worked "as the work requires" (SL Đ4.4a): a calendar notice says when.
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
import { agencyAnswers } from '../rules/agency-answers.ts';
import { apologyAndNewAppointment } from '../rules/apology-and-new-appointment.ts';
import { actsOfDiscourtesy, courteousConduct } from '../rules/courteous-conduct.ts';
import { deputyAnswers } from '../rules/deputy-answers.ts';
import { evaluationCriteria } from '../rules/evaluation-criteria.ts';
import { evaluationCriteriaFollowed } from '../rules/evaluation-criteria-followed.ts';
import { leaveNeedsConsent } from '../rules/leave-needs-consent.ts';
import { leaveNeedsConsentShort } from '../rules/leave-needs-consent-short.ts';
import { longerReports } from '../rules/longer-reports.ts';
import {
  meetingsOutsideService,
  meetingsOutsideServiceNoted,
} from '../rules/meetings-outside-service.ts';
import { monthlyMeeting } from '../rules/monthly-meeting.ts';
import { monthlyReport } from '../rules/monthly-report.ts';
import { officialsReviewed } from '../rules/officials-reviewed.ts';
import { outageCatchUp } from '../rules/outage-catch-up.ts';
import { papersConfirmed } from '../rules/papers-supplied.ts';
import { presentInHours, presentInHoursNoted } from '../rules/present-in-hours.ts';
import { proceduresPublic } from '../rules/procedures-public.ts';
import { processingDeadline } from '../rules/processing-deadline.ts';
import { progressKeptByOfficial } from '../rules/progress-kept-current.ts';
import { reasonsToApplicant } from '../rules/reasons-to-applicant.ts';
import { soleGateway } from '../rules/sole-gateway.ts';
import { substituteNamed } from '../rules/substitute-announced.ts';
import { supplementComplete } from '../rules/supplement-complete.ts';
import { supplementOnce } from '../rules/supplement-once.ts';
import { uniformAndBadge } from '../rules/uniform-and-badge.ts';
import { demandedBy } from './demanded.ts';

const hours = mondayToFriday(between('07:30', '11:30'), between('13:30', '17:30'));

const regulation: Regulation = {
  key: 'SL',
  number: '1624/QĐ-UBND',
  ruleSetName: 'son-la',
  from: CalendarDate.parse('2017-06-16'),
  to: null,
  fromIsAssumed: false,
};

const profile: Profile = {
  ...defaults,
  processingBearer: by('SL Đ8.b', 'official'),
  firstDay: by('SL Đ4.4b', 'next'),
  reportDayOff: byDefault('before'), // due before the 30th (SL Đ9.1), it cannot move past it
  supplementScope: by('SL Đ8.b', 'dossier'),
  supplementRequestsMax: by('SL Đ8.b', 1),
  consentFromHalfDay: by('SL Đ8.đ', 'private-leave'),
  absenceExcusedBy: by('SL Đ8.đ', 'approval'),
  ownDressServes: by('SL Đ8.e', ['armed-forces']),
  ownBadgeServes: by('SL Đ8.e', ['armed-forces']),
  conductForbidden: by('SL Đ2.8, Đ8.e', [...actsOfDiscourtesy, 'house-rules-broken']),
  reportDay: by('SL Đ9.1', 29),
  longerReports: by('SL Đ10.1', ['quarter', 'half-year', 'year']),
  officialReviewPeriod: by('SL Đ9.3', 'quarter'),
  consultation: by('SL Đ11¶1', 'written'),
};

export const sonLa: Centre = {
  code: CentreCode.parse('SL'),
  name: {
    vi: 'Trung tâm Hành chính công tỉnh Sơn La',
    en: 'Public Administration Centre of Sơn La Province',
  },
  workingTime: new WorkingTime(calendar(hoChiMinh, hours, vietnameseHolidays)),
  hoursArticle: 'SL Đ4.4a, Đ4.4c',
  saturdayProcedures: null,
  regulations: [regulation],
  profile,
  parameters: parametersOf(profile),
  laterParameters: [],
  demands: demandedBy(regulation, [
    // Dossiers
    [processingDeadline, 'SL Đ4.4b, Đ8.b, Đ11.2'],
    [supplementOnce, 'SL Đ8.b'],
    [supplementComplete, 'SL Đ8.b'],
    [apologyAndNewAppointment, 'SL Đ8.d'],
    [reasonsToApplicant, 'SL Đ8.d'],
    [soleGateway, 'SL Đ2.2, Đ2.3'],
    [progressKeptByOfficial, 'SL Đ2.7'],
    [outageCatchUp, 'SL Đ2.7'],
    [papersConfirmed, 'SL Đ2.5'],
    // Staff
    [presentInHours, 'SL Đ4.4c, Đ8.đ'],
    [presentInHoursNoted, 'SL Đ4.4c, Đ8.đ'],
    [uniformAndBadge, 'SL Đ8.e'],
    [courteousConduct, 'SL Đ2.8, Đ8.e'],
    [meetingsOutsideService, 'SL Đ4.3'],
    [meetingsOutsideServiceNoted, 'SL Đ4.3'],
    // Leave
    [leaveNeedsConsent, 'SL Đ8.đ'],
    [leaveNeedsConsentShort, 'SL Đ8.đ'],
    [substituteNamed, 'SL Đ8.đ'],
    // Fees
    // Complaints
    [agencyAnswers, 'SL Đ2.4'],
    [deputyAnswers, 'SL Đ6.d'],
    // Reports
    [monthlyReport, 'SL Đ9.1'],
    [longerReports, 'SL Đ10.1'],
    [officialsReviewed, 'SL Đ9.3'],
    [proceduresPublic, 'SL Đ2.3'],
    [evaluationCriteria, 'SL Đ12'],
    [evaluationCriteriaFollowed, 'SL Đ12'],
    [agenciesConsulted, 'SL Đ11¶1'],
    [monthlyMeeting, 'SL Đ9.3'],
  ]),
};
