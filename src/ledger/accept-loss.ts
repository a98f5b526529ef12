/** A person decides that a loss is final: both heads go onto the record, and the ledger goes on. */

import { streamName } from '../domain/stream.ts';
import { type ActorId, CentreCode, type EventId, instantAt } from '../domain/units.ts';
import type { Ledger } from './ledger.ts';
import { eventId } from './record.ts';
import type { Loss } from './sqlite/open.ts';
import type { Head } from './witness.ts';

/** In the place of a centre: it concerns all of them. */
const everyCentre = CentreCode.parse('ledger');

/**
 * Records the loss and whoever accepts it, as the first entry after it.
 *
 * @returns the loss that was accepted; null if there is none.
 * @throws LedgerUnavailable if the loss is such that nothing can be added.
 */
export async function acceptLoss(
  { store, codec, recording }: Ledger,
  by: ActorId,
  reason: string,
): Promise<{ readonly loss: Loss; readonly id: EventId } | null> {
  const loss = store.loss();
  if (loss === null) return null;
  const stream = streamName('ledger', store.origin.name);
  const revision = (await store.read(stream)).length - 1;
  const now = instantAt(recording.now().getTime());
  const id = eventId(stream, `accept-loss at ${loss.found.size} on ${now}`, 0);
  const { kind, witnessed, found } = loss;
  const event = codec.encode(
    stream,
    id,
    {
      type: 'LossAccepted',
      data: { kind, witnessed: witnessed && written(witnessed), found: written(found), reason },
      occurredAt: now,
      precision: 'instant',
      actor: by,
      centre: everyCentre,
      recordedVia: { mode: 'live' },
      corrects: null,
      causation: null,
      correlation: null,
      request: null,
    },
    recording.sealer.salt(),
  );
  store.acceptLoss();
  await store.append(stream, revision, [event]);
  return { loss, id };
}

function written({ size, root }: Head): { size: number; root: string } {
  return { size: Number(size), root: Buffer.from(root).toString('hex') };
}
