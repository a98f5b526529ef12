/** A ledger in a folder: the store, the keys of persons, and the one way onto the record. */
import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Families } from '../domain/family.ts';
import { type Codec, codec } from './codec.ts';
import { LedgerUnavailable } from './event-store.ts';
import { type KeyRing, openKeyRing, type Random } from './key-ring.ts';
import { type RecordFacts, type Recording, recorder } from './record.ts';
import { sealer } from './sealer.ts';
import type { Origin } from './sqlite/open.ts';
import { type SqliteEventStore, sqliteEventStore } from './sqlite/store.ts';

/** Where everything of a ledger lies. */
export type Paths = {
  readonly dir: string;
  readonly ledger: string;
  readonly witness: string;
  /** Keys of persons and secrets of digests: backed up apart from the ledger. */
  readonly keys: string;
  /** Tokens of those who may call. */
  readonly access: string;
  /** Derived, and disposable. */
  readonly models: string;
};

/** @param witness elsewhere than beside the ledger, on another volume for instance; null: beside it. */
export function pathsIn(dir: string, witness: string | null = null): Paths {
  return {
    dir,
    ledger: join(dir, 'ledger.db'),
    witness: witness ?? join(dir, 'head.witness'),
    keys: join(dir, 'keys.db'),
    access: join(dir, 'access.db'),
    models: join(dir, 'read-models'),
  };
}

export type Ledger = Disposable & {
  readonly paths: Paths;
  readonly store: SqliteEventStore;
  readonly keys: KeyRing;
  readonly codec: Codec;
  readonly record: RecordFacts;
  /** Keyed digest of a request's bytes, in hex: tells a retry, and tells nobody else what was sent. */
  readonly digestOf: (bytes: Uint8Array | string) => string;
  /** For others who record: the import. */
  readonly recording: Recording;
};

export type LedgerOptions = {
  readonly paths: Paths;
  readonly families: Families;
  /** What a new ledger is called. */
  readonly origin: Origin;
  readonly isCentre: (code: string) => boolean;
  readonly now?: () => Date;
  readonly random?: Random;
  /** False only while a demo is made: see `SqliteStoreOptions`. */
  readonly durable?: boolean;
};

/**
 * Opens the ledger in its folder, making it if need be, as its one writer.
 *
 * @throws SecondWriter, NotThisLedger as `sqliteEventStore`; what the file system says of a folder
 *   that cannot be written.
 */
export function openLedger({
  paths,
  families,
  origin,
  isCentre,
  now = () => new Date(),
  random = randomBytes,
  durable = true,
}: LedgerOptions): Ledger {
  const resources = new DisposableStack();
  try {
    mkdirSync(dirname(paths.keys), { recursive: true });
    const keys = resources.use(openKeyRing(paths.keys, random, { durable })); // first: the ledger knows its own again
    const { ledger: file, witness } = paths;
    const store = resources.use(
      sqliteEventStore({ file, witness, origin, now, keyRing: keys.id, durable }),
    );
    const words = codec(families);
    const recording = {
      store,
      failure: store.failure,
      families,
      codec: words,
      sealer: sealer(closedInLoss(keys, store), random),
      now,
      isCentre,
    };
    let digestKey: KeyObject | undefined;
    return {
      paths,
      store,
      keys,
      codec: words,
      record: recorder(recording),
      digestOf(bytes) {
        digestKey ??= createSecretKey(keys.secret('request-digest')); // raw bytes would be wrapped at every call
        return createHmac('sha256', digestKey).update(bytes).digest('hex');
      },
      recording,
      [Symbol.dispose]: () => resources.dispose(),
    };
  } catch (error) {
    resources.dispose();
    throw error;
  }
}

/** The ring, making nobody while nothing is recorded: after a loss of keys it may be the wrong one. */
function closedInLoss(keys: KeyRing, store: SqliteEventStore): Pick<KeyRing, 'find' | 'personFor'> {
  return {
    find: (person) => keys.find(person),
    personFor: async (who) => {
      const loss = store.loss();
      if (loss !== null) throw new LedgerUnavailable('read-only', loss.message);
      return keys.personFor(who);
    },
  };
}
