/** The feed: every event once, in order, from wherever a reader was cut off. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { code, get, post, received, returned, type Served, serve, step } from './served.ts';

let served: Served;
let base: string;
let inspector: Record<string, string>;
let service: Record<string, string>;
beforeEach(async () => {
  served = await serve();
  base = await served.app.listen({ host: '127.0.0.1', port: 0 });
  inspector = served.as({ role: 'inspector' });
  service = served.as({ role: 'service' });
});
afterEach(async () => served[Symbol.asyncDispose]());

type Told = { readonly id: string; readonly event: string; readonly data: Record<string, unknown> };

/** The first `count` events of a feed; then it is cut off. */
async function follow(count: number, headers: Record<string, string>, query = ''): Promise<Told[]> {
  const cut = new AbortController();
  const response = await fetch(`${base}/v1/events${query}`, { headers, signal: cut.signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const told: Told[] = [];
  let text = '';
  for await (const bytes of response.body ?? []) {
    text += Buffer.from(bytes).toString();
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    told.push(...parts.flatMap(eventIn));
    if (told.length >= count) break;
  }
  cut.abort();
  return told;
}

function eventIn(part: string): Told[] {
  const fields = new Map(
    part
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const id = fields.get('id');
  if (id === undefined) return [];
  return [{ id, event: fields.get('event') ?? '', data: JSON.parse(fields.get('data') ?? '') }];
}

const record = async (body: unknown, dossier = code) => {
  expect((await post(served.app, service, body, dossier)).statusCode).toBe(201);
};

test('what is there, and then what comes', async () => {
  await record({ events: [received(), step()] });
  const following = follow(3, inspector);
  await record(returned());
  const told = await following;
  expect(told.map(({ id, event }) => [id, event])).toEqual([
    ['0', 'DossierReceived'],
    ['1', 'StepCompleted'],
    ['2', 'ResultReturned'],
  ]);
  expect(told[0]?.data).toMatchObject({ index: 0, stream: `dossier-${code}`, data: { code } });
});

test('goes on after the last event that was had', async () => {
  await record({ events: [received(), step(), returned()] });
  const [first] = await follow(1, inspector);
  const rest = await follow(2, { ...inspector, 'last-event-id': first?.id ?? '' });
  expect(rest.map(({ id }) => id)).toEqual(['1', '2']);
  expect((await follow(1, inspector, '?after=1')).map(({ id }) => id)).toEqual(['2']);
});

test('leaves out what the token is not for', async () => {
  const elsewhere = 'H42.18-260302-0001';
  await record(received({ centre: 'other' }, elsewhere), elsewhere);
  await record(received());
  const told = await follow(1, served.as({ role: 'inspector', centre: 'reference' }));
  expect(told.map(({ id }) => id)).toEqual(['1']);
});

test('shows personal fields sealed', async () => {
  const { data } = received();
  await record(received({ data: { ...data, applicant: 'Trần Thị Mai' } }));
  const [told] = await follow(1, inspector);
  expect(told?.data['data']).toMatchObject({ applicant: { sealed: true } });
  expect(JSON.stringify(told)).not.toContain('Mai');
});

test('many events go out whole to a reader who takes them slowly', async () => {
  await record(received());
  for (let batch = 0; batch < 30; batch += 1) {
    await record({ events: Array.from({ length: 20 }, () => step()) });
  }
  const told = await follow(601, inspector);
  expect(told.map(({ id }) => Number(id))).toEqual(
    Array.from({ length: 601 }, (_, place) => place),
  );
});

test('ends when the server closes', async () => {
  const response = await fetch(`${base}/v1/events`, { headers: inspector });
  await served.app.close();
  expect(await response.text()).toBe('retry: 2000\n\n');
});

test('of one token no more than ten are open at once', async () => {
  const cut = new AbortController();
  const open = async () => fetch(`${base}/v1/events`, { headers: inspector, signal: cut.signal });
  for (let number = 0; number < 10; number += 1) expect((await open()).status).toBe(200);
  const eleventh = await open();
  expect(await eleventh.json()).toMatchObject({ status: 429, code: 'feed/too-many' });
  cut.abort();
});

test.each(['?after=soon', '?after=-2', '?from=3'])('%s is no place', async (query) => {
  const answer = await get(served.app, inspector, `/v1/events${query}`);
  expect(answer.json()).toMatchObject({ status: 400, code: 'request/invalid' });
});
