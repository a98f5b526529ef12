/** Runs `motcua …` as a person does: in a process of its own, with a folder of its own. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export type Ran = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

const cli = join(import.meta.dirname, '../../src/cli.ts');

/** Starts the command on the ledger in `dir`. Killed, at the latest, when the test is over. */
export function startMotcua(
  dir: string,
  ...args: readonly string[]
): ChildProcessWithoutNullStreams {
  const env = { ...process.env, LEDGER_DIR: dir, LEDGER_PORT: '0', LEDGER_LOG_LEVEL: 'silent' };
  return started(spawn(process.execPath, [cli, ...args], { env }));
}

function started(child: ChildProcessWithoutNullStreams): ChildProcessWithoutNullStreams {
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

export async function motcua(dir: string, ...args: readonly string[]): Promise<Ran> {
  return ended(startMotcua(dir, ...args));
}

/** Runs the command in the folder `cwd`, without any setting. */
export async function motcuaIn(cwd: string, ...args: readonly string[]): Promise<Ran> {
  const { LEDGER_DIR: _, ...env } = process.env;
  return ended(started(spawn(process.execPath, [cli, ...args], { cwd, env })));
}

async function ended(child: ChildProcessWithoutNullStreams): Promise<Ran> {
  child.stdin.end();
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return { code: child.exitCode, stdout, stderr };
}

/** What `--json` printed: exactly one line. @throws if it is not. */
export function jsonOf({ stdout, stderr }: Ran): Record<string, unknown> {
  if (!/^\{.*\}\n$/.test(stdout)) throw new Error(`not one line of JSON: ${stdout}${stderr}`);
  return JSON.parse(stdout);
}

/** Starts the server and resolves once it says where it listens. From then on nobody reads what it says, which must not stop it. */
export async function startServer(dir: string) {
  const child = startMotcua(dir, 'serve');
  let said = '';
  for await (const chunk of child.stderr) {
    said += String(chunk);
    const [url] = /http:\/\/[\d.]+:\d+/.exec(said) ?? [];
    if (url !== undefined) {
      child.stderr.resume();
      return { child, url };
    }
  }
  throw new Error(`the server ended: ${said}`);
}

/** A small export: `cases` cases of two rows each, all finished, every other one late. */
export function writeExport(file: string, cases: number): void {
  const lines = ['case,start,deadline,end,activity,who,at,row'];
  for (let number = 1; number <= cases; number += 1) {
    const end = number % 2 === 0 ? '2026-03-09T08:00:00Z' : '2026-03-10T08:00:00.001Z';
    const common = `c${number},2026-03-02T01:00:00Z,2026-03-10T08:00:00Z,${end}`;
    lines.push(`${common},check,r1,2026-03-03T01:00:00Z,${number}-1`);
    lines.push(`${common},sign,r2,2026-03-04T01:00:00Z,${number}-2`);
  }
  writeFileSync(file, `${lines.join('\n')}\n`);
}

/** The mapping of `writeExport`: four events a case. */
export const mapping = {
  source: 'old',
  centre: 'reference',
  zone: 'Asia/Ho_Chi_Minh',
  actor: { const: 'old-system' },
  case: 'case',
  stream: { category: 'dossier', parts: { code: { column: 'case', as: 'code' } } },
  perCase: [
    {
      event: 'DossierReceived',
      occurredAt: { column: 'start' },
      data: {
        code: { column: 'case', as: 'code' },
        appointment: { fields: { at: { column: 'deadline', as: 'instant' } } },
      },
    },
    { event: 'ResultReturned', place: 'after', occurredAt: { column: 'end' } },
  ],
  perRow: [
    {
      event: 'StepCompleted',
      id: { column: 'row' },
      occurredAt: { column: 'at' },
      data: { step: { column: 'activity' }, official: { column: 'who' } },
    },
  ],
};
