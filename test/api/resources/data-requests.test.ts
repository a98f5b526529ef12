/** Requests about personal data over HTTP: recorded, read by whom they are for, opened, judged and listed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NewHolder } from '../../../src/ledger/access.ts';
import { get, postTo, type Served, serve } from '../served.ts';

type Fact = ReturnType<typeof said> & { readonly centre?: string };

let served: Served;
beforeAll(async () => {
  served = await serve();
  const { clock } = served;
  const end = clock.now;
  const happens = async (id: string, fact: Fact, holder = officer) => {
    clock.now = new Date(fact.occurredAt);
    await post(id, fact, holder);
  };
  await happens('YC-1', received({ asks: 'view' }), clerk);
  await happens('YC-2', received({ asks: 'delete', holder: 'H42.17', dossier }));
  await happens('YC-3', { ...received({ asks: 'restrict', holder: 'H42.20' }), centre: 'SL' });
  await happens('YC-2', said('DataRequestAcknowledged', {}, 3));
  await happens('YC-1', said('DataRequestAcknowledged', { means: 'letter' }, 6));
  await happens('YC-2', said('DataRequestAnswered', { ...refusal, reason }, 9));
  clock.now = end;
  await served.settled();
});
afterAll(async () => served[Symbol.asyncDispose]());

const officer: NewHolder = { role: 'complaint-officer', name: 'pa-1' };
const clerk: NewHolder = { role: 'clerk', centre: 'NB' };
const ofAgency = (agency: string): NewHolder => ({ role: 'agency-officer', agency });
const dossier = 'H42.17-260302-0001';
const requester = 'Trần Thị Mai, phường Nam Bình';
const text = 'Xin xem dữ liệu của tôi';
const reason = 'Hồ sơ phải lưu trữ, bà Mai';
const refusal = { outcome: 'refused', ground: 'state-duty', unit: 'H42.17' };

test('a request has a state and a trail, and says nothing of a person', async () => {
  const state = await read(officer, '/v1/data-requests/YC-2');
  expect(state.json()).toMatchObject({
    id: 'YC-2',
    stream: 'datarequest-YC-2',
    centre: 'NB',
    asks: 'delete',
    dossier,
    holder: 'H42.17',
    stage: 'answered',
    receivedAt: '2026-03-02T01:00:00.000Z',
    acknowledgedAt: '2026-03-03T01:00:00.000Z',
    answeredAt: '2026-03-09T01:00:00.000Z',
    outcome: 'refused',
    ground: 'state-duty',
    daysTaken: 7,
    withdrawnAt: null,
  });
  const trail = await read(officer, '/v1/data-requests/YC-2/events');
  expect(trail.json().total).toBe(3);
  for (const secret of [requester, text, reason]) expect(trail.body).not.toContain(secret);
});

test('one that was acknowledged too late is a finding; the refusal of another is an answer in time', async () => {
  const late = await read(officer, '/v1/data-requests/YC-1/findings');
  expect(late.json().items).toMatchObject([
    {
      rule: 'data-request-acknowledged',
      state: 'remedied',
      citation: 'Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP',
      bearer: { kind: 'centre', code: 'NB' },
    },
  ]);
  const kept = await read(officer, '/v1/data-requests/YC-2/duties');
  expect(kept.json().items).toMatchObject([
    { rule: 'data-request-acknowledged', state: 'kept' },
    { rule: 'data-request-answered', state: 'kept', detail: 'delete' },
  ]);
  expect((await read(officer, '/v1/data-requests/YC-2/findings')).json().items).toEqual([]);
});

test.each([
  [
    'YC-9',
    { ...said('DataRequestAnswered', refusal), centre: 'NB' },
    409,
    'datarequest/not-received',
  ],
  ['YC-1', received({}), 409, 'datarequest/already-received'],
  ['YC-1', said('DataRequestAcknowledged', {}, 7), 409, 'datarequest/already-acknowledged'],
  ['YC-2', said('DataRequestAnswered', refusal, 9), 409, 'datarequest/already-answered'],
  ['YC-1', said('DataRequestAnswered', refusal, 1), 422, 'datarequest/effect-before-cause'],
])('what cannot be is refused: %s, %o', async (id, fact, status, code) => {
  expect((await post(id, fact)).json()).toMatchObject({ status, code });
});

test('what is not in its words is refused, and says where', async () => {
  const odd = said('DataRequestAnswered', { outcome: 'done', ground: 'state-duty' }, 9);
  const answer = await post('YC-1', odd);
  expect(answer.statusCode).toBe(400);
  expect(answer.body).toContain('what was done was not refused');
  const unknown = await post('YC-8', received({ asks: 'forget' }));
  expect(unknown.statusCode).toBe(400);
  expect(unknown.body).toContain('asks');
});

describe('for whom it is', () => {
  test.each<[string, NewHolder, string, number]>([
    ['a director', { role: 'director' }, 'YC-2', 200],
    ['an inspector', { role: 'inspector' }, 'YC-2', 200],
    ['the agency that holds the data', ofAgency('H42.17'), 'YC-2', 200],
    ['another agency', ofAgency('H42.20'), 'YC-2', 403],
    ['any agency, of what the centre holds', ofAgency('H42.17'), 'YC-1', 403],
    ['a clerk, though they received it', clerk, 'YC-1', 403],
    ['an official', { role: 'official', official: 'cv-1203' }, 'YC-2', 403],
    ['another centre', { role: 'director', centre: 'SL' }, 'YC-2', 403],
  ])('%s', async (_, holder, id, status) => {
    expect((await read(holder, `/v1/data-requests/${id}`)).statusCode).toBe(status);
  });

  test('a clerk records that it came, and nothing else of it', async () => {
    const answer = await post('YC-1', said('DataRequestAnswered', refusal, 9), clerk);
    expect(answer.json()).toMatchObject({ status: 403, code: 'access/role' });
  });

  test('who asks is opened by a complaint officer, and recorded; a director and an agency open nothing', async () => {
    const asked = { stream: 'datarequest-YC-2', revision: 0, purpose: 'Trả lời yêu cầu' };
    const opened = await postTo(served.app, served.as(officer), '/v1/openings', asked);
    expect(opened.json().fields).toMatchObject([
      { name: 'requester', about: 'complainant', text: requester },
      { name: 'text', about: 'complainant', text },
    ]);
    for (const holder of [{ role: 'director' } as const, ofAgency('H42.17')]) {
      const answer = await postTo(served.app, served.as(holder), '/v1/openings', asked);
      expect(answer.json()).toMatchObject({ status: 403, code: 'opening/not-for-role' });
    }
  });
});

describe('the list', () => {
  test.each([
    ['', ['YC-3', 'YC-2', 'YC-1']],
    ['asks=delete', ['YC-2']],
    ['stage=acknowledged', ['YC-1']],
    ['outcome=refused', ['YC-2']],
    ['ground=state-duty', ['YC-2']],
    ['holder=H42.20', ['YC-3']],
    [`dossier=${dossier}`, ['YC-2']],
    ['centre=SL', ['YC-3']],
    ['receivedFrom=2026-03-02T01:00:00Z', ['YC-3', 'YC-2', 'YC-1']],
    ['receivedTo=2026-03-02', []],
  ])('asked for %s', async (query, expected) => {
    const list = await read(officer, `/v1/data-requests?${query}`);
    expect(ids(list)).toEqual(expected);
  });

  test('says until when the rest is owed, and names nobody', async () => {
    const list = await read(officer, '/v1/data-requests?stage=acknowledged');
    expect(list.json().items).toMatchObject([
      { id: 'YC-1', acknowledgeBy: null, answerBy: '2026-03-12T10:30:00.000Z', daysTaken: null },
    ]);
    expect(list.body).not.toContain('Mai');
  });

  test('an agency’s officer sees what their agency holds, and asks for no other', async () => {
    expect(ids(await read(ofAgency('H42.17'), '/v1/data-requests'))).toEqual(['YC-2']);
    const others = await read(ofAgency('H42.17'), '/v1/data-requests?holder=H42.20');
    expect(others.json()).toMatchObject({ code: 'access/not-yours' });
  });

  test('a filter that there is not is an error that names it', async () => {
    const answer = await read(officer, '/v1/data-requests?ask=view');
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('ask');
  });
});

function received(data: object) {
  return {
    ...said('DataRequestReceived', { asks: 'view', ...data, requester, text }),
    centre: 'NB',
  };
}

function said(type: string, data: object, day = 2) {
  return { type, occurredAt: `2026-03-0${day}T08:00:00+07:00`, data };
}

function post(id: string, body: object, holder = officer) {
  return postTo(served.app, served.as(holder), `/v1/data-requests/${id}/events`, body);
}

function read(holder: NewHolder, url: string) {
  return get(served.app, served.as(holder), url);
}

function ids(answer: Awaited<ReturnType<typeof read>>): string[] {
  return answer.json().items.map(({ id }: { id: string }) => id);
}
