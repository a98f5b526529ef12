/** Pages of the ledger as they are, and as they come. */
import type { Index } from '../../domain/units.ts';
import type { StoredEvent } from '../event-store.ts';
import type { Rows } from './rows.ts';

/** Where a follower is told that something was appended. */
export type Following = {
  readonly signal: AbortSignal;
  readonly waiters: Set<() => void>;
};

/** Pages after `index` up to the present, and on, where `following` is given, until it aborts. */
export async function* followed(
  rows: Rows,
  after: Index,
  following?: Following,
): AsyncGenerator<readonly StoredEvent[]> {
  let last = after;
  while (following?.signal.aborted !== true) {
    const page = rows.after(last);
    if (page.length > 0) {
      yield page;
      last = page.at(-1)?.index ?? last;
    } else if (following === undefined) {
      return;
    } else {
      await nextAppend(following);
    }
  }
}

async function nextAppend({ signal, waiters }: Following): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = () => resolve();
  waiters.add(resolve);
  signal.addEventListener('abort', stop);
  await promise;
  signal.removeEventListener('abort', stop); // one follower waits many times on one signal
  waiters.delete(resolve);
}
