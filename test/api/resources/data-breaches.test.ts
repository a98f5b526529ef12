/** Breaches of personal data over HTTP: recorded, read by whom they are for, judged and listed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewHolder } from '../../../src/ledger/access.ts';
import { get, postTo, type Served, serve } from '../served.ts';

type Fact = ReturnType<typeof said> & { readonly centre?: string };

let served: Served;
beforeAll(async () => {
  served = await serve();
  const { clock } = served;
  const end = clock.now;
  const happens = async (id: string, fact: Fact) => {
    clock.now = new Date(fact.occurredAt);
    await post(id, fact);
  };
  await happens('SC-1', detected({ what: 'lost', dossiers: [dossier] }));
  await happens('SC-3', { ...detected({ holder: 'H42.20' }), centre: 'SL' });
  await happens('SC-1', said('DataBreachNotified', { to: 'persons' }, 3));
  await happens('SC-3', said('DataBreachNotified', { to: 'authority' }, 5));
  await happens('SC-1', said('DataBreachNotified', { to: 'authority' }, 6));
  await happens('SC-1', said('DataBreachDealtWith', { measures: ['data-recovered'] }, 9));
  await happens('SC-2', detected({ what: 'disclosed', holder: 'H42.17', on: '2026-03-07' }, 9));
  clock.now = end;
  await served.settled();
});
afterAll(async () => served[Symbol.asyncDispose]());

const officer: NewHolder = { role: 'complaint-officer', name: 'pa-1' };
const ofAgency = (agency: string): NewHolder => ({ role: 'agency-officer', agency });
const dossier = 'H42.17-260302-0001';
const account = 'Mất USB có bản chụp căn cước của bà Mai';

test('a breach has a state and a trail, and does not tell what is told of persons', async () => {
  const state = await read(officer, '/v1/data-breaches/SC-1');
  expect(state.json()).toMatchObject({
    id: 'SC-1',
    stream: 'databreach-SC-1',
    what: 'lost',
    on: null,
    holder: null,
    dossiers: [dossier],
    stage: 'dealt-with',
    detectedAt: '2026-03-02T01:00:00.000Z',
    personsNotifiedAt: '2026-03-03T01:00:00.000Z',
    authorityNotifiedAt: '2026-03-06T01:00:00.000Z',
    dealtWithAt: '2026-03-09T01:00:00.000Z',
    measures: ['data-recovered'],
  });
  const trail = await read(officer, '/v1/data-breaches/SC-1/events');
  expect(trail.json().total).toBe(4);
  expect(trail.body).not.toContain(account);
});

test('told to the authority after four days it is a finding; on the very hour of the third day it is not', async () => {
  expect((await read(officer, '/v1/data-breaches/SC-1/findings')).json().items).toMatchObject([
    { rule: 'data-breach-notified', state: 'remedied', citation: 'Luật 91/2025/QH15' },
  ]);
  expect((await read(officer, '/v1/data-breaches/SC-3/findings')).json().items).toEqual([]);
});

test.each([
  [
    'SC-9',
    { ...said('DataBreachNotified', { to: 'authority' }), centre: 'NB' },
    409,
    'databreach/not-detected',
  ],
  ['SC-1', detected({}), 409, 'databreach/already-detected'],
  ['SC-1', said('DataBreachDealtWith', {}, 9), 409, 'databreach/already-dealt-with'],
  ['SC-2', said('DataBreachDealtWith', {}, 8), 422, 'databreach/effect-before-cause'],
  ['SC-8', detected({ on: '2026-03-03' }), 422, 'databreach/effect-before-cause'],
])('what cannot be is refused: %s, %o', async (id, fact, status, code) => {
  expect((await post(id, fact)).json()).toMatchObject({ status, code });
});

test.each<[string, NewHolder, string, number]>([
  ['a director', { role: 'director' }, 'SC-1', 200],
  ['an inspector', { role: 'inspector' }, 'SC-2', 200],
  ['the agency that holds the data', ofAgency('H42.17'), 'SC-2', 200],
  ['another agency', ofAgency('H42.20'), 'SC-2', 403],
  ['a clerk', { role: 'clerk' }, 'SC-1', 403],
  ['an official', { role: 'official', official: 'cv-1203' }, 'SC-1', 403],
  ['another centre', { role: 'director', centre: 'SL' }, 'SC-1', 403],
])('%s', async (_, holder, id, status) => {
  expect((await read(holder, `/v1/data-breaches/${id}`)).statusCode).toBe(status);
});

test('a clerk records none', async () => {
  const answer = await post('SC-4', detected({}), { role: 'clerk', centre: 'NB' });
  expect(answer.json()).toMatchObject({ status: 403, code: 'access/role' });
});

test('what happened is opened by an inspector, and not by a director', async () => {
  const asked = { stream: 'databreach-SC-1', revision: 0, purpose: 'Thanh tra' };
  const inspector = served.as({ role: 'inspector', name: 'tt-1' });
  const opened = await postTo(served.app, inspector, '/v1/openings', asked);
  expect(opened.json().fields).toMatchObject([{ name: 'account', text: account }]);
  const refused = await postTo(served.app, served.as({ role: 'director' }), '/v1/openings', asked);
  expect(refused.json()).toMatchObject({ code: 'opening/not-for-role' });
});

test.each([
  ['', ['SC-2', 'SC-3', 'SC-1']],
  ['what=lost', ['SC-1']],
  ['stage=detected', ['SC-2']],
  ['stage=notified', ['SC-3']],
  ['stage=dealt-with', ['SC-1']],
  ['holder=H42.17', ['SC-2']],
  [`dossier=${dossier}`, ['SC-1']],
  ['centre=SL', ['SC-3']],
  ['detectedFrom=2026-03-09', ['SC-2']],
  ['detectedTo=2026-03-09', ['SC-3', 'SC-1']],
])('the list asked for %s', async (query, expected) => {
  expect(ids(await read(officer, `/v1/data-breaches?${query}`))).toEqual(expected);
});

test('the list says until when the authority is to be told; an agency sees its own', async () => {
  const list = await read(ofAgency('H42.17'), '/v1/data-breaches');
  expect(list.json().items).toMatchObject([
    { id: 'SC-2', on: '2026-03-07', notifyBy: '2026-03-12T01:00:00.000Z', measures: null },
  ]);
  const others = await read(ofAgency('H42.17'), '/v1/data-breaches?holder=H42.20');
  expect(others.json()).toMatchObject({ code: 'access/not-yours' });
});

function detected(data: object, day = 2) {
  return { ...said('DataBreachDetected', { ...data, account }, day), centre: 'NB' };
}

/** At 08:00 of a day of March 2026. */
function said(type: string, data: object, day = 2) {
  return { type, occurredAt: `2026-03-0${day}T08:00:00+07:00`, data };
}

function post(id: string, body: object, holder = officer) {
  return postTo(served.app, served.as(holder), `/v1/data-breaches/${id}/events`, body);
}

function read(holder: NewHolder, url: string) {
  return get(served.app, served.as(holder), url);
}

function ids(answer: Awaited<ReturnType<typeof read>>): string[] {
  return answer.json().items.map(({ id }: { id: string }) => id);
}
