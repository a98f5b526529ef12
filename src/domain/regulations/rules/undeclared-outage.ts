/**
 * undeclared-outage: an entry made as the catch-up of an outage that nobody declared (an integrity
 * finding; no article).
 *
 * A catch-up must not be a way around the clock. Outages cannot be declared in this ledger yet: every
 * catch-up is shown, and counts as known when it was recorded.
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import { prohibition } from '../prohibition.ts';

export const undeclaredOutage = prohibition<DossierEvent>({
  key: 'undeclared-outage',
  version: 1,
  title: {
    vi: 'Nhập bù cho sự cố chưa được công bố',
    en: 'Catch-up of an outage that was not declared',
  },
  subject: 'dossier',
  watches: 'every event',
  gathered: true,
  offends: ({ recordedVia }) => (recordedVia.mode === 'backfill' ? [] : null),
});
