/** What somebody does to a ledger's file who knows how it is made. */
import { DatabaseSync } from 'node:sqlite';
import { leafOf } from '../../src/ledger/leaf.ts';
import { groupLeaves, leafHash, rootOf } from '../../src/ledger/merkle.ts';
import { rowsOf } from '../../src/ledger/sqlite/rows.ts';
import { openWitness } from '../../src/ledger/witness.ts';
import { type LedgerFolder, withoutTriggers } from './ledger-folder.ts';

/** Which hashes are made again after the change, so that it shows less. */
export type Covering = {
  /** Of these events: the hash beside each. `'all'`: of every event, one after the other. */
  readonly leaves?: readonly number[] | 'all';
  /** The hashes of groups of 256. */
  readonly groups?: boolean;
  readonly witness?: boolean;
};

/** Changes the file by `statements`, with the triggers out of the way until it is done, and covers it up as told. */
export function tamper(
  { ledger, witness }: LedgerFolder,
  statements: string,
  covering: Covering = {},
): void {
  using database = new DatabaseSync(ledger);
  let leaves: Uint8Array[] = [];
  withoutTriggers(database, () => {
    database.exec(statements);
    leaves = coverLeaves(database, covering.leaves ?? []);
    if (covering.groups === true) coverGroups(database, leaves);
  });
  if (covering.witness === true) {
    using word = openWitness(witness);
    word.write({ size: BigInt(leaves.length), root: rootOf(leaves) });
  }
}

function coverGroups(database: DatabaseSync, leaves: readonly Uint8Array[]): void {
  const update = database.prepare('UPDATE tile SET hash = ? WHERE number = ?');
  for (let group = 0; (group + 1) * groupLeaves <= leaves.length; group += 1) {
    const from = group * groupLeaves;
    update.run(rootOf(leaves.slice(from, from + groupLeaves)), group);
  }
}

/** The hashes beside the events, after those of `covered` were made again. */
function coverLeaves(database: DatabaseSync, covered: readonly number[] | 'all'): Uint8Array[] {
  const kept = database.prepare('SELECT leaf FROM event ORDER BY idx').all();
  const update = database.prepare('UPDATE event SET leaf = ? WHERE idx = ?');
  const last = new Map<string, string>();
  const events = rowsOf(database).after(-1n, kept.length);
  return events.map((event, place) => {
    const made = leafHash(Buffer.from(leafOf(event, last.get(event.stream) ?? null)));
    const isCovered = covered === 'all' || covered.includes(Number(event.index));
    const before = kept[place]?.['leaf'];
    const leaf = isCovered || !(before instanceof Uint8Array) ? made : before;
    if (isCovered) update.run(leaf, event.index);
    last.set(event.stream, Buffer.from(leaf).toString('hex'));
    return leaf;
  });
}
