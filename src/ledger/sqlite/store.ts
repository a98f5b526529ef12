/**
 * The event store in one SQLite file, with its tree and its witness.
 *
 * The order of an acknowledgement: the commit is durable, then the witness is, then "recorded".
 * Appends that arrive together share both.
 */
import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import {
  type AppendResult,
  appendBytesMax,
  checkStreamName,
  type EventStore,
  LedgerUnavailable,
  type NewEvent,
} from '../event-store.ts';
import { type Head, openWitness, type Witness } from '../witness.ts';
import { type AppendRequest, appender } from './appender.ts';
import { takeLock } from './lock.ts';
import { compareWithWitness, identityOf, type Loss, type Origin, originOf } from './open.ts';
import { rowsOf } from './rows.ts';
import { forbidChange } from './schema.ts';
import { followed } from './subscribe.ts';
import { countOnly } from './tree.ts';
import { addKeyRing, openWriter } from './writer.ts';

export type SqliteStoreOptions = {
  /** `ledger.db`; its write-ahead log and its lock lie beside it. */
  readonly file: string;
  /** May be on another volume. */
  readonly witness: string;
  /** What a new ledger is called; an existing one must be of the same kind. */
  readonly origin: Origin;
  readonly now: () => Date;
  /** `KeyRing.id`: a ledger with events that was written with another serves reads only. Left out: not compared. */
  readonly keyRing?: string;
  /**
   * False only while something is made that is made again if the machine stops (a demo): nothing is
   * waited for to be on disk. Whoever makes it syncs the files in the end. Left out: true.
   */
  readonly durable?: boolean;
  /** What is left out, to measure what it costs. Never set by the program. */
  readonly without?: { readonly tree?: boolean; readonly witness?: boolean };
};

export type SqliteEventStore = EventStore &
  Disposable & {
    readonly origin: Origin;
    /** Not null: the ledger has lost something, and serves reads only. */
    readonly loss: () => Loss | null;
    /** Not null: the disk failed to confirm something, and nothing more is taken until the ledger is opened anew. */
    readonly failure: () => LedgerUnavailable | null;
    /** Size and root of the tree over everything that is committed. */
    readonly head: () => Head;
    /**
     * Takes the log as it is for the truth. The next append makes it final: that is the entry which
     * records the loss, written by `motcua accept-loss` and by nobody else.
     *
     * Where the key ring is another one, the ledger remembers that one from now on.
     *
     * @throws LedgerUnavailable if hashes of the tree are missing or the file was altered, so that nothing can be added.
     */
    readonly acceptLoss: () => void;
  };

/**
 * Opens the ledger in `file`, creating it if need be, as its one writer.
 *
 * @throws SecondWriter if another process has it; NotThisLedger if the file is something else.
 */
export function sqliteEventStore(options: SqliteStoreOptions): SqliteEventStore {
  mkdirSync(dirname(options.file), { recursive: true });
  mkdirSync(dirname(options.witness), { recursive: true });
  const resources = new DisposableStack();
  try {
    resources.use(takeLock(`${options.file}.lock`));
    const database = resources.use(openWriter(options));
    const compared = compareWithWitness(database, options.witness, options.keyRing);
    if (compared.loss !== null) keepTornLog(options.file);
    return storeOn(database, compared, options, resources);
  } catch (error) {
    resources.dispose();
    throw error;
  }
}

/** SQLite writes over what it could not read of its write-ahead log. After a loss that is evidence: it is set aside. */
function keepTornLog(file: string): void {
  const [log, kept] = [`${file}-wal`, `${file}-wal.torn`];
  if (existsSync(log) && statSync(log).size > 0 && !existsSync(kept)) copyFileSync(log, kept);
}

/** Turns of the event loop that the first of a group waits for others, at most. */
const turnsMax = 8;

type Waiting = AppendRequest & PromiseWithResolvers<AppendResult>;

function storeOn(
  database: DatabaseSync,
  compared: ReturnType<typeof compareWithWitness>,
  { witness: witnessFile, origin, now, keyRing, durable, without }: SqliteStoreOptions,
  resources: DisposableStack,
): SqliteEventStore {
  const rows = rowsOf(database);
  const known = originOf(database) ?? origin;
  const [last] = rows.after(rows.size() - 2n, 1);
  const writer = appender(
    database,
    {
      tree: without?.tree === true ? countOnly(compared.tree.size) : compared.tree,
      lastRecordedAt: last?.recordedAt ?? null,
    },
    now,
    without?.tree !== true,
  );
  forbidChange(database);
  const waiters = new Set<() => void>();
  const closing = new AbortController(); // ends those who follow
  let loss = compared.loss;
  let failed: LedgerUnavailable | null = null;
  let waiting: Waiting[] = [];
  let closed = false;

  const head = (): Head => ({ size: BigInt(writer.tree().size), root: writer.tree().root() });
  let witness: Witness | null = null; // not made anew where one is missing: that is a loss
  function vouch(): void {
    if (without?.witness === true) return;
    witness ??= resources.use(openWitness(witnessFile, identityOf(database), durable));
    witness.write(head());
  }
  // What a crash left unvouched for is in the log for good: it is vouched for before anything is added.
  if (loss === null) vouch();

  /** Commits once a turn of the event loop has brought nobody else: whoever comes over a network comes a little later than his neighbour. */
  function gather(turns: number): void {
    const before = waiting.length;
    setImmediate(() => {
      if (waiting.length > before && turns > 1) gather(turns - 1);
      else commitTogether();
    });
  }

  /** One commit, one word of the witness, and so one wait for the disk, for everyone who came since the last. */
  function commitTogether(): void {
    const together = waiting;
    waiting = [];
    if (together.length === 0) return;
    try {
      const results = writer.write(together);
      if (results.some(({ kind }) => kind === 'appended')) vouch();
      for (const [place, result] of results.entries()) together[place]?.resolve(result);
      for (const wake of waiters) wake();
    } catch (cause) {
      const error = explain(cause);
      if (error.code === 'unconfirmed' && !isBusy(cause)) failed = error;
      for (const { reject } of together) reject(error);
    }
  }

  return {
    origin: known,
    loss: () => loss,
    failure: () => failed,
    head,

    async append(stream, expected, events) {
      checkStreamName(stream);
      checkEvents(events);
      if (closed) throw new LedgerUnavailable('closed', 'the ledger is closed');
      if (loss !== null) throw new LedgerUnavailable('read-only', loss.message);
      if (failed !== null) throw failed;
      const answer = Promise.withResolvers<AppendResult>();
      if (waiting.push({ stream, expected, events, ...answer }) === 1) gather(turnsMax);
      return answer.promise;
    },

    read: async (stream) => rows.ofStream(stream),
    readAll: (after) => followed(rows, after),
    subscribe: (after, signal) =>
      followed(rows, after, { signal: AbortSignal.any([signal, closing.signal]), waiters }),
    size: async () => rows.size(),

    acceptLoss() {
      if (loss?.kind === 'tree-incomplete') {
        throw new LedgerUnavailable(
          'read-only',
          'hashes of the tree are missing, and nothing can be added to it: put a backup back with "motcua restore"',
        );
      }
      if (loss?.kind === 'schema-differs') throw new LedgerUnavailable('read-only', loss.message);
      if (loss?.kind === 'keys-differ' && keyRing !== undefined) addKeyRing(database, keyRing);
      loss = null;
    },

    [Symbol.dispose]() {
      if (closed) return;
      commitTogether();
      closed = true;
      closing.abort();
      resources.dispose(); // the last connection to close writes the log back into the file
    },
  };
}

/** Made sure of before it joins the others, so that nobody fails for a neighbour's mistake. */
function checkEvents(events: readonly NewEvent[]): void {
  if (events.length === 0) throw new RangeError('an append has at least one event');
  for (const { version, salt } of events) {
    if (!Number.isSafeInteger(version))
      throw new RangeError(`${version} is not the version of an event`);
    if (!/^[0-9a-f]{32}$/.test(salt)) throw new RangeError('a salt is 16 bytes in hex');
  }
  const bytes = events.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  if (bytes > appendBytesMax) {
    throw new RangeError(
      `an append has at most ${appendBytesMax} bytes, and this one has ${bytes}: send it in parts`,
    );
  }
}

/** SQLITE_FULL and SQLITE_BUSY wrote nothing and can be tried again; after anything else the disk is not believed until the file is opened anew. */
function explain(cause: unknown): LedgerUnavailable {
  if (isBusy(cause)) {
    return new LedgerUnavailable(
      'unconfirmed',
      'another program has the ledger locked: nothing was recorded. Send the same again with the same key',
      { cause },
    );
  }
  if (codeOf(cause) === sqliteFull) {
    return new LedgerUnavailable(
      'full',
      'the disk is full: nothing was recorded. Make room and send it again',
      { cause },
    );
  }
  return new LedgerUnavailable(
    'unconfirmed',
    'the disk did not confirm the append, so it is unknown whether it was recorded: restart the ledger, then send the same again with the same key',
    { cause },
  );
}

function isBusy(cause: unknown): boolean {
  return codeOf(cause) === sqliteBusy;
}

function codeOf(cause: unknown): number {
  return cause instanceof Error && 'errcode' in cause ? Number(cause.errcode) % 256 : 0;
}

const [sqliteBusy, sqliteFull] = [5, 13];
