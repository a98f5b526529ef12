/**
 * code-issued: a received dossier has its code (BL Đ8.3d, KT Đ12.1d) and its receipt-and-appointment slip
 * (giấy tiếp nhận hồ sơ và hẹn trả kết quả; BL Đ10.1, KT Đ6.1a, TQ Đ7.2b).
 *
 * No dossier is on record without its code: that half is kept by the record itself. The slip is issued
 * with the reception, which states its number; a reception without one is corrected when the slip is
 * there, and the correction shows. Where the slip was stated from the first nothing is owed after a
 * correction, whenever the reception is then said to have been. TQ's article is about what comes in directly or by post.
 */
import type { Channel, DossierEvent } from '../../dossier/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { duty } from '../duty.ts';
import type { History } from '../history.ts';
import { dueWithin } from '../term.ts';

const key = 'code-issued';

/** Of every dossier: BL, KT. */
export const codeIssued = slipFor(null);

/** Of what comes in directly or by post: TQ Đ7.2. */
export const codeIssuedForPaper = slipFor(['direct', 'by-proxy', 'hired-service', 'post']);

/** @param channels of the dossiers that need one; null: all. */
function slipFor(channels: readonly Channel[] | null) {
  return duty<DossierEvent>({
    key,
    version: 3,
    title: {
      vi: 'Cấp mã số và giấy tiếp nhận, hẹn trả kết quả',
      en: 'Code and receipt-and-appointment slip issued',
    },
    subject: 'dossier',
    openedBy: ['DossierReceived'],
    opens(entry, context, _, history) {
      if (entry.type !== 'DossierReceived' || hadSlip(entry, history)) return null;
      const { channel, receiver } = entry.data;
      if (channels !== null && (channel === null || !channels.includes(channel))) return null;
      return {
        due: dueWithin(key, { minutes: 30 }, entry, context),
        bearer: { kind: 'official', code: receiver },
      };
    },
    opensOnce: true,
    discharges: ['DossierReceived'],
    answers: (entry, { entry: opening }) =>
      entry === opening && entry.type === 'DossierReceived' && entry.data.slip !== null,
    dischargeMayPrecede: true, // the reception itself, where it states the slip
  });
}

/** Of a reception that was corrected: its first statement. */
function hadSlip(entry: Entry<DossierEvent>, history: History<DossierEvent>): boolean {
  if (entry.corrects === null) return false;
  const { type, data } = history.firstStatementOf(entry);
  return type === 'DossierReceived' && data.slip !== null;
}
