/** Months of fees over HTTP: what was done about the money of a month, and the list of it by agency. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, getReady, postTo, type Served, serve } from '../served.ts';

let served: Served;
let accountant: Record<string, string>;

async function start() {
  served = await serve();
  served.clock.now = new Date('2026-04-10T02:00:00.000Z');
  accountant = served.as({ role: 'fee-accountant' });
}
const stop = async () => served[Symbol.asyncDispose]();

const [land, health] = ['H42.17', 'H42.20'];
const dong = (amount: number) => ({ amount, currency: 'VND' });
const happened = (type: string, data: object, also: object = {}) => ({
  type,
  occurredAt: '2026-04-02T09:00:00+07:00',
  centre: 'reference',
  data,
  ...also,
});
const summary = happened('FeeSummarySent', { agency: land, collected: dong(650), receipts: 2 });
const remitted = happened('FeesRemitted', { agency: land, amount: dong(600) });
const agreed = happened('ReconciliationAgreed', { agency: land });
const inMarch = { occurredAt: '2026-03-02T09:00:00+07:00' };
const book = happened(
  'ReceiptBookIssued',
  { year: '2026', range: { book: 'A', from: '0000001', to: '0000100' }, to: 'kt-1' },
  inMarch,
);
const closed = happened('ReceiptBookClosed', { book: 'A', year: '2026', lastUsed: '88' });
const share = happened('RetentionShareDecided', { share: 1_000, from: '2026-03-01' });

const url = '/v1/fee-months/reference/2026-03';

async function record(where: string, ...events: object[]) {
  const answer = await postTo(served.app, accountant, `${where}/events`, { events });
  expect(answer.json()).toMatchObject({ revision: events.length - 1 });
  await served.models.reached(BigInt(answer.json().index), 10_000);
}

async function refusal(where: string, event: object) {
  const answer = await postTo(served.app, accountant, `${where}/events`, event);
  return [answer.statusCode, answer.json().code];
}

async function list(path: string, headers = accountant) {
  const answer = await getReady(served.app, headers, `/v1/${path}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

describe('one month', () => {
  beforeAll(start);
  afterAll(stop);

  test('a month as it stands, with its shares and books', async () => {
    await record(url, book, share, summary, remitted, agreed, closed);
    expect((await get(served.app, accountant, url)).json()).toMatchObject({
      stream: 'fees-reference-2026-03',
      centre: 'reference',
      month: '2026-03',
      agencies: [
        {
          agency: land,
          summaries: 1,
          collected: dong(650),
          remitted: [dong(600)],
          retained: [],
          reconciliation: 'agreed',
        },
      ],
      shares: [{ agency: null, share: 1_000, from: '2026-03-01' }],
      books: [{ range: { book: 'A', from: '1', to: '100' }, to: 'kt-1', lastUsed: '88' }],
    });
    expect((await get(served.app, accountant, `${url}/events`)).json().total).toBe(6);
    expect((await list('receipt-books?book=A')).items).toMatchObject([{ given: 100, issued: 0 }]);
  });

  test('what cannot be true is refused, whatever is on record and beside what is', async () => {
    const february = '/v1/fee-months/reference/2026-02';
    const inFebruary = { occurredAt: '2026-02-02T09:00:00+07:00' };
    const range = { book: 'B', from: '1', to: '100' };
    const given = { ...book, ...inFebruary, data: { year: '2026', range } };
    const closing = { ...closed, data: { book: 'B', year: '2026' } };
    const tooEarly = { ...agreed, ...inMarch };
    const refusals: [string, number, object][] = [
      ['fees/other-centre', 422, { ...summary, centre: 'other' }],
      ['fees/other-month', 422, book],
      ['fees/before-month', 422, { ...summary, occurredAt: '2026-01-31T09:00:00+07:00' }],
      ['fees/no-such-book', 409, closing],
      ['fees/no-summary', 409, agreed],
    ];
    for (const [code, status, event] of refusals) {
      expect(await refusal(february, event)).toEqual([status, code]);
    }
    await record(february, given, closing, summary);
    expect(await refusal(february, given)).toEqual([409, 'fees/numbers-given-out']);
    expect(await refusal(february, closing)).toEqual([409, 'fees/book-closed']);
    expect(await refusal(february, tooEarly)).toEqual([422, 'fees/effect-before-cause']);
  });

  test('there is no month 13', async () => {
    const answer = await get(served.app, accountant, '/v1/fee-months/reference/2026-13');
    expect(answer.statusCode).toBe(400);
  });
});

describe('of a few months', () => {
  afterAll(stop);
  beforeAll(async () => {
    await start();
    await record(url, summary, remitted, agreed);
    await record(
      '/v1/fee-months/reference/2026-02',
      happened('FeesRemitted', { agency: health, amount: dong(5) }),
    );
    const other = { centre: 'other' };
    await record(
      '/v1/fee-months/other/2026-03',
      happened('FeesSettled', { agency: health, period: 'quarter' }, other),
    );
  });

  const rows = {
    march: ['reference', '2026-03', land],
    february: ['reference', '2026-02', health],
    elsewhere: ['other', '2026-03', health],
  };

  async function rowsOf(query: string, headers = accountant) {
    const { items } = await list(`fee-months${query}`, headers);
    return items.map((one: Record<string, string>) => [one['centre'], one['month'], one['agency']]);
  }

  test.each([
    ['', [rows.elsewhere, rows.february, rows.march]],
    [`?agency=${land}`, [rows.march]],
    ['?month=2026-03', [rows.elsewhere, rows.march]],
    ['?reconciliation=agreed', [rows.march]],
    ['?reconciliation=disputed', []],
    ['?centre=other', [rows.elsewhere]],
  ])('fee-months%s', async (query, expected) => {
    expect(await rowsOf(query)).toEqual(expected);
  });

  test('an agency sees what concerns it, and records nothing', async () => {
    const officer = served.as({ role: 'agency-officer', agency: health });
    expect(await rowsOf('', officer)).toEqual([rows.elsewhere, rows.february]);
    expect((await get(served.app, officer, url)).statusCode).toBe(403);
    expect((await get(served.app, officer, '/v1/fee-months/reference/2026-02')).statusCode).toBe(
      200,
    );
    expect((await postTo(served.app, officer, `${url}/events`, agreed)).statusCode).toBe(403);
  });

  test('another centre neither reads nor writes', async () => {
    const there = served.as({ role: 'director', centre: 'other' });
    expect(await rowsOf('', there)).toEqual([rows.elsewhere]);
    expect((await get(served.app, there, url)).statusCode).toBe(403);
    expect((await postTo(served.app, there, `${url}/events`, remitted)).statusCode).toBe(403);
  });

  test.each(['clerk', 'official', 'administrator', 'access-auditor'] as const)(
    'months of fees are not for the %s',
    async (role) => {
      const headers = served.as({ role, official: 'kt-1' });
      for (const address of [url, '/v1/fee-months']) {
        expect((await get(served.app, headers, address)).statusCode).toBe(403);
      }
    },
  );
});
