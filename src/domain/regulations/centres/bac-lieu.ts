/**
 * Bạc Liêu: how the centre is organised and works, decision 221/QĐ-UBND of 23 October 2018, in force
 * from its signing.
 */
import { between, calendar, mondayToFriday } from '../../time/calendar.ts';
import { vietnameseHolidays } from '../../time/holidays.ts';
import { WorkingTime } from '../../time/working-time.ts';
import { hoChiMinh } from '../../time/zone.ts';
import { CalendarDate, CentreCode, Instant } from '../../units.ts';
import type { Centre, Regulation } from '../centre.ts';
import { by, byDefault } from '../given.ts';
import { defaults, type Profile, parametersOf } from '../parameters.ts';
import { agencySessions } from '../rules/agency-sessions.ts';
import { codeIssued } from '../rules/code-issued.ts';
import { actsOfDiscourtesy, courteousConduct } from '../rules/courteous-conduct.ts';
import { directoryPublic } from '../rules/directory-public.ts';
import { evaluationCriteria } from '../rules/evaluation-criteria.ts';
import { evaluationCriteriaFollowed } from '../rules/evaluation-criteria-followed.ts';
import { explanationForwarded } from '../rules/explanation-forwarded.ts';
import { feeAsPublished } from '../rules/fee-as-published.ts';
import { leaveNotice2Days } from '../rules/leave-notice-2-days.ts';
import {
  meetingsOutsideService,
  meetingsOutsideServiceNoted,
} from '../rules/meetings-outside-service.ts';
import { monthlyMeeting } from '../rules/monthly-meeting.ts';
import { monthlyReport } from '../rules/monthly-report.ts';
import { officialsNotice } from '../rules/officials-notice.ts';
import { officialsReviewed } from '../rules/officials-reviewed.ts';
import { onDemandReport } from '../rules/on-demand-report.ts';
import { outageCatchUp } from '../rules/outage-catch-up.ts';
import { outcomePublishedByDirector } from '../rules/outcome-published.ts';
import { presentInHours, presentInHoursNoted } from '../rules/present-in-hours.ts';
import { proceduresPublic } from '../rules/procedures-public.ts';
import { processingDeadline } from '../rules/processing-deadline.ts';
import { progressKeptByOfficial } from '../rules/progress-kept-current.ts';
import { everyQueryAnswered } from '../rules/progress-query-answered.ts';
import { servicePriceAsApproved } from '../rules/service-price-as-approved.ts';
import { soleGateway } from '../rules/sole-gateway.ts';
import { supplementComplete } from '../rules/supplement-complete.ts';
import { supplementOnce } from '../rules/supplement-once.ts';
import { complaintsDealtWith } from '../rules/three-way-routing.ts';
import { uniformAndBadge } from '../rules/uniform-and-badge.ts';
import { violationHandled } from '../rules/violation-handled.ts';
import { demandedBy } from './demanded.ts';

const morning = between('07:00', '11:00');
const hours = mondayToFriday(morning, between('13:00', '17:00'));

/**
 * Public holidays that fall on a Saturday. The notices for all of Vietnam leave them out: for whoever
 * rests at the weekend they change nothing.
 */
const saturdaysOff = {
  id: 'bl-saturdays-2024-2027',
  source: 'Bộ luật Lao động 45/2019/QH14, Điều 112',
  known: Instant.parse('2021-01-01T00:00:00+07:00'),
  off: [
    { date: CalendarDate.parse('2024-02-10'), reason: 'Tết Nguyên đán' },
    { date: CalendarDate.parse('2027-02-06'), reason: 'Tết Nguyên đán' },
    { date: CalendarDate.parse('2027-05-01'), reason: 'Ngày Quốc tế lao động 1/5' },
  ],
  worked: [],
  closures: [],
};

const regulation: Regulation = {
  key: 'BL',
  number: '221/QĐ-UBND',
  ruleSetName: 'bac-lieu',
  from: CalendarDate.parse('2018-10-23'),
  to: null,
  fromIsAssumed: false,
};

const profile: Profile = {
  ...defaults,
  supplementScope: by('BL Đ8.3c', 'dossier'),
  supplementRequestsMax: by('BL Đ8.3c', 1),
  absenceExcusedBy: by('BL Đ4.4', 'notice'),
  ownDressServes: by('BL Đ4.5, Đ8.3e', ['armed-forces', 'branch']),
  conductForbidden: by('BL Đ3.4, Đ4.5', [...actsOfDiscourtesy, 'office-culture-broken']),
  solvedAtCentre: by('BL Đ6.3', ['same-day', 'delegated']),
  reportDay: by('BL Đ12.1', 15),
  reportOfMonthBefore: byDefault(true),
  officialReviewPeriod: by('BL Đ12.2', 'half-year'),
  sessionPeriod: by('BL Đ8.1b', 'quarter'),
  directoryBearer: by('BL Đ8.1g', 'director'),
  adoptedRules: by('BL Đ8.3a, Đ11', ['61/2018/NĐ-CP']),
};

export const bacLieu: Centre = {
  code: CentreCode.parse('BL'),
  name: {
    vi: 'Trung tâm Phục vụ hành chính công tỉnh Bạc Liêu',
    en: 'Public Administrative Service Centre of Bạc Liêu Province',
  },
  workingTime: new WorkingTime(calendar(hoChiMinh, hours, vietnameseHolidays)),
  hoursArticle: 'BL Đ5.1, Đ5.3',
  saturdayProcedures: {
    procedures: [
      { vi: 'Đăng ký kinh doanh', en: 'Business registration' },
      { vi: 'Lý lịch tư pháp', en: 'Judicial record' },
    ],
    workingTime: new WorkingTime(
      calendar(hoChiMinh, { ...hours, sat: [morning] }, [...vietnameseHolidays, saturdaysOff]),
    ),
    article: 'BL Đ5.1',
  },
  regulations: [regulation],
  profile,
  parameters: parametersOf(profile),
  laterParameters: [],
  demands: demandedBy(regulation, [
    // Dossiers
    [processingDeadline, 'BL Đ5.2'],
    [supplementOnce, 'BL Đ8.3c'],
    [supplementComplete, 'BL Đ8.3c'],
    [everyQueryAnswered, 'BL Đ7.1, Đ7.2'],
    [soleGateway, 'BL Đ3.2'],
    [codeIssued, 'BL Đ8.3d, Đ10.1'],
    [progressKeptByOfficial, 'BL Đ3.3'],
    [outageCatchUp, 'BL Đ3.3'],
    // Staff
    [presentInHours, 'BL Đ4.4'],
    [presentInHoursNoted, 'BL Đ4.4'],
    [uniformAndBadge, 'BL Đ4.5, Đ8.3e'],
    [courteousConduct, 'BL Đ3.4, Đ4.5'],
    [violationHandled, 'BL Đ8.1đ, Đ8.1h'],
    [meetingsOutsideService, 'BL Đ4.6'],
    [meetingsOutsideServiceNoted, 'BL Đ4.6'],
    // Leave
    [leaveNotice2Days, 'BL Đ4.4'],
    // Fees
    [feeAsPublished, 'BL Đ6.2'],
    [servicePriceAsApproved, 'BL Đ6.6'],
    // Complaints
    [complaintsDealtWith, 'BL Đ6.5'],
    [explanationForwarded, 'BL Đ6.5'],
    [outcomePublishedByDirector, 'BL Đ8.1đ'],
    // Reports
    [monthlyReport, 'BL Đ12.1'],
    [onDemandReport, 'BL Đ12.1'],
    [officialsReviewed, 'BL Đ12.2'],
    [agencySessions, 'BL Đ8.1b'],
    [officialsNotice, 'BL Đ8.1c'],
    [directoryPublic, 'BL Đ8.1g'],
    [proceduresPublic, 'BL Đ6.1'],
    [evaluationCriteria, 'BL Đ14.1'],
    [evaluationCriteriaFollowed, 'BL Đ14.1'],
    [monthlyMeeting, 'BL Đ12.2'],
  ]),
};
