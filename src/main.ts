/**
 * The composition root: config -> ledger -> projections -> api. The only place that wires.
 *
 * Everything is built here in the order in which it is needed, and handed on as an argument.
 */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { families } from './domain/families.ts';
import type { Centres } from './domain/regulations/centre.ts';
import { type Access, openAccess } from './ledger/access.ts';
import type { Random } from './ledger/key-ring.ts';
import { type Ledger, openLedger, type Paths, pathsIn } from './ledger/ledger.ts';
import type { Origin } from './ledger/sqlite/open.ts';
import { type ReadModels, readModels } from './projections/read-models.ts';
import { centresFor } from './projections/settings.ts';

export type World = {
  readonly now: () => Date;
  readonly random: Random;
  /** False only while a demo is made. Left out: true. */
  readonly durable?: boolean;
};

const realWorld: World = { now: () => new Date(), random: randomBytes };

export function pathsOf(config: Config): Paths {
  return pathsIn(config.dir, config.witness);
}

export function centresIn(config: Config): Centres {
  return centresFor(config);
}

/** The ledger of `config`, for its one writer. @throws as `openLedger`. */
export function ledgerOf(
  config: Config,
  kind: Origin['kind'] = 'ledger',
  world: World = realWorld,
): Ledger {
  const centres = centresIn(config);
  return openLedger({
    paths: pathsOf(config),
    families,
    origin: { name: config.name, kind },
    isCentre: (code) => centres.has(code),
    ...world,
  });
}

export type Server = AsyncDisposable & {
  readonly app: FastifyInstance;
  readonly models: ReadModels;
  readonly access: Access;
  /** Where it listens, as a URL. */
  readonly url: string;
};

/** Serves `ledger` until it is disposed of: requests in flight end first. */
export async function serve(config: Config, ledger: Ledger): Promise<Server> {
  const { buildApi } = await import('./api/app.ts'); // only here: a command that serves nothing starts quicker without
  const resources = new AsyncDisposableStack();
  try {
    const access = resources.use(openAccess(ledger.paths.access));
    let app: FastifyInstance | undefined;
    const models = resources.use(
      readModels({
        ledger: ledger.paths.ledger,
        folder: ledger.paths.models,
        settings: config,
        onError: (error) => app?.log.error({ err: error }, 'a read model thread failed'),
      }),
    );
    const built = await buildApi({
      ledger,
      models,
      access,
      centres: centresIn(config),
      settings: config,
      now: realWorld.now,
    });
    app = built;
    resources.defer(() => built.close());
    const url = await built.listen({ host: config.host, port: config.port });
    return {
      app: built,
      models,
      access,
      url,
      [Symbol.asyncDispose]: () => resources.disposeAsync(),
    };
  } catch (error) {
    await resources.disposeAsync();
    throw error;
  }
}
