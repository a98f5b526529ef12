/** Personal fields: opened for whom the work needs it, recorded first, and else not opened. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openers } from '../../src/api/opening.ts';
import { personalKinds } from '../../src/domain/personal.ts';
import { type Role, roles } from '../../src/ledger/access.ts';
import { commitmentTo } from '../../src/ledger/personal.ts';
import { code, get, postTo, received, type Served, serve } from './served.ts';

let served: Served;
beforeEach(async () => {
  served = await serve();
  await postTo(served.app, clerk(), `/v1/dossiers/${code}/events`, {
    ...received(),
    data: { ...received().data, applicant: { text: name, nationalNumber: '037190001234' } },
  });
});
afterEach(async () => served[Symbol.asyncDispose]());

const name = 'Trần Thị Mai, phường Nam Bình';
const stream = `dossier-${code}`;
const purpose = 'Kết luận thanh tra 12/KL-TTr';
const clerk = () => served.as({ role: 'clerk', name: 'quay-3' });
const inspector = () => served.as({ role: 'inspector', name: 'thanh-tra-1' });
const asked = { stream, revision: 0, purpose };

test('an inspector is shown what a field says, and it is on record that they were', async () => {
  const answer = await postTo(served.app, inspector(), '/v1/openings', asked);
  expect(answer.statusCode).toBe(201);
  const { fields, index } = answer.json();
  expect(fields).toMatchObject([{ name: 'applicant', about: 'applicant', text: name }]);
  const [{ salt, text, commitment }] = fields;
  expect(commitmentTo({ salt: Buffer.from(salt, 'hex'), text })).toBe(commitment);

  const auditor = served.as({ role: 'access-auditor' });
  const trail = await get(served.app, auditor, '/v1/access/thanh-tra-1/2026-03/events');
  expect(trail.json().items).toMatchObject([
    {
      index,
      type: 'PersonalFieldsOpened',
      actor: 'thanh-tra-1',
      data: { record: stream, role: 'inspector', purpose, fields: [{ name: 'applicant' }] },
    },
  ]);
  expect(trail.body).not.toContain(name);
});

test('each opening is one, also of the same field', async () => {
  await postTo(served.app, inspector(), '/v1/openings', asked);
  await postTo(served.app, inspector(), '/v1/openings', asked);
  await served.settled();
  const auditor = served.as({ role: 'access-auditor' });
  const list = await get(served.app, auditor, `/v1/openings?record=${stream}`);
  expect(list.json()).toMatchObject({ total: 2, items: [{ actor: 'thanh-tra-1' }, {}] });
});

test('what cannot be recorded is not opened', async () => {
  const { ledger } = served;
  const record = ledger.record;
  Object.assign(ledger, { record: async () => ({ kind: 'busy' }) });
  const answer = await postTo(served.app, inspector(), '/v1/openings', asked);
  Object.assign(ledger, { record });
  expect(answer.json()).toMatchObject({ status: 503, code: 'opening/not-recorded' });
  expect(answer.body).not.toContain(name);
});

test('of someone who was erased nothing is left to show', async () => {
  const trail = await get(served.app, inspector(), `/v1/dossiers/${code}/events`);
  served.ledger.keys.destroy(trail.json().items[0].data.applicant.person);
  const answer = await postTo(served.app, inspector(), '/v1/openings', asked);
  expect(answer.json().fields).toMatchObject([{ name: 'applicant', text: null, salt: null }]);
});

describe('who may open what', () => {
  test.each(personalKinds)('somebody may open what is told of an %s', (kind) => {
    expect(openers[kind]).not.toEqual([]);
  });

  test('who denounces is for complaint officers alone', () => {
    expect(openers.denouncer).toEqual(['complaint-officer']);
  });

  test('nobody opens by rank: an administrator, an access auditor and a service open nothing', () => {
    const opening = new Set<Role>(personalKinds.flatMap((kind) => openers[kind]));
    const none = roles.filter((role) => !opening.has(role));
    expect(none).toEqual(['access-auditor', 'administrator', 'service']);
  });

  test('a director reads the dossier, and not the name', async () => {
    const director = served.as({ role: 'director' });
    expect((await get(served.app, director, `/v1/dossiers/${code}`)).statusCode).toBe(200);
    const answer = await postTo(served.app, director, '/v1/openings', asked);
    expect(answer.json()).toMatchObject({ status: 403, code: 'opening/not-for-role' });
  });

  test('who may not read the record opens nothing of it', async () => {
    for (const [holder, problem] of [
      [{ role: 'fee-accountant' }, 'access/role'],
      [{ role: 'inspector', centre: 'other' }, 'access/other-centre'],
      [{ role: 'official', official: 'cv-9' }, 'access/not-yours'],
    ] as const) {
      const answer = await postTo(served.app, served.as(holder), '/v1/openings', asked);
      expect(answer.json()).toMatchObject({ status: 403, code: problem });
    }
  });

  test('of a denunciation an inspector opens nothing, whatever the field', async () => {
    const officer = served.as({ role: 'complaint-officer', name: 'pa-1' });
    const url = '/v1/complaints/TC-2026-0003';
    const denunciation = {
      type: 'ComplaintReceived',
      occurredAt: '2026-03-02T08:00:00+07:00',
      centre: 'reference',
      data: {
        kind: 'denunciation',
        channel: 'in-person',
        denouncer: 'Lê Văn Nam',
        accusation: 'Nhận tiền',
      },
    };
    expect((await postTo(served.app, officer, `${url}/events`, denunciation)).statusCode).toBe(201);
    const of = { stream: 'complaint-TC-2026-0003', revision: 0, purpose };
    const opened = await postTo(served.app, officer, '/v1/openings', of);
    expect(opened.json().fields).toMatchObject([{ text: 'Lê Văn Nam' }, { text: 'Nhận tiền' }]);
    for (const fields of [['denouncer'], ['accusation'], undefined]) {
      const answer = await postTo(served.app, inspector(), '/v1/openings', { ...of, fields });
      expect(answer.json()).toMatchObject({ status: 403, code: 'opening/not-for-role' });
    }
  });

  test('nobody writes into the log of openings', async () => {
    const answer = await postTo(
      served.app,
      inspector(),
      '/v1/access/thanh-tra-1/2026-03/events',
      {},
    );
    expect(answer.statusCode).toBe(405);
  });
});

test.each([
  ['a record that is not there', { stream: 'dossier-none' }, 404, 'record/unknown'],
  ['a stream of no family', { stream: 'colour-blue' }, 404, 'record/unknown'],
  ['an entry that is not there', { revision: 7 }, 404, 'entry/unknown'],
  ['a field that it does not have', { fields: ['reason'] }, 404, 'opening/nothing-sealed'],
  ['no purpose', { purpose: ' ' }, 400, 'request/invalid'],
])('asking for %s is refused', async (_, also, status, problem) => {
  const answer = await postTo(served.app, inspector(), '/v1/openings', { ...asked, ...also });
  expect(answer.json()).toMatchObject({ status, code: problem });
});
