/**
 * Whether a ledger still is what it was: every leaf derived again from what is stored, the tree made
 * again, and held against the witness. Needs no server, running or stopped.
 *
 * A damaged file is an answer and never an error: the first event that is wrong is named.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Index } from '../domain/units.ts';
import { emptyRoot } from '../ledger/merkle.ts';
import { NotThisLedger, openReader } from '../ledger/sqlite/open.ts';
import { readWitness, type Testimony } from '../ledger/witness.ts';
import { suspicions } from './blame.ts';
import { toHex } from './leaf-hashes.ts';
import { problemsOfFile, problemsOfForm, problemsOfTree, problemsOfWitness } from './problems.ts';
import { isOfSqlite, reasonOf } from './sqlite-errors.ts';
import type { TreeEvidence } from './tree-check.ts';
import { type OnProgress, walkLedger } from './walk.ts';

export type FirstWrong = {
  readonly index: Index;
  /** Equal to `index`, unless the hashes leave several events, of which one is wrong. */
  readonly last: Index;
  /** As event `index` says now; null where there is no such event, or it cannot be read. */
  readonly stream: string | null;
  readonly revision: number | null;
  readonly id: string | null;
  readonly type: string | null;
  readonly why: string;
};

export type Verification = {
  readonly ok: boolean;
  /** Events that were read. */
  readonly size: bigint;
  /** Root, in hex, of the tree over what they are now. */
  readonly root: string;
  readonly firstWrong: FirstWrong | null;
  /** Everything that is wrong, for people; the first of them at length, the rest in number. */
  readonly problems: readonly string[];
  readonly witness:
    | { readonly kind: 'absent' | 'unreadable' }
    | {
        readonly kind: 'head';
        readonly size: bigint;
        readonly root: string;
        /** Whether so many events, as they are now, have that root. The hashes kept beside them may have it still. */
        readonly agrees: boolean;
      };
};

/**
 * Verifies the ledger in the file `ledger` against `witness`, beside a writer or with none.
 *
 * One thread, which answers at once also for a small ledger: `verifyInParts` is for large ones. Takes memory
 * that does not grow with the number of events.
 *
 * @throws NotThisLedger if there is no ledger, and no witness says that there was one.
 * @throws what the system says of files that may not be read, or are busy.
 */
export function verifyLedger(
  paths: { readonly ledger: string; readonly witness: string },
  onProgress?: OnProgress,
): Verification {
  const testimony = readWitness(paths.witness); // before the log, which is then at it or ahead of it
  let database: DatabaseSync;
  try {
    database = openReader(paths.ledger);
  } catch (error) {
    return nothingRead(error, testimony);
  }
  try {
    database.exec('BEGIN'); // one snapshot for all that follows
    return verified(database, testimony, onProgress);
  } catch (error) {
    return nothingRead(error, testimony);
  } finally {
    database.close();
  }
}

/** @throws `error`, unless it says that a ledger is gone or damaged. */
function nothingRead(error: unknown, testimony: Testimony): Verification {
  const isGone = error instanceof NotThisLedger && testimony.kind !== 'absent';
  if (!isGone && !isOfSqlite(error)) throw error;
  const why = isGone ? error.message : reasonOf(error);
  const firstWrong = { index: 0n, last: 0n, ...nobody, why };
  const nothing = { size: 0, root: emptyRoot, agrees: false } as const;
  return verdict(firstWrong, [inWords(firstWrong)], nothing, testimony);
}

const nobody = { stream: null, revision: null, id: null, type: null };

function verified(
  database: DatabaseSync,
  testimony: Testimony,
  onProgress: OnProgress | undefined,
): Verification {
  const walked = walkLedger(database, testimony, onProgress);
  const { tree, faults, more } = walked;
  const witnessed = testimony.kind === 'head' ? Number(testimony.size) : 0;
  const suspected = suspicions({ tree, faults, witnessed });
  const end = walked.end ?? endOfLog(tree.size, witnessed);
  if (end !== null) suspected.push({ from: tree.size, to: tree.size, why: end });

  const wrong = suspected.map(({ from, to, why }) => ({
    index: BigInt(from),
    last: BigInt(to),
    ...identityOf(database, from),
    why,
  }));
  const problems = [
    ...wrong.map(inWords),
    ...(more > 0 ? [`${more} more events are wrong`] : []),
    ...(walked.end === null ? [] : [`nothing from event ${tree.size} on was checked`]),
    ...problemsOfTree(database, tree, walked.end === null),
    ...problemsOfWitness(testimony, tree),
    ...problemsOfForm(database, testimony, tree),
    ...problemsOfFile(database),
  ];
  return verdict(wrong[0] ?? null, problems, tree, testimony);
}

/**
 * What is to be said of a ledger whose file, events and hashes were found right, and have the witness's root.
 *
 * Not yet looked at are only the tables and triggers, what the ledger says that it is, and hashes of no event.
 */
export function verdictOn(
  database: DatabaseSync,
  testimony: Testimony,
  { size, root }: Pick<TreeEvidence, 'size' | 'root'>,
): Verification {
  const broken = new Set<number>();
  const tree = { size, root, vouchedFor: 'stored', agrees: true, broken } as const;
  const problems = [
    ...problemsOfTree(database, tree, true),
    ...problemsOfForm(database, testimony, tree),
  ];
  return verdict(null, problems, tree, testimony);
}

function endOfLog(size: number, witnessed: number): string | null {
  if (size >= witnessed) return null;
  return `it is missing at the end of the log: the witness vouches for ${witnessed} events, and there are ${size}`;
}

/** What event `index` says that it is, now. */
function identityOf(database: DatabaseSync, index: number): typeof nobody | Identity {
  try {
    const row = database
      .prepare('SELECT stream, revision, id, type FROM event WHERE idx = ?')
      .get(index);
    if (row === undefined) return nobody;
    const [stream, id, type] = [String(row['stream']), String(row['id']), String(row['type'])];
    return { stream, revision: Number(row['revision']), id, type };
  } catch (error) {
    reasonOf(error); // throws what says nothing of the file
    return nobody;
  }
}

type Identity = Pick<FirstWrong, 'stream' | 'revision' | 'id' | 'type'>;

function inWords({ index, last, stream, revision, type, why }: FirstWrong): string {
  if (last !== index) return `events ${index} to ${last}: ${why}`;
  const what = stream === null ? '' : ` (${type}, ${stream}@${revision})`;
  return `event ${index}${what}: ${why}`;
}

function verdict(
  firstWrong: FirstWrong | null,
  problems: readonly string[],
  { size, root, agrees }: Pick<TreeEvidence, 'size' | 'root' | 'agrees'>,
  testimony: Testimony,
): Verification {
  const witness =
    testimony.kind === 'head'
      ? {
          kind: testimony.kind,
          size: testimony.size,
          root: toHex(testimony.root),
          agrees,
        }
      : testimony;
  const ok = firstWrong === null && problems.length === 0;
  return { ok, size: BigInt(size), root: toHex(root), firstWrong, problems, witness };
}
