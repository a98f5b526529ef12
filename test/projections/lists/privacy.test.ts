/** The lists of requests about personal data and of breaches of it: whatever is asked for, they have what fits, page by page, read off an index. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { dataBreach } from '../../../src/domain/privacy/breach/vocabulary.ts';
import { dataRequest } from '../../../src/domain/privacy/request/vocabulary.ts';
import { ninhBinh } from '../../../src/domain/regulations/centres/ninh-binh.ts';
import { CentreCode, Instant } from '../../../src/domain/units.ts';
import {
  DataBreachFilters,
  listDataBreaches,
} from '../../../src/projections/lists/data-breaches.ts';
import {
  DataRequestFilters,
  listDataRequests,
} from '../../../src/projections/lists/data-requests.ts';
import { type Happened, inPages, modelOf, pagesOf, plansOf, seenOn } from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { march } from '../../support/varied.ts';

const ofRequest = proposalsOf(dataRequest);
const ofBreach = proposalsOf(dataBreach);
const at = Instant.parse(march(25));

const codes = ['NB', 'H42'] as const;
const centres = new Map(
  codes.map((code) => [code, { ...ninhBinh, code: CentreCode.parse(code) }] as const),
);
const asks = ['view', 'correct', 'delete', 'restrict'] as const;
const dossiers = ['H42.17-260302-0001', 'H42.17-260302-0002'] as const;

/** Request `number`: of every kind, acknowledged or not, answered in every way or not. */
function request(number: number): Happened[] {
  const outcomes = [
    { outcome: 'done' },
    { outcome: 'refused', ground: 'state-duty' },
    { outcome: 'partly-done', ground: 'state-duty' },
  ] as const;
  const facts = [
    ofRequest(
      'DataRequestReceived',
      {
        asks: asks[number % 4] ?? 'other',
        holder: number % 3 === 0 ? null : `Q${number % 2}`,
        dossier: number % 5 === 0 ? (dossiers[number % 2] ?? null) : null,
      },
      march(2 + (number % 3)),
    ),
    ofRequest('DataRequestAcknowledged', {}, march(6)),
    number % 7 === 0
      ? ofRequest('DataRequestWithdrawn', {}, march(9))
      : ofRequest('DataRequestAnswered', outcomes[number % 3] ?? { outcome: 'done' }, march(9)),
  ].slice(0, 1 + (number % 3));
  return facts.map((fact) => ({ stream: `datarequest-YC-${number}`, fact: kept(fact, number) }));
}

function breach(number: number): Happened[] {
  const kinds = ['lost', 'disclosed', null] as const;
  const facts = [
    ofBreach(
      'DataBreachDetected',
      {
        what: kinds[number % 3] ?? null,
        holder: number % 2 === 0 ? null : 'Q1',
        sensitive: number % 5 === 0 ? null : number % 2 === 0,
        dossiers: number % 4 === 0 ? [...dossiers] : null,
      },
      march(2 + (number % 3)),
    ),
    ofBreach('DataBreachNotified', { to: 'authority' }, march(6)),
    ofBreach('DataBreachDealtWith', { measures: ['access-closed'] }, march(9)),
  ].slice(0, 1 + (number % 3));
  return facts.map((fact) => ({ stream: `databreach-SC-${number}`, fact: kept(fact, number) }));
}

function kept<Fact extends Happened['fact']>(fact: Fact, number: number): Fact {
  return { ...fact, centre: CentreCode.parse(codes[number % 2]) };
}

const count = 60;
const numbers = Array.from({ length: count }, (_, number) => number);
const some = <Value>(...values: readonly Value[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined });
const scopes = fc.constantFrom(null, ['NB'], [...codes], []);

function fits(item: object, asked: object): boolean {
  const values = new Map(Object.entries(item));
  return Object.entries(asked).every(
    ([name, value]) => value === undefined || values.get(name) === value,
  );
}

describe('of many requests', async () => {
  const model = await modelOf(numbers.flatMap(request), centres);
  afterAll(() => model[Symbol.dispose]());

  const ask = (raw: unknown, limit = 500, scope: readonly string[] | null = null) =>
    pagesOf((cursor) => {
      const filters = DataRequestFilters.parse(raw);
      return listDataRequests(model.database, { filters, limit, cursor, centres: scope, at });
    });
  const all = ask({}).flatMap(({ items }) => items);

  test('all are there, the latest on record first', () => {
    expect(all.map(({ id }) => id)).toEqual(numbers.map((number) => `YC-${count - 1 - number}`));
  });

  test('every page has what fits the filters, each once, in order', () => {
    const filters = fc.record({
      asks: some(...asks),
      stage: some('received', 'acknowledged', 'answered', 'withdrawn'),
      holder: some('Q0', 'Q1', 'nobody'),
      outcome: some('done', 'refused'),
      ground: some('state-duty', 'not-held'),
      dossier: some(...dossiers),
      centre: some(...codes),
      receivedFrom: some(march(3), march(4)),
      receivedTo: some(march(3), march(4)),
    });
    fc.assert(
      fc.property(filters, scopes, fc.integer({ min: 1, max: 40 }), (raw, scope, limit) => {
        const { receivedFrom, receivedTo, ...columns } = DataRequestFilters.parse(raw);
        const expected = all.filter(
          (item) =>
            (scope === null || scope.some((code) => code === item.centre)) &&
            fits(item, columns) &&
            (receivedFrom === undefined || (item.receivedAt ?? '') >= receivedFrom) &&
            (receivedTo === undefined || (item.receivedAt ?? 'z') < receivedTo),
        );
        expect(seenOn(ask(raw, limit, scope))).toEqual(inPages(expected, limit));
      }),
      { numRuns: 100 },
    );
  });

  test('it says until when what is owed is owed, and of what is done how long it took', () => {
    const byId = new Map(all.map((item) => [item.id, item]));
    // Received on 2 March at 14:00, a Monday, to correct the data; nothing came of it.
    expect(byId.get('YC-9')).toMatchObject({
      asks: 'correct',
      stage: 'received',
      acknowledgeBy: Instant.parse('2026-03-04T17:30:00+07:00'),
      answerBy: Instant.parse('2026-03-12T17:30:00+07:00'),
      daysTaken: null,
    });
    expect(byId.get('YC-1')).toMatchObject({
      stage: 'acknowledged',
      acknowledgeBy: null,
      answerBy: Instant.parse('2026-03-13T17:30:00+07:00'),
    });
    expect(byId.get('YC-2')).toMatchObject({
      stage: 'answered',
      acknowledgeBy: null,
      answerBy: null,
      daysTaken: 5,
    });
    expect(byId.get('YC-14')).toMatchObject({ stage: 'withdrawn', answerBy: null });
    expect(byId.get('YC-3')).toMatchObject({ asks: 'restrict', stage: 'received', answerBy: null });
  });

  test.each([
    {},
    { holder: 'Q1', asks: 'view' },
    { stage: 'received' },
    { ground: 'state-duty' },
    { outcome: 'refused' },
    { dossier: dossiers[0] },
  ])('%o is read off an index, without sorting', (raw) => {
    const page = { filters: DataRequestFilters.parse(raw), limit: 3, centres: ['NB'], at };
    const plans = plansOf(model.database, () =>
      listDataRequests(model.database, { ...page, cursor: null }),
    );
    expect(plans.filter((step) => /COVERING INDEX/.test(step)).length).toBeGreaterThan(1);
    expect(plans.filter((step) => /SCAN (data_request|duty)$|TEMP B-TREE/.test(step))).toEqual([]);
  });
});

describe('of many breaches', async () => {
  const model = await modelOf(numbers.flatMap(breach), centres);
  afterAll(() => model[Symbol.dispose]());

  const ask = (raw: unknown, limit = 500, scope: readonly string[] | null = null) =>
    pagesOf((cursor) => {
      const filters = DataBreachFilters.parse(raw);
      return listDataBreaches(model.database, { filters, limit, cursor, centres: scope, at });
    });
  const all = ask({}).flatMap(({ items }) => items);

  test('all are there, the latest on record first', () => {
    expect(all.map(({ id }) => id)).toEqual(numbers.map((number) => `SC-${count - 1 - number}`));
  });

  test('every page has what fits the filters, each once, in order', () => {
    const filters = fc.record({
      what: some('lost', 'disclosed', 'altered'),
      stage: some('detected', 'notified', 'dealt-with'),
      holder: some('Q1', 'nobody'),
      dossier: some(...dossiers, 'H42.17-260302-0009'),
      centre: some(...codes),
      detectedFrom: some(march(3), march(4)),
      detectedTo: some(march(3), march(4)),
    });
    fc.assert(
      fc.property(filters, scopes, fc.integer({ min: 1, max: 40 }), (raw, scope, limit) => {
        const { detectedFrom, detectedTo, dossier, ...columns } = DataBreachFilters.parse(raw);
        const expected = all.filter(
          (item) =>
            (scope === null || scope.some((code) => code === item.centre)) &&
            fits(item, columns) &&
            (dossier === undefined || item.dossiers.includes(dossier)) &&
            (detectedFrom === undefined || (item.detectedAt ?? '') >= detectedFrom) &&
            (detectedTo === undefined || (item.detectedAt ?? 'z') < detectedTo),
        );
        expect(seenOn(ask(raw, limit, scope))).toEqual(inPages(expected, limit));
      }),
      { numRuns: 100 },
    );
  });

  test('it says until when the authority is to be told, and what is not known', () => {
    const byId = new Map(all.map((item) => [item.id, item]));
    expect(byId.get('SC-0')).toMatchObject({
      stage: 'detected',
      notifyBy: Instant.parse(march(5)),
      sensitive: null,
      measures: null,
      dossiers: [...dossiers],
    });
    expect(byId.get('SC-2')).toMatchObject({
      stage: 'dealt-with',
      notifyBy: null,
      sensitive: true,
      measures: ['access-closed'],
      dossiers: [],
    });
  });

  test.each([{}, { holder: 'Q1' }, { what: 'lost' }, { stage: 'detected' }])(
    '%o is read off an index, without sorting',
    (raw) => {
      const page = { filters: DataBreachFilters.parse(raw), limit: 3, centres: ['NB'], at };
      const plans = plansOf(model.database, () =>
        listDataBreaches(model.database, { ...page, cursor: null }),
      );
      expect(plans.filter((step) => /COVERING INDEX/.test(step)).length).toBeGreaterThan(1);
      expect(plans.filter((step) => /SCAN (data_breach|duty)$|TEMP B-TREE/.test(step))).toEqual([]);
    },
  );
});
