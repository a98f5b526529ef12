/** Reading: a dossier, its trail and its duties, and the lists, now and as of the past. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  code,
  get,
  getReady,
  post,
  received,
  returned,
  type Served,
  serve,
  step,
} from './served.ts';

let served: Served;
let inspector: Record<string, string>;
let service: Record<string, string>;
beforeEach(async () => {
  served = await serve();
  inspector = served.as({ role: 'inspector' });
  service = served.as({ role: 'service' });
});
afterEach(async () => served[Symbol.asyncDispose]());

const ask = async (url: string, headers: Record<string, string> = {}) =>
  get(served.app, { ...inspector, ...headers }, url);
const list = async (url: string) => {
  const answer = await getReady(served.app, inspector, url);
  expect(answer.statusCode).toBe(200);
  return answer.json();
};
const at = (time: string) => {
  served.clock.now = new Date(time);
};
/** Records, and waits until the read models show it. */
async function record(body: unknown, dossier = code): Promise<{ ids: string[]; index: number }> {
  const answer = await post(served.app, service, body, dossier);
  expect(answer.statusCode).toBe(201);
  await served.models.reached(BigInt(answer.json().index), 10_000);
  return answer.json();
}

describe('one dossier', () => {
  test('of which nothing is on record is not found', async () => {
    for (const part of ['', '/events', '/duties', '/findings']) {
      const answer = await ask(`/v1/dossiers/${code}${part}`);
      expect(answer.json()).toMatchObject({ status: 404, code: 'record/unknown' });
    }
  });

  test('its state folds what happened, in the order of happening', async () => {
    await record(received());
    await record(returned());
    await record(step());
    const answer = await ask(`/v1/dossiers/${code}`);
    expect(answer.headers).toMatchObject({ etag: '"2"', 'ledger-position': '2' });
    expect(answer.json()).toMatchObject({
      code,
      centre: 'reference',
      status: 'returned',
      statusLabel: { vi: 'Đã trả kết quả', en: 'Returned' },
      revision: 2,
      entries: 3,
      receivedAt: '2026-03-02T01:00:00.000Z',
      returnedAt: '2026-03-06T02:00:00.000Z',
      lastActivityAt: '2026-03-06T02:00:00.000Z',
      step: { name: 'Thẩm định hồ sơ', official: 'cv-1203' },
    });
  });

  test('its trail shows every entry, also what was corrected and withdrawn', async () => {
    const [first] = (await record(received())).ids;
    const [wrong] = (await record(step())).ids;
    const [second] = (await record(step({ corrects: wrong }))).ids;
    const withdrawn = { type: 'EntryWithdrawn', corrects: second, data: {} };
    const [third] = (await record({ ...withdrawn, occurredAt: '2026-03-04' })).ids;
    const { items, total, next } = (await ask(`/v1/dossiers/${code}/events`)).json();
    expect({ total, next }).toEqual({ total: 4, next: null });
    expect(
      items.map((item: { id: string; standing: string; correctedBy: string[] }) => [
        item.id,
        item.standing,
        item.correctedBy,
      ]),
    ).toEqual([
      [first, 'stands', []],
      [wrong, 'stands', [second]],
      [second, 'withdrawn', [third]],
      [third, 'withdrawal', []],
    ]);
    expect(items[0]).toMatchObject({
      index: 0,
      type: 'DossierReceived',
      label: { vi: 'Tiếp nhận hồ sơ', en: 'Dossier received' },
      occurredAt: '2026-03-02T01:00:00.000Z',
      recordedAt: '2026-03-10T02:00:00.000Z',
      recordedVia: { mode: 'live' },
    });
  });

  test('its trail comes in pages', async () => {
    await record({ events: [received(), step(), returned()] });
    const first = (await ask(`/v1/dossiers/${code}/events?limit=2`)).json();
    expect(first).toMatchObject({ total: 3, next: '2', items: [{ revision: 0 }, { revision: 1 }] });
    const last = (await ask(`/v1/dossiers/${code}/events?limit=2&cursor=${first.next}`)).json();
    expect(last).toMatchObject({ total: 3, next: null, items: [{ revision: 2 }] });
  });

  test('its duties, with the events that prove them', async () => {
    const [reception] = (await record(received())).ids;
    const open = (await ask(`/v1/dossiers/${code}/duties`)).json();
    expect(open.items).toMatchObject([
      { rule: 'processing-deadline', state: 'overdue', evidence: [reception] },
    ]);
    const [result] = (await record(returned())).ids;
    const late = (await ask(`/v1/dossiers/${code}/duties`)).json();
    expect(late).toMatchObject({
      total: 1,
      next: null,
      items: [
        {
          rule: 'processing-deadline',
          state: 'late',
          subject: `dossier-${code}`,
          evidence: [reception, result],
        },
      ],
    });
    const { items } = (await ask(`/v1/dossiers/${code}/findings`)).json();
    expect(items.map(({ rule }: { rule: string }) => rule).toSorted()).toEqual([
      'backdated-entry', // both were entered days after they are said to have happened
      'backdated-entry',
      'breach-lessened',
      'processing-deadline',
    ]);
  });

  test('as of an index or a recorded time, inclusive', async () => {
    at('2026-03-03T02:00:00Z');
    await record(received());
    at('2026-03-06T03:00:00Z');
    await record(returned());
    const states = async (asOf: string) => {
      const state = await ask(`/v1/dossiers/${code}?asOf=${asOf}`);
      const duties = await ask(`/v1/dossiers/${code}/duties?asOf=${asOf}`);
      return [state.json().status, duties.json().items[0].state, state.headers['ledger-position']];
    };
    expect(await states('0')).toEqual(['accepted', 'open', '0']);
    expect(await states('1')).toEqual(['returned', 'late', '1']);
    expect(await states('2026-03-05T10:00:00.000Z')).toEqual(['accepted', 'open', '0']);
    expect(await states('2026-03-05T10:00:00.001Z')).toEqual(['accepted', 'overdue', '0']);
    expect(await states('2026-03-06T02:59:59.999Z')).toEqual(['accepted', 'overdue', '0']);
    expect(await states('2026-03-06T03:00:00Z')).toEqual(['returned', 'late', '1']);
    expect(await states('2026-03-06T10:00:00%2B07:00')).toEqual(['returned', 'late', '1']);
    expect(await states('2026-03-06T10:00:00+07:00')).toEqual(['returned', 'late', '1']);
    const before = await ask(`/v1/dossiers/${code}?asOf=2026-03-03T01:59:59Z`);
    expect(before.json()).toMatchObject({ status: 404, code: 'record/unknown' });
  });
});

describe('lists', () => {
  const second = 'H42.17-260302-0002';

  test('are empty before anything is recorded', async () => {
    for (const name of ['dossiers', 'duties', 'findings', 'official-months', 'quarantine']) {
      expect(await list(`/v1/${name}`)).toEqual({ items: [], total: 0, next: null });
    }
  });

  test('show what is recorded, with totals, in pages', async () => {
    await record(received());
    await record(received({}, second), second);
    const first = await list('/v1/dossiers?limit=1');
    expect(first).toMatchObject({ total: 2, items: [{ code: second, status: 'accepted' }] });
    const last = await list(`/v1/dossiers?limit=1&cursor=${first.next}`);
    expect(last).toMatchObject({ total: 2, next: null, items: [{ code }] });
  });

  test('duties by rule and state', async () => {
    await record(received());
    await record(returned());
    const late = await list('/v1/duties?rule=processing-deadline&state=late');
    expect(late).toMatchObject({
      total: 1,
      items: [
        {
          rule: 'processing-deadline',
          state: 'late',
          subject: `dossier-${code}`,
          citation: expect.any(String),
          evidence: [expect.any(String), expect.any(String)],
        },
      ],
    });
    expect(await list('/v1/duties?state=overdue')).toMatchObject({ total: 0 });
    expect(await list('/v1/findings?rule=processing-deadline')).toMatchObject({ total: 1 });
    expect(await list('/v1/official-months')).toMatchObject({ total: 0 });
  });

  test('what was kept is judged again when it is asked for', async () => {
    await record(received());
    await record(returned({ occurredAt: '2026-03-05T17:00:00+07:00' }));
    expect(await list('/v1/duties')).toMatchObject({ total: 0 });
    expect(await list('/v1/duties?state=kept')).toMatchObject({
      total: 1,
      items: [{ state: 'kept', subject: `dossier-${code}` }],
    });
  });

  test('what could not be judged is in quarantine', async () => {
    await record(received({ centre: 'other' })); // the read models of this ledger know no such centre
    expect(await list('/v1/quarantine')).toMatchObject({
      total: 1,
      items: [{ subject: `dossier-${code}` }],
    });
  });

  test('as of the past: the list as it was, 202 with progress until it is there', async () => {
    at('2026-03-03T02:00:00Z');
    await record(received());
    at('2026-03-06T03:00:00Z');
    await record(returned());
    await record(received({}, second), second);
    const first = await ask('/v1/dossiers?asOf=0');
    expect(first.statusCode).toBe(202);
    expect(first.headers['retry-after']).toBe('1');
    expect(Object.keys(first.json())).toEqual(['progress']);
    expect(first.json().progress).toMatchObject({ until: 0, fraction: 0 });
    expect(await list('/v1/dossiers?asOf=0')).toMatchObject({
      total: 1,
      items: [{ code, status: 'accepted' }],
    });
    const duties = async (asOf: string) => (await list(`/v1/duties?asOf=${asOf}`)).items[0].state;
    expect(await duties('2026-03-05T10:00:00Z')).toBe('open');
    expect(await duties('2026-03-05T10:00:00.001Z')).toBe('overdue');
    expect(await duties('1')).toBe('late');
  });

  test('as of the head: the present', async () => {
    await record(received());
    const answer = await ask('/v1/dossiers?asOf=0');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ total: 1 });
  });

  test('as of a time before the first event: empty', async () => {
    await record(received());
    const asOf = '2026-03-10T01:59:59.999Z';
    for (const name of ['dossiers', 'duties', 'findings', 'official-months', 'quarantine']) {
      const answer = await ask(`/v1/${name}?asOf=${asOf}`);
      expect(answer.json()).toEqual({ items: [], total: 0, next: null });
      expect(answer.headers['ledger-position']).toBe('-1');
    }
  });

  test.each([
    ['an asOf that is nothing', 'asOf=yesterday', 400, 'list/bad-as-of'],
    ['an asOf without a zone', 'asOf=2026-03-02T08:00:00', 400, 'list/bad-as-of'],
    ['an asOf of a day to come', 'asOf=2026-03-11', 422, 'list/not-yet'],
    ['an asOf of a date that does not exist', 'asOf=2026-02-30', 400, 'list/bad-as-of'],
    ['an asOf on a day that does not exist', 'asOf=2026-02-30T08:00:00Z', 400, 'list/bad-as-of'],
    ['an index beyond the last', 'asOf=1', 422, 'list/not-yet'],
    ['a time to come', 'asOf=2026-03-10T02:00:00.001Z', 422, 'list/not-yet'],
    ['a cursor that is none', 'cursor=abc', 400, 'list/bad-cursor'],
    ['a cursor of nothing', 'cursor=now.abc', 400, 'list/bad-cursor'],
    ['a limit of none', 'limit=0', 400, 'request/invalid'],
    ['a limit beyond all', 'limit=501', 400, 'request/invalid'],
    ['a limit that is no number', 'limit=ten', 400, 'request/invalid'],
    ['a filter that there is not', 'stat=late', 400, 'request/invalid'],
    ['a centre that there is not', 'centre=HN', 400, 'request/invalid'],
    ['a value that no filter takes', 'status=lost', 400, 'request/invalid'],
    ['a filter twice', 'status=accepted&status=refused', 400, 'request/invalid'],
  ])('%s', async (_, query, status, problem) => {
    await post(served.app, service, received());
    const answer = await getReady(served.app, inspector, `/v1/dossiers?${query}`);
    expect(answer.json()).toMatchObject({ status, code: problem });
  });

  test.each(['duties', 'findings'])('%s by a rule that there is not', async (name) => {
    const answer = await getReady(served.app, inspector, `/v1/${name}?rule=procesing-deadline`);
    expect(answer.json()).toMatchObject({ status: 400, code: 'request/invalid' });
    expect(answer.json().detail).toContain('processing-deadline');
  });

  test('findings that breaches of a rule were taken away that there is not', async () => {
    for (const rule of ['procesing-deadline', 'breach-lessened']) {
      const answer = await getReady(served.app, inspector, `/v1/findings?lessenedRule=${rule}`);
      expect(answer.json()).toMatchObject({ status: 400, code: 'request/invalid' });
      expect(answer.json().detail).toMatch(/^lessenedRule: there is no such rule/);
    }
  });

  test.each([
    [
      '/v1/dossiers?statu=accepted',
      /^statu: there is no such parameter here; there are: .*status, .*asOf$/,
    ],
    [
      '/v1/findings?centre=HN',
      /^centre: there is no such centre; there are: SL, TQ, BL, KT, NB, reference/,
    ],
    ['/v1/late?centre=HN', /^centre: there is no such centre/],
  ])('%s: what there is, is said', async (url, detail) => {
    expect((await ask(url)).json()).toMatchObject({
      status: 400,
      detail: expect.stringMatching(detail),
    });
  });

  test('a cursor is of one list, with its filters, at its time', async () => {
    await record(received());
    await record(received({}, second), second);
    const { next } = await list('/v1/dossiers?limit=1');
    for (const other of ['dossiers?status=accepted&', 'duties?', 'dossiers?asOf=1&']) {
      const answer = await ask(`/v1/${other}limit=1&cursor=${next}`);
      expect(answer.json()).toMatchObject({ status: 400, code: 'list/bad-cursor' });
    }
  });
});

describe('positions', () => {
  test('an answer shows at least what is asked for', async () => {
    const answer = await post(served.app, service, received());
    const position = String(answer.headers['ledger-position']);
    const shown = await ask('/v1/dossiers', { 'ledger-at-least': position });
    expect(shown.json()).toMatchObject({ total: 1 });
    expect(shown.headers['ledger-position']).toBe(position);
  });

  test('what is not there yet is told, with when to ask again', async () => {
    await record(received());
    const answer = await ask(`/v1/dossiers/${code}`, { 'ledger-at-least': '1' });
    expect(answer.json()).toMatchObject({ status: 503, code: 'list/behind' });
    expect(answer.headers['retry-after']).toBe('1');
    const malformed = await ask(`/v1/dossiers/${code}`, { 'ledger-at-least': 'soon' });
    expect(malformed.json()).toMatchObject({ status: 400, code: 'request/invalid' });
  });

  test('every answer says how far the ledger is', async () => {
    expect((await ask('/nowhere')).headers['ledger-position']).toBe('-1');
    await record(received());
    expect((await ask('/nowhere')).headers['ledger-position']).toBe('0');
    expect((await ask('/v1/centres')).headers['ledger-position']).toBe('0');
  });
});
