/** Violations over HTTP: recorded, read by whom they are for, and listed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewHolder } from '../../../src/ledger/access.ts';
import { get, postTo, type Served, serve } from '../served.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
  await post('VP-1', recorded({ act: 'bribery', official: 'cv-1203', agency: 'H42.17' }));
  await post('VP-2', { ...recorded({ act: 'absence', agency: 'H42.20' }), centre: 'other' });
  const sources = [
    { kind: 'complaint', id: 'PA-1' },
    { kind: 'complaint', id: 'PA-2' },
  ];
  await post('VP-3', recorded({ act: 'discourtesy', agency: 'H42.17', sources }));
  await post('VP-3', said('ViolationDecided', { found: 'confirmed', measure: 'reminder' }, 3));
  await post('VP-3', said('ViolationOutcomeMadeKnown', { complaint: 'PA-1' }, 4));
  await post('VP-4', recorded({ act: 'absence', agency: 'H42.21' }));
  await post('VP-4', said('ViolationTransferred', { to: 'H42.21' }, 3));
  await served.settled();
});
afterAll(async () => served[Symbol.asyncDispose]());

const officer: NewHolder = { role: 'complaint-officer' };
const account = 'Nhận tiền ngoài phí';

test('a violation has a state and a trail, and says nothing of a person', async () => {
  const state = await read(officer, '/v1/violations/VP-3');
  expect(state.json()).toMatchObject({
    id: 'VP-3',
    act: 'discourtesy',
    stage: 'dealt-with',
    measure: 'reminder',
    complaints: ['PA-1', 'PA-2'],
    told: ['PA-1'],
    notedAt: '2026-03-02T01:00:00.000Z',
    decidedAt: '2026-03-03T01:00:00.000Z',
    madeKnownAt: '2026-03-04T01:00:00.000Z',
    publishedAt: null,
  });
  const trail = await read(officer, '/v1/violations/VP-3/events');
  expect(trail.json().total).toBe(3);
  expect(trail.body).not.toContain(account);
});

test('what was only handed on is not dealt with', async () => {
  expect((await read(officer, '/v1/violations/VP-1')).json()).toMatchObject({ stage: 'open' });
  expect((await read(officer, '/v1/violations/VP-4')).json()).toMatchObject({
    stage: 'transferred',
    transferredTo: 'H42.21',
  });
});

test.each([
  ['VP-9', { ...said('ViolationDecided', {}), centre: 'reference' }, 409, 'violation/not-recorded'],
  ['VP-1', recorded({}), 409, 'violation/already-recorded'],
  ['VP-1', said('ViolationOutcomePublished', {}, 4), 409, 'violation/not-decided'],
  ['VP-1', said('ViolationDecided', {}, 1), 422, 'violation/effect-before-cause'],
])('what cannot be is refused: %s, %o', async (id, fact, status, code) => {
  expect((await post(id, fact)).json()).toMatchObject({ status, code });
});

test.each<[string, NewHolder, string, number]>([
  ['a director', { role: 'director' }, 'VP-1', 200],
  ['an inspector', { role: 'inspector' }, 'VP-1', 200],
  ['their agency', { role: 'agency-officer', agency: 'H42.17' }, 'VP-1', 200],
  ['another agency', { role: 'agency-officer', agency: 'H42.20' }, 'VP-1', 403],
  ['the official', { role: 'official', official: 'cv-1203' }, 'VP-1', 403],
  ['another centre', { role: 'director', centre: 'other' }, 'VP-1', 403],
])('%s', async (_, holder, id, status) => {
  expect((await read(holder, `/v1/violations/${id}`)).statusCode).toBe(status);
});

test.each([
  ['', ['VP-4', 'VP-3', 'VP-2', 'VP-1']],
  ['official=cv-1203', ['VP-1']],
  ['agency=H42.17', ['VP-3', 'VP-1']],
  ['act=absence', ['VP-4', 'VP-2']],
  ['stage=open', ['VP-2', 'VP-1']],
  ['stage=transferred', ['VP-4']],
  ['stage=dealt-with', ['VP-3']],
  ['centre=other', ['VP-2']],
  ['notedFrom=2026-03-02T01:00:00Z', ['VP-4', 'VP-3', 'VP-2', 'VP-1']],
  ['notedTo=2026-03-02T01:00:00Z', []],
])('the list asked for %s', async (query, expected) => {
  const list = await read(officer, `/v1/violations?${query}`);
  expect(list.json().items.map(({ id }: { id: string }) => id)).toEqual(expected);
});

test('the list says who was not told, and an agency sees its own', async () => {
  const holder: NewHolder = { role: 'agency-officer', agency: 'H42.17' };
  const list = await read(holder, '/v1/violations');
  expect(list.json().items).toMatchObject([
    { id: 'VP-3', complaints: ['PA-1', 'PA-2'], untold: 1 },
    { id: 'VP-1', complaints: [], untold: 0 },
  ]);
  const others = await read(holder, '/v1/violations?agency=H42.20');
  expect(others.json()).toMatchObject({ code: 'access/not-yours' });
});

function recorded(data: object) {
  return { ...said('ViolationRecorded', { ...data, account }), centre: 'reference' };
}

function said(type: string, data: object, day = 2) {
  return { type, occurredAt: `2026-03-0${day}T08:00:00+07:00`, data };
}

function post(id: string, body: object) {
  return postTo(served.app, served.as(officer), `/v1/violations/${id}/events`, body);
}

function read(holder: NewHolder, url: string) {
  return get(served.app, served.as(holder), url);
}
