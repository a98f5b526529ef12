/** How much is measured. */
export type Sizes = {
  /** Repetitions of what takes a second or less. */
  readonly rounds: number;
  /** Repetitions on the large ledger. */
  readonly largeRounds: number;
  /** Events of one repetition. */
  readonly appends: { readonly one: number; readonly many: number };
  /** Events of the two ledgers that are read and rebuilt. */
  readonly small: number;
  readonly large: number;
  /** Streams read in one repetition. */
  readonly streams: number;
  /** Bulk appends of one repetition. */
  readonly batches: number;
  /** Cases of the imported file. */
  readonly cases: number;
  /** Times that a server is asked before its memory is looked at. */
  readonly questions: number;
  /** Requests of one repetition, and seconds of one at half of the load. */
  readonly http: { readonly one: number; readonly many: number; readonly seconds: number };
};

export const full: Sizes = {
  rounds: 7,
  largeRounds: 3,
  appends: { one: 1_000, many: 12_000 },
  small: 200_000,
  large: 1_000_000,
  streams: 6_000,
  batches: 40,
  cases: 4_000,
  questions: 200,
  http: { one: 600, many: 4_000, seconds: 5 },
};

/** Two minutes: shows that everything works, and roughly where it stands. */
export const quick: Sizes = {
  rounds: 3,
  largeRounds: 1,
  appends: { one: 200, many: 3_000 },
  small: 20_000,
  large: 100_000,
  streams: 1_500,
  batches: 10,
  cases: 500,
  questions: 50,
  http: { one: 200, many: 1_500, seconds: 2 },
};
