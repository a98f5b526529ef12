/**
 * How far the ledger is, and whether it is whole: said in the headers of every answer.
 *
 * `Ledger-Position` is the index of the last event that the answer shows; `Ledger-At-Least` of a
 * request is such a position, and what answers must have come as far.
 */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Index } from '../domain/units.ts';
import type { RouteParts } from './parts.ts';
import { ApiProblem } from './problem.ts';

/** How long a request waits for the read models. Well within the time that a handler has. */
const waitMilliseconds = 5_000;

export const AtLeast = z.object({
  'ledger-at-least': z
    .string()
    .regex(/^(-1|\d{1,15})$/, 'this is a Ledger-Position, as an earlier answer gave it')
    .optional()
    .describe('The Ledger-Position of an earlier answer: this one shows at least as much.'),
});

/** Puts the position, and the loss if there is one, on every answer that has not said them itself. */
export function sayStanding(app: FastifyInstance, { ledger }: RouteParts): void {
  app.addHook('onSend', async (_, reply) => {
    if (!reply.hasHeader('ledger-position')) {
      reply.header('ledger-position', String((await ledger.store.size()) - 1n));
    }
    const status = statusOf(ledger.store.loss());
    if (status !== null) reply.header('ledger-status', status);
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}

/** What `Ledger-Status` says; null: nothing is wrong. */
export function statusOf(loss: { readonly kind: string } | null): string | null {
  return loss === null ? null : `read-only; ${loss.kind}`;
}

/**
 * Waits until the read models show what `Ledger-At-Least` asks for.
 *
 * @throws ApiProblem if they do not in time.
 */
export async function waitForModels(
  { models }: RouteParts,
  atLeast: string | undefined,
): Promise<void> {
  if (atLeast === undefined) return;
  const reached = await models.reached(BigInt(atLeast), waitMilliseconds);
  if (!reached) throw new ApiProblem('list/behind');
}

/** The same for what is read from the log itself, which shows all there is. */
export function checkLog(size: Index, atLeast: string | undefined): void {
  if (atLeast !== undefined && BigInt(atLeast) >= size) throw new ApiProblem('list/behind');
}
