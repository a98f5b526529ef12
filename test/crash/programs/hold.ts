/**
 * Holds a ledger in a process of its own: `hold.ts writer LEDGER WITNESS` as its writer, until it is
 * killed; `hold.ts lock LEDGER MILLISECONDS` only SQLite's write lock, for that long. Says "held" when it has it.
 */
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { sqliteEventStore } from '../../../src/ledger/sqlite/store.ts';

const [what, file = '', other = ''] = process.argv.slice(2);

if (what === 'writer') {
  const store = sqliteEventStore({
    file,
    witness: other,
    origin: { name: 'test', kind: 'ledger' },
    now: () => new Date(),
  });
  process.stdout.write('held\n');
  setInterval(() => store.head(), 60_000); // stays, with the ledger open
} else {
  const database = new DatabaseSync(file);
  database.exec('BEGIN IMMEDIATE');
  process.stdout.write('held\n');
  setTimeout(() => database.close(), Number(other));
}
