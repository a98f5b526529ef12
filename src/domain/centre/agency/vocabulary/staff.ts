/** Nhân sự chính thức, dự phòng: whom the agency may send to a centre, and what it prepares for them. */
import { z } from 'zod';
import { personal } from '../../../personal.ts';
import { CalendarDate, OfficialId, ProcedureCode, Year } from '../../../units.ts';
import {
  DocumentNumber,
  daysInOrder,
  ifKnown,
  Name,
  reversedDays,
} from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';
import { Capacity } from '../../official/vocabulary/fields.ts';

/** One line of a list: an official, and as which of the two. */
export const Listed = z.strictObject({
  official: OfficialId,
  capacity: Capacity,
  stands: ifKnown(OfficialId).describe('Of a reserve: for whom.'),
});
export type Listed = z.output<typeof Listed>;

const People = z.array(Listed).max(1_000);

const List = ifKnown(
  Name.describe('Names the list: the same when it is submitted, approved and revoked.'),
);

const StaffListSubmitted = z.strictObject({
  list: List,
  year: ifKnown(Year),
  people: ifKnown(People),
  by: ifKnown(OfficialId).describe('Who submitted it: for the centre (NB Đ6.1a) or the agency.'),
  document: DocumentNumber,
});

const StaffListApproved = z
  .strictObject({
    list: List,
    year: ifKnown(Year),
    people: People.describe('Of this agency: the decision may list others beside it.'),
    from: ifKnown(CalendarDate).describe('First day in force; null: from when it was approved.'),
    to: ifKnown(CalendarDate).describe('Last day in force; null: until another is approved.'),
    signer: ifKnown(OfficialId),
    document: DocumentNumber,
  })
  .refine(daysInOrder, reversedDays);

const StaffListReturned = z.strictObject({
  list: List,
  document: DocumentNumber,
  reason: personal('Why it was not approved.', 'official').optional(),
});

const StaffListRevoked = z.strictObject({
  list: List,
  to: ifKnown(CalendarDate).describe('Last day in force.'),
  document: DocumentNumber,
});

const ReservePlanMade = z
  .strictObject({
    people: ifKnown(People),
    from: ifKnown(CalendarDate),
    to: ifKnown(CalendarDate),
    sent: ifKnown(z.boolean()).describe('Whether the centre was sent it.'),
    document: DocumentNumber,
  })
  .refine(daysInOrder, reversedDays);

const ModelDossiersPlaced = z.strictObject({
  procedures: ifKnown(z.array(ProcedureCode).min(1).max(1_000)),
  where: ifKnown(Name).describe('As a rule the common counter (TQ Đ6.7).'),
  by: ifKnown(OfficialId),
});

const people = [
  { official: 'cb-0417', capacity: 'formal', stands: null },
  { official: 'cb-0431', capacity: 'reserve', stands: 'cb-0417' },
] as const;

export const staff = {
  StaffListSubmitted: event('Trình danh sách nhân sự', 'Staff list submitted', StaffListSubmitted, {
    list: 'Danh sách 2025',
    year: '2025',
    people: [...people],
    by: 'gd-0001',
    document: '9/TTr-TTPVHCC',
  }),
  StaffListApproved: event(
    'Phê duyệt danh sách nhân sự',
    'Staff list approved',
    StaffListApproved,
    {
      list: 'Danh sách 2025',
      year: '2025',
      people: [...people],
      from: '2025-01-15',
      to: '2025-12-31',
      signer: 'ct-0001',
      document: '88/QĐ-UBND',
    },
  ),
  StaffListReturned: event(
    'Không duyệt danh sách nhân sự',
    'Staff list returned',
    StaffListReturned,
    {
      list: 'Danh sách 2025',
      document: '14/UBND-VP',
      reason: 'Một người dự phòng chưa đủ hai năm công tác',
    },
  ),
  StaffListRevoked: event('Thu hồi danh sách nhân sự', 'Staff list revoked', StaffListRevoked, {
    list: 'Danh sách 2025',
    to: '2025-06-30',
    document: '350/QĐ-UBND',
  }),
  ReservePlanMade: event('Lập phương án dự phòng', 'Plan of reserves made', ReservePlanMade, {
    people: [...people],
    from: '2025-04-01',
    to: '2025-06-30',
    sent: true,
    document: '130/KH-STNMT',
  }),
  ModelDossiersPlaced: event('Đặt bộ hồ sơ chuẩn', 'Model dossiers placed', ModelDossiersPlaced, {
    procedures: ['1.004227'],
    where: 'Quầy giao dịch chung',
    by: 'cb-0417',
  }),
};
