/**
 * What could not be shown: events that this program cannot read, and subjects on which a rule or a
 * projection failed. Listed and counted, so that a defect is seen and hides nothing else.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { StoredEvent } from '../ledger/event-store.ts';

export type Quarantine = {
  readonly event: (event: StoredEvent, error: unknown) => void;
  /** What failed on a subject, now that it has been shown anew; none takes it off the list. */
  readonly subject: (
    projection: string,
    stream: string,
    failures: readonly { readonly part: string; readonly message: string }[],
  ) => void;
};

export const quarantineSchema = `
  CREATE TABLE IF NOT EXISTS quarantine (
    stream  TEXT NOT NULL,
    part    TEXT NOT NULL, -- 'event <index>', or the projection and what of it failed
    message TEXT NOT NULL,
    PRIMARY KEY (stream, part)
  ) STRICT, WITHOUT ROWID`;

export function quarantineOn(database: DatabaseSync): Quarantine {
  const put = database.prepare('INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?)');
  const release = database.prepare(
    "DELETE FROM quarantine WHERE stream = ? AND part LIKE ? || ': %'",
  );
  const listed = database.prepare('SELECT DISTINCT stream FROM quarantine').all();
  const known = new Set(listed.map(({ stream }) => String(stream)));

  return {
    event({ stream, index }, error) {
      put.run(stream, `event ${index}`, messageOf(error));
      known.add(stream);
    },
    subject(projection, stream, failures) {
      if (known.has(stream)) release.run(stream, projection);
      for (const { part, message } of failures) {
        put.run(stream, `${projection}: ${part}`, message);
        known.add(stream);
      }
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
