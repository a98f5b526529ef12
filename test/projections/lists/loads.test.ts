/** The loads noted at counters: what is more than the centre set, and whether anybody asked for more officials. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { roster } from '../../../src/domain/attendance/roster/vocabulary.ts';
import { centre } from '../../../src/domain/centre/centre/vocabulary.ts';
import { CentreCode, Instant } from '../../../src/domain/units.ts';
import { LoadFilters, LoadItem, listLoads } from '../../../src/projections/lists/loads.ts';
import {
  centresNamed,
  type Happened,
  inPages,
  modelOf,
  pagesOf,
  plansOf,
  seenOn,
} from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { march, variedCentres } from '../../support/varied.ts';

const fact = proposalsOf(roster);
const stream = 'roster-reference-2026-03';
const at = Instant.parse(march(25));
/** Monday to Friday. */
const week = { from: '2026-03-02', to: '2026-03-06', counter: 'Quầy 7', agency: 'H42.17' };

type Load = Parameters<typeof fact<'LoadNoted'>>[1];
const noted = (load: Partial<Load>): Happened => ({
  stream,
  fact: fact('LoadNoted', { ...week, ...load }, march(6)),
});
const asked = (
  data: Partial<Parameters<typeof fact<'StaffingChangeAsked'>>[1]>,
  when = march(9),
): Happened => ({
  stream,
  fact: fact('StaffingChangeAsked', { agency: 'H42.17', change: 'more', ...data }, when),
});
const set = (parameter: string, value: number | string, from: string): Happened => ({
  stream: 'centre-reference-2026',
  fact: proposalsOf(centre)('ProfileValueSet', { parameter, value, from }, march(1)),
});

async function listOf(happened: readonly Happened[], raw: unknown = {}, when = at) {
  using model = await modelOf(happened);
  const filters = LoadFilters.parse(raw);
  const question = { filters, limit: 50, cursor: null, centres: null, at: when };
  return listLoads(model.database, question, model.centres).items;
}

test('a load says what was counted, and that nobody asked', async () => {
  const items = await listOf([noted({ visitors: 412, dossiers: 187, waitingMinutes: 38 })]);
  expect(items).toMatchObject([
    {
      subject: stream,
      centre: 'reference',
      firstDay: '2026-03-02',
      lastDay: '2026-03-06',
      counter: 'Quầy 7',
      agency: 'H42.17',
      visitors: 412,
      visitorsADay: 82,
      dossiers: 187,
      waitingMinutes: 38,
      notedAt: Instant.parse(march(6)),
      past: true,
      askedAt: null,
    },
  ]);
  expect(items.map((item) => LoadItem.parse(item))).toEqual(items);
});

describe('more than the centre set: 80 visitors a weekday, 30 minutes, where it set nothing', () => {
  test.each([
    ['as many visitors', { visitors: 400 }, false],
    ['one a day more', { visitors: 405 }, true],
    ['as many over a weekend that nobody counts', { visitors: 405, to: '2026-03-08' }, true],
    ['the same over six weekdays', { visitors: 405, to: '2026-03-09' }, false],
    ['of a Saturday alone', { visitors: 81, from: '2026-03-07', to: '2026-03-07' }, true],
    ['of all counters together', { visitors: 405, counter: null }, false],
    ['as long a wait', { waitingMinutes: 30 }, false],
    ['a minute longer', { waitingMinutes: 31 }, true],
    ['a minute longer, at all counters', { waitingMinutes: 31, counter: null }, true],
    ['nothing is known', {}, false],
  ])('%s', async (_, load, past) => {
    expect(await listOf([noted(load)])).toMatchObject([{ past }]);
    expect(await listOf([noted(load)], { past: String(past) })).toHaveLength(1);
    expect(await listOf([noted(load)], { past: String(!past) })).toHaveLength(0);
  });

  test.each([
    ['from that day on', '2026-03-25', '10', true],
    ['not before it', '2026-03-26', '10', false],
    ['what is no number sets nothing', '2026-03-01', 'viel', false],
  ])('a value that its record sets holds: %s', async (_, from, value, past) => {
    const load = noted({ waitingMinutes: 11 });
    expect(await listOf([set('loadWaitingMinutes', value, from), load])).toMatchObject([{ past }]);
  });

  test('of two values the one that holds since later counts', async () => {
    const values = [
      set('loadWaitingMinutes', 60, '2026-03-03'),
      set('loadWaitingMinutes', 5, '2026-03-02'),
    ];
    expect(await listOf([...values, noted({ waitingMinutes: 38 })])).toMatchObject([
      { past: false },
    ]);
  });
});

describe('asked for more officials (BL Đ8.1e, NB Đ6.1đ)', () => {
  const load = noted({ waitingMinutes: 38 });

  test.each([
    ['of the agency, afterwards', [load, asked({})], true],
    ['on its first day, before it was noted', [asked({}, march(2)), load], true],
    ['before its first day', [asked({}, march(1, '23:00:00')), load], false],
    ['for fewer', [load, asked({ change: 'fewer' })], false],
    ['of another agency', [load, asked({ agency: 'H42.14' })], false],
    ['of any, where the load is of all', [noted({ agency: null }), asked({})], true],
    [
      'to replace somebody',
      [
        load,
        { stream, fact: fact('ReplacementAsked', { official: 'a', agency: 'H42.17' }, march(9)) },
      ],
      false,
    ],
  ] as const)('%s', async (_, happened, isAsked) => {
    const found = await listOf([...happened]);
    expect(found.map(({ askedAt }) => askedAt !== null)).toEqual([isAsked]);
    expect(await listOf([...happened], { asked: String(isAsked) })).toHaveLength(1);
    expect(await listOf([...happened], { asked: String(!isAsked) })).toHaveLength(0);
  });

  test('in the record of the month after it, and the first time is shown', async () => {
    const april = asked({}, '2026-04-02T08:00:00+07:00');
    const facts = [load, { ...april, stream: 'roster-reference-2026-04' }, asked({}, march(10))];
    expect(await listOf(facts)).toMatchObject([{ askedAt: Instant.parse(march(10)) }]);
  });
});

describe('of sixty loads', async () => {
  const happened = Array.from({ length: 60 }, (_, n): Happened => {
    const code = variedCentres[n % 2] ?? 'H42';
    const [day, later] = [2 + (n % 9), 2 + (n % 9) + (n % 4)].map((one) => march(one).slice(0, 10));
    const load = {
      from: day ?? '',
      to: later ?? '',
      counter: n % 5 === 0 ? null : `Quầy ${n % 3}`,
      agency: n % 7 === 0 ? null : `Q${n % 3}`,
      visitors: n % 4 === 0 ? null : n * 12,
      waitingMinutes: n % 6 === 0 ? null : n,
    };
    const also = { centre: CentreCode.parse(code) };
    return {
      stream: `roster-${code}-2026-03`,
      fact: fact('LoadNoted', load, march(20), also),
    };
  });
  const wanted = {
    stream: 'roster-H42-2026-03',
    fact: fact('StaffingChangeAsked', { agency: 'Q1', change: 'more' }, march(8), {
      centre: CentreCode.parse('H42'),
    }),
  };
  const centres = centresNamed(...variedCentres);
  const model = await modelOf([...happened, wanted], centres);
  afterAll(() => model[Symbol.dispose]());
  const ask = (raw: unknown, limit = 500, scope: readonly string[] | null = null) =>
    pagesOf((cursor) => {
      const filters = LoadFilters.parse(raw);
      return listLoads(model.database, { filters, limit, cursor, centres: scope, at }, centres);
    });
  const all = ask({}).flatMap(({ items }) => items);

  test('all are there, the last day first', () => {
    expect(all).toHaveLength(60);
    const days = all.map(({ lastDay }) => lastDay);
    expect(days).toEqual(days.toSorted().toReversed());
  });

  test('every page has what fits the filters, each once, in order', () => {
    const some = <Value>(...values: readonly Value[]) =>
      fc.option(fc.constantFrom(...values), { nil: undefined });
    const filters = fc.record({
      counter: some('Quầy 0', 'Quầy 2'),
      agency: some('Q1', 'nobody'),
      past: some('true', 'false'),
      asked: some('true', 'false'),
      centre: some(...variedCentres),
      from: some('2026-03-05'),
      to: some('2026-03-05', '2026-03-09'),
    });
    const scopes = fc.constantFrom(null, null, ['H42'], [...variedCentres], []);
    fc.assert(
      fc.property(filters, scopes, fc.integer({ min: 1, max: 25 }), (raw, scope, limit) => {
        const fitting = all.filter(
          (item) =>
            (scope === null || scope.some((code) => code === item.centre)) &&
            (raw.centre ?? item.centre) === item.centre &&
            (raw.counter ?? item.counter) === item.counter &&
            (raw.agency ?? item.agency) === item.agency &&
            (raw.past === undefined || (raw.past === 'true') === item.past) &&
            (raw.asked === undefined || (raw.asked === 'true') === (item.askedAt !== null)) &&
            (raw.from === undefined || item.lastDay >= raw.from) &&
            (raw.to === undefined || item.lastDay < raw.to),
        );
        expect(seenOn(ask(raw, limit, scope))).toEqual(inPages(fitting, limit));
      }),
    );
  });

  test.each([{}, { counter: 'Quầy 1' }, { agency: 'Q1', past: 'true', asked: 'false' }])(
    '%o is read off an index, without sorting',
    (raw) => {
      const plans = plansOf(model.database, () => ask(raw, 3, ['H42']));
      expect(plans.filter((step) => /USING (COVERING )?INDEX counter_load/.test(step))).not.toEqual(
        [],
      );
      expect(plans.filter((step) => /SCAN (counter_load|call)$|TEMP B-TREE/.test(step))).toEqual(
        [],
      );
    },
  );
});
