/** A ledger that is served: on a real file, with real read models in their thread, in a folder that goes away. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApi } from '../../src/api/app.ts';
import { families } from '../../src/domain/families.ts';
import { CentreCode } from '../../src/domain/units.ts';
import { type NewHolder, openAccess } from '../../src/ledger/access.ts';
import { openLedger, pathsIn } from '../../src/ledger/ledger.ts';
import { readModels } from '../../src/projections/read-models.ts';
import { centresFor } from '../../src/projections/settings.ts';

const settings = { referenceZone: 'Asia/Ho_Chi_Minh', referenceCalendar: 'always' } as const;

export type Served = AsyncDisposable & Awaited<ReturnType<typeof serve>>;

/** The clock stands still, on Tuesday 10 March 2026, 09:00 in Vietnam, until a test moves it. */
export async function serve({
  dir = mkdtempSync(join(tmpdir(), 'ledger-api-')),
  rateLimit = 0,
  keep = false,
}: {
  dir?: string;
  rateLimit?: number;
  /** Leaves the folder, for another to go on with. */
  keep?: boolean;
} = {}) {
  const clock = { now: new Date('2026-03-10T02:00:00.000Z') };
  const known = centresFor(settings);
  const reference = known.get('reference');
  if (reference === undefined) throw new TypeError('there is a centre "reference"');
  const other = { ...reference, code: CentreCode.parse('other') };
  const centres = new Map([...known, ['other', other]]);
  const ledger = openLedger({
    paths: pathsIn(dir),
    families,
    origin: { name: 'spec', kind: 'ledger' },
    isCentre: (code) => centres.has(code),
    now: () => clock.now,
  });
  const models = readModels({
    ledger: ledger.paths.ledger,
    folder: ledger.paths.models,
    settings,
    onError: (error) => {
      throw error;
    },
  });
  const access = openAccess(':memory:');
  const app = await buildApi({
    ledger,
    models,
    access,
    centres,
    settings: { rateLimit, logLevel: 'silent' },
    now: () => clock.now,
  });

  return {
    app,
    ledger,
    models,
    access,
    clock,
    dir,
    /** Resolves once the read models are there and show everything. */
    async settled() {
      while (models.current() === null) await new Promise((resolve) => setTimeout(resolve, 20));
      await models.reached((await ledger.store.size()) - 1n, 60_000);
    },
    /** Headers of a caller. */
    as: (holder: NewHolder) => bearer(access.create(holder).token),
    async [Symbol.asyncDispose]() {
      await app.close();
      await models[Symbol.asyncDispose]();
      access[Symbol.dispose]();
      ledger[Symbol.dispose]();
      if (!keep) rmSync(dir, { recursive: true, force: true });
    },
  };
}

export function bearer(token: string) {
  return { authorization: `Bearer ${token}` };
}

export const code = 'H42.17-260302-0001';

/** A reception on Monday 2 March, 08:00, promised for the end of Thursday. */
export function received(also: Record<string, unknown> = {}, dossier = code) {
  return {
    type: 'DossierReceived',
    occurredAt: '2026-03-02T08:00:00+07:00',
    centre: 'reference',
    data: {
      code: dossier,
      official: 'cv-1203',
      solvingUnit: 'H42.17',
      appointment: { at: '2026-03-05T17:00:00+07:00' },
    },
    ...also,
  };
}

export function step(also: Record<string, unknown> = {}) {
  return {
    type: 'StepCompleted',
    occurredAt: '2026-03-03T10:00:00+07:00',
    data: { step: 'Thẩm định hồ sơ', official: 'cv-1203', unit: 'H42.17' },
    ...also,
  };
}

export function returned(also: Record<string, unknown> = {}) {
  return {
    type: 'ResultReturned',
    occurredAt: '2026-03-06T09:00:00+07:00',
    data: {},
    ...also,
  };
}

type Headers = Record<string, string>;

/** Posts facts to a dossier and returns the answer. */
export async function post(app: FastifyInstance, headers: Headers, body: unknown, dossier = code) {
  return postTo(app, headers, `/v1/dossiers/${encodeURIComponent(dossier)}/events`, body);
}

/** Posts to any address. */
export async function postTo(app: FastifyInstance, headers: Headers, url: string, body: unknown) {
  return app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  });
}

export async function get(app: FastifyInstance, headers: Headers, url: string) {
  return app.inject({ method: 'GET', url, headers });
}

/** Asks until the answer is ready: one that is being built says 202. */
export async function getReady(app: FastifyInstance, headers: Headers, url: string) {
  for (;;) {
    const answer = await get(app, headers, url);
    if (answer.statusCode !== 202) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
