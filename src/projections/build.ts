/** Building read models from the log, and following it. What a worker thread does all day. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Index } from '../domain/units.ts';
import type { Codec } from '../ledger/codec.ts';
import type { LogReader } from '../ledger/log-reader.ts';
import { transaction } from '../ledger/transaction.ts';
import { engine } from './engine.ts';
import {
  createModelFile,
  fingerprintOf,
  finishModelFile,
  type Marks,
  marksIn,
  moveModelFile,
  openModelWriter,
  rootAt,
  shapeOf,
  writeMarks,
} from './model-file.ts';
import type { Projection } from './projection.ts';

export type BuildParts = {
  readonly log: LogReader;
  readonly codec: Codec;
  readonly projections: readonly Projection[];
  /** What, beside the projections, the rows depend on. */
  readonly regulations: string;
};

/** Events that wait in memory for the rest of their subject while a model is built: about 1 kB each. */
const waitingMax = 60_000;

/** Events between two words about progress. */
const progressEvery = 10_000;

/**
 * Builds `file` from the first event up to `until`, inclusive, beside whatever serves now.
 *
 * The file appears under its name only when it is whole.
 */
export function buildModel(
  file: string,
  parts: BuildParts,
  until: Index,
  onProgress: (position: Index) => void = () => {},
): void {
  const { log, projections } = parts;
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.building`;
  const database = createModelFile(unfinished, projections);
  const filling = engine({ ...parts, database, waitingMax });
  let position: Index = -1n;
  let said = 0n;
  database.exec('BEGIN');
  while (position < until) {
    const page = log.after(position).filter(({ index }) => index <= until);
    const last = page.at(-1)?.index;
    if (last === undefined) throw new RangeError(`the log ends before event ${until}`);
    filling.take(page);
    position = last;
    if (position - said >= progressEvery) onProgress((said = position));
  }
  filling.flush();
  writeMarks(database, marksOf(parts, position, rootAt(log, position)));
  database.exec('COMMIT');
  finishModelFile(database, projections);
  moveModelFile(unfinished, file);
}

export type Follower = Disposable & {
  /** Takes in what the log has beyond the model, page by page; returns where the model is then. */
  readonly catchUp: () => Index;
};

/** Follows the log in a finished `file`: each page, its rows and its position are one transaction. */
export function followIn(file: string, parts: BuildParts): Follower {
  const { log } = parts;
  const database: DatabaseSync = openModelWriter(file);
  const following = engine({ ...parts, database, waitingMax: 0 });
  let { position } = marksIn(database);
  const tree = log.treeAt(position + 1n);

  return {
    catchUp() {
      for (;;) {
        const page = log.after(position);
        const last = page.at(-1)?.index;
        if (last === undefined) return position;
        for (const leaf of log.leavesAfter(position, page.length)) tree.push(leaf);
        const root = Buffer.from(tree.root()).toString('hex');
        transaction(database, () => {
          following.take(page);
          following.flush();
          writeMarks(database, marksOf(parts, last, root));
        });
        position = last;
      }
    },
    [Symbol.dispose]: () => database.close(),
  };
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
