/** How far a violation has come. */
import type { ViolationState } from './state.ts';

export const violationStages = ['open', 'transferred', 'dealt-with'] as const;
export type ViolationStage = (typeof violationStages)[number];

/** Transferred: it is with who is competent, and what they decided is not on record. Dealt with: it was decided. */
export function violationStageOf({
  transferredAt,
  decidedAt,
}: Pick<ViolationState, 'transferredAt' | 'decidedAt'>): ViolationStage {
  if (decidedAt !== null) return 'dealt-with';
  return transferredAt === null ? 'open' : 'transferred';
}
