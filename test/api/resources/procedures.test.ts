/** Procedures over HTTP: one at each centre, those in force on a day, and what they cost. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, postTo, type Served, serve } from '../served.ts';

let served: Served;
let director: Record<string, string>;
beforeAll(async () => {
  served = await serve();
  director = served.as({ role: 'director' });
  await record(
    '1.004199',
    happened('ProcedureChangeTold', { effective: '2026-02-01' }, '2026-01-05'),
    happened(
      'ProcedurePublished',
      {
        code: '1.004199',
        version: '1',
        name: 'Đăng ký biến động',
        agency: 'H42.17',
        field: 'Đất đai',
        components: [{ name: 'Đơn' }],
        term: { days: 10 },
        steps: [{ step: 'Thẩm định', duration: { minutes: 240 } }],
        channels: ['direct', 'online'],
        delegated: false,
        rates: [{ rate: 'P1', kind: 'fee', amount: { amount: 120_000 } }],
        from: '2026-02-01',
      },
      '2026-01-10',
    ),
    happened('ProcedurePosted', { version: '1' }, '2026-01-12'),
    happened(
      'ProcedureChanged',
      { version: '2', term: { days: 8 }, from: '2026-03-01' },
      '2026-02-10',
    ),
    happened(
      'FeeRateChanged',
      { rate: 'P1', amount: { amount: 150_000 }, from: '2026-03-01' },
      '2026-02-11',
    ),
    happened('FeeRateNotified', { rate: 'P1', effective: '2026-03-01' }, '2026-02-12'),
    happened('ProcessApproved', { process: 'QT-1' }, '2026-02-13'),
    happened('ProcessAgreed', { process: 'QT-1', onPortal: true }, '2026-02-14'),
    happened('SpecialWayAgreed', { way: 'rare' }, '2026-02-15'),
  );
  await record(
    '2.000815',
    happened(
      'ProcedurePublished',
      { code: '2.000815', agency: 'H42.14', field: 'Tư pháp' },
      '2026-01-01',
    ),
    happened('ProcedureRepealed', { to: '2026-02-28' }, '2026-02-01'),
  );
  await record('1.004199', { ...published('1.004199', '2026-03-02'), centre: 'other' });
});
afterAll(async () => served[Symbol.asyncDispose]());

const happened = (type: string, data: object, occurredAt: string) => ({ type, occurredAt, data });
const published = (code: string, occurredAt: string) =>
  happened('ProcedurePublished', { code }, occurredAt);

async function post(code: string, body: object, headers = director) {
  const said = { centre: 'reference', ...body };
  return postTo(served.app, headers, `/v1/procedures/${code}/events`, said);
}

async function record(code: string, ...events: object[]) {
  for (const event of events) expect((await post(code, event)).statusCode).toBe(201);
}

async function list(path: string, headers = director) {
  await served.settled();
  const answer = await get(served.app, headers, path);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

describe('one procedure', () => {
  test('as it stands at each centre, with its trail', async () => {
    const answer = await get(served.app, director, '/v1/procedures/1.004199');
    expect(answer.json()).toMatchObject({
      code: '1.004199',
      stream: 'procedure-1.004199',
      entries: 10,
      centres: [
        {
          centre: 'reference',
          versions: [
            { version: '1', from: '2026-02-01', to: '2026-02-28' },
            { version: '2', from: '2026-03-01', to: null, name: 'Đăng ký biến động' },
          ],
          rates: [
            { rate: 'P1', amount: { amount: 120_000, currency: 'VND' }, to: '2026-02-28' },
            { rate: 'P1', amount: { amount: 150_000, currency: 'VND' }, to: null },
          ],
          processes: [{ process: 'QT-1', agreedAt: '2026-02-13T17:00:00.000Z' }],
          ways: [{ way: 'rare', from: '2026-02-15' }],
        },
        { centre: 'other', versions: [{ from: '2026-03-02' }] },
      ],
    });
    const trail = await get(served.app, director, '/v1/procedures/1.004199/events');
    expect(trail.json().items[1].label.vi).toBe('Công bố thủ tục');
  });

  const rate = { rate: 'P9', amount: { amount: 1 } };

  test.each<[string, number, string, object]>([
    ['procedure/code-mismatch', 422, '9', published('8', '2026-03-02')],
    ['procedure/already-published', 409, '1.004199', published('1.004199', '2026-03-02')],
    ['procedure/rate-before-procedure', 409, '9', happened('FeeRateSet', rate, '2026-03-02')],
    ['procedure/not-published', 409, '9', happened('ProcedurePosted', {}, '2026-03-02')],
    ['procedure/repealed', 409, '2.000815', happened('ProcedureChanged', {}, '2026-03-02')],
    [
      'procedure/same-day',
      409,
      '1.004199',
      happened('ProcedureChanged', { from: '2026-03-01' }, '2026-03-02'),
    ],
    [
      'procedure/no-such-rate',
      409,
      '1.004199',
      happened('FeeRatePublished', { rate: 'P9' }, '2026-03-02'),
    ],
    [
      'procedure/no-such-process',
      409,
      '1.004199',
      happened('ProcessAgreed', { process: 'QT-9' }, '2026-03-02'),
    ],
    [
      'procedure/effect-before-cause',
      422,
      '1.004199',
      happened('ProcessAgreed', { process: 'QT-1' }, '2026-02-01'),
    ],
  ])('%s is answered with %i', async (because, status, code, refused) => {
    expect((await post(code, refused)).json()).toMatchObject({ status, code: because });
  });

  test('is read by any agency and official, of those at their centres', async () => {
    const agency = served.as({ role: 'agency-officer', agency: 'H42.14' });
    const official = served.as({ role: 'official', official: 'cb-1', centre: 'other' });
    const asked = ['1.004199', '2.000815'].map((code) => `/v1/procedures/${code}`);
    const answers = async (caller: Record<string, string>) => {
      const found = await Promise.all(asked.map((url) => get(served.app, caller, url)));
      return found.map(({ statusCode }) => statusCode);
    };
    expect(await answers(agency)).toEqual([200, 200]);
    expect(await answers(official)).toEqual([200, 403]);
  });

  test('is read by the centres that deal with it', async () => {
    const there = served.as({ role: 'clerk', centre: 'other' });
    expect((await get(served.app, there, '/v1/procedures/1.004199')).statusCode).toBe(200);
    expect((await get(served.app, there, '/v1/procedures/2.000815')).statusCode).toBe(403);
  });

  test.each(['clerk', 'official', 'roster-manager', 'administrator'] as const)(
    'is not written by a %s',
    async (role) => {
      const caller = served.as({ role, official: 'cb-1' });
      expect((await post('9', published('9', '2026-03-02'), caller)).statusCode).toBe(403);
    },
  );
});

describe('the list of procedures', () => {
  type Item = { code: string; centre: string; firstDay: string };
  const shown = ({ items }: { items: Item[] }) =>
    items.map(({ code, centre, firstDay }) => `${code} ${centre} ${firstDay}`);

  const theirs = '1.004199 other 2026-03-02';
  const first = '1.004199 reference 2026-02-01';
  const second = '1.004199 reference 2026-03-01';
  const repealed = '2.000815 reference 2026-01-01';

  test.each([
    ['', [theirs, first, second, repealed]],
    ['?centre=reference', [first, second, repealed]],
    ['?code=2.000815', [repealed]],
    ['?agency=H42.17', [first, second]],
    ['?field=T%C6%B0%20ph%C3%A1p', [repealed]],
    ['?on=2026-01-31', [repealed]],
    ['?on=2026-02-28', [first, repealed]],
    ['?on=2026-03-01', [second]],
    ['?on=2026-03-02&agency=H42.17', [second]],
  ])('%s', async (query, rows) => {
    const found = await list(`/v1/procedures${query}`);
    expect(shown(found)).toEqual(rows);
    expect(found.total).toBe(rows.length);
  });

  test('has all of a version, and whether people were told of it', async () => {
    const { items } = await list('/v1/procedures?code=1.004199&centre=reference');
    expect(items).toMatchObject([
      {
        version: '1',
        term: { days: 10 },
        steps: [{ step: 'Thẩm định', duration: { minutes: 240 } }],
        components: [{ name: 'Đơn', copies: 1 }],
        channels: ['direct', 'online'],
        delegated: false,
        saturday: null,
        toldAt: '2026-01-04T17:00:00.000Z',
        postedAt: '2026-01-11T17:00:00.000Z',
      },
      { version: '2', term: { days: 8 }, toldAt: null, postedAt: null },
    ]);
  });

  test('comes in pages', async () => {
    const page = await list('/v1/procedures?limit=3');
    expect(shown(await list(`/v1/procedures?limit=3&cursor=${page.next}`))).toEqual([repealed]);
  });

  test('shows a centre its own', async () => {
    const there = served.as({ role: 'clerk', centre: 'other' });
    expect(shown(await list('/v1/procedures', there))).toEqual([theirs]);
  });

  test.each(['procedures', 'rates'])('/v1/%s is not for an administrator', async (path) => {
    const caller = served.as({ role: 'administrator' });
    expect((await get(served.app, caller, `/v1/${path}`)).statusCode).toBe(403);
  });
});

describe('the list of rates', () => {
  test.each([
    ['', [120_000, 150_000]],
    ['?procedure=1.004199', [120_000, 150_000]],
    ['?rate=P2', []],
    ['?centre=other', []],
    ['?on=2026-01-31', []],
    ['?on=2026-02-28', [120_000]],
    ['?on=2026-03-01', [150_000]],
  ])('%s', async (query, amounts) => {
    const { items } = await list(`/v1/rates${query}`);
    expect(items.map(({ amount }: { amount: number }) => amount)).toEqual(amounts);
  });

  test('says of which change the centre was told, and which it published', async () => {
    expect((await list('/v1/rates')).items).toMatchObject([
      { notifiedAt: null, publishedAt: null },
      { notifiedAt: '2026-02-11T17:00:00.000Z', publishedAt: null, firstDay: '2026-03-01' },
    ]);
  });
});
