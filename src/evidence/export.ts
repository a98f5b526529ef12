/**
 * The log as lines of text: every stored byte of it, for whoever has no use for SQLite, and to be put back.
 *
 * The same events give the same bytes: nothing of the day, the machine or the user is written. The keys of
 * persons are not in it, so what is personal stays sealed.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Paths } from '../ledger/ledger.ts';
import { identityOf, openReader, originOf } from '../ledger/sqlite/open.ts';
import { treeAt } from '../ledger/sqlite/tree.ts';
import { readWitness } from '../ledger/witness.ts';
import { CopyRefused } from './copy-refused.ts';
import { doubtOf } from './doubt.ts';
import { eventCheck } from './event-check.ts';
import { type ExportHeader, eventLine, headerLine, trailerLine } from './export-lines.ts';
import { fromHex, toHex } from './leaf-hashes.ts';
import { recordedAtOf, type StoredRow, storedPages } from './stored-rows.ts';
import { streamHeads } from './stream-heads.ts';
import type { OnProgress } from './walk.ts';

/** Indexes of the first and the last event, both included; left out: from the first, to the last that there is. */
export type ExportRange = { readonly from?: number; readonly until?: number };

export type Export = Disposable & {
  readonly header: Header;
  /** Events in it. */
  readonly count: number;
  /**
   * The lines, in pieces of some hundred; to be read once, and written as UTF-8.
   *
   * @throws CopyRefused if an event is not what its hash or the tree says. The trailer is then never written.
   */
  readonly pieces: Iterable<string>;
};

type Header = Omit<ExportHeader, 'format' | 'version'>;

/** Events read at once: what is held in memory, where every content is as long as the store allows some 200 MB. */
const pageEvents = 200;

/**
 * Opens the ledger to export it as it stands now. Works beside a writer, whom it never makes wait, and in
 * memory that does not grow with the ledger.
 *
 * @throws NotThisLedger if there is no ledger.
 * @throws CopyRefused if its witness does not vouch for it, or it has no events of that range.
 */
export function openExport(paths: Paths, range: ExportRange = {}, onProgress?: OnProgress): Export {
  const testimony = readWitness(paths.witness); // first: the log is then at it or ahead of it
  const database = openReader(paths.ledger);
  try {
    const size = Number(
      database.prepare('SELECT coalesce(max(idx) + 1, 0) AS size FROM event').get()?.['size'],
    );
    const doubt = doubtOf(database, testimony, size);
    if (doubt !== null)
      throw new CopyRefused(`${doubt}, so an export would hide a loss; run "motcua verify"`);
    const header = headerOf(database, size, range);
    return {
      header,
      count: header.size - header.from,
      pieces: piecesOf(database, header, onProgress),
      [Symbol.dispose]: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function headerOf(database: DatabaseSync, events: number, range: ExportRange): Header {
  const { from = 0, until = events - 1 } = range;
  if (until >= events || from > until + 1) {
    const there = events === 0 ? 'it has none' : `the last one is ${events - 1}`;
    throw new CopyRefused(
      `this ledger has no events ${from} to ${until}: ${there}; choose --from and --until`,
    );
  }
  const origin = originOf(database);
  const madeAt = database.prepare('SELECT madeAt FROM origin').get()?.['madeAt'];
  if (origin === null) {
    throw new CopyRefused('this ledger does not say which one it is; run "motcua verify"');
  }
  const rings = database.prepare('SELECT id FROM key_ring ORDER BY number').all();
  return {
    origin: { ...origin, madeAt: String(madeAt) },
    keyRings: rings.map(({ id }) => String(id)),
    identity: toHex(identityOf(database)),
    from,
    size: until + 1,
    root: toHex(treeAt(database, until + 1).root()),
  };
}

/** Each event is held against its own hash, and all of them against the root, before the trailer vouches for them. */
function* piecesOf(
  database: DatabaseSync,
  header: Header,
  onProgress: OnProgress | undefined,
): Generator<string> {
  const { from, size, root } = header;
  const page = storedPages(database);
  const before = from === 0 ? undefined : recordedAtOf(database, from - 1);
  const check = eventCheck(streamHeads(database, undefined, from), before);
  const tree = treeAt(database, from);
  yield headerLine(header);
  for (let next = from; next < size; ) {
    let piece = '';
    for (const row of page(next, Math.min(pageEvents, size - next))) {
      if (row.index !== next) throw wrong(next, `it is missing: after it comes event ${row.index}`);
      piece += lineOf(row, check(row).fault?.why ?? null);
      tree.push(fromHex(row.leaf ?? ''));
      next += 1;
    }
    if (piece === '') throw wrong(next, 'it is missing');
    yield piece;
    onProgress?.(BigInt(next - from), BigInt(size - from));
  }
  if (toHex(tree.root()) !== root) {
    throw new CopyRefused(
      'the hashes kept of groups of events are not those of the events; run "motcua verify"',
    );
  }
  yield trailerLine({ count: size - from, root });
}

function lineOf({ index, event, leaf }: StoredRow, fault: string | null): string {
  if (fault !== null || event === null || leaf === null) throw wrong(index, fault ?? 'it is none');
  return eventLine({ event, leaf });
}

function wrong(index: number, why: string): CopyRefused {
  return new CopyRefused(
    `event ${index}: ${why}. Only what is whole is exported; run "motcua verify"`,
  );
}
