/**
 * The HTTP server: what every request passes, in order, and the routes.
 *
 * A request is known by its token, limited in rate, held to the policy of its route, and only then
 * is its body read. Whatever goes wrong on the way is answered as a problem.
 */
import process from 'node:process';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { openLogReader } from '../ledger/log-reader.ts';
import { aboutRoutes } from './about-routes.ts';
import { batchRoutes } from './batch-routes.ts';
import { bodyBytesMax, readBodies } from './body.ts';
import { document, documentRoute } from './docs.ts';
import { handleErrors, problemOf, rawProblem } from './errors.ts';
import { explanationRoutes } from './explanation-routes.ts';
import { feedRoutes } from './feed.ts';
import { guard } from './guard.ts';
import { healthRoutes } from './health-routes.ts';
import { limit } from './limits.ts';
import { listRoutes } from './list-routes.ts';
import { metrics, metricsRoute } from './metrics.ts';
import { answerUnknown } from './not-found.ts';
import { noticeRoutes } from './notice-routes.ts';
import { openingRoutes } from './opening-routes.ts';
import { pageRoute } from './page.ts';
import type { ApiParts, ApiSettings } from './parts.ts';
import { sendProblem } from './problem.ts';
import { queryOf } from './query.ts';
import { resourceRoutes } from './resource.ts';
import { lists, resources } from './resources.ts';
import { sayStanding } from './standing.ts';
import { checkedBut } from './validation.ts';

/**
 * The server, ready to listen. Closing it ends the feeds and lets requests in flight finish; the
 * parts stay open, and are closed by whoever opened them.
 *
 * @throws TypeError if a route does not say who may call it.
 */
export async function buildApi(parts: ApiParts): Promise<FastifyInstance> {
  const app = server(parts.settings);
  const log = openLogReader(parts.ledger.paths.ledger);
  app.addHook('onClose', async () => log[Symbol.dispose]());
  const { registry, counts } = metrics();
  const routeParts = { ...parts, log, counts };

  app.setValidatorCompiler(checkedBut('body')); // the route knows better what to say of a body
  // What is sent is of the type of its schema, as the compiler has checked.
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  handleErrors(app);
  guard(app, parts.access);
  await limit(app, parts.settings);
  answerUnknown(app, parts.settings);
  readBodies(app);
  sayStanding(app, routeParts);
  await document(app);

  const api = app.withTypeProvider<ZodTypeProvider>();
  for (const one of resources) resourceRoutes(api, routeParts, one);
  for (const one of lists) one(app, routeParts);
  listRoutes(app, routeParts);
  batchRoutes(api, routeParts);
  openingRoutes(api, routeParts);
  explanationRoutes(api, routeParts);
  noticeRoutes(api, routeParts);
  feedRoutes(api, routeParts);
  aboutRoutes(api, routeParts);
  healthRoutes(api, routeParts);
  metricsRoute(app, routeParts, registry);
  pageRoute(app, routeParts);
  documentRoute(app);
  await app.ready();
  return app;
}

function server({ logLevel }: ApiSettings): FastifyInstance {
  return Fastify({
    // Never a body, a token or a full address: what is logged of a request is its route.
    logger: {
      level: logLevel,
      stream: process.stderr,
      serializers: {
        req: ({ method, routeOptions }) => ({ method, route: routeOptions?.url }),
        res: ({ statusCode }) => ({ statusCode }),
      },
    },
    logController: new LogController({ disableRequestLogging: logLevel !== 'debug' }),
    bodyLimit: bodyBytesMax,
    requestTimeout: 15_000,
    handlerTimeout: 10_000,
    keepAliveTimeout: 65_000, // longer than a proxy's usual minute, so that it is the proxy who hangs up
    forceCloseConnections: 'idle',
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 1_000 },
    routerOptions: { maxParamLength: 2_000, querystringParser: queryOf },
    frameworkErrors: (error, request, reply) => {
      void sendProblem(request, reply, problemOf(error));
    },
    clientErrorHandler: (error, socket) => {
      if (error.code === 'ECONNRESET' || !socket.writable) return;
      socket.end(rawProblem(codeOfClientError(error.code)));
    },
  });
}

function codeOfClientError(code: string | undefined) {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'request/timeout';
  if (code === 'HPE_HEADER_OVERFLOW') return 'request/headers-too-large';
  return 'request/malformed';
}
