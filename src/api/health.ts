/** How the ledger is: for a supervisor, for a person, and for the metrics alike. */
import { numberOf } from '../projections/lists/select.ts';
import type { RouteParts } from './parts.ts';

export type Health = {
  readonly name: string;
  readonly kind: 'ledger' | 'demo';
  /** Events in the ledger. */
  readonly size: number;
  /** Root of the tree over them, in hex. */
  readonly root: string;
  /** Index of the last event that the read models show; -1: none. */
  readonly position: number;
  /** Not null while the read models are built anew. */
  readonly building: { readonly position: number; readonly until: number } | null;
  /** What could not be shown; null while there is no read model. */
  readonly quarantine: number | null;
  /** Why nothing is recorded; null: nothing was lost. */
  readonly loss: { readonly kind: string; readonly message: string } | null;
};

export function healthOf({ ledger: { store }, models }: RouteParts): Health {
  const { size, root } = store.head();
  const loss = store.loss();
  const building = models.building();
  const database = models.current()?.database;
  return {
    ...store.origin,
    size: Number(size),
    root: Buffer.from(root).toString('hex'),
    position: Number(models.position()),
    building: building && {
      position: Number(building.position),
      until: Number(building.until),
    },
    quarantine:
      database === undefined
        ? null
        : numberOf(database, 'SELECT count(*) AS n FROM quarantine', []),
    loss: loss === null ? failureOf(store.failure()) : { kind: loss.kind, message: loss.message },
  };
}

/** A disk that did not confirm an append: until the ledger is opened anew nothing is known to be lost, and nothing is recorded. */
function failureOf(failure: Error | null): Health['loss'] {
  return failure === null ? null : { kind: 'unconfirmed', message: failure.message };
}

/** A moment for the read models to take in what was recorded just now, so that steady work does not look like lag. */
const settleMilliseconds = 1_000;

/** Whether everything that was recorded by now can be read: nothing is lost, and the read models have reached the head. */
export async function isReady({ ledger: { store }, models }: RouteParts): Promise<boolean> {
  if (store.loss() !== null || store.failure() !== null) return false;
  const head = (await store.size()) - 1n;
  if (models.current() === null && models.building() !== null) return false;
  return (await models.reached(head, settleMilliseconds)) && models.current() !== null;
}
