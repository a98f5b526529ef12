/** The list of dossiers: the one that came on record last comes first. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { Instant } from '../../../src/domain/units.ts';
import {
  DossierFilters,
  DossierItem,
  listDossiers,
} from '../../../src/projections/lists/dossiers.ts';
import { centresNamed, inPages, modelOf, pagesOf, plansOf, seenOn } from '../../support/model.ts';
import { march, variedCentres, variedDossiers } from '../../support/varied.ts';

const at = Instant.parse(march(25));

describe('of many dossiers', async () => {
  const dossiers = variedDossiers(90);
  const model = await modelOf(dossiers, centresNamed(...variedCentres));
  const streams = [...new Set(dossiers.map(({ stream }) => stream))];
  afterAll(() => model[Symbol.dispose]());

  const ask = (raw: unknown, limit = 500, scope: readonly string[] | null = null) => {
    const filters = DossierFilters.parse(raw);
    return pagesOf((cursor) =>
      listDossiers(model.database, { filters, limit, cursor, centres: scope, at }),
    );
  };
  const all = ask({}).flatMap(({ items }) => items);

  test('all are there, by the place of their first entry', () => {
    expect(all.map(({ subject }) => subject)).toEqual(streams.toReversed());
    expect(all.map((item) => DossierItem.parse(item))).toEqual(all);
  });

  test('each as it stands', () => {
    expect(all.find(({ code }) => code === 'H42.17-0002')).toEqual({
      code: 'H42.17-0002',
      subject: 'dossier-H42.17-0002',
      centre: 'reference',
      status: 'returned',
      procedure: '1.000',
      channel: 'online',
      receivingUnit: null,
      solvingUnit: 'Q0',
      handlingUnit: null,
      official: 'cv-2',
      step: null,
      receivedAt: Instant.parse(march(4)),
      appointment: Instant.parse(march(12, '17:00:00')),
      decidedAt: null,
      returnedAt: Instant.parse(march(20)),
      lastActivityAt: Instant.parse(march(20)),
      supplements: 0,
      marks: ['without-slip'],
      entries: 2,
    });
  });

  test('every page has what fits the filters, each once, in order', () => {
    const some = <Value>(...values: readonly Value[]) =>
      fc.option(fc.constantFrom(...values), { nil: undefined });
    const filters = fc.record({
      status: some('accepted', 'returned', 'withdrawn', 'finished'),
      centre: some(...variedCentres),
      procedure: some('1.000', '1.001'),
      official: some('cv-0', 'cv-1', 'nobody'),
      solvingUnit: some('Q0', 'Q1'),
      channel: some('online', 'post'),
      mark: some('without-slip', 'early', 'other-channel'),
      receivedFrom: some(march(3), march(4)),
      receivedTo: some(march(4), march(6)),
      q: some('wabo:', 'H42.17-00', 'H42.17-0001', '%', '-'),
    });
    const scopes = fc.constantFrom(null, null, ['H42'], [...variedCentres], []);
    fc.assert(
      fc.property(filters, scopes, fc.integer({ min: 1, max: 40 }), (raw, scope, limit) => {
        const asked = DossierFilters.parse(raw);
        const expected = all.filter(
          (item) =>
            (scope === null || scope.some((code) => code === item.centre)) &&
            (asked.status ?? item.status) === item.status &&
            (asked.centre ?? item.centre) === item.centre &&
            (asked.procedure ?? item.procedure) === item.procedure &&
            (asked.official ?? item.official) === item.official &&
            (asked.solvingUnit ?? item.solvingUnit) === item.solvingUnit &&
            (asked.channel ?? item.channel) === item.channel &&
            (asked.mark === undefined || item.marks.includes(asked.mark)) &&
            (asked.receivedFrom === undefined || (item.receivedAt ?? '') >= asked.receivedFrom) &&
            (asked.receivedTo === undefined || (item.receivedAt ?? 'z') < asked.receivedTo) &&
            item.code.startsWith(asked.q ?? ''),
        );
        expect(seenOn(ask(raw, limit, scope))).toEqual(inPages(expected, limit));
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    {},
    { status: 'returned', receivedFrom: march(3) },
    { official: 'cv-1' },
    { solvingUnit: 'Q1', channel: 'online' },
    { procedure: '1.001' },
  ])('%o is read off an index, without sorting', (raw) => {
    const page = { filters: DossierFilters.parse(raw), limit: 3, centres: ['H42'], at };
    const { next } = listDossiers(model.database, { ...page, cursor: null });
    const plans = [null, next].flatMap((cursor) =>
      plansOf(model.database, () => listDossiers(model.database, { ...page, cursor })),
    );
    expect(plans.filter((step) => /COVERING INDEX/.test(step)).length).toBeGreaterThan(2);
    expect(plans.filter((step) => /SCAN dossier$|TEMP B-TREE/.test(step))).toEqual([]);
  });

  test('a mark is looked up, whatever is asked beside it', () => {
    const asked = { mark: 'without-slip', official: 'cv-2', q: 'H42', receivedFrom: march(3) };
    const page = { filters: DossierFilters.parse(asked), limit: 3, cursor: null, centres: null };
    const plans = plansOf(model.database, () => listDossiers(model.database, { ...page, at }));
    expect(
      plans.filter((step) => /dossier_mark USING PRIMARY KEY \(mark=\?/.test(step)),
    ).toHaveLength(2);
    expect(plans.filter((step) => /TEMP B-TREE/.test(step))).toEqual([]);
  });

  test.each([
    [{ q: 'H42.17-00', status: 'accepted' }, /PRIMARY KEY \(subject>\? AND subject<\?\)/],
    [{ receivedFrom: march(3), receivedTo: march(4) }, /receivedAt>\? AND receivedAt<\?/],
  ])('%o is few, and looked up by that', (raw, looked) => {
    const page = { filters: DossierFilters.parse(raw), limit: 3, cursor: null, centres: ['H42'] };
    const plans = plansOf(model.database, () => listDossiers(model.database, { ...page, at }));
    expect(plans.filter((step) => looked.test(step))).toHaveLength(2); // for the page, and for the total
  });
});
