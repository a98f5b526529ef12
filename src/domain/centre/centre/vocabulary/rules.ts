/** Quy chế, thông số: which regulation holds from when, and the values that it leaves to the centre. */
import { z } from 'zod';
import { CalendarDate, Money, OfficialId } from '../../../units.ts';
import {
  DocumentNumber,
  daysInOrder,
  ifKnown,
  Name,
  reversedDays,
} from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';

const RegulationAdopted = z.strictObject({
  number: Name.describe('Of the decision, such as 743/QĐ-UBND.'),
  title: ifKnown(Name),
  issuer: ifKnown(Name),
  ruleSet: ifKnown(Name).describe('The file of rules that stands for it, such as `ninh-binh`.'),
  signed: ifKnown(CalendarDate),
  from: ifKnown(CalendarDate).describe('First day in force; null: the day of the entry.'),
});

const RegulationRepealed = z.strictObject({
  number: Name,
  to: ifKnown(CalendarDate).describe('Last day in force; null: the day before the entry.'),
  articles: ifKnown(z.array(Name).min(1).max(200)).describe('These alone; null: all of it.'),
  by: DocumentNumber.describe('The decision that repeals it.'),
});

const Value = z.union([z.boolean(), z.number(), Name, z.array(Name).max(1_000), z.null()]);

const ProfileValueSet = z.strictObject({
  parameter: Name.describe('As the rules name it: atOnce, batchTimes, periodDeadline …'),
  value: Value.describe('null: none, or every one, of a value that there need not be (cutoff).'),
  from: ifKnown(CalendarDate).describe('First day in force; null: the day of the entry.'),
  by: ifKnown(OfficialId),
  document: DocumentNumber,
});

const SupportPriceApproved = z
  .strictObject({
    service: Name.describe('Sao chụp, in ấn, phiên dịch …'),
    rate: ifKnown(Name).describe('Its code, as receipts name it.'),
    unit: ifKnown(Name).describe('For how much: a page, an hour.'),
    price: Money,
    from: ifKnown(CalendarDate).describe('First day in force; null: the day of the entry.'),
    to: ifKnown(CalendarDate).describe('Last day; null: until another price is approved.'),
    approver: ifKnown(Name),
    document: DocumentNumber,
  })
  .refine(daysInOrder, reversedDays);

export const rules = {
  RegulationAdopted: event('Ban hành quy chế', 'Regulation adopted', RegulationAdopted, {
    number: '743/QĐ-UBND',
    title: 'Quy chế phối hợp của Trung tâm Phục vụ hành chính công tỉnh Ninh Bình',
    issuer: 'Ủy ban nhân dân tỉnh Ninh Bình',
    ruleSet: 'ninh-binh',
    signed: '2020-09-23',
    from: '2020-09-23',
  }),
  RegulationRepealed: event('Bãi bỏ quy chế', 'Regulation repealed', RegulationRepealed, {
    number: '743/QĐ-UBND',
    to: '2025-06-30',
    articles: ['Đ9.2a'],
    by: '21/QĐ-UBND',
  }),
  ProfileValueSet: event('Đặt thông số của Trung tâm', 'Profile value set', ProfileValueSet, {
    parameter: 'atOnce',
    value: 30,
    from: '2025-09-01',
    by: 'gd-0001',
    document: '33/QĐ-TTPVHCC',
  }),
  SupportPriceApproved: event(
    'Phê duyệt giá dịch vụ hỗ trợ',
    'Price of a support service approved',
    SupportPriceApproved,
    {
      service: 'Sao chụp khổ A4',
      rate: 'SC-A4',
      unit: 'trang',
      price: { amount: 500, currency: 'VND' },
      from: '2025-09-01',
      to: '2026-08-31',
      approver: 'Ủy ban nhân dân tỉnh',
      document: '602/QĐ-UBND',
    },
  ),
};
