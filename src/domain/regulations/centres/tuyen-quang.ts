/**
 * Tuyên Quang: how the agencies that work at the centre in rotation coordinate, decision 459/QĐ-UBND
 * of 27 November 2023, in force from its signing.
 *
 * It leaves the hours and the counting to decision 633/QĐ-UBND of 2021 (TQ Đ2.2), whose text is not
 * at hand: both are defaults here.
 */
import { between, calendar, mondayToFriday } from '../../time/calendar.ts';
import { vietnameseHolidays } from '../../time/holidays.ts';
import { WorkingTime } from '../../time/working-time.ts';
import { hoChiMinh } from '../../time/zone.ts';
import { CalendarDate, CentreCode } from '../../units.ts';
import type { Centre, Regulation } from '../centre.ts';
import { by, byDefault } from '../given.ts';
import { defaults, type Profile, parametersOf } from '../parameters.ts';
import { agencyOfficialAttends } from '../rules/agency-official-attends.ts';
import { applicantToldAtOnce } from '../rules/applicant-told-at-once.ts';
import { codeIssuedForPaper } from '../rules/code-issued.ts';
import { collectedByReturner } from '../rules/collected-where-due.ts';
import { stateSecrecy } from '../rules/confidentiality.ts';
import { coordinationReviewed } from '../rules/coordination-reviewed.ts';
import { actsOfDecree61, courteousConduct } from '../rules/courteous-conduct.ts';
import { digitisedWithoutException } from '../rules/digitised-on-reception.ts';
import { directoryPublic } from '../rules/directory-public.ts';
import { directoryPublicByAgency } from '../rules/directory-public-by-agency.ts';
import { fromApprovedList } from '../rules/from-approved-list.ts';
import { handoverMinutes } from '../rules/handover-minutes.ts';
import { misdirectedOnlineDossierGuided } from '../rules/misdirected-dossier-guided.ts';
import { monthlyReport } from '../rules/monthly-report.ts';
import { onDemandReport } from '../rules/on-demand-report.ts';
import { onlineCheckByAgency } from '../rules/online-check-by-agency.ts';
import { proceduresPublic } from '../rules/procedures-public.ts';
import { proceduresPublicTold } from '../rules/procedures-public-told.ts';
import { processingDeadline } from '../rules/processing-deadline.ts';
import { resultHandedOverAtOnce } from '../rules/result-handed-over-at-once.ts';
import { fetchedResultsThroughCentre } from '../rules/results-through-centre.ts';
import { rotationNotice } from '../rules/rotation-notice.ts';
import { rotationOrder } from '../rules/rotation-order.ts';
import { rotationReadiness } from '../rules/rotation-readiness.ts';
import { soleGatewayOffline } from '../rules/sole-gateway.ts';
import { supplementComplete } from '../rules/supplement-complete.ts';
import { supplementOnce } from '../rules/supplement-once.ts';
import { transferIn30Minutes } from '../rules/transfer-in-30-minutes.ts';
import { demandedBy } from './demanded.ts';

const hours = mondayToFriday(between('07:30', '11:30'), between('13:30', '17:30'));

const regulation: Regulation = {
  key: 'TQ',
  number: '459/QĐ-UBND',
  ruleSetName: 'tuyen-quang',
  from: CalendarDate.parse('2023-11-27'),
  to: null,
  fromIsAssumed: false,
};

const profile: Profile = {
  ...defaults,
  processingBearer: by('TQ Đ6.3', 'agency'),
  supplementRequestsMax: by('TQ Đ7.1a, Đ7.2a', 1),
  reportDayOff: byDefault('before'), // due before 30 November (TQ Đ6.7), it cannot move past it
  transferWithin: by('TQ Đ7.2b', 30),
  conductForbidden: by('TQ Đ9.1', actsOfDecree61),
  rotationOrder: by('TQ Đ6.5', [
    'Sở Văn hóa, Thể thao và Du lịch',
    'Sở Thông tin và Truyền thông',
    'Sở Tài chính',
    'Sở Giáo dục và Đào tạo',
    'Sở Công thương',
    'Ban Quản lý các Khu công nghiệp tỉnh',
  ]),
  rotationBegins: by('TQ Đ6.5', '2023-12-01'),
  rotationMonths: by('TQ Đ6.4', 1),
  rotationNoticeDays: by('TQ Đ6.6', 3),
  supplementsReasoned: by('TQ Đ7.1a, Đ7.2a', true),
  agenciesInScope: by('TQ Đ3', [
    'Văn phòng Ủy ban nhân dân tỉnh',
    'Sở Ngoại vụ',
    'Trung tâm Phục vụ hành chính công tỉnh',
    'Sở Thông tin và Truyền thông',
    'Sở Tài chính',
    'Sở Công thương',
    'Sở Văn hóa, Thể thao và Du lịch',
    'Sở Giáo dục và Đào tạo',
    'Ban Quản lý các Khu công nghiệp tỉnh',
  ]),
  reportBearer: by('TQ Đ11.3', 'centre'),
  reportToAgencies: by('TQ Đ11.3', false),
  directoryShows: by('TQ Đ11.2', 'telephones'),
  directoryAgencies: by('TQ Đ10.1', ['Sở Ngoại vụ']),
  proceduresPostedBy: by('TQ Đ6.1', 'agency'),
  adoptedRules: by('TQ Đ2.2, Đ9.1', ['633/QĐ-UBND', '61/2018/NĐ-CP']),
};

export const tuyenQuang: Centre = {
  code: CentreCode.parse('TQ'),
  name: {
    vi: 'Trung tâm Phục vụ hành chính công tỉnh Tuyên Quang',
    en: 'Public Administrative Service Centre of Tuyên Quang Province',
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
    [processingDeadline, 'TQ Đ6.3'],
    [supplementOnce, 'TQ Đ7.1a, Đ7.2a'],
    [transferIn30Minutes, 'TQ Đ7.2b'],
    [supplementComplete, 'TQ Đ7.1a, Đ7.2a'],
    [onlineCheckByAgency, 'TQ Đ7.1a, Đ7.1b'],
    [misdirectedOnlineDossierGuided, 'TQ Đ7.1a'],
    [agencyOfficialAttends, 'TQ Đ7.3, Đ10.2'],
    [soleGatewayOffline, 'TQ Đ4.2'],
    [fetchedResultsThroughCentre, 'TQ Đ8.2'],
    [codeIssuedForPaper, 'TQ Đ7.2b'],
    [resultHandedOverAtOnce, 'TQ Đ8.2'],
    [applicantToldAtOnce, 'TQ Đ8.2¶2'],
    [digitisedWithoutException, 'TQ Đ6.11'],
    [stateSecrecy, 'TQ Đ4.5'],
    // Staff
    [rotationOrder, 'TQ Đ6.5'],
    [rotationNotice, 'TQ Đ6.6'],
    [handoverMinutes, 'TQ Đ6.8'],
    [rotationReadiness, 'TQ Đ6.7'],
    [fromApprovedList, 'TQ Đ3.5'],
    [courteousConduct, 'TQ Đ9.1'],
    // Leave
    // Fees
    [collectedByReturner, 'TQ Đ8.1, Đ8.2'],
    // Complaints
    // Reports
    [monthlyReport, 'TQ Đ11.3'],
    [onDemandReport, 'TQ Đ11.3'],
    [coordinationReviewed, 'TQ Đ12.2'],
    [directoryPublic, 'TQ Đ11.2'],
    [directoryPublicByAgency, 'TQ Đ10.1'],
    [proceduresPublic, 'TQ Đ6.1, Đ10.1'],
    [proceduresPublicTold, 'TQ Đ6.1'],
  ]),
};
