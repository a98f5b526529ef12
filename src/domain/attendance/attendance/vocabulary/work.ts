/** Làm thêm, giao việc, bàn giao tài sản: what an official did beside the counter, and what they were given. */
import { z } from 'zod';
import { personal } from '../../../personal.ts';
import { AgencyCode, CalendarDate, Minutes, OfficialId } from '../../../units.ts';
import { DocumentNumber, ifKnown, Name, Reference } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';
import { Hours } from '../../vocabulary/hours.ts';

/** Thêm giờ, ngày lễ tết, thứ Bảy, Chủ nhật (BL Đ8.3l). */
export const OvertimeKind = z.enum(['overtime', 'holiday', 'saturday', 'sunday']);
export type OvertimeKind = z.output<typeof OvertimeKind>;

export const Compensation = z.enum(['leave', 'pay', 'none']);

/** Minutes that one day has. */
const dayMinutes = 24 * 60;

const OvertimeWorked = z.strictObject({
  kind: OvertimeKind,
  minutes: Minutes.min(1).max(dayMinutes).describe('That were worked, on the day that it states.'),
  hours: ifKnown(Hours),
  compensation: ifKnown(Compensation).describe(
    'How it is made good: by leave (BL Đ8.3l) where nothing else is said.',
  ),
  earned: ifKnown(Minutes.min(0).max(7 * dayMinutes)).describe(
    'Minutes of leave that it earns, where that was decided; else as many as were worked.',
  ),
  orderedBy: ifKnown(OfficialId),
  counter: ifKnown(Name),
  agency: ifKnown(AgencyCode).describe('Their home agency.'),
  document: DocumentNumber,
  reason: personal('Why it was needed.', 'official').optional(),
});

const ExtraTaskAssigned = z.strictObject({
  reference: Reference,
  task: Name,
  by: ifKnown(OfficialId).describe('Who assigned it: as a rule the director (SL Đ5.k, Đ8.h).'),
  due: ifKnown(CalendarDate).describe('Last day on which it is to be done.'),
  agency: ifKnown(AgencyCode).describe('Their home agency.'),
  document: DocumentNumber,
});

const ExtraTaskCompleted = z.strictObject({
  reference: Reference,
  outcome: ifKnown(z.enum(['done', 'partly-done', 'not-done'])),
  by: ifKnown(OfficialId).describe('Who says so.'),
  document: DocumentNumber,
});

const Asset = z.strictObject({
  name: Name,
  quantity: z.int().min(1).max(10_000).default(1),
  condition: ifKnown(z.enum(['good', 'worn', 'damaged', 'missing'])),
});

const handing = {
  counter: ifKnown(Name).describe('The counter that goes with them.'),
  assets: z.array(Asset).max(200).default([]),
  posting: ifKnown(Name).describe('The posting that they are for, by its name.'),
  agency: ifKnown(AgencyCode).describe('The home agency of the official.'),
  document: DocumentNumber.describe('The number of the minutes.'),
};

const AssetsHandedOver = z.strictObject({
  giver: ifKnown(OfficialId).describe('Who hands them to the official of this record.'),
  ...handing,
});

const AssetsReturned = z.strictObject({
  receiver: ifKnown(OfficialId).describe('Who takes them back from the official of this record.'),
  ...handing,
});

const [agency, director, manager] = ['H42.17', 'gd-0001', 'cb-0102'];
const assets = [
  { name: 'Máy tính để bàn', quantity: 1, condition: 'good' },
  { name: 'Máy quét', quantity: 1, condition: 'worn' },
] as const;

export const work = {
  OvertimeWorked: event('Làm thêm giờ', 'Overtime worked', OvertimeWorked, {
    kind: 'saturday',
    minutes: 240,
    hours: { from: '07:00', to: '11:00' },
    compensation: 'leave',
    earned: 240,
    orderedBy: director,
    counter: 'Quầy 7',
    agency,
    document: '55/TB-TTPVHCC',
    reason: 'Hồ sơ đăng ký kinh doanh dồn cuối tuần',
  }),
  ExtraTaskAssigned: event('Giao thêm nhiệm vụ', 'Extra task assigned', ExtraTaskAssigned, {
    reference: '56/TB-TTPVHCC',
    task: 'Rà soát mẫu đơn lĩnh vực đất đai',
    by: director,
    due: '2025-09-30',
    agency,
    document: '56/TB-TTPVHCC',
  }),
  ExtraTaskCompleted: event(
    'Hoàn thành nhiệm vụ được giao thêm',
    'Extra task completed',
    ExtraTaskCompleted,
    { reference: '56/TB-TTPVHCC', outcome: 'done', by: director, document: '61/BC-TTPVHCC' },
  ),
  AssetsHandedOver: event(
    'Nhận bàn giao quầy và tài sản',
    'Counter and assets handed over',
    AssetsHandedOver,
    {
      giver: manager,
      counter: 'Quầy 7',
      assets: [...assets],
      posting: '418/QĐ-STNMT',
      agency,
      document: '14/BB-TTPVHCC',
    },
  ),
  AssetsReturned: event('Trả lại quầy và tài sản', 'Counter and assets returned', AssetsReturned, {
    receiver: manager,
    counter: 'Quầy 7',
    assets: [...assets],
    posting: '418/QĐ-STNMT',
    agency,
    document: '15/BB-TTPVHCC',
  }),
};
