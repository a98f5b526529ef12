/** Durable appends: through the port, bare and as the ledger is, beside the plain table. */
import { join } from 'node:path';
import { type SqliteEventStore, sqliteEventStore } from '../src/ledger/sqlite/store.ts';
import { type EncodedLife, encodedLives } from './encoded-life.ts';
import { inTurn, perSecond, type Row, ratio, rowOf } from './measure.ts';
import { scratchFolder } from './places.ts';
import { type PlainStore, plainStore } from './plain-store.ts';
import type { Sizes } from './sizes.ts';

/** Appends one event of a life; resolves once it is durable. */
export type Append = (life: EncodedLife, revision: number) => Promise<void>;

const atOnce = 32;

export async function measureAppends({ appends, rounds }: Sizes): Promise<Row[]> {
  using folder = scratchFolder();
  using plain = plainStore(join(folder.path, 'plain.db'));
  using bare = storeIn(join(folder.path, 'bare'), { tree: true, witness: true });
  using whole = storeIn(join(folder.path, 'whole'));
  const contenders = {
    plain: appendToPlain(plain),
    bare: appendToStore(bare),
    whole: appendToStore(whole),
  };
  const lives = livesOf();
  const one = await inTurn(worksOf(contenders, lives, 1, appends.one), rounds);
  const many = await inTurn(worksOf(contenders, lives, atOnce, appends.many), rounds);

  const unit = 'events/s';
  const onePlain = { yardstick: one.plain, against: 'plain table, one at a time' };
  const manyPlain = { yardstick: many.plain, against: `plain table, ${atOnce} at once` };
  return [
    rowOf('append, 1 at a time, without tree and witness', unit, one.bare, onePlain),
    rowOf('append, 1 at a time, with tree and witness', unit, one.whole, {
      ...onePlain,
      target: ratio(0.4, 0.5),
    }),
    rowOf(`append, ${atOnce} at once, without tree and witness`, unit, many.bare, {
      ...manyPlain,
      target: ratio(0.8, 1),
    }),
    rowOf(`append, ${atOnce} at once, with tree and witness`, unit, many.whole, {
      ...manyPlain,
      target: ratio(0.55, 0.8),
    }),
  ];
}

function worksOf<Name extends string>(
  contenders: Readonly<Record<Name, Append>>,
  lives: Lives,
  writers: number,
  events: number,
): Record<Name, () => Promise<number>> {
  const work = (append: Append) => async () => appendAll(append, await lives(events), writers);
  const works: Record<string, () => Promise<number>> = {};
  for (const name in contenders) works[name] = work(contenders[name]);
  return works;
}

/** New lives with at least so many events together: no stream is written to twice. */
export type Lives = (events: number) => Promise<readonly EncodedLife[]>;

export function livesOf(): Lives {
  let next = 0;
  return async (events) => {
    const count = Math.ceil(events / 10);
    next += count;
    return await encodedLives(next - count, count);
  };
}

/**
 * Writers that each append the events of one life after another, waiting for each event.
 *
 * @returns events a second.
 */
export async function appendAll(
  append: Append,
  lives: readonly EncodedLife[],
  writers: number,
): Promise<number> {
  const queue = lives.values();
  const events = lives.reduce((sum, life) => sum + life.events.length, 0);
  return await perSecond(events, async () => {
    await Promise.all(
      Array.from({ length: writers }, async () => {
        for (const life of queue) {
          for (let revision = 0; revision < life.events.length; revision += 1) {
            await append(life, revision);
          }
        }
      }),
    );
  });
}

export function storeIn(
  folder: string,
  without: { readonly tree?: boolean; readonly witness?: boolean } = {},
): SqliteEventStore {
  return sqliteEventStore({
    file: join(folder, 'ledger.db'),
    witness: join(folder, 'head.witness'),
    origin: { name: 'bench', kind: 'ledger' },
    now: () => new Date(),
    without,
  });
}

export function appendToStore(store: SqliteEventStore): Append {
  return async ({ stream, events }, revision) => {
    const event = events[revision];
    if (event === undefined) throw new RangeError(`${stream} has no event ${revision}`);
    const result = await store.append(stream, revision - 1, [event]);
    if (result.kind === 'conflict') throw new Error(`${stream} was written to by somebody else`);
  };
}

export function appendToPlain(store: PlainStore): Append {
  return async ({ stream, events }, revision) => {
    const event = events[revision];
    if (event === undefined) throw new RangeError(`${stream} has no event ${revision}`);
    await store.append(stream, revision, event);
  };
}
