/** The thread that checks a part of a ledger, or its file. */
import { parentPort, workerData } from 'node:worker_threads';
import { openReader } from '../ledger/sqlite/open.ts';
import { checkPart, type Part } from './part-check.ts';
import { problemsOfFile } from './problems.ts';

export type PartJob = {
  readonly ledger: string;
  /** One number, not 0 as soon as the answer of no thread matters any more. */
  readonly stop: Int32Array;
  /** Events `from` to `to` - 1; null: the file as a whole, as SQLite checks it. */
  readonly part: { readonly from: number; readonly to: number; readonly held: number } | null;
};

export type FromPart =
  | { readonly kind: 'checked'; readonly events: number }
  /** Null: something is wrong. */
  | { readonly kind: 'part'; readonly part: Part | null }
  | { readonly kind: 'file'; readonly isRight: boolean };

const port = parentPort;
if (port === null) throw new TypeError('this file is run as a worker thread');
const say = (word: FromPart) => port.postMessage(word);

const { ledger, stop, part }: PartJob = workerData;
using database = openReader(ledger);
if (part === null) say({ kind: 'file', isRight: problemsOfFile(database).length === 0 });
else {
  const { from, to, held } = part;
  const goOn = (events: number) => {
    say({ kind: 'checked', events });
    return Atomics.load(stop, 0) === 0;
  };
  say({ kind: 'part', part: checkPart(database, from, to, { goOn, held }) });
}
