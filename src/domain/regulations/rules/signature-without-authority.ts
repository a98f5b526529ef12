/**
 * signature-without-authority: something was signed by an official who held neither an office nor an
 * authority that day (an integrity finding; no article: who may sign for whom is a record, SL Đ5.đ, Đ5.e, Đ6.b,
 * Đ6.c; BL Đ8.1a¶2, Đ8.2b; KT Đ11.2).
 *
 * Only of an official of whom an office or an authority is on record is it known from when to when he may
 * sign; of the others, the heads of agencies among them, nothing is.
 */
import type { AnyEvent, Entry } from '../../entry.ts';
import type { EventId } from '../../units.ts';
import { prohibition } from '../prohibition.ts';
import { holdsOn, postings } from '../registers/postings.ts';
import type { Context } from '../rule.ts';

export const signatureWithoutAuthority = prohibition<AnyEvent>({
  key: 'signature-without-authority',
  version: 1,
  title: { vi: 'Ký khi không có thẩm quyền', en: 'Signed without authority' },
  subject: [
    'dossier',
    'complaint',
    'violation',
    'datarequest',
    'leave',
    'official',
    'agency',
    'office',
  ],
  watches: [
    'ApologyIssued',
    'DossierDecided',
    'WrittenAnswerIssued',
    'ComplaintDeclaredComplex',
    'ComplaintSuspended',
    'ComplaintResumed',
    'ComplaintResolved',
    'ComplaintReplied',
    'ViolationDecided',
    'DataRequestExtended',
    'DataRequestAnswered',
    'LeaveConfirmedByAgency',
    'LeaveDeclinedByAgency',
    'OfficialPosted',
    'OfficialRated',
    'StaffListApproved',
    'MatterDecided',
  ],
  gathered: false,
  offends: (entry, _, context) => (withoutAuthority(entry, context) === null ? null : []),
  provedBy: (entry, _, context) => withoutAuthority(entry, context) ?? [],
  blames: (entry) => ({ kind: 'official', code: signerOf(entry) }),
});

/** What says that the signer might have signed on other days; null: nothing is wrong, or nothing is known. */
function withoutAuthority(entry: Entry<AnyEvent>, context: Context): readonly EventId[] | null {
  const signer = signerOf(entry);
  if (signer === null) return null;
  const { offices, authorities } = context.registers.look(postings, signer);
  const day = context.workingTime.dateAt(entry.occurredAt);
  const all = [...offices, ...authorities];
  if (all.length === 0 || all.some((one) => holdsOn(one, day))) return null;
  return all.flatMap(({ proof }) => proof);
}

function signerOf({ data }: Entry<AnyEvent>): string | null {
  const signer = data['signer'];
  return typeof signer === 'string' ? signer : null;
}
