/** Bank statements over HTTP: one statement, the list of them, and what came in. */
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
const opened = happened('StatementOpened', {
  account: '1130 0004 2042',
  holder: 'H42.TTPVHCC',
  opening: dong(0),
  closing: dong(700_000),
});
const credited = (credit: string, amount: number, data: object = {}, also: object = {}) =>
  happened('BankCreditRecorded', { credit, amount: dong(amount), ...data }, also);
const matched = (amount: number) =>
  happened('CreditMatched', {
    match: 'DC-1',
    allocations: [
      { credit: 'FT1', book: '01BLP0-001', year: '2026', number: '0000123', amount: dong(amount) },
    ],
  });
const undone = happened('CreditMatchUndone', { match: 'DC-1' });

const url = '/v1/statements/113000042042/2026-03-02';

async function record(where: string, ...events: object[]) {
  const answer = await postTo(served.app, accountant, `${where}/events`, { events });
  expect(answer.json()).toMatchObject({ revision: events.length - 1 });
  await served.models.reached(BigInt(answer.json().index), 10_000);
}

async function list(path: string, headers = accountant) {
  const answer = await getReady(served.app, headers, `/v1/${path}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

const creditsIn = ({ items }: { items: { credit: string }[] }) => items.map((one) => one.credit);

describe('one statement', () => {
  beforeAll(start);
  afterAll(stop);

  test('a statement as it stands, with what each credit pays', async () => {
    const payer = { payer: 'NGUYEN THI MAI', text: 'Mai nop phi' };
    await record(
      url,
      opened,
      credited('FT1', 650_000, payer),
      credited('FT2', 50_000),
      matched(600_000),
    );
    const answer = await get(
      served.app,
      accountant,
      '/v1/statements/1130%200004%202042/2026-03-02',
    );
    expect(answer.json()).toMatchObject({
      stream: 'statement-113000042042-2026-03-02',
      centre: 'reference',
      account: '113000042042',
      id: '2026-03-02',
      holder: 'H42.TTPVHCC',
      closing: dong(700_000),
      credits: [
        {
          credit: 'FT1',
          status: 'partly-matched',
          matched: 600_000,
          receipts: [{ book: '01BLP0-001', year: '2026', number: '123', amount: dong(600_000) }],
        },
        { credit: 'FT2', status: 'open', matched: 0, receipts: [] },
      ],
      debits: [],
      matches: ['DC-1'],
    });
    expect(answer.body.toLowerCase()).not.toContain('mai');
    expect((await get(served.app, accountant, `${url}/events`)).json().total).toBe(4);
  });

  test.each<[string, number, object[], object]>([
    ['statement/other-account', 422, [], { ...opened, data: { account: '2240' } }],
    ['statement/already-opened', 409, [opened], opened],
    ['statement/entry-recorded', 409, [credited('FT1', 1)], credited('FT1', 1)],
    ['statement/no-such-credit', 409, [opened], matched(1)],
    ['statement/matched-beyond', 409, [credited('FT1', 1)], matched(2)],
    ['statement/no-such-match', 409, [credited('FT1', 1)], undone],
  ])('%s is answered with %i', async (code, status, past, refused) => {
    const one = `/v1/statements/113000042042/${encodeURIComponent(code)}`;
    if (past.length > 0) await record(one, ...past);
    const answer = await postTo(served.app, accountant, `${one}/events`, refused);
    expect(answer.json()).toMatchObject({ code, status });
  });
});

describe('of two statements', () => {
  afterAll(stop);
  beforeAll(async () => {
    await start();
    const day = { bookedOn: '2026-03-01', reference: 'D-1' };
    await record(
      url,
      opened,
      credited('FT1', 650_000, day),
      credited('FT2', 50_000),
      matched(650_000),
    );
    const other = { centre: 'other' };
    await record('/v1/statements/2240/1', credited('FT9', 1, { bookedOn: '2026-03-02' }, other));
  });

  test.each([
    ['', ['FT9', 'FT2', 'FT1']],
    ['?credit=FT1', ['FT1']],
    ['?reference=D-1', ['FT1']],
    ['?account=1130+0004+2042', ['FT2', 'FT1']],
    ['?status=matched', ['FT1']],
    ['?status=open', ['FT9', 'FT2']],
    ['?centre=other', ['FT9']],
    ['?bookedFrom=2026-03-02', ['FT9']],
    ['?bookedTo=2026-03-02', ['FT1']],
  ])('bank-credits%s', async (query, credits) => {
    const found = await list(`bank-credits${query}`);
    expect(creditsIn(found)).toEqual(credits);
    expect(found.total).toBe(credits.length);
  });

  test.each([
    ['', ['1', '2026-03-02']],
    ['?account=2240', ['1']],
    ['?holder=H42.TTPVHCC', ['2026-03-02']],
    ['?centre=other', ['1']],
  ])('statements%s', async (query, ids) => {
    const { items, total } = await list(`statements${query}`);
    expect(items.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(total).toBe(ids.length);
  });

  test('another centre neither reads nor writes', async () => {
    const there = served.as({ role: 'director', centre: 'other' });
    expect(creditsIn(await list('bank-credits', there))).toEqual(['FT9']);
    expect((await list('statements', there)).items).toMatchObject([{ account: '2240' }]);
    expect((await get(served.app, there, url)).statusCode).toBe(403);
    expect((await postTo(served.app, there, `${url}/events`, undone)).statusCode).toBe(403);
  });

  test.each(['clerk', 'official', 'agency-officer', 'administrator'] as const)(
    'the accounts are not for the %s',
    async (role) => {
      const headers = served.as({ role, official: 'kt-1', agency: 'H42.TTPVHCC' });
      for (const address of [url, '/v1/statements', '/v1/bank-credits']) {
        expect((await get(served.app, headers, address)).statusCode).toBe(403);
      }
    },
  );

  test('whoever inspects does not write', async () => {
    const inspector = served.as({ role: 'inspector' });
    expect((await get(served.app, inspector, url)).statusCode).toBe(200);
    expect((await postTo(served.app, inspector, `${url}/events`, undone)).statusCode).toBe(403);
  });
});
