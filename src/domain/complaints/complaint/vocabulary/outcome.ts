/** Kết quả: how a complaint is resolved, who is told, and where it is made known. */
import { z } from 'zod';
import { personal } from '../../../personal.ts';
import { AgencyCode, OfficialId } from '../../../units.ts';
import { DocumentNumber, ifKnown, Means } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';
import { Remedy, Verdict } from './fields.ts';

const Remedies = z.array(Remedy).max(20);

const ComplaintResolved = z.strictObject({
  verdict: ifKnown(Verdict),
  remedies: ifKnown(Remedies).describe('What was done about it; empty: nothing was to be done.'),
  unit: ifKnown(AgencyCode).describe('Who resolved it.'),
  signer: ifKnown(OfficialId),
  document: DocumentNumber,
  conclusion: personal('What was found.', 'complainant').optional(),
});

const ComplaintReplied = z.strictObject({
  written: ifKnown(z.boolean()),
  means: ifKnown(Means),
  unit: ifKnown(AgencyCode).describe('Who replies.'),
  signer: ifKnown(OfficialId),
  document: DocumentNumber,
  copyTo: ifKnown(z.array(AgencyCode).max(100)).describe('The agencies that got a copy.'),
  reply: personal('What the complainant is told.', 'complainant').optional(),
});

const ComplaintAnswered = z.strictObject({
  unit: ifKnown(AgencyCode).describe('The agency that answers.'),
  official: ifKnown(OfficialId),
  where: ifKnown(z.enum(['provincial-portal', 'website', 'national-portal', 'other'])),
  answer: personal('The answer.', 'complainant').optional(),
});

const ComplaintOutcomeCopied = z.strictObject({
  from: ifKnown(AgencyCode),
  receivedBy: ifKnown(OfficialId),
  document: DocumentNumber,
});

const ComplaintOutcomePublished = z.strictObject({
  where: ifKnown(
    z.enum(['notice-board', 'website', 'provincial-portal', 'national-portal', 'meeting', 'other']),
  ),
  by: ifKnown(OfficialId),
  document: DocumentNumber,
});

const PostalComplaintSettled = z.strictObject({
  courier: ifKnown(AgencyCode).describe('The post that settled it.'),
  verdict: ifKnown(Verdict),
  remedies: ifKnown(Remedies),
  document: DocumentNumber,
  conclusion: personal('How it was settled.', 'complainant').optional(),
});

const [agency, officer, head] = ['H42.17', 'kn-0102', 'gd-1701'];

export const outcome = {
  ComplaintResolved: event('Giải quyết đơn', 'Complaint resolved', ComplaintResolved, {
    verdict: 'partly-upheld',
    remedies: ['apologised', 'dossier-expedited'],
    unit: agency,
    signer: head,
    document: '62/QĐ-STNMT',
    conclusion: 'Việc chậm trả là đúng, việc không nghe điện thoại không có căn cứ',
  }),
  ComplaintReplied: event('Trả lời người phản ánh', 'Complaint replied to', ComplaintReplied, {
    written: true,
    means: 'letter',
    unit: 'H42.TTPVHCC',
    signer: 'gd-0001',
    document: '150/TTPVHCC-CNTTGS',
    copyTo: [agency],
    reply: 'Trung tâm xin lỗi bà Mai; kết quả đã có tại quầy 7',
  }),
  ComplaintAnswered: event('Trả lời trên cổng', 'Complaint answered', ComplaintAnswered, {
    unit: agency,
    official: 'cv-1203',
    where: 'provincial-portal',
    answer: 'Hồ sơ của bà Mai đã có kết quả, mời bà đến quầy 7',
  }),
  ComplaintOutcomeCopied: event(
    'Gửi kết quả xử lý về Trung tâm',
    'Copy of the outcome sent to the centre',
    ComplaintOutcomeCopied,
    { from: agency, receivedBy: officer, document: '470/STNMT-VP' },
  ),
  ComplaintOutcomePublished: event(
    'Công khai kết quả xử lý đơn',
    'Outcome of a complaint published',
    ComplaintOutcomePublished,
    { where: 'website', by: officer, document: '158/TB-TTPVHCC' },
  ),
  PostalComplaintSettled: event(
    'Bưu chính giải quyết khiếu nại',
    'Postal complaint settled',
    PostalComplaintSettled,
    {
      courier: 'bdnb',
      verdict: 'upheld',
      remedies: ['damage-compensated'],
      document: '77/BĐT-CSKH',
      conclusion: 'Bưu phẩm của bà Mai bị ướt, đã bồi thường',
    },
  ),
};
