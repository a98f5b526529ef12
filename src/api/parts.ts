/** What the API is built of: handed over by whoever wires, and looked up nowhere. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Centres } from '../domain/regulations/centre.ts';
import type { Access } from '../ledger/access.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LogReader } from '../ledger/log-reader.ts';
import type { ReadModels } from '../projections/read-models.ts';

export type ApiSettings = {
  /** Requests a minute from one token, or from one address without a token; 0: no limit. */
  readonly rateLimit: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
};

export type ApiParts = {
  readonly ledger: Ledger;
  readonly models: ReadModels;
  readonly access: Access;
  readonly centres: Centres;
  readonly settings: ApiSettings;
  readonly now: () => Date;
};

/** What the routes are handed. */
export type RouteParts = ApiParts & {
  /** The same log, read beside the writer. */
  readonly log: LogReader;
  readonly counts: Counts;
};

/** What the routes tell the metrics. */
export type Counts = {
  /** `outcome`: recorded, again, busy, or the code of a refusal. */
  readonly recorded: (types: readonly string[], outcome: string) => void;
  readonly feeds: (open: number) => void;
};

/** The server as the routes see it: what they are sent is of the types of their schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
