/** What keeps one caller, or one bad minute, from being everybody's: rate, pressure, and safe headers. */
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import type { ApiSettings } from './parts.ts';
import { ApiProblem } from './problem.ts';

/** A loop that is this late is not keeping up; health is still answered. */
const loopDelayMilliseconds = 3_000;

/** The loop is late while everything is read and made, which is no sign of too many requests. */
const startMilliseconds = 2_000;

export async function limit(app: FastifyInstance, settings: ApiSettings): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        styleSrc: ["'self'", "'unsafe-inline'"], // of the first page and of /docs: no script is inline
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: false, // said by whoever speaks TLS in front of this
  });

  if (settings.rateLimit === 0) return; // whoever takes the limits away takes all of them away
  let hasStarted = false;
  app.addHook('onReady', async () => {
    setTimeout(() => {
      hasStarted = true;
    }, startMilliseconds).unref();
  });
  await app.register(underPressure, {
    maxEventLoopDelay: loopDelayMilliseconds,
    pressureHandler: async ({ routeOptions: { url = '' } }) => {
      if (!hasStarted || url === '/' || url.startsWith('/health/')) return;
      throw new ApiProblem('server/overloaded');
    },
  });

  await app.register(rateLimit, {
    max: ({ holder }) => (holder === null ? strangersMax(settings) : settings.rateLimit),
    timeWindow: '1 minute',
    keyGenerator: ({ holder, ip }) => holder?.id ?? ip,
    errorResponseBuilder: (_, { after }) =>
      new ApiProblem('request/too-many', {
        detail: `There were too many requests. Wait ${after}.`,
      }),
  });
}

/** Whoever has no token needs few answers, and may be guessing tokens. */
function strangersMax({ rateLimit: max }: ApiSettings): number {
  return Math.max(1, Math.floor(max / 100));
}
