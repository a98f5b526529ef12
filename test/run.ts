/**
 * What `npm test` runs: vitest, and then one line for people and scripts, `N passed, N failed`.
 *
 * Arguments go on to vitest: `npm test -- test/domain`. The exit code is 0 only if something
 * passed, nothing failed and vitest itself ended well. What fails outside any test counts as one
 * failure: a file that cannot be loaded, an error that nobody caught, a run without tests.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempDisposableSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';

/** As much of vitest's JSON report as is counted here. */
const Report = z.object({
  testResults: z.array(
    z.object({
      status: z.enum(['passed', 'failed']),
      assertionResults: z.array(
        z.object({ status: z.enum(['passed', 'failed', 'pending', 'skipped', 'todo']) }),
      ),
    }),
  ),
});
type Report = z.output<typeof Report>;

const root = join(import.meta.dirname, '..');
using folder = mkdtempDisposableSync(join(tmpdir(), 'motcua-test-'));
const reportFile = join(folder.path, 'report.json');

const exitCode = await runVitest(process.argv.slice(2));
const total = tally(readReport(), exitCode);
const skips = total.skipped === 0 ? '' : `, ${total.skipped} skipped`;
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skips}\n`);
process.exitCode = total.failed === 0 ? 0 : Math.max(exitCode, 1);

/** vitest's exit code; 1 if a signal ended it. */
async function runVitest(args: readonly string[]): Promise<number> {
  const cli = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const vitest = spawn(process.execPath, [cli, 'run', ...reporters, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // Hundreds of tests start the program: what one has compiled the others need not.
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder.path, 'compiled') },
  });
  await once(vitest, 'close');
  return vitest.exitCode ?? 1;
}

/** Empty if vitest ended before it could write one. */
function readReport(): Report {
  if (!existsSync(reportFile)) return { testResults: [] };
  return Report.parse(JSON.parse(readFileSync(reportFile, 'utf8')));
}

function tally({ testResults }: Report, vitestExit: number) {
  const statuses = testResults.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const count = (...counted: readonly string[]) =>
    statuses.filter((status) => counted.includes(status)).length;

  const passed = count('passed');
  const brokenFiles = testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => isFailure(status)),
  ).length;
  const found = statuses.filter(isFailure).length + brokenFiles;
  const failed = found === 0 && (vitestExit !== 0 || passed === 0) ? 1 : found;
  return { passed, failed, skipped: count('skipped', 'todo') };
}

/** Pending: begun, and never ended, because its process did. */
function isFailure(status: string): boolean {
  return status === 'failed' || status === 'pending';
}
