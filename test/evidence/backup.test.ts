/** A copy is never better than what it was made of. */
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupLedger, restoreLedger } from '../../src/evidence/backup.ts';
import { CopyRefused } from '../../src/evidence/copy-refused.ts';
import { verifyLedger } from '../../src/evidence/verify.ts';
import { pathsIn } from '../../src/ledger/ledger.ts';
import { filled, newFolder, openStore } from '../support/ledger-folder.ts';
import { tamper } from '../support/tamper.ts';

/** A ledger of 300 events in a folder of its own. */
async function ledger(size = 300) {
  const paths = pathsIn(join(newFolder(), 'ledger'));
  const made = await filled(size);
  cpSync(made.ledger, paths.ledger);
  cpSync(made.witness, paths.witness);
  return paths;
}

const copyIn = () => join(newFolder(), 'copy');

test('a copy of a whole ledger is put back with the same root, and opens with nothing lost', async () => {
  const [paths, copy] = [await ledger(), copyIn()];
  const made = await backupLedger(paths, copy);
  expect(made).toMatchObject({ ok: true, size: 300n });
  const other = pathsIn(join(newFolder(), 'other'));
  expect(await restoreLedger(other, copy, null)).toMatchObject({ ok: true, root: made.root });
  using store = openStore(other);
  expect(store.loss()).toBeNull();
});

const shortened = 'DELETE FROM event WHERE idx >= 290';

describe('a ledger that has lost its end is not copied, so that no new witness hides the loss', () => {
  test.each([
    ['its witness says so', () => {}, /not what its witness vouches for/],
    ['its witness was removed', (file: string) => rmSync(file), /has no witness/],
    [
      'its witness was overwritten',
      (file: string) => writeFileSync(file, Buffer.alloc(8192)),
      /witness of this ledger cannot be read/,
    ],
  ])('%s', async (_, spoil, why) => {
    const [paths, copy] = [await ledger(), copyIn()];
    tamper(paths, shortened);
    spoil(paths.witness);
    await expect(backupLedger(paths, copy)).rejects.toThrow(CopyRefused);
    expect(existsSync(pathsIn(copy).witness)).toBe(false);
    await expect(backupLedger(paths, copyIn())).rejects.toThrow(why);
    const other = pathsIn(join(newFolder(), 'other'));
    await expect(restoreLedger(other, copy, null)).rejects.toThrow(/does not verify/);
  });
});

test('a ledger that has lost everything is not copied as one that has nothing', async () => {
  const paths = await ledger();
  tamper(paths, 'DELETE FROM event; DELETE FROM tile');
  await expect(backupLedger(paths, copyIn())).rejects.toThrow(/not what its witness vouches for/);
});

test('a ledger under another name is not copied', async () => {
  const paths = await ledger();
  tamper(paths, "UPDATE origin SET name = 'another'");
  await expect(backupLedger(paths, copyIn())).rejects.toThrow(/not what its witness vouches for/);
});

test('an empty ledger without a witness has nothing to lose, and is copied', async () => {
  const [paths, copy] = [await ledger(0), copyIn()];
  rmSync(paths.witness);
  expect(await backupLedger(paths, copy)).toMatchObject({ ok: true, size: 0n });
  expect(verifyLedger(pathsIn(copy)).ok).toBe(true);
});
