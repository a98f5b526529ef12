/**
 * A new file of a ledger, filled with events that another ledger has recorded.
 *
 * Quick, because nothing of it is safe until it is complete: a file that was left half made is not a ledger.
 */
import { DatabaseSync } from 'node:sqlite';
import { identityOf } from '../ledger/sqlite/open.ts';
import { identity, schema } from '../ledger/sqlite/schema.ts';
import { emptyTree } from '../ledger/sqlite/tree.ts';
import type { Head } from '../ledger/witness.ts';
import { eventCheck } from './event-check.ts';
import { type ExportedEvent, type ExportHeader, WrongLine } from './export-lines.ts';
import { fromHex } from './leaf-hashes.ts';
import { isOfSqlite } from './sqlite-errors.ts';
import { faultOfSalt } from './stored-rows.ts';
import { streamHeads } from './stream-heads.ts';
import { syncPath } from './sync-path.ts';

export type LedgerBuilder = Disposable & {
  /** Adds the next event. @throws WrongLine if it is not what its hash says, or does not follow from those before it. */
  readonly add: (exported: ExportedEvent) => void;
  /** Makes the file a ledger, on the disk. */
  readonly finish: () => void;
  readonly head: () => Head;
  /** `identityOf` it. */
  readonly identity: () => Uint8Array;
};

/** Not safe from anything, and not yet a ledger by its name: `identity` comes last. */
const unsafe = `
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  PRAGMA cache_size = -65536; -- 64 MB, for the index over streams
  BEGIN;
`;

/**
 * Makes the file, which must not exist yet.
 *
 * @param held heads of streams held in memory.
 */
export function ledgerBuilder(
  file: string,
  { origin, keyRings }: Pick<ExportHeader, 'origin' | 'keyRings'>,
  held?: number,
): LedgerBuilder {
  const database = new DatabaseSync(file);
  database.exec(unsafe);
  database.exec(schema);
  const triggers = withoutTriggers(database);
  const { name, kind, madeAt } = origin;
  database.prepare('INSERT INTO origin VALUES (?, ?, ?)').run(name, kind, madeAt);
  const insertRing = database.prepare('INSERT INTO key_ring VALUES (?, ?)');
  for (const [number, ring] of keyRings.entries()) insertRing.run(number, ring);
  const insertEvent = database.prepare(
    'INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertTile = database.prepare('INSERT INTO tile VALUES (?, ?)');
  const check = eventCheck(streamHeads(database, held));
  const tree = emptyTree();

  return {
    add({ event, leaf }) {
      const index = tree.size;
      if (event.index !== BigInt(index)) throw new WrongLine(outOfOrder(index, event.index));
      const { fault } = check({ index, event, leaf, fault: faultOfSalt(event) });
      if (fault !== null) throw new WrongLine(inWords(fault.why, index, fault.before));
      const hash = fromHex(leaf);
      const { stream, revision, id, type, version, occurredAt, recordedAt, salt, content } = event;
      orWrong(() =>
        insertEvent.run(
          index,
          stream,
          revision,
          id,
          type,
          version,
          occurredAt,
          recordedAt,
          salt,
          content,
          hash,
        ),
      );
      tree.push(hash, (number, of) => insertTile.run(number, of));
    },
    finish() {
      for (const trigger of triggers) database.exec(trigger);
      database.exec('COMMIT');
      database.exec(identity);
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      syncPath(file);
    },
    head: () => ({ size: BigInt(tree.size), root: tree.root() }),
    identity: () => identityOf(database),
    [Symbol.dispose]: () => database.close(),
  };
}

/** What they refuse is looked for here in a quicker way, and they cost a third of the time. @returns their statements. */
function withoutTriggers(database: DatabaseSync): string[] {
  const triggers = database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${String(name)}`);
  return triggers.map(({ sql }) => String(sql));
}

function outOfOrder(expected: number, found: bigint): string {
  return `event ${expected} is due here and this is event ${found}: lines are missing, doubled or out of order`;
}

function inWords(why: string, index: number, before: number | null): string {
  const either = before === null ? '' : `, or event ${before} that it follows from was changed`;
  return `event ${index}: ${why}${either}`;
}

/** The tables refuse a stream that begins twice, also where its beginning is no longer in memory. */
function orWrong(insert: () => unknown): void {
  try {
    insert();
  } catch (error) {
    const isConstraint = isOfSqlite(error) && Number(error.errcode) % 256 === 19;
    if (!isConstraint) throw error;
    throw new WrongLine(`the ledger refuses it: ${error.message}`);
  }
}
