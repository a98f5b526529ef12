/** Giữ gìn sổ cái: the record family of the ledger's own keeping. Stream `ledger-{name}`. */
import { type Family, family } from '../family.ts';
import { custodyDecider } from './custody.ts';
import { custody, custodyKey } from './vocabulary.ts';

export const custodyFamily: Family = family({
  category: 'ledger',
  key: custodyKey,
  vocabulary: custody,
  decider: custodyDecider,
  opens: [],
});
