/** The list of complaints over HTTP: with each filter, and for whom it is. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewHolder } from '../../../src/ledger/access.ts';
import { get, postTo, type Served, serve } from '../served.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
  await post('PA-1', received());
  await post('PA-1', forwarded);
  await post('PA-2', { ...received({ kind: 'question', channel: 'website' }), centre: 'other' });
  await post('PA-2', said('ComplaintAnswered', {}, 4));
  await post('TC-1', received(denunciation));
  await post('TC-1', forwarded);
  await post('TC-1', said('ComplaintClassified', { matter: 'processing' }, 4));
  await served.settled();
});
afterAll(async () => served[Symbol.asyncDispose]());

const monday = '2026-03-02T08:00:00+07:00';
const officer: NewHolder = { role: 'complaint-officer', official: 'kn-0102' };
const ofAgency = (agency: string): NewHolder => ({ role: 'agency-officer', agency });

const feedback = {
  kind: 'feedback',
  channel: 'hotline',
  about: 'lateness',
  againstOfficial: 'cv-1203',
  againstAgency: 'H42.17',
  dossier: 'H42.17-260302-0001',
  complainant: 'Trần Thị Mai',
  text: 'Quá hẹn mười ngày',
};
const denunciation = {
  kind: 'denunciation',
  channel: 'letter',
  about: 'conduct',
  againstOfficial: 'cv-1203',
  againstAgency: 'H42.17',
  denouncer: 'Lê Văn Nam',
  accusation: 'Nhận tiền để trả kết quả sớm',
};

const received = (data: object = feedback) => said('ComplaintReceived', data);
const forwarded = said('ComplaintForwarded', { to: 'H42.17', why: 'to-resolve' }, 3);

test.each([
  ['', ['TC-1', 'PA-2', 'PA-1']],
  ['centre=other', ['PA-2']],
  ['kind=denunciation', ['TC-1']],
  ['secrecy=none', ['PA-2', 'PA-1']],
  ['channel=website', ['PA-2']],
  ['status=answered', ['PA-2']],
  ['stage=open', ['TC-1', 'PA-1']],
  ['stage=ended', ['PA-2']],
  ['matter=processing', ['TC-1']],
  ['about=lateness', ['PA-1']],
  ['agency=H42.17', ['TC-1', 'PA-1']],
  ['againstAgency=H42.17&kind=feedback', ['PA-1']],
  ['againstOfficial=cv-1203', ['TC-1', 'PA-1']],
  ['againstOfficial=cv-9999', []],
  ['dossier=H42.17-260302-0001', ['PA-1']],
  [`receivedFrom=${encodeURIComponent(monday)}`, ['TC-1', 'PA-2', 'PA-1']],
  [`receivedTo=${encodeURIComponent(monday)}`, []],
])('the list asked for %s', async (query, expected) => {
  expect(ids(await read(officer, `/v1/complaints?${query}`))).toEqual(expected);
});

test('it has what is due and what was done, and no personal data', async () => {
  const list = await read(officer, '/v1/complaints?kind=feedback');
  expect(list.json().items).toMatchObject([
    { id: 'PA-1', status: 'forwarded', remote: null, repliedInWriting: false, entries: 2 },
  ]);
  for (const name of ['Trần Thị Mai', 'Quá hẹn']) expect(list.body).not.toContain(name);
});

test('an agency’s officer sees what their agency has, and no denunciation', async () => {
  expect(ids(await read(ofAgency('H42.17'), '/v1/complaints'))).toEqual(['PA-1']);
  expect(ids(await read(ofAgency('H42.20'), '/v1/complaints'))).toEqual([]);
  for (const query of ['secrecy=secret', 'agency=H42.20']) {
    const answer = await read(ofAgency('H42.17'), `/v1/complaints?${query}`);
    expect(answer.json()).toMatchObject({ code: 'access/not-yours' });
  }
});

test('everybody sees their own centre', async () => {
  expect(ids(await read({ ...officer, centre: 'other' }, '/v1/complaints'))).toEqual(['PA-2']);
});

function said(type: string, data: object, day = 2) {
  const occurredAt = `2026-03-0${day}T08:00:00+07:00`;
  return { type, occurredAt, data, ...(type === 'ComplaintReceived' && { centre: 'reference' }) };
}

function post(id: string, body: object, holder: NewHolder = officer) {
  return postTo(served.app, served.as(holder), `/v1/complaints/${id}/events`, body);
}

function read(holder: NewHolder, url: string) {
  return get(served.app, served.as(holder), url);
}

function ids(answer: Awaited<ReturnType<typeof read>>): string[] {
  return answer.json().items.map(({ id }: { id: string }) => id);
}
