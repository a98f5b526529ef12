/** Công khai: what the centre makes known of itself, of its people and of how it measures them. */
import { z } from 'zod';
import { AgencyCode, CalendarDate, OfficialId, Year } from '../../../units.ts';
import {
  DocumentNumber,
  daysInOrder,
  ifKnown,
  Name,
  reversedDays,
} from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';
import { Telephone } from '../../official/vocabulary/fields.ts';

const Where = ifKnown(
  z
    .array(z.enum(['notice-board', 'website', 'portal', 'other']))
    .min(1)
    .max(10),
).describe('Niêm yết tại trụ sở; trang tin điện tử; cổng dịch vụ công.');

/** A line of the public directory (BL Đ8.1g, KT Đ8.8): no personal data. */
const Person = z.strictObject({
  official: ifKnown(OfficialId),
  name: Name,
  title: ifKnown(Name),
  field: ifKnown(Name).describe('Lĩnh vực công tác.'),
  telephone: ifKnown(Telephone),
  agency: ifKnown(AgencyCode).describe('The agency that sent them.'),
  leader: ifKnown(z.boolean()).describe('The director or a deputy.'),
});

const DirectoryPublished = z.strictObject({
  people: ifKnown(z.array(Person).max(2_000)).describe('All of them, as they now stand in it.'),
  where: Where,
  by: ifKnown(OfficialId),
  document: DocumentNumber,
});

const DirectoryChanged = z.strictObject({
  added: ifKnown(z.array(Person).max(200)).describe(
    'Added, or standing there otherwise than before.',
  ),
  removed: ifKnown(z.array(OfficialId).max(200)),
  where: Where,
  by: ifKnown(OfficialId),
  document: DocumentNumber,
});

const EvaluationCriteriaPublished = z
  .strictObject({
    criteria: Name.describe('Names them, as classifications that rest on them do.'),
    points: ifKnown(
      z.array(z.strictObject({ criterion: Name, points: ifKnown(z.number()) })).max(200),
    ).describe('Each criterion, and at most how many points it is worth.'),
    from: ifKnown(CalendarDate).describe('First day in force; null: the day of the entry.'),
    to: ifKnown(CalendarDate).describe('Last day in force.'),
    where: Where,
    document: DocumentNumber,
  })
  .refine(daysInOrder, reversedDays);

const TrainingPlanApproved = z.strictObject({
  year: Year.describe('Of the plan (NB Đ7.2).'),
  audience: ifKnown(z.array(z.enum(['centre', 'district', 'commune', 'other'])).max(10)),
  sessions: ifKnown(z.int().min(0)),
  agencies: ifKnown(z.array(AgencyCode).max(100)).describe('With whom it is held.'),
  approver: ifKnown(Name),
  document: DocumentNumber,
});

const person = {
  official: 'cb-0417',
  name: 'Phạm Thị Lan',
  title: 'Chuyên viên',
  field: 'Đất đai',
  telephone: '0229 3888 417',
  agency: 'H42.17',
  leader: false,
};

export const openness = {
  DirectoryPublished: event('Công khai danh bạ', 'Directory published', DirectoryPublished, {
    people: [person],
    where: ['notice-board', 'website'],
    by: 'gd-0001',
    document: '40/TB-TTPVHCC',
  }),
  DirectoryChanged: event('Cập nhật danh bạ', 'Directory changed', DirectoryChanged, {
    added: [person],
    removed: ['cb-0398'],
    where: ['notice-board', 'website'],
    by: 'gd-0001',
    document: '44/TB-TTPVHCC',
  }),
  EvaluationCriteriaPublished: event(
    'Công bố tiêu chuẩn đánh giá',
    'Evaluation criteria published',
    EvaluationCriteriaPublished,
    {
      criteria: '40/QĐ-TTPVHCC',
      points: [{ criterion: 'Hồ sơ giải quyết đúng hạn', points: 40 }],
      from: '2025-01-01',
      to: '2025-12-31',
      where: ['website'],
      document: '40/QĐ-TTPVHCC',
    },
  ),
  TrainingPlanApproved: event(
    'Phê duyệt kế hoạch tập huấn',
    'Training plan approved',
    TrainingPlanApproved,
    {
      year: '2025',
      audience: ['district', 'commune'],
      sessions: 4,
      agencies: ['H42.41'],
      approver: 'Ủy ban nhân dân tỉnh',
      document: '18/KH-UBND',
    },
  ),
};
