/** What there is nothing at, and what is there for another method. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ApiSettings } from './parts.ts';
import { ApiProblem, addressOf } from './problem.ts';

export function answerUnknown(app: FastifyInstance, { rateLimit }: ApiSettings): void {
  const methodsAt = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = methodsAt.get(url) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    methodsAt.set(url, methods);
  });

  app.setNotFoundHandler(
    rateLimit === 0 ? {} : { preHandler: app.rateLimit() },
    async (request: FastifyRequest) => {
      const address = addressOf(request);
      const allowed = [...methodsAt]
        .filter(([pattern]) => fits(pattern, address))
        .flatMap(([, methods]) => [...methods]);
      if (allowed.length === 0) throw new ApiProblem('request/not-found');
      const allow = [...new Set(allowed)].join(', ');
      throw new ApiProblem('request/method', {
        detail: `This address takes ${allow}, and not ${request.method}.`,
        headers: { allow },
      });
    },
  );
}

/** Whether an address is one of a route's, by the route's pattern. */
function fits(pattern: string, address: string): boolean {
  const parts = pattern.split('/');
  const given = address.split('/');
  const isOpen = parts.at(-1) === '*';
  if (isOpen ? given.length < parts.length : given.length !== parts.length) return false;
  return parts.every(
    (part, place) => part === '*' || part.startsWith(':') || part === given[place],
  );
}
