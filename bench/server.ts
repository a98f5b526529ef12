/** A server process as people run it: `node src/cli.ts serve`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type NewHolder, openAccess } from '../src/ledger/access.ts';
import { pathsIn } from '../src/ledger/ledger.ts';
import { settings } from './models.ts';

export type RunningServer = AsyncDisposable & {
  readonly url: string;
  readonly pid: number;
};

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

/** Serves the ledger in `dir` until it is disposed of. @throws Error with what it said, if it does not start. */
export async function startServer(dir: string): Promise<RunningServer> {
  mkdirSync(dir, { recursive: true });
  const child = spawn(process.execPath, [cli, 'serve'], {
    env: { ...otherVariables(), ...variablesFor(dir) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = once(child, 'exit');
  const said: string[] = [];
  const { promise: served, resolve } = Promise.withResolvers<string>();
  createInterface(child.stderr).on('line', (line) => {
    said.push(line);
    const [url] = /http:\/\/\S+/.exec(line) ?? [];
    if (url !== undefined) resolve(url);
  });
  const url = await Promise.race([served, gone.then(() => null)]);
  if (url === null || child.pid === undefined) {
    throw new Error(`the server did not start: ${said.join('\n')}`);
  }
  return {
    url,
    pid: child.pid,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function variablesFor(dir: string): Record<string, string> {
  return {
    LEDGER_DIR: dir,
    LEDGER_PORT: '0',
    LEDGER_NAME: 'bench',
    LEDGER_LOG_LEVEL: 'error',
    LEDGER_RATE_LIMIT: '0',
    LEDGER_REFERENCE_ZONE: settings.referenceZone,
    LEDGER_REFERENCE_CALENDAR: settings.referenceCalendar,
  };
}

/** Settings of this process that are meant for another ledger must not reach the server. */
function otherVariables(): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('LEDGER_'));
  return Object.fromEntries(others);
}

/** A token for the ledger in `dir`. */
export function tokenIn(dir: string, holder: NewHolder): string {
  mkdirSync(dir, { recursive: true });
  using access = openAccess(pathsIn(dir).access);
  return access.create(holder).token;
}

/** Waits until the read models have reached the head. @throws Error if they have not within 10 minutes. */
export async function ready({ url }: RunningServer): Promise<void> {
  for (let tries = 0; tries < 3_000; tries += 1) {
    const answer = await fetch(`${url}/health/ready`);
    await answer.arrayBuffer();
    if (answer.ok) return;
    await sleep(200);
  }
  throw new Error('the read models did not reach the head within 10 minutes');
}

export type Memory = {
  /** Megabytes (of 1,000,000 bytes) held now, and at most so far. */
  readonly now: number;
  readonly peak: number;
};

/** By /proc, so on Linux alone. @throws Error elsewhere. */
export function memoryOf({ pid }: RunningServer): Memory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string) => {
    const [, kibibytes] = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status) ?? [];
    return (Number(kibibytes) * 1_024) / 1_000_000;
  };
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}
