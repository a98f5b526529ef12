/** Opening the ledger's file, and comparing it with its witness. */
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { type Head, readWitness } from '../witness.ts';
import { applicationId, formatVersion } from './schema.ts';
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
    | 'tree-incomplete';
  readonly message: string;
  /** What the witness vouched for, where it can be read. */
  readonly witnessed: Head | null;
  /** What the log has now. */
  readonly found: Head;
};

const busyMilliseconds = 5_000;

/**
 * Opens `file` to read it, beside a writer or with none.
 *
 * @throws NotThisLedger if there is no ledger in it.
 */
export function openReader(file: string): DatabaseSync {
  if (!existsSync(file)) {
    throw new NotThisLedger(
      `there is no ledger in ${file}: check LEDGER_DIR, or make one with "motcua serve"`,
    );
  }
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
 * What the log and its witness say of each other: nothing wrong (null), or a loss.
 *
 * A log ahead of its witness is normal after a crash: what was never acknowledged may stay.
 */
export function compareWithWitness(
  database: DatabaseSync,
  witnessFile: string,
): { readonly tree: StoredTree; readonly loss: Loss | null } {
  const testimony = readWitness(witnessFile);
  const size = Number(
    database.prepare('SELECT coalesce(max(idx) + 1, 0) AS n FROM event').get()?.['n'],
  );
  const tree = treeAt(database, size);
  const found = { size: BigInt(size), root: tree.root() };
  const lossOf = (kind: Loss['kind'], what: string, witnessed: Head | null = null) => ({
    tree,
    loss: { kind, message: `${what}. ${whatToDo}`, witnessed, found },
  });

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
      if (testimony.size > BigInt(size)) {
        const missing = testimony.size - BigInt(size);
        return lossOf(
          'log-shorter',
          `${missing} recorded events are missing: the witness vouches for ${testimony.size}, the log has ${size}`,
          testimony,
        );
      }
      const then = treeAt(database, Number(testimony.size)).root();
      if (!Buffer.from(then).equals(testimony.root)) {
        return lossOf(
          'root-differs',
          `the first ${testimony.size} events are not those that the witness vouches for`,
          testimony,
        );
      }
      return { tree, loss: null };
    }
    default:
      return testimony satisfies never;
  }
}

const whatToDo =
  'Nothing is recorded until a person decides. Run "motcua verify" to see what is wrong; put back a backup with "motcua restore"; ' +
  'or, if the loss is final, "motcua accept-loss" records it and goes on';
