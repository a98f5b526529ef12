/**
 * Fills a small disk with a ledger: `full-disk.ts FOLDER`, on a volume of its own. Appends until it is
 * refused, restarts, makes room, appends again, and prints in one line of JSON what it saw.
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

/** Whether exactly what was acknowledged is there, and is right. */
async function isWhole(store: SqliteEventStore): Promise<boolean> {
  const ids = (await Array.fromAsync(store.readAll(-1n))).flat().map(({ id }) => id);
  return JSON.stringify(ids) === JSON.stringify(acknowledged) && verifyLedger(paths).ok;
}

const said: Record<string, unknown> = {};

const first = open();
const { bavail, bsize } = statfsSync(folder);
writeFileSync(ballast, Buffer.alloc(Math.floor((bavail * bsize) / 2)));
said['whileFull'] = [await append(first, 10_000), await append(first, 1), await isWhole(first)];
const before = acknowledged.length;
first[Symbol.dispose]();

const second = open();
said['restartedWhileFull'] = [second.loss(), await append(second, 1), await isWhole(second)];
rmSync(ballast);
said['withRoomAgain'] = [await append(second, 20), await isWhole(second)];
second[Symbol.dispose]();

using third = open();
said['restarted'] = [third.loss(), await isWhole(third)];
said['acknowledged'] = [before, acknowledged.length];
process.stdout.write(`${JSON.stringify(said)}\n`);
