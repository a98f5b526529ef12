/** The list of roster lines, against the plainest reading of what was published. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { roster } from '../../../src/domain/attendance/roster/vocabulary.ts';
import { CentreCode, Instant } from '../../../src/domain/units.ts';
import { listRosters, RosterFilters } from '../../../src/projections/lists/rosters.ts';
import { centresNamed, inPages, modelOf, pagesOf, plansOf, seenOn } from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { march, variedCentres } from '../../support/varied.ts';

const fact = proposalsOf(roster);
const at = Instant.parse(march(28));
const dayOf = (number: number) => march(number).slice(0, 10);

/** Ten days of four counters at each of two centres. On every third day one official has two of them. */
const lines = Array.from({ length: 10 * 4 * 2 }, (_, n) => {
  const [place, counter, number] = [n % 2, Math.floor(n / 2) % 4, 2 + Math.floor(n / 8)];
  const isDoubled = number % 3 === 0 && counter < 2;
  return {
    centre: variedCentres[place] ?? 'H42',
    place,
    day: dayOf(number),
    counter: `Quầy ${counter}`,
    official: `cb-${place}${isDoubled ? 0 : counter}`,
    reserve: counter === 3 ? `cb-r${place}` : null,
    agency: `Q${counter % 2}`,
    combined: counter === 3,
    mark: isDoubled ? 'two-counters' : null,
  };
});

const happened = variedCentres.map((centre) => {
  const own = lines.filter((line) => line.centre === centre);
  const told = own.map(({ day, counter, official, reserve, agency }) => ({
    day,
    counter,
    official,
    reserve,
    agency,
  }));
  const data = { lines: told, combined: ['Quầy 3'] };
  const there = { centre: CentreCode.parse(centre) };
  return {
    stream: `roster-${centre}-2026-03`,
    fact: fact('RosterPublished', data, march(1), there),
  };
});

/** The last day first; of one day the centre that came on record last, and its last counter. */
const expected = lines
  .toSorted((a, b) => {
    const [one, other] = [a, b].map(({ day, place, counter }) => `${day} ${place} ${counter}`);
    return (one ?? '') < (other ?? '') ? 1 : -1;
  })
  .map(({ day, counter, official, centre, reserve, agency, combined, mark }) => {
    return { day, counter, official, centre, reserve, agency, combined, mark };
  });

describe('at a counter that agencies share, which has one official at a time (KT Đ13.10)', () => {
  const morning = { from: '07:00', to: '11:00' };
  const afternoon = { from: '13:00', to: '17:00' };
  const line = (official: string, hours: typeof morning | null, counter = 'Quầy 12') => {
    return { day: dayOf(2), counter, official, hours };
  };

  test.each([
    ['two of them all day', [line('a', null), line('b', null)], ['a', 'b']],
    ['one all day, one in the morning', [line('a', null), line('b', morning)], ['a', 'b']],
    ['one in the morning, one in the afternoon', [line('a', morning), line('b', afternoon)], []],
    ['the same official twice', [line('a', null), line('a', morning)], []],
    ['two at a counter of one agency', [line('a', null, 'Quầy 1'), line('b', null, 'Quầy 1')], []],
    ['on two days', [line('a', null), { ...line('b', null), day: dayOf(3) }], []],
  ])('%s', async (_, told, marked) => {
    const published = fact('RosterPublished', { lines: told, combined: ['Quầy 12'] }, march(1));
    using model = await modelOf([{ stream: 'roster-reference-2026-03', fact: published }]);
    const filters = RosterFilters.parse({ mark: 'beside-another' });
    const question = { filters, limit: 50, cursor: null, centres: null, at };
    const { items } = listRosters(model.database, question);
    expect(items.map(({ official }) => official).toSorted()).toEqual(marked);
  });

  test('who is wanted at two counters is listed as that', async () => {
    const told = [line('a', null), line('b', null), line('a', null, 'Quầy 1')];
    const published = fact('RosterPublished', { lines: told, combined: ['Quầy 12'] }, march(1));
    using model = await modelOf([{ stream: 'roster-reference-2026-03', fact: published }]);
    const question = { filters: {}, limit: 50, cursor: null, centres: null, at };
    const { items } = listRosters(model.database, question);
    const marks = items.map(({ official, counter, mark }) => `${official} ${counter} ${mark}`);
    expect(marks.toSorted()).toEqual([
      'a Quầy 1 two-counters',
      'a Quầy 12 two-counters',
      'b Quầy 12 beside-another',
    ]);
  });
});

describe('of eighty lines', async () => {
  const model = await modelOf(happened, centresNamed(...variedCentres));
  afterAll(() => model[Symbol.dispose]());
  const ask = (raw: unknown, limit = 500, scope: readonly string[] | null = null) => {
    const filters = RosterFilters.parse(raw);
    return pagesOf((cursor) =>
      listRosters(model.database, { filters, limit, cursor, centres: scope, at }),
    );
  };
  const all = ask({}).flatMap(({ items }) => items);

  test('all are there, the last day first', () => {
    expect(all).toMatchObject(expected);
  });

  test('every page has what fits the filters, each once, in order', () => {
    const some = <Value>(...values: readonly Value[]) =>
      fc.option(fc.constantFrom(...values), { nil: undefined });
    const filters = fc.record({
      official: some('cb-00', 'cb-12', 'nobody'),
      mark: some('two-counters'),
      counter: some('Quầy 0', 'Quầy 3'),
      agency: some('Q0', 'Q1'),
      reserve: some('cb-r1'),
      centre: some(...variedCentres),
      from: some(dayOf(3)),
      to: some(dayOf(3), dayOf(9)),
    });
    const scopes = fc.constantFrom(null, null, ['H42'], [...variedCentres], []);
    fc.assert(
      fc.property(filters, scopes, fc.integer({ min: 1, max: 25 }), (raw, scope, limit) => {
        const asked = RosterFilters.parse(raw);
        const fitting = all.filter(
          (item) =>
            (scope === null || scope.some((code) => code === item.centre)) &&
            (asked.centre ?? item.centre) === item.centre &&
            (asked.official ?? item.official) === item.official &&
            (asked.mark ?? item.mark) === item.mark &&
            (asked.counter ?? item.counter) === item.counter &&
            (asked.agency ?? item.agency) === item.agency &&
            (asked.reserve ?? item.reserve) === item.reserve &&
            (asked.from === undefined || item.day >= asked.from) &&
            (asked.to === undefined || item.day < asked.to),
        );
        expect(seenOn(ask(raw, limit, scope))).toEqual(inPages(fitting, limit));
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    {},
    { official: 'cb-00' },
    { counter: 'Quầy 1', from: dayOf(3) },
    { mark: 'two-counters' },
  ])('%o is read off an index, without sorting', (raw) => {
    const page = { filters: RosterFilters.parse(raw), limit: 3, centres: ['H42'], at };
    const plans = plansOf(model.database, () =>
      listRosters(model.database, { ...page, cursor: null }),
    );
    expect(plans.filter((step) => /SCAN roster_line$|TEMP B-TREE/.test(step))).toEqual([]);
  });
});
