/** What one centre wrote on a record is not shown to another that opens it later. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NewHolder } from '../../src/ledger/access.ts';
import { get, postTo, type Served, serve } from './served.ts';

let served: Served;
let base: string;
beforeAll(async () => {
  served = await serve();
  base = await served.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => served[Symbol.asyncDispose]());

const officer: NewHolder = { role: 'complaint-officer', official: 'kn-0102' };

const said = (type: string, data: object = {}, also: object = {}) => ({
  type,
  occurredAt: '2026-03-02T08:00:00+07:00',
  centre: 'reference',
  data,
  ...also,
});
const denounced = (data: object = {}, also: object = {}) =>
  said('ComplaintReceived', { kind: 'denunciation', againstOfficial: 'gd-20', ...data }, also);

const post = (holder: NewHolder, id: string, body: object) =>
  postTo(served.app, served.as(holder), `/v1/complaints/${id}/events`, body);
const read = (holder: NewHolder, url: string) => get(served.app, served.as(holder), url);
const open = (holder: NewHolder, stream: string, revision = 0) =>
  postTo(served.app, served.as(holder), '/v1/openings', { stream, revision, purpose: 'Xem' });

/** Everything that the feed tells `holder`, up to what is said of `last`. */
async function feed(holder: NewHolder, last: string): Promise<string> {
  const cut = new AbortController();
  const headers = served.as(holder);
  const response = await fetch(`${base}/v1/events`, { headers, signal: cut.signal });
  let text = '';
  for await (const bytes of response.body ?? []) {
    text += Buffer.from(bytes).toString();
    if (text.includes(last)) break;
  }
  cut.abort();
  return text;
}

describe('a record that was withdrawn, and opened again elsewhere', () => {
  const here: NewHolder = { ...officer, centre: 'reference' };
  const there: NewHolder = { ...officer, centre: 'other' };
  const stream = 'complaint-TC-20';
  let wasOpen: number;
  beforeAll(async () => {
    const opened = await post(here, 'TC-20', denounced({ denouncer: 'Lê Văn Nam' }));
    wasOpen = opened.json().index;
    await post(here, 'TC-20', said('ComplaintClassified', { note: 'Nam đã gọi điện' }));
    const [corrects] = opened.json().ids;
    await post(here, 'TC-20', said('EntryWithdrawn', { because: 'other-record' }, { corrects }));
    const again = denounced({ denouncer: 'Hoàng Thị Lan' }, { centre: 'other' });
    await post(there, 'TC-20', again);
  });

  test('shows the other centre what it wrote itself, and counts all of it', async () => {
    const trail = (await read(there, '/v1/complaints/TC-20/events')).json();
    expect(trail).toMatchObject({
      total: 1,
      items: [{ revision: 3, centre: 'other' }],
      next: null,
    });
    expect((await read(there, '/v1/complaints/TC-20')).json()).toMatchObject({
      revision: 3,
      entries: 1,
    });
  });

  test('is not shown there as it was', async () => {
    for (const part of ['', '/events', '/duties', '/findings']) {
      const answer = await read(there, `/v1/complaints/TC-20${part}?asOf=${wasOpen}`);
      expect(answer.json()).toMatchObject({ status: 404, code: 'record/unknown' });
    }
  });

  test('opens there no more than was written there', async () => {
    for (const revision of [0, 1]) {
      expect((await open(there, stream, revision)).json()).toMatchObject({ code: 'entry/unknown' });
    }
    expect((await open(there, stream, 3)).json()).toMatchObject({
      fields: [{ text: 'Hoàng Thị Lan' }],
    });
  });

  test('tells in the feed there only what was written there', async () => {
    const last = said('ComplaintReceived', { kind: 'feedback' }, { centre: 'other' });
    await post(there, 'PA-21', last);
    const told = await feed({ role: 'inspector', centre: 'other' }, 'complaint-PA-21');
    expect(told.split('\n\n').filter((one) => one.includes(`"stream":"${stream}"`))).toHaveLength(
      1,
    );
  });

  test('is read whole with a token for both', async () => {
    const trail = await read(officer, '/v1/complaints/TC-20/events');
    expect(trail.json()).toMatchObject({ total: 4 });
  });

  test('is read page by page, whatever is left out in between', async () => {
    const opened = await post(here, 'TC-22', denounced());
    const [corrects] = opened.json().ids;
    const again = denounced({}, { centre: 'other' });
    await post(here, 'TC-22', said('EntryWithdrawn', { because: 'other-record' }, { corrects }));
    await post(there, 'TC-22', again);
    await post(there, 'TC-22', said('ComplaintClassified', {}, { centre: 'other' }));
    const first = (await read(there, '/v1/complaints/TC-22/events?limit=1')).json();
    expect(first).toMatchObject({ items: [{ revision: 2 }], next: '3' });
    const second = await read(there, `/v1/complaints/TC-22/events?limit=1&cursor=${first.next}`);
    expect(second.json()).toMatchObject({ items: [{ revision: 3 }], next: null });
  });
});
