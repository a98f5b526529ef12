/** When the software of a centre stood still (sự cố kỹ thuật), by what the centre declared. */
import { type CentreEvent, centre } from '../../centre/centre/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import type { EventId, Instant } from '../../units.ts';
import type { History } from '../history.ts';
import { inWords } from '../in-words.ts';
import type { Register } from '../register.ts';
import { centreIn } from './centre-key.ts';

export type DeclaredOutage = {
  readonly outage: string;
  readonly began: Instant;
  /** Null: it goes on. */
  readonly ended: Instant | null;
  /** Since when the ledger could know of it as it is: since the declaration, or since its end was said to be another. */
  readonly declaredAt: Instant;
  /** What says so: the declaration, and the end where there is one. */
  readonly because: readonly EventId[];
};

/** What nobody declared is not here, though its end were on record. Of one that was declared twice the first declaration counts. */
export const declaredOutages: Register<readonly DeclaredOutage[]> = {
  name: 'declared-outages',
  category: 'centre',
  types: ['OutageDeclared', 'OutageEnded'],
  keys: centreIn,
  isKeyedByName: true,
  isAboutSubjects: false,
  fold(records) {
    const outages = new Map<string, DeclaredOutage>();
    const entries = entriesIn(records);
    for (const entry of entries) {
      const { type, data, id, occurredAt } = entry;
      if (type !== 'OutageDeclared' || outages.has(data.outage)) continue;
      const { outage, began } = data;
      outages.set(outage, {
        outage,
        began: began ?? occurredAt,
        ended: null,
        declaredAt: knownIn(records, entry),
        because: [id],
      });
    }
    for (const entry of entries) {
      const { type, data, id, occurredAt } = entry;
      if (type !== 'OutageEnded') continue;
      const known = outages.get(data.outage);
      if (known === undefined || known.ended !== null) continue;
      const isAnother = endsSaid(records, data.outage).some((one) => one.index < entry.index);
      const said = isAnother ? later(known.declaredAt, knownIn(records, entry)) : known.declaredAt;
      outages.set(data.outage, {
        ...known,
        ended: data.ended ?? occurredAt,
        declaredAt: said,
        because: [...known.because, id],
      });
    }
    return [...outages.values()];
  },
};

/** Every end of it that was ever entered: also what was corrected or withdrawn. */
function endsSaid(records: readonly History[], outage: string): readonly Entry<CentreEvent>[] {
  return records
    .flatMap(({ entries }) => inWords('centre', centre, entries))
    .filter(({ type, data }) => type === 'OutageEnded' && data.outage === outage);
}

function knownIn(records: readonly History[], entry: Entry<CentreEvent>): Instant {
  const own = records.find(({ entries }) => entries[0]?.stream === entry.stream);
  return own?.knownAt(entry) ?? entry.recordedAt;
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

/** Of all years: one that began on the last day of a year may be declared on the first of the next. */
function entriesIn(records: readonly History[]): readonly Entry<CentreEvent>[] {
  return records
    .flatMap(({ timeline }) => inWords('centre', centre, timeline))
    .toSorted((a, b) => Number(a.index - b.index));
}
