/** A ledger that has lost something: it serves reads only and says so, until a person accepts the loss. */
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { verifyLedger } from '../../src/evidence/verify.ts';
import {
  appendMany,
  everything,
  filled,
  type LedgerFolder,
  newLedgerFolder,
  openStore,
} from '../support/ledger-folder.ts';
import { newEvent } from '../support/new-event.ts';
import { tamper } from '../support/tamper.ts';

/** 300 events, of which an old copy with 200 was put back. */
async function putBack(): Promise<LedgerFolder> {
  const folder = await filled(200);
  copyFileSync(folder.ledger, `${folder.ledger}.old`);
  const store = openStore(folder);
  await appendMany(store, 100, 7, 200);
  store[Symbol.dispose]();
  copyFileSync(`${folder.ledger}.old`, folder.ledger);
  return folder;
}

const losses: readonly (readonly [
  what: string,
  kind: string,
  make: () => Promise<LedgerFolder>,
])[] = [
  ['an old copy was put back', 'log-shorter', putBack],
  [
    'another history was put in its place',
    'root-differs',
    async () => {
      const [folder, other] = [await filled(300), await filled(300, 3)];
      copyFileSync(other.ledger, folder.ledger);
      return folder;
    },
  ],
  [
    'the witness was removed',
    'witness-missing',
    async () => {
      const folder = await filled(300);
      rmSync(folder.witness);
      return folder;
    },
  ],
  [
    'the witness was overwritten',
    'witness-unreadable',
    async () => {
      const folder = await filled(300);
      writeFileSync(folder.witness, Buffer.alloc(8192, 7));
      return folder;
    },
  ],
  [
    'a new ledger stands beside the witness of an old one',
    'log-shorter',
    async () => {
      const folder = await filled(300);
      rmSync(folder.ledger);
      return folder;
    },
  ],
];

describe.each(losses)('when %s', (_, kind, make) => {
  test('the ledger serves reads only, and says what is lost and what to do', async () => {
    const folder = await make();
    using store = openStore(folder);
    expect(store.loss()).toMatchObject({ kind, message: expect.stringContaining('motcua verify') });
    await expect(store.append('dossier-new', -1, [newEvent('new')])).rejects.toMatchObject({
      name: 'LedgerUnavailable',
      code: 'read-only',
      message: store.loss()?.message,
    });
    expect(await everything(store)).toHaveLength(Number(await store.size()));
  });

  test('verification finds it, and goes on finding it after a restart', async () => {
    const folder = await make();
    const { ok } = verifyLedger(folder);
    expect(ok).toBe(false);
    for (let start = 0; start < 2; start += 1) {
      const store = openStore(folder);
      expect(store.loss()).not.toBeNull();
      store[Symbol.dispose]();
    }
  });

  test('once accepted, appends go on, reopening is clean, and verification finds nothing', async () => {
    const folder = await make();
    const store = openStore(folder);
    const size = await store.size();
    store.acceptLoss();
    expect(store.loss()).toBeNull();
    expect(await store.append('ledger-test', -1, [newEvent('accepted')])).toMatchObject({
      kind: 'appended',
      index: size,
    });
    store[Symbol.dispose]();

    using reopened = openStore(folder);
    expect(reopened.loss()).toBeNull();
    expect(await reopened.append('dossier-new', -1, [newEvent('new')])).toMatchObject({
      kind: 'appended',
    });
    expect(verifyLedger(folder)).toMatchObject({ ok: true, problems: [] });
  });
});

test('a loss says what the witness vouched for, and what there is', async () => {
  using store = openStore(await putBack());
  expect(store.loss()).toMatchObject({
    witnessed: { size: 300n },
    found: { size: 200n, root: store.head().root },
    message: expect.stringContaining('100 recorded events are missing'),
  });
});

test('hashes of the tree that are missing are a loss that cannot be accepted', async () => {
  const folder = await filled(600);
  tamper(folder, 'DELETE FROM tile WHERE number = 1');
  using store = openStore(folder);
  expect(store.loss()).toMatchObject({ kind: 'tree-incomplete' });
  expect(() => store.acceptLoss()).toThrow(/restore/);
  await expect(store.append('dossier-new', -1, [newEvent('new')])).rejects.toMatchObject({
    code: 'read-only',
  });
});

test.each([
  ['a new ledger without a witness', 'absent'],
  ['an empty ledger whose witness cannot be read', 'unreadable'],
])('%s has lost nothing', async (_, kind) => {
  const folder = kind === 'absent' ? newLedgerFolder() : await filled(0);
  if (kind === 'unreadable') writeFileSync(folder.witness, 'nonsense');
  using store = openStore(folder);
  expect(store.loss()).toBeNull();
  expect(await store.append('dossier-1', -1, [newEvent('A')])).toMatchObject({ index: 0n });
});

test('a log that a crash left ahead of its witness has lost nothing, and is vouched for from then on', async () => {
  const folder = await filled(200);
  copyFileSync(folder.witness, `${folder.witness}.old`);
  const store = openStore(folder);
  await appendMany(store, 100, 7, 200);
  store[Symbol.dispose]();
  copyFileSync(`${folder.witness}.old`, folder.witness);

  using reopened = openStore(folder);
  expect(reopened.loss()).toBeNull();
  expect(verifyLedger(folder).witness).toMatchObject({ size: 300n, agrees: true });
});
