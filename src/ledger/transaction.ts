/** Transactions on a SQLite file. */
import type { DatabaseSync } from 'node:sqlite';

/** All of `work` or none of it. Takes the write lock first, so that nothing read inside goes stale. */
export function transaction<Result>(database: DatabaseSync, work: () => Result): Result {
  try {
    database.exec('BEGIN IMMEDIATE');
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
