/** Ủy quyền: for whom this official may sign or act, from when to when. Whose record it is, is the one who may. */
import { z } from 'zod';
import { CalendarDate, OfficialId } from '../../../units.ts';
import {
  DocumentNumber,
  daysInOrder,
  ifKnown,
  Name,
  reversedDays,
} from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';

const Authority = ifKnown(
  Name.describe('Names the authority: the same when it is given and when it ends.'),
);

const AuthorityDelegated = z
  .strictObject({
    authority: Authority,
    by: ifKnown(OfficialId).describe('Who gave it.'),
    office: ifKnown(Name).describe(
      'The office for which they sign or act, such as the director’s.',
    ),
    form: ifKnown(
      z.enum(['sign-for', 'sign-by-order', 'sign-by-authority', 'act-in-absence']),
    ).describe(
      'KT. (ký thay), TL. (ký thừa lệnh, SL Đ5.e), TUQ. (thừa ủy quyền, SL Đ6.b), điều hành khi đi vắng (BL Đ8.2b).',
    ),
    matters: ifKnown(z.array(Name).min(1).max(100)).describe('What it covers; null: everything.'),
    from: ifKnown(CalendarDate).describe('First day; null: from when it was given.'),
    to: ifKnown(CalendarDate).describe('Last day; null: until it is ended.'),
    document: DocumentNumber,
  })
  .refine(daysInOrder, reversedDays);

const AuthorityEnded = z.strictObject({
  authority: Authority,
  by: ifKnown(OfficialId).describe('Who ended it.'),
  to: ifKnown(CalendarDate).describe('Its last day; null: it ends at once.'),
  document: DocumentNumber,
});

export const authority = {
  AuthorityDelegated: event('Ủy quyền', 'Authority delegated', AuthorityDelegated, {
    authority: '15/GUQ-TTPVHCC',
    by: 'gd-0001',
    office: 'Giám đốc Trung tâm',
    form: 'sign-by-authority',
    matters: ['Phiếu xin lỗi và hẹn lại', 'Công văn đôn đốc'],
    from: '2025-10-01',
    to: '2025-10-31',
    document: '15/GUQ-TTPVHCC',
  }),
  AuthorityEnded: event('Chấm dứt ủy quyền', 'Authority ended', AuthorityEnded, {
    authority: '15/GUQ-TTPVHCC',
    by: 'gd-0001',
    to: '2025-10-20',
    document: '21/TTPVHCC',
  }),
};
