/** Who may open a ledger, and what happens when the disk, the lock or the file is not as it should be. */
import { chmodSync, chownSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { verifyLedger } from '../../../src/evidence/verify.ts';
import { openLogReader } from '../../../src/ledger/log-reader.ts';
import { SecondWriter } from '../../../src/ledger/sqlite/lock.ts';
import { NotThisLedger } from '../../../src/ledger/sqlite/open.ts';
import { filled, newLedgerFolder, openStore } from '../../support/ledger-folder.ts';
import { newEvent } from '../../support/new-event.ts';
import { firstWord, kill, start } from '../../support/program.ts';

describe('a second writer', () => {
  test('is refused in the same process, and the first goes on', async () => {
    const folder = newLedgerFolder();
    using store = openStore(folder);
    expect(() => openStore(folder)).toThrow(SecondWriter);
    expect(() => openStore(folder)).toThrow(`pid ${process.pid}`);
    expect(await store.append('dossier-1', -1, [newEvent('A')])).toMatchObject({ index: 0n });
  });

  test('is refused while another process writes, and let in once that is killed', async () => {
    const folder = await filled(3);
    const holder = start('hold.ts', 'writer', folder.ledger, folder.witness);
    await firstWord(holder);
    expect(() => openStore(folder)).toThrow(SecondWriter);
    expect(() => openStore(folder)).toThrow(`pid ${holder.pid}`);

    await kill(holder);
    using store = openStore(folder);
    expect(store.loss()).toBeNull();
    expect(await store.size()).toBe(3n);
  });

  test('may come once the first has closed', async () => {
    const folder = await filled(3);
    using store = openStore(folder);
    expect(await store.size()).toBe(3n);
  });

  test('does not keep readers out', async () => {
    const folder = await filled(3);
    using store = openStore(folder);
    using reader = openLogReader(folder.ledger);
    await store.append('dossier-new', -1, [newEvent('A')]);
    expect(reader.size()).toBe(4n);
  });
});

describe('while another program has the file locked', () => {
  test('an append waits, and is recorded', async () => {
    const folder = await filled(3);
    using store = openStore(folder);
    await firstWord(start('hold.ts', 'lock', folder.ledger, '1000'));
    expect(await store.append('dossier-new', -1, [newEvent('A')])).toMatchObject({ index: 3n });
  });

  test('for too long, an append is refused with nothing recorded, and later ones go on', async () => {
    const folder = await filled(3);
    using store = openStore(folder);
    const holder = start('hold.ts', 'lock', folder.ledger, '60000');
    await firstWord(holder);
    await expect(store.append('dossier-new', -1, [newEvent('A')])).rejects.toMatchObject({
      name: 'LedgerUnavailable',
      code: 'unconfirmed',
    });
    expect(await store.size()).toBe(3n);
    await kill(holder);
    expect(await store.append('dossier-new', -1, [newEvent('A')])).toMatchObject({ index: 3n });
  });
});

describe('a ledger', () => {
  test('is not opened as a demo, nor a demo as a ledger', async () => {
    const folder = await filled(3);
    expect(() => openStore(folder, { kind: 'demo' })).toThrow(NotThisLedger);

    const demo = newLedgerFolder();
    openStore(demo, { kind: 'demo' })[Symbol.dispose]();
    expect(() => openStore(demo)).toThrow(NotThisLedger);
    using again = openStore(demo, { kind: 'demo' });
    expect(again.origin).toEqual({ name: 'test', kind: 'demo' });
  });

  test('is not what another program’s database is, which is left as it was', () => {
    const folder = newLedgerFolder();
    using other = new DatabaseSync(folder.ledger);
    other.exec('CREATE TABLE recipe (name TEXT)');
    expect(() => openStore(folder)).toThrow(NotThisLedger);
    expect(other.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'recipe' }]);
  });

  test('of a later format is not opened', async () => {
    const folder = await filled(3);
    using later = new DatabaseSync(folder.ledger);
    later.exec('PRAGMA user_version = 2');
    expect(() => openStore(folder)).toThrow(/format 2/);
    expect(() => openLogReader(folder.ledger)).toThrow(/format 2/);
  });

  test('is not a file of any other kind', () => {
    const folder = newLedgerFolder();
    writeFileSync(folder.ledger, 'Dear diary, '.repeat(1_000));
    expect(() => openStore(folder)).toThrow(/not a database/);
  });

  test('that could not be opened holds no lock', () => {
    const folder = newLedgerFolder();
    openStore(folder, { kind: 'demo' })[Symbol.dispose]();
    expect(() => openStore(folder)).toThrow(NotThisLedger);
    expect(() => openStore(folder, { kind: 'demo' })[Symbol.dispose]()).not.toThrow();
  });
});

describe('in a folder that cannot be written', () => {
  test('no ledger is opened for writing, and one that is there can be read and verified', async () => {
    const folder = await filled(3);
    asSomebodyWhoMayOnlyRead(dirname(folder.ledger), () => {
      expect(() => openStore(folder)).toThrow(/readonly|unable to open|EACCES|EROFS/);
      using reader = openLogReader(folder.ledger);
      expect(reader.after(-1n)).toHaveLength(3);
      expect(verifyLedger(folder)).toMatchObject({ ok: true, size: 3n });
    });
    using store = openStore(folder);
    expect(await store.append('dossier-new', -1, [newEvent('A')])).toMatchObject({ index: 3n });
  });

  test('no ledger is made', () => {
    const folder = newLedgerFolder();
    asSomebodyWhoMayOnlyRead(dirname(folder.ledger), () => {
      expect(() => openStore(folder)).toThrow(/readonly|unable to open|EACCES|EROFS/);
    });
  });
});

/** Root may write everywhere, so where the tests run as root they are somebody else for a while. */
function asSomebodyWhoMayOnlyRead(folder: string, act: () => void): void {
  const isRoot = process.geteuid?.() === 0;
  const nobody = 65_534;
  chmodSync(folder, 0o555);
  if (isRoot) chownSync(folder, nobody, nobody);
  if (isRoot) process.seteuid?.(nobody);
  try {
    act();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(folder, 0o755);
  }
}
