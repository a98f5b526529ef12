/**
 * Appends to a ledger until it is killed: `append.ts LEDGER WITNESS RUN WRITERS [APPENDS]`, where APPENDS
 * ends it earlier, to wait with the ledger open. Prints a line of JSON for every append, when it has been acknowledged.
 *
 * What is in event `name` can be made again from the name alone: see `crashEvent`.
 */
import process from 'node:process';
import { sqliteEventStore } from '../../../src/ledger/sqlite/store.ts';
import { crashEvent } from './crash-event.ts';

const [file = '', witness = '', run = '', writers = '', appends = 'Infinity'] =
  process.argv.slice(2);

const store = sqliteEventStore({
  file,
  witness,
  origin: { name: 'crash', kind: 'ledger' },
  now: () => new Date(),
});
process.stdout.write(`${JSON.stringify({ loss: store.loss()?.message ?? null })}\n`);

/** On one stream of its own, one to four events an append, each append after the acknowledgement of the last. */
async function write(writer: number, share: number): Promise<void> {
  const stream = `dossier-${run}-${writer}`;
  let revision = -1;
  for (let count = 0; count < share; count += 1) {
    const names = Array.from(
      { length: 1 + ((writer + count) % 4) },
      (_, place) => `${run}/${writer}/${revision + 1 + place}`,
    );
    const result = await store.append(stream, revision, names.map(crashEvent));
    if (result.kind === 'conflict') throw new Error(`${stream} is at ${result.actual}`);
    revision = result.revision;
    const index = Number(result.index) - names.length + 1;
    process.stdout.write(`${JSON.stringify({ stream, index, names })}\n`);
  }
}

const share = Number(appends) / Number(writers);
await Promise.all(Array.from({ length: Number(writers) }, (_, writer) => write(writer, share)));
process.stdout.write(`${JSON.stringify({ done: true })}\n`);
setInterval(() => store.head(), 60_000); // waits to be killed
