/** Rosters over HTTP: a centre's month, and who is at which counter. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { get, getReady, postTo, type Served, serve } from '../served.ts';

let served: Served;
let manager: Record<string, string>;
async function begin() {
  served = await serve();
  manager = served.as({ role: 'roster-manager' });
}
const end = async () => served[Symbol.asyncDispose]();

const happened = (type: string, data: object, day = '2026-03-02') => ({
  type,
  occurredAt: `${day}T08:00:00+07:00`,
  data,
});
const line = (official: string, also: object = {}) => ({
  day: '2026-03-03',
  counter: '7',
  official,
  agency: 'H42.17',
  ...also,
});
const published = (...lines: object[]) => happened('RosterPublished', { lines });
const asked = happened('ReplacementAsked', {
  reference: '81',
  official: 'cb-1',
  agency: 'H42.17',
  account: 'Bà Mai phản ánh ba lần',
});

async function post(body: unknown, headers = manager, centre = 'reference') {
  return postTo(served.app, headers, `/v1/rosters/${centre}/2026-03/events`, body);
}

async function record(events: object[], centre = 'reference') {
  const answer = await post({ events }, manager, centre);
  expect(answer.statusCode).toBe(201);
  await served.models.reached(BigInt(answer.json().index), 10_000);
}

async function list(query: string, headers = manager) {
  const answer = await getReady(served.app, headers, `/v1/rosters${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

describe('one month', () => {
  beforeEach(begin);
  afterEach(end);

  test('as it stands, with its trail; its name says which centre it is of', async () => {
    await record([
      published(line('cb-1', { reserve: 'cb-9' }), line('cb-1', { counter: '8' })),
      happened('RosterChanged', { lines: [line('cb-2')], because: 'leave' }),
      happened('RotationNotified', { agency: 'H42.14', from: '2026-03-16' }),
      asked,
      happened('ReplacementAnswered', { reference: '81', outcome: 'agreed' }, '2026-03-04'),
    ]);
    const answer = await get(served.app, manager, '/v1/rosters/reference/2026-03');
    expect(answer.json()).toMatchObject({
      stream: 'roster-reference-2026-03',
      centre: 'reference',
      month: '2026-03',
      lines: [
        { counter: '7', official: 'cb-2', twoCounters: false },
        { counter: '8', official: 'cb-1', hours: null },
      ],
      turns: [{ agency: 'H42.14', takenAt: null }],
      calls: [{ about: 'replacement', official: 'cb-1', outcome: 'agreed', doneAt: null }],
      entries: 5,
    });
    const trail = await get(served.app, manager, '/v1/rosters/reference/2026-03/events');
    expect(trail.json().items[0]).toMatchObject({ label: { vi: 'Ban hành lịch trực quầy' } });
    expect(trail.payload).not.toContain('Mai');
  });

  test.each<[string, number, readonly object[], object]>([
    ['roster/other-month', 422, [], published(line('cb-1', { day: '2026-04-01' }))],
    ['roster/same-official', 422, [], published(line('cb-1', { reserve: 'cb-1' }))],
    ['roster/already-published', 409, [published(line('cb-1'))], published(line('cb-2'))],
    ['roster/not-published', 409, [], happened('RosterChanged', { lines: [line('cb-1')] })],
    ['roster/already-asked', 409, [asked], asked],
    ['roster/nothing-asked', 409, [], happened('ReplacementAnswered', { reference: '81' })],
  ])('%s is answered with %i', async (code, status, past, refused) => {
    if (past.length > 0) await record([...past]);
    expect((await post(refused)).json()).toMatchObject({ status, code });
  });

  test('another centre has a record of its own', async () => {
    const answer = await post({ ...published(line('cb-1')), centre: 'other' });
    expect(answer.json()).toMatchObject({ status: 422, code: 'roster/other-centre' });
  });
});

describe('the list', () => {
  beforeAll(async () => {
    await begin();
    const [early, late] = [
      { hours: { from: '07:30', to: '11:30' } },
      { hours: { from: '13:30', to: '17:30' } },
    ];
    await record([
      published(
        line('cb-1', early),
        line('cb-2', late),
        line('cb-3', { counter: '8', reserve: 'cb-9' }),
      ),
      published(
        line('cb-1', { day: '2026-03-04' }),
        line('cb-1', { day: '2026-03-04', counter: '8' }),
      ),
    ]);
    await record([published(line('cb-5', { agency: 'H42.18' }))], 'other');
  });
  afterAll(end);

  const seen = ({ items }: { items: { day: string; counter: string; official: string }[] }) =>
    items.map(({ day, counter, official }) => `${day.slice(8)} ${counter} ${official}`);

  test.each([
    ['?centre=reference', ['04 8 cb-1', '04 7 cb-1', '03 8 cb-3', '03 7 cb-2', '03 7 cb-1']],
    ['?official=cb-1&from=2026-03-04', ['04 8 cb-1', '04 7 cb-1']],
    ['?counter=8', ['04 8 cb-1', '03 8 cb-3']],
    ['?counter=7&to=2026-03-04&centre=reference', ['03 7 cb-2', '03 7 cb-1']],
    ['?reserve=cb-9', ['03 8 cb-3']],
    ['?agency=H42.18', ['03 7 cb-5']],
    ['?mark=two-counters', ['04 8 cb-1', '04 7 cb-1']],
    ['?official=nobody', []],
  ])('%s', async (query, lines) => {
    const found = await list(query);
    expect(seen(found)).toEqual(lines);
    expect(found.total).toBe(lines.length);
  });

  test('comes in pages', async () => {
    const first = await list('?centre=reference&limit=4');
    expect([seen(first).length, first.total]).toEqual([4, 5]);
    const rest = await list(`?centre=reference&limit=4&cursor=${first.next}`);
    expect(seen(rest)).toEqual(['03 7 cb-1']);
  });

  test('shows an official their own lines, and not what was asked about colleagues', async () => {
    const own = served.as({ role: 'official', official: 'cb-2' });
    expect(seen(await list('', own))).toEqual(['03 7 cb-2']);
    expect((await get(served.app, own, '/v1/rosters?official=cb-1')).statusCode).toBe(403);
    expect((await get(served.app, own, '/v1/rosters/reference/2026-03')).statusCode).toBe(403);
  });

  test('shows an agency its own officials, and not what was asked about others, and a centre its own', async () => {
    const agency = served.as({ role: 'agency-officer', agency: 'H42.18' });
    expect(seen(await list('', agency))).toEqual(['03 7 cb-5']);
    expect((await get(served.app, agency, '/v1/rosters/reference/2026-03')).statusCode).toBe(403);
    const there = served.as({ role: 'roster-manager', centre: 'other' });
    expect(seen(await list('', there))).toEqual(['03 7 cb-5']);
    expect((await get(served.app, there, '/v1/rosters/reference/2026-03')).statusCode).toBe(403);
    expect((await post(published(line('cb-8')), there)).statusCode).toBe(403);
  });

  test('a clerk looks up who is where, and writes nothing', async () => {
    const clerk = served.as({ role: 'clerk' });
    expect(seen(await list('?official=cb-3', clerk))).toEqual(['03 8 cb-3']);
    expect((await get(served.app, clerk, '/v1/rosters/reference/2026-03')).statusCode).toBe(403);
    expect((await post(published(line('cb-8')), clerk)).statusCode).toBe(403);
  });

  test.each(['fee-accountant', 'administrator', 'access-auditor'] as const)(
    'is not for a %s',
    async (role) => {
      const headers = served.as({ role });
      for (const path of ['/v1/rosters', '/v1/rosters/reference/2026-03']) {
        expect((await get(served.app, headers, path)).statusCode).toBe(403);
      }
    },
  );
});
