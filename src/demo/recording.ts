/** Recording a demo, sitting by sitting: decided and sealed like anything that is posted, and committed together. */
import { hash } from 'node:crypto';
import type { AnyEvent, Entry, Proposal } from '../domain/entry.ts';
import { families } from '../domain/families.ts';
import { type EventId, instantAt } from '../domain/units.ts';
import { decideAll, type Fact } from '../ledger/deciding.ts';
import { type AppendResult, categoryOf, type NewEvent } from '../ledger/event-store.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { eventId } from '../ledger/record.ts';
import { type HeldRecords, heldRecords } from './held.ts';
import type { Planned } from './planned.ts';

type Prepared = {
  readonly stream: string;
  readonly entries: readonly Entry<AnyEvent>[];
  readonly proposals: readonly Proposal<AnyEvent>[];
  readonly events: readonly NewEvent[];
  /** The digest of what was asked for at once. */
  readonly request: string;
};

/** Records what was entered in one sitting. @throws Error for a fact that cannot be true, which is a mistake of the demo. */
export type RecordSitting = (facts: readonly Planned[]) => Promise<void>;

/**
 * Records facts, those of each record in their order; records in the order of their first fact, so that
 * the same facts make the same ledger. Nobody else may write to it meanwhile.
 */
export function sittingRecorder(
  ledger: Ledger,
  held: HeldRecords = heldRecords(ledger),
): RecordSitting {
  return async (facts) => {
    const records = [...Map.groupBy(facts, ({ stream }) => stream)];
    // All are read before any is sealed: salts and keys are drawn in an order that no reading changes.
    const read = await Promise.all(records.map(([stream]) => held.entriesOf(stream)));
    const prepared = await Promise.all(
      records.map(([stream, ofRecord], place) =>
        prepare(stream, ofRecord, read[place] ?? [], ledger),
      ),
    );
    const results = await Promise.all(
      prepared.map(({ stream, entries, events }) =>
        ledger.store.append(stream, entries.length - 1, events),
      ),
    );
    for (const [place, result] of results.entries()) {
      const one = prepared[place];
      if (one !== undefined) held.keep(one.stream, [...one.entries, ...recorded(one, result)]);
    }
  };
}

async function prepare(
  stream: string,
  planned: readonly Planned[],
  entries: readonly Entry<AnyEvent>[],
  { codec, recording, digestOf }: Ledger,
): Promise<Prepared> {
  const family = families.get(categoryOf(stream));
  if (family === undefined) throw new TypeError(`no record family keeps ${stream}`);
  const facts = planned.map((one, place) => factOf(one, stream, entries, place));
  const decided = decideAll(family, stream, entries, facts, {
    now: instantAt(recording.now().getTime()),
    isCentre: recording.isCentre,
    mayWriteFor: () => true,
  });
  if ('because' in decided) {
    const { type, occurredAt } = facts[decided.at] ?? {};
    throw new Error(
      `the demo made ${type} of ${occurredAt} on ${stream}: ${decided.because}: ${decided.says}`,
    );
  }
  const proposals = await recording.sealer.seal(family, entries, decided.proposals);
  const request = digestOf(`${stream} ${entries.length}`);
  const events = proposals.map((proposal, place) =>
    codec.encode(
      stream,
      facts[place]?.id ?? eventId(stream, 'demo', entries.length + place),
      { ...proposal, request },
      recording.sealer.salt(),
    ),
  );
  return { stream, entries, proposals, events, request };
}

/** What was appended, as it would be read. */
function recorded(
  { stream, entries, proposals, events, request }: Prepared,
  result: AppendResult,
): readonly Entry<AnyEvent>[] {
  if (result.kind === 'conflict') {
    throw new Error('somebody else writes to this demo: make it in a folder of its own');
  }
  const { index, recordedAt } = result;
  return proposals.map((proposal, place) => ({
    ...proposal,
    stream,
    id: events[place]?.id ?? eventId(stream, 'demo', entries.length + place),
    revision: entries.length + place,
    index: index - BigInt(proposals.length - 1 - place),
    recordedAt,
    request,
  }));
}

function factOf(
  planned: Planned,
  stream: string,
  entries: readonly Entry<AnyEvent>[],
  place: number,
): Fact {
  const { type, data, occurredAt, actor, centre, corrects } = planned;
  const parsed = families.get(categoryOf(stream))?.vocabulary[type]?.latest.parse(data);
  if (parsed === undefined) throw new TypeError(`no event ${type} of ${stream}`);
  return {
    id: eventId(stream, 'demo', entries.length + place),
    type,
    data: parsed,
    occurredAt,
    precision: 'instant',
    actor,
    centre,
    recordedVia: viaOf(planned),
    corrects: corrects === null ? null : corrected(corrects, stream, entries),
    causation: null,
    correlation: null,
  };
}

/** @returns for an import a digest made of the name: a file of a demo has no bytes. */
export function viaOf({ outage, file }: Planned): Fact['recordedVia'] {
  if (file !== undefined) return { mode: 'import', file, digest: hash('sha256', file) };
  return outage === null ? { mode: 'live' } : { mode: 'backfill', outage };
}

function corrected(type: string, stream: string, entries: readonly Entry<AnyEvent>[]): EventId {
  const last = entries.findLast((entry) => entry.type === type);
  if (last === undefined) throw new TypeError(`${stream} has no ${type} to be corrected`);
  return last.id;
}
