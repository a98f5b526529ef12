/**
 * A read model: rows that can be thrown away and computed again from the ledger.
 *
 * What a projection shows of a subject is a pure function of that subject's history, and of the
 * registers that its rules looked at, so it is the same however the events came in, one by one or all
 * at once, and a late entry needs no special care.
 */
import type { AnyEvent, Entry } from '../domain/entry.ts';
import type { Centres } from '../domain/regulations/centre.ts';
import type { History } from '../domain/regulations/history.ts';
import type { Row, Table } from './table.ts';

export type Projection = Viewing | Judging;

type Kept = {
  readonly name: string;
  /** Raise it when what it shows changes; the model is then built anew, beside the one that serves. */
  readonly version: number;
  readonly tables: readonly Table[];
};

/** Shows records, each by itself. */
export type Viewing = Kept & {
  /** Its subjects: the streams of this category. */
  readonly category: string;
  readonly view: (subject: Subject) => View;
};

/** Shows what the regulations say: of a record, or of several together, see `judging.ts`. */
export type Judging = Kept & { readonly judges: Centres };

export type Subject = {
  readonly stream: string;
  /** At least one, in the order of the ledger. */
  readonly entries: readonly Entry<AnyEvent>[];
  readonly history: History;
};

/** What a subject contributes to the tables of a projection, by the table's name. */
export type View = {
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  /** Added up over all subjects; see `Table.counts`. */
  readonly counts: Readonly<Record<string, readonly Row[]>>;
  /** What could not be shown, and why: listed in quarantine. */
  readonly failures: readonly { readonly part: string; readonly message: string }[];
};

export const emptyView: View = { rows: {}, counts: {}, failures: [] };
