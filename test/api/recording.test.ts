/** Posting facts: what is recorded, what is refused, and that nothing is lost or doubled. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { code, get, post, received, returned, type Served, serve, step } from './served.ts';

let served: Served;
let clerk: Record<string, string>;
beforeEach(async () => {
  served = await serve();
  clerk = served.as({ role: 'clerk', centre: 'reference' });
});
afterEach(async () => served[Symbol.asyncDispose]());

const posting = async (body: unknown, headers: Record<string, string> = {}, dossier = code) =>
  post(served.app, { ...clerk, ...headers }, body, dossier);

describe('what has happened is recorded', () => {
  test('one fact, with where it stands in its record and in the ledger', async () => {
    const answer = await posting(received());
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toEqual({
      ids: [expect.stringMatching(/^[0-9a-f-]{36}$/)],
      revision: 0,
      index: 0,
      recordedAt: '2026-03-10T02:00:00.000Z',
      again: false,
    });
    expect(answer.headers).toMatchObject({
      'ledger-position': '0',
      etag: '"0"',
      'idempotency-key': expect.any(String),
    });
  });

  test('several facts together, each in the light of those before it', async () => {
    const answer = await posting({
      events: [received(), step(), returned()],
      expectedRevision: -1,
    });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ revision: 2, index: 2 });
    expect(answer.json().ids).toHaveLength(3);
  });

  test('all of them or none: the answer says which was refused', async () => {
    const answer = await posting({ events: [received(), received()] });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: 'dossier/already-received', at: 1 });
    expect(await served.ledger.store.size()).toBe(0n);
  });

  test('a day alone is its first instant at the centre, and says that it is a day', async () => {
    await posting(received({ occurredAt: '2026-03-02' }));
    const [entry] = (await get(served.app, clerk, `/v1/dossiers/${code}/events`)).json().items;
    expect(entry).toMatchObject({ occurredAt: '2026-03-01T17:00:00.000Z', precision: 'day' });
  });

  test('a fact that names no centre belongs where its record is, or where its token is', async () => {
    const { centre: _, ...nowhere } = received();
    expect((await posting(nowhere)).statusCode).toBe(201);
    expect((await posting(step())).statusCode).toBe(201);
    const trail = (await get(served.app, clerk, `/v1/dossiers/${code}/events`)).json();
    expect(trail.items.map(({ centre }: { centre: string }) => centre)).toEqual([
      'reference',
      'reference',
    ]);
  });

  test('the actor is the holder of the token; only a service may name another', async () => {
    const refused = await posting(received({ actor: 'somebody-else' }));
    expect(refused.json()).toMatchObject({ status: 403, code: 'access/other-actor' });
    const service = served.as({ role: 'service' });
    const taken = await post(served.app, service, received({ actor: 'quay-3' }));
    expect(taken.statusCode).toBe(201);
    const trail = (await get(served.app, service, `/v1/dossiers/${code}/events`)).json();
    expect(trail.items[0].actor).toBe('quay-3');
  });

  test('a token that was made for somebody names them', async () => {
    const named = served.as({ role: 'clerk', name: 'cb-0417' });
    expect((await post(served.app, named, received())).statusCode).toBe(201);
    const trail = (await get(served.app, named, `/v1/dossiers/${code}/events`)).json();
    expect(trail.items[0].actor).toBe('cb-0417');
  });

  test('a field that does not belong there is named without ado', async () => {
    const answer = await posting(received({ colour: 'red' }));
    expect(answer.json().detail).toMatch(/^Unrecognized key: "colour"/);
  });

  test('what was noted in an outage is entered by the director, foreign codes and all', async () => {
    const noted = received({ recordedVia: { mode: 'backfill', outage: 'mất điện 02/03' } });
    expect((await posting(noted)).json()).toMatchObject({ code: 'access/no-backfill' });
    const director = served.as({ role: 'director' });
    const later = { ...noted, occurredAt: '2026-03-10T09:00:00.001+07:00' };
    expect((await post(served.app, director, later)).json()).toMatchObject({
      code: 'entry/in-the-future',
    });
    expect((await post(served.app, director, noted)).statusCode).toBe(201);
  });

  test('personal fields are sealed before they are stored, and stay sealed when shown', async () => {
    const { data } = received();
    const name = 'Trần Thị Mai';
    const answer = await posting(received({ data: { ...data, applicant: name } }));
    expect(answer.statusCode).toBe(201);
    const state = await get(served.app, clerk, `/v1/dossiers/${code}`);
    const trail = await get(served.app, clerk, `/v1/dossiers/${code}/events`);
    const { applicant } = trail.json().items[0].data;
    expect(applicant).toEqual({
      person: expect.stringMatching(/^p-[0-9a-f]{32}$/),
      commitment: expect.stringMatching(/^[0-9a-f]{64}$/),
      sealed: true,
    });
    expect(state.json().applicant).toEqual({ person: applicant.person, sealed: true });
    expect(state.body + trail.body).not.toContain(name);
  });
});

describe('sending twice', () => {
  const key = { 'idempotency-key': 'quay3-0001' };

  test('the same key and body is recorded once, and answered the same again', async () => {
    const first = await posting(received(), key);
    served.clock.now = new Date('2026-03-10T03:00:00Z');
    const again = await posting(received(), key);
    expect(again.statusCode).toBe(200);
    expect(again.json()).toEqual({ ...first.json(), again: true });
    expect(await served.ledger.store.size()).toBe(1n);
  });

  test('white space and the order of keys make no other body', async () => {
    await posting(received(), key);
    const { type, ...rest } = received();
    const again = await posting(JSON.stringify({ ...rest, type }, null, 2), key);
    expect(again.statusCode).toBe(200);
  });

  test('the same key with another body is refused', async () => {
    await posting(received(), key);
    const other = await posting(step(), key);
    expect(other.json()).toMatchObject({ status: 422, code: 'entry/key-reused' });
  });

  test('without a key each request is a new one, and the key that was made is told', async () => {
    await posting(received());
    const [first, second] = [await posting(step()), await posting(step())];
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(first.headers['idempotency-key']).not.toBe(second.headers['idempotency-key']);
  });
});

describe('what the client has read', () => {
  test.each([
    ['in the body', (revision: number) => [{ events: [step()], expectedRevision: revision }, {}]],
    ['beside one fact', (revision: number) => [{ ...step(), expectedRevision: revision }, {}]],
    ['in If-Match', (revision: number) => [step(), { 'if-match': `"${revision}"` }]],
  ] as const)('a stale revision %s is refused, the present one is not', async (_, request) => {
    await posting(received());
    await posting(step());
    const [staleBody, staleHeaders] = request(0);
    const stale = await posting(staleBody, staleHeaders);
    expect(stale.json()).toMatchObject({ status: 412, code: 'entry/stale-revision' });
    const [body, headers] = request(1);
    expect((await posting(body, headers)).statusCode).toBe(201);
  });

  test('-1 says that there is nothing yet', async () => {
    expect((await posting({ ...received(), expectedRevision: -1 })).statusCode).toBe(201);
    const second = await posting({ ...step(), expectedRevision: -1 });
    expect(second.json()).toMatchObject({ code: 'entry/stale-revision' });
  });

  test('two revisions that differ are a mistake', async () => {
    const answer = await posting({ ...received(), expectedRevision: -1 }, { 'if-match': '"4"' });
    expect(answer.json()).toMatchObject({ code: 'request/invalid' });
  });
});

const { data } = received();
const [open, close] = ['[', ']'].map((bracket) => bracket.repeat(40));
const raw = (text: string) => JSON.stringify(received()).replace('"type"', `${text},"type"`);

/** Everything that a body can be that is not a fact, and the problem that it is. */
const badBodies: readonly [string, unknown, number, string, object?][] = [
  ['no body', '', 400, 'body/missing'],
  ['no JSON', '{"type": ', 400, 'body/not-json'],
  ['one key twice', raw('"correlation":"a","correlation":"b"'), 400, 'body/duplicate-key'],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 400, 'body/not-utf8'],
  ['half a character', raw('"correlation":"\\ud800"'), 400, 'body/lone-surrogate'],
  [
    'a number that no double holds',
    raw('"correlation":9007199254740993'),
    400,
    'body/unsafe-number',
  ],
  ['deep nesting', raw(`"correlation":${open}${close}`), 400, 'body/too-deep'],
  ['a reserved key', raw('"__proto__":{}'), 400, 'body/reserved-key'],
  ['a list', [], 400, 'request/invalid'],
  ['a text', '"DossierReceived"', 400, 'request/invalid'],
  ['null', 'null', 400, 'body/missing'],
  ['a fact without a type', { occurredAt: '2026-03-02', data }, 400, 'request/invalid'],
  ['no fact at all', { events: [] }, 400, 'request/invalid'],
  [
    'more than 20 facts',
    { events: Array.from({ length: 21 }, () => step()) },
    400,
    'request/invalid',
  ],
  [
    'an unknown type of event',
    received({ type: 'DossierReceive' }),
    400,
    'request/unknown-event',
    { detail: expect.stringContaining('Did you mean DossierReceived?') },
  ],
  [
    'a field of the wrong kind',
    received({ data: { ...data, official: 7 } }),
    400,
    'request/invalid',
    { errors: [{ path: '/data/official', message: expect.any(String) }] },
  ],
  [
    'a field that the event does not have',
    received({ data: { ...data, colour: 'blue' } }),
    400,
    'request/invalid',
    { errors: [{ path: '/data', message: expect.stringContaining('colour') }] },
  ],
  [
    'a fault in the second of two',
    { events: [received(), step({ occurredAt: 'soon' })] },
    400,
    'request/invalid',
    { at: 1, errors: [{ path: '/events/1/occurredAt', message: expect.any(String) }] },
  ],
  [
    'a time without an offset',
    received({ occurredAt: '2026-03-02T08:00:00' }),
    400,
    'request/invalid',
  ],
  ['a day that does not exist', received({ occurredAt: '2026-02-30' }), 400, 'request/invalid'],
  [
    'a time on a day that does not exist',
    received({ occurredAt: '2026-02-30T08:00:00+07:00' }),
    400,
    'request/invalid',
  ],
  [
    'a day that is called an instant',
    received({ occurredAt: '2026-03-02', precision: 'instant' }),
    400,
    'request/invalid',
  ],
  ['a time that is called a day', received({ precision: 'day' }), 400, 'request/invalid'],
  [
    'a sealed field',
    received({
      data: {
        ...data,
        applicant: { person: `p-${'0'.repeat(32)}`, commitment: '0'.repeat(64), sealed: '' },
      },
    }),
    400,
    'request/invalid',
  ],
  [
    'an import',
    received({ recordedVia: { mode: 'import', file: 'a.csv', digest: '0'.repeat(64) } }),
    400,
    'request/invalid',
    { errors: [{ path: '/recordedVia/mode', message: expect.stringContaining('import') }] },
  ],
  ['the year 0', received({ occurredAt: '0000-01-01' }), 400, 'request/invalid'],
  [
    'a time that is in the year 10000 in UTC',
    received({ occurredAt: '9999-12-31T23:59:59-14:00' }),
    400,
    'request/invalid',
    { errors: [{ path: '/occurredAt', message: expect.any(String) }] },
  ],
  [
    'a promise for a date that may be in no year',
    received({ data: { ...data, appointment: { on: '9999-12-31' } } }),
    400,
    'request/invalid',
  ],
  [
    'the future',
    received({ occurredAt: '2026-03-10T09:00:00.001+07:00' }),
    422,
    'entry/in-the-future',
  ],
  [
    'another dossier',
    received({ data: { ...data, code: 'H42.17-260302-0002' } }),
    422,
    'dossier/code-mismatch',
  ],
  ['a centre that there is not', received({ centre: 'nowhere' }), 422, 'entry/unknown-centre'],
  ['a centre that the token is not for', received({ centre: 'other' }), 403, 'entry/other-centre'],
  [
    'an entry that is not on record',
    received({ corrects: '00000000-0000-4000-8000-000000000001' }),
    404,
    'entry/unknown',
  ],
  [
    'a person that nobody knows',
    received({ data: { ...data, applicant: { text: 'x', person: `p-${'0'.repeat(32)}` } } }),
    422,
    'person/unknown',
  ],
];

describe('a body that cannot be recorded is refused, and nothing is lost', () => {
  test.each(badBodies)('%s', async (_, body, status, problem, also = {}) => {
    const answer = await posting(body);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({ status, code: problem, ...also });
    expect(answer.statusCode).toBe(status);
    expect(await served.ledger.store.size()).toBe(0n);
    expect((await posting(received())).statusCode).toBe(201);
  });

  test('an interval that is reversed within one event', async () => {
    await posting(received());
    const reversed = {
      type: 'ExtensionProposed',
      occurredAt: '2026-03-04T09:00:00+07:00',
      data: { current: { on: '2026-03-09' }, proposed: { on: '2026-03-06' } },
    };
    expect((await posting(reversed)).json()).toMatchObject({
      status: 400,
      code: 'request/invalid',
    });
  });

  test('a live code that the national grammar does not know', async () => {
    const foreign = 'case-10011';
    const answer = await posting(received({}, foreign), {}, foreign);
    expect(answer.json()).toMatchObject({ status: 422, code: 'dossier/code-grammar' });
  });

  const asked = { type: 'ProgressQueried', occurredAt: '2026-03-02T08:00:00+07:00', data: {} };

  test.each([
    ['!!! no code at all', asked],
    ['x', { ...asked, type: 'DossierRefused' }],
    ['wabo:case-1', asked],
  ])('nothing live begins a record under %s', async (foreign, first) => {
    const answer = await posting(first, {}, foreign);
    expect(answer.json()).toMatchObject({ status: 422, code: 'dossier/code-grammar' });
    expect(await served.ledger.store.size()).toBe(0n);
  });

  test('a record that is there under a foreign code goes on live', async () => {
    const foreign = 'wabo:case-1';
    const director = served.as({ role: 'director', centre: 'reference' });
    const via = { mode: 'backfill', outage: 'mất điện 02/03' };
    const noted = received({ recordedVia: via }, foreign);
    expect((await post(served.app, director, noted, foreign)).statusCode).toBe(201);
    expect((await posting(step(), {}, foreign)).statusCode).toBe(201);
  });

  test('a body of another type, or compressed', async () => {
    const text = await posting('type=DossierReceived', { 'content-type': 'text/plain' });
    expect(text.json()).toMatchObject({ status: 415, code: 'body/media-type' });
    const zipped = await posting(received(), { 'content-encoding': 'gzip' });
    expect(zipped.json()).toMatchObject({ status: 415, code: 'body/media-type' });
  });

  test('a body of more than 256 KiB', async () => {
    const text = (size: number) => JSON.stringify(received()).padEnd(size, ' ');
    expect((await posting(text(256 * 1024))).statusCode).toBe(201);
    const large = await posting(text(256 * 1024 + 1));
    expect(large.json()).toMatchObject({ status: 413, code: 'body/too-large' });
  });

  test('a path that is no code', async () => {
    const answer = await posting(received(), {}, '\u0001');
    expect(answer.json()).toMatchObject({
      status: 400,
      code: 'request/invalid',
      errors: [{ path: 'code' }],
    });
  });
});

test('a problem never repeats what was posted', async () => {
  const secret = 'Trần Thị Mai';
  const answers = [
    await posting(
      received({ data: { ...data, applicant: { text: secret, nationalNumber: '12' } } }),
    ),
    await posting(received({ data: { ...data, channel: secret } })),
    await posting(`{"${'x'.repeat(5)}": "${secret}`),
  ];
  for (const answer of answers) {
    expect(answer.statusCode).toBe(400);
    expect(answer.body).not.toContain(secret);
  }
});
