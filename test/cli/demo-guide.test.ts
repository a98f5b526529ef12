/** The guide of a demo, copied into a shell as it says: whatever it tells to ask is answered. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newFolder } from '../support/ledger-folder.ts';
import { motcua, startMotcua } from './motcua.ts';

const hasShell = ['bash', 'curl'].every((tool) => spawnSync(tool, ['--version']).status === 0);

/** What the shell prints: an answer a line. */
async function answersTo(...demo: readonly string[]): Promise<readonly string[]> {
  const child = startMotcua(join(newFolder(), 'demo'), 'demo', ...demo);
  let said = '';
  for await (const chunk of child.stderr) {
    said += String(chunk);
    if (said.includes('Ctrl-C.')) break;
  }
  const script = said.slice(said.indexOf('# Look at'));
  await shown(script);
  const { stdout } = spawnSync('bash', { input: script, encoding: 'utf8' });
  child.kill('SIGTERM');
  return stdout.split('\n').filter((line) => line !== '');
}

/** Asks until the read models are there. */
async function shown(script: string): Promise<void> {
  const [, url = ''] = /^URL=(.*)$/m.exec(script) ?? [];
  for (;;) {
    const { ok } = await fetch(`${url}/health/ready`);
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

// Where there is no bash or curl, the guide cannot be followed.
const makingTakes = { timeout: 180_000 };
test.skipIf(!hasShell)(
  'each question of the guide is answered, and by something',
  makingTakes,
  async () => {
    const answers = await answersTo('--days', '45', '--until', '2026-06-12', '--seed', '2');
    expect(answers.length).toBeGreaterThan(20);
    expect(answers.filter((answer) => answer.includes('"items":[]'))).toEqual([]);
    expect(answers.filter((answer) => !/^\{"(items|stream|ids)":/.test(answer))).toEqual([]);
  },
);

describe('a size that makes no sense is a mistake on the command line:', () => {
  test.each([
    ['--events', '4999'],
    ['--events', 'many'],
    ['--days', '0'],
    ['--days', '7', '--events', '5000'],
  ])('%s %s', async (...options) => {
    const ran = await motcua(join(newFolder(), 'demo'), 'demo', '--no-serve', ...options);
    expect(ran.code).toBe(2);
  });
});
