/** Breaches that entries of other records took away: found alike however the log was taken in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { centre as centreWords } from '../../src/domain/centre/centre/vocabulary.ts';
import { official as officialWords } from '../../src/domain/centre/official/vocabulary.ts';
import { dossier } from '../../src/domain/dossier/vocabulary.ts';
import type { AnyEvent, Proposal } from '../../src/domain/entry.ts';
import type { Centre } from '../../src/domain/regulations/centre.ts';
import { tuyenQuang } from '../../src/domain/regulations/centres/tuyen-quang.ts';
import { processingDeadline } from '../../src/domain/regulations/rules/processing-deadline.ts';
import { signatureWithoutAuthority } from '../../src/domain/regulations/rules/signature-without-authority.ts';
import { transferIn30Minutes } from '../../src/domain/regulations/rules/transfer-in-30-minutes.ts';
import { instantAt } from '../../src/domain/units.ts';
import type { StoredEvent } from '../../src/ledger/event-store.ts';
import { duties } from '../../src/projections/duties.ts';
import {
  emptyModel,
  type Happened,
  idIn,
  type Rows,
  rowsIn,
  rowsOf,
  storedEvents,
} from '../support/projected.ts';
import { backfilled, proposalsOf } from '../support/stated.ts';
import { takeIn, type Way } from '../support/taking-in.ts';

const rules = [transferIn30Minutes, signatureWithoutAuthority, processingDeadline];
const centre: Centre = {
  ...tuyenQuang,
  demands: rules.map((rule) => ({ rule, citation: 'article 7', from: null, to: null })),
};
const projections = [duties(new Map([[centre.code, centre]]))];

const [onDossier, laidDown, ofLeader] = [
  proposalsOf(dossier),
  proposalsOf(centreWords),
  proposalsOf(officialWords),
];

function shownOf(events: readonly StoredEvent[], way: Way): Rows {
  using database = emptyModel(projections);
  takeIn(events, way, database, projections);
  return rowsIn(database, projections);
}

const drawnEntries = fc.array(
  fc.record({
    kind: fc.nat({ max: 9 }),
    number: fc.nat({ max: 1 }),
    /** In hours since the morning of 2 March. */
    hour: fc.nat({ max: 40 }),
    /** Which of the earlier entries of the record it corrects, where it corrects one. */
    corrects: fc.option(fc.nat({ max: 9 }), { freq: 3 }),
    isBackfilled: fc.boolean(),
  }),
  { maxLength: 30, size: 'max' },
);
type Drawn = typeof drawnEntries extends fc.Arbitrary<(infer One)[]> ? One : never;

function happenedIn(drawn: readonly Drawn[]): Happened[] {
  const counts = new Map<string, number>();
  return drawn.map((one) => {
    const { stream, fact } = factOf(one);
    const before = counts.get(stream) ?? 0;
    counts.set(stream, before + 1);
    const isCorrection = one.corrects !== null && before > 0;
    const corrects = isCorrection ? idIn(stream, (one.corrects ?? 0) % before) : null;
    const via = one.isBackfilled ? backfilled : {};
    return { stream, fact: { ...fact, ...via, centre: centre.code, corrects } };
  });
}

function factOf({ kind, number, hour }: Drawn): { stream: string; fact: Proposal<AnyEvent> } {
  const when = instantAt(Date.UTC(2026, 2, 2, 1) + hour * 3_600_000);
  const day = `2026-03-0${2 + (hour % 3)}`;
  const [of, year, leader] = [`dossier-d${number}`, `centre-${centre.code}-2026`, 'official-pgd-1'];
  const outage = 'outage-2026-03-02';
  if (kind <= 1) {
    const how = { slip: 'PTN-1', channel: 'direct', receiver: 'cv-1' } as const;
    const appointment = { at: instantAt(Date.UTC(2026, 2, 3, 2)) };
    const data = { code: 'd', appointment, ...how };
    return { stream: of, fact: onDossier('DossierReceived', data, when) };
  }
  if (kind === 2) return { stream: of, fact: onDossier('DossierTransferred', {}, when) };
  if (kind === 3) {
    return { stream: of, fact: onDossier('DossierDecided', { signer: 'pgd-1' }, when) };
  }
  if (kind === 4) {
    const data = { notice: `TB-${hour}`, source: 'TB', off: [{ date: day, reason: 'bão' }] };
    return { stream: year, fact: laidDown('CalendarNoticeIssued', data, when) };
  }
  if (kind === 5) {
    const data = { parameter: 'transferWithin', value: 30 + 60 * number, from: day };
    return { stream: year, fact: laidDown('ProfileValueSet', data, when) };
  }
  if (kind === 6) {
    const data = { office: 'deputy-director', from: day } as const;
    return { stream: leader, fact: ofLeader('OfficeTaken', data, when) };
  }
  if (kind === 7) return { stream: year, fact: laidDown('OutageDeclared', { outage }, when) };
  if (kind === 8) return { stream: year, fact: laidDown('OutageEnded', { outage }, when) };
  return {
    stream: [of, year, leader][hour % 3] ?? of,
    fact: onDossier('EntryWithdrawn', {}, when),
  };
}

describe('what other records took away', () => {
  test('is the same rows, followed in pages or built at once', () => {
    const pages = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(drawnEntries, pages, (drawn, sizes) => {
        const events = storedEvents(happenedIn(drawn));
        const expected = rowsOf(events, projections);
        expect(shownOf(events, { pages: sizes })).toEqual(expected);
        expect(shownOf(events, 'built')).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  test('is there in such logs, by each kind of record: the property means something', () => {
    const drawn = fc.sample(drawnEntries, { numRuns: 150, seed: 7 });
    const found = drawn.flatMap((one) => {
      const events = storedEvents(happenedIn(one));
      const types = new Map(events.map(({ id, type }) => [String(id), type]));
      return (rowsOf(events, projections)['finding'] ?? []).flatMap((row) => {
        const [, entry = ''] = /"lessened":.*?entry\\":\\"([^"\\]+)/.exec(row) ?? [];
        return types.get(entry) ?? [];
      });
    });
    expect([...new Set(found)]).toEqual(
      expect.arrayContaining([
        'CalendarNoticeIssued',
        'ProfileValueSet',
        'OfficeTaken',
        'EntryWithdrawn',
        'DossierDecided',
      ]),
    );
  });
});
