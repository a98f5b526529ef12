/**
 * Verification on every core: parts of the ledger at once, each by a thread, and SQLite's own check beside them.
 *
 * It only ever says that all is right. Whatever is wrong, wherever, is for `verifyLedger` to find again
 * from the first event on, and to explain.
 */
import { availableParallelism } from 'node:os';
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { type Digest, Frontier, groupHeight, groupLeaves } from '../ledger/merkle.ts';
import { openReader } from '../ledger/sqlite/open.ts';
import { treeAt } from '../ledger/sqlite/tree.ts';
import { type Head, readWitness, type Testimony } from '../ledger/witness.ts';
import { fromHex } from './leaf-hashes.ts';
import type { Part } from './part-check.ts';
import type { FromPart, PartJob } from './part-thread.ts';
import { type Verification, verdictOn, verifyLedger } from './verify.ts';
import type { OnProgress } from './walk.ts';

export type InParts = {
  /** Parts that are checked at once. */
  readonly threads?: number;
  /** A ledger with fewer events is verified before threads have started. */
  readonly eventsMin?: number;
};

type Paths = Parameters<typeof verifyLedger>[0];

/** A thread takes some 80 MB. */
const threadsMax = 8;

/** Of all threads together: some 50 MB. */
const headsMax = 200_000;

/** The answer of `verifyLedger`, sooner. @throws as `verifyLedger`. */
export async function verifyInParts(
  paths: Paths,
  onProgress?: OnProgress,
  { threads = Math.min(availableParallelism(), threadsMax), eventsMin = 20_000 }: InParts = {},
): Promise<Verification> {
  const testimony = readWitness(paths.witness); // before the log, which is then at it or ahead of it
  const found = await foundRight(paths.ledger, testimony, { threads, eventsMin }, onProgress);
  return found ?? verifyLedger(paths, onProgress);
}

async function foundRight(
  ledger: string,
  testimony: Testimony,
  { threads, eventsMin }: Required<InParts>,
  onProgress: OnProgress | undefined,
): Promise<Verification | null> {
  if (testimony.kind !== 'head') return null;
  try {
    using database = openReader(ledger);
    database.exec('BEGIN'); // one snapshot for all that follows; the threads may see more, and look at no more
    const { first, size } = extentOf(database);
    if (first !== 0 || size < eventsMin || BigInt(size) < testimony.size) return null;
    const parts = await partsOf(ledger, size, threads, onProgress);
    const tree = parts === null ? null : treeOver(database, parts);
    if (tree?.size !== size || !hasRootOf(database, testimony)) return null;
    const found = verdictOn(database, testimony, { size, root: tree.root() });
    return found.ok ? found : null;
  } catch {
    return null; // also what is wrong with the moment alone is said by whoever tries again
  }
}

function extentOf(database: DatabaseSync): { readonly first: number; readonly size: number } {
  const row = database.prepare('SELECT min(idx) AS first, max(idx) + 1 AS size FROM event').get();
  return { first: Number(row?.['first']), size: Number(row?.['size']) };
}

/** What the threads made of the parts, in order; null if something is wrong with one of them, or with the file. */
async function partsOf(
  ledger: string,
  size: number,
  threads: number,
  onProgress: OnProgress | undefined,
): Promise<Part[] | null> {
  const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const held = Math.ceil(headsMax / threads);
  const events = groupLeaves * Math.ceil(size / groupLeaves / threads);
  let done = 0;
  const checked = (more: number) => {
    done += more;
    onProgress?.(BigInt(done), BigInt(size));
  };
  const starts = Array.from({ length: Math.ceil(size / events) }, (_, number) => number * events);
  const jobs = starts.map((from) => ({ from, to: Math.min(from + events, size), held }));
  const answers = await Promise.all(
    [null, ...jobs].map(async (part) => {
      const answer = await inThread({ ledger, stop, part }, checked);
      if (answer === null) Atomics.store(stop, 0, 1);
      return answer;
    }),
  );
  onProgress?.(BigInt(size), BigInt(size));
  const [, ...parts] = answers;
  return answers.includes(null) ? null : parts.flatMap((part) => part ?? []);
}

const nothing: Part = { groups: new Uint8Array(0), tail: [] };

/** @returns null if something is wrong; of the file as a whole, `nothing` if it is right. */
async function inThread(job: PartJob, checked: (events: number) => void): Promise<Part | null> {
  const { promise, resolve } = Promise.withResolvers<Part | null>();
  const thread = new Worker(new URL('./part-thread.ts', import.meta.url), { workerData: job });
  thread.on('message', (word: FromPart) => {
    if (word.kind === 'checked') checked(word.events);
    else if (word.kind === 'part') resolve(word.part);
    else resolve(word.isRight ? nothing : null);
  });
  thread.on('error', () => resolve(null));
  thread.on('exit', () => resolve(null)); // without a word
  return promise;
}

/** The tree over the parts; null where the hash kept of a group is another. */
function treeOver(database: DatabaseSync, parts: readonly Part[]): Frontier | null {
  const kept = database.prepare('SELECT hash FROM tile WHERE number = ?');
  const tree = new Frontier();
  for (const { groups, tail } of parts) {
    for (let at = 0; at < groups.length; at += 32) {
      const root: Digest = groups.slice(at, at + 32);
      const hash = kept.get(tree.size / groupLeaves)?.['hash'];
      if (!(hash instanceof Uint8Array && Buffer.compare(hash, root) === 0)) return null;
      tree.push(root, groupHeight);
    }
    for (const leaf of tail) tree.push(fromHex(leaf));
  }
  return tree;
}

/** Asked of the kept hashes once they are known to be right. */
function hasRootOf(database: DatabaseSync, { size, root }: Head): boolean {
  return Buffer.from(treeAt(database, Number(size)).root()).equals(root);
}
