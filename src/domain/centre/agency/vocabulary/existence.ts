/** Cơ quan: that there is one, under which name, led by whom, and what comes after it. */
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
import { Telephone } from '../../official/vocabulary/fields.ts';

export const AgencyKind = z
  .enum([
    'provincial-office',
    'department',
    'management-board',
    'vertical',
    'district',
    'commune',
    'centre',
    'post',
    'people-committee',
    'other',
  ])
  .describe(
    'Văn phòng UBND tỉnh; sở; ban quản lý; ngành dọc; huyện; xã; Trung tâm; bưu chính; UBND tỉnh.',
  );
export type AgencyKind = z.output<typeof AgencyKind>;

/** A line of the public directory (BL Đ8.1g, KT Đ8.8): no personal data. */
export const Leader = z.strictObject({
  official: ifKnown(OfficialId),
  name: Name,
  title: ifKnown(Name).describe('Giám đốc sở, phó giám đốc …'),
  telephone: ifKnown(Telephone),
});
export type Leader = z.output<typeof Leader>;

const Leaders = z.array(Leader).max(50);

const details = {
  kind: ifKnown(AgencyKind),
  parent: ifKnown(AgencyCode).describe('The agency that it is part of.'),
  rotating: ifKnown(z.boolean()).describe('Works at the centre in rotation (TQ Đ3.4).'),
  telephone: ifKnown(Telephone),
};

const AgencyEstablished = z
  .strictObject({
    name: Name,
    shortName: ifKnown(Name),
    ...details,
    from: ifKnown(CalendarDate).describe('First day on which there is one.'),
    to: ifKnown(CalendarDate).describe('Last day, where it was known from the start.'),
    predecessors: ifKnown(z.array(AgencyCode).max(100)).describe('What it was made of.'),
    leaders: ifKnown(Leaders),
    document: DocumentNumber,
  })
  .refine(daysInOrder, reversedDays);

const AgencyRenamed = z.strictObject({
  name: Name,
  shortName: ifKnown(Name),
  from: ifKnown(CalendarDate).describe('First day of the new name.'),
  document: DocumentNumber,
});

const AgencyDetailsChanged = z.strictObject({
  ...details,
  from: ifKnown(CalendarDate),
  document: DocumentNumber,
});

const AgencyLeadersChanged = z.strictObject({
  leaders: Leaders.describe('All of them, as they now are.'),
  from: ifKnown(CalendarDate),
  document: DocumentNumber,
});

const AgencySucceeded = z.strictObject({
  how: ifKnown(z.enum(['merged', 'split', 'renumbered', 'transferred'])).describe(
    'Sáp nhập; chia tách; đổi mã; chuyển nhiệm vụ: part of the work alone.',
  ),
  successors: z.array(AgencyCode).min(1).max(100),
  from: ifKnown(CalendarDate).describe('First day of the successors.'),
  document: DocumentNumber,
});

const AgencyAbolished = z.strictObject({
  to: ifKnown(CalendarDate).describe('Last day on which there was one.'),
  document: DocumentNumber,
});

const AgencyDirectoryPublished = z.strictObject({
  where: ifKnown(z.array(z.enum(['notice-board', 'website', 'portal', 'other'])).max(10)),
  officials: ifKnown(z.boolean()).describe('Names the formal and the reserve officials.'),
  telephones: ifKnown(z.boolean()).describe('With their telephone numbers (TQ Đ10.1).'),
  by: ifKnown(OfficialId),
});

const leaders = [
  {
    official: 'gd-1701',
    name: 'Trần Quốc Toản',
    title: 'Giám đốc Sở',
    telephone: '0229 3888 170',
  },
];

export const existence = {
  AgencyEstablished: event('Thành lập cơ quan', 'Agency established', AgencyEstablished, {
    name: 'Sở Nông nghiệp và Môi trường',
    shortName: 'SNNMT',
    kind: 'department',
    parent: 'H42.00',
    rotating: false,
    telephone: '0229 3888 100',
    from: '2025-03-01',
    to: '2030-12-31',
    predecessors: ['H42.17', 'H42.12'],
    leaders,
    document: '23/NQ-HĐND',
  }),
  AgencyRenamed: event('Đổi tên cơ quan', 'Agency renamed', AgencyRenamed, {
    name: 'Sở Nông nghiệp và Môi trường tỉnh Ninh Bình',
    shortName: 'SNNMT',
    from: '2025-07-01',
    document: '35/NQ-HĐND',
  }),
  AgencyDetailsChanged: event(
    'Thay đổi thông tin cơ quan',
    'Details of the agency changed',
    AgencyDetailsChanged,
    {
      kind: 'department',
      parent: 'H42.00',
      rotating: true,
      telephone: '0229 3888 101',
      from: '2025-07-01',
      document: '36/QĐ-UBND',
    },
  ),
  AgencyLeadersChanged: event(
    'Thay đổi lãnh đạo cơ quan',
    'Leaders of the agency changed',
    AgencyLeadersChanged,
    { leaders, from: '2025-07-01', document: '402/QĐ-UBND' },
  ),
  AgencySucceeded: event('Sáp nhập, chia tách cơ quan', 'Agency succeeded', AgencySucceeded, {
    how: 'merged',
    successors: ['H42.18'],
    from: '2025-03-01',
    document: '23/NQ-HĐND',
  }),
  AgencyAbolished: event('Kết thúc hoạt động cơ quan', 'Agency abolished', AgencyAbolished, {
    to: '2025-02-28',
    document: '23/NQ-HĐND',
  }),
  AgencyDirectoryPublished: event(
    'Công khai số điện thoại nhân sự',
    'Directory of the agency published',
    AgencyDirectoryPublished,
    { where: ['notice-board', 'website'], officials: true, telephones: true, by: 'cb-1702' },
  ),
};
