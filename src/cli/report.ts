/** What a person reads when a command fails: what is wrong, where, and what to do. */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { CommanderError } from 'commander';
import { ConfigError } from '../config.ts';
import { FileRefused, MappingRefused } from '../intake/refusal.ts';
import { ScratchUnavailable } from '../intake/scratch.ts';
import { LedgerUnavailable } from '../ledger/event-store.ts';
import { SecondWriter } from '../ledger/sqlite/lock.ts';
import { NotThisLedger } from '../ledger/sqlite/open.ts';
import { CommandFailed, exit } from './exit.ts';
import { printResult, say } from './output.ts';

/**
 * Says what failed, on stderr, and returns the exit code.
 *
 * @param json whoever asked for one line of JSON on stdout gets one of a failure too.
 */
export function report(error: unknown, json: boolean): number {
  if (error instanceof CommanderError && error.exitCode === 0) return exit.ok; // help
  const [code, message] = explained(error);
  if (!(error instanceof CommanderError)) say(`motcua: ${message}`); // commander has said so itself
  if (json) printResult(true, { ok: false, error: { exit: code, message } }, () => []);
  return code;
}

function explained(error: unknown): [number, string] {
  if (error instanceof CommanderError) return [exit.usage, error.message];
  if (error instanceof CommandFailed) return [error.code, error.message];
  if (error instanceof ConfigError) return [exit.config, `settings are wrong:\n${error.message}`];
  if (error instanceof NotThisLedger) return [exit.config, `${error.message}${demoBeside()}`];
  if (error instanceof SecondWriter) return [exit.unavailable, error.message];
  if (error instanceof LedgerUnavailable) return [exit.unavailable, error.message];
  if (error instanceof FileRefused) return [exit.data, `nothing was recorded: ${error.message}`];
  if (error instanceof MappingRefused)
    return [exit.data, `the mapping cannot be used:\n${error.message}`];
  if (error instanceof ScratchUnavailable) return [exit.cannotCreate, error.message];
  const known =
    error instanceof Error && 'code' in error ? fileErrors[String(error.code)] : undefined;
  if (known !== undefined && error instanceof Error)
    return [known[0], `${error.message}: ${known[1]}`];
  if (error instanceof Error && isCannotOpen(error)) {
    return [
      exit.cannotCreate,
      `the folder of the ledger cannot be written (${error.message}): check LEDGER_DIR and who may write there`,
    ];
  }
  if (error instanceof Error && isDamaged(error)) {
    return [
      exit.wrong,
      `a database file of the ledger is damaged (${error.message}): "motcua verify" says where, "motcua restore" puts a backup back`,
    ];
  }
  return [exit.software, error instanceof Error ? (error.stack ?? error.message) : String(error)];
}

/** Whoever has made a demo and looks in the usual folder means the demo. */
function demoBeside(): string {
  const isChosen = (process.env['LEDGER_DIR'] ?? '') !== '';
  return isChosen || !existsSync('var/demo/ledger.db')
    ? ''
    : ' (there is a demo in ./var/demo: set LEDGER_DIR=./var/demo)';
}

const fileErrors: Readonly<Record<string, readonly [number, string]>> = {
  EACCES: [
    exit.cannotCreate,
    'this user may not write there; choose another LEDGER_DIR, or give the folder to this user',
  ],
  EROFS: [exit.cannotCreate, 'the file system is read-only; choose another LEDGER_DIR'],
  ENOSPC: [exit.cannotCreate, 'the disk is full: make room and try again'],
  ENOENT: [exit.notFound, 'there is no such file; check the path'],
  EEXIST: [
    exit.cannotCreate,
    'there is a file where a folder is needed; choose another LEDGER_DIR',
  ],
  ENOTDIR: [exit.cannotCreate, 'part of the path is a file and no folder; check LEDGER_DIR'],
  EISDIR: [exit.data, 'that is a folder; name a file'],
  EADDRINUSE: [exit.unavailable, 'another program listens there; set LEDGER_PORT to a free port'],
  EADDRNOTAVAIL: [exit.config, 'this machine has no such address; check LEDGER_HOST'],
};

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
function isDamaged(error: Error): boolean {
  return (
    'errcode' in error && (Number(error.errcode) % 256 === 11 || Number(error.errcode) % 256 === 26)
  );
}

/** SQLITE_CANTOPEN and SQLITE_READONLY. */
function isCannotOpen(error: Error): boolean {
  return (
    'errcode' in error && (Number(error.errcode) % 256 === 14 || Number(error.errcode) % 256 === 8)
  );
}
