/** Duties that were kept or ended: counted, and judged again when someone opens the count. */

import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import { historyOf } from '../../../src/domain/regulations/history.ts';
import { Instant } from '../../../src/domain/units.ts';
import { DutyFilters } from '../../../src/projections/lists/duties.ts';
import type { DutyItem } from '../../../src/projections/lists/items.ts';
import {
  countKept,
  judgedMax,
  keptFilters,
  listKept,
} from '../../../src/projections/lists/kept.ts';
import { BadFilters } from '../../../src/projections/lists/paging.ts';
import { dutiesOf } from '../../../src/projections/lists/subject.ts';
import { openModelWriter } from '../../../src/projections/model-file.ts';
import { verdictOn } from '../../../src/projections/verdict.ts';
import {
  centresNamed,
  inPages,
  modelOf,
  pagesOf,
  type SmallModel,
  seenOn,
} from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { march, variedCentres, variedDossiers } from '../../support/varied.ts';

const at = Instant.parse(march(25));

const judging =
  ({ entriesOf, centres, registers }: SmallModel) =>
  (subject: string, upTo: bigint) => {
    const entries = entriesOf(subject).filter(({ index }) => index <= upTo);
    return verdictOn(subject, historyOf(entries), centres, registers).verdict.duties;
  };

describe('of many dossiers', async () => {
  const centres = centresNamed(...variedCentres);
  const dossiers = variedDossiers(60);
  const model = await modelOf(dossiers, centres);
  afterAll(() => model[Symbol.dispose]());

  /** All duties, by the name of the dossier backwards. */
  const streams = [...new Set(dossiers.map(({ stream }) => stream))];
  const all = streams
    .toSorted()
    .toReversed()
    .flatMap((stream) => dutiesOf(model.entriesOf(stream), at, centres, model.registers).duties);

  const some = <Value>(...values: readonly Value[]) =>
    fc.option(fc.constantFrom(...values), { nil: undefined });

  const isOf = (kind: string, code: string | undefined, { bearer }: DutyItem) =>
    code === undefined || (bearer.kind === kind && bearer.code === code);

  test('the list opens the count: every page has what fits, each once, and the total is the count', () => {
    const filters = fc.record({
      state: fc.constantFrom('kept' as const, 'ended' as const),
      rule: some('processing-deadline', 'supplement-once'),
      centre: some(...variedCentres),
      bearer: some('cv-0', 'Q1', 'nobody'),
      agency: some('Q1', 'cv-0'),
      official: some('cv-0', 'Q1'),
      subject: fc.option(fc.constantFrom(...streams), { nil: undefined, freq: 9 }),
      month: some('2026-03', '2026-04'),
      breached: some(false),
      differs: some(false),
    });
    const scopes = fc.constantFrom(null, ['H42'], [...variedCentres], []);
    const limits = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(filters, scopes, limits, (asked, scope, limit) => {
        const fits = (duty: DutyItem) =>
          (scope === null || scope.some((code) => code === duty.centre)) &&
          duty.state === asked.state &&
          (asked.rule ?? duty.rule) === duty.rule &&
          (asked.centre ?? duty.centre) === duty.centre &&
          (asked.bearer ?? duty.bearer.code) === duty.bearer.code &&
          isOf('agency', asked.agency, duty) &&
          isOf('official', asked.official, duty) &&
          (asked.subject ?? duty.subject) === duty.subject &&
          (asked.breached ?? duty.breached) === duty.breached &&
          (asked.differs === undefined || duty.breached === duty.customary.breached) &&
          (asked.month ?? '2026-03') === '2026-03'; // in which all are due
        const question = { filters: asked, limit, centres: scope, at };
        const ask = (cursor: string | null) =>
          listKept(model.database, { ...question, cursor }, centres, judging(model));
        expect(seenOn(pagesOf(ask))).toEqual(inPages(all.filter(fits), limit));
      }),
      { numRuns: 150 },
    );
  });

  test('a duty kept by the time that stood then is among the kept, also where it was moved afterwards', () => {
    const question = { filters: { state: 'kept' as const }, centres: null, at };
    const moved = all.filter(({ state, customary }) => state === 'kept' && customary.breached);
    expect(moved.length).toBeGreaterThan(0);
    expect(countKept(model.database, question, centres)).toBe(
      all.filter(({ state }) => state === 'kept').length,
    );
  });
});

describe('which list answers', () => {
  const asks = (raw: unknown) => keptFilters(DutyFilters.parse(raw));

  test.each([
    {},
    { state: 'open' },
    { state: 'late' },
    { state: 'ended', breached: 'true' },
    { state: 'kept', differs: 'true' },
    { state: 'ended', differs: 'true' },
  ])('%o: these are rows', (raw) => expect(asks(raw)).toBeNull());

  test.each([
    { state: 'kept' },
    { state: 'ended' },
    { state: 'ended', breached: 'false' },
    { state: 'kept', differs: 'false' },
  ])('%o: these were counted', (raw) =>
    expect(asks({ ...raw, month: '2026-03' })).toMatchObject({ month: '2026-03' }),
  );

  test('what was counted by month is not bounded by an instant', () => {
    expect(() => asks({ state: 'kept', dueBefore: march(5) })).toThrow(BadFilters);
  });
});

test('a page judges a bounded number of subjects, and goes on where it stopped', async () => {
  const fact = proposalsOf(dossier);
  const appointment = { at: march(10) };
  const kept = [
    fact('DossierReceived', { code: 'kept', appointment }, march(1)),
    fact('ResultReturned', {}, march(1)),
  ].map((one) => ({ stream: 'dossier-kept', fact: one }));
  using model = await modelOf(kept);
  using writer = openModelWriter(model.file);
  const open = writer.prepare('INSERT INTO judged (subject, centre, kept) VALUES (?, ?, ?)');
  writer.exec('BEGIN');
  for (let number = 0; number < judgedMax; number += 1)
    open.run(`dossier-open-${number}`, 'reference', '[["rule","reference","kept"]]');
  writer.exec('COMMIT');

  let judged = 0;
  const ask = (cursor: string | null) =>
    listKept(
      model.database,
      { filters: { state: 'kept' }, limit: 50, cursor, centres: null, at },
      model.centres,
      (subject, upTo) => {
        judged += 1;
        return judging(model)(subject, upTo);
      },
    );
  const first = ask(null);
  expect(first).toMatchObject({ items: [], total: 1 });
  expect(judged).toBe(judgedMax);
  expect(first.next).not.toBeNull();
  expect(ask(first.next)).toMatchObject({ items: [{ dossier: 'kept' }], total: 1, next: null });
});
