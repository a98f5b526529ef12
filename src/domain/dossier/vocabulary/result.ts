/** Trả kết quả: how a dossier ends, and how its result reaches the person entitled to it. */
import { z } from 'zod';
import { personal } from '../../personal.ts';
import { AgencyCode, CalendarDate, OfficialId } from '../../units.ts';
import {
  DocumentNumber,
  daysInOrder,
  ifKnown,
  Means,
  Name,
  Reference,
  reversedDays,
} from '../../vocabulary/fields.ts';
import { event } from '../../vocabulary.ts';
import { Channel, Form, Medium, Place } from './fields.ts';

const DossierDecided = z
  .strictObject({
    outcome: ifKnown(z.enum(['granted', 'partly-granted', 'rejected', 'other'])),
    document: DocumentNumber,
    signer: ifKnown(OfficialId),
    unit: ifKnown(AgencyCode),
    from: ifKnown(CalendarDate).describe('First day on which the result is valid.'),
    to: ifKnown(CalendarDate).describe('Last day on which the result is valid.'),
    reason: personal('Why, as the decision says.').optional(),
  })
  .refine(daysInOrder, reversedDays);

const DossierReturned = z.strictObject({
  unit: ifKnown(AgencyCode),
  official: ifKnown(OfficialId),
  document: DocumentNumber.describe('The number of the written reply that goes with it.'),
  reply: personal('What the applicant is told in writing.').optional(),
});

const WrittenAnswerAsked = z.strictObject({
  of: ifKnown(AgencyCode).describe('The agency that is to answer the applicant.'),
  official: ifKnown(OfficialId),
  document: DocumentNumber,
});

const WrittenAnswerIssued = z.strictObject({
  unit: ifKnown(AgencyCode),
  signer: ifKnown(OfficialId),
  document: DocumentNumber,
  answer: personal('What the applicant is told in writing.').optional(),
});

const DossierStopped = z.strictObject({
  unit: ifKnown(AgencyCode),
  official: ifKnown(OfficialId),
  document: DocumentNumber,
  reason: personal('Why it was stopped.').optional(),
});

const DossierWithdrawn = z.strictObject({
  form: ifKnown(Form),
  channel: ifKnown(Channel),
  official: ifKnown(OfficialId).describe('Who took the request.'),
  reason: personal('Why the applicant withdrew it.').optional(),
});

const ResultHandedOver = z.strictObject({
  reference: Reference,
  medium: ifKnown(Medium),
  from: ifKnown(AgencyCode).describe('The agency that solved it.'),
  giver: ifKnown(OfficialId),
  receiver: ifKnown(OfficialId).describe('Who took it at the centre.'),
});

const ApplicantTold = z.strictObject({
  about: ifKnown(z.enum(['result', 'lateness', 'reason', 'supplement', 'other'])),
  means: ifKnown(Means),
  official: ifKnown(OfficialId),
  message: personal('What the applicant was told.').optional(),
});

/** What was shown (BL Đ10.4, KT Đ6.2b). Whether it was, never its number. */
const Proof = z.strictObject({
  slip: ifKnown(z.boolean()).describe(
    'The receipt-and-appointment slip; of a proxy, the principal’s.',
  ),
  authorisation: ifKnown(z.boolean()).describe('The proxy’s authorisation.'),
  identityPaper: ifKnown(z.boolean()),
  signature: ifKnown(z.boolean()).describe('Signed for, on paper or by a digital account.'),
});

const ResultReturned = z.strictObject({
  to: ifKnown(z.enum(['applicant', 'proxy', 'hired-service', 'other'])),
  proof: ifKnown(Proof),
  chosenChannel: ifKnown(Channel),
  usedChannel: ifKnown(Channel),
  place: ifKnown(Place),
  unit: ifKnown(AgencyCode).describe('Who handed it over.'),
  official: ifKnown(OfficialId),
  byAgreement: ifKnown(z.boolean()).describe(
    'The agency returns it itself, as agreed with the centre.',
  ),
  document: DocumentNumber.describe('The number of the result.'),
  again: z
    .boolean()
    .default(false)
    .describe('A result corrected or replaced after it was returned.'),
  recipient: personal('Who took it.').optional(),
});

const ResultKept = z
  .strictObject({
    from: ifKnown(CalendarDate).describe('The day on which it was not fetched.'),
    to: ifKnown(CalendarDate).describe('Until when it is kept here.'),
    where: ifKnown(Name),
    official: ifKnown(OfficialId),
  })
  .refine(daysInOrder, reversedDays);

const [agency, clerk, officer, head] = ['H42.17', 'cb-0417', 'cv-1203', 'gd-1701'];

export const result = {
  DossierDecided: event('Đã giải quyết', 'Dossier decided', DossierDecided, {
    outcome: 'granted',
    document: '512/QĐ-STNMT',
    signer: head,
    unit: agency,
    from: '2025-10-07',
    to: '2055-10-06',
    reason: 'Đủ điều kiện theo Điều 133 Luật Đất đai',
  }),
  DossierReturned: event('Trả lại hồ sơ kèm văn bản', 'Dossier returned', DossierReturned, {
    unit: agency,
    official: officer,
    document: '440/STNMT-VP',
    reply: 'Thửa đất không đủ điều kiện theo Điều 45 Luật Đất đai',
  }),
  WrittenAnswerAsked: event('Đề nghị văn bản trả lời', 'Written answer asked', WrittenAnswerAsked, {
    of: agency,
    official: clerk,
    document: '82/TTPVHCC',
  }),
  WrittenAnswerIssued: event(
    'Ban hành văn bản trả lời',
    'Written answer issued',
    WrittenAnswerIssued,
    {
      unit: agency,
      signer: head,
      document: '441/STNMT-VP',
      answer: 'Hồ sơ của bà Mai không đủ điều kiện vì đất chưa hết tranh chấp',
    },
  ),
  DossierStopped: event('Dừng giải quyết', 'Dossier stopped', DossierStopped, {
    unit: agency,
    official: officer,
    document: '442/STNMT-VP',
    reason: 'Quá thời hạn bổ sung mà không có hồ sơ bổ sung',
  }),
  DossierWithdrawn: event('Rút hồ sơ', 'Dossier withdrawn', DossierWithdrawn, {
    form: 'letter',
    channel: 'direct',
    official: clerk,
    reason: 'Gia đình chưa thống nhất việc chia thửa',
  }),
  ResultHandedOver: event(
    'Chuyển kết quả về Trung tâm',
    'Result handed over to the centre',
    ResultHandedOver,
    { reference: '1006-C/BG', medium: 'paper', from: agency, giver: officer, receiver: clerk },
  ),
  ApplicantTold: event('Báo cho người nộp', 'Applicant told', ApplicantTold, {
    about: 'result',
    means: 'sms',
    official: clerk,
    message: 'Kết quả của bà Mai đã có, mời đến quầy 7',
  }),
  ResultReturned: event('Trả kết quả', 'Result returned', ResultReturned, {
    to: 'proxy',
    proof: { slip: true, authorisation: true, identityPaper: true, signature: true },
    chosenChannel: 'direct',
    usedChannel: 'by-proxy',
    place: 'centre',
    unit: 'H42.TTPVHCC',
    official: clerk,
    byAgreement: false,
    document: '512/QĐ-STNMT',
    again: false,
    recipient: 'Lê Văn Hùng, con trai bà Mai',
  }),
  ResultKept: event('Lưu giữ kết quả chưa nhận', 'Result kept', ResultKept, {
    from: '2025-10-07',
    to: '2025-12-31',
    where: 'Tủ 3, quầy 7',
    official: clerk,
  }),
};
