/** The list of complaints: whatever is asked for, it has what fits, page by page, read off an index. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { complaint } from '../../../src/domain/complaints/complaint/vocabulary.ts';
import { CentreCode, Instant } from '../../../src/domain/units.ts';
import { ComplaintFilters, listComplaints } from '../../../src/projections/lists/complaints.ts';
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

const fact = proposalsOf(complaint);
const at = Instant.parse(march(25));

const kinds = ['feedback', 'question', 'denunciation'] as const;
const matters = ['centre', 'processing', null] as const;

/** Complaint `number`: of every kind, sent on or not, answered or not. */
function varied(number: number): Happened[] {
  const stream = `complaint-PA-${number}`;
  const [kind = 'feedback', matter = null] = [kinds[number % 3], matters[number % 5]];
  const centre = CentreCode.parse(variedCentres[number % variedCentres.length]);
  const data = { kind, channel: 'hotline', againstOfficial: `cv-${number % 2}` } as const;
  const received = fact('ComplaintReceived', data, march(2 + (number % 3)));
  const also = [
    fact('ComplaintClassified', { matter }, march(6)),
    fact('ComplaintForwarded', { to: `Q${number % 2}` }, march(7)),
    fact('ComplaintReplied', {}, march(8)),
  ].slice(0, number % 4);
  return [received, ...also].map((one) => ({
    stream,
    fact: { ...one, centre },
  }));
}

describe('of many complaints', async () => {
  const happened = Array.from({ length: 60 }, (_, number) => varied(number)).flat();
  const model = await modelOf(happened, centresNamed(...variedCentres));
  afterAll(() => model[Symbol.dispose]());

  const ask = (raw: unknown, limit = 500, scope: readonly string[] | null = null) => {
    const filters = ComplaintFilters.parse(raw);
    return pagesOf((cursor) =>
      listComplaints(model.database, { filters, limit, cursor, centres: scope, at }),
    );
  };
  const all = ask({}).flatMap(({ items }) => items);

  test('all are there, the latest on record first', () => {
    expect(all.map(({ id }) => id)).toEqual(
      Array.from({ length: 60 }, (_, number) => `PA-${59 - number}`),
    );
  });

  test('every page has what fits the filters, each once, in order', () => {
    const some = <Value>(...values: readonly Value[]) =>
      fc.option(fc.constantFrom(...values), { nil: undefined });
    const filters = fc.record({
      status: some('received', 'classified', 'forwarded', 'answered'),
      stage: some('open', 'ended'),
      kind: some(...kinds),
      matter: some('centre', 'processing'),
      agency: some('Q0', 'Q1'),
      againstOfficial: some('cv-0', 'cv-1', 'nobody'),
      secrecy: some('none', 'secret'),
      centre: some(...variedCentres),
      receivedFrom: some(march(3), march(4)),
      receivedTo: some(march(3), march(4)),
    });
    const scopes = fc.constantFrom(null, ['H42'], [...variedCentres], []);
    fc.assert(
      fc.property(filters, scopes, fc.integer({ min: 1, max: 40 }), (raw, scope, limit) => {
        const { receivedFrom, receivedTo, ...columns } = ComplaintFilters.parse(raw);
        const expected = all.filter(
          (item) =>
            (scope === null || scope.some((code) => code === item.centre)) &&
            Object.entries(columns).every(
              ([name, value]) =>
                value === undefined || new Map(Object.entries(item)).get(name) === value,
            ) &&
            (receivedFrom === undefined || (item.receivedAt ?? '') >= receivedFrom) &&
            (receivedTo === undefined || (item.receivedAt ?? 'z') < receivedTo),
        );
        expect(seenOn(ask(raw, limit, scope))).toEqual(inPages(expected, limit));
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    {},
    { agency: 'Q1', secrecy: 'none' },
    { againstOfficial: 'cv-1' },
    { status: 'answered' },
    { kind: 'denunciation' },
    { stage: 'open' },
  ])('%o is read off an index, without sorting', (raw) => {
    const page = { filters: ComplaintFilters.parse(raw), limit: 3, centres: ['H42'], at };
    const plans = plansOf(model.database, () =>
      listComplaints(model.database, { ...page, cursor: null }),
    );
    expect(plans.filter((step) => /COVERING INDEX/.test(step)).length).toBeGreaterThan(1);
    expect(plans.filter((step) => /SCAN complaint$|TEMP B-TREE/.test(step))).toEqual([]);
  });
});
