/** The list of agencies, against the plainest reading: those that fit, by their codes. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { agency } from '../../../src/domain/centre/agency/vocabulary.ts';
import { CentreCode, Instant } from '../../../src/domain/units.ts';
import {
  AgencyFilters,
  AgencyItem,
  listAgencies,
} from '../../../src/projections/lists/agencies.ts';
import { centresNamed, inPages, modelOf, pagesOf, plansOf, seenOn } from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { march, variedCentres } from '../../support/varied.ts';

const fact = proposalsOf(agency);
const at = Instant.parse(march(25));
const kinds = ['department', 'commune', 'vertical'] as const;

/** Forty agencies of two centres; every third came to an end, and another after it. */
const agencies = Array.from({ length: 40 }, (_, n) => ({
  code: `H42.${String((n * 17) % 40).padStart(2, '0')}`,
  centre: variedCentres[n % 5 === 0 ? 1 : 0],
  ended: n % 3 === 0,
  data: {
    name: `Cơ quan ${n}`,
    kind: kinds[n % 3] ?? 'department',
    parent: n % 4 === 0 ? 'H42' : null,
    rotating: [true, false, null][n % 3] ?? null,
    from: n % 6 === 1 ? null : `20${10 + (n % 15)}-01-01`,
  },
}));

const happened = agencies.flatMap(({ code, centre, ended, data }) => {
  const there = { centre: CentreCode.parse(centre) };
  return [
    fact('AgencyEstablished', data, march(1), there),
    ...(ended
      ? [
          fact('ReservePlanMade', {}, march(2), there),
          fact('ModelDossiersPlaced', {}, march(2, '15:00:00'), there),
          fact('AgencySucceeded', { successors: ['H42.99'] }, march(2), there),
          fact('AgencyAbolished', { to: '2025-06-30' }, march(2), there),
        ]
      : []),
  ].map((one) => ({ stream: `agency-${code}`, fact: one }));
});

describe('of forty agencies', async () => {
  const model = await modelOf(happened, centresNamed(...variedCentres));
  afterAll(() => model[Symbol.dispose]());
  const ask = (raw: unknown, limit = 500, centres: readonly string[] | null = null) =>
    pagesOf((cursor) => {
      const filters = AgencyFilters.parse(raw);
      return listAgencies(model.database, { filters, limit, cursor, centres, at });
    });
  const all = ask({}).flatMap(({ items }) => items);

  test('all are there, by their codes', () => {
    expect(all.map(({ code }) => code)).toEqual(agencies.map(({ code }) => code).toSorted());
    expect(all.map((item) => AgencyItem.parse(item))).toEqual(all);
    const ended = all.find(({ code }) => code === 'H42.00');
    expect(ended).toMatchObject({
      lastDay: '2025-06-30',
      successors: ['H42.99'],
      reservePlanAt: Instant.parse(march(2)),
      modelDossiersAt: Instant.parse(march(2, '15:00:00')),
    });
    const other = all.find(({ lastDay }) => lastDay === null);
    expect(other).toMatchObject({ reservePlanAt: null, modelDossiersAt: null });
  });

  test('every page has what fits the filters, each once, in order', () => {
    const some = <Value>(...values: readonly Value[]) =>
      fc.option(fc.constantFrom(...values), { nil: undefined });
    const filters = fc.record({
      code: some('H42.17', 'nobody'),
      kind: some(...kinds),
      parent: some('H42'),
      rotating: some('true', 'false'),
      on: some('2009-12-31', '2015-01-01', '2025-06-30', '2025-07-01'),
      centre: some(...variedCentres),
    });
    const scopes = fc.constantFrom(null, null, ['H42'], [...variedCentres], []);
    fc.assert(
      fc.property(filters, scopes, fc.integer({ min: 1, max: 15 }), (raw, scope, limit) => {
        const { on, rotating, ...asked } = AgencyFilters.parse(raw);
        const expected = all.filter(
          (item) =>
            (scope === null || scope.some((code) => code === item.centre)) &&
            (asked.centre ?? item.centre) === item.centre &&
            (asked.code ?? item.code) === item.code &&
            (asked.kind ?? item.kind) === item.kind &&
            (asked.parent === undefined || asked.parent === item.parent) &&
            (rotating === undefined || item.rotating === (rotating === 'true')) &&
            (on === undefined || ((item.firstDay ?? on) <= on && (item.lastDay ?? on) >= on)),
        );
        expect(seenOn(ask(raw, limit, scope))).toEqual(inPages(expected, limit));
      }),
    );
  });

  test.each([{}, { kind: 'commune' }, { rotating: 'true', on: '2020-01-01' }])(
    '%o is read off an index, without sorting',
    (raw) => {
      const plans = plansOf(model.database, () => ask(raw, 3));
      expect(plans.filter((step) => /USING (COVERING )?INDEX/.test(step)).length).toBeGreaterThan(
        1,
      );
      expect(plans.filter((step) => /SCAN agency$|TEMP B-TREE/.test(step))).toEqual([]);
    },
  );
});
