/** Officials over HTTP: one official, the register, and the postings. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, postTo, type Served, serve } from '../served.ts';

let served: Served;
let manager: Record<string, string>;
async function begin() {
  served = await serve();
  manager = served.as({ role: 'roster-manager' });
}
const end = async () => served[Symbol.asyncDispose]();

const happened = (type: string, data: object, centre = 'reference') => ({
  type,
  occurredAt: '2026-03-02T09:00:00+07:00',
  centre,
  data,
});
const registered = (name: string, agency = 'H42.17', centre = 'reference') =>
  happened('OfficialRegistered', { name, agency, telephone: '0229 3888 107' }, centre);
const posted = (data: object = {}) =>
  happened('OfficialPosted', { posting: '214/QĐ', agency: 'H42.17', from: '2026-03-02', ...data });

async function post(id: string, body: unknown, headers = manager) {
  return postTo(served.app, headers, `/v1/officials/${id}/events`, body);
}

async function record(id: string, ...events: object[]) {
  expect((await post(id, { events })).statusCode).toBe(201);
}

async function list(url: string, headers = manager) {
  await served.settled();
  const answer = await get(served.app, headers, url);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}
const officialsIn = ({ items }: { items: { official: string }[] }) =>
  items.map(({ official }) => official);

describe('one official', () => {
  beforeAll(begin);
  afterAll(end);

  test('as they stand, with their trail', async () => {
    await record(
      'cb-1',
      registered('Nguyễn Thị Thu Hà'),
      posted({ standards: { met: true, yearsOfService: 6.5 } }),
      happened('AccountIssued', { account: 'thuha' }),
      happened('AuthorityDelegated', { authority: '15/GUQ', matters: ['Công văn đôn đốc'] }),
      happened('CentreRemarkGiven', { year: '2025', grade: 'good', remark: 'Tận tụy' }),
    );
    const answer = await get(served.app, manager, '/v1/officials/cb-1');
    expect(answer.json()).toMatchObject({
      official: 'cb-1',
      stream: 'official-cb-1',
      name: 'Nguyễn Thị Thu Hà',
      agency: 'H42.17',
      postings: [
        { posting: '214/QĐ', from: '2026-03-02', standards: { met: true, yearsOfService: 6.5 } },
      ],
      accounts: [{ account: 'thuha', closedAt: null }],
      authorities: [{ authority: '15/GUQ', matters: ['Công văn đôn đốc'] }],
      judgements: [{ what: 'remark', year: '2025', grade: 'good' }],
    });
    const trail = await get(served.app, manager, '/v1/officials/cb-1/events');
    expect(trail.json()).toMatchObject({ total: 5 });
    expect(trail.payload).not.toContain('Tận tụy');
  });

  test.each<[string, object]>([
    ['official/not-registered', posted()],
    ['official/not-registered', happened('AccountClosed', { account: 'thuha' })],
  ])('%s is answered with 409', async (code, refused) => {
    expect((await post('nobody', refused)).json()).toMatchObject({ status: 409, code });
  });

  test('the end of what never began is refused', async () => {
    await record('cb-2', registered('Trần Văn Nam'));
    const ends = [
      ['official/no-such-account', happened('AccountClosed', { account: 'thuha' })],
      ['official/no-such-posting', happened('PostingEnded', { posting: '214/QĐ' })],
      ['official/no-such-authority', happened('AuthorityEnded', {})],
    ] as const;
    for (const [code, refused] of ends) {
      expect((await post('cb-2', refused)).json()).toMatchObject({ status: 409, code });
    }
  });
});

describe('the lists', () => {
  beforeAll(async () => {
    await begin();
    await record('cb-1', registered('Nguyễn Thị Thu Hà'), posted({ to: '2027-02-28' }));
    await record(
      'cb-2',
      registered('Trần Văn Nam'),
      posted({ posting: '9/QĐ', capacity: 'reserve', standards: { met: false } }),
      happened('PostingEnded', { on: '2026-03-06', because: 'replaced' }),
    );
    await record(
      'gd-1',
      registered('Lê Thị Mai', 'H42.TTPVHCC', 'other'),
      happened('OfficeTaken', { office: 'director' }, 'other'),
    );
  });
  afterAll(end);

  test.each([
    ['', ['cb-1', 'cb-2', 'gd-1']],
    ['?official=cb-2', ['cb-2']],
    ['?agency=H42.17', ['cb-1', 'cb-2']],
    ['?office=director', ['gd-1']],
    ['?posting=open', ['cb-1']],
    ['?posting=none', ['gd-1']],
    ['?centre=other', ['gd-1']],
  ])('of officials: %s', async (query, officials) => {
    const found = await list(`/v1/officials${query}`);
    expect(officialsIn(found)).toEqual(officials);
    expect(found.total).toBe(officials.length);
  });

  test('of officials says where each is posted now', async () => {
    const { items } = await list('/v1/officials?agency=H42.17');
    expect(items).toMatchObject([
      { name: 'Nguyễn Thị Thu Hà', posting: 'open', postedTo: '2027-02-28' },
      { name: 'Trần Văn Nam', posting: 'ended', postedTo: '2026-03-06', capacity: 'reserve' },
    ]);
  });

  test.each([
    ['', ['cb-2', 'cb-1']],
    ['?official=cb-1', ['cb-1']],
    ['?state=ended', ['cb-2']],
    ['?standards=missing', ['cb-1']],
    ['?standards=not-met', ['cb-2']],
    ['?capacity=reserve', ['cb-2']],
    ['?on=2026-03-01', []],
    ['?on=2026-03-06', ['cb-2', 'cb-1']],
    ['?on=2026-03-07', ['cb-1']],
    ['?on=2027-03-01', []],
    ['?centre=other', []],
  ])('of postings: %s', async (query, officials) => {
    const found = await list(`/v1/postings${query}`);
    expect(officialsIn(found)).toEqual(officials);
    expect(found.total).toBe(officials.length);
  });

  test('come in pages', async () => {
    const first = await list('/v1/officials?limit=2');
    expect(officialsIn(await list(`/v1/officials?limit=2&cursor=${first.next}`))).toEqual(['gd-1']);
    const newest = await list('/v1/postings?limit=1');
    expect(officialsIn(await list(`/v1/postings?limit=1&cursor=${newest.next}`))).toEqual(['cb-1']);
  });

  test('show each their own', async () => {
    const own = served.as({ role: 'official', official: 'cb-2' });
    expect(officialsIn(await list('/v1/officials', own))).toEqual(['cb-2']);
    expect(officialsIn(await list('/v1/postings', own))).toEqual(['cb-2']);
    expect((await get(served.app, own, '/v1/officials/cb-1')).statusCode).toBe(403);
    expect((await get(served.app, own, '/v1/officials/cb-2')).statusCode).toBe(200);
    const agency = served.as({ role: 'agency-officer', agency: 'H42.17' });
    expect(officialsIn(await list('/v1/officials', agency))).toEqual(['cb-1', 'cb-2']);
    expect((await get(served.app, agency, '/v1/officials/gd-1')).statusCode).toBe(403);
    const there = served.as({ role: 'director', centre: 'other' });
    expect(officialsIn(await list('/v1/officials', there))).toEqual(['gd-1']);
    expect((await post('cb-1', posted(), there)).statusCode).toBe(403);
  });

  test.each(['clerk', 'administrator'] as const)('are not for a %s', async (role) => {
    const headers = served.as({ role });
    expect((await get(served.app, headers, '/v1/officials')).statusCode).toBe(403);
    expect((await get(served.app, headers, '/v1/postings')).statusCode).toBe(403);
    expect((await post('cb-1', posted(), headers)).statusCode).toBe(403);
  });
});
