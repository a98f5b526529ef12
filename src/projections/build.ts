/** Building read models from the log, and following it. What a worker thread does all day. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Index } from '../domain/units.ts';
import type { Codec } from '../ledger/codec.ts';
import type { StoredEvent } from '../ledger/event-store.ts';
import type { LogReader } from '../ledger/log-reader.ts';
import type { StoredTree } from '../ledger/sqlite/tree.ts';
import { transaction } from '../ledger/transaction.ts';
import { type Engine, engine } from './engine.ts';
import {
  createModelFile,
  fingerprintOf,
  finishModelFile,
  type Marks,
  marksIn,
  moveModelFile,
  openModelWriter,
  removeModelFile,
  rootAt,
  shapeOf,
  writeMarks,
} from './model-file.ts';
import type { Projection } from './projection.ts';
import { type Passed, portionsOf, type Share, whole } from './share.ts';
import { BuildStopped } from './thread-end.ts';

export type BuildParts = {
  readonly log: LogReader;
  readonly codec: Codec;
  readonly projections: readonly Projection[];
  /** What, beside the projections, the rows depend on. */
  readonly regulations: string;
  /** Asked at every page: true ends the work with `BuildStopped`. Left out: it is never stopped. */
  readonly isStopped?: () => boolean;
};

/** Events between two words about progress. */
const progressEvery = 10_000;

/**
 * Builds `file` from the first event up to `until`, inclusive, beside whatever serves now.
 *
 * The file appears under its name only when it is whole.
 *
 * @throws BuildStopped if it is told to stop; nothing of it is left.
 */
export function buildModel(
  file: string,
  parts: BuildParts,
  until: Index,
  onProgress: (position: Index) => void = () => {},
): void {
  mkdirSync(dirname(file), { recursive: true });
  const building = begin(unfinished(file), parts, until, whole);
  try {
    building.goThrough(onProgress);
    building.finish();
    building.close();
  } catch (error) {
    building.abandon();
    throw error;
  }
  moveModelFile(unfinished(file), file);
}

/** Where a model is until it is whole. */
export function unfinished(file: string): string {
  return `${file}.building`;
}

/** A model, or one share of it, on its way. */
export type Building = {
  readonly database: DatabaseSync;
  /** Shows the events of the share. @throws BuildStopped if it is told to stop. */
  readonly goThrough: (onProgress: (position: Index) => void) => void;
  /** What all who build shares of it need of each other. */
  readonly passed: () => readonly Passed[];
  readonly takeOver: (passed: readonly (readonly Passed[])[]) => void;
  /** Judges what only the whole log says. */
  readonly finish: () => void;
  /** Makes the indexes, and closes the file: it can be read by others, and followed. */
  readonly close: () => void;
  /** Nothing of it is left. */
  readonly abandon: () => void;
};

/** Begins `file` anew, for the events up to `until`, inclusive. @throws RangeError if the log ends before that. */
export function begin(file: string, parts: BuildParts, until: Index, share: Share): Building {
  const { log, projections } = parts;
  if (log.size() <= until) throw new RangeError(`the log ends before event ${until}`);
  const database = createModelFile(file, projections);
  const filling = engine({ ...parts, database, until });

  return {
    database,
    goThrough(onProgress) {
      let [shown, said] = [0, 0];
      database.exec('BEGIN');
      filling.prepare();
      for (const category of filling.categories) {
        for (const streams of portionsOf(log.streamsOf(category, until), share)) {
          if (parts.isStopped?.() === true) throw new BuildStopped('the build was told to stop');
          shown += filling.show(streams);
          if (shown - said < progressEvery) continue;
          said = shown;
          onProgress(BigInt(Math.min(shown * share.of, Number(until)))); // the others are about as far
        }
      }
    },
    passed: filling.passed,
    takeOver: (passed) => filling.takeOver(passed, share),
    finish() {
      filling.flush();
      writeMarks(database, marksOf(parts, until, rootAt(log, until)));
      database.exec('COMMIT');
    },
    close: () => finishModelFile(database, projections),
    abandon() {
      if (database.isOpen) database.close();
      removeModelFile(file);
    },
  };
}

export type Follower = Disposable & {
  /**
   * Takes in what the log has beyond the model, page by page; returns where the model is then. A page
   * that fails leaves no trace, and is the first to be taken in the next time.
   */
  readonly catchUp: () => Index;
};

/** Follows the log in a finished `file`: each page, its rows and its position are one transaction. */
export function followIn(file: string, parts: BuildParts): Follower {
  const { log } = parts;
  const database: DatabaseSync = openModelWriter(file);
  /** What is kept in memory; after a failure it is made anew from the file. */
  let state: Following | null = null;

  return {
    catchUp() {
      const following = state ?? followingFrom(database, parts);
      state = null;
      while (parts.isStopped?.() !== true) {
        const page = log.after(following.position);
        if (page.length === 0) break;
        takeIn(page, following, database, parts);
      }
      state = following;
      return following.position;
    },
    [Symbol.dispose]: () => database.close(),
  };
}

type Following = { readonly engine: Engine; readonly tree: StoredTree; position: Index };

function followingFrom(database: DatabaseSync, parts: BuildParts): Following {
  const { position } = marksIn(database);
  return {
    engine: engine({ ...parts, database, until: null }),
    tree: parts.log.treeAt(position + 1n),
    position,
  };
}

function takeIn(
  page: readonly StoredEvent[],
  following: Following,
  database: DatabaseSync,
  parts: BuildParts,
): void {
  const { engine: rows, tree, position } = following;
  const last = position + BigInt(page.length);
  for (const leaf of parts.log.leavesAfter(position, page.length)) tree.push(leaf);
  const root = Buffer.from(tree.root()).toString('hex');
  transaction(database, () => {
    rows.take(page);
    rows.flush();
    writeMarks(database, marksOf(parts, last, root));
  });
  following.position = last;
}

function marksOf(
  { log, projections, regulations }: BuildParts,
  position: Index,
  root: string,
): Marks {
  return {
    origin: log.origin.name,
    fingerprint: fingerprintOf(projections, regulations),
    shape: shapeOf(projections),
    position,
    root,
  };
}
