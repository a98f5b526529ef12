/** Said whenever a copy of a ledger, of whichever kind, cannot be made or put back. */

/** The copy cannot be made or put back: what is wrong, and what to do. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}
