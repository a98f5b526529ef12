/** Bổ sung: what is still missing from a dossier, who is asked for it, and what they bring. */
import { z } from 'zod';
import { personal } from '../../personal.ts';
import { AgencyCode, OfficialId } from '../../units.ts';
import { ifKnown, Means, Reference } from '../../vocabulary/fields.ts';
import { event } from '../../vocabulary.ts';
import { Appointment, Channel, Components, Form, Place } from './fields.ts';

const SupplementRequested = z.strictObject({
  reference: Reference,
  components: ifKnown(Components).describe('The papers that are asked for.'),
  form: ifKnown(Form),
  complete: ifKnown(z.boolean()).describe('Whether the request was full and accurate.'),
  due: ifKnown(Appointment).describe('Until when the applicant has time.'),
  official: ifKnown(OfficialId),
  unit: ifKnown(AgencyCode),
  place: ifKnown(Place).describe('Through the centre, or by an agency directly.'),
  contents: personal('What is to be supplemented.').optional(),
  reason: personal('Why.').optional(),
  guidance: personal('What the applicant should do.').optional(),
});

const SupplementReceived = z.strictObject({
  reference: Reference,
  components: ifKnown(Components),
  complete: ifKnown(z.boolean()).describe('Whether all that was asked for has come.'),
  channel: ifKnown(Channel),
  place: ifKnown(Place),
  official: ifKnown(OfficialId),
});

const ExplanationAsked = z.strictObject({
  reference: Reference,
  means: ifKnown(Means),
  question: personal('What the applicant wants explained of a request for supplements.').optional(),
});

const ExplanationGiven = z.strictObject({
  reference: Reference,
  means: ifKnown(Means),
  official: ifKnown(OfficialId),
  explanation: personal('What was explained.').optional(),
});

const PaperAsked = z.strictObject({
  reference: Reference,
  from: AgencyCode.describe(
    'Who is to supply or confirm: as a rule a district People’s Committee.',
  ),
  purpose: ifKnown(z.enum(['supply', 'confirm'])),
  papers: ifKnown(Components),
  due: ifKnown(Appointment),
  official: ifKnown(OfficialId),
});

const PaperSupplied = z.strictObject({
  reference: Reference,
  by: ifKnown(AgencyCode),
  papers: ifKnown(Components),
});

const [agency, clerk, officer] = ['H42.17', 'cb-0417', 'cv-1203'];

export const supplement = {
  SupplementRequested: event('Yêu cầu bổ sung hồ sơ', 'Supplement requested', SupplementRequested, {
    reference: '18/PBS',
    components: [{ name: 'Bản vẽ sơ đồ thửa đất' }],
    form: 'supplement-form',
    complete: true,
    due: { on: '2025-10-03' },
    official: officer,
    unit: agency,
    place: 'centre',
    contents: 'Bản vẽ sơ đồ thửa đất có xác nhận',
    reason: 'Bản vẽ đã nộp không có xác nhận của đơn vị đo đạc',
    guidance: 'Liên hệ văn phòng đăng ký đất đai để xác nhận bản vẽ',
  }),
  SupplementReceived: event('Nhận hồ sơ bổ sung', 'Supplement received', SupplementReceived, {
    reference: '18/PBS',
    components: [{ name: 'Bản vẽ sơ đồ thửa đất' }],
    complete: true,
    channel: 'direct',
    place: 'centre',
    official: clerk,
  }),
  ExplanationAsked: event('Yêu cầu giải thích', 'Explanation asked', ExplanationAsked, {
    reference: '18/PBS',
    means: 'in-person',
    question: 'Vì sao phải nộp lại bản vẽ đã có chữ ký?',
  }),
  ExplanationGiven: event('Đã giải thích', 'Explanation given', ExplanationGiven, {
    reference: '18/PBS',
    means: 'in-person',
    official: clerk,
    explanation: 'Bản vẽ cần xác nhận của đơn vị đo đạc, không chỉ chữ ký của chủ đất',
  }),
  PaperAsked: event('Đề nghị cung cấp giấy tờ', 'Paper asked', PaperAsked, {
    reference: '77/TTPVHCC',
    from: 'H42.41',
    purpose: 'confirm',
    papers: [{ name: 'Giấy xác nhận tình trạng sử dụng đất' }],
    due: { on: '2025-09-29' },
    official: clerk,
  }),
  PaperSupplied: event('Đã cung cấp giấy tờ', 'Paper supplied', PaperSupplied, {
    reference: '77/TTPVHCC',
    by: 'H42.41',
    papers: [{ name: 'Giấy xác nhận tình trạng sử dụng đất', kind: 'original' }],
  }),
};
