/** Late processing over HTTP: the list, its figures under both conventions, and all of it as a file. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conventionTitles } from '../../src/domain/regulations/conventions.ts';
import { get, getReady, post, received, returned, type Served, serve, step } from './served.ts';

let served: Served;
const service = () => served.as({ role: 'service' });
const [overdue, late, kept, soon] = ['0001', '0002', '0003', '0004'].map(
  (number) => `H42.17-260302-${number}`,
);

beforeAll(async () => {
  served = await serve();
  const headers = service();
  const promised = (dossier: string | undefined, at: string, official: string) => {
    const { data, ...fact } = received({}, dossier);
    return { ...fact, data: { ...data, official, appointment: { at } } };
  };
  const reception = '2026-03-05T17:00:00+07:00';
  const evening = returned({ occurredAt: '2026-03-05T19:00:00+07:00' });
  for (const [dossier, facts] of [
    [
      overdue,
      [promised(overdue, reception, 'cv-1203'), step({ data: { step: '=1+1', unit: 'H42.17' } })],
    ],
    [late, [promised(late, reception, 'cv-1204'), evening]],
    [
      kept,
      [promised(kept, reception, 'cv-1203'), returned({ occurredAt: '2026-03-05T16:00:00+07:00' })],
    ],
    [soon, [promised(soon, '2026-03-11T17:00:00+07:00', 'cv-1203')]],
  ] as const) {
    for (const fact of facts) {
      const { statusCode, body } = await post(served.app, headers, fact, dossier);
      if (statusCode !== 201) throw new Error(body);
    }
  }
  await served.settled();
});
afterAll(async () => served[Symbol.asyncDispose]());

const ask = async (url: string, headers = service()) =>
  (await getReady(served.app, headers, url)).json();

describe('GET /v1/late', () => {
  test('without a filter: what is overdue now', async () => {
    expect(await ask('/v1/late')).toMatchObject({
      items: [
        {
          dossier: overdue,
          state: 'overdue',
          strict: { late: true },
          customary: { late: true },
          heldBy: { party: 'agency', unit: 'H42.17' },
          next: { step: 'urge-agency' },
        },
      ],
      total: 1,
      next: null,
    });
  });

  test.each([
    ['within=1', () => [soon]],
    ['within=was-late', () => [late]],
    ['within=was-late&differs=true', () => [late]],
    ['within=overdue&differs=true', () => []],
    ['within=was-late&convention=customary', () => []],
    ['within=overdue&convention=customary', () => [overdue]],
    ['within=any&official=cv-1203', () => [overdue, soon]],
    ['within=any&agency=H42.17', () => [overdue, late, soon]],
    ['within=any&agency=H42.99', () => []],
    ['within=any&heldBy=counter', () => [soon]],
  ])('%s', async (query, expected) => {
    const { items } = await ask(`/v1/late?${query}`);
    expect(items.map(({ dossier }: { dossier: string }) => dossier)).toEqual(expected());
  });

  test('an official sees what is theirs, an agency’s officer what their agency solves', async () => {
    const official = served.as({ role: 'official', official: 'cv-1204' });
    expect((await ask('/v1/late?within=any', official)).total).toBe(1);
    const officer = served.as({ role: 'agency-officer', agency: 'H42.17' });
    expect((await ask('/v1/late?within=any', officer)).total).toBe(3);
    const other = await get(served.app, officer, '/v1/late?agency=H42.99');
    expect(other.json()).toMatchObject({ status: 403, code: 'access/not-yours' });
  });

  test('what cannot be asked is said', async () => {
    const answer = await get(served.app, service(), '/v1/late?within=2');
    expect(answer.json()).toMatchObject({ status: 400, code: 'request/invalid' });
  });
});

test('the totals stand side by side, each with its denominator and the name of its convention', async () => {
  const { items } = await ask('/v1/late-totals?by=agency');
  expect(items).toEqual([
    {
      month: '2026-03',
      centre: 'reference',
      name: 'H42.17',
      dossiers: 4,
      strict: {
        convention: { vi: expect.any(String), en: 'Strict: by the instant, nothing excused' },
        late: 2,
        open: 1,
        onTime: 1,
        ended: 0,
        rate: 0.5,
      },
      customary: {
        convention: {
          vi: expect.any(String),
          en: 'Customary: by date; returned, withdrawn and waiting excused',
        },
        late: 1,
        open: 1,
        onTime: 2,
        ended: 0,
        rate: 0.25,
      },
      differ: 1,
      differing:
        '/v1/late?within=any&differs=true&month=2026-03&centre=reference&agencyWhenDue=H42.17',
    },
  ]);
  expect((await ask(items[0].differing)).items).toMatchObject([{ dossier: late }]);
});

describe('findings', () => {
  test('by state, and by the kind of who owes it', async () => {
    const totalOf = async (query: string) => (await ask(`/v1/findings?${query}`)).total;
    const rule = 'rule=processing-deadline';
    expect(await totalOf(rule)).toBe(2);
    expect(await totalOf(`${rule}&state=open`)).toBe(1);
    expect(await totalOf(`${rule}&state=remedied`)).toBe(1);
    expect(await totalOf(`${rule}&state=waived`)).toBe(0);
    expect(await totalOf(`${rule}&official=cv-1204`)).toBe(1);
    expect(await totalOf(`${rule}&agency=cv-1204`)).toBe(0);
    expect(await totalOf(`${rule}&dueBefore=2026-03-05T10:00:00Z`)).toBe(0);
  });

  test('those on which the conventions differ are asked for, each with what both say', async () => {
    const query = 'rule=processing-deadline&differs=true';
    for (const list of ['/v1/findings', '/v1/duties']) {
      expect(await ask(`${list}?${query}`)).toMatchObject({
        total: 1,
        items: [{ dossier: late, breached: true, customary: { breached: false } }],
      });
    }
  });

  test('of one dossier every list says the same, by each convention', async () => {
    for (const [dossier, strict, customary] of [
      [overdue, true, true],
      [late, true, false],
      [kept, false, false],
      [soon, false, false],
    ] as const) {
      const { items: duties } = await ask(`/v1/dossiers/${dossier}/duties`);
      expect(duties).toContainEqual(
        expect.objectContaining({
          rule: 'processing-deadline',
          breached: strict,
          customary: { breached: customary },
        }),
      );
      const { items: listed } = await ask(`/v1/late?within=any`);
      const row = listed.find((one: { dossier: string }) => one.dossier === dossier);
      const inTime = { strict: { late: false }, customary: { late: false } }; // and finished: no row
      expect(row ?? inTime).toMatchObject({
        strict: { late: strict },
        customary: { late: customary },
      });
    }
  });

  test('counted by rule, with how many duties are late by each convention, and where they differ', async () => {
    const { items } = await ask('/v1/finding-totals?rule=processing-deadline');
    expect(items).toEqual([
      {
        name: 'processing-deadline',
        findings: 2,
        acts: 0,
        strict: { convention: conventionTitles.strict, late: 2 },
        customary: { convention: conventionTitles.customary, late: 1 },
        differ: 1,
        differing: '/v1/findings?differs=true&rule=processing-deadline',
        open: 1,
        remedied: 1,
        stands: 0,
        disputed: 0,
        waived: 0,
      },
    ]);
    expect((await ask(items[0].differing)).items).toMatchObject([{ dossier: late }]);
  });
});

test('the metrics give what is overdue by the name of each convention', async () => {
  const { body } = await get(served.app, service(), '/metrics');
  expect(body).toContain('ledger_dossiers_overdue{convention="strict"} 1');
  expect(body).toContain('ledger_dossiers_overdue{convention="customary"} 1');
  expect(body).toContain('ledger_dossiers_overdue_differing 0');
});

describe('as CSV', () => {
  const file = async (url: string) =>
    served.app.inject({ method: 'GET', url, headers: { ...service(), accept: 'text/csv' } });

  test('all rows, with a byte order mark, names first, lines ended by CRLF', async () => {
    const answer = await file('/v1/late?within=any');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="late.csv"',
      'ledger-position': expect.stringMatching(/^\d+$/),
      'x-content-type-options': 'nosniff',
    });
    expect([...answer.rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = answer.body.split('\r\n');
    expect(lines).toHaveLength(1 + 3 + 1);
    expect(lines[0]).toMatch(/dossier,centre,procedure,agency,/);
    expect(lines.at(-1)).toBe('');
  });

  test('what a spreadsheet would take for a formula is a text', async () => {
    const { body } = await file('/v1/late');
    expect(body).toContain(",'=1+1,");
  });

  test('more than a page is all of it', async () => {
    await using many = await serve();
    const headers = many.as({ role: 'service' });
    const codes = Array.from(
      { length: 230 },
      (_, n) => `H42.17-260301-${String(n).padStart(4, '0')}`,
    );
    for (const code of codes) await post(many.app, headers, received({}, code), code);
    await many.settled();
    const { body } = await many.app.inject({
      method: 'GET',
      url: '/v1/late?agency=H42.17',
      headers: { ...headers, accept: 'application/json;q=0.5, Text/CSV' },
    });
    const found = body.split('\r\n').map((line) => line.split(',')[0]);
    expect(found.slice(1, -1)).toEqual(codes);
  });

  test.each(['/v1/duties', '/v1/duties?state=kept', '/v1/findings'])('%s too', async (url) => {
    const answer = await file(url);
    expect(answer.headers['content-type']).toContain('text/csv');
    const { total } = await ask(url);
    expect(answer.body.split('\r\n')).toHaveLength(total + 2);
  });

  test('a list that has no columns stays JSON, and so does one that is refused', async () => {
    const headers = { ...service(), accept: 'text/csv' };
    expect((await get(served.app, headers, '/v1/late-totals')).headers['content-type']).toContain(
      'application/json',
    );
    const refused = await get(served.app, headers, '/v1/late?within=2');
    expect(refused.headers['content-type']).toContain('application/problem+json');
  });

  test('the document says so', async () => {
    const { paths } = (await get(served.app, {}, '/openapi.json')).json();
    const { content } = paths['/v1/late'].get.responses['200'];
    expect(Object.keys(content)).toEqual(['application/json', 'text/csv']);
    expect(content['text/csv'].schema.description).toContain('heldBy, heldByUnit');
    expect(JSON.stringify(content['application/json'])).toContain('heldWhenDue');
  });
});
