/** Who is denounced does not read it, and who denounces is not told by the way. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NewHolder } from '../../src/ledger/access.ts';
import { get, getReady, postTo, type Served, serve } from './served.ts';

let served: Served;
let base: string;
beforeAll(async () => {
  served = await serve();
  base = await served.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => served[Symbol.asyncDispose]());

const officer: NewHolder = { role: 'complaint-officer', official: 'kn-0102' };
const inspector: NewHolder = { role: 'inspector' };
const director = (official: string): NewHolder => ({ role: 'director', official });
const mai = { text: 'Trần Thị Mai', nationalNumber: '037190001234' };
const dossier = 'H42.17-260302-0001';

const said = (type: string, data: object = {}, also: object = {}) => ({
  type,
  occurredAt: '2026-03-02T08:00:00+07:00',
  centre: 'reference',
  data,
  ...also,
});
const denounced = (data: object = {}, also: object = {}) =>
  said('ComplaintReceived', { kind: 'denunciation', againstOfficial: 'gd-1', ...data }, also);
const classified = said('ComplaintClassified', { kind: 'denunciation' });

async function record(id: string, ...events: object[]) {
  const answer = await post(officer, id, { events });
  expect([answer.statusCode, answer.json().code]).toEqual([201, undefined]);
  return answer.json();
}
const post = (holder: NewHolder, id: string, body: object) =>
  postTo(served.app, served.as(holder), `/v1/complaints/${id}/events`, body);
const read = (holder: NewHolder, url: string) => get(served.app, served.as(holder), url);
async function list(holder: NewHolder, url: string) {
  await served.settled();
  return (await getReady(served.app, served.as(holder), url)).json();
}

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

describe('a denunciation of whoever asks', () => {
  const accused = director('gd-1');
  beforeAll(async () => {
    await record('TC-1', denounced());
    await record(
      'TC-2',
      said('ComplaintReceived', { kind: 'feedback', againstOfficial: 'gd-1' }),
      classified,
    );
    await record('PA-1', said('ComplaintReceived', { kind: 'feedback', againstOfficial: 'gd-1' }));
  });

  test('is on no list of theirs', async () => {
    const ids = async (holder: NewHolder, query: string) =>
      (await list(holder, `/v1/complaints${query}`)).items.map(({ id }: { id: string }) => id);
    for (const query of ['?againstOfficial=gd-1', '?secrecy=secret', '']) {
      const theirs = await ids(accused, query);
      expect([query, theirs.includes('TC-1'), theirs.includes('TC-2')]).toEqual([
        query,
        false,
        false,
      ]);
    }
    expect(await ids(accused, '?againstOfficial=gd-1')).toEqual(['PA-1']);
    expect(await ids(director('gd-2'), '?againstOfficial=gd-1')).toEqual(['PA-1', 'TC-2', 'TC-1']);
    expect((await list(accused, '/v1/complaints?againstOfficial=gd-1')).total).toBe(1);
  });

  test('is on none as of the past either, before it turned out to be one', async () => {
    const { index } = await record(
      'TC-3',
      said('ComplaintReceived', { kind: 'feedback', againstOfficial: 'gd-3' }),
    );
    await record('TC-3', classified);
    const url = `/v1/complaints?againstOfficial=gd-3&asOf=${index}`;
    expect(await list(director('gd-2'), url)).toMatchObject({ total: 1 });
    expect(await list(director('gd-3'), url)).toMatchObject({ total: 0 });
  });

  test('is in none of their feeds', async () => {
    await record('PA-2', said('ComplaintReceived', { kind: 'feedback' }));
    const told = await feed(accused, 'complaint-PA-2');
    expect(told).toContain('complaint-PA-1');
    for (const id of ['TC-1', 'TC-2']) expect(told).not.toContain(`"complaint-${id}"`);
    expect(await feed(director('gd-2'), 'complaint-PA-2')).toContain('"complaint-TC-1"');
  });

  test('is not theirs to write to, by itself or in bulk', async () => {
    const resolved = said('ComplaintResolved', { verdict: 'not-upheld' });
    const [corrects] = (await read(officer, '/v1/complaints/TC-1/events')).json().items;
    const events = [resolved, said('EntryWithdrawn', {}, { corrects: corrects.id })];
    for (const event of events) {
      const answer = await post(accused, 'TC-1', event);
      expect(answer.json()).toMatchObject({ status: 403, code: 'access/not-yours' });
    }
    const items = [{ stream: 'complaint-TC-1', key: 'k', events: [resolved] }];
    const answer = await postTo(served.app, served.as(accused), '/v1/batch', { items });
    expect(answer.json().items).toMatchObject([{ status: 403, code: 'access/not-yours' }]);
    expect((await post(accused, 'PA-1', resolved)).statusCode).toBe(201);
  });

  test('is not told by what was noted of them', async () => {
    const noted = said('ConductNoted', {
      act: 'discourteous',
      source: 'complaint',
      complaint: 'TC-1',
    });
    const manager: NewHolder = { role: 'roster-manager' };
    const url = '/v1/attendance/gd-1/2026-03';
    await postTo(served.app, served.as(manager), `${url}/events`, noted);
    const theirs: NewHolder = { role: 'official', official: 'gd-1' };
    for (const [holder, isTold] of [
      [manager, true],
      [theirs, false],
    ] as const) {
      expect((await list(holder, '/v1/conduct-notes')).items).toMatchObject([
        { source: 'complaint', complaint: isTold ? 'TC-1' : null },
      ]);
      expect((await read(holder, `${url}/events`)).body.includes('TC-1')).toBe(isTold);
    }
  });
});

describe('who denounces', () => {
  let person: string;
  beforeAll(async () => {
    const clerk = served.as({ role: 'clerk' });
    const received = said('DossierReceived', { code: dossier, applicant: mai });
    await postTo(served.app, clerk, `/v1/dossiers/${dossier}/events`, received);
    const trail = await read(inspector, `/v1/dossiers/${dossier}/events`);
    person = trail.json().items[0].data.applicant.person;
    const feedback = { kind: 'feedback', dossier, complainant: mai, text: 'Phải đưa tiền' };
    await record(
      'TC-10',
      said('ComplaintReceived', feedback, { correlation: dossier }),
      classified,
    );
  });
  const url = '/v1/complaints/TC-10';

  test.each(['', '/events'])(
    'is not told by the record%s, but to a complaint officer',
    async (part) => {
      expect((await read(officer, url + part)).body).toContain(dossier);
      for (const holder of [inspector, director('gd-2'), { role: 'service' } as const]) {
        const { statusCode, body } = await read(holder, url + part);
        expect([statusCode, body.includes(dossier), body.includes(person)]).toEqual([
          200,
          false,
          false,
        ]);
        expect(body).not.toContain('commitment');
      }
    },
  );

  test('is not told by the feed', async () => {
    await record('PA-11', said('ComplaintReceived', { kind: 'feedback' }));
    const ofIt = (text: string) =>
      text.split('\n\n').filter((one) => one.includes('complaint-TC-10'));
    const told = ofIt(await feed(inspector, 'complaint-PA-11')).join();
    expect([
      told.includes('ComplaintReceived'),
      told.includes(dossier),
      told.includes(person),
    ]).toEqual([true, false, false]);
  });

  test('is not told by the list, nor by finding it under the dossier', async () => {
    const before = 1;
    for (const asOf of ['', `&asOf=${(await served.ledger.store.size()) - BigInt(before)}`]) {
      const shown = await list(inspector, `/v1/complaints?secrecy=secret${asOf}`);
      expect(shown.items.find(({ id }: { id: string }) => id === 'TC-10')).toMatchObject({
        dossier: null,
      });
      expect(await list(inspector, `/v1/complaints?dossier=${dossier}${asOf}`)).toMatchObject({
        total: 0,
      });
      const found = await list(officer, `/v1/complaints?dossier=${dossier}${asOf}`);
      expect(found.items.map(({ id }: { id: string }) => id)).toContain('TC-10');
    }
  });

  test('is not told by the list of the time when it was none yet', async () => {
    const feedback = { kind: 'feedback', againstAgency: 'H42.17', dossier };
    const { index } = await record(
      'TC-12',
      said('ComplaintReceived', feedback),
      said('ComplaintForwarded', { to: 'H42.17' }),
    );
    await record('TC-12', classified);
    const agency: NewHolder = { role: 'agency-officer', agency: 'H42.17' };
    expect(await list(agency, `/v1/complaints?asOf=${index}`)).toMatchObject({ total: 0 });
    expect(await list(inspector, `/v1/complaints?dossier=${dossier}&asOf=${index}`)).toMatchObject({
      total: 0,
    });
    const then = await list(inspector, `/v1/complaints?againstAgency=H42.17&asOf=${index}`);
    expect(then.items).toMatchObject([{ id: 'TC-12', dossier: null }]);
  });
});

test('a complaint that was sent to an agency by mistake is not read there', async () => {
  await record('PA-30', said('ComplaintReceived', { kind: 'feedback' }));
  const { ids } = await record('PA-30', said('ComplaintForwarded', { to: 'H42.20' }));
  const agency: NewHolder = { role: 'agency-officer', agency: 'H42.20' };
  const { index } = await record('PA-30', said('ComplaintClassified', { matter: 'processing' }));
  expect((await read(agency, '/v1/complaints/PA-30')).statusCode).toBe(200);
  await record('PA-30', said('EntryWithdrawn', {}, { corrects: ids[0] }));
  for (const query of ['', `?asOf=${index}`]) {
    const answer = await read(agency, `/v1/complaints/PA-30${query}`);
    expect(answer.json()).toMatchObject({ status: 403, code: 'access/not-yours' });
  }
});
