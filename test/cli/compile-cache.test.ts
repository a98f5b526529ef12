/** What the program was compiled to is kept beside the installed packages; where it cannot be, nothing is said. */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { newFolder } from '../support/ledger-folder.ts';

const root = join(import.meta.dirname, '../..');

/** The program in a folder of its own, with the packages that are installed here. */
function copied(): string {
  const folder = newFolder();
  cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name === '.cache') continue;
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  return folder;
}

function versionBy(folder: string) {
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'src/cli.ts'), '--version'],
    { env, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

test('a call keeps it, and the next one answers alike', () => {
  const folder = copied();
  const first = versionBy(folder);
  expect(first).toMatchObject({ status: 0, stderr: '' });
  expect(existsSync(join(folder, 'node_modules/.cache/motcua'))).toBe(true);
  expect(versionBy(folder)).toEqual(first);
});

test('where a file is in its way the call answers all the same', () => {
  const folder = copied();
  writeFileSync(join(folder, 'node_modules/.cache'), '');
  expect(versionBy(folder)).toMatchObject({ status: 0, stderr: '' });
});
