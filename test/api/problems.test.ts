/** Problems: one table, with every code that there is, and what the server refuses by itself. */

import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { Problem, titleOf } from '../../src/api/problem.ts';
import { aboutProblem, isProblemCode, problemCodes } from '../../src/api/problem-table.ts';
import { families } from '../../src/domain/families.ts';
import { entryRefusals } from '../../src/ledger/deciding.ts';
import { get, post, received, serve } from './served.ts';

describe('the table', () => {
  test('has every reason for which a fact is refused, in the words of the domain', () => {
    const all = [entryRefusals, ...[...families.values()].map(({ decider }) => decider.refusals)];
    for (const [code, says] of all.flatMap((refusals) => Object.entries(refusals))) {
      expect([code, isProblemCode(code) && aboutProblem(code).says]).toEqual([code, says]);
    }
  });

  test.each(problemCodes.filter(isProblemCode))('%s says what is wrong and what to do', (code) => {
    const { status, says } = aboutProblem(code);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(titleOf(says)).toMatch(/^[A-Z].*[^.:]$/);
  });

  test('is there to be read, each code at the address that is its type', async () => {
    await using served = await serve();
    const { items, total } = (await get(served.app, {}, '/problems')).json();
    expect(total).toBe(problemCodes.length);
    const [first] = items;
    const one = await get(served.app, {}, first.type);
    expect(one.json()).toEqual(first);
    expect((await get(served.app, {}, '/problems/no/such')).statusCode).toBe(404);
  });

  test('whoever opens the list in a browser gets a table', async () => {
    await using served = await serve();
    const accept = 'text/html,application/xhtml+xml,*/*;q=0.8';
    const page = await get(served.app, { accept }, '/problems');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('<a href="/problems/entry/key-reused">');
    expect(page.body.match(/<tr><td>/g)).toHaveLength(problemCodes.length);
  });
});

test('what there is nothing at is a problem, and so is a wrong method', async () => {
  await using served = await serve();
  const nothing = await get(served.app, {}, '/v1/nothing?name=mai');
  expect(nothing.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(Problem.parse(nothing.json())).toEqual({
    type: '/problems/request/not-found',
    code: 'request/not-found',
    title: 'There is nothing at this address',
    status: 404,
    detail: 'There is nothing at this address. The addresses are listed at /docs.',
    instance: '/v1/nothing',
  });
  const wrong = await served.app.inject({ method: 'DELETE', url: '/v1/dossiers/a/events' });
  expect(wrong.json()).toMatchObject({ status: 405, code: 'request/method' });
  expect(String(wrong.headers['allow']).split(', ').toSorted()).toEqual(['GET', 'HEAD', 'POST']);
  const broken = await get(served.app, {}, '/v1/dossiers/%zz');
  expect(broken.json()).toMatchObject({ status: 400, code: 'request/malformed' });
});

test('what is not even HTTP is told so', async () => {
  await using served = await serve();
  const base = await served.app.listen({ host: '127.0.0.1', port: 0 });
  const socket = connect(Number(new URL(base).port), '127.0.0.1');
  socket.write('this is no request\r\n\r\n');
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  const [, body = ''] = answer.split('\r\n\r\n');
  expect(JSON.parse(body)).toMatchObject({ status: 400, code: 'request/malformed' });
});

test('one caller has so many requests a minute; health and the first page are not counted', async () => {
  await using served = await serve({ rateLimit: 3 });
  const [one, other] = [served.as({ role: 'inspector' }), served.as({ role: 'inspector' })];
  for (let number = 0; number < 3; number += 1) {
    expect((await get(served.app, one, '/v1/centres')).statusCode).toBe(200);
  }
  const fourth = await get(served.app, one, '/v1/centres');
  expect(fourth.json()).toMatchObject({ status: 429, code: 'request/too-many' });
  expect(fourth.headers['retry-after']).toBeDefined();
  expect((await get(served.app, other, '/v1/centres')).statusCode).toBe(200);
  for (let number = 0; number < 5; number += 1) {
    expect((await get(served.app, one, '/health/live')).statusCode).toBe(200);
    expect((await get(served.app, one, '/')).statusCode).toBe(200);
  }
});

test('a ledger that is closed under the server says when to come again', async () => {
  await using served = await serve();
  const service = served.as({ role: 'service' });
  served.ledger.store.append = async () => {
    const { LedgerUnavailable } = await import('../../src/ledger/event-store.ts');
    throw new LedgerUnavailable('full', 'the disk is full');
  };
  const answer = await post(served.app, service, received());
  expect(answer.json()).toMatchObject({ status: 507, code: 'ledger/full' });
});
