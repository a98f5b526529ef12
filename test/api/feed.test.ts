/** The feed: every event once, in order, from wherever a reader was cut off. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

describe('a record that two centres wrote to', () => {
  const asked = (also: object = {}) => ({
    type: 'ProgressQueried',
    occurredAt: '2026-03-01T08:00:00+07:00',
    data: {},
    ...also,
  });
  const idsOf = (told: readonly Told[]) => told.map(({ id }) => id);

  test('is shown to the centre that keeps it, without what the other wrote before', async () => {
    await record(asked({ centre: 'other' }));
    await record(received());
    await record(step());
    const here = served.as({ role: 'director', centre: 'reference' });
    expect(idsOf(await follow(2, here))).toEqual(['1', '2']);
  });

  test('is not shown to the other', async () => {
    await record(asked({ centre: 'other' }));
    await record(received());
    const elsewhere = 'H42.18-260302-0001';
    await record(received({ centre: 'other' }, elsewhere), elsewhere);
    const there = served.as({ role: 'director', centre: 'other' });
    expect(idsOf(await follow(1, there))).toEqual(['2']);
  });

  test('until somebody keeps it, each sees what is their own', async () => {
    await record(asked({ centre: 'other' }));
    await record(asked({ centre: 'reference' }));
    const [here, there] = [
      served.as({ role: 'director', centre: 'reference' }),
      served.as({ role: 'director', centre: 'other' }),
    ];
    expect(idsOf(await follow(1, there))).toEqual(['0']);
    expect(idsOf(await follow(1, here))).toEqual(['1']);
  });

  test('is shown from its reception on to whoever is following already', async () => {
    await record(asked({ centre: 'other' }));
    await record(asked({ centre: 'reference' }));
    const following = follow(3, served.as({ role: 'director', centre: 'reference' }));
    await record(received());
    await record(step());
    expect(idsOf(await following).slice(-2)).toEqual(['2', '3']);
  });
});

describe('a token that is revoked', () => {
  /** An open feed, from its first event on; what else it tells is read with `rest`. */
  const opened = async () => {
    const { id, token } = served.access.create({ role: 'inspector' });
    const response = await fetch(`${base}/v1/events`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader();
    let text = '';
    while (!text.includes('id: 0'))
      text += Buffer.from((await reader.read()).value ?? []).toString();
    const rest = async () => {
      let after = '';
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return after;
        after += Buffer.from(value).toString();
      }
    };
    return { id, rest };
  };

  test('is shown nothing more: its feed ends with the next event', async () => {
    await record(received());
    const { id, rest } = await opened();
    served.access.revoke(id);
    await record(step());
    expect(await rest()).toBe('');
  });

  test('loses its feed at the next heartbeat where nothing happens', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      await record(received());
      const { id, rest } = await opened();
      vi.advanceTimersByTime(15_000);
      served.access.revoke(id);
      vi.advanceTimersByTime(15_000);
      expect(await rest()).toBe(':\n\n');
    } finally {
      vi.useRealTimers();
    }
  });
});

test.each([
  ['?after=2', {}],
  ['', { 'last-event-id': '2' }],
  ['?after=999999999999999', {}],
])(
  'an event that is not there (%s %o) is none to go on from: it was of another past',
  async (query, header) => {
    await record({ events: [received(), step()] });
    const answer = await get(served.app, { ...inspector, ...header }, `/v1/events${query}`);
    expect(answer.json()).toMatchObject({ status: 422, code: 'list/not-yet' });
  },
);

test('the last event there is, is one to go on from; so is -1 where there is none', async () => {
  const fromNothing = follow(1, inspector, '?after=-1');
  await record({ events: [received(), step()] });
  expect((await fromNothing).at(0)?.id).toBe('0');
  const following = follow(1, inspector, '?after=1');
  await record(returned());
  expect((await following).at(0)?.id).toBe('2');
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
