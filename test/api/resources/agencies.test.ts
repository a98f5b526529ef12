/** Agencies over HTTP: one agency with its lists of people, and the list of agencies on a day. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, postTo, type Served, serve } from '../served.ts';

let served: Served;
let director: Record<string, string>;
async function begin() {
  served = await serve();
  director = served.as({ role: 'director' });
}
const end = async () => served[Symbol.asyncDispose]();

const happened = (type: string, data: object, centre = 'reference') => ({
  type,
  occurredAt: '2026-03-02T09:00:00+07:00',
  centre,
  data,
});
const established = (name: string, data: object = {}, centre = 'reference') =>
  happened('AgencyEstablished', { name, ...data }, centre);
const people = [
  { official: 'cb-1', capacity: 'formal' },
  { official: 'cb-2', capacity: 'reserve' },
];

async function post(code: string, body: unknown, headers = director) {
  return postTo(served.app, headers, `/v1/agencies/${code}/events`, body);
}

async function record(code: string, ...events: object[]) {
  expect((await post(code, { events })).statusCode).toBe(201);
}

async function list(query: string, headers = director) {
  await served.settled();
  const answer = await get(served.app, headers, `/v1/agencies${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}
const codesIn = ({ items }: { items: { code: string }[] }) => items.map(({ code }) => code);

describe('one agency', () => {
  beforeAll(begin);
  afterAll(end);

  test('an agency as it stands, with its trail', async () => {
    await record(
      'H42.17',
      established('Sở Tài nguyên', { leaders: [{ name: 'Trần Quốc Toản' }] }),
      happened('AgencyRenamed', { name: 'Sở Môi trường' }),
      happened('StaffListApproved', { list: '2026', people, from: '2026-03-02' }),
    );
    expect((await get(served.app, director, '/v1/agencies/H42.17')).json()).toMatchObject({
      code: 'H42.17',
      stream: 'agency-H42.17',
      name: 'Sở Môi trường',
      names: [{ name: 'Sở Tài nguyên' }, { name: 'Sở Môi trường' }],
      leaders: [{ name: 'Trần Quốc Toản', telephone: null }],
      lists: [{ list: '2026', people, from: '2026-03-02', to: null }],
    });
    const trail = (await get(served.app, director, '/v1/agencies/H42.17/events')).json();
    expect(trail.total).toBe(3);
  });

  test.each<[string, number, object]>([
    ['agency/not-established', 409, happened('AgencyAbolished', {})],
    ['agency/own-successor', 422, happened('AgencySucceeded', { successors: ['H42.19'] })],
  ])('%s is answered with %i', async (code, status, refused) => {
    expect((await post('H42.19', refused)).json()).toMatchObject({ status, code });
  });

  test('a list that names somebody twice is refused', async () => {
    await record('H42.20', established('Sở Tài nguyên'));
    const twice = happened('StaffListApproved', { people: [...people, ...people] });
    expect((await post('H42.20', twice)).json()).toMatchObject({
      status: 422,
      code: 'agency/listed-twice',
    });
  });
});

describe('the list', () => {
  beforeAll(async () => {
    await begin();
    await record(
      'H42.17',
      established('Sở Tài nguyên', { kind: 'department', rotating: false, from: '2016-01-01' }),
      happened('StaffListApproved', { people }),
      happened('AgencySucceeded', { how: 'merged', successors: ['H42.18'] }),
      happened('AgencyAbolished', { to: '2025-02-28' }),
    );
    await record(
      'H42.18',
      established('Sở Môi trường', {
        kind: 'department',
        rotating: true,
        parent: 'H42',
        from: '2025-03-01',
        predecessors: ['H42.17'],
      }),
    );
    await record('H60.01', established('Văn phòng', { kind: 'provincial-office' }, 'other'));
  });
  afterAll(end);

  test.each([
    ['', ['H42.17', 'H42.18', 'H60.01']],
    ['?code=H42.17', ['H42.17']],
    ['?kind=department', ['H42.17', 'H42.18']],
    ['?parent=H42', ['H42.18']],
    ['?rotating=true', ['H42.18']],
    ['?rotating=false', ['H42.17']],
    ['?centre=other', ['H60.01']],
    ['?kind=department&on=2015-12-31', []],
    ['?kind=department&on=2016-01-01', ['H42.17']],
    ['?kind=department&on=2025-02-28', ['H42.17']],
    ['?kind=department&on=2025-03-01', ['H42.18']],
  ])('%s', async (query, codes) => {
    const found = await list(query);
    expect(codesIn(found)).toEqual(codes);
    expect(found.total).toBe(codes.length);
  });

  test('says what came before and after each, and whom it may send', async () => {
    const { items } = await list('?kind=department');
    expect(items).toMatchObject([
      { successors: ['H42.18'], lastDay: '2025-02-28', formal: 1, reserves: 1 },
      { predecessors: ['H42.17'], rotating: true, formal: 0, reserves: 0 },
    ]);
  });

  test('comes in pages', async () => {
    const first = await list('?limit=2');
    expect(codesIn(await list(`?limit=2&cursor=${first.next}`))).toEqual(['H60.01']);
  });

  test('is a directory, and nobody’s own', async () => {
    const officer = served.as({ role: 'agency-officer', agency: 'H42.18' });
    expect(codesIn(await list('', officer))).toEqual(['H42.17', 'H42.18', 'H60.01']);
    expect((await get(served.app, officer, '/v1/agencies/H42.17')).statusCode).toBe(200);
    const official = served.as({ role: 'official', official: 'cb-9', centre: 'reference' });
    expect(codesIn(await list('', official))).toEqual(['H42.17', 'H42.18']);
    expect((await get(served.app, official, '/v1/agencies/H42.17')).statusCode).toBe(200);
    const body = happened('AgencyRenamed', { name: 'Sở khác' });
    expect((await post('H42.18', body, officer)).statusCode).toBe(403);
  });

  test('is of the centres that one may see', async () => {
    const there = served.as({ role: 'director', centre: 'other' });
    expect(codesIn(await list('', there))).toEqual(['H60.01']);
    expect((await get(served.app, there, '/v1/agencies/H42.18')).statusCode).toBe(403);
    const body = happened('AgencyRenamed', { name: 'Sở khác' });
    expect((await post('H42.18', body, there)).statusCode).toBe(403);
  });

  test.each(['clerk', 'administrator'] as const)('is not for a %s', async (role) => {
    const headers = served.as({ role });
    expect((await get(served.app, headers, '/v1/agencies')).statusCode).toBe(403);
    expect((await post('H42.18', {}, headers)).statusCode).toBe(403);
  });
});
