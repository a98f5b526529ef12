/** A folder for the ledger of one test, and what is in it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import type { StoredEvent } from '../../src/ledger/event-store.ts';
import { type SqliteEventStore, sqliteEventStore } from '../../src/ledger/sqlite/store.ts';
import { newEvent } from './new-event.ts';

/** Where the store and its witness lie. */
export type LedgerFolder = { readonly ledger: string; readonly witness: string };

/** A new folder, removed when the test is over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function newLedgerFolder(): LedgerFolder {
  return inFolder(newFolder());
}

export function inFolder(folder: string): LedgerFolder {
  return { ledger: join(folder, 'ledger.db'), witness: join(folder, 'head.witness') };
}

export function openStore(
  { ledger, witness }: LedgerFolder,
  {
    now = () => new Date('2026-03-02T01:00:00.000Z'),
    kind = 'ledger',
    keyRing,
  }: {
    readonly now?: () => Date;
    readonly kind?: 'ledger' | 'demo';
    readonly keyRing?: string;
  } = {},
): SqliteEventStore {
  const ring = keyRing === undefined ? {} : { keyRing };
  return sqliteEventStore({
    file: ledger,
    witness,
    origin: { name: 'test', kind },
    now,
    ...ring,
  });
}

/** `size` events on `streams` streams in turn, one append each, and the store closed again. */
export async function filled(size: number, streams = 7): Promise<LedgerFolder> {
  const kind = `${size} on ${streams}`;
  const template = templates.get(kind) ?? (await makeTemplate(size, streams));
  templates.set(kind, template);
  const folder = newLedgerFolder();
  writeFileSync(folder.ledger, template.ledger);
  writeFileSync(folder.witness, template.witness);
  return folder;
}

/** Bytes of ledgers that were made before: the same every time, so made once. */
const templates = new Map<string, { readonly ledger: Buffer; readonly witness: Buffer }>();

async function makeTemplate(size: number, streams: number) {
  const folder = newLedgerFolder();
  const store = openStore(folder);
  await appendMany(store, size, streams);
  store[Symbol.dispose]();
  return { ledger: readFileSync(folder.ledger), witness: readFileSync(folder.witness) };
}

/** Appends events number `from` on, in the order of their numbers. */
export async function appendMany(
  store: SqliteEventStore,
  size: number,
  streams = 7,
  from = 0,
): Promise<void> {
  await Promise.all(
    Array.from({ length: size }, (_, place) => {
      const number = from + place;
      const revision = Math.floor(number / streams);
      return store.append(`dossier-${number % streams}`, revision - 1, [newEvent(`${number}`)]);
    }),
  );
}

/** Every event that the store reads, in the order of the ledger. */
export async function everything(store: Pick<SqliteEventStore, 'readAll'>): Promise<StoredEvent[]> {
  return (await Array.fromAsync(store.readAll(-1n))).flat();
}

/** Lets an intruder `act` on `database` while it forgets what the ledger's triggers refuse, and puts them back. */
export function withoutTriggers(database: DatabaseSync, act: () => void): void {
  const triggers = database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${String(name)}`);
  act();
  for (const { sql } of triggers) database.exec(String(sql));
}
