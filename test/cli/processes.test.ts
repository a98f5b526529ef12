/** The ledger's processes: side by side, told to stop, and killed. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { newFolder } from '../support/ledger-folder.ts';
import { jsonOf, mapping, motcua, startMotcua, startServer, writeExport } from './motcua.ts';

function prepared(cases: number) {
  const folder = newFolder();
  const [file, map] = [join(folder, 'export.csv'), join(folder, 'mapping.json')];
  writeExport(file, cases);
  writeFileSync(map, JSON.stringify(mapping));
  const dir = join(folder, 'ledger');
  return { dir, importArgs: ['import', file, '--mapping', map, '--json'] };
}

const fact = (code: string) =>
  JSON.stringify({
    type: 'DossierReceived',
    occurredAt: '2026-03-02T08:00:00+07:00',
    centre: 'reference',
    data: { code, appointment: { on: '2026-03-10' } },
  });

test('an import that is killed again and again ends as one that never was', async () => {
  const { dir, importArgs } = prepared(3_000);
  for (const milliseconds of [900, 1_100, 1_300, 1_500]) {
    const child = startMotcua(dir, ...importArgs);
    await wait(milliseconds);
    child.kill('SIGKILL');
    await once(child, 'close');
  }
  const last = jsonOf(await motcua(dir, ...importArgs));
  expect(Number(last['events']) + Number(last['known'])).toBe(12_000);
  expect(jsonOf(await motcua(dir, 'verify', '--json'))).toMatchObject({ ok: true, size: 12_000 });
});

test('beside a server there are readers, copies and new tokens, and no second writer', async () => {
  const { dir, importArgs } = prepared(3);
  await motcua(dir, ...importArgs);
  const { url } = await startServer(dir);

  const second = await motcua(dir, ...importArgs);
  expect(second).toMatchObject({ code: 69, stdout: expect.stringContaining('"ok":false') });
  expect(second.stderr).toMatch(/another process \(pid \d+\) is writing/);

  const made = jsonOf(await motcua(dir, 'token', 'create', '--role', 'clerk', '--json'));
  const headers = {
    authorization: `Bearer ${String(made['token'])}`,
    'content-type': 'application/json',
  };
  const code = 'H42.17-260302-0001';
  const recorded = await fetch(`${url}/v1/dossiers/${code}/events`, {
    method: 'POST',
    headers,
    body: fact(code),
  });
  expect(recorded.status).toBe(201);
  expect((await fetch(`${url}/v1/dossiers/${code}`, { headers })).status).toBe(200);
  expect(jsonOf(await motcua(dir, 'verify', '--json'))).toMatchObject({ ok: true, size: 13 });
  expect(jsonOf(await motcua(dir, 'backup', `${dir}-copy`, '--json'))).toMatchObject({
    ok: true,
    size: 13,
  });
  expect(jsonOf(await motcua(dir, 'findings', '--json'))).toMatchObject({ position: 12 });

  await motcua(dir, 'token', 'revoke', String(made['id']));
  expect((await fetch(`${url}/v1/dossiers/${code}`, { headers })).status).toBe(401);
});

test('told to stop, the server ends the request that is under way, and leaves a clean file', async () => {
  const { dir } = prepared(1);
  const { child, url } = await startServer(dir);
  const { token } = jsonOf(await motcua(dir, 'token', 'create', '--role', 'clerk', '--json'));
  const code = 'H42.17-260302-0001';
  const body = fact(code);
  const under = request(`${url}/v1/dossiers/${code}/events`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${String(token)}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      expect: '100-continue',
    },
  });
  under.flushHeaders();
  await once(under, 'continue'); // the server has the head of the request, and waits for the body
  child.kill('SIGTERM');
  await wait(300);
  const answered = once(under, 'response');
  under.end(body);
  const [answer] = await answered;
  expect(answer.statusCode).toBe(201);
  answer.resume();
  const [exitCode] = await once(child, 'exit');
  expect(exitCode).toBe(0);
  expect(jsonOf(await motcua(dir, 'verify', '--json'))).toMatchObject({ ok: true, size: 1 });
});

test('the demo refuses a folder that holds a ledger, and a ledger one that holds a demo', async () => {
  const { dir, importArgs } = prepared(1);
  await motcua(dir, ...importArgs);
  const demo = await motcua(dir, 'demo', '--no-serve');
  expect(demo).toMatchObject({ code: 78 });
  expect(demo.stderr).toContain('a demo has a folder of its own');
  const other = `${dir}-demo`;
  expect(
    (await motcua(other, 'demo', '--no-serve', '--days', '2', '--until', '2026-03-31')).code,
  ).toBe(0);
  expect(await motcua(other, ...importArgs)).toMatchObject({
    code: 78,
    stdout: expect.stringContaining('"ok":false'),
  });
});

test('the same seed and last day make the same demo, to the root', async () => {
  const { dir } = prepared(1);
  const args = ['demo', '--no-serve', '--seed', '7', '--days', '12', '--until', '2026-03-31'];
  await Promise.all([motcua(`${dir}-1`, ...args), motcua(`${dir}-2`, ...args)]);
  const [one, two] = await Promise.all(
    ['1', '2'].map((n) => motcua(`${dir}-${n}`, 'verify', '--json')),
  );
  expect(one).toMatchObject({ code: 0 });
  expect(one?.stdout).toBe(two?.stdout);
});
