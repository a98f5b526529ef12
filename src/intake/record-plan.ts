/**
 * Recording what a plan laid out: case by case, each fact once, whatever was recorded before.
 *
 * A fact that the source now states otherwise (another appointment, another end) is recorded as a
 * correction of what it stated before, so that a date which was changed over there shows here.
 */
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { resolvedFrom } from '../domain/timeline.ts';
import { type EventId, instantAt } from '../domain/units.ts';
import { decideAll, type Fact } from '../ledger/deciding.ts';
import { appendBytesMax, categoryOf, type NewEvent } from '../ledger/event-store.ts';
import type { Fields } from '../ledger/personal.ts';
import { eventId, type Recording } from '../ledger/record.ts';
import type { Plan, PlannedCase, PlannedFact } from './plan.ts';

export type Refused = { readonly line: number; readonly reason: string };

export type Recorded = {
  /** Newly recorded. */
  readonly events: number;
  /** Had been recorded before. */
  readonly known: number;
  /** Facts that cannot be true beside what is on record, or that are about somebody who was erased. */
  readonly refused: readonly Refused[];
};

/** Cases under way at once: their appends commit together. */
const casesAtOnce = 64;

/**
 * Records `plan`. Killed half-way, it is simply done again: what is recorded is not recorded twice.
 *
 * @param digestOf keyed digest of what a fact says.
 * @throws LedgerUnavailable if the ledger takes no writes, or cannot say whether it took one.
 */
export async function recordPlan(
  plan: Plan,
  recording: Recording,
  digestOf: (content: string) => string,
  onProgress: (facts: number) => void = () => {},
): Promise<Recorded> {
  let [events, known, seen] = [0, 0, 0];
  const refused: Refused[] = [];
  for (const together of inGroups(plan.cases())) {
    const prepared = await Promise.all(
      together.map((planned) => prepareCase(planned, plan, recording, digestOf)),
    );
    // Handed over in the order of the file, and not awaited one by one: they commit together.
    await Promise.all(prepared.map((one) => appendAll(recording.store, one)));
    for (const one of prepared) {
      events += one.events.length;
      known += one.known;
      refused.push(...one.refused);
    }
    onProgress((seen += together.reduce((sum, { facts }) => sum + facts.length, 0)));
  }
  return { events, known, refused };
}

/** Two cases of one record are not decided on side by side: the second must see what the first adds. */
function* inGroups(cases: Iterable<PlannedCase>): Generator<PlannedCase[]> {
  let group = new Map<string, PlannedCase>();
  for (const one of cases) {
    if (group.size === casesAtOnce || group.has(one.stream)) {
      yield [...group.values()];
      group = new Map();
    }
    group.set(one.stream, one);
  }
  if (group.size > 0) yield [...group.values()];
}

type Prepared = {
  readonly stream: string;
  /** The last revision that was there. */
  readonly revision: number;
  readonly events: readonly NewEvent[];
  readonly known: number;
  readonly refused: readonly Refused[];
};

type New = { readonly planned: PlannedFact; readonly fact: Fact; readonly digest: string };

async function prepareCase(
  { stream, facts }: PlannedCase,
  plan: Plan,
  { store, codec, families, sealer, now, isCentre }: Recording,
  digestOf: (content: string) => string,
): Promise<Prepared> {
  const family = families.get(categoryOf(stream));
  if (family === undefined) throw new RangeError(`no record family keeps ${stream}`);
  const entries = (await store.read(stream)).map(codec.decode);
  const refused: Refused[] = [];
  let fresh = facts.flatMap((planned) => {
    const found = newFact(planned, stream, plan, entries, digestOf(planned.content));
    if (found !== null && 'reason' in found) refused.push(found);
    return found !== null && 'fact' in found ? [found] : [];
  });
  const known = facts.length - fresh.length - refused.length;
  const circumstances = { now: instantAt(now().getTime()), isCentre, mayWriteFor: () => true };
  const dataOf = new Map<EventId, Fields>(); // sealed once: what is left after a refusal is sealed already

  for (;;) {
    const decided = decideAll(
      family,
      stream,
      entries,
      fresh.map(({ fact }) => fact),
      circumstances,
    );
    if ('because' in decided) {
      const line = fresh[decided.at]?.planned.line ?? 0;
      refused.push({ line, reason: `${decided.because}: ${decided.says}` });
      fresh = fresh.toSpliced(decided.at, 1);
      continue;
    }
    if (dataOf.size === 0) {
      const sealed = await sealer.sealEach(family, entries, decided.proposals);
      const unsealable: Refused[] = [];
      for (const [place, { fact, planned }] of fresh.entries()) {
        const one = sealed[place];
        if (one instanceof Error) unsealable.push({ line: planned.line, reason: one.message });
        else if (one !== undefined) dataOf.set(fact.id, one.data);
      }
      refused.push(...unsealable);
      fresh = fresh.filter(({ fact }) => dataOf.has(fact.id));
      if (unsealable.length > 0) continue; // what is left may not be true without those
    }
    const events = decided.proposals.flatMap((proposal, place) => {
      const { fact, digest } = fresh[place] ?? {};
      const data = fact && dataOf.get(fact.id);
      if (fact === undefined || digest === undefined || data === undefined) return [];
      const sealed = { ...proposal, data, request: digest };
      return [codec.encode(stream, fact.id, sealed, sealer.salt())];
    });
    return { stream, revision: entries.length - 1, events, known, refused };
  }
}

/** Null: recorded before as it is stated now. */
function newFact(
  planned: PlannedFact,
  stream: string,
  { recordedVia }: Plan,
  entries: readonly Entry<AnyEvent>[],
  digest: string,
): New | Refused | null {
  const { key, type, data, occurredAt, precision, actor, centre, correlation } = planned;
  const stated = statementsOf(key, stream, entries);
  const last = stated.at(-1);
  if (last?.request === digest) return null;
  const standing = last === undefined ? null : resolvedFrom(stated[0] ?? last, entries);
  if (last !== undefined && standing === null) {
    const reason =
      'the source states it otherwise than before, and the entry was withdrawn since: decide by hand';
    return { line: planned.line, reason };
  }
  const id = eventId(stream, key, stated.length);
  const fact: Fact = {
    id,
    type,
    data,
    occurredAt,
    precision,
    actor,
    centre,
    recordedVia,
    corrects: standing?.id ?? null,
    causation: null,
    correlation,
  };
  return { planned, fact, digest };
}

/** What the source has stated under `key`, first to last. */
function statementsOf(key: string, stream: string, entries: readonly Entry<AnyEvent>[]) {
  const stated: Entry<AnyEvent>[] = [];
  for (;;) {
    const id = eventId(stream, key, stated.length);
    const found = entries.find((entry) => entry.id === id);
    if (found === undefined) return stated;
    stated.push(found);
  }
}

async function appendAll(
  store: Recording['store'],
  { stream, revision, events }: Prepared,
): Promise<void> {
  let expected = revision;
  for (const part of inParts(events)) {
    const result = await store.append(stream, expected, part);
    if (result.kind === 'conflict') {
      throw new Error(`${stream} was written to by somebody else during the import: run it again`);
    }
    expected = result.revision;
  }
}

/** As few appends as hold them all. */
function inParts(events: readonly NewEvent[]): NewEvent[][] {
  const parts: NewEvent[][] = [];
  let bytes = appendBytesMax;
  for (const event of events) {
    const size = Buffer.byteLength(event.content);
    if (bytes + size > appendBytesMax) {
      parts.push([]);
      bytes = 0;
    }
    bytes += size;
    parts.at(-1)?.push(event);
  }
  return parts;
}
