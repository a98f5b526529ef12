/** Who reads and writes what of a record that is not all theirs: by the centre, the agency, the official. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NewHolder } from '../../src/ledger/access.ts';
import { get, getReady, postTo, type Served, serve } from './served.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(async () => served[Symbol.asyncDispose]());

const [here, there] = ['reference', 'other'];
const manager = (centre: string): NewHolder => ({ role: 'roster-manager', centre });
const said = (type: string, data: object = {}, also: object = {}) => ({
  type,
  occurredAt: '2026-03-02T08:00:00+07:00',
  data,
  ...also,
});
const post = (holder: NewHolder, url: string, ...events: object[]) =>
  postTo(served.app, served.as(holder), `${url}/events`, { events });
const read = (holder: NewHolder, url: string) => get(served.app, served.as(holder), url);
async function list(holder: NewHolder, url: string) {
  await served.settled();
  return (await getReady(served.app, served.as(holder), url)).json();
}
const typesIn = ({ items }: { items: { type: string }[] }) => items.map(({ type }) => type);

describe('an official who moves to another centre', () => {
  const url = '/v1/officials/cb-1';
  const attendance = '/v1/attendance/cb-1/2026-03';
  const posted = said('OfficialPosted', { posting: '2/QĐ', from: '2026-03-04' });
  beforeAll(async () => {
    const registered = said('OfficialRegistered', { name: 'Nguyễn Thị Hà', agency: 'H42.17' });
    const first = said('OfficialPosted', { posting: '1/QĐ', from: '2026-01-01' });
    const ended = said(
      'PostingEnded',
      { posting: '1/QĐ' },
      { occurredAt: '2026-03-03T08:00:00+07:00' },
    );
    await post(manager(here), url, registered, first, ended);
    await post(manager(there), url, posted);
  });

  test('is not read there before, and is recorded there on the same record', async () => {
    const third = '/v1/officials/cb-3';
    await post(manager(here), third, said('OfficialRegistered', { name: 'Trần Văn Cường' }));
    expect((await read(manager(there), third)).statusCode).toBe(403);
    const answer = await post(manager(there), third, posted);
    expect([answer.statusCode, answer.json().revision]).toEqual([201, 1]);
    expect((await read(manager(there), third)).statusCode).toBe(200);
  });

  test('is read there: who they are, and what that centre wrote', async () => {
    const state = (await read(manager(there), url)).json();
    expect(state).toMatchObject({
      name: 'Nguyễn Thị Hà',
      postings: [{ posting: '2/QĐ', centre: there }],
    });
    const trail = (await read(manager(there), `${url}/events`)).json();
    expect(typesIn(trail)).toEqual(['OfficialRegistered', 'OfficialPosted']);
    const whole = (await read({ role: 'roster-manager' }, `${url}/events`)).json();
    expect(whole.total).toBe(4);
  });

  test('is read there as soon as a posting sends them there', async () => {
    const sent = '/v1/officials/cb-2';
    const sending = said('OfficialPosted', { posting: '3/QĐ', from: '2026-03-04', at: there });
    await post(manager(here), sent, said('OfficialRegistered', { name: 'Lê Văn Bình' }), sending);
    expect((await read(manager(there), sent)).json()).toMatchObject({
      name: 'Lê Văn Bình',
      postings: [{ centre: there }],
    });
  });

  test('is in the register of both', async () => {
    for (const [centre, posting] of [
      [here, 'ended'],
      [there, 'open'],
    ] as const) {
      const { items, total } = await list(manager(centre), '/v1/officials?official=cb-1');
      expect(items).toMatchObject([{ centre, name: 'Nguyễn Thị Hà', posting }]);
      expect(total).toBe(1);
    }
    expect(await list({ role: 'roster-manager' }, '/v1/officials?official=cb-1')).toMatchObject({
      total: 2,
    });
  });

  test('is noted at both within one month, and each reads its own days', async () => {
    const at = (day: number, hour: number) => ({
      occurredAt: `2026-03-0${day}T${String(hour).padStart(2, '0')}:00:00+07:00`,
    });
    for (const [centre, day] of [
      [here, 2],
      [there, 4],
      [here, 5],
      [there, 5],
    ] as const) {
      const hour = centre === here ? 7 : 13;
      const passed = [
        said('CheckedIn', {}, at(day, hour)),
        said('CheckedOut', {}, at(day, hour + 3)),
      ];
      expect((await post(manager(centre), attendance, ...passed)).statusCode).toBe(201);
    }
    for (const [centre, days] of [
      [here, ['2026-03-05', '2026-03-02']],
      [there, ['2026-03-05', '2026-03-04']],
    ] as const) {
      const listed = await list(manager(centre), '/v1/attendance?official=cb-1');
      expect(listed.items.map(({ day }: { day: string }) => day)).toEqual(days);
      expect(listed.items).toMatchObject([{ centre, minutes: 180 }, { minutes: 180 }]);
      const state = (await read(manager(centre), attendance)).json();
      expect(state.days.map(({ day }: { day: string }) => day)).toEqual(days.toReversed());
    }
    const first = await list({ role: 'roster-manager' }, '/v1/attendance?official=cb-1&limit=1');
    expect(first.total).toBe(4);
  });

  test('an entry is corrected by the centre that made it, and by no other', async () => {
    const month = '/v1/attendance/cb-4/2026-03';
    const [corrects] = (await post(manager(here), month, said('CheckedIn'))).json().ids;
    const withdrawn = said('EntryWithdrawn', {}, { corrects });
    const refused = await post(manager(there), month, withdrawn);
    expect(refused.json()).toMatchObject({ status: 403, code: 'entry/other-centre' });
    expect((await post(manager(here), month, withdrawn)).statusCode).toBe(201);
  });
});

describe("an agency's officer", () => {
  test('reads of a month of fees what is of their agency or of all, and no other sums', async () => {
    const url = '/v1/fee-months/reference/2026-02';
    const accountant: NewHolder = { role: 'fee-accountant', centre: here };
    const sums = ['H42.17', 'H42.20'].map((agency, n) =>
      said('FeeSummarySent', { agency, collected: { amount: 1_000 + n }, receipts: 1 }),
    );
    const share = said('RetentionShareDecided', { share: 1_000, from: '2026-02-01' });
    expect((await post(accountant, url, ...sums, share)).statusCode).toBe(201);
    const agency: NewHolder = { role: 'agency-officer', agency: 'H42.17' };
    const state = (await read(agency, url)).json();
    expect(state).toMatchObject({ agencies: [{ agency: 'H42.17' }], shares: [{ share: 1_000 }] });
    expect(state.agencies).toHaveLength(1);
    const trail = await read(agency, `${url}/events`);
    expect([trail.json().total, trail.body.includes('H42.20')]).toEqual([2, false]);
    expect((await read(accountant, url)).json().agencies).toHaveLength(2);
  });
});

describe('the reason of a leave', () => {
  test('is opened by whose leave it is, and not by who stands in', async () => {
    const url = '/v1/leave/NP-1';
    const data = {
      official: 'cb-1',
      substitute: 'cb-2',
      days: [{ from: '2026-03-09', to: '2026-03-09' }],
      reason: 'Con ốm',
    };
    expect((await post(manager(here), url, said('LeaveRequested', data))).statusCode).toBe(201);
    const asked = { stream: 'leave-NP-1', revision: 0, purpose: 'Xem' };
    const opening = (official: string) =>
      postTo(served.app, served.as({ role: 'official', official }), '/v1/openings', asked);
    expect((await read({ role: 'official', official: 'cb-2' }, url)).statusCode).toBe(200);
    expect((await opening('cb-2')).json()).toMatchObject({
      status: 403,
      code: 'opening/not-for-role',
    });
    expect((await opening('cb-1')).json()).toMatchObject({ fields: [{ text: 'Con ốm' }] });
  });
});

test('openings at one centre are not shown to an auditor of another', async () => {
  const clerk: NewHolder = { role: 'clerk', name: 'quay-1' };
  for (const [centre, n] of [
    [here, 1],
    [there, 2],
  ] as const) {
    const code = `H42.17-260302-000${n}`;
    const data = { code, applicant: 'Trần Thị Mai' };
    await post(clerk, `/v1/dossiers/${code}`, said('DossierReceived', data, { centre }));
    const asked = { stream: `dossier-${code}`, revision: 0, purpose: 'Gọi điện' };
    const answer = await postTo(served.app, served.as(clerk), '/v1/openings', asked);
    expect(answer.statusCode).toBe(201);
  }
  const url = '/v1/access/quay-1/2026-03';
  for (const part of ['', '/events']) {
    const shown = await read({ role: 'access-auditor', centre: here }, url + part);
    expect([shown.statusCode, shown.body.includes('260302-0002')]).toEqual([200, false]);
  }
  const own = (await read({ role: 'access-auditor', centre: here }, url)).json();
  expect(own).toMatchObject({ openings: 1 });
  expect((await read({ role: 'access-auditor' }, url)).json()).toMatchObject({ openings: 2 });
});

test('who was named by mistake has no longer to do with the record', async () => {
  const url = '/v1/dossiers/H42.17-260302-0007';
  const clerk: NewHolder = { role: 'clerk', centre: here };
  const received = said('DossierReceived', { code: 'H42.17-260302-0007', official: 'cv-1' });
  await post(clerk, url, received);
  const step = said('StepCompleted', { step: 'Thẩm định', official: 'cv-2' });
  const { ids, index } = (await post(clerk, url, step)).json();
  const named: NewHolder = { role: 'official', official: 'cv-2' };
  expect((await read(named, url)).statusCode).toBe(200);
  await post(clerk, url, said('EntryWithdrawn', { because: 'mistake' }, { corrects: ids[0] }));
  for (const query of ['', `?asOf=${index}`]) {
    expect((await read(named, url + query)).json()).toMatchObject({ code: 'access/not-yours' });
  }
});
