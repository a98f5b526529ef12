/**
 * The words of a request of a data subject (yêu cầu của chủ thể dữ liệu cá nhân): what a person asks of
 * whoever holds data about them, and what they are answered (Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP).
 *
 * Stream `datarequest-{id}`. A letter that asks for two things is two requests: each has its own term.
 */
import { z } from 'zod';
import { personal } from '../../personal.ts';
import { AgencyCode, CalendarDate, DossierCode, OfficialId, RecordId } from '../../units.ts';
import { DocumentNumber, ifKnown, Means } from '../../vocabulary/fields.ts';
import { withdrawing } from '../../vocabulary/keeping.ts';
import { type EventOf, event } from '../../vocabulary.ts';

/** A stream is named by the number under which the request was received. */
export const dataRequestKey = { id: RecordId };

/**
 * Nội dung yêu cầu: xem, chỉnh sửa, xóa; cung cấp, hạn chế xử lý, phản đối xử lý, rút lại sự đồng ý. The
 * rules know the terms of the first three.
 */
export const Ask = z
  .enum(['view', 'correct', 'delete', 'provide', 'restrict', 'object', 'withdraw-consent', 'other'])
  .describe(
    'To view the data, to correct or to delete it; to be given it, to restrict its processing, to object to that, to take a consent back.',
  );
export type Ask = z.output<typeof Ask>;

/** Kênh tiếp nhận. */
export const RequestChannel = z.enum([
  'in-person',
  'letter',
  'e-mail',
  'telephone',
  'provincial-portal',
  'national-portal',
  'website',
  'other',
]);
export type RequestChannel = z.output<typeof RequestChannel>;

/**
 * Căn cứ từ chối: a duty of the state that requires the data (a dossier that has to be kept), another
 * law that forbids it, data that was lawfully made public, a dispute or an inspection that needs it, an
 * emergency, the rights of others; who asks could not be told to be the person; no such data is held.
 */
export const Ground = z.enum([
  'state-duty',
  'law-forbids',
  'made-public',
  'legal-proceedings',
  'emergency',
  'rights-of-others',
  'identity-not-shown',
  'not-held',
  'other',
]);
export type Ground = z.output<typeof Ground>;

/** Kết quả. Partly: some of the data was deleted, say, and the rest has to be kept. */
export const Outcome = z.enum(['done', 'partly-done', 'refused']);
export type Outcome = z.output<typeof Outcome>;

const DataRequestReceived = z.strictObject({
  asks: Ask,
  channel: ifKnown(RequestChannel),
  dossier: ifKnown(DossierCode).describe('The dossier whose data it is about.'),
  holder: ifKnown(AgencyCode).describe('Who holds the data, where that is not the centre.'),
  official: ifKnown(OfficialId).describe('Who received it.'),
  document: DocumentNumber.describe('The number under which the letter was entered.'),
  requester: personal('Who asks.', 'complainant').optional(),
  text: personal('What they ask, in their words.', 'complainant').optional(),
});

const DataRequestAcknowledged = z.strictObject({
  means: ifKnown(Means),
  unit: ifKnown(AgencyCode).describe('Who acknowledges it.'),
  official: ifKnown(OfficialId),
  document: DocumentNumber,
  due: ifKnown(CalendarDate).describe('The day by which the person was told to be answered.'),
});

const DataRequestExtended = z.strictObject({
  until: ifKnown(CalendarDate).describe('The last day of the term that the person was told.'),
  unit: ifKnown(AgencyCode).describe('Who needs more time.'),
  signer: ifKnown(OfficialId),
  document: DocumentNumber,
  reason: personal('Why, as the person is told.', 'complainant').optional(),
});

const DataRequestAnswered = z
  .strictObject({
    outcome: Outcome,
    ground: ifKnown(Ground).describe('Of what was refused: on what ground.'),
    unit: ifKnown(AgencyCode).describe('Who answers.'),
    signer: ifKnown(OfficialId),
    means: ifKnown(Means),
    document: DocumentNumber,
    reason: personal('Why, as the person is told.', 'complainant').optional(),
  })
  .refine(({ outcome, ground }) => outcome !== 'done' || ground === null, {
    error: 'what was done was not refused: leave the ground out, or say "partly-done" or "refused"',
    path: ['ground'],
  });

const DataRequestWithdrawn = z.strictObject({
  official: ifKnown(OfficialId).describe('Who took the withdrawal.'),
  document: DocumentNumber,
  reason: personal('Why it was withdrawn.', 'complainant').optional(),
});

const [agency, clerk, officer, head] = ['H42.17', 'cb-0417', 'kn-0102', 'gd-1701'];

export const dataRequest = {
  DataRequestReceived: event(
    'Tiếp nhận yêu cầu của chủ thể dữ liệu cá nhân',
    'Request about personal data received',
    DataRequestReceived,
    {
      asks: 'delete',
      channel: 'in-person',
      dossier: 'H42.17-250923-0005',
      holder: agency,
      official: clerk,
      document: '31/Đ-TTPVHCC',
      requester: 'Trần Thị Mai, 12 Lương Văn Tụy',
      text: 'Đề nghị xóa số điện thoại và bản chụp căn cước trong hồ sơ đã trả kết quả',
    },
  ),
  DataRequestAcknowledged: event(
    'Phản hồi đã nhận yêu cầu',
    'Request about personal data acknowledged',
    DataRequestAcknowledged,
    {
      means: 'e-mail',
      unit: 'H42.TTPVHCC',
      official: officer,
      document: '32/TTPVHCC',
      due: '2026-02-02',
    },
  ),
  DataRequestExtended: event(
    'Gia hạn thực hiện yêu cầu',
    'Time to answer a request about personal data extended',
    DataRequestExtended,
    {
      until: '2026-02-13',
      unit: agency,
      signer: head,
      document: '85/TB-STNMT',
      reason: 'Dữ liệu nằm ở hai hệ thống, phải đối chiếu trước khi xóa',
    },
  ),
  DataRequestAnswered: event(
    'Trả lời yêu cầu của chủ thể dữ liệu cá nhân',
    'Request about personal data answered',
    DataRequestAnswered,
    {
      outcome: 'partly-done',
      ground: 'state-duty',
      unit: agency,
      signer: head,
      means: 'letter',
      document: '97/STNMT-VP',
      reason: 'Đã xóa số điện thoại; bản chụp căn cước thuộc hồ sơ phải lưu trữ theo quy định',
    },
  ),
  DataRequestWithdrawn: event(
    'Rút yêu cầu',
    'Request about personal data withdrawn',
    DataRequestWithdrawn,
    { official: officer, document: '33/Đ-TTPVHCC', reason: 'Đã tự sửa trên Cổng dịch vụ công' },
  ),
  ...withdrawing,
};

export type DataRequestEvent = EventOf<typeof dataRequest>;

/** The event of one type. */
export type DataRequestEventOf<Type extends DataRequestEvent['type']> = Extract<
  DataRequestEvent,
  { readonly type: Type }
>;
