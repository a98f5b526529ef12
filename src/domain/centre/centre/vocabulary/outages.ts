/** Sự cố kỹ thuật: when the software stood still, who answers for it, and when paper was entered (SL Đ2.7, BL Đ3.3). */
import { z } from 'zod';
import { Instant, OfficialId, RecordId } from '../../../units.ts';
import { DocumentNumber, ifKnown, Name } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';

const Outage = RecordId.describe(
  'Names it: what is entered afterwards says which outage it is of.',
);

const OutageDeclared = z.strictObject({
  outage: Outage,
  systems: ifKnown(z.array(Name).min(1).max(50)).describe('What stood still.'),
  began: ifKnown(Instant).describe('Where it was declared later than it began.'),
  responsible: ifKnown(OfficialId).describe('Who is to enter what was noted on paper.'),
  cause: ifKnown(Name),
  document: DocumentNumber,
});

const OutageEnded = z.strictObject({
  outage: Outage,
  ended: ifKnown(Instant).describe('Where it was said later than it ended.'),
});

const CatchUpCompleted = z.strictObject({
  outage: Outage,
  entries: ifKnown(z.int().min(0)).describe('What was entered from paper.'),
  official: ifKnown(OfficialId),
});

const [outage, systems, responsible] = ['SC-2025-04', ['Cổng dịch vụ công', 'Một cửa'], 'cb-0417'];

export const outages = {
  OutageDeclared: event('Thông báo sự cố', 'Outage declared', OutageDeclared, {
    outage,
    systems,
    began: '2025-09-23T08:10:00+07:00',
    responsible,
    cause: 'Đứt cáp quang',
    document: '61/TB-TTPVHCC',
  }),
  OutageEnded: event('Khắc phục xong sự cố', 'Outage ended', OutageEnded, {
    outage,
    ended: '2025-09-23T14:05:00+07:00',
  }),
  CatchUpCompleted: event('Nhập bù xong', 'Catch-up completed', CatchUpCompleted, {
    outage,
    entries: 37,
    official: responsible,
  }),
};
