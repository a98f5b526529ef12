/** Attendance over HTTP: the month of one official, the days, the notes, and overtime with what it earns. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { get, getReady, postTo, type Served, serve } from '../served.ts';

let served: Served;
let manager: Record<string, string>;
async function begin() {
  served = await serve();
  manager = served.as({ role: 'roster-manager' });
}
const end = async () => served[Symbol.asyncDispose]();

const agency = 'H42.17';
const happened = (type: string, at: string, data: object = {}) => ({
  type,
  occurredAt: at.length === 5 ? `2026-03-02T${at}:00+07:00` : at,
  centre: 'reference',
  data,
});
const came = (at = '07:00') => happened('CheckedIn', at, { how: 'face', agency });
const left = (at = '11:30') => happened('CheckedOut', at, { how: 'by-hand', by: 'cb-0102' });
const missed = (from: string, to = from) =>
  happened('AbsenceNoted', '08:00', { days: [{ from, to }], withLeave: false });
const rude = happened('ConductNoted', '09:00', {
  act: 'discourteous',
  by: 'cb-0102',
  agency,
  account: 'Nói to với bà Mai',
});
const threatened = happened('ApplicantActNoted', '09:30', {
  act: 'threat',
  applicant: 'Lê Văn Tám',
});
const overtime = (also: object = {}) =>
  happened('OvertimeWorked', '17:30', { kind: 'overtime', minutes: 90, agency, ...also });

async function post(who: string, body: unknown, headers = manager, month = '2026-03') {
  return postTo(served.app, headers, `/v1/attendance/${who}/${month}/events`, body);
}

async function record(who: string, ...events: object[]) {
  const answer = await post(who, { events });
  expect(answer.statusCode).toBe(201);
  await served.models.reached(BigInt(answer.json().index), 10_000);
}

async function list(path: string, headers = manager) {
  const answer = await getReady(served.app, headers, `/v1/${path}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

describe('one month', () => {
  beforeEach(begin);
  afterEach(end);

  test('as it stands, with its trail', async () => {
    const task = { reference: '56/TB', task: 'Rà soát mẫu đơn' };
    await record('cb-1', came(), left(), came('13:00'), missed('2026-03-03', '2026-03-04'), rude);
    await record('cb-1', overtime({ earned: 120 }), happened('ExtraTaskAssigned', '10:00', task));
    const answer = await get(served.app, manager, '/v1/attendance/cb-1/2026-03');
    expect(answer.json()).toMatchObject({
      stream: 'attendance-cb%2D1-2026-03',
      official: 'cb-1',
      month: '2026-03',
      centre: 'reference',
      agency,
      days: [
        { day: '2026-03-02', minutes: 270, marks: ['no-check-out', 'by-hand'] },
        { day: '2026-03-03', absences: [{ part: 'whole', withLeave: false }] },
        { day: '2026-03-04', firstIn: null },
      ],
      minutes: 270,
      conduct: [{ act: 'discourteous' }],
      overtime: [{ kind: 'overtime', minutes: 90, earned: 120 }],
      minutesEarned: 120,
      tasks: [{ task: 'Rà soát mẫu đơn', completedAt: null }],
      entries: 7,
    });
    const trail = (await get(served.app, manager, '/v1/attendance/cb-1/2026-03/events')).json();
    const labels = trail.items.map(({ label }: { label: { vi: string } }) => label.vi);
    expect(labels.slice(0, 2)).toEqual(['Chấm công đến', 'Chấm công về']);
  });

  test('what happened, and which applicant it was, is sealed', async () => {
    await record('cb-1', rude, threatened);
    const trail = await get(served.app, manager, '/v1/attendance/cb-1/2026-03/events');
    const notes = await getReady(served.app, manager, '/v1/conduct-notes');
    for (const { payload } of [trail, notes]) {
      expect(payload).toContain('threat');
      expect(payload).not.toContain('Mai');
      expect(payload).not.toContain('Tám');
    }
  });

  test.each<[string, number, readonly object[], object]>([
    ['attendance/other-month', 422, [], { ...came(), occurredAt: '2026-02-27T07:00:00+07:00' }],
    ['attendance/other-month', 422, [], missed('2026-03-31', '2026-04-01')],
    ['attendance/already-checked-in', 409, [came()], came()],
    ['attendance/not-checked-in', 409, [], left()],
    ['attendance/absence-on-record', 409, [missed('2026-03-03')], missed('2026-03-03')],
    ['attendance/overtime-on-record', 409, [overtime()], overtime()],
    ['attendance/no-such-task', 409, [], happened('ExtraTaskCompleted', '16:00')],
  ])('%s is answered with %i', async (code, status, past, refused) => {
    if (past.length > 0) await record('cb-1', ...past);
    expect((await post('cb-1', refused)).json()).toMatchObject({ status, code });
  });

  test('a month that there is not is no record', async () => {
    expect((await post('cb-1', came(), manager, '2026-13')).statusCode).toBe(400);
  });
});

describe('the lists', () => {
  beforeAll(async () => {
    await begin();
    await record('cb-1', came(), left(), rude, overtime());
    await record('cb-1', { ...came(), occurredAt: '2026-03-03T04:00:00+07:00' });
    await record('cb-2', came('07:05'), overtime({ kind: 'saturday', compensation: 'pay' }));
    await record('cb-3', { ...came(), centre: 'other' }, { ...threatened, centre: 'other' });
  });
  afterAll(end);

  const seen = ({ items }: { items: { day: string; official: string }[] }) =>
    items.map(({ day, official }) => `${day.slice(8)} ${official}`);

  test.each([
    ['', ['03 cb-1', '02 cb-3', '02 cb-2', '02 cb-1']],
    ['?official=cb-1', ['03 cb-1', '02 cb-1']],
    ['?centre=other', ['02 cb-3']],
    ['?agency=H42.17&to=2026-03-03', ['02 cb-3', '02 cb-2', '02 cb-1']],
    ['?agency=H42.18', []],
    ['?from=2026-03-03', ['03 cb-1']],
    ['?mark=odd-hour', ['03 cb-1']],
    ['?mark=no-check-out&centre=reference', ['03 cb-1', '02 cb-2']],
  ])('days: %s', async (query, days) => {
    const found = await list(`attendance${query}`);
    expect(seen(found)).toEqual(days);
    expect(found.total).toBe(days.length);
  });

  test('days come in pages', async () => {
    const first = await list('attendance?limit=3');
    expect(seen(first)).toHaveLength(3);
    expect(seen(await list(`attendance?limit=3&cursor=${first.next}`))).toEqual(['02 cb-1']);
  });

  test('a mark that there is not is no filter', async () => {
    expect((await get(served.app, manager, '/v1/attendance?mark=late')).statusCode).toBe(400);
  });

  test.each([
    ['', ['threat', 'discourteous']],
    ['?whose=official', ['discourteous']],
    ['?act=threat', ['threat']],
    ['?official=cb-1', ['discourteous']],
    ['?centre=other', ['threat']],
    ['?agency=H42.17&from=2026-03-02T09:10:00%2B07:00', ['threat']],
    ['?to=2026-03-02T09:10:00%2B07:00', ['discourteous']],
  ])('notes: %s', async (query, acts) => {
    const { items } = await list(`conduct-notes${query}`);
    expect(items.map(({ act }: { act: string }) => act)).toEqual(acts);
  });

  test.each([
    ['', [0, 90]],
    ['?official=cb-1', [90]],
    ['?kind=saturday', [0]],
    ['?centre=other', []],
  ])('overtime: %s', async (query, earned) => {
    const { items } = await list(`overtime${query}`);
    expect(items.map((one: { earned: number }) => one.earned).toSorted()).toEqual(earned);
  });

  test('overtime is earned time off', async () => {
    expect((await list('leave-balances')).items).toMatchObject([{ official: 'cb-1', earned: 90 }]);
  });

  test('shows an official their own', async () => {
    const own = served.as({ role: 'official', official: 'cb-2' });
    expect(seen(await list('attendance', own))).toEqual(['02 cb-2']);
    expect((await list('conduct-notes', own)).items).toEqual([]);
    expect((await list('overtime', own)).items).toMatchObject([{ official: 'cb-2' }]);
    expect((await get(served.app, own, '/v1/attendance?official=cb-1')).statusCode).toBe(403);
    expect((await get(served.app, own, '/v1/attendance/cb-1/2026-03')).statusCode).toBe(403);
    expect((await get(served.app, own, '/v1/attendance/cb-2/2026-03')).statusCode).toBe(200);
    expect((await post('cb-2', came('15:00'), own)).statusCode).toBe(403);
  });

  test('shows an agency its own officials, and a centre its own', async () => {
    const ours = served.as({ role: 'agency-officer', agency });
    expect(seen(await list('attendance', ours))).toHaveLength(4);
    const another = served.as({ role: 'agency-officer', agency: 'H42.18' });
    expect(seen(await list('attendance', another))).toEqual([]);
    expect((await get(served.app, another, '/v1/attendance/cb-1/2026-03')).statusCode).toBe(403);
    const there = served.as({ role: 'roster-manager', centre: 'other' });
    expect(seen(await list('attendance', there))).toEqual(['02 cb-3']);
    expect((await get(served.app, there, '/v1/attendance/cb-1/2026-03')).statusCode).toBe(403);
    expect((await post('cb-1', came('15:00'), there)).statusCode).toBe(403);
  });

  test.each(['clerk', 'fee-accountant', 'administrator', 'access-auditor'] as const)(
    'is not for a %s',
    async (role) => {
      const headers = served.as({ role });
      for (const path of ['attendance', 'conduct-notes', 'overtime', 'attendance/cb-1/2026-03']) {
        expect((await get(served.app, headers, `/v1/${path}`)).statusCode).toBe(403);
      }
      expect((await post('cb-1', came('15:00'), headers)).statusCode).toBe(403);
    },
  );
});
