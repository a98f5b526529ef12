/**
 * The plan of an import: the whole file is read and laid out as facts, case by case, before anyone
 * records one of them. A file that turns out to be cut in its last line has then changed nothing.
 */
import { basename } from 'node:path';
import type { Precision, RecordedVia } from '../domain/entry.ts';
import { ActorId, CentreCode, type Instant, instantAt } from '../domain/units.ts';
import type { CompiledMapping } from './compile.ts';
import type { LaidOut } from './laid-out.ts';
import { layoutOf } from './layout.ts';
import { type Progress, readRecords } from './reading.ts';
import { FileRefused } from './refusal.ts';
import { asUnavailable, type Note, openScratch, type Scratch } from './scratch.ts';

export type { Note } from './scratch.ts';

export type PlannedFact = {
  /**
   * For idempotency within its stream: made of the source (and the outage of a backfill), the case, the type, and the row's own id or a keyed digest of what it states (with a count among
   * equal rows). A longer export of the same system gives the same row the same key.
   */
  readonly key: string;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly precision: Precision;
  readonly actor: ActorId;
  readonly centre: CentreCode;
  readonly correlation: string | null;
  /** As the schema of its type gives it out; personal fields are in the clear. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Of the file's text, from 1. For an event of the case, that of the case's first row. */
  readonly line: number;
  readonly perCase: boolean;
  /** All that it says: canonical JSON of `{ actor, centre, correlation, data, occurredAt, precision, type }`. Digested, it tells a retry from another fact under the same key. */
  readonly content: string;
};

export type PlannedCase = {
  /** Its id in the source. */
  readonly case: string;
  readonly stream: string;
  /** Never none. Events of the case that stand before its rows, the rows in the order of the file, the others. */
  readonly facts: readonly PlannedFact[];
};

export type Summary = {
  /** Different cases in the file. */
  readonly cases: number;
  /** Records of the file, the bad ones too; not its header. */
  readonly rows: number;
  readonly facts: number;
  /** Rows of which something is not recorded. */
  readonly refused: number;
  readonly warnings: number;
  /** Rows of which the mapping makes nothing, by its `when`. */
  readonly skipped: number;
};

/** Holds a scratch file until it is disposed of. */
export type Plan = Disposable & {
  /** The file's name, without its folder, and SHA-256 of its bytes in hex. */
  readonly file: string;
  readonly digest: string;
  /** How what it lays out comes onto the record. */
  readonly recordedVia: RecordedVia;
  readonly summary: Summary;
  /** The first 1,000 rows that are refused or remarked on, by line. */
  readonly notes: readonly Note[];
  /** All of them. */
  readonly allNotes: () => Iterable<Note>;
  /** In order of first appearance. Can be read again from the start. */
  readonly cases: () => Iterable<PlannedCase>;
};

const notesKept = 1_000;

/** Facts. More are not a case but a mapping whose case column is the wrong one; a case is held in memory. */
const caseMax = 20_000;

/**
 * @param outage of which the file is the catch-up; null for an import. It is part of the keys: every outage has its page 1.
 * @param digestOf keyed digest in hex of what a row states, under a secret of the ledger: another key makes other facts of rows without an id.
 * @param folder for the scratch file; made if it is not there.
 * @throws FileRefused, and nothing of the file may be recorded.
 * @throws MappingRefused if the file lacks a column that the mapping reads.
 * @throws ScratchUnavailable if `folder` is full or cannot be written to.
 */
export async function planImport({
  file,
  mapping,
  folder,
  digestOf,
  outage = null,
  progress,
}: {
  readonly file: string;
  readonly mapping: CompiledMapping;
  readonly folder: string;
  readonly digestOf: (text: string) => string;
  readonly outage?: string | null;
  readonly progress?: Progress;
}): Promise<Plan> {
  const scratch = openScratch(folder);
  try {
    const layout = layoutOf(mapping, scratch, digestOf);
    const reading = readRecords(file, mapping.format, mapping.columns, progress);
    for await (const page of reading.pages) {
      for (const record of page) layout.take(record);
    }
    if (layout.rows() === 0) {
      throw new FileRefused('empty', `${file} has a header and no row: there is nothing to import`);
    }
    const { facts } = scratch.finish(refuseLargeCase);
    const [name, digest] = [basename(file), reading.digest()];
    const keys = outage === null ? mapping.source : `${mapping.source}/${encoded(outage)}`;
    return {
      file: name,
      digest,
      recordedVia:
        outage === null ? { mode: 'import', file: name, digest } : { mode: 'backfill', outage },
      summary: { ...scratch.counts(), facts, rows: layout.rows(), skipped: layout.skipped() },
      notes: scratch.notes().take(notesKept).toArray(),
      allNotes: () => scratch.notes(),
      cases: () => plannedCases(keys, scratch),
      [Symbol.dispose]: scratch[Symbol.dispose],
    };
  } catch (error) {
    scratch[Symbol.dispose]();
    throw asUnavailable(error, folder);
  }
}

function refuseLargeCase(facts: number): void {
  if (facts <= caseMax) return;
  const what = `one case has ${facts} facts or more, and ${caseMax} are the most that one may have`;
  throw new FileRefused('oversize', `${what}: is "case" in the mapping the right column?`);
}

function encoded(text: string): string {
  return encodeURIComponent(text.normalize('NFC'));
}

function* plannedCases(keys: string, scratch: Scratch): Generator<PlannedCase> {
  for (const { id, stream, facts } of scratch.cases()) {
    const prefix = `${keys}/${encodeURIComponent(id)}`;
    const equals = new Map<string, number>();
    const planned = facts.map((fact) => plannedFact(fact, keyOf(prefix, fact, equals)));
    yield { case: id, stream, facts: planned };
  }
}

function plannedFact(
  { type, at, precision, identity, line, data, ...fact }: LaidOut,
  key: string,
): PlannedFact {
  const occurredAt = instantAt(at);
  const [actor, centre] = [actorOf(fact.actor), centreOf(fact.centre)];
  const correlation = fact.correlation === '' ? null : fact.correlation;
  const content =
    `{"actor":${JSON.stringify(actor)},"centre":${JSON.stringify(centre)},` +
    `"correlation":${JSON.stringify(correlation)},"data":${data},"occurredAt":"${occurredAt}",` +
    `"precision":"${precision}","type":"${type}"}`;
  return {
    key,
    type,
    occurredAt,
    precision,
    actor,
    centre,
    correlation,
    data: objectOf(data),
    line,
    perCase: identity.startsWith('case:'),
    content,
  };
}

const actorOf = rememberingLast((text) => ActorId.parse(text));
const centreOf = rememberingLast((text) => CentreCode.parse(text));

/** Most files have a single recorder and a single centre. */
function rememberingLast<Name>(parse: (text: string) => Name): (text: string) => Name {
  let last: { readonly text: string; readonly name: Name } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, name: parse(text) };
    return last.name;
  };
}

/** The count among equal rows is by their order; equal rows are equal, so it does not matter which is which. */
function keyOf(prefix: string, { type, identity }: LaidOut, equals: Map<string, number>): string {
  const key = `${prefix}/${type}/${identity}`;
  if (!identity.startsWith('row:')) return key;
  const number = (equals.get(key) ?? 0) + 1;
  equals.set(key, number);
  return `${key}/${number}`;
}

function objectOf(json: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(json);
  if (isRecord(value)) return value;
  throw new TypeError('the data of a fact are not an object');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
