/** A small ledger in a folder of its own, and the read model built from it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { vi } from 'vitest';
import type { AnyEvent, Entry, Proposal } from '../../src/domain/entry.ts';
import { families } from '../../src/domain/families.ts';
import type { Centre, Centres } from '../../src/domain/regulations/centre.ts';
import { reference } from '../../src/domain/regulations/centres/reference.ts';
import { referenceWorkingTime } from '../../src/domain/regulations/reference-time.ts';
import type { Registers } from '../../src/domain/regulations/register.ts';
import { CentreCode, type EventId } from '../../src/domain/units.ts';
import { openLedger, pathsIn } from '../../src/ledger/ledger.ts';
import { openLogReader } from '../../src/ledger/log-reader.ts';
import { eventId as idOf } from '../../src/ledger/record.ts';
import { buildModel } from '../../src/projections/build.ts';
import type { Page } from '../../src/projections/lists/paging.ts';
import { openModelReader } from '../../src/projections/model-file.ts';
import { projectionsFor } from '../../src/projections/projections.ts';
import { registersByReading } from '../../src/projections/registers-of.ts';

/** Centres that differ in nothing but their code: Vietnamese office hours, and a due time moves by the wait for a supplement. */
export function centresNamed(...codes: readonly string[]): Centres {
  const plain = reference(referenceWorkingTime('Asia/Ho_Chi_Minh', 'vietnam'));
  const one: Centre = { ...plain, parameters: { ...plain.parameters, supplementPause: 'extend' } };
  return new Map(
    codes.map((code): [string, Centre] => [code, { ...one, code: CentreCode.parse(code) }]),
  );
}

export type SmallModel = Disposable & {
  readonly file: string;
  readonly database: DatabaseSync;
  readonly centres: Centres;
  readonly entriesOf: (stream: string) => Entry<AnyEvent>[];
  /** As they are at the end. */
  readonly registers: Registers;
};

export type Happened = { readonly stream: string; readonly fact: Proposal<AnyEvent> };

/**
 * Records what happened, in this order and each at the time at which it happened, and shows it.
 *
 * The door is passed by: what a decider thinks of it is another test's business.
 */
export async function modelOf(
  happened: readonly Happened[],
  centres: Centres = centresNamed('reference'),
): Promise<SmallModel> {
  const dir = mkdtempSync(join(tmpdir(), 'model-'));
  const paths = pathsIn(dir);
  let now = new Date(0);
  const origin = { name: 'test', kind: 'ledger' } as const;
  using ledger = openLedger({ paths, families, origin, isCentre: () => true, now: () => now });
  const revisions = new Map<string, number>();
  for (const { stream, fact } of happened) {
    now = new Date(fact.occurredAt);
    const revision = revisions.get(stream) ?? -1;
    const event = { ...fact, request: null };
    const id = idOf(stream, 'test', revision + 1);
    const stored = ledger.codec.encode(stream, id, event, '00'.repeat(16));
    await ledger.store.append(stream, revision, [stored]);
    revisions.set(stream, revision + 1);
  }

  const { codec } = ledger;
  const log = openLogReader(paths.ledger);
  const projections = projectionsFor(centres);
  const file = join(dir, 'model.db');
  const until = log.size() - 1n;
  buildModel(file, { log, codec, projections, regulations: 'test' }, until);
  const database = openModelReader(file);
  const entriesOf = (stream: string) => log.ofStream(stream).map(codec.decode);
  return {
    file,
    database,
    centres,
    entriesOf,
    registers: registersByReading((category) => log.streamsOf(category, log.size()), entriesOf),
    [Symbol.dispose]() {
      database.close();
      log[Symbol.dispose]();
      rmSync(dir, { recursive: true });
    },
  };
}

/** The id of the entry at `revision` of a stream that `modelOf` recorded. */
export function idIn(stream: string, revision: number): EventId {
  return idOf(stream, 'test', revision);
}

/** Every page of a list, in order, as whoever follows `next` gets them. */
export function pagesOf<Item>(ask: (cursor: string | null) => Page<Item>): Page<Item>[] {
  const pages: Page<Item>[] = [];
  let cursor: string | null = null;
  do {
    const page = ask(cursor);
    pages.push(page);
    cursor = page.next;
  } while (cursor !== null);
  return pages;
}

/** What whoever follows `next` to the end has seen. */
export function seenOn<Item>(pages: readonly Page<Item>[]) {
  return {
    items: pages.flatMap(({ items }) => items),
    sizes: pages.map(({ items }) => items.length),
    totals: [...new Set(pages.map(({ total }) => total))],
  };
}

/** What they should have seen, where `all` is what there is: each once, in full pages, of one total. */
export function inPages<Item>(all: readonly Item[], limit: number) {
  return { items: [...all], sizes: chunks(all.length, limit), totals: [all.length] };
}

function chunks(length: number, limit: number): number[] {
  if (length === 0) return [0];
  const places = Array.from({ length: Math.ceil(length / limit) }, (_, place) => place);
  return places.map((place) => Math.min(limit, length - place * limit));
}

/** How SQLite would answer whatever `ask` asks: one line a step. */
export function plansOf(database: DatabaseSync, ask: () => unknown): string[] {
  const prepared = vi.spyOn(database, 'prepare');
  ask();
  const asked = prepared.mock.calls.map(([sql]) => sql);
  prepared.mockRestore();
  return asked
    .filter((sql) => !/FROM mark\b/.test(sql))
    .flatMap((sql) => database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all())
    .map((row) => String(row['detail']));
}
