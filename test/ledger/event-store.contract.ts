/**
 * What it means to be an event store. Every adapter runs all of it, unchanged.
 *
 * There are no options: an adapter that needs an exception does not fit the port.
 */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  appendBytesMax,
  type EventStore,
  type NewEvent,
  type StoredEvent,
} from '../../src/ledger/event-store.ts';
import { newEvent } from '../support/new-event.ts';

export const instant = '2026-03-02T08:00:00.000Z';

export type OpenStore = (
  now: () => Date,
) => Promise<{ readonly store: EventStore; readonly close: () => Promise<void> }>;

export function eventStoreContract(adapter: string, open: OpenStore): void {
  describe(`${adapter} is an event store`, () => {
    let clock: string;
    let store: EventStore;
    let close: () => Promise<void>;

    beforeEach(async () => {
      clock = instant;
      ({ store, close } = await open(() => new Date(clock)));
    });
    afterEach(() => close());

    const all = async (): Promise<StoredEvent[]> =>
      (await Array.fromAsync(store.readAll(-1n))).flat();
    const names = (events: readonly NewEvent[]) => events.map(({ content }) => content);

    describe('reading', () => {
      test('a stream that nobody wrote to is empty, and so is a new ledger', async () => {
        expect(await store.read('dossier-1')).toEqual([]);
        expect(await all()).toEqual([]);
        expect(await store.size()).toBe(0n);
      });

      test('what is read is what was appended, in order, from revision 0', async () => {
        const result = await store.append('dossier-1', -1, [newEvent('A'), newEvent('B')]);
        expect(result).toEqual({ kind: 'appended', revision: 1, index: 1n, recordedAt: instant });
        const recorded = [
          { ...newEvent('A'), stream: 'dossier-1', revision: 0, index: 0n, recordedAt: instant },
          { ...newEvent('B'), stream: 'dossier-1', revision: 1, index: 1n, recordedAt: instant },
        ];
        expect(await store.read('dossier-1')).toEqual(recorded);
        expect(await all()).toEqual(recorded);
        expect(await store.size()).toBe(2n);
      });

      test('streams do not see each other, and the ledger sees them all in order, without gaps', async () => {
        await store.append('dossier-1', -1, [newEvent('A')]);
        await store.append('dossier-2', -1, [newEvent('B'), newEvent('C')]);
        await store.append('dossier-1', 0, [newEvent('D')]);

        expect((await all()).map(({ index }) => index)).toEqual([0n, 1n, 2n, 3n]);
        expect(names(await all())).toEqual(
          names(['A', 'B', 'C', 'D'].map((name) => newEvent(name))),
        );
        expect((await store.read('dossier-1')).map(({ index }) => index)).toEqual([0n, 3n]);
      });

      test('whoever has read up to an event reads on after it', async () => {
        await store.append(
          'dossier-1',
          -1,
          ['A', 'B', 'C'].map((name) => newEvent(name)),
        );
        const after = async (index: bigint) =>
          (await Array.fromAsync(store.readAll(index))).flat().map((event) => event.index);
        expect(await after(-1n)).toEqual([0n, 1n, 2n]);
        expect(await after(1n)).toEqual([2n]);
        expect(await after(2n)).toEqual([]);
        expect(await after(99n)).toEqual([]);
      });

      test('two who read at once each see the whole ledger, in pages that are never empty', async () => {
        const many = Array.from({ length: 5_000 }, (_, place) => newEvent(`${place}`));
        await store.append('dossier-1', -1, many);
        const [first, second] = [store.readAll(-1n), store.readAll(-1n)];
        const seen: [StoredEvent[], StoredEvent[]] = [[], []];
        const others = second[Symbol.asyncIterator]();
        for await (const page of first) {
          expect(page).not.toHaveLength(0);
          seen[0].push(...page);
          const other = await others.next();
          if (other.done !== true) seen[1].push(...other.value);
        }
        expect(names(seen[0])).toEqual(names(many));
        expect(names(seen[1])).toEqual(names(many));
      });

      test('a name like another, but for one letter’s accent or case, is another stream', async () => {
        await store.append('dossier-An', -1, [newEvent('A')]);
        await store.append('dossier-an', -1, [newEvent('B')]);
        await store.append('dossier-Ân', -1, [newEvent('C')]);
        expect(names(await store.read('dossier-An'))).toEqual(names([newEvent('A')]));
        expect(names(await store.read('dossier-Ân'))).toEqual(names([newEvent('C')]));
      });

      test('every text comes back as it went', async () => {
        await fc.assert(
          fc.asyncProperty(fc.string({ unit: 'binary' }), fc.uuid(), async (text, name) => {
            const stream = `dossier-${name}-${text.replaceAll('\0', '')}`;
            const content = JSON.stringify(text);
            await store.append(stream, -1, [{ ...newEvent(name), content }]);
            expect((await store.read(stream)).map((event) => event.content)).toEqual([content]);
          }),
          { numRuns: 50 },
        );
      });
    });

    describe('appending', () => {
      test.each([
        ['a stream thought to be new', -1],
        ['a stale revision', 0],
        ['a revision not yet written', 2],
        ['no revision', -2],
        ['half a revision', 0.5],
      ])('what expects %s changes nothing', async (_, expected) => {
        await store.append('dossier-1', -1, [newEvent('A'), newEvent('B')]);
        const result = await store.append('dossier-1', expected, [newEvent('C')]);
        expect(result).toEqual({ kind: 'conflict', actual: 1 });
        expect(await all()).toHaveLength(2);
      });

      test('a stream that nobody wrote to is at revision -1', async () => {
        const result = await store.append('dossier-1', 0, [newEvent('A')]);
        expect(result).toEqual({ kind: 'conflict', actual: -1 });
        expect(await store.size()).toBe(0n);
      });

      test('several are recorded together or not at all', async () => {
        await store.append('dossier-1', -1, [newEvent('A')]);
        const several = ['B', 'C', 'D'].map((name) => newEvent(name));
        expect(await store.append('dossier-1', -1, several)).toMatchObject({ kind: 'conflict' });
        expect(await store.size()).toBe(1n);
        expect(await store.append('dossier-1', 0, several)).toMatchObject({
          revision: 3,
          index: 3n,
        });
        expect(new Set((await all()).slice(1).map(({ recordedAt }) => recordedAt)).size).toBe(1);
      });

      test('of many who race for one revision, exactly one wins, and the rest are told', async () => {
        const results = await Promise.all(
          Array.from({ length: 20 }, (_, writer) =>
            store.append('dossier-1', -1, [newEvent(`${writer}`), newEvent(`${writer}, too`)]),
          ),
        );
        expect(results.filter(({ kind }) => kind === 'appended')).toHaveLength(1);
        expect(results).toContainEqual({ kind: 'conflict', actual: 1 });
        expect(await store.read('dossier-1')).toHaveLength(2);
      });

      test('many who write to streams of their own all succeed, each at an index of its own', async () => {
        const results = await Promise.all(
          Array.from({ length: 50 }, (_, writer) =>
            store.append(`dossier-${writer}`, -1, [newEvent(`${writer}`)]),
          ),
        );
        const indices = results.map((result) => (result.kind === 'appended' ? result.index : null));
        expect(new Set(indices).size).toBe(50);
        expect((await all()).map(({ index }) => Number(index))).toEqual(
          Array.from({ length: 50 }, (_, index) => index),
        );
      });

      test('what was acknowledged can be read, by stream and in the ledger', async () => {
        const result = await store.append('dossier-1', -1, [newEvent('A')]);
        expect(result.kind).toBe('appended');
        expect(await store.read('dossier-1')).toHaveLength(1);
        expect(await store.size()).toBe(1n);
      });

      test('a caller who changes its list afterwards does not change the past', async () => {
        const events = [newEvent('A')];
        await store.append('dossier-1', -1, events);
        events.push(newEvent('B'));
        events.reverse();
        expect(names(await store.read('dossier-1'))).toEqual(names([newEvent('A')]));
      });
    });

    describe('the time of recording', () => {
      test('is the clock’s', async () => {
        clock = '2026-03-02T08:00:00.123Z';
        expect(await store.append('dossier-1', -1, [newEvent('A')])).toMatchObject({
          recordedAt: clock,
        });
      });

      test('never runs backwards when the clock does, and goes on when the clock has caught up', async () => {
        const told: unknown[] = [];
        const times = ['08:00:00.001', '07:59:59.999', '08:00:00.000', '08:00:00.002'];
        for (const [place, time] of times.entries()) {
          clock = `2026-03-02T${time}Z`;
          const result = await store.append(`dossier-${place}`, -1, [newEvent(time)]);
          told.push(result.kind === 'appended' ? result.recordedAt.slice(17, 23) : result);
        }
        expect(told).toEqual(['00.001', '00.001', '00.001', '00.002']);
        expect((await all()).map(({ recordedAt }) => recordedAt.slice(17, 23))).toEqual(told);
      });
    });

    describe('what no store takes', () => {
      test('an append of nothing', async () => {
        await expect(store.append('dossier-1', -1, [])).rejects.toThrow(RangeError);
        expect(await store.size()).toBe(0n);
      });

      test('more than 1 MiB in one append, and not a byte less is refused', async () => {
        const sized = (bytes: number): NewEvent => ({
          ...newEvent('large'),
          content: `"${'x'.repeat(bytes - 2)}"`,
        });
        const half = appendBytesMax / 2;
        await expect(store.append('dossier-1', -1, [sized(appendBytesMax + 1)])).rejects.toThrow(
          RangeError,
        );
        await expect(store.append('dossier-1', -1, [sized(half), sized(half + 1)])).rejects.toThrow(
          RangeError,
        );
        expect(await store.size()).toBe(0n);

        expect(await store.append('dossier-1', -1, [sized(appendBytesMax)])).toMatchObject({
          kind: 'appended',
        });
        expect(await store.append('dossier-1', 0, [sized(half), sized(half)])).toMatchObject({
          kind: 'appended',
        });
      });

      test('1 MiB is counted in bytes and not in characters', async () => {
        const content = `"${'ệ'.repeat(appendBytesMax / 3)}"`;
        const large = { ...newEvent('large'), content };
        expect(content.length).toBeLessThan(appendBytesMax);
        await expect(store.append('dossier-1', -1, [large])).rejects.toThrow(RangeError);
      });

      test.each([
        ['without a category', '-1'],
        ['that is only a category', 'dossier'],
        ['with nothing after its category', 'dossier-'],
        ['with a category in capitals', 'Dossier-1'],
        ['with half a character', 'dossier-\ud83d'],
        ['that is empty', ''],
        ['of more than 512 characters', `dossier-${'1'.repeat(505)}`],
      ])('a stream name %s', async (_, stream) => {
        await expect(store.append(stream, -1, [newEvent('A')])).rejects.toThrow(RangeError);
        expect(await store.size()).toBe(0n);
      });

      test.each(['\n', '\u2028', ' ', '-'])(
        'a stream may be named by any text after its category: %j',
        async (rest) => {
          await store.append(`dossier-${rest}`, -1, [newEvent('A')]);
          expect(await store.read(`dossier-${rest}`)).toHaveLength(1);
        },
      );

      test('a stream name of 512 characters is one', async () => {
        const stream = `dossier-${'1'.repeat(504)}`;
        await store.append(stream, -1, [newEvent('A')]);
        expect(await store.read(stream)).toHaveLength(1);
      });
    });

    describe('subscribing', () => {
      test('delivers what was there, then what comes, and ends when it is aborted', async () => {
        await store.append('dossier-1', -1, [newEvent('0'), newEvent('1')]);
        const abort = new AbortController();
        const seen: StoredEvent[] = [];
        for await (const page of store.subscribe(-1n, abort.signal)) {
          expect(page).not.toHaveLength(0);
          seen.push(...page);
          if (seen.length < 6) {
            const next = `${seen.length}`;
            await store.append(`dossier-late-${next}`, -1, [newEvent(next), newEvent(`${next}+`)]);
          } else abort.abort();
        }
        expect(seen).toEqual(await all());
        expect(seen).toHaveLength(6);
      });

      test('begins after the index that it is told', async () => {
        await store.append('dossier-1', -1, [newEvent('0'), newEvent('1')]);
        const abort = new AbortController();
        const first = await store.subscribe(0n, abort.signal)[Symbol.asyncIterator]().next();
        abort.abort();
        expect(first.value).toMatchObject([{ index: 1n }]);
      });

      test('waits where there is nothing, and is woken by an append', async () => {
        const abort = new AbortController();
        const pages = store.subscribe(-1n, abort.signal)[Symbol.asyncIterator]();
        const waiting = pages.next();
        await store.append('dossier-1', -1, [newEvent('A')]);
        expect((await waiting).value).toMatchObject([{ index: 0n }]);
        abort.abort();
        expect((await pages.next()).done).toBe(true);
      });

      test('ends while it waits, if it is aborted, and at once if it was aborted before', async () => {
        const abort = new AbortController();
        const waiting = store.subscribe(-1n, abort.signal)[Symbol.asyncIterator]().next();
        abort.abort();
        expect((await waiting).done).toBe(true);
        const late = store.subscribe(-1n, abort.signal)[Symbol.asyncIterator]().next();
        expect((await late).done).toBe(true);
      });

      test('every subscriber sees everything, in order, whenever it came', async () => {
        const abort = new AbortController();
        const follow = async (after: bigint) => {
          const seen: bigint[] = [];
          for await (const page of store.subscribe(after, abort.signal)) {
            seen.push(...page.map(({ index }) => index));
            if (seen.at(-1) === 29n) return seen;
          }
          return seen;
        };
        const followers = [follow(-1n), follow(-1n), follow(9n)];
        for (let writer = 0; writer < 30; writer += 3) {
          await Promise.all(
            [0, 1, 2].map((place) =>
              store.append(`dossier-${writer + place}`, -1, [newEvent(`${writer + place}`)]),
            ),
          );
        }
        const indices = Array.from({ length: 30 }, (_, index) => BigInt(index));
        expect(await Promise.all(followers)).toEqual([indices, indices, indices.slice(10)]);
        abort.abort();
      });
    });
  });
}
