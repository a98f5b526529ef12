/** The register and the list of postings, against the plainest reading. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { official } from '../../../src/domain/centre/official/vocabulary.ts';
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
