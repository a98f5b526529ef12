/**
 * kill -9 during appends: whatever had been acknowledged is there, and the ledger goes on.
 *
 * 100 kills; `LEDGER_TEST_CYCLES=500` makes it as many as one likes.
 */
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { verifyLedger } from '../../src/evidence/verify.ts';
import { type LedgerFolder, newLedgerFolder, openStore } from '../support/ledger-folder.ts';
import { newEvent } from '../support/new-event.ts';
import { kill } from '../support/program.ts';
import { randomFrom } from '../support/random.ts';
import { type Acknowledged, expectNothingLost, startAppending } from './oracle.ts';

const cycles = Number(process.env['LEDGER_TEST_CYCLES'] ?? 100);
const cyclesPerLedger = 10;
const ledgers = Math.ceil(cycles / cyclesPerLedger);

/** Where in time to kill: not the same twice, and no place is left out in the long run. */
const random = randomFrom(20_260_302);

test.each(Array.from({ length: ledgers }, (_, number) => number))(
  `killed ${cyclesPerLedger} times over, ledger %i of ${ledgers} has everything that it acknowledged`,
  async (number) => {
    const folder = newLedgerFolder();
    const acknowledged: Acknowledged[] = [];
    for (let cycle = 0; cycle < cyclesPerLedger; cycle += 1) {
      const writers = 8 + (cycle % 9);
      const before = acknowledged.length;
      const atLeast = isDuringOpening(cycle) ? 0 : 1;
      const run = `${number % 2 === 0 ? 'small' : 'large'}-${number}-${cycle}`;
      acknowledged.push(...(await appendAndKill(folder, run, writers, cycle)));
      expect(verifyLedger(folder)).toMatchObject({ ok: true, problems: [] });
      expectNothingLost(folder, acknowledged);
      expect(acknowledged.length).toBeGreaterThanOrEqual(before + atLeast);
      if (cycle % 3 === 2) openStore(folder)[Symbol.dispose](); // the log is written back into the file
    }

    using store = openStore(folder, { now: () => new Date() });
    expect(store.loss()).toBeNull();
    await store.append('dossier-after', -1, [newEvent('after')]);
    store[Symbol.dispose]();
    expectNothingLost(folder, acknowledged);
    expect(verifyLedger(folder)).toMatchObject({ ok: true, problems: [] });
  },
  cyclesPerLedger * 20_000,
);

/** Every fifth kill comes while the ledger is being opened; the others after some appends. */
function isDuringOpening(cycle: number): boolean {
  return cycle % 5 === 4;
}

async function appendAndKill(folder: LedgerFolder, run: string, writers: number, cycle: number) {
  const appending = startAppending(folder, run, writers);
  if (isDuringOpening(cycle)) await sleep(random() * 250);
  else {
    await appending.until(1 + Math.floor(random() * 30));
    await sleep(random() * 60);
  }
  await kill(appending.program);
  expect(appending.loss()).toBeNull();
  return appending.acknowledged;
}
