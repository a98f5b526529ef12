/**
 * One writer: a lock that dies with its holder.
 *
 * The lock is an open transaction on a database of its own. The operating system releases it when
 * the process ends, however it ends, so a lock left by a killed process never blocks anybody.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';

/** Another process writes to this ledger. */
export class SecondWriter extends Error {
  override readonly name = 'SecondWriter';
}

/**
 * Takes the lock in `file`, or says who has it.
 *
 * @throws SecondWriter if another process, or another store of this one, holds it.
 */
export function takeLock(file: string): Disposable {
  const holder = `${file}.holder`; // for people only: what is written there decides nothing
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    if (!isBusy(cause)) throw cause;
    const who = nameIn(holder);
    throw new SecondWriter(
      `another process${who} is writing to this ledger (${file}): stop it first, or let it do this work`,
      { cause },
    );
  }
  try {
    writeFileSync(holder, String(process.pid));
  } catch (error) {
    database.close(); // a folder that cannot be written must not stay locked by who found that out
    throw error;
  }
  return { [Symbol.dispose]: () => database.close() };
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error && 'errcode' in error && (error.errcode === 5 || error.errcode === 6)
  );
}

function nameIn(holder: string): string {
  try {
    return ` (pid ${readFileSync(holder, 'utf8')})`;
  } catch {
    return '';
  }
}
