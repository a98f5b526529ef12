/** Lists of what is kept and is no breach: who may see them, and what of them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NewHolder } from '../../src/ledger/access.ts';
import { get, postTo, received, type Served, serve } from './served.ts';

let served: Served;
const dossier = 'H42.17-260302-0001';

beforeAll(async () => {
  served = await serve();
  const { data, ...fact } = received({}, dossier);
  const appointment = { at: '2026-03-05T17:00:00+07:00' };
  const own = {
    ...fact,
    data: { ...data, official: 'cv-1203', solvingUnit: 'H42.17', appointment },
  };
  await record(`/v1/dossiers/${dossier}`, own);
  await record('/v1/centres/reference/2026', {
    type: 'MeasureProposed',
    occurredAt: '2026-03-09T08:00:00+07:00',
    centre: 'reference',
    data: { measure: 'DX-1', dossiers: [dossier], officials: ['cv-1203'], because: 'time' },
  });
  for (const agency of ['H42.17', 'H42.14']) {
    const [occurredAt, centre] = ['2026-03-09T09:00:00+07:00', 'reference'];
    const week = { from: '2026-03-02', to: '2026-03-06', agency, waitingMinutes: 45 };
    await record('/v1/rosters/reference/2026-03', {
      type: 'LoadNoted',
      occurredAt,
      centre,
      data: week,
    });
    await record('/v1/rosters/reference/2026-03', {
      type: 'ReplacementAsked',
      occurredAt,
      centre,
      data: { official: `cb-${agency}`, agency, account: 'Thái độ không đúng mực' },
    });
  }
  await served.settled();
});
afterAll(async () => served[Symbol.asyncDispose]());

async function record(url: string, fact: Record<string, unknown>): Promise<void> {
  const { statusCode, body } = await postTo(
    served.app,
    served.as({ role: 'service' }),
    `${url}/events`,
    fact,
  );
  if (statusCode !== 201) throw new Error(body);
}

const ask = async (holder: NewHolder, url: string) => get(served.app, served.as(holder), url);

describe('that a measure was proposed because of a late dossier', () => {
  test.each(['director', 'inspector', 'complaint-officer', 'service'] as const)(
    'a %s is told, as of the centre’s record where it stands',
    async (role) => {
      const { items } = (await ask({ role }, '/v1/late')).json();
      expect(items).toMatchObject([{ dossier, escalated: { measure: 'DX-1' } }]);
      const narrowed = (await ask({ role }, '/v1/late?escalated=true')).json();
      expect(narrowed).toMatchObject({ items: [{ dossier }], total: 1 });
    },
  );

  test.each([
    { role: 'clerk' },
    { role: 'official', official: 'cv-1203' },
    { role: 'agency-officer', agency: 'H42.17' },
  ] as const)('$role is not, and cannot find out by asking', async (holder) => {
    const { items } = (await ask(holder, '/v1/late')).json();
    expect(items).toMatchObject([{ dossier, escalated: null }]);
    for (const escalated of ['true', 'false']) {
      const refused = await ask(holder, `/v1/late?escalated=${escalated}`);
      expect(refused.json()).toMatchObject({ status: 403, code: 'access/role' });
    }
  });
});

describe.each(['/v1/loads', '/v1/staffing-calls'])('GET %s', (url) => {
  test('an agency’s officer sees what is of the agency, and nothing of another', async () => {
    const holder = { role: 'agency-officer', agency: 'H42.17' } as const;
    const { items, total } = (await ask(holder, url)).json();
    expect(items).toMatchObject([{ agency: 'H42.17' }]);
    expect(total).toBe(1);
    const other = await ask(holder, `${url}?agency=H42.14`);
    expect(other.json()).toMatchObject({ status: 403 });
  });

  test('officials and clerks do not see it: it tells what was asked about colleagues', async () => {
    for (const holder of [{ role: 'official', official: 'cb-1' }, { role: 'clerk' }] as const) {
      expect((await ask(holder, url)).json()).toMatchObject({ status: 403, code: 'access/role' });
    }
  });

  test('of another centre nothing is seen', async () => {
    const { items } = (await ask({ role: 'director', centre: 'other' }, url)).json();
    expect(items).toEqual([]);
  });

  test('what was said of an official stays sealed', async () => {
    const { body } = await ask({ role: 'director' }, url);
    expect(body).toContain('H42.14');
    expect(body).not.toContain('Thái độ');
  });
});
