/** A ledger in a folder of its own, written to past the door, and read as read models read it. */
import { onTestFinished } from 'vitest';
import { families } from '../../src/domain/families.ts';
import { openLedger, type Paths, pathsIn } from '../../src/ledger/ledger.ts';
import { type LogReader, openLogReader } from '../../src/ledger/log-reader.ts';
import { newFolder } from './ledger-folder.ts';
import { type Happened, newEventOf } from './projected.ts';

export type Recording = {
  readonly paths: Paths;
  readonly log: LogReader;
  /** Puts `happened` on record, in this order, and each by itself. */
  readonly append: (happened: readonly Happened[]) => Promise<void>;
};

/** A new ledger called `name`, closed when the test is over. */
export async function newRecord(
  happened: readonly Happened[] = [],
  { name = 'test', dir = newFolder() } = {},
): Promise<Recording> {
  const paths = pathsIn(dir);
  const now = () => new Date('2026-03-31T01:00:00Z');
  const origin = { name, kind: 'ledger' } as const;
  const ledger = openLedger({ paths, families, origin, isCentre: () => true, now });
  const log = openLogReader(paths.ledger);
  onTestFinished(() => {
    log[Symbol.dispose]();
    ledger[Symbol.dispose]();
  });

  async function append(more: readonly Happened[]): Promise<void> {
    const revisions = new Map<string, number>();
    await Promise.all(
      more.map((one) => {
        const revision = revisions.get(one.stream) ?? log.ofStream(one.stream).length;
        revisions.set(one.stream, revision + 1);
        return ledger.store.append(one.stream, revision - 1, [newEventOf(one, revision)]);
      }),
    );
  }

  await append(happened);
  return { paths, log, append };
}
