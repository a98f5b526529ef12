/** A centre's year over HTTP, and the lists of counters, outages, calendar notices and proceedings. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, postTo, type Served, serve } from '../served.ts';

let served: Served;
let director: Record<string, string>;
async function begin() {
  served = await serve();
  director = served.as({ role: 'director' });
}
const end = async () => served[Symbol.asyncDispose]();

const happened = (type: string, data: object, occurredAt = '2026-03-02T09:00:00+07:00') => ({
  type,
  occurredAt,
  data,
});

async function post(year: string, body: object, headers = director, centre = 'reference') {
  const said = { centre, ...body };
  return postTo(served.app, headers, `/v1/centres/${centre}/${year}/events`, said);
}

async function record(year: string, ...events: object[]) {
  for (const event of events)
    expect((await post(year, event)).json()).toMatchObject({ index: expect.any(Number) });
}

async function list(path: string, headers = director) {
  await served.settled();
  const answer = await get(served.app, headers, path);
  expect(answer.json()).not.toHaveProperty('code');
  return answer.json();
}

describe('a year of a centre', () => {
  beforeAll(async () => {
    await begin();
    await record(
      '2026',
      happened('CentreEstablished', { name: 'Trung tâm' }),
      happened('CounterOpened', { counter: '7', agencies: ['H42.17'] }),
      happened('CalendarNoticeIssued', {
        notice: 'TB-1',
        source: 'TB 1',
        off: [{ date: '2026-04-27', reason: 'Giỗ Tổ' }],
      }),
      happened('OutageDeclared', { outage: 'SC-1' }),
      happened('FindingWaived', { finding: 'f-1', reason: 'Người dân đến muộn' }),
    );
  });
  afterAll(end);

  test('as it stands, with its trail', async () => {
    const answer = await get(served.app, director, '/v1/centres/reference/2026');
    expect(answer.json()).toMatchObject({
      stream: 'centre-reference-2026',
      centre: 'reference',
      year: '2026',
      name: 'Trung tâm',
      counters: [{ counter: '7', is: 'opened', from: '2026-03-02' }],
      notices: [{ notice: 'TB-1' }],
      outages: [{ outage: 'SC-1', endedAt: null }],
      proceedings: [{ kind: 'centre' }, { kind: 'waiver', id: 'f-1' }],
      entries: 5,
    });
    const trail = await get(served.app, director, '/v1/centres/reference/2026/events');
    expect(trail.json().items.at(-1).label.vi).toBe('Bỏ qua phát hiện');
    expect(trail.payload).not.toContain('đến muộn');
  });

  test.each<[string, number, object]>([
    ['centre/other-year', 422, happened('CounterOpened', { counter: '8' }, '2025-12-31')],
    ['centre/already-established', 409, happened('CentreEstablished', { name: 'Khác' })],
    ['centre/counter-open', 409, happened('CounterOpened', { counter: '7' })],
    ['centre/name-used', 409, happened('OutageDeclared', { outage: 'SC-1' })],
    ['centre/nothing-to-answer', 409, happened('OutageEnded', { outage: 'SC-9' })],
    ['centre/outage-goes-on', 409, happened('CatchUpCompleted', { outage: 'SC-1' })],
    ['centre/already-waived', 409, happened('FindingWaived', { finding: 'f-1' })],
    ['centre/effect-before-cause', 422, happened('OutageEnded', { outage: 'SC-1' }, '2026-03-01')],
  ])('%s is answered with %i', async (code, status, refused) => {
    expect((await post('2026', refused)).json()).toMatchObject({ status, code });
  });

  test('what is of another centre than its address says is refused', async () => {
    const opened = happened('CounterOpened', { counter: '8' });
    const answer = await postTo(served.app, director, '/v1/centres/reference/2025/events', {
      ...opened,
      centre: 'other',
    });
    expect(answer.json()).toMatchObject({ status: 422, code: 'centre/other-centre' });
  });

  test('a notice that says two things of one day is refused at the door', async () => {
    const day = { date: '2026-04-27', reason: 'Giỗ Tổ' };
    const notice = {
      notice: 'TB-2',
      source: 'TB 2',
      off: [day],
      worked: [{ ...day, hours: 'fri' }],
    };
    const answer = await post('2026', happened('CalendarNoticeIssued', notice));
    expect(answer.json()).toMatchObject({ status: 400, code: 'request/invalid' });
  });

  test('another centre neither reads nor writes it', async () => {
    const there = served.as({ role: 'director', centre: 'other' });
    expect((await get(served.app, there, '/v1/centres/reference/2026')).statusCode).toBe(403);
    expect(
      (await post('2026', happened('OutageEnded', { outage: 'SC-1' }), there)).statusCode,
    ).toBe(403);
  });

  test.each(['clerk', 'official', 'agency-officer', 'fee-accountant', 'administrator'] as const)(
    'is not for a %s',
    async (role) => {
      const caller = served.as({ role, official: 'cb-1', agency: 'H42.17' });
      expect((await get(served.app, caller, '/v1/centres/reference/2026')).statusCode).toBe(403);
      const opened = happened('CounterOpened', { counter: '9' });
      expect((await post('2026', opened, caller)).statusCode).toBe(403);
    },
  );

  test('the list of centres that the program knows stays where it was', async () => {
    expect((await get(served.app, director, '/v1/centres')).statusCode).toBe(200);
  });
});

describe('the lists', () => {
  beforeAll(async () => {
    await begin();
    await record(
      '2025',
      happened(
        'CounterOpened',
        { counter: '7', agencies: ['H42.17'], from: '2025-01-06' },
        '2025-01-05',
      ),
      happened('CounterOpened', { counter: '8', agencies: ['H42.14'] }, '2025-01-06'),
      happened('RegulationAdopted', { number: '743', from: '2025-02-01' }, '2025-01-20'),
      happened('ProfileValueSet', { parameter: 'atOnce', value: 30 }, '2025-01-21'),
      happened('OutageDeclared', { outage: 'SC-0', responsible: 'cb-2' }, '2025-12-31'),
      happened('OutageEnded', { outage: 'SC-0' }, '2026-01-02'),
    );
    await record(
      '2026',
      happened('CounterClosed', { counter: '7', to: '2026-01-31' }, '2026-01-30'),
      happened(
        'CounterChanged',
        { counter: '8', combined: true, agencies: ['H42.14', 'H42.17'] },
        '2026-02-02',
      ),
      happened('RegulationRepealed', { number: '743', to: '2026-02-28' }, '2026-02-20'),
      happened('ProfileValueSet', { parameter: 'atOnce', value: 15 }, '2026-02-21'),
      happened(
        'MeasureProposed',
        { measure: 'DX-1', officials: ['cb-1'], agencies: ['H42.17'] },
        '2026-03-01',
      ),
      happened('ConsultationSent', { matter: 'VD-1', agency: 'H42.14' }, '2026-03-02'),
      happened('OutageDeclared', { outage: 'SC-1', responsible: 'cb-1' }, '2026-03-03'),
      happened('CalendarNoticeIssued', {
        notice: 'TB-1',
        source: 'TB 1',
        off: [{ date: '2026-04-27', reason: 'Giỗ Tổ' }],
        worked: [{ date: '2026-04-25', hours: 'mon', reason: 'Làm bù' }],
        closures: [{ date: '2026-04-24', from: '13:00', to: '17:00', reason: 'Bảo trì' }],
      }),
    );
  });
  afterAll(end);

  type Item = Record<string, unknown>;
  const shown = ({ items }: { items: Item[] }, ...names: string[]) =>
    items.map((item) => names.map((name) => item[name]).join(' '));

  test.each([
    ['', ['8 changed', '7 closed', '8 opened', '7 opened']],
    ['?counter=7', ['7 closed', '7 opened']],
    ['?agency=H42.17', ['8 changed', '7 opened']],
    ['?centre=reference&on=2025-01-05', []],
    ['?on=2025-01-06', ['8 opened', '7 opened']],
    ['?on=2026-01-31', ['8 opened', '7 opened']],
    ['?on=2026-02-01', ['8 opened']],
    ['?on=2026-02-02', ['8 changed']],
    ['?on=2026-02-02&agency=H42.17', ['8 changed']],
  ])('/v1/counters%s', async (query, rows) => {
    const found = await list(`/v1/counters${query}`);
    expect(shown(found, 'counter', 'says')).toEqual(rows);
    expect(found.total).toBe(rows.length);
  });

  test.each([
    ['', ['SC-1', 'SC-0']],
    ['?outage=SC-0', ['SC-0']],
    ['?responsible=cb-1', ['SC-1']],
    ['?state=on', ['SC-1']],
    ['?state=ended', ['SC-0']],
    ['?state=caught-up', []],
    ['?from=2026-01-01T00:00:00Z', ['SC-1']],
    ['?to=2026-01-01T00:00:00Z', ['SC-0']],
  ])('/v1/outages%s', async (query, rows) => {
    expect(shown(await list(`/v1/outages${query}`), 'outage')).toEqual(rows);
  });

  test.each([
    ['', ['2026-04-24 closure', '2026-04-25 worked', '2026-04-27 off']],
    ['?kind=off', ['2026-04-27 off']],
    ['?notice=TB-9', []],
    ['?from=2026-04-25&to=2026-04-27', ['2026-04-25 worked']],
  ])('/v1/calendar-notices%s', async (query, rows) => {
    expect(shown(await list(`/v1/calendar-notices${query}`), 'day', 'kind')).toEqual(rows);
  });

  test.each([
    ['', ['consultation', 'measure', 'profile-value', 'regulation', 'profile-value', 'regulation']],
    ['?kind=measure', ['measure']],
    ['?id=VD-1', ['consultation']],
    ['?agency=H42.14', ['consultation']],
    ['?official=cb-1', ['measure']],
    ['?open=true&from=2026-03-01T00:00:00%2B07:00', ['consultation', 'measure']],
    ['?open=false', ['regulation']],
    ['?kind=regulation&on=2025-01-31', []],
    ['?kind=regulation&on=2025-02-01', ['regulation']],
    ['?kind=regulation&on=2026-02-28', ['regulation']],
    ['?kind=regulation&on=2026-03-01', []],
  ])('/v1/proceedings%s', async (query, rows) => {
    expect(shown(await list(`/v1/proceedings${query}`), 'kind')).toEqual(rows);
  });

  test.each([
    ['2025-01-20', []],
    ['2026-02-20', ['atOnce 30']],
    ['2026-02-21', ['atOnce 15']],
  ])('the value of a parameter on %s', async (on, rows) => {
    const found = await list(`/v1/proceedings?kind=profile-value&on=${on}`);
    expect(shown(found, 'id', 'about')).toEqual(rows);
  });

  test('come in pages', async () => {
    const first = await list('/v1/proceedings?limit=4');
    const rest = await list(`/v1/proceedings?limit=4&cursor=${first.next}`);
    expect([first.total, first.items.length, rest.items.length, rest.next]).toEqual([
      6,
      4,
      2,
      null,
    ]);
  });

  test('show each the proceedings that name them, and everyone what the public may know', async () => {
    const own = served.as({ role: 'official', official: 'cb-1' });
    expect(shown(await list('/v1/proceedings', own), 'kind')).toEqual(['measure']);
    expect((await get(served.app, own, '/v1/proceedings?official=cb-2')).statusCode).toBe(403);
    const agency = served.as({ role: 'agency-officer', agency: 'H42.14' });
    expect(shown(await list('/v1/proceedings', agency), 'kind')).toEqual(['consultation']);
    expect((await list('/v1/counters', agency)).total).toBe(4);
    expect((await list('/v1/outages', own)).total).toBe(2);
  });

  test('show another centre nothing of this one', async () => {
    const there = served.as({ role: 'director', centre: 'other' });
    for (const path of ['counters', 'outages', 'calendar-notices', 'proceedings']) {
      expect((await list(`/v1/${path}`, there)).total).toBe(0);
      expect((await get(served.app, there, `/v1/${path}?centre=reference`)).statusCode).toBe(403);
    }
  });

  test.each(['counters', 'outages', 'calendar-notices', 'proceedings'])(
    '/v1/%s is not for an administrator',
    async (path) => {
      const caller = served.as({ role: 'administrator' });
      expect((await get(served.app, caller, `/v1/${path}`)).statusCode).toBe(403);
    },
  );
});
