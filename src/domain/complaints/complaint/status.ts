/** Tình trạng đơn: how far a complaint has come, in one word. */
import type { ComplaintState } from './state.ts';

export const statuses = [
  'received',
  'classified',
  'forwarded',
  'reported',
  'accepted',
  'suspended',
  'answered',
  'withdrawn',
  'declined',
  'resolved',
] as const;
export type Status = (typeof statuses)[number];

/** As people read them. */
export const statusLabels: Readonly<Record<Status, { readonly vi: string; readonly en: string }>> =
  {
    received: { vi: 'Mới tiếp nhận', en: 'Received' },
    classified: { vi: 'Đã phân loại', en: 'Classified' },
    forwarded: { vi: 'Đã chuyển', en: 'Forwarded' },
    reported: { vi: 'Đã báo cáo cấp trên', en: 'Reported' },
    accepted: { vi: 'Đã thụ lý', en: 'Accepted' },
    suspended: { vi: 'Tạm đình chỉ', en: 'Suspended' },
    answered: { vi: 'Đã trả lời', en: 'Answered' },
    withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
    declined: { vi: 'Không thụ lý', en: 'Declined' },
    resolved: { vi: 'Đã giải quyết', en: 'Resolved' },
  };

/**
 * The status of a complaint; null while nothing says that it was received. What says more goes before
 * what says less: one that was withdrawn and resolved all the same, as the law on denunciations has
 * it, is resolved.
 */
export function statusOf(state: ComplaintState): Status | null {
  if (state.resolvedAt !== null) return 'resolved';
  if (state.declinedAt !== null) return 'declined';
  if (state.withdrawnAt !== null) return 'withdrawn';
  if (state.repliedAt !== null) return 'answered';
  if (state.suspendedAt !== null) return 'suspended';
  if (state.acceptedAt !== null) return 'accepted';
  if (state.reportedAt !== null) return 'reported';
  if (state.forwardedAt !== null) return 'forwarded';
  if (state.classifiedAt !== null) return 'classified';
  return state.receivedAt === null ? null : 'received';
}

const ends: ReadonlySet<Status | null> = new Set<Status>([
  'answered',
  'withdrawn',
  'declined',
  'resolved',
]);

/** Whether it has come to an end. What is answered has: of feedback and questions nothing more is demanded. */
export function hasEnded(state: ComplaintState): boolean {
  return ends.has(statusOf(state));
}
