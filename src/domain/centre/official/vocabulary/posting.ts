/** Cử đến làm việc: where an official works, for how long, and why it ended. */
import { z } from 'zod';
import { AgencyCode, CalendarDate, CentreCode, OfficialId } from '../../../units.ts';
import {
  DocumentNumber,
  daysInOrder,
  ifKnown,
  Name,
  reversedDays,
} from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';
import { Capacity, Standards } from './fields.ts';

const Posting = ifKnown(
  Name.describe('Names the posting: the same in all events about it; as a rule the decision.'),
);

const OfficialPosted = z
  .strictObject({
    posting: Posting,
    from: CalendarDate.describe('First day at the centre.'),
    to: ifKnown(CalendarDate).describe('Last day, as decided.'),
    at: ifKnown(CentreCode).describe('The centre, where it is not the one that records this.'),
    agency: ifKnown(AgencyCode).describe('Who sends them.'),
    capacity: ifKnown(Capacity),
    position: ifKnown(Name).describe('What they do there.'),
    counter: ifKnown(Name),
    rotating: ifKnown(z.boolean()).describe('A turn of the rotation (TQ Đ6.4).'),
    standards: ifKnown(Standards).describe('What the agency states with the posting.'),
    signer: ifKnown(OfficialId),
    document: DocumentNumber,
  })
  .refine(daysInOrder, reversedDays);

const PostingStandardsStated = z.strictObject({
  posting: Posting,
  agency: ifKnown(AgencyCode),
  standards: Standards,
  document: DocumentNumber,
});

const PostingExtended = z.strictObject({
  posting: Posting,
  to: CalendarDate.describe('The new last day.'),
  document: DocumentNumber,
});

const PostingEnded = z.strictObject({
  posting: Posting,
  on: ifKnown(CalendarDate).describe('Last day at the centre.'),
  because: ifKnown(
    z.enum([
      'term-over',
      'replaced',
      'returned',
      'staffing-reduced',
      'transferred',
      'left-service',
      'other',
    ]),
  ).describe('NB Đ6.2a: a replacement may cut a posting short.'),
  asked: ifKnown(z.enum(['centre', 'agency', 'official'])).describe('Who asked for it.'),
  replacedBy: ifKnown(OfficialId),
  document: DocumentNumber,
});

/** Offices of a centre that one person holds at a time, or as many as the regulation allows (KT Đ9.1a). */
const Office = z.enum(['director', 'deputy-director', 'section-head', 'other']);

const OfficeTaken = z.strictObject({
  office: Office,
  fullTime: ifKnown(z.boolean()).describe('Chuyên trách: no other office beside it.'),
  section: ifKnown(Name),
  from: ifKnown(CalendarDate),
  document: DocumentNumber,
});

const OfficeLeft = z.strictObject({
  office: Office,
  section: ifKnown(Name),
  to: ifKnown(CalendarDate).describe('Last day in office.'),
  because: ifKnown(z.enum(['transferred', 'retired', 'dismissed', 'term-over', 'other'])),
  document: DocumentNumber,
});

const [decision, agency] = ['214/QĐ-UBND', 'H42.17'];
const standards = {
  met: true,
  yearsOfService: 6.5,
  qualification: 'Đại học Luật',
  lastGrade: 'good',
} as const;

export const posting = {
  OfficialPosted: event('Cử đến làm việc tại Trung tâm', 'Official posted', OfficialPosted, {
    posting: decision,
    from: '2025-03-03',
    to: '2026-08-31',
    at: 'reference',
    agency,
    capacity: 'formal',
    position: 'Tiếp nhận hồ sơ đất đai',
    counter: 'Quầy 7',
    rotating: false,
    standards,
    signer: 'gd-1701',
    document: decision,
  }),
  PostingStandardsStated: event(
    'Xác nhận đủ tiêu chuẩn',
    'Standards of a posting stated',
    PostingStandardsStated,
    { posting: decision, agency, standards, document: '77/STNMT-VP' },
  ),
  PostingExtended: event('Kéo dài thời hạn cử', 'Posting extended', PostingExtended, {
    posting: decision,
    to: '2026-08-31',
    document: '530/QĐ-UBND',
  }),
  PostingEnded: event('Thôi cử làm việc tại Trung tâm', 'Posting ended', PostingEnded, {
    posting: decision,
    on: '2025-11-28',
    because: 'replaced',
    asked: 'centre',
    replacedBy: 'cb-0431',
    document: '688/QĐ-UBND',
  }),
  OfficeTaken: event('Nhận chức vụ tại Trung tâm', 'Office taken', OfficeTaken, {
    office: 'deputy-director',
    fullTime: true,
    section: 'Bộ phận Tiếp nhận và trả kết quả',
    from: '2025-06-02',
    document: '390/QĐ-UBND',
  }),
  OfficeLeft: event('Thôi chức vụ tại Trung tâm', 'Office left', OfficeLeft, {
    office: 'deputy-director',
    section: 'Bộ phận Tiếp nhận và trả kết quả',
    to: '2026-05-29',
    because: 'transferred',
    document: '401/QĐ-UBND',
  }),
};
