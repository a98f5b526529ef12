/** Every adapter of the event store is one. What the embedded store promises beside is in `sqlite/`. */
import { memoryEventStore } from '../../src/ledger/memory-event-store.ts';
import { newLedgerFolder, openStore } from '../support/ledger-folder.ts';
import { eventStoreContract } from './event-store.contract.ts';

eventStoreContract('memory', async (now) => ({
  store: memoryEventStore(now),
  close: async () => {},
}));

eventStoreContract('sqlite', async (now) => {
  const store = openStore(newLedgerFolder(), { now });
  return { store, close: async () => store[Symbol.dispose]() };
});
