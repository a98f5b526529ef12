/** The register and the list of postings, against the plainest reading. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { attendance } from '../../../src/domain/attendance/attendance/vocabulary.ts';
import { official } from '../../../src/domain/centre/official/vocabulary.ts';
import { streamName } from '../../../src/domain/stream.ts';
import { CentreCode, Instant } from '../../../src/domain/units.ts';
import {
  listPostings,
  PostingFilters,
  PostingItem,
} from '../../../src/projections/lists/postings.ts';
import {
  listRegister,
  RegisterFilters,
  RegisterItem,
} from '../../../src/projections/lists/register.ts';
import { centresNamed, inPages, modelOf, pagesOf, plansOf, seenOn } from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { march, variedCentres } from '../../support/varied.ts';

const fact = proposalsOf(official);
const at = Instant.parse(march(25));

/** Thirty officials of three agencies at two centres, each posted up to twice; some postings ended. */
const officials = Array.from({ length: 30 }, (_, n) => ({
  id: `cb-${String(n).padStart(2, '0')}`,
  agency: `Q${n % 3}`,
  centre: variedCentres[n % 4 === 0 ? 1 : 0],
  postings: Array.from({ length: n % 3 }, (__, number) => ({
    posting: `${n}/${number}`,
    from: `2026-0${1 + number}-01`,
    to: n % 5 === 0 ? null : `2026-0${3 + number}-28`,
    capacity: n % 2 === 0 ? ('formal' as const) : ('reserve' as const),
    standards: n % 4 === 1 ? { met: n % 8 === 1, yearsOfService: 2.5 } : null,
  })),
  ends: n % 6 === 2,
}));

const happened = officials.flatMap(({ id, agency, centre, postings, ends }) => {
  const there = { centre: CentreCode.parse(centre) };
  return [
    fact('OfficialRegistered', { name: `Công chức ${id}`, agency }, march(1), there),
    ...postings.map((one) => fact('OfficialPosted', { ...one, agency }, march(2), there)),
    ...(ends ? [fact('PostingEnded', { on: '2026-02-15' }, march(3), there)] : []),
  ].map((one) => ({ stream: `official-${id}`, fact: one }));
});

const some = <Value>(...values: readonly Value[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined });
const scopes = fc.constantFrom(null, null, ['H42'], [...variedCentres], []);
const limits = fc.integer({ min: 1, max: 12 });

test('who is posted and was never registered is found, and nobody else', async () => {
  const unknown = {
    stream: 'official-cb-99',
    fact: fact('OfficialPosted', { from: '2026-01-01' }),
  };
  using model = await modelOf([...happened, unknown], centresNamed('reference', ...variedCentres));
  const list = (raw: unknown) =>
    listRegister(model.database, {
      filters: RegisterFilters.parse(raw),
      limit: 50,
      cursor: null,
      centres: null,
      at,
    }).items;
  expect(list({ flaw: 'not-registered' }).map((one) => one.official)).toEqual(['cb-99']);
  expect(new Set(list({}).map(({ flaw }) => flaw))).toEqual(new Set([null, 'not-registered']));
});

describe('the counter and its assets, taken over for a posting (NB Đ6.2đ)', () => {
  const work = proposalsOf(attendance);
  const posted = (data: Partial<Parameters<typeof fact<'OfficialPosted'>>[1]>) => ({
    stream: 'official-cb-07',
    fact: fact('OfficialPosted', { from: '2026-03-02', to: '2026-03-20', ...data }, march(1)),
  });
  const taken = (day: number, posting: string | null = null, whose = 'cb-07') => ({
    stream: streamName('attendance', whose, '2026-03'),
    fact: work('AssetsHandedOver', { posting }, march(day)),
  });
  const own = { posting: '214/QĐ' };

  test.each([
    ['nothing is on record', [posted({})], 'missing'],
    ['on its first day', [posted({}), taken(2)], 'handed-over'],
    ['on its last day', [posted({}), taken(20)], 'handed-over'],
    ['the day after its last', [posted({}), taken(21)], 'missing'],
    ['the day before its first, without a name', [posted(own), taken(1)], 'missing'],
    ['the day before its first, by its name', [posted(own), taken(1, '214/QĐ')], 'handed-over'],
    ['in its days, for another posting', [posted(own), taken(3, '9/QĐ')], 'missing'],
    ['in its days, where the posting has no name', [posted({}), taken(3, '9/QĐ')], 'handed-over'],
    ['where no last day is known', [posted({ to: null }), taken(28)], 'handed-over'],
    ['by another official', [posted({}), taken(3, null, 'cb-08')], 'missing'],
  ] as const)('%s', async (_, facts, expected) => {
    using model = await modelOf([...facts]);
    const listed = (raw: unknown) => {
      const filters = PostingFilters.parse(raw);
      const question = { filters, limit: 50, cursor: null, centres: null, at };
      return listPostings(model.database, question).items.map(({ assets }) => assets);
    };
    expect(listed({})).toEqual([expected]);
    expect(listed({ assets: expected })).toEqual([expected]);
    const other = expected === 'missing' ? 'handed-over' : 'missing';
    expect(listed({ assets: other })).toEqual([]);
  });

  test('at another centre it is for no posting here; and the first hand-over is shown', async () => {
    const elsewhere = work('AssetsHandedOver', {}, march(2), { centre: CentreCode.parse('H42') });
    using model = await modelOf(
      [
        posted({}),
        { stream: streamName('attendance', 'cb-07', '2026-03'), fact: elsewhere },
        taken(4),
        taken(5),
      ],
      centresNamed(...variedCentres),
    );
    const question = { filters: {}, limit: 50, cursor: null, centres: null, at };
    expect(listPostings(model.database, question).items).toMatchObject([
      { centre: 'reference', assets: 'handed-over', assetsAt: Instant.parse(march(4)) },
    ]);
  });
});

describe('longer than so many months (NB Đ6.2a)', () => {
  const listed = async (posting: { from: string; to: string | null }, now: string) => {
    const posted = fact('OfficialPosted', posting, '2024-01-02T08:00:00+07:00');
    using model = await modelOf([{ stream: 'official-cb-07', fact: posted }]);
    const filters = PostingFilters.parse({ longerThan: '18' });
    const question = { filters, limit: 50, cursor: null, centres: null, at: Instant.parse(now) };
    return listPostings(model.database, question).items.length === 1;
  };
  const later = '2026-12-01T08:00:00+07:00';

  test.each([
    ['to the corresponding day', { from: '2024-03-03', to: '2025-09-03' }, later, false],
    ['a day more', { from: '2024-03-03', to: '2025-09-04' }, later, true],
    ['to the end of a shorter month', { from: '2024-08-31', to: '2026-02-28' }, later, false],
    ['a day more than that', { from: '2024-08-31', to: '2026-03-01' }, later, true],
    [
      'without a last day, on the corresponding day',
      { from: '2024-03-03', to: null },
      '2025-09-03T23:59:59+07:00',
      false,
    ],
    [
      'without a last day, from the midnight after it in Vietnam',
      { from: '2024-03-03', to: null },
      '2025-09-04T00:00:00+07:00',
      true,
    ],
  ])('%s', async (_, posting, now, expected) => {
    expect(await listed(posting, now)).toBe(expected);
  });
});

describe('of thirty officials', async () => {
  const model = await modelOf(happened, centresNamed(...variedCentres));
  afterAll(() => model[Symbol.dispose]());
  const question = { at, limit: 500, centres: null as readonly string[] | null };
  const register = (raw: unknown, also: Partial<typeof question> = {}) =>
    pagesOf((cursor) => {
      const filters = RegisterFilters.parse(raw);
      return listRegister(model.database, { ...question, ...also, filters, cursor });
    });
  const postings = (raw: unknown, also: Partial<typeof question> = {}) =>
    pagesOf((cursor) => {
      const filters = PostingFilters.parse(raw);
      return listPostings(model.database, { ...question, ...also, filters, cursor });
    });
  const everybody = register({}).flatMap(({ items }) => items);
  const everyPosting = postings({}).flatMap(({ items }) => items);

  test('all are there, by their numbers', () => {
    expect(everybody.map((item) => item.official)).toEqual(officials.map(({ id }) => id));
    expect(everybody.map((item) => RegisterItem.parse(item))).toEqual(everybody);
  });

  test('so are all postings, those that came last before the others', () => {
    const expected = officials
      .flatMap(({ postings: all }) => all.map(({ posting }) => posting))
      .toReversed();
    expect(everyPosting.map(({ posting }) => posting)).toEqual(expected);
    expect(everyPosting.map((item) => PostingItem.parse(item))).toEqual(everyPosting);
  });

  test('a posting as it stands', () => {
    const last = everyPosting.find(({ posting }) => posting === '5/1');
    expect(last).toMatchObject({
      official: 'cb-05',
      name: 'Công chức cb-05',
      agency: 'Q2',
      firstDay: '2026-02-01',
      lastDay: null,
      capacity: 'reserve',
      state: 'open',
      standards: 'not-met',
      yearsOfService: 2.5,
    });
    const ended = everyPosting.find(({ posting }) => posting === '2/1');
    expect(ended).toMatchObject({ state: 'ended', lastDay: '2026-02-15', standards: 'missing' });
  });

  test('every page of the register has what fits the filters, each once, in order', () => {
    const filters = fc.record({
      official: some('cb-05', 'nobody'),
      agency: some('Q0', 'Q1'),
      posting: some('open', 'ended', 'none'),
      centre: some(...variedCentres),
    });
    fc.assert(
      fc.property(filters, scopes, limits, (raw, centres, limit) => {
        const asked = RegisterFilters.parse(raw);
        const expected = everybody.filter(
          (item) =>
            (centres === null || centres.some((code) => code === item.centre)) &&
            (asked.centre ?? item.centre) === item.centre &&
            (asked.official ?? item.official) === item.official &&
            (asked.agency ?? item.agency) === item.agency &&
            (asked.posting ?? item.posting) === item.posting,
        );
        expect(seenOn(register(raw, { centres, limit }))).toEqual(inPages(expected, limit));
      }),
    );
  });

  test('every page of the postings has what fits the filters, each once, in order', () => {
    const filters = fc.record({
      official: some('cb-05', 'nobody'),
      agency: some('Q0', 'Q1'),
      standards: some('missing', 'met', 'not-met'),
      state: some('open', 'ended'),
      capacity: some('formal', 'reserve'),
      on: some('2026-01-01', '2026-02-15', '2026-02-16', '2026-03-29', '2025-12-31'),
      centre: some(...variedCentres),
    });
    fc.assert(
      fc.property(filters, scopes, limits, (raw, centres, limit) => {
        const { on, ...asked } = PostingFilters.parse(raw);
        const expected = everyPosting.filter(
          (item) =>
            (centres === null || centres.some((code) => code === item.centre)) &&
            (asked.centre ?? item.centre) === item.centre &&
            (asked.official ?? item.official) === item.official &&
            (asked.agency ?? item.agency) === item.agency &&
            (asked.standards ?? item.standards) === item.standards &&
            (asked.state ?? item.state) === item.state &&
            (asked.capacity ?? item.capacity) === item.capacity &&
            (on === undefined || (item.firstDay <= on && (item.lastDay ?? on) >= on)),
        );
        expect(seenOn(postings(raw, { centres, limit }))).toEqual(inPages(expected, limit));
      }),
    );
  });

  test.each([
    ['the register', () => register({ agency: 'Q1' }, { limit: 3, centres: ['H42'] })],
    ['all of it', () => register({}, { limit: 3 })],
    ['postings', () => postings({ on: '2026-02-15' }, { limit: 3, centres: ['H42'] })],
    ['postings without standards', () => postings({ standards: 'missing' }, { limit: 3 })],
  ])('%s is read off an index, without sorting', (_, ask) => {
    const plans = plansOf(model.database, ask);
    expect(plans.filter((step) => /USING (COVERING )?INDEX/.test(step)).length).toBeGreaterThan(1);
    expect(plans.filter((step) => /SCAN (register|posting)$|TEMP B-TREE/.test(step))).toEqual([]);
  });
});
