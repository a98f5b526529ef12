/** An event store in memory: for tests, and as the plainest statement of what the port means. */
import { instantAt } from '../domain/units.ts';
import {
  appendBytesMax,
  checkStreamName,
  type EventStore,
  type StoredEvent,
} from './event-store.ts';

export function memoryEventStore(now: () => Date): EventStore {
  const all: StoredEvent[] = [];
  const streams = new Map<string, StoredEvent[]>();
  let changed = Promise.withResolvers<void>();

  return {
    async append(stream, expected, events) {
      checkStreamName(stream);
      if (events.length === 0) throw new RangeError('an append has at least one event');
      const bytes = events.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
      if (bytes > appendBytesMax)
        throw new RangeError(`an append has at most ${appendBytesMax} bytes`);

      const past = streams.get(stream) ?? [];
      const actual = past.length - 1;
      if (actual !== expected) return { kind: 'conflict', actual };

      const clock = instantAt(now().getTime());
      const before = all.at(-1)?.recordedAt;
      const recordedAt = before !== undefined && before > clock ? before : clock;
      for (const event of events) {
        const stored = {
          ...event,
          stream,
          revision: past.length,
          index: BigInt(all.length),
          recordedAt,
        };
        past.push(stored);
        all.push(stored);
      }
      streams.set(stream, past);
      changed.resolve();
      changed = Promise.withResolvers();
      return {
        kind: 'appended',
        revision: past.length - 1,
        index: BigInt(all.length - 1),
        recordedAt,
      };
    },

    read: async (stream) => [...(streams.get(stream) ?? [])],

    async *readAll(after) {
      const rest = all.slice(Number(after) + 1);
      if (rest.length > 0) yield rest;
    },

    async *subscribe(after, signal) {
      const aborted = Promise.withResolvers<void>();
      signal.addEventListener('abort', () => aborted.resolve(), { once: true });
      for (let place = Number(after) + 1; !signal.aborted; ) {
        const rest = all.slice(place);
        place += rest.length;
        if (rest.length > 0) yield rest;
        else await Promise.race([changed.promise, aborted.promise]);
      }
    },

    size: async () => BigInt(all.length),
  };
}
