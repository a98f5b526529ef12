/** A centre's month over HTTP, and the list of reports and other periodic acts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { get, postTo, type Served, serve } from '../served.ts';

let served: Served;
let director: Record<string, string>;
beforeAll(async () => {
  served = await serve();
  director = served.as({ role: 'director' });
  await record('2026-02', happened('ReportSubmitted', { report: 'monthly', period }, '2026-03-02'));
  await record(
    '2026-03',
    happened('ReportDemanded', { reference: '540', due: { on: '2026-03-05' } }, '2026-03-02'),
    happened('ReportDemanded', { reference: '541' }, '2026-03-03'),
    happened('ReportSubmitted', { report: 'on-demand', reference: '540' }, '2026-03-04'),
    happened(
      'MeetingHeld',
      { kind: 'monthly', inServiceHours: true, fromCounters: ['cb-1'] },
      '2026-03-05',
    ),
    happened('AgencySessionHeld', { agencies: ['H42.17', 'H42.14'] }, '2026-03-06'),
  );
});
afterAll(async () => served[Symbol.asyncDispose]());

const period = { from: '2026-02-01', to: '2026-02-28' };
const happened = (type: string, data: object, occurredAt: string) => ({ type, occurredAt, data });

async function post(month: string, body: object, headers = director) {
  const said = { centre: 'reference', ...body };
  return postTo(served.app, headers, `/v1/months/reference/${month}/events`, said);
}

async function record(month: string, ...events: object[]) {
  for (const event of events) expect((await post(month, event)).statusCode).toBe(201);
}

async function list(query: string, headers = director) {
  await served.settled();
  const answer = await get(served.app, headers, `/v1/reports${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}
const acts = ({ items }: { items: { act: string; kind: string | null }[] }) =>
  items.map(({ act, kind }) => [act, kind]);

const session = ['AgencySessionHeld', null];
const meeting = ['MeetingHeld', 'monthly'];
const demanded = ['ReportSubmitted', 'on-demand'];
const monthly = ['ReportSubmitted', 'monthly'];

describe('a month of a centre', () => {
  test('as it stands, with its trail', async () => {
    expect((await get(served.app, director, '/v1/months/reference/2026-03')).json()).toMatchObject({
      stream: 'month-reference-2026-03',
      centre: 'reference',
      month: '2026-03',
      acts: [
        { act: 'ReportSubmitted', reference: '540', due: { on: '2026-03-05' } },
        { act: 'ReportSubmitted', reference: '541', due: null, filedAt: null },
        { act: 'MeetingHeld', inServiceHours: true },
        { act: 'AgencySessionHeld' },
      ],
      entries: 5,
    });
    const trail = await get(served.app, director, '/v1/months/reference/2026-03/events');
    expect(trail.json().items[3].label.vi).toBe('Họp Trung tâm');
  });

  test('a report is kept with the month of its period, though it was filed in the next', async () => {
    const answer = await get(served.app, director, '/v1/months/reference/2026-02');
    expect(answer.json()).toMatchObject({
      acts: [{ period, filedAt: '2026-03-01T17:00:00.000Z' }],
    });
  });

  test.each<[string, number, object]>([
    [
      'month/other-period',
      422,
      happened('ReportSubmitted', { report: 'monthly', period }, '2026-03-02'),
    ],
    ['month/other-month', 422, happened('MeetingHeld', {}, '2026-02-27')],
    ['month/already-demanded', 409, happened('ReportDemanded', { reference: '540' }, '2026-03-06')],
    [
      'month/nothing-demanded',
      409,
      happened('ReportSubmitted', { report: 'on-demand', reference: '999' }, '2026-03-06'),
    ],
    ['month/not-interrupted', 409, happened('PostalServiceResumed', {}, '2026-03-06')],
    [
      'month/effect-before-cause',
      422,
      happened('ReportSubmitted', { report: 'on-demand', reference: '541' }, '2026-03-02'),
    ],
  ])('%s is answered with %i', async (code, status, refused) => {
    expect((await post('2026-03', refused)).json()).toMatchObject({ status, code });
  });

  test('another centre neither reads nor writes it', async () => {
    const there = served.as({ role: 'director', centre: 'other' });
    const met = happened('MeetingHeld', {}, '2026-03-06');
    expect((await get(served.app, there, '/v1/months/reference/2026-03')).statusCode).toBe(403);
    expect((await post('2026-03', met, there)).statusCode).toBe(403);
  });

  test.each(['clerk', 'official', 'agency-officer', 'administrator'] as const)(
    'is not for a %s',
    async (role) => {
      const caller = served.as({ role, official: 'cb-1', agency: 'H42.17' });
      const met = happened('MeetingHeld', {}, '2026-03-06');
      expect((await get(served.app, caller, '/v1/months/reference/2026-03')).statusCode).toBe(403);
      expect((await post('2026-03', met, caller)).statusCode).toBe(403);
    },
  );
});

describe('the list of reports', () => {
  test.each([
    ['', [session, meeting, demanded, demanded, monthly]],
    ['?act=MeetingHeld', [meeting]],
    ['?kind=monthly', [meeting, monthly]],
    ['?month=2026-02', [monthly]],
    ['?owed=true', [demanded]],
    ['?owed=false&act=ReportSubmitted', [demanded, monthly]],
    ['?agency=H42.14', [session]],
    ['?official=cb-1', [meeting]],
    ['?centre=other', []],
    ['?from=2026-03-05T00:00:00%2B07:00', [session, meeting]],
    ['?from=2026-03-03T00:00:00%2B07:00&to=2026-03-04T00:00:00%2B07:00', [demanded]],
  ])('%s', async (query, rows) => {
    const found = await list(query);
    expect(acts(found)).toEqual(rows);
    expect(found.total).toBe(rows.length);
  });

  test('says when each was demanded, due and filed', async () => {
    expect((await list('?owed=false&kind=on-demand')).items).toMatchObject([
      {
        reference: '540',
        due: '2026-03-05',
        demandedAt: '2026-03-01T17:00:00.000Z',
        filedAt: '2026-03-03T17:00:00.000Z',
      },
    ]);
  });

  test('comes in pages', async () => {
    const first = await list('?limit=3');
    expect(acts(await list(`?limit=3&cursor=${first.next}`))).toEqual([demanded, monthly]);
  });

  test('shows each their own', async () => {
    const own = served.as({ role: 'official', official: 'cb-1' });
    expect(acts(await list('', own))).toEqual([meeting]);
    const agency = served.as({ role: 'agency-officer', agency: 'H42.17' });
    expect(acts(await list('', agency))).toEqual([session]);
    expect((await get(served.app, agency, '/v1/reports?agency=H42.14')).statusCode).toBe(403);
    const there = served.as({ role: 'inspector', centre: 'other' });
    expect((await list('', there)).total).toBe(0);
  });

  test('is not for an administrator', async () => {
    const caller = served.as({ role: 'administrator' });
    expect((await get(served.app, caller, '/v1/reports')).statusCode).toBe(403);
  });
});
