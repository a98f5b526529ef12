/** Making a demo: whole or not at all, and what is said of one that is there. */
import { once } from 'node:events';
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { newFolder } from '../support/ledger-folder.ts';
import { jsonOf, motcua, startMotcua } from './motcua.ts';

let dir: string;

beforeEach(() => {
  dir = join(newFolder(), 'demo');
});

const until = ['--until', '2026-03-31'];
const small = (...options: readonly string[]) =>
  motcua(dir, 'demo', '--no-serve', '--days', '2', ...until, ...options);

/** A demo of which some is made, and most is not. */
async function begun() {
  const child = startMotcua(dir, 'demo', '--no-serve', '--days', '300', ...until);
  const mark = join(dir, 'demo-unfinished');
  const log = join(dir, 'ledger.db-wal');
  while (!existsSync(mark) || !existsSync(log) || statSync(log).size < 200_000) {
    if (child.exitCode !== null) throw new Error('the demo was made too soon to be killed');
    await wait(20);
  }
  return { child, mark };
}

test('one that was killed while it was made is made anew, and nothing is left of it', async () => {
  const { child, mark } = await begun();
  const second = await small();
  expect(second).toMatchObject({ code: 69, stderr: expect.stringContaining('is writing') });
  expect(child.exitCode).toBeNull(); // and what it has made is left alone

  child.kill('SIGKILL');
  await once(child, 'close');
  expect(existsSync(mark)).toBe(true);
  const again = await small();
  const [, events] = /A demo of (\d+) events/.exec(again.stderr) ?? [];
  expect(again.code).toBe(0);
  expect(existsSync(mark)).toBe(false);
  const verified = jsonOf(await motcua(dir, 'verify', '--json'));
  expect(verified).toMatchObject({ ok: true, size: Number(events) });
}, 180_000); // four processes, beside whatever else the machine does

test('whoever asks for another demo is told from what the one that is there was made', async () => {
  await small('--seed', '7');
  const other = await small('--seed', '8');
  expect(other.code).toBe(0);
  expect(other.stderr).toContain(
    'is there already, made from seed 7, 2 days up to 2026-03-31; remove the folder',
  );

  const note = join(dir, 'demo-made-from.json');
  writeFileSync(note, '{'); // it cannot be read, and then it is not there
  expect((await small()).stderr).toContain('is there already; remove the folder');
  rmSync(note);
  expect(await small()).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('is there already; remove the folder'),
  });
}, 180_000);
