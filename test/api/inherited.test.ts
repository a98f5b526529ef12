/** An agency merges while it is followed: who owes, whom it is shown to, and what a correction of the merger changes. */
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NewHolder } from '../../src/ledger/access.ts';
import { get, post, postTo, received, type Served, serve } from './served.ts';

let served: Served;
let service: Record<string, string>;
beforeEach(async () => {
  served = await serve();
  service = served.as({ role: 'service' });
});
afterEach(async () => served[Symbol.asyncDispose]());

const [old, successor] = ['H42.17', 'H42.18'];

async function recorded(answering: ReturnType<typeof post>): Promise<string> {
  const answer = await answering;
  expect(answer.json()).toMatchObject({ again: false });
  await served.settled();
  return answer.json().ids[0];
}

const ofAgency = (type: string, data: object, corrects: string | null = null) =>
  recorded(
    postTo(served.app, service, `/v1/agencies/${old}/events`, {
      type,
      occurredAt: '2026-03-09T08:00:00+07:00',
      centre: 'NB',
      data,
      corrects,
    }),
  );

const dutiesFor = async (holder: NewHolder) =>
  (await get(served.app, served.as(holder), '/v1/duties?rule=processing-deadline')).json().items;

const inspector: NewHolder = { role: 'inspector' };
const officer: NewHolder = { role: 'agency-officer', agency: successor, centre: 'NB' };

test('an open dossier passes on, a correction of the merger takes it back, and the CSV says so', async () => {
  await recorded(post(served.app, service, received({ centre: 'NB' })));
  await ofAgency('AgencyEstablished', { name: 'Sở Tài nguyên và Môi trường' });
  expect(await dutiesFor(inspector)).toMatchObject([
    { state: 'overdue', bearer: { kind: 'agency', code: old }, inheritedFrom: null },
  ]);
  expect(await dutiesFor(officer)).toEqual([]);

  const data = { how: 'merged', successors: [successor], from: '2026-03-10' };
  const merger = await ofAgency('AgencySucceeded', data);
  const passedOn = {
    state: 'overdue',
    bearer: { kind: 'agency', code: successor },
    inheritedFrom: old,
    inheritedAt: '2026-03-09T17:00:00.000Z',
    bearerWhenDue: old,
  };
  expect(await dutiesFor(inspector)).toMatchObject([passedOn]);
  expect(await dutiesFor(officer)).toMatchObject([passedOn]);

  const headers = { ...served.as({ role: 'inspector' }), accept: 'text/csv' };
  const csv = await get(served.app, headers, '/v1/findings?rule=processing-deadline');
  expect(parse(csv.body.replace(/^\uFEFF/, ''), { columns: true })).toMatchObject([
    { bearer: successor, inheritedFrom: old, bearerWhenDue: old },
  ]);

  await ofAgency('AgencySucceeded', { ...data, from: '2026-03-11' }, merger);
  expect(await dutiesFor(inspector)).toMatchObject([
    { bearer: { code: old }, inheritedFrom: null, inheritedAt: null, bearerWhenDue: null },
  ]);
  served.clock.now = new Date('2026-03-11T02:00:00.000Z'); // nothing is written: the day has come
  expect(await dutiesFor(inspector)).toMatchObject([{ bearer: { code: successor } }]);
});
