/** Receipts over HTTP: one receipt under its number, the list of them, their books, and what was taken. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, getReady, postTo, type Served, serve } from '../served.ts';

let served: Served;
let accountant: Record<string, string>;

async function start() {
  served = await serve();
  accountant = served.as({ role: 'fee-accountant' });
}
const stop = async () => served[Symbol.asyncDispose]();

const dong = (amount: number) => ({ amount, currency: 'VND' });
const happened = (type: string, data: object, also: object = {}) => ({
  type,
  occurredAt: '2026-03-02T09:00:00+07:00',
  centre: 'reference',
  data,
  ...also,
});
const issued = (number: string, data: object = {}, also: object = {}) =>
  happened(
    'ReceiptIssued',
    {
      book: '01BLP0-001',
      number,
      total: dong(650_000),
      items: [{ kind: 'fee', amount: dong(650_000) }],
      ...data,
    },
    also,
  );
/** Receipts of the refusals: each has a number of its own. */
let count = 200;
const lastYear = { occurredAt: '2025-12-31T09:00:00+07:00' };
const voided = happened('ReceiptVoided', { reason: 'wrong-payer' });

const at = (number: string, { book = '01BLP0-001', year = '2026', centre = 'reference' } = {}) =>
  `/v1/receipts/${centre}/${encodeURIComponent(book)}/${year}/${number}`;

async function record(url: string, ...events: object[]) {
  const answer = await postTo(served.app, accountant, `${url}/events`, { events });
  expect(answer.json()).toMatchObject({ revision: events.length - 1 });
  await served.models.reached(BigInt(answer.json().index), 10_000);
}

async function refusal(url: string, event: object, headers = accountant) {
  const answer = await postTo(served.app, headers, `${url}/events`, event);
  return [answer.statusCode, answer.json().code];
}

async function list(path: string, headers = accountant) {
  const answer = await getReady(served.app, headers, `/v1/${path}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

const numbersIn = ({ items }: { items: { number: string }[] }) => items.map((one) => one.number);

describe('one receipt', () => {
  beforeAll(start);
  afterAll(stop);

  const thatDay = { occurredAt: '2026-03-02' };

  test('a refund of which only the day is known, of the day of the receipt, is of that receipt', async () => {
    const refund = happened('FeeRefunded', { amount: dong(50_000) }, thatDay);
    await record(at('601'), issued('601'), refund);
    const state = (await get(served.app, accountant, at('601'))).json();
    expect(state).toMatchObject({ status: 'partly-refunded' });
  });

  test('what was voided on the day of its issue is voided, and not a second time', async () => {
    const voiding = happened('ReceiptVoided', { reason: 'wrong-payer' }, thatDay);
    await record(at('602'), issued('602'), voiding);
    expect((await get(served.app, accountant, at('602'))).json()).toMatchObject({
      status: 'voided',
    });
    expect(await refusal(at('602'), voiding)).toEqual([409, 'receipt/already-voided']);
  });

  test('a receipt is found under its number, however that is written', async () => {
    await record(at('0000123'), issued('0000123', { payer: 'Nguyễn Thị Mai' }), voided);
    for (const written of ['123', '0000123', '00000123']) {
      const answer = await get(served.app, accountant, at(written));
      expect(answer.json()).toMatchObject({
        stream: 'receipt-reference-01BLP0%2D001-2026-123',
        centre: 'reference',
        book: '01BLP0-001',
        year: '2026',
        number: '123',
        status: 'voided',
        flaw: null,
        voids: 1,
        uses: [{ status: 'voided', total: dong(650_000) }],
      });
      expect(answer.body).not.toContain('Mai');
    }
    const trail = (await get(served.app, accountant, `${at('123')}/events`)).json();
    expect(trail.items).toMatchObject([{ type: 'ReceiptIssued' }, { type: 'ReceiptVoided' }]);
    const { items } = (await get(served.app, accountant, `${at('123')}/findings`)).json();
    // Both were entered a week after they are said to have happened, and 122 numbers were left out.
    expect(items.map(({ rule }: { rule: string }) => rule).toSorted()).toEqual([
      'backdated-entry',
      'backdated-entry',
      'receipt-number-missing',
    ]);
  });

  test.each([
    ['0', '2026'],
    ['123456789', '2026'],
    ['12a', '2026'],
    ['1', '26'],
  ])('there is no receipt %s of %s', async (number, year) => {
    expect((await get(served.app, accountant, at(number, { year }))).statusCode).toBe(400);
  });

  test.each<[string, number, (number: string) => object[], (number: string) => object]>([
    ['receipt/other-centre', 422, () => [], (number) => issued(number, {}, { centre: 'other' })],
    ['receipt/other-number', 422, () => [], () => issued('999')],
    ['receipt/other-year', 422, () => [], (number) => issued(number, {}, lastYear)],
    ['receipt/total-differs', 422, () => [], (number) => issued(number, { total: dong(1) })],
    ['receipt/number-used', 409, (number) => [issued(number)], (number) => issued(number)],
    [
      'receipt/number-voided',
      409,
      (number) => [issued(number), voided],
      (number) => issued(number),
    ],
    ['receipt/already-voided', 409, (number) => [issued(number), voided], () => voided],
    ['receipt/not-issued', 409, () => [], () => voided],
  ])('%s is answered with %i', async (code, status, past, refused) => {
    const number = String((count += 1));
    if (past(number).length > 0) await record(at(number), ...past(number));
    expect(await refusal(at(number), refused(number))).toEqual([status, code]);
  });
});

describe('of a few receipts', () => {
  afterAll(stop);
  beforeAll(async () => {
    await start();
    await record(
      at('1'),
      issued('1', { dossier: 'D-1', agency: 'H42.17', collector: 'kt-1', method: 'cash' }),
    );
    await record(
      at('2'),
      issued('2', { dossier: 'D-2', agency: 'H42.20', collector: 'kt-2', method: 'pos' }),
      voided,
    );
    const other = { centre: 'other' };
    await record(
      at('3', { centre: 'other', book: 'B' }),
      issued('3', { book: 'B' }, { ...other, occurredAt: '2026-03-03T09:00:00+07:00' }),
    );
  });

  test.each([
    ['', ['3', '2', '1']],
    ['?dossier=D-1', ['1']],
    ['?collector=kt-2', ['2']],
    ['?book=B', ['3']],
    ['?agency=H42.17', ['1']],
    ['?status=voided', ['2']],
    ['?method=cash', ['1']],
    ['?year=2025', []],
    ['?flaw=number-used-twice', []],
    ['?centre=other', ['3']],
    ['?issuedFrom=2026-03-03T09:00:00%2B07:00', ['3']],
    ['?issuedTo=2026-03-03T09:00:00%2B07:00', ['2', '1']],
  ])('receipts%s', async (query, numbers) => {
    const found = await list(`receipts${query}`);
    expect(numbersIn(found)).toEqual(numbers);
    expect(found.total).toBe(numbers.length);
  });

  test('a filter that there is not is refused', async () => {
    const answer = await getReady(served.app, accountant, '/v1/receipts?colour=blue');
    expect(answer.statusCode).toBe(400);
  });

  test('books have their numbers and sums', async () => {
    expect((await list('receipt-books')).items).toMatchObject([
      { centre: 'other', book: 'B', issued: 1, voided: 0 },
      {
        centre: 'reference',
        book: '01BLP0-001',
        issued: 2,
        voided: 1,
        firstNumber: 1,
        lastNumber: 2,
        sums: [{ currency: 'VND', taken: 650_000, voided: 650_000, refunded: 0 }],
      },
    ]);
    expect((await list('receipt-books?book=B')).total).toBe(1);
    expect((await list('receipt-books?centre=other')).total).toBe(1);
    expect((await list('receipt-books?year=2025')).total).toBe(0);
  });

  test('what was taken is told by month and agency', async () => {
    expect((await list('fee-totals?agency=H42.17')).items).toMatchObject([
      { month: '2026-03', centre: 'reference', currency: 'VND', receipts: 1, total: 650_000 },
    ]);
    expect((await list('fee-totals?month=2026-02')).total).toBe(0);
    expect((await list('fee-totals?monthTo=2026-03')).total).toBe(0);
  });

  test('an official sees what they collected, an agency what is its own', async () => {
    const collector = served.as({ role: 'official', official: 'kt-1' });
    expect(numbersIn(await list('receipts', collector))).toEqual(['1']);
    expect((await get(served.app, collector, at('1'))).statusCode).toBe(200);
    expect((await get(served.app, collector, at('2'))).statusCode).toBe(403);
    const officer = served.as({ role: 'agency-officer', agency: 'H42.20' });
    expect(numbersIn(await list('receipts', officer))).toEqual(['2']);
    expect((await list('fee-totals', officer)).items).toMatchObject([{ agency: 'H42.20' }]);
    expect((await get(served.app, officer, '/v1/receipts?agency=H42.17')).statusCode).toBe(403);
  });

  test('another centre neither reads nor writes', async () => {
    const there = served.as({ role: 'fee-accountant', centre: 'other' });
    expect(numbersIn(await list('receipts', there))).toEqual(['3']);
    expect((await list('receipt-books', there)).items).toMatchObject([{ book: 'B' }]);
    expect((await get(served.app, there, at('1'))).statusCode).toBe(403);
    expect(await refusal(at('1'), voided, there)).toEqual([403, 'entry/other-centre']);
  });

  test.each(['administrator', 'roster-manager', 'access-auditor'] as const)(
    'receipts are not for the %s',
    async (role) => {
      const headers = served.as({ role });
      for (const url of [at('1'), '/v1/receipts', '/v1/receipt-books', '/v1/fee-totals']) {
        expect((await get(served.app, headers, url)).statusCode).toBe(403);
      }
    },
  );

  test('whoever inspects does not write', async () => {
    const inspector = served.as({ role: 'inspector' });
    expect((await get(served.app, inspector, at('1'))).statusCode).toBe(200);
    expect(await refusal(at('1'), voided, inspector)).toEqual([403, 'access/role']);
  });
});
