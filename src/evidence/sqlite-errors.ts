/** Telling an error that says something of a file from one that says something of the moment. */

/** SQLITE_PERM, BUSY, LOCKED, NOMEM, INTERRUPT, CANTOPEN, PROTOCOL: another attempt may go well. */
const passing = new Set([3, 5, 6, 7, 9, 14, 15]);

/** Whether `error` is SQLite's, and leaves open whether the file is damaged. */
function isPassing(error: unknown): boolean {
  return isOfSqlite(error) && passing.has(Number(error.errcode) % 256);
}

export function isOfSqlite(error: unknown): error is Error & { readonly errcode: unknown } {
  return error instanceof Error && 'errcode' in error;
}

/** What the error says of the file. @throws the error, if it says nothing of it. */
export function reasonOf(error: unknown): string {
  if (isPassing(error) || !(error instanceof Error)) throw error;
  return `it cannot be read (${error.message})`;
}
