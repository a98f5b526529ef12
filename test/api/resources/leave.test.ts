/** Leave over HTTP: one leave, the list, who is away, what overlaps, and the balance of compensatory time. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, postTo, type Served, serve } from '../served.ts';

let served: Served;
let manager: Record<string, string>;
async function begin() {
  served = await serve();
  manager = served.as({ role: 'roster-manager' });
}
const end = async () => served[Symbol.asyncDispose]();

const nine = '2026-03-02T09:00:00+07:00';

const requested = (official = 'cb-1', from = '2026-03-05', to = from, also: object = {}) => ({
  type: 'LeaveRequested',
  occurredAt: nine,
  centre: 'reference',
  data: { official, agency: 'H42.17', kind: 'annual', days: [{ from, to, ...also }] },
});
const happened = (type: string, data: object = {}) => ({ type, occurredAt: '2026-03-03', data });

async function post(id: string, body: unknown, headers = manager) {
  return postTo(served.app, headers, `/v1/leave/${id}/events`, body);
}

async function record(id: string, ...events: object[]) {
  expect((await post(id, { events })).statusCode).toBe(201);
}

async function list(query: string, headers = manager) {
  await served.settled();
  const answer = await get(served.app, headers, `/v1/leave${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}
const idsIn = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);

describe('one leave', () => {
  beforeAll(begin);
  afterAll(end);

  test('as it stands, with its trail', async () => {
    await record(
      'ĐX-17',
      requested(),
      happened('LeaveConfirmedByAgency', { substitute: 'cb-2' }),
      happened('LeaveApproved', { by: 'gd-1' }),
    );
    const answer = await get(served.app, manager, '/v1/leave/%C4%90X-17');
    expect(answer.json()).toMatchObject({
      id: 'ĐX-17',
      stream: 'leave-ĐX-17',
      centre: 'reference',
      status: 'approved',
      official: 'cb-1',
      kind: 'annual',
      days: [{ from: '2026-03-05', to: '2026-03-05', part: 'whole' }],
      substitute: 'cb-2',
      requestedAt: '2026-03-02T02:00:00.000Z',
      entries: 3,
    });
    const trail = (await get(served.app, manager, '/v1/leave/%C4%90X-17/events')).json();
    expect(trail.items.map(({ label }: { label: { vi: string } }) => label.vi)).toEqual([
      'Xin nghỉ',
      'Cơ quan chủ quản xác nhận cho nghỉ',
      'Trung tâm đồng ý cho nghỉ',
    ]);
  });

  test('why somebody asks is sealed', async () => {
    const { data, ...asked } = requested();
    await record('sealed', { ...asked, data: { ...data, reason: 'Đưa con đi khám bệnh' } });
    const { payload } = await get(served.app, manager, '/v1/leave/sealed/events');
    expect(payload).not.toContain('khám bệnh');
  });

  test.each<[string, number, readonly object[], object]>([
    ['leave/nothing-asked', 409, [], happened('LeaveCancelled')],
    ['leave/already-requested', 409, [requested()], requested()],
    ['leave/other-official', 422, [requested()], happened('LeaveTaken', { official: 'cb-9' })],
    ['leave/not-taken', 409, [requested()], happened('ReturnedFromLeave')],
  ])('%s is answered with %i', async (code, status, past, refused) => {
    const id = code.replace('/', ':');
    if (past.length > 0) await record(id, ...past);
    const answer = await post(id, { ...refused, centre: 'reference' });
    expect(answer.json()).toMatchObject({ status, code });
  });

  test('days of one request that overlap are refused', async () => {
    const { data, ...asked } = requested();
    const days = [...data.days, { from: '2026-03-04', to: '2026-03-06', part: 'morning' }];
    const answer = await post('overlap', { ...asked, data: { ...data, days } });
    expect(answer.json()).toMatchObject({ status: 422, code: 'leave/days-overlap' });
  });
});

describe('the list', () => {
  beforeAll(async () => {
    await begin();
    await record('1', requested('cb-1', '2026-03-05', '2026-03-06'));
    await record(
      '2',
      requested('cb-1', '2026-03-06', '2026-03-06', { part: 'morning' }),
      happened('LeaveApproved'),
    );
    await record('3', requested('cb-1', '2026-03-06'), happened('LeaveCancelled'));
    await record('4', { ...requested('cb-2', '2026-03-06'), centre: 'other' });
  });
  afterAll(end);

  test.each([
    ['', ['4', '3', '2', '1']],
    ['?official=cb-1', ['3', '2', '1']],
    ['?status=approved', ['2']],
    ['?kind=sick', []],
    ['?agency=H42.17&centre=reference', ['3', '2', '1']],
    ['?on=2026-03-05', ['1']],
    ['?on=2026-03-06', ['4', '2', '1']],
    ['?on=2026-03-07', []],
    ['?overlapping=true', ['2', '1']],
    ['?overlapping=false', ['4', '3']],
    ['?official=cb-2&overlapping=true', []],
  ])('%s', async (query, ids) => {
    const found = await list(query);
    expect(idsIn(found)).toEqual(ids);
    expect(found.total).toBe(ids.length);
  });

  test('names the leave that each overlaps, and none that came to nothing', async () => {
    const { items } = await list('');
    const overlaps = items.map(({ id, overlaps: with_ }: { id: string; overlaps: string[] }) => [
      id,
      with_,
    ]);
    expect(overlaps).toEqual([
      ['4', []],
      ['3', []],
      ['2', ['1']],
      ['1', ['2']],
    ]);
  });

  test('comes in pages', async () => {
    const first = await list('?limit=3');
    expect([idsIn(first), first.total]).toEqual([['4', '3', '2'], 4]);
    expect(idsIn(await list(`?limit=3&cursor=${first.next}`))).toEqual(['1']);
  });

  test('shows each their own', async () => {
    const own = served.as({ role: 'official', official: 'cb-2' });
    expect(idsIn(await list('', own))).toEqual(['4']);
    expect((await get(served.app, own, '/v1/leave?official=cb-1')).statusCode).toBe(403);
    expect((await get(served.app, own, '/v1/leave/1')).json()).toMatchObject({ status: 403 });
    expect((await get(served.app, own, '/v1/leave/4')).statusCode).toBe(200);
    const agency = served.as({ role: 'agency-officer', agency: 'H42.18' });
    expect(idsIn(await list('', agency))).toEqual([]);
    expect((await get(served.app, agency, '/v1/leave/1')).statusCode).toBe(403);
    const there = served.as({ role: 'roster-manager', centre: 'other' });
    expect(idsIn(await list('', there))).toEqual(['4']);
    expect((await get(served.app, there, '/v1/leave/1')).statusCode).toBe(403);
    expect((await post('1', happened('LeaveApproved'), there)).statusCode).toBe(403);
  });

  test.each(['clerk', 'fee-accountant', 'administrator'] as const)(
    'is not for a %s',
    async (role) => {
      expect((await get(served.app, served.as({ role }), '/v1/leave')).statusCode).toBe(403);
      expect((await post('1', happened('LeaveApproved'), served.as({ role }))).statusCode).toBe(
        403,
      );
    },
  );
});

describe('the balance of compensatory time', () => {
  beforeAll(begin);
  afterAll(end);

  const used = (minutes: number, occurredAt = '2026-03-05') => ({
    type: 'CompensatoryTimeUsed',
    occurredAt,
    data: { minutes },
  });
  const balances = async (query = '', headers = manager) => {
    await served.settled();
    const answer = await get(served.app, headers, `/v1/leave-balances${query}`);
    expect(answer.statusCode).toBe(200);
    return answer.json();
  };

  test('adds up what was used, by official, and up to a month', async () => {
    await record('1', { ...requested(), occurredAt: '2026-02-02' }, used(480, '2026-02-27'));
    await record('2', requested(), used(240));
    await record('3', requested('cb-2'), used(60));
    expect(await balances()).toMatchObject({
      total: 2,
      items: [
        { official: 'cb-1', used: 720, firstMonth: '2026-02', lastMonth: '2026-03' },
        { official: 'cb-2', used: 60 },
      ],
    });
    expect((await balances('?until=2026-02')).items).toMatchObject([
      { official: 'cb-1', used: 480 },
    ]);
    expect((await balances('?official=cb-2')).items).toMatchObject([{ used: 60 }]);
    const own = served.as({ role: 'official', official: 'cb-2' });
    expect((await balances('', own)).items).toMatchObject([{ official: 'cb-2' }]);
  });

  test('has nothing of what was withdrawn', async () => {
    const answer = await post('4', { events: [requested('cb-9'), used(240)] });
    const { ids } = answer.json();
    await record('4', { ...happened('EntryWithdrawn'), corrects: ids[1] });
    expect(await balances('?official=cb-9')).toMatchObject({ items: [], total: 0 });
  });
});
