/** Complaints over HTTP: recorded, and read by whom they are for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NewHolder } from '../../../src/ledger/access.ts';
import { get, postTo, type Served, serve } from '../served.ts';

let served: Served;

const monday = '2026-03-02T08:00:00+07:00';
const officer: NewHolder = { role: 'complaint-officer', official: 'kn-0102' };
const ofAgency = (agency: string): NewHolder => ({ role: 'agency-officer', agency });

const feedback = {
  kind: 'feedback',
  channel: 'hotline',
  about: 'lateness',
  againstOfficial: 'cv-1203',
  againstAgency: 'H42.17',
  dossier: 'H42.17-260302-0001',
  complainant: 'Trần Thị Mai',
  text: 'Quá hẹn mười ngày',
};
const denunciation = {
  kind: 'denunciation',
  channel: 'letter',
  about: 'conduct',
  againstOfficial: 'cv-1203',
  againstAgency: 'H42.17',
  denouncer: 'Lê Văn Nam',
  accusation: 'Nhận tiền để trả kết quả sớm',
};

const received = (data: object = feedback) => said('ComplaintReceived', data);
const forwarded = said('ComplaintForwarded', { to: 'H42.17', why: 'to-resolve' }, 3);

beforeAll(async () => {
  served = await serve();
});
afterAll(async () => served[Symbol.asyncDispose]());

test('a complaint is recorded, and its state and trail are read', async () => {
  expect((await post('PA-1', received())).statusCode).toBe(201);
  await post('PA-1', forwarded);
  const resolved = { verdict: 'upheld', remedies: ['apologised'], conclusion: 'Đúng' };
  await post('PA-1', said('ComplaintResolved', resolved, 5));

  const state = await read(officer, '/v1/complaints/PA-1');
  expect(state.json()).toMatchObject({
    id: 'PA-1',
    stream: 'complaint-PA-1',
    centre: 'reference',
    revision: 2,
    status: 'resolved',
    statusLabel: { en: 'Resolved' },
    kind: 'feedback',
    agency: 'H42.17',
    receivedAt: new Date(monday).toISOString(),
    verdict: 'upheld',
    remedies: ['apologised'],
  });
  const trail = await read(officer, '/v1/complaints/PA-1/events');
  expect(trail.json().items.map(({ type }: { type: string }) => type)).toEqual([
    'ComplaintReceived',
    'ComplaintForwarded',
    'ComplaintResolved',
  ]);
  for (const secret of [feedback.complainant, feedback.text, resolved.conclusion]) {
    expect(state.body + trail.body).not.toContain(secret);
  }
});

test('what was suspended and resumed on one day goes on, though of one only the day is known', async () => {
  await post('PA-8', received());
  await post('PA-8', said('ComplaintSuspended', { because: 'other' }, 5));
  const resumed = { ...said('ComplaintResumed', {}), occurredAt: '2026-03-05' };
  expect((await post('PA-8', resumed)).statusCode).toBe(201);
  const state = await read(officer, '/v1/complaints/PA-8');
  expect(state.json()).toMatchObject({ suspendedAt: null, suspensions: 1 });
});

test.each([
  [
    'without a reception',
    'PA-9',
    { ...forwarded, centre: 'reference' },
    409,
    'complaint/not-received',
  ],
  ['received twice', 'PA-5', received(), 409, 'complaint/already-received'],
  [
    'before its reception',
    'PA-5',
    said('ComplaintClassified', {}, 1),
    422,
    'complaint/effect-before-cause',
  ],
  [
    'a denunciation with a complainant',
    'TC-1',
    received({ ...denunciation, complainant: 'Lê Văn Nam' }),
    400,
    'request/invalid',
  ],
  [
    'a denouncer by a number that other records know',
    'TC-1',
    received({
      ...denunciation,
      denouncer: { text: 'Lê Văn Nam', nationalNumber: '037090001234' },
    }),
    400,
    'request/invalid',
  ],
])('%s is refused', async (_, id, fact, status, code) => {
  await post('PA-5', received());
  const answer = await post(id, fact);
  expect(answer.json()).toMatchObject({ status, code });
  expect(answer.body).not.toContain('Lê Văn Nam');
});

describe('who writes', () => {
  const clerk: NewHolder = { role: 'clerk' };

  test('a clerk records the reception, and no more', async () => {
    expect((await post('PA-6', received(), clerk)).statusCode).toBe(201);
    const answer = await post('PA-6', forwarded, clerk);
    expect(answer.json()).toMatchObject({ status: 403, code: 'access/role' });
    expect((await post('PA-6', forwarded)).statusCode).toBe(201);
  });

  test('also in bulk', async () => {
    const item = (key: string, fact: object) => ({ stream: 'complaint-PA-7', key, events: [fact] });
    const items = [item('1', received()), item('2', forwarded)];
    const answer = await postTo(served.app, served.as(clerk), '/v1/batch', { items });
    expect(answer.json()).toMatchObject({ recorded: 1, items: [{ status: 201 }, { status: 403 }] });
  });
});

describe('who reads', () => {
  beforeAll(async () => {
    for (const id of ['PB-1', 'PB-3']) {
      await post(id, received());
      await post(id, forwarded);
    }
    await post('PB-2', received());
    await post('TB-1', received(denunciation));
    await post('TB-1', forwarded);
    await served.settled();
  });

  const readers: readonly [string, NewHolder, Record<string, number>][] = [
    ['a complaint officer', officer, { 'PB-1': 200, 'PB-2': 200, 'TB-1': 200 }],
    ['a director', { role: 'director' }, { 'PB-1': 200, 'PB-2': 200, 'TB-1': 200 }],
    ['an inspector', { role: 'inspector' }, { 'PB-1': 200, 'TB-1': 200 }],
    ['the agency to which it was sent', ofAgency('H42.17'), { 'PB-1': 200 }],
    ['the agency complained of, which was not asked', ofAgency('H42.17'), { 'PB-2': 403 }],
    ['an agency that is denounced', ofAgency('H42.17'), { 'TB-1': 403 }],
    ['another agency', ofAgency('H42.20'), { 'PB-1': 403 }],
    ['the official complained of', { role: 'official', official: 'cv-1203' }, { 'PB-1': 403 }],
    ['a clerk', { role: 'clerk' }, { 'PB-1': 403 }],
    ['another centre', { ...officer, centre: 'other' }, { 'PB-1': 403 }],
    [
      'a director who is denounced',
      { role: 'director', official: 'cv-1203' },
      { 'PB-1': 200, 'TB-1': 403 },
    ],
  ];

  test.each(readers)('%s', async (_, holder, expected) => {
    for (const [id, status] of Object.entries(expected)) {
      for (const part of ['', '/events', '/duties', '/findings']) {
        const { statusCode } = await read(holder, `/v1/complaints/${id}${part}`);
        expect(statusCode).toBe(status);
      }
    }
  });

  test('what turns out to be a denunciation is closed to the agency, also as it was before', async () => {
    const before = (await served.ledger.store.size()) - 1n;
    await post('PB-3', said('ComplaintClassified', { kind: 'denunciation' }, 4));
    for (const address of ['', `?asOf=${before}`]) {
      const answer = await read(ofAgency('H42.17'), `/v1/complaints/PB-3${address}`);
      expect(answer.json()).toMatchObject({ status: 403, code: 'access/not-yours' });
    }
  });
});

function said(type: string, data: object, day = 2) {
  const occurredAt = `2026-03-0${day}T08:00:00+07:00`;
  return { type, occurredAt, data, ...(type === 'ComplaintReceived' && { centre: 'reference' }) };
}

function post(id: string, body: object, holder: NewHolder = officer) {
  return postTo(served.app, served.as(holder), `/v1/complaints/${id}/events`, body);
}

function read(holder: NewHolder, url: string) {
  return get(served.app, served.as(holder), url);
}
