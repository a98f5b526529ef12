/** What holds of a fact whatever its family says: where a record is kept, and when a thing happened. */
import { describe, expect, test } from 'vitest';
import { dossier } from '../../src/domain/dossier/vocabulary.ts';
import type { AnyEvent, Entry } from '../../src/domain/entry.ts';
import { families } from '../../src/domain/families.ts';
import { homeOf } from '../../src/domain/family.ts';
import { receipt } from '../../src/domain/fees/receipt/vocabulary.ts';
import { withdrawal } from '../../src/domain/timeline.ts';
import { CentreCode, Instant } from '../../src/domain/units.ts';
import { decideAll, type Fact } from '../../src/ledger/deciding.ts';
import { backfilled, entry, eventId, imported, proposalsOf } from '../support/stated.ts';

const family = families.get('dossier');
if (family === undefined) throw new TypeError('there is a family of dossiers');
const now = Instant.parse('2026-03-20T09:00:00Z');
const [here, there] = [CentreCode.parse('reference'), CentreCode.parse('elsewhere')];
const event = proposalsOf(dossier);
const code = 'H42.17-260302-0001';

const asked = event('ProgressQueried', {});
const submitted = event('DossierSubmitted', { code });
const received = event('DossierReceived', { code });
const step = event('StepCompleted', { step: 'Thẩm định' });

type Said = Omit<Fact, 'id'>;
const at = (centre: CentreCode | null, said: Said, also: Partial<Said> = {}): Said => ({
  ...said,
  centre,
  ...also,
});

/** The entries on record, each at its centre, numbered from 0. */
function onRecord(...said: readonly Said[]): Entry<AnyEvent>[] {
  return said.map(({ centre, ...stated }, number) =>
    entry(number, { ...stated, centre: centre ?? here }),
  );
}

/** The centres at which the facts are recorded; or why one of them is not. */
function decided(
  entries: readonly Entry<AnyEvent>[],
  said: readonly Said[],
  mayWriteFor: (centre: string) => boolean = () => true,
) {
  if (family === undefined) return [];
  const facts = said.map((one, place) => ({ ...one, id: eventId(100 + place) }));
  const isCentre = (centre: string) => centre === here || centre === there;
  const result = decideAll(family, `dossier-${code}`, entries, facts, {
    now,
    isCentre,
    mayWriteFor,
  });
  return 'because' in result ? result.because : result.proposals.map(({ centre }) => centre);
}

const onlyHere = (centre: string) => centre === here;

describe('a record is kept', () => {
  test.each<[string, readonly Said[], CentreCode | null]>([
    ['nowhere, when nothing is on it', [], null],
    ['nowhere, until the dossier is submitted or received', [at(there, asked)], null],
    ['where the dossier was submitted', [at(there, asked), at(here, submitted)], here],
    [
      'where it was received, rather than where it was submitted',
      [at(there, submitted), at(here, received)],
      here,
    ],
    [
      'where it was received first, by two imports',
      [at(here, received), at(there, received)],
      here,
    ],
    [
      'nowhere again, when the reception is withdrawn',
      [at(here, received), at(here, event(withdrawal, {}), { corrects: eventId(0) })],
      null,
    ],
    [
      'where the corrected reception says',
      [at(here, received), at(there, received, { corrects: eventId(0) })],
      there,
    ],
  ])('%s', (_, said, home) => {
    expect(homeOf(family, onRecord(...said))).toBe(home);
  });

  test('nowhere, in a family in which nothing opens a record', () => {
    expect(homeOf({ opens: [] }, onRecord(at(here, received)))).toBeNull();
  });
});

describe('who may write', () => {
  test('until a record is kept somewhere: everyone, for their own centre', () => {
    const begun = onRecord(at(there, asked));
    expect(decided(begun, [at(here, received)], onlyHere)).toEqual([here]);
    expect(decided(begun, [at(there, received)], onlyHere)).toBe('entry/other-centre');
  });

  test('from then on those of that centre alone', () => {
    const kept = onRecord(at(here, asked), at(there, received));
    expect(decided(kept, [at(here, step)], onlyHere)).toBe('entry/other-centre');
    expect(decided(kept, [at(null, step)], onlyHere)).toBe('entry/other-centre');
    expect(decided(kept, [at(null, step)])).toEqual([there]);
  });

  test('from then on within one request too', () => {
    expect(decided([], [at(here, asked), at(there, received), at(null, step)])).toEqual([
      here,
      there,
      there,
    ]);
    expect(decided([], [at(there, received), at(here, step)])).toBe('entry/other-centre');
  });

  test('once the reception is withdrawn: everyone again', () => {
    const kept = onRecord(at(there, received));
    const back = at(there, event(withdrawal, {}), { corrects: eventId(0) });
    expect(decided(kept, [back, at(here, received)])).toEqual([there, here]);
  });
});

describe('an entry of another centre', () => {
  const mistaken = event(withdrawal, {});

  test('on a record that nobody keeps is for that centre to correct', () => {
    const begun = onRecord(at(there, asked), at(here, asked));
    const correcting = (number: number) => at(here, mistaken, { corrects: eventId(number) });
    expect(decided(begun, [correcting(0)], onlyHere)).toBe('entry/other-centre');
    expect(decided(begun, [correcting(1)], onlyHere)).toEqual([here]);
  });

  test('is for the centre to correct that keeps the record', () => {
    const kept = onRecord(at(there, asked), at(here, received));
    const back = at(here, mistaken, { corrects: eventId(0) });
    expect(decided(kept, [back], onlyHere)).toEqual([here]);
  });

  test('that was withdrawn comes back only by that centre', () => {
    const back = at(there, mistaken, { corrects: eventId(0) });
    const withdrawn = onRecord(at(there, received), back);
    const again = at(here, mistaken, { corrects: eventId(1) });
    expect(decided(withdrawn, [again], onlyHere)).toBe('entry/other-centre');
    expect(decided(withdrawn, [{ ...again, centre: there }])).toEqual([there]);
  });
});

describe('another centre than that of the record', () => {
  const kept = onRecord(at(here, received));

  test.each([
    ['live', {}],
    ['in a backfill', backfilled],
  ])('is refused %s, also to who may write for both', (_, via) => {
    expect(decided(kept, [at(there, step, via)])).toBe('entry/other-centre');
  });

  test('stands in an import, which keeps what it tells', () => {
    expect(decided(kept, [at(there, step, imported)])).toEqual([there]);
  });
});

describe('the future', () => {
  const later = { occurredAt: Instant.parse('2026-03-20T09:00:00.001Z') };

  test.each([
    ['live', {}],
    ['in a backfill', backfilled],
  ])('is refused %s, and now is not', (_, via) => {
    expect(decided([], [at(here, received, { ...via, ...later })])).toBe('entry/in-the-future');
    expect(decided([], [at(here, received, { ...via, occurredAt: now })])).toEqual([here]);
  });

  test('stands in an import', () => {
    expect(decided([], [at(here, received, { ...imported, ...later })])).toEqual([here]);
  });
});

describe('what happened on a day at a time that nobody stated', () => {
  const receipts = families.get('receipt');
  const said = proposalsOf(receipt);
  const total = { amount: 650_000, currency: 'VND' };
  const issued = said(
    'ReceiptIssued',
    { book: 'B1', number: '7', total },
    '2026-03-09T09:00:00+07:00',
  );
  const voided = said('ReceiptVoided', {}, '2026-03-09T00:00:00+07:00', { precision: 'day' });

  function refusalOf(entries: readonly Entry<AnyEvent>[], facts: readonly Said[]) {
    if (receipts === undefined) throw new TypeError('there is a family of receipts');
    const numbered = facts.map((one, place) => ({ ...one, id: eventId(100 + place) }));
    const result = decideAll(receipts, 'receipt-reference-B1-2026-7', entries, numbered, {
      now,
      isCentre: () => true,
      mayWriteFor: () => true,
    });
    return 'because' in result ? [result.at, result.because] : 'recorded';
  }

  test('is known to what follows, though its day began before its cause', () => {
    const kept = onRecord(at(here, issued), at(here, voided));
    expect(refusalOf(kept, [at(here, voided)])).toEqual([0, 'receipt/already-voided']);
  });

  test('is known so within one request too', () => {
    const all = [at(here, issued), at(here, voided), at(here, voided)];
    expect(refusalOf([], all)).toEqual([2, 'receipt/already-voided']);
  });
});
