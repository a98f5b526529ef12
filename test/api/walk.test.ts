/** The walk: every route, every role and every scope, what is let in and what is refused. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mayCall } from '../../src/api/guard.ts';
import { type Policy, policies } from '../../src/api/policy.ts';
import { resources } from '../../src/api/resources.ts';
import { families } from '../../src/domain/families.ts';
import { type NewHolder, type Role, roles } from '../../src/ledger/access.ts';
import { bearer, get, postTo, type Served, serve } from './served.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
  for (const one of Object.values(records)) await record(one);
  await served.settled();
});
afterAll(async () => served[Symbol.asyncDispose]());

type Fixture = {
  /** Its address, and the fact that opens it. */
  readonly url: string;
  readonly type: string;
  readonly also?: Readonly<Record<string, unknown>>;
  /** The official and the agency whose own it is; null: it is no one's own. */
  readonly official: string | null;
  readonly agency: string | null;
};

/** One record of each family: its first word, with the data of its example. */
const records: Readonly<Record<string, Fixture>> = {
  dossier: {
    url: '/v1/dossiers/H42.17-250923-0005',
    type: 'DossierReceived',
    official: 'cv-1203',
    agency: 'H42.17',
  },
  attendance: {
    url: '/v1/attendance/cb-0417/2025-10',
    type: 'CheckedIn',
    official: 'cb-0417',
    agency: null,
  },
  roster: {
    url: '/v1/rosters/reference/2025-10',
    type: 'RosterAnnounced',
    official: null,
    agency: null,
  },
  leave: {
    url: '/v1/leave/NP-2025-17',
    type: 'LeaveRequested',
    official: 'cb-0417',
    agency: 'H42.17',
  },
  official: {
    url: '/v1/officials/cb-0417',
    type: 'OfficialRegistered',
    official: 'cb-0417',
    agency: 'H42.17',
  },
  agency: {
    url: '/v1/agencies/H42.17',
    type: 'AgencyEstablished',
    also: { predecessors: ['H42.12'] },
    official: null,
    agency: 'H42.17',
  },
  centre: {
    url: '/v1/centres/reference/2025',
    type: 'CounterOpened',
    official: null,
    agency: null,
  },
  month: {
    url: '/v1/months/reference/2025-10',
    type: 'ReportDemanded',
    official: null,
    agency: null,
  },
  procedure: {
    url: '/v1/procedures/1.004199.000.00.00.H42',
    type: 'ProcedurePublished',
    also: { code: '1.004199.000.00.00.H42' },
    official: null,
    agency: 'H42.17',
  },
  receipt: {
    url: '/v1/receipts/reference/01BLP0-001/2025/0000123',
    type: 'ReceiptIssued',
    official: 'kt-0402',
    agency: 'H42.17',
  },
  statement: {
    url: '/v1/statements/1130%200004%202042/2025-10-06',
    type: 'StatementOpened',
    official: null,
    agency: null,
  },
  fees: {
    url: '/v1/fee-months/reference/2025-10',
    type: 'FeeSummarySent',
    official: null,
    agency: 'H42.17',
  },
  complaint: {
    url: '/v1/complaints/PA-2025-0117',
    type: 'ComplaintReceived',
    official: null,
    agency: null,
  },
  violation: {
    url: '/v1/violations/VP-2025-0009',
    type: 'ViolationRecorded',
    official: null,
    agency: null,
  },
  datarequest: {
    url: '/v1/data-requests/YC-2026-0003',
    type: 'DataRequestReceived',
    official: null,
    agency: 'H42.17',
  },
  databreach: {
    url: '/v1/data-breaches/SC-2026-0001',
    type: 'DataBreachDetected',
    also: { on: '2025-10-05' },
    official: null,
    agency: 'H42.17',
  },
};

/** Monday 6 October 2025, 08:00. */
const at = '2025-10-06T08:00:00+07:00';

async function record({ url, type, also }: Fixture): Promise<void> {
  const [category] = categoryAt(url);
  const example = families.get(category)?.vocabulary[type]?.example;
  const headers = served.as({ role: 'service' });
  const fact = { type, occurredAt: at, centre: 'reference', data: { ...example, ...also } };
  const answer = await postTo(served.app, headers, `${url}/events`, fact);
  expect([url, answer.statusCode, answer.statusCode === 201 ? '' : answer.body]).toEqual([
    url,
    201,
    '',
  ]);
}

function categoryAt(url: string): readonly [string, string] {
  const [found] = Object.entries(records).filter(([, one]) => one.url === url);
  return [found?.[0] ?? '', url];
}

const all = Object.entries<Policy>(policies).map(([route, policy]) => {
  const [method = '', pattern = ''] = route.split(' ');
  const of = resources.find(({ path }) => pattern.startsWith(path) && path.includes(':'));
  const base = of === undefined ? '' : (records[of.family.category]?.url ?? '/v1/access/a/2025-10');
  const url = (base === '' ? pattern : base + pattern.slice(of?.path.length)).replace(
    '*',
    'entry/unknown',
  );
  return { route, policy, method, url, category: of?.family.category ?? null };
});

/** A holder of each role, for all centres, who is the official or the agency of the record. */
const holderOf = (
  role: Role,
  { official, agency }: Pick<Fixture, 'official' | 'agency'>,
): NewHolder => ({
  role,
  official: official ?? 'cv-9',
  agency: agency ?? 'H42.99',
});

async function call(method: string, url: string, headers: Record<string, string>) {
  const isPost = method === 'POST';
  return served.app.inject({
    method: isPost ? 'POST' : 'GET',
    url,
    headers: { ...(isPost && { 'content-type': 'application/json' }), ...headers },
    remoteAddress: '192.0.2.7',
    ...(isPost && { payload: '{}' }),
  });
}

const refused = (status: number) => status === 401 || status === 403;
const answering = all.filter(({ url }) => url !== '/v1/events'); // the feed never ends: see feed.test.ts

describe('every route and every role', () => {
  test('each kind of record that is posted to has one here', () => {
    const posted = resources.filter(({ isPosted }) => isPosted !== false);
    expect(posted.map(({ family }) => family.category).toSorted()).toEqual(
      Object.keys(records).toSorted(),
    );
  });

  test.each(roles)('%s may call what the table says, and nothing else', async (role) => {
    for (const { route, policy, method, url, category } of answering) {
      const own = category === null ? undefined : records[category];
      const headers = served.as(holderOf(role, own ?? { official: null, agency: null }));
      const answer = await call(method, url, headers);
      const isRole = answer.statusCode === 403 && answer.body.includes('"code":"access/role"');
      const letIn = answer.statusCode !== 401 && !isRole;
      expect([route, letIn]).toEqual([route, mayCall(role, policy)]);
    }
  });

  test('without a token only what is public, and with a wrong one no more', async () => {
    const wrong = bearer(`${'0'.repeat(16)}.${'a'.repeat(43)}`);
    for (const { route, policy, method, url } of answering) {
      const isPublic = policy.access === 'public';
      const without = await call(method, url, {});
      expect([route, without.statusCode === 401]).toEqual([route, !isPublic]);
      const withWrong = await call(method, url, wrong);
      expect([route, withWrong.statusCode === 401]).toEqual([route, !isPublic]);
    }
  });

  test('who may not open the feed is told before it begins', async () => {
    for (const role of roles.filter((one) => !mayCall(one, policies['GET /v1/events']))) {
      const headers = served.as(holderOf(role, { official: null, agency: null }));
      const answer = await call('GET', '/v1/events', headers);
      expect(answer.json()).toMatchObject({ status: 403, code: 'access/role' });
    }
  });

  test('the table has every route, and every route is in the table', () => {
    for (const { method, route } of all) {
      const url = route.slice(method.length + 1);
      const has = served.app.hasRoute({ method: method === 'POST' ? 'POST' : 'GET', url });
      expect([route, has]).toEqual([route, true]);
    }
  });
});

/** Whom a token is for, against the record; and whether that lets its holder read it. */
const scopes = [
  ['all centres', {}, () => true],
  ['its centre', { centre: 'reference' }, () => true],
  ['another centre', { centre: 'other' }, () => false],
  ['another official', { official: 'cv-0000' }, (role: Role) => role !== 'official'],
  ['another agency', { agency: 'H42.00.77' }, (role: Role) => role !== 'agency-officer'],
] as const;

/** What everybody of the roles in the table reads at their centres: it is nobody's own. */
const commonKnowledge = new Set(['procedure', 'agency']);
/** Several centres write of one procedure, or of an official who moves: each says what was so there. */
const ofSeveralCentres = new Set(['procedure', 'official', 'attendance']);

describe.each(Object.entries(records))('the record of a %s', (category, fixture) => {
  const reading = all.filter(
    (one) => one.category === category && one.method === 'GET' && one.policy.access === 'roles',
  );

  test('has a state, a trail, duties and findings', () => {
    expect(reading.map(({ url }) => url.slice(fixture.url.length)).toSorted()).toEqual([
      '',
      '/duties',
      '/events',
      '/findings',
    ]);
  });

  test.each(scopes)('is read with a token for %s as its scope says', async (_, also, lets) => {
    for (const { route, policy, url } of reading) {
      for (const role of roles.filter((one) => mayCall(one, policy))) {
        const isOwn = !commonKnowledge.has(category);
        const isNobodys =
          isOwn &&
          ((role === 'official' && fixture.official === null) ||
            (role === 'agency-officer' && fixture.agency === null));
        const holder = { ...holderOf(role, fixture), ...also };
        const answer = await get(served.app, served.as(holder), url);
        const expected = !isNobodys && (lets(role) || (!isOwn && !('centre' in also)));
        expect([route, role, !refused(answer.statusCode)]).toEqual([route, role, expected]);
      }
    }
  });

  test.skipIf(ofSeveralCentres.has(category))(
    'is written to by nobody of another centre',
    async () => {
      const posting = all.find((one) => one.category === category && one.method === 'POST');
      const example = families.get(category)?.vocabulary[fixture.type]?.example;
      for (const role of roles.filter(
        (one) => posting !== undefined && mayCall(one, posting.policy),
      )) {
        const headers = served.as({ ...holderOf(role, fixture), centre: 'other' });
        const fact = { type: fixture.type, occurredAt: at, data: { ...example, ...fixture.also } };
        const answer = await postTo(served.app, headers, `${fixture.url}/events`, fact);
        expect([role, answer.statusCode]).toEqual([role, 403]);
      }
    },
  );
});
