/** Helper programs of tests, in processes of their own: what is killed must not be the test. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import type { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';

export type Program = ChildProcessByStdio<null, Readable, null>;

const programs = join(import.meta.dirname, '../crash/programs');

/** The arguments that make Node run the program of that name. */
export function programArgs(name: string, ...args: readonly string[]): string[] {
  return ['--disable-warning=ExperimentalWarning', join(programs, name), ...args];
}

/** Starts a program of `test/crash/programs`. What it says on stderr goes to the test's own. */
export function start(name: string, ...args: readonly string[]): Program {
  const child = spawn(process.execPath, programArgs(name, ...args), {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => kill(child));
  return child;
}

/** Resolves once the program has said something on stdout. @throws if it ends without a word. */
export async function firstWord(child: Program): Promise<string> {
  const ended = once(child, 'close').then(() => Promise.reject(new Error('it said nothing')));
  const [word] = await Promise.race([once(child.stdout, 'data'), ended]);
  return String(word);
}

/** kill -9, and until it is gone. */
export async function kill(child: Program): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}
