/** Recording in bulk: each item whole or not at all, and one answer for each. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { code, get, post, postTo, received, type Served, serve, step } from './served.ts';

let served: Served;
beforeEach(async () => {
  served = await serve();
});
afterEach(async () => served[Symbol.asyncDispose]());

const service = () => served.as({ role: 'service', centre: 'reference', name: 'mot-cua' });
const other = code.replace(/\d$/, '9');
const reception = (of: string) => received({}, of);
const item = (of: string, ...events: readonly unknown[]) => ({
  stream: `dossier-${of}`,
  key: `k-${of}-${events.length}`,
  events,
});

test('many records at once, answered in their order', async () => {
  const items = [item(code, reception(code), step()), item(other, reception(other))];
  const answer = await postTo(served.app, service(), '/v1/batch', { items });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({
    recorded: 2,
    again: 0,
    refused: 0,
    items: [
      { status: 201, revision: 1 },
      { status: 201, revision: 0 },
    ],
  });
});

test('an item that is refused leaves nothing, and the others stand', async () => {
  const items = [
    item(code, reception(code), { ...step(), data: { colour: 'blue' } }),
    item(other, reception(other)),
  ];
  const answer = await postTo(served.app, service(), '/v1/batch', { items });
  expect(answer.json()).toMatchObject({
    recorded: 1,
    refused: 1,
    items: [{ status: 400, code: 'request/invalid', at: 1 }, { status: 201 }],
  });
  const trail = await get(served.app, service(), `/v1/dossiers/${code}/events`);
  expect(trail.json()).toMatchObject({ code: 'record/unknown' });
});

test('sent again, it is answered again and recorded once', async () => {
  const items = [item(code, reception(code)), item(other, reception(other))];
  await postTo(served.app, service(), '/v1/batch', { items });
  const answer = await postTo(served.app, service(), '/v1/batch', { items });
  expect(answer.json()).toMatchObject({ recorded: 0, again: 2, refused: 0 });
  expect(await served.ledger.store.size()).toBe(2n);
});

test('items of one record are recorded in their order, each on top of those before', async () => {
  const steps = Array.from({ length: 20 }, (_, n) => ({
    ...item(code, { ...step(), data: { ...step().data, step: `Bước ${n}` } }),
    key: `step-${n}`,
  }));
  const items = [item(code, reception(code)), ...steps];
  const answer = await postTo(served.app, service(), '/v1/batch', { items });
  expect(answer.json().items.map(({ revision }: { revision: number }) => revision)).toEqual(
    items.map((_, place) => place),
  );
});

test.each([
  ['no such family', { stream: 'colour-blue' }, 404, 'batch/no-such-record'],
  ['a name without its parts', { stream: 'receipt-NB' }, 404, 'batch/no-such-record'],
  ['a record that nobody posts to', { stream: 'access-a-2026-03' }, 404, 'batch/no-such-record'],
  ['the ledger itself', { stream: 'ledger-spec' }, 404, 'batch/no-such-record'],
  ['no key', { key: '' }, 400, 'request/invalid'],
  ['no events', { events: [] }, 400, 'request/invalid'],
  ['another code', { stream: `dossier-${other}` }, 422, 'dossier/code-mismatch'],
  ['a revision that was not read', { expectedRevision: 3 }, 412, 'entry/stale-revision'],
])('an item with %s is refused, by itself', async (_, also, status, problem) => {
  const items = [{ ...item(code, reception(code)), ...also }];
  const answer = await postTo(served.app, service(), '/v1/batch', { items });
  expect(answer.statusCode).toBe(200);
  expect(answer.json().items).toMatchObject([{ status, code: problem }]);
  expect(await served.ledger.store.size()).toBe(0n);
});

test('a role records by batch what it may record by itself, and nothing else', async () => {
  const accountant = served.as({ role: 'fee-accountant' });
  const items = [item(code, reception(code))];
  const answer = await postTo(served.app, accountant, '/v1/batch', { items });
  const alone = await post(served.app, accountant, reception(code));
  expect(answer.json().items).toMatchObject([
    {
      status: 403,
      code: 'access/role',
      detail: alone.json().detail,
      stream: `dossier-${code}`,
      key: items[0]?.key,
    },
  ]);
});

test.each([
  ['a small letter in its encoding', 'receipt-reference-01BLP0%2d001-2026-123'],
  ['more encoded than need be', 'receipt-r%65ference-01BLP0%2D001-2026-123'],
])('%s is the same record, and its number is used once', async (_, stream) => {
  const data = { book: '01BLP0-001', number: '123', total: { amount: 20_000 } };
  const occurredAt = '2026-03-02T08:00:00+07:00';
  const issued = { type: 'ReceiptIssued', occurredAt, centre: 'reference', data };
  const url = '/v1/receipts/reference/01BLP0-001/2026/123';
  const first = await postTo(served.app, service(), `${url}/events`, issued);
  expect(first.statusCode).toBe(201);
  const items = [{ stream, key: 'k', events: [issued] }];
  const answer = await postTo(served.app, service(), '/v1/batch', { items });
  expect(answer.json().items).toMatchObject([{ status: 409, code: 'receipt/number-used' }]);
});

test('two ways to write one name are one record also within a request', async () => {
  const [composed, decomposed] = ['PA-Huế', 'PA-Huế'].map((id, n) =>
    id.normalize(n === 0 ? 'NFC' : 'NFD'),
  );
  const data = { kind: 'feedback' };
  const occurredAt = '2026-03-02T08:00:00+07:00';
  const fact = { type: 'ComplaintReceived', occurredAt, centre: 'reference', data };
  const items = [composed, decomposed].map((id, n) => ({
    stream: `complaint-${id}`,
    key: `k${n}`,
    events: [fact],
  }));
  const answer = await postTo(served.app, service(), '/v1/batch', { items });
  expect(answer.json().items).toMatchObject([
    { status: 201 },
    { status: 409, code: 'complaint/already-received' },
  ]);
});

test.each([
  ['none', []],
  ['more than 500', Array.from({ length: 501 }, () => ({}))],
])('%s items are refused together', async (_, items) => {
  const answer = await postTo(served.app, service(), '/v1/batch', { items });
  expect(answer.json()).toMatchObject({ status: 400, code: 'request/invalid' });
});
