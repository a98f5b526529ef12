/** Opening the ledger's file, and comparing it with its witness. */
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { canonicalJson } from '../canonical-json.ts';
import { type Head, readWitness } from '../witness.ts';
import { applicationId, formatVersion } from './schema.ts';
import { schemaDifferences } from './schema-check.ts';
import { type StoredTree, treeAt } from './tree.ts';

/** What a ledger is called and whether it is a demo. Given when it is made, never changed. */
export type Origin = { readonly name: string; readonly kind: 'ledger' | 'demo' };

/** The file is not a ledger of this program's, or is another ledger than was asked for. */
export class NotThisLedger extends Error {
  override readonly name = 'NotThisLedger';
}

/** Why a ledger serves reads only. For a person to read, and to act on. */
export type Loss = {
  readonly kind:
    | 'witness-missing'
    | 'witness-unreadable'
    | 'log-shorter'
    | 'root-differs'
    | 'tree-incomplete'
    /** Triggers were taken away or altered, or something was added. */
    | 'schema-differs'
    /** What the ledger says that it is, is not what the witness vouches for. */
    | 'origin-differs'
    /** The key ring is not the one that the ledger was written with. */
    | 'keys-differ';
  readonly message: string;
  /** What the witness vouched for, where it can be read. */
  readonly witnessed: Head | null;
  /** What the log has now. */
  readonly found: Head;
};

const busyMilliseconds = 5_000;

/** @throws NotThisLedger if there is no file of a ledger. */
export function checkIsThere(file: string): void {
  if (existsSync(file)) return;
  throw new NotThisLedger(
    `there is no ledger in ${file}: check LEDGER_DIR, or make one with "motcua serve"`,
  );
}

/**
 * Opens `file` to read it, beside a writer or with none.
 *
 * @throws NotThisLedger if there is no ledger in it.
 */
export function openReader(file: string): DatabaseSync {
  checkIsThere(file);
  const database = openReadOnly(file);
  try {
    checkFormat(database, file);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** A folder that cannot be written has no room for WAL's shared memory: then the file is read as it lies. */
function openReadOnly(file: string): DatabaseSync {
  const plain = new DatabaseSync(file, { readOnly: true, timeout: busyMilliseconds });
  try {
    plain.prepare('SELECT count(*) FROM sqlite_schema').get();
    return plain;
  } catch (error) {
    plain.close();
    if (existsSync(`${file}-wal`)) throw error;
    const url = pathToFileURL(file);
    url.searchParams.set('immutable', '1');
    return new DatabaseSync(url, { readOnly: true });
  }
}

/** @throws NotThisLedger if `database` was made by another program, or by a later version of this one. */
export function checkFormat(database: DatabaseSync, file: string): void {
  const id = Number(database.prepare('PRAGMA application_id').get()?.['application_id']);
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (id !== applicationId) throw new NotThisLedger(`${file} is not a ledger`);
  if (version !== formatVersion) {
    throw new NotThisLedger(
      `${file} has format ${version} and this program reads format ${formatVersion}: use the release that made it`,
    );
  }
}

export function originOf(database: DatabaseSync): Origin | null {
  const row = database.prepare('SELECT name, kind FROM origin').get();
  if (row === undefined) return null;
  return { name: String(row['name']), kind: row['kind'] === 'demo' ? 'demo' : 'ledger' };
}

/**
 * SHA-256 of what the ledger says that it is, and no event holds: the whole of `origin` and of `key_ring`,
 * as canonical JSON. The witness keeps it.
 */
export function identityOf(database: DatabaseSync): Uint8Array {
  const origin = database.prepare('SELECT name, kind, madeAt FROM origin').get() ?? null;
  const keyRings = database.prepare('SELECT id FROM key_ring ORDER BY number').all();
  const said = {
    origin: origin && { name: origin['name'], kind: origin['kind'], madeAt: origin['madeAt'] },
    keyRings: keyRings.map(({ id }) => id),
  };
  return hash('sha256', canonicalJson(said), 'buffer');
}

/** The ring that the ledger was last written with; null if it remembers none. */
export function keyRingOf(database: DatabaseSync): string | null {
  const row = database.prepare('SELECT id FROM key_ring ORDER BY number DESC LIMIT 1').get();
  return row === undefined ? null : String(row['id']);
}

/**
 * What the log and its witness say of each other: nothing wrong (null), or a loss.
 *
 * A log ahead of its witness is normal after a crash: what was never acknowledged may stay.
 *
 * @param keyRing the ring that is there; undefined: not compared.
 */
export function compareWithWitness(
  database: DatabaseSync,
  witnessFile: string,
  keyRing?: string,
): { readonly tree: StoredTree; readonly loss: Loss | null } {
  const testimony = readWitness(witnessFile);
  const size = Number(
    database.prepare('SELECT coalesce(max(idx) + 1, 0) AS n FROM event').get()?.['n'],
  );
  const tree = treeAt(database, size);
  const found = { size: BigInt(size), root: tree.root() };
  const lossOf = (
    kind: Loss['kind'],
    what: string,
    witnessed: Head | null = null,
    remedy = whatToDo,
  ) => ({ tree, loss: { kind, message: `${what}. ${remedy}`, witnessed, found } });

  const [altered] = schemaDifferences(database);
  if (altered !== undefined) {
    return lossOf(
      'schema-differs',
      `the file is not as a ledger is made: ${altered.what}`,
      null,
      onlyRestore,
    );
  }

  if (tree.size !== size) {
    return lossOf(
      'tree-incomplete',
      `the log has ${size} events and hashes for ${tree.size} of them`,
    );
  }
  switch (testimony.kind) {
    case 'absent':
      if (size === 0) return { tree, loss: null };
      return lossOf(
        'witness-missing',
        `the log has ${size} events and there is no witness in ${witnessFile}`,
      );
    case 'unreadable':
      if (size === 0) return { tree, loss: null };
      return lossOf('witness-unreadable', `no slot of the witness ${witnessFile} can be read`);
    case 'head': {
      const witnessed = { size: testimony.size, root: testimony.root };
      if (testimony.size > BigInt(size)) {
        const missing = testimony.size - BigInt(size);
        return lossOf(
          'log-shorter',
          `${missing} recorded events are missing: the witness vouches for ${testimony.size}, the log has ${size}`,
          witnessed,
        );
      }
      const then = treeAt(database, Number(testimony.size)).root();
      if (!Buffer.from(then).equals(testimony.root)) {
        return lossOf(
          'root-differs',
          `the first ${testimony.size} events are not those that the witness vouches for`,
          witnessed,
        );
      }
      if (size === 0) return { tree, loss: null };
      if (!Buffer.from(identityOf(database)).equals(testimony.identity)) {
        return lossOf('origin-differs', originDiffers, witnessed);
      }
      if (keyRing !== undefined && keyRingOf(database) !== keyRing) {
        return lossOf('keys-differ', otherKeys, witnessed, keysBack);
      }
      return { tree, loss: null };
    }
    default:
      return testimony satisfies never;
  }
}

/** Of a ledger whose tables `origin` or `key_ring` were rewritten. */
export const originDiffers =
  'what the ledger is called, when it was made or which key rings it has had is not what the witness vouches for';

const otherKeys =
  'the key ring in keys.db is not the one that this ledger was written with: keys.db was missing and has been made anew, or is that of another ledger';

const keysBack =
  'Nothing is recorded meanwhile, because nothing sent again would be known again. Stop the program and put back the keys.db of the copy that ' +
  'was made with "motcua backup --keys"; or, if the keys are gone for ever, "motcua accept-loss" records that and goes on with the new ones';

const onlyRestore =
  'Nothing is recorded. Run "motcua verify" to see all that was altered, and put back a backup with "motcua restore"';

const whatToDo =
  'Nothing is recorded until a person decides. Run "motcua verify" to see what is wrong; put back a backup with "motcua restore"; ' +
  'or, if the loss is final, "motcua accept-loss" records it and goes on';
