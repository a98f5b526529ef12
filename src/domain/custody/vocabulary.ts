/** The words of the ledger's own keeping. Stream `ledger-{name}`: what was done to the ledger itself. */
import { z } from 'zod';
import { Name } from '../vocabulary/fields.ts';
import { type EventOf, event } from '../vocabulary.ts';

/** A stream is named by the name of the ledger. */
export const custodyKey = { name: Name };

const Head = z.strictObject({
  size: z.int().min(0).describe('Events.'),
  root: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Root hash of the tree over them.'),
});

const LossAccepted = z.strictObject({
  kind: z.string().min(1).describe('What was wrong.'),
  witnessed: Head.nullable().describe('What the witness vouched for, where it could be read.'),
  found: Head.describe('What the log had, and goes on from.'),
  reason: z.string().min(1).max(1_000).describe('Why the loss is final. Names no applicant.'),
});

export const custody = {
  LossAccepted: event('Chấp nhận mất dữ liệu', 'Loss accepted', LossAccepted, {
    kind: 'log-shorter',
    witnessed: { size: 1_204, root: '3f'.repeat(32) },
    found: { size: 1_201, root: 'a1'.repeat(32) },
    reason: 'The disk failed on 2 March; the newest backup ends at event 1200.',
  }),
};

export type CustodyEvent = EventOf<typeof custody>;
