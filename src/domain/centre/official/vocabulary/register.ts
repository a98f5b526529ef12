/** Sổ công chức: who an official is, as the public may know, and which accounts they hold. */
import { z } from 'zod';
import { AgencyCode, OfficialId } from '../../../units.ts';
import { DocumentNumber, ifKnown, Name } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';
import { Telephone } from './fields.ts';

/** Public by law: no personal data (BL Đ8.1g, KT Đ8.8, TQ Đ10.1, Đ11.2). */
const directoryEntry = {
  title: ifKnown(Name).describe('Chức danh.'),
  telephone: ifKnown(Telephone),
  field: ifKnown(Name).describe('Lĩnh vực công tác.'),
  agency: ifKnown(AgencyCode).describe('The home agency (cơ quan chủ quản).'),
};

const OfficialRegistered = z.strictObject({
  name: Name,
  ...directoryEntry,
  status: ifKnown(z.enum(['civil-servant', 'public-employee', 'contract', 'other'])).describe(
    'Công chức, viên chức, hợp đồng.',
  ),
  dress: ifKnown(z.enum(['centre', 'branch', 'armed-forces'])).describe(
    'Whose uniform they wear: the centre’s, their branch’s own (BL Đ4.5, KT Đ3.7) or that of the armed forces (SL Đ8.e).',
  ),
});

const OfficialDetailsChanged = z.strictObject({
  name: ifKnown(Name),
  ...directoryEntry,
  document: DocumentNumber,
});

const account = {
  account: Name.describe('The name by which the system knows them.'),
  system: ifKnown(Name).describe('Which system: the one-stop system, the portal, the ledger.'),
};

const AccountIssued = z.strictObject({
  ...account,
  by: ifKnown(OfficialId).describe('Who gave it.'),
  document: DocumentNumber,
});

const AccountClosed = z.strictObject({
  ...account,
  by: ifKnown(OfficialId).describe('Who closed it.'),
  because: ifKnown(z.enum(['posting-ended', 'misuse', 'replaced', 'other'])),
  document: DocumentNumber,
});

export const register = {
  OfficialRegistered: event(
    'Ghi tên công chức, viên chức',
    'Official registered',
    OfficialRegistered,
    {
      name: 'Nguyễn Thị Thu Hà',
      title: 'Chuyên viên',
      telephone: '0229 3888 107',
      field: 'Đất đai',
      agency: 'H42.17',
      status: 'civil-servant',
      dress: 'centre',
    },
  ),
  OfficialDetailsChanged: event(
    'Thay đổi thông tin công khai',
    'Details of the official changed',
    OfficialDetailsChanged,
    {
      name: 'Nguyễn Thị Thu Hà',
      title: 'Chuyên viên chính',
      telephone: '0229 3888 108',
      field: 'Đất đai, môi trường',
      agency: 'H42.17',
      document: '512/QĐ-STNMT',
    },
  ),
  AccountIssued: event('Cấp tài khoản', 'Account issued', AccountIssued, {
    account: 'thuha.stnmt',
    system: 'Hệ thống một cửa điện tử',
    by: 'qt-0002',
    document: '12/TTPVHCC',
  }),
  AccountClosed: event('Khóa tài khoản', 'Account closed', AccountClosed, {
    account: 'thuha.stnmt',
    system: 'Hệ thống một cửa điện tử',
    by: 'qt-0002',
    because: 'posting-ended',
    document: '98/TTPVHCC',
  }),
};
