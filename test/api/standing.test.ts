/** How the ledger is: what health, the first page and the metrics say, and what happens after a loss. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWitness } from '../../src/ledger/witness.ts';
import { code, get, post, received, serve } from './served.ts';

test('a ledger that is well is live and ready', async () => {
  await using served = await serve();
  expect((await get(served.app, {}, '/health/live')).json()).toEqual({ status: 'live' });
  await post(served.app, served.as({ role: 'service' }), received());
  await served.settled();
  const ready = await get(served.app, {}, '/health/ready');
  expect(ready.statusCode).toBe(200);
  expect(ready.headers['ledger-status']).toBeUndefined();
  expect(ready.json()).toEqual({
    status: 'ready',
    name: 'spec',
    kind: 'ledger',
    size: 1,
    root: expect.stringMatching(/^[0-9a-f]{64}$/),
    position: 0,
    building: null,
    quarantine: 0,
    loss: null,
  });
});

test('after a loss it is read and not written, and every answer says so', async () => {
  const before = await serve({ keep: true });
  await post(before.app, before.as({ role: 'service' }), received());
  await before[Symbol.asyncDispose]();
  {
    using witness = openWitness(join(before.dir, 'head.witness'));
    witness.write({ size: 3n, root: Buffer.alloc(32, 7) });
  }

  await using served = await serve({ dir: before.dir });
  const service = served.as({ role: 'service' });
  const write = await post(served.app, service, received());
  expect(write.statusCode).toBe(503);
  expect(write.json()).toMatchObject({ code: 'ledger/read-only' });
  expect(write.json().detail).toContain('2 recorded events are missing');
  expect(write.json().detail).toContain('motcua verify');

  const read = await get(served.app, service, `/v1/dossiers/${code}`);
  expect(read.json()).toMatchObject({ code, status: 'accepted' });
  for (const url of [`/v1/dossiers/${code}`, '/v1/dossiers', '/health/live', '/', '/nowhere']) {
    const { headers } = await get(served.app, service, url);
    expect(headers['ledger-status']).toBe('read-only; log-shorter');
  }
  const ready = await get(served.app, {}, '/health/ready');
  expect(ready.statusCode).toBe(503);
  expect(ready.json()).toMatchObject({
    status: 'read-only',
    loss: { kind: 'log-shorter', message: expect.stringContaining('motcua restore') },
  });
  expect((await get(served.app, {}, '/')).body).toContain('role="alert"');
});

test('the first page is plain HTML that loads nothing, in both languages', async () => {
  await using served = await serve();
  await served.settled();
  const page = await get(served.app, {}, '/');
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['content-security-policy']).toContain("default-src 'self'");
  expect(page.headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  expect(page.body).toContain('<html lang="vi">');
  expect(page.body).toContain('The one-stop ledger');
  expect(page.body).toContain('full, not behind');
  expect(page.body).toContain('npx motcua findings');
  expect(page.body).not.toMatch(/<script|<img|<link|src=|https?:/);
  for (const [, link = ''] of page.body.matchAll(/href="([^"]+)"/g)) {
    expect([link, (await get(served.app, {}, link)).statusCode]).toEqual([link, 200]);
  }
});

test('the metrics count facts by type and outcome, and time answers by route', async () => {
  await using served = await serve();
  const service = served.as({ role: 'service' });
  await post(served.app, service, received());
  await post(served.app, service, received());
  await served.models.reached(0n, 10_000);
  const { body } = await get(served.app, service, '/metrics');
  for (const line of [
    'ledger_facts_total{type="DossierReceived",outcome="recorded"} 1',
    'ledger_facts_total{type="DossierReceived",outcome="dossier/already-received"} 1',
    'ledger_events 1',
    'ledger_model_lag_events 0',
    'ledger_read_only 0',
    'ledger_quarantine 0',
    'http_request_duration_seconds_count{method="POST",route="/v1/dossiers/:code/events",status="409"} 1',
  ]) {
    expect(body).toContain(`${line}\n`);
  }
  expect(body).toContain('process_cpu_seconds_total');
  expect(body).not.toContain(code);
});
