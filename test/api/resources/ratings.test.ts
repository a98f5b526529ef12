/** Citizens' ratings over HTTP: on the record of a dossier, listed, and added up. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewHolder } from '../../../src/ledger/access.ts';
import { get, post, received, type Served, serve } from '../served.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
  const clerk = served.as({ role: 'clerk' });
  const [one, two] = ['H42.17-260302-0001', 'H42.20-260302-0002'];
  await post(served.app, clerk, { events: [received(), rated('DG-1', 5), rated('DG-2', 1)] }, one);
  const untrue = { reference: 'DG-2', finding: 'untrue', reason: 'Không đến quầy' };
  await post(served.app, clerk, said('RatingAnnotated', untrue, 4), one);
  const elsewhere = { ...received({ centre: 'other' }, two) };
  await post(served.app, clerk, { events: [elsewhere, rated('DG-3', 2, 'cb-2', 'H42.20')] }, two);
  await served.settled();
});
afterAll(async () => served[Symbol.asyncDispose]());

const director: NewHolder = { role: 'director' };

test('a rating that is untrue is listed as such, and without what was said', async () => {
  const list = await read(director, '/v1/ratings?state=untrue');
  expect(list.json().items).toMatchObject([
    { dossier: 'H42.17-260302-0001', reference: 'DG-2', score: 1, best: 5, counts: 'no' },
  ]);
  expect(list.body).not.toContain('Không đến quầy');
});

test.each([
  ['', ['DG-3', 'DG-2', 'DG-1']],
  ['dossier=H42.17-260302-0001', ['DG-2', 'DG-1']],
  ['official=cb-2', ['DG-3']],
  ['unit=H42.17', ['DG-2', 'DG-1']],
  ['state=stands', ['DG-3', 'DG-1']],
  ['month=2026-03', ['DG-3', 'DG-2', 'DG-1']],
  ['month=2026-02', []],
  ['channel=device', ['DG-3', 'DG-2', 'DG-1']],
  ['channel=portal', []],
  ['centre=other', ['DG-3']],
])('the list asked for %s', async (query, expected) => {
  expect(references(await read(director, `/v1/ratings?${query}`))).toEqual(expected);
});

test.each([
  [
    '',
    [
      { name: 'cb-1', ratings: 1, share: 1, apart: 1 },
      { name: 'cb-2', ratings: 1, share: 0.4, apart: 0 },
    ],
  ],
  ['by=month', [{ name: '2026-03', ratings: 2, share: 0.7, apart: 1 }]],
  ['by=unit&official=cb-2', [{ name: 'H42.20', ratings: 1, share: 0.4, apart: 0 }]],
  ['centre=other', [{ name: 'cb-2', ratings: 1, share: 0.4, apart: 0 }]],
  ['month=2026-02', []],
])('added up, asked for %s', async (query, expected) => {
  const totals = await read(director, `/v1/rating-totals?${query}`);
  expect(totals.json()).toEqual({ items: expected, total: expected.length, next: null });
});

test('an official sees their own ratings, an agency’s officer those of the agency', async () => {
  const own: NewHolder = { role: 'official', official: 'cb-1' };
  expect(references(await read(own, '/v1/ratings'))).toEqual(['DG-2', 'DG-1']);
  expect((await read(own, '/v1/rating-totals')).json().items).toMatchObject([{ name: 'cb-1' }]);
  const agency: NewHolder = { role: 'agency-officer', agency: 'H42.20' };
  expect(references(await read(agency, '/v1/ratings'))).toEqual(['DG-3']);
  for (const url of ['/v1/ratings?official=cb-2', '/v1/rating-totals?official=cb-2']) {
    expect((await read(own, url)).json()).toMatchObject({ code: 'access/not-yours' });
  }
  const elsewhere: NewHolder = { role: 'director', centre: 'other' };
  expect(references(await read(elsewhere, '/v1/ratings'))).toEqual(['DG-3']);
});

function rated(reference: string, score: number, official = 'cb-1', unit = 'H42.17') {
  return said('SatisfactionRated', {
    reference,
    score,
    best: 5,
    channel: 'device',
    official,
    unit,
  });
}

function said(type: string, data: object, day = 3) {
  return { type, occurredAt: `2026-03-0${day}T08:00:00+07:00`, data };
}

function read(holder: NewHolder, url: string) {
  return get(served.app, served.as(holder), url);
}

function references(answer: Awaited<ReturnType<typeof read>>): string[] {
  return answer.json().items.map(({ reference }: { reference: string }) => reference);
}
