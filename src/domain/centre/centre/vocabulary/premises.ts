/** Trung tâm, quầy: that there is a centre, under which name, and its counters. */
import { z } from 'zod';
import { AgencyCode, CalendarDate, CentreCode } from '../../../units.ts';
import { DocumentNumber, ifKnown, Name } from '../../../vocabulary/fields.ts';
import { event } from '../../../vocabulary.ts';

const CentreEstablished = z.strictObject({
  name: Name,
  agency: ifKnown(AgencyCode).describe('Its own code among the agencies.'),
  address: ifKnown(Name),
  from: ifKnown(CalendarDate).describe('First day on which there is one.'),
  document: DocumentNumber,
});

const CentreRenamed = z.strictObject({
  name: Name,
  from: ifKnown(CalendarDate).describe('First day of the new name.'),
  document: DocumentNumber,
});

const CentreClosed = z.strictObject({
  to: ifKnown(CalendarDate).describe('Last day on which there was one.'),
  successor: ifKnown(CentreCode),
  document: DocumentNumber,
});

/** Quầy: what a counter is, from a day on, until it is said anew. */
const counter = {
  counter: Name.describe('Its code, unique in the centre.'),
  name: ifKnown(Name),
  fields: ifKnown(z.array(Name).max(200)).describe('Lĩnh vực: what is dealt with there.'),
  agencies: ifKnown(z.array(AgencyCode).max(100)).describe('Whose officials sit there.'),
  combined: ifKnown(z.boolean()).describe(
    'Quầy tổng hợp: shared by agencies, with one official by rotation (KT Đ13.10, TQ Đ6).',
  ),
  from: ifKnown(CalendarDate).describe('First day; null: the day of the entry.'),
  document: DocumentNumber,
};

const CounterOpened = z.strictObject(counter);
const CounterChanged = z.strictObject(counter);

const CounterClosed = z.strictObject({
  counter: Name,
  to: ifKnown(CalendarDate).describe('Last day; null: the day before the entry.'),
  document: DocumentNumber,
});

export const premises = {
  CentreEstablished: event('Thành lập Trung tâm', 'Centre established', CentreEstablished, {
    name: 'Trung tâm Phục vụ hành chính công tỉnh Ninh Bình',
    agency: 'H42.TTPVHCC',
    address: 'Đường Lê Đại Hành, phường Thanh Bình',
    from: '2016-12-01',
    document: '1450/QĐ-UBND',
  }),
  CentreRenamed: event('Đổi tên Trung tâm', 'Centre renamed', CentreRenamed, {
    name: 'Trung tâm Phục vụ hành chính công tỉnh Ninh Bình (mới)',
    from: '2025-07-01',
    document: '12/QĐ-UBND',
  }),
  CentreClosed: event('Kết thúc hoạt động Trung tâm', 'Centre closed', CentreClosed, {
    to: '2025-06-30',
    successor: 'ninh-binh',
    document: '13/QĐ-UBND',
  }),
  CounterOpened: event('Mở quầy', 'Counter opened', CounterOpened, {
    counter: '7',
    name: 'Quầy Đất đai',
    fields: ['Đất đai', 'Đo đạc và bản đồ'],
    agencies: ['H42.17'],
    combined: false,
    from: '2025-09-01',
    document: '31/QĐ-TTPVHCC',
  }),
  CounterChanged: event('Thay đổi quầy', 'Counter changed', CounterChanged, {
    counter: '7',
    name: 'Quầy tổng hợp số 7',
    fields: ['Đất đai', 'Văn hóa'],
    agencies: ['H42.17', 'H42.14'],
    combined: true,
    from: '2025-10-01',
    document: '35/QĐ-TTPVHCC',
  }),
  CounterClosed: event('Đóng quầy', 'Counter closed', CounterClosed, {
    counter: '7',
    to: '2025-12-31',
    document: '48/QĐ-TTPVHCC',
  }),
};
