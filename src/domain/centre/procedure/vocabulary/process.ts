/** Quy trình nội bộ, quy trình điện tử: the process behind a procedure, and how it came to the portal (NB Đ5.1a). */
import { z } from 'zod';
import { AgencyCode, CalendarDate, OfficialId } from '../../../units.ts';
import {
  DocumentNumber,
  daysInOrder,
  ifKnown,
  Name,
  reversedDays,
} from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';
import { Steps, Term } from './fields.ts';

const Process = ifKnown(Name).describe('Its version: the same when it is agreed and put up.');

const approval = {
  process: Process,
  steps: ifKnown(Steps),
  total: ifKnown(Term).describe('What the steps add up to.'),
  agency: ifKnown(AgencyCode).describe('Whose process it is.'),
  approver: ifKnown(Name),
  from: ifKnown(CalendarDate).describe('First day in force; null: the day of the entry.'),
  document: DocumentNumber,
};

const ProcessApproved = z.strictObject(approval);
const ProcessChanged = z.strictObject(approval);

const ProcessAgreed = z.strictObject({
  process: Process,
  agency: ifKnown(AgencyCode).describe('With whom the centre agreed.'),
  official: ifKnown(OfficialId),
  onPortal: ifKnown(z.boolean()).describe('Whether it was put on the portal with that.'),
  document: DocumentNumber,
});

const ProcessPutOnPortal = z.strictObject({
  process: Process,
  official: ifKnown(OfficialId),
  where: ifKnown(Name),
});

const SpecialWayAgreed = z
  .strictObject({
    way: z
      .enum(['return-by-agency', 'rare', 'special', 'other'])
      .describe(
        'Cơ quan trả kết quả (NB Đ5.2d); ít phát sinh; đặc thù (NB Đ5.1a): how such dossiers are dealt with.',
      ),
    agency: ifKnown(AgencyCode),
    from: ifKnown(CalendarDate).describe('First day; null: the day of the entry.'),
    to: ifKnown(CalendarDate).describe('Last day.'),
    document: DocumentNumber,
  })
  .refine(daysInOrder, reversedDays);

const agency = 'H42.17';
const approved = {
  process: 'QT-2025-1',
  steps: [
    {
      step: 'Thẩm định hồ sơ',
      duration: { days: 9 },
      bearer: 'official' as const,
      official: 'cv-1203',
      unit: agency,
    },
  ],
  total: { days: 10 },
  agency,
  approver: 'Chủ tịch Ủy ban nhân dân tỉnh',
  from: '2025-07-01',
  document: '381/QĐ-UBND',
};

export const process = {
  ProcessApproved: event('Phê duyệt quy trình', 'Process approved', ProcessApproved, approved),
  ProcessChanged: event('Sửa đổi quy trình', 'Process changed', ProcessChanged, {
    ...approved,
    process: 'QT-2025-2',
    total: { days: 8 },
    from: '2025-10-01',
    document: '456/QĐ-UBND',
  }),
  ProcessAgreed: event('Thống nhất quy trình điện tử', 'Process agreed', ProcessAgreed, {
    process: 'QT-2025-2',
    agency,
    official: 'cb-0417',
    onPortal: false,
    document: '66/BB-TTPVHCC',
  }),
  ProcessPutOnPortal: event(
    'Đưa quy trình lên Cổng dịch vụ công',
    'Process put on the portal',
    ProcessPutOnPortal,
    { process: 'QT-2025-2', official: 'cb-0417', where: 'Cổng dịch vụ công của tỉnh' },
  ),
  SpecialWayAgreed: event('Thống nhất cách làm đặc thù', 'Special way agreed', SpecialWayAgreed, {
    way: 'return-by-agency',
    agency,
    from: '2025-07-01',
    to: '2025-12-31',
    document: '67/BB-TTPVHCC',
  }),
};
