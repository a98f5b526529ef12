/** Who may call what, beside the walk of every route (walk.test.ts). */
import Fastify from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { guard, mayCall } from '../../src/api/guard.ts';
import { type Policy, policies } from '../../src/api/policy.ts';
import { openAccess, type Role } from '../../src/ledger/access.ts';
import { bearer, code, get, post, received, type Served, serve, step } from './served.ts';

let served: Served;
beforeEach(async () => {
  served = await serve();
});
afterEach(async () => served[Symbol.asyncDispose]());

test('a route that does not say who may call it fails at the start', async () => {
  const app = Fastify();
  using access = openAccess(':memory:');
  guard(app, access);
  expect(() => app.get('/forgotten', async () => 'open to all')).toThrow(
    'GET /forgotten does not say who may call it',
  );
  await app.close();
});

test('an administrator keeps the machine, and sees no dossier', () => {
  const seen = Object.entries<Policy>(policies)
    .filter(([, policy]) => mayCall('administrator', policy))
    .map(([route]) => route);
  expect(seen.filter((route) => route.includes('/v1/'))).toEqual([
    'GET /v1/centres',
    'GET /v1/quarantine',
  ]);
});

describe('metrics', () => {
  test('from the machine itself need no token; through a proxy they do', async () => {
    const near = await served.app.inject({ url: '/metrics', remoteAddress: '127.0.0.1' });
    expect(near.statusCode).toBe(200);
    const proxied = await served.app.inject({
      url: '/metrics',
      remoteAddress: '127.0.0.1',
      headers: { 'x-forwarded-for': '192.0.2.7' },
    });
    expect(proxied.json()).toMatchObject({ status: 401, code: 'access/no-token' });
  });
});

describe('a record is kept by the centre that received the dossier', () => {
  const asked = { type: 'ProgressQueried', occurredAt: '2026-03-01T08:00:00+07:00', data: {} };
  const writes = async (headers: Record<string, string>, body: unknown) => {
    const answer = await post(served.app, headers, body);
    return answer.statusCode === 201 ? 201 : answer.json().code;
  };
  const reads = async (headers: Record<string, string>, query = '') =>
    (await get(served.app, headers, `/v1/dossiers/${code}${query}`)).statusCode;
  const clerks = () => ({
    here: served.as({ role: 'clerk', centre: 'reference' }),
    there: served.as({ role: 'clerk', centre: 'other' }),
  });

  test('and not by the one that wrote first, which from then on neither writes nor reads', async () => {
    const { here, there } = clerks();
    expect(await writes(there, asked)).toBe(201);
    expect(await reads(there)).toBe(200);
    expect(await reads(here)).toBe(403);
    expect(await writes(here, received())).toBe(201);
    expect(await writes(there, asked)).toBe('entry/other-centre');
    expect(await writes(here, step())).toBe(201);
    const state = (await get(served.app, here, `/v1/dossiers/${code}`)).json();
    expect(state).toMatchObject({ centre: 'reference', revision: 2 });
    expect([await reads(here), await reads(there)]).toEqual([200, 403]);
    expect(await reads(here, '?asOf=0')).toBe(404); // what the other wrote is not theirs to read
    expect(await reads(there, '?asOf=0')).toBe(403);
  });

  test('until then whoever has written to it reads it', async () => {
    const { here, there } = clerks();
    await writes(there, asked);
    expect(await writes(here, asked)).toBe(201);
    expect([await reads(here), await reads(there)]).toEqual([200, 200]);
  });

  test('a reception that was withdrawn keeps nobody from the dossier, and shows it to nobody else', async () => {
    const { here, there } = clerks();
    const [corrects] = (await post(served.app, here, received())).json().ids;
    const at = '2026-03-02T09:00:00+07:00';
    await writes(here, { type: 'EntryWithdrawn', occurredAt: at, corrects, data: {} });
    expect(await writes(there, asked)).toBe(201);
    expect(await reads(there)).toBe(403);
    expect(await writes(there, received({ centre: 'other' }))).toBe(201);
    expect([await reads(there), await reads(here)]).toEqual([200, 403]);
  });

  test('and every entry on it is of that centre, whoever writes', async () => {
    const service = served.as({ role: 'service' });
    expect(await writes(service, received())).toBe(201);
    expect(await writes(service, step({ centre: 'other' }))).toBe('entry/other-centre');
    expect(await writes(service, step({ centre: 'reference' }))).toBe(201);
  });

  test('and another centre learns nothing of it, not even how many entries it has', async () => {
    const { here, there } = clerks();
    await writes(here, received());
    for (const expectedRevision of [-1, 0, 99]) {
      const answer = await writes(there, { ...step(), expectedRevision });
      expect([expectedRevision, answer]).toEqual([expectedRevision, 'entry/other-centre']);
    }
    const key = { 'idempotency-key': 'quay3-0001' };
    await post(served.app, { ...here, ...key }, step());
    expect(await writes({ ...there, ...key }, asked)).toBe('entry/other-centre');
  });
});

describe('a token for one centre', () => {
  const here = { role: 'inspector', centre: 'reference' } as const;
  const elsewhere = 'H42.18-260302-0001';
  beforeEach(async () => {
    const service = served.as({ role: 'service' });
    await post(served.app, service, received());
    await post(served.app, service, received({ centre: 'other' }, elsewhere), elsewhere);
    await served.models.reached(1n, 10_000);
  });

  test("reads that centre's records and no others", async () => {
    const headers = served.as(here);
    for (const part of ['', '/events', '/duties', '/findings']) {
      expect((await get(served.app, headers, `/v1/dossiers/${code}${part}`)).statusCode).toBe(200);
      const other = await get(served.app, headers, `/v1/dossiers/${elsewhere}${part}`);
      expect(other.json()).toMatchObject({ status: 403, code: 'access/other-centre' });
    }
  });

  test('lists that centre, and is refused another by name', async () => {
    const headers = served.as(here);
    const list = (await get(served.app, headers, '/v1/dossiers')).json();
    expect(list).toMatchObject({ total: 1, items: [{ code }] });
    const other = await get(served.app, headers, '/v1/dossiers?centre=other');
    expect(other.json()).toMatchObject({ status: 403, code: 'access/other-centre' });
    const everywhere = await get(served.app, served.as({ role: 'inspector' }), '/v1/dossiers');
    expect(everywhere.json()).toMatchObject({ total: 2 });
  });

  test('writes for that centre alone', async () => {
    const clerk = served.as({ role: 'clerk', centre: 'reference' });
    expect((await post(served.app, clerk, step())).statusCode).toBe(201);
    const other = await post(served.app, clerk, step(), elsewhere);
    expect(other.json()).toMatchObject({ status: 403, code: 'entry/other-centre' });
  });

  test.each<[Role, object, object]>([
    ['official', { official: 'cv-1203' }, { official: 'cv-9999' }],
    ['agency-officer', { agency: 'H42.17' }, { agency: 'H42.99' }],
  ])('an %s reads what concerns them and nothing else', async (role, own, others) => {
    const mine = served.as({ role, ...own });
    const theirs = served.as({ role, ...others });
    const url = `/v1/dossiers/${code}`;
    expect((await get(served.app, mine, url)).statusCode).toBe(200);
    const refused = await get(served.app, theirs, url);
    expect(refused.json()).toMatchObject({ status: 403, code: 'access/not-yours' });
    expect((await get(served.app, mine, '/v1/dossiers')).json()).toMatchObject({ total: 2 });
    expect((await get(served.app, theirs, '/v1/dossiers')).json()).toMatchObject({ total: 0 });
  });

  test('an official may not ask about another', async () => {
    const headers = served.as({ role: 'official', official: 'cv-1203' });
    for (const query of [
      'dossiers?official=cv-9',
      'duties?bearer=cv-9',
      'official-months?official=cv-9',
    ]) {
      const answer = await get(served.app, headers, `/v1/${query}`);
      expect(answer.json()).toMatchObject({ status: 403, code: 'access/not-yours' });
    }
  });
});

test('a token that is revoked counts no more from the next request on', async () => {
  const { id, token } = served.access.create({ role: 'inspector' });
  expect((await get(served.app, bearer(token), '/v1/centres')).statusCode).toBe(200);
  served.access.revoke(id);
  const answer = await get(served.app, bearer(token), '/v1/centres');
  expect(answer.json()).toMatchObject({ status: 401, code: 'access/bad-token' });
  expect(answer.headers['www-authenticate']).toBe('Bearer');
});
