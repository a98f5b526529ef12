/** Giải trình: what an agency or an official is asked to explain, and who is called to the citizen. */
import { z } from 'zod';
import { personal } from '../../../personal.ts';
import { AgencyCode, CalendarDate, OfficialId } from '../../../units.ts';
import { DocumentNumber, ifKnown, Means, Reference } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';

const ComplaintExplanationAsked = z.strictObject({
  reference: Reference,
  of: ifKnown(AgencyCode),
  official: ifKnown(OfficialId).describe('Whose act it is about.'),
  by: ifKnown(OfficialId),
  document: DocumentNumber,
  due: ifKnown(CalendarDate),
});

const ComplaintExplanationReceived = z.strictObject({
  reference: Reference,
  from: ifKnown(AgencyCode),
  official: ifKnown(OfficialId).describe('Whose act it is about.'),
  document: DocumentNumber,
  explanation: personal('What they explain.', 'official').optional(),
});

const ComplaintExplanationForwarded = z.strictObject({
  reference: Reference,
  by: ifKnown(OfficialId),
  means: ifKnown(Means),
  document: DocumentNumber,
});

const ComplaintOfficialCalled = z.strictObject({
  reference: Reference,
  agency: ifKnown(AgencyCode).describe('Who is to send somebody.'),
  official: ifKnown(OfficialId).describe('Who is to come, where one was named.'),
  by: ifKnown(OfficialId),
  means: ifKnown(Means),
});

const ComplaintOfficialArrived = z.strictObject({
  reference: Reference,
  agency: ifKnown(AgencyCode),
  official: ifKnown(OfficialId).describe('Who came.'),
});

const [agency, officer, accused] = ['H42.17', 'kn-0102', 'cv-1203'];

export const explaining = {
  ComplaintExplanationAsked: event(
    'Yêu cầu giải trình',
    'Explanation of a complaint asked',
    ComplaintExplanationAsked,
    {
      reference: '133/TTPVHCC',
      of: agency,
      official: accused,
      by: officer,
      document: '133/TTPVHCC-CNTTGS',
      due: '2025-10-22',
    },
  ),
  ComplaintExplanationReceived: event(
    'Nhận giải trình',
    'Explanation of a complaint received',
    ComplaintExplanationReceived,
    {
      reference: '133/TTPVHCC',
      from: agency,
      official: accused,
      document: '460/STNMT-VP',
      explanation: 'Tôi nghỉ ốm từ ngày 6/10, hồ sơ chưa được bàn giao cho người khác',
    },
  ),
  ComplaintExplanationForwarded: event(
    'Chuyển giải trình đến người phản ánh',
    'Explanation forwarded to the complainant',
    ComplaintExplanationForwarded,
    {
      reference: '133/TTPVHCC',
      by: officer,
      means: 'letter',
      document: '138/TTPVHCC-CNTTGS',
    },
  ),
  ComplaintOfficialCalled: event(
    'Mời cán bộ cơ quan đến trả lời trực tiếp',
    'Agency’s official called to a complaint',
    ComplaintOfficialCalled,
    {
      reference: 'G-0411',
      agency,
      official: accused,
      by: officer,
      means: 'telephone',
    },
  ),
  ComplaintOfficialArrived: event(
    'Cán bộ cơ quan có mặt',
    'Agency’s official came to a complaint',
    ComplaintOfficialArrived,
    { reference: 'G-0411', agency, official: accused },
  ),
};
