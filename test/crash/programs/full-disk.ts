/**
 * Fills a small disk with a ledger: `full-disk.ts FOLDER`, on a volume of its own. Appends until it is
 * refused, makes room, appends again, and prints in one line of JSON what it saw.
 */
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { verifyLedger } from '../../../src/evidence/verify.ts';
import { LedgerUnavailable } from '../../../src/ledger/event-store.ts';
import { type SqliteEventStore, sqliteEventStore } from '../../../src/ledger/sqlite/store.ts';
import { newEvent } from '../../support/new-event.ts';

const folder = process.argv[2] ?? '';
const paths = { ledger: join(folder, 'ledger.db'), witness: join(folder, 'head.witness') };
const ballast = join(folder, 'ballast');

const open = () =>
  sqliteEventStore({
    file: paths.ledger,
    witness: paths.witness,
    origin: { name: 'full', kind: 'ledger' },
    now: () => new Date(),
  });

const acknowledged: string[] = [];

/** Appends one event after another, each on a stream of its own. @returns why it was refused, or null after `count`. */
async function append(store: SqliteEventStore, count: number): Promise<string | null> {
  const first = acknowledged.length;
  for (let number = first; number < first + count; number += 1) {
    const event = newEvent(`${number}`, { filling: 'x'.repeat(20_000) });
    try {
      await store.append(`dossier-${number}`, -1, [event]);
      acknowledged.push(event.id);
    } catch (error) {
      if (error instanceof LedgerUnavailable) return error.code;
      throw error;
    }
  }
  return null;
}

async function idsIn(store: SqliteEventStore): Promise<string[]> {
  return (await Array.fromAsync(store.readAll(-1n))).flat().map(({ id }) => id);
}

const store = open();
const { bavail, bsize } = statfsSync(folder);
writeFileSync(ballast, Buffer.alloc(Math.floor((bavail * bsize) / 2)));

const refused = [await append(store, 10_000), await append(store, 1)];
const whileFull = {
  ids: await idsIn(store),
  expected: [...acknowledged],
  ok: verifyLedger(paths).ok,
};
rmSync(ballast);
const afterwards = await append(store, 20);
const ids = await idsIn(store);
store[Symbol.dispose]();

using reopened = open();
const seen = {
  refused,
  nothingLostWhileFull: JSON.stringify(whileFull.ids) === JSON.stringify(whileFull.expected),
  okWhileFull: whileFull.ok,
  acknowledgedWhileFull: whileFull.expected.length,
  afterwards,
  nothingLost: JSON.stringify(ids) === JSON.stringify(acknowledged),
  acknowledged: acknowledged.length,
  reopened: (await idsIn(reopened)).length,
  loss: reopened.loss(),
  ok: verifyLedger(paths).ok,
};
process.stdout.write(`${JSON.stringify(seen)}\n`);
