/** The guide of a demo, copied into a shell as it says: whatever it tells to ask is answered. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guideText } from '../../src/cli/demo-guide.ts';
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
const makingTakes = { timeout: 300_000 };
test.skipIf(!hasShell).each([
  ['of the size that it has where nothing is said', '2026-06-12', []],
  [
    'of another seed and half the days, up to a holiday',
    '2026-05-03',
    ['--days', '45', '--seed', '2'],
  ],
] as const)(
  'each question of the guide to a demo %s is answered, and by something',
  makingTakes,
  async (_, until, size) => {
    const answers = await answersTo('--until', until, ...size);
    expect(answers.length).toBeGreaterThan(20);
    expect(answers.filter((answer) => answer.includes('"items":[]'))).toEqual([]);
    expect(answers.filter((answer) => !/^\{"(items|stream|ids)":/.test(answer))).toEqual([]);
  },
);

test.skipIf(!hasShell)('to a demo of few days no question is malformed', makingTakes, async () => {
  const answers = await answersTo('--until', '2026-06-12', '--days', '3');
  expect(answers.filter((answer) => answer.includes('"status":4'))).toEqual([]);
});

test('the director first asks what is overdue now', () => {
  const text = guideText('http://127.0.0.1:8080', 'demo', []);
  const asked = text.split('\n').filter((line) => line.startsWith('ask $DIRECTOR'));
  expect(asked[0]).toBe("ask $DIRECTOR '/v1/late?limit=5'");
});

test('the guide names the folder of the demo to the commands, as one word of a shell', () => {
  const text = guideText('http://127.0.0.1:8080', "/srv/chi nhánh/d'án", []);
  const { stdout } = spawnSync('sh', {
    input: `${text.split('\n').find((line) => line.startsWith('export '))}; printf %s "$LEDGER_DIR"`,
    encoding: 'utf8',
  });
  expect(stdout).toBe("/srv/chi nhánh/d'án");
});

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
