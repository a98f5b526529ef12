/**
 * The words of a breach of personal data (vi phạm quy định về bảo vệ dữ liệu cá nhân; lộ, mất dữ liệu):
 * that it was found out, who was notified, and what was done about it (Luật 91/2025/QH15).
 *
 * Stream `databreach-{id}`.
 */
import { z } from 'zod';
import { personal } from '../../personal.ts';
import { AgencyCode, CalendarDate, DossierCode, OfficialId, RecordId } from '../../units.ts';
import { DocumentNumber, ifKnown, Means, Name } from '../../vocabulary/fields.ts';
import { withdrawing } from '../../vocabulary/keeping.ts';
import { type EventOf, event } from '../../vocabulary.ts';

/** A stream is named by the number under which the breach was recorded. */
export const dataBreachKey = { id: RecordId };

/** Lộ, mất, sửa đổi trái phép, truy cập trái phép, xử lý trái quy định. */
export const BreachKind = z
  .enum(['disclosed', 'lost', 'altered', 'accessed', 'unlawfully-processed', 'other'])
  .describe(
    'What became of the data: disclosed, lost, altered, seen by somebody who may not see it, or processed against the law.',
  );
export type BreachKind = z.output<typeof BreachKind>;

const PersonCount = z.int().min(0);

const DataBreachDetected = z.strictObject({
  what: ifKnown(BreachKind),
  on: ifKnown(CalendarDate).describe('The day on which it happened, or began.'),
  holder: ifKnown(AgencyCode).describe('Who holds the data, where that is not the centre.'),
  official: ifKnown(OfficialId).describe('Who found it out.'),
  system: ifKnown(Name).describe('The system, the cabinet or the room that the data was in.'),
  sensitive: ifKnown(z.boolean()).describe(
    'Whether some of it is sensitive (dữ liệu cá nhân nhạy cảm).',
  ),
  persons: ifKnown(PersonCount).describe('About how many persons the data tells, as it is known.'),
  dossiers: ifKnown(z.array(DossierCode).max(1_000)).describe('The dossiers whose data it was.'),
  document: DocumentNumber.describe('The number of the minutes.'),
  account: personal('What happened.').optional(),
});

const DataBreachNotified = z.strictObject({
  to: z
    .enum(['authority', 'persons', 'superior'])
    .describe(
      'authority: who watches over the protection of personal data (cơ quan chuyên trách bảo vệ dữ liệu cá nhân). persons: those whose data it is. superior: to whom whoever notifies reports.',
    ),
  recipient: ifKnown(Name).describe('Of an authority or a superior: which.'),
  unit: ifKnown(AgencyCode).describe('Who notifies.'),
  by: ifKnown(OfficialId),
  means: ifKnown(Means),
  persons: ifKnown(PersonCount).describe('How many persons were told.'),
  document: DocumentNumber,
  notice: personal('What the notice says.').optional(),
});

/** Biện pháp khắc phục. */
export const BreachMeasure = z.enum([
  'access-closed',
  'data-recovered',
  'data-restored',
  'system-repaired',
  'persons-advised',
  'official-dealt-with',
  'other',
]);
export type BreachMeasure = z.output<typeof BreachMeasure>;

const DataBreachDealtWith = z.strictObject({
  measures: ifKnown(z.array(BreachMeasure).max(20)).describe(
    'What was done; empty: nothing was to be done.',
  ),
  unit: ifKnown(AgencyCode).describe('Who did it.'),
  official: ifKnown(OfficialId),
  document: DocumentNumber,
  account: personal('What was done, in their words.').optional(),
});

const [agency, officer, director] = ['H42.17', 'kn-0102', 'gd-0101'];

export const dataBreach = {
  DataBreachDetected: event(
    'Phát hiện vi phạm về dữ liệu cá nhân',
    'Breach of personal data found out',
    DataBreachDetected,
    {
      what: 'disclosed',
      on: '2026-03-02',
      holder: agency,
      official: officer,
      system: 'Một cửa điện tử',
      sensitive: true,
      persons: 12,
      dossiers: ['H42.17-250923-0005'],
      document: '04/BB-TTPVHCC',
      account: 'Danh sách người nộp hồ sơ kèm số căn cước gửi nhầm vào nhóm Zalo của xã',
    },
  ),
  DataBreachNotified: event(
    'Thông báo vi phạm về dữ liệu cá nhân',
    'Breach of personal data notified',
    DataBreachNotified,
    {
      to: 'authority',
      recipient: 'Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao',
      unit: 'H42.TTPVHCC',
      by: director,
      means: 'official-letter',
      persons: 12,
      document: '88/TTPVHCC',
      notice: 'Lộ họ tên và số căn cước của 12 người, trong đó có bà Trần Thị Mai',
    },
  ),
  DataBreachDealtWith: event(
    'Khắc phục vi phạm về dữ liệu cá nhân',
    'Breach of personal data dealt with',
    DataBreachDealtWith,
    {
      measures: ['access-closed', 'persons-advised'],
      unit: agency,
      official: officer,
      document: '05/BB-TTPVHCC',
      account: 'Đã thu hồi tin nhắn và yêu cầu ông Nam xóa bản đã tải',
    },
  ),
  ...withdrawing,
};

export type DataBreachEvent = EventOf<typeof dataBreach>;

/** The event of one type. */
export type DataBreachEventOf<Type extends DataBreachEvent['type']> = Extract<
  DataBreachEvent,
  { readonly type: Type }
>;
