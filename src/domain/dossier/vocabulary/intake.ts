/** Tiếp nhận: how a dossier comes in, is checked, sent on to where it belongs, or refused. */
import { z } from 'zod';
import { personal } from '../../personal.ts';
import { AgencyCode, DossierCode, OfficialId, ProcedureCode } from '../../units.ts';
import { ifKnown, Means, Name, Reference } from '../../vocabulary/fields.ts';
import { event } from '../../vocabulary.ts';
import { Appointment, Channel, Components, Form, Place } from './fields.ts';

const DossierSubmitted = z.strictObject({
  code: DossierCode,
  procedure: ifKnown(ProcedureCode),
  channel: ifKnown(Channel),
  place: ifKnown(Place),
  solvingUnit: ifKnown(AgencyCode),
  components: ifKnown(Components),
  resultChannel: ifKnown(Channel).describe('How the applicant chose to get the result.'),
  applicant: personal('The applicant.').optional(),
});

const OnlineDossierChecked = z.strictObject({
  outcome: ifKnown(z.enum(['received', 'notice-sent', 'redirected'])),
  official: ifKnown(OfficialId).describe('Whom the agency assigned to check.'),
  unit: ifKnown(AgencyCode),
});

const NoticeSent = z.strictObject({
  means: ifKnown(Means),
  official: ifKnown(OfficialId),
  unit: ifKnown(AgencyCode),
  complete: ifKnown(z.boolean()).describe('Whether the guidance was full and accurate.'),
  contents: personal('What is missing or wrong.').optional(),
  reason: personal('Why.').optional(),
  guidance: personal('What the applicant should do.').optional(),
});

const DossierRedirected = z.strictObject({
  authority: Name.describe('The authority that is competent.'),
  authorityCode: ifKnown(AgencyCode),
  official: ifKnown(OfficialId),
  guidance: personal('What the applicant was told.').optional(),
});

const AgencyOfficialCalled = z.strictObject({
  unit: AgencyCode.describe('The agency that is to send somebody.'),
  reference: Reference,
  by: ifKnown(OfficialId),
});

const AgencyOfficialArrived = z.strictObject({
  unit: AgencyCode,
  reference: Reference,
  official: ifKnown(OfficialId),
});

const DossierReceived = z.strictObject({
  code: DossierCode,
  procedure: ifKnown(ProcedureCode),
  channel: ifKnown(Channel),
  place: ifKnown(Place),
  receivingUnit: ifKnown(AgencyCode),
  solvingUnit: ifKnown(AgencyCode),
  receiver: ifKnown(OfficialId).describe('Who took it in.'),
  official: ifKnown(OfficialId).describe('Who is accountable for it.'),
  withinCompetence: ifKnown(z.boolean()).describe('False: it belongs to another authority.'),
  complete: ifKnown(z.boolean()).describe('Whether it was full and valid.'),
  components: ifKnown(Components),
  slip: ifKnown(Name).describe(
    'The number of the receipt-and-appointment slip, where one was issued.',
  ),
  appointment: ifKnown(Appointment).describe('When the result is promised (ngày hẹn trả).'),
  resultChannel: ifKnown(Channel).describe('How the applicant chose to get the result.'),
  applicant: personal('The applicant.').optional(),
});

const DossierRefused = z.strictObject({
  channel: ifKnown(Channel),
  place: ifKnown(Place),
  procedure: ifKnown(ProcedureCode),
  form: ifKnown(Form),
  official: ifKnown(OfficialId),
  unit: ifKnown(AgencyCode),
  complete: ifKnown(z.boolean()).describe('Whether the guidance given was full and accurate.'),
  reason: personal('Why it was refused.').optional(),
  guidance: personal('What the applicant should do.').optional(),
});

const DossierDigitised = z.strictObject({
  pages: ifKnown(z.int().min(0)),
  signed: ifKnown(z.boolean()).describe('Digitally signed by whoever scanned.'),
  filed: ifKnown(z.boolean()).describe('Filed in the portal’s store.'),
  leftOnPaper: ifKnown(z.enum(['large-format', 'large-volume'])).describe(
    'What excuses a part that was not scanned.',
  ),
  official: ifKnown(OfficialId),
});

const [code, procedure] = ['H42.17-250923-0005', '1.004199'];
const [agency, clerk, officer] = ['H42.17', 'cb-0417', 'cv-1203'];
const papers = [{ name: 'Đơn đăng ký biến động đất đai', kind: 'original' as const }];

export const intake = {
  DossierSubmitted: event('Đăng ký hồ sơ', 'Dossier submitted', DossierSubmitted, {
    code,
    procedure,
    channel: 'online',
    place: 'provincial-portal',
    solvingUnit: agency,
    components: papers,
    resultChannel: 'post',
    applicant: { text: 'Trần Thị Mai, phường Nam Bình', nationalNumber: '037190001234' },
  }),
  OnlineDossierChecked: event(
    'Kiểm tra hồ sơ trực tuyến',
    'Online dossier checked',
    OnlineDossierChecked,
    { outcome: 'received', official: officer, unit: agency },
  ),
  NoticeSent: event('Gửi thông báo', 'Notice sent', NoticeSent, {
    means: 'sms',
    official: officer,
    unit: agency,
    complete: true,
    contents: 'Thiếu bản vẽ sơ đồ thửa đất',
    reason: 'Thành phần hồ sơ chưa đủ theo Quyết định công bố',
    guidance: 'Bổ sung 01 bản vẽ có xác nhận của đơn vị đo đạc',
  }),
  DossierRedirected: event('Hướng dẫn gửi đúng cơ quan', 'Dossier redirected', DossierRedirected, {
    authority: 'Ủy ban nhân dân thành phố Ninh Bình',
    authorityCode: 'H42.41',
    official: clerk,
    guidance: 'Nộp tại Bộ phận Một cửa của thành phố',
  }),
  AgencyOfficialCalled: event(
    'Mời công chức cơ quan đến',
    'Agency official called',
    AgencyOfficialCalled,
    { unit: agency, reference: 'moi-0923-02', by: clerk },
  ),
  AgencyOfficialArrived: event(
    'Công chức cơ quan đã đến',
    'Agency official arrived',
    AgencyOfficialArrived,
    { unit: agency, reference: 'moi-0923-02', official: officer },
  ),
  DossierReceived: event('Tiếp nhận hồ sơ', 'Dossier received', DossierReceived, {
    code,
    procedure,
    channel: 'direct',
    place: 'centre',
    receivingUnit: 'H42.TTPVHCC',
    solvingUnit: agency,
    receiver: clerk,
    official: officer,
    withinCompetence: true,
    complete: true,
    components: papers,
    slip: '0005/TNHS',
    appointment: { at: '2025-10-07T17:00:00+07:00' },
    resultChannel: 'direct',
    applicant: { text: 'Trần Thị Mai, phường Nam Bình', nationalNumber: '037190001234' },
  }),
  DossierRefused: event('Từ chối tiếp nhận hồ sơ', 'Dossier refused', DossierRefused, {
    channel: 'direct',
    place: 'centre',
    procedure,
    form: 'refusal-form',
    official: clerk,
    unit: agency,
    complete: true,
    reason: 'Đất đang có tranh chấp, chưa có quyết định giải quyết',
    guidance: 'Nộp lại khi có quyết định giải quyết tranh chấp',
  }),
  DossierDigitised: event('Số hóa hồ sơ', 'Dossier digitised', DossierDigitised, {
    pages: 14,
    signed: true,
    filed: true,
    leftOnPaper: 'large-format',
    official: clerk,
  }),
};
