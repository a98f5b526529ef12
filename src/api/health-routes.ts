/** Health: whether the process lives, and whether it can be asked. Neither needs a token. */
import { z } from 'zod';
import { type Health, healthOf, isReady } from './health.ts';
import type { Api, RouteParts } from './parts.ts';
import { policies } from './policy.ts';

const Building = z.object({ position: z.int(), until: z.int() }).nullable();
const Loss = z.object({ kind: z.string(), message: z.string() }).nullable();

const Ready = z
  .object({
    status: z.enum(['ready', 'building', 'read-only']),
    name: z.string(),
    kind: z.enum(['ledger', 'demo']),
    size: z.int().describe('Events in the ledger.'),
    root: z.string().describe('Root of the tree over them, in hex.'),
    position: z.int().describe('The last event that the read models show; -1: none.'),
    building: Building.describe('Not null while the read models are built.'),
    quarantine: z.int().nullable().describe('What could not be shown; see /v1/quarantine.'),
    loss: Loss.describe('What was lost, and what an operator should do.'),
  })
  .meta({ id: 'Readiness' });

export function healthRoutes(app: Api, parts: RouteParts): void {
  app.get(
    '/health/live',
    {
      config: { policy: policies['GET /health/live'], rateLimit: false },
      schema: {
        summary: 'Whether the process lives',
        tags: ['health'],
        response: { 200: z.object({ status: z.literal('live') }) },
      },
    },
    async () => ({ status: 'live' }) as const,
  );

  app.get(
    '/health/ready',
    {
      config: { policy: policies['GET /health/ready'], rateLimit: false },
      schema: {
        summary: 'Whether everything that was recorded can be read, and more can be recorded',
        description: '200 only when the read models have reached the head and nothing was lost.',
        tags: ['health'],
        response: { 200: Ready, 503: Ready },
      },
    },
    async (_, reply) => {
      const ready = await isReady(parts);
      const health = healthOf(parts);
      return reply
        .code(ready ? 200 : 503)
        .header('ledger-position', String(health.position))
        .send({ status: statusOf(health, ready), ...health });
    },
  );
}

function statusOf({ loss }: Health, ready: boolean): 'ready' | 'building' | 'read-only' {
  if (loss !== null) return 'read-only';
  return ready ? 'ready' : 'building';
}
