/** What the exit code of a command says. Numbers above 60 are those of sysexits(3). */
export const exit = {
  /** Done. */
  ok: 0,
  /** Done, and something is wrong: a verification that fails. */
  wrong: 1,
  /** The command line is wrong. */
  usage: 2,
  /** Done in part: rows of an import were refused, the others are recorded. */
  partly: 3,
  /** A file that was given cannot be used. Nothing was done. */
  data: 65,
  /** A file or subject that was named is not there. */
  notFound: 66,
  /** Somebody else has the ledger, or it takes no writes. */
  unavailable: 69,
  /** A defect of this program. */
  software: 70,
  /** A folder or file cannot be made. */
  cannotCreate: 73,
  /** A setting is wrong, or the folder is another ledger's. */
  config: 78,
} as const;

/** A command that cannot go on, said to the person who gave it. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
  readonly code: number;
  constructor(code: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
