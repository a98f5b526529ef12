/** Metrics for Prometheus: the process, the engine and the answers. Labels are closed sets: no code, no name. */
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { conventions } from '../domain/regulations/conventions.ts';
import { instantAt } from '../domain/units.ts';
import { countOverdue } from '../projections/lists/late.ts';
import { type Health, healthOf } from './health.ts';
import type { ApiParts, Counts, RouteParts } from './parts.ts';
import { policies } from './policy.ts';

export type Metrics = { readonly registry: Registry; readonly counts: Counts };

/** Made first, since the routes count while they serve. */
export function metrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const facts = new Counter({
    name: 'ledger_facts_total',
    help: 'Facts that were posted, by the type of event and what became of them.',
    labelNames: ['type', 'outcome'],
    registers: [registry],
  });
  const feeds = new Gauge({
    name: 'ledger_feeds_open',
    help: 'Feeds of events that are open.',
    registers: [registry],
  });
  return {
    registry,
    counts: {
      recorded: (types, outcome) => {
        for (const type of types) facts.inc({ type, outcome });
      },
      feeds: (open) => feeds.set(open),
    },
  };
}

/** What the gauges of the engine say, read when they are asked for. */
const gauges: readonly {
  readonly name: string;
  readonly help: string;
  readonly value: (health: Health, parts: ApiParts) => number;
}[] = [
  {
    name: 'ledger_events',
    help: 'Events in the ledger.',
    value: ({ size }) => size,
  },
  {
    name: 'ledger_read_only',
    help: '1 while the ledger serves reads only, because something was lost.',
    value: ({ loss }) => Number(loss !== null),
  },
  {
    name: 'ledger_model_position',
    help: 'Index of the last event that the read models show; -1: none.',
    value: ({ position }) => position,
  },
  {
    name: 'ledger_model_lag_events',
    help: 'Events that the read models do not show yet.',
    value: ({ size, position }) => size - 1 - position,
  },
  {
    name: 'ledger_model_building',
    help: '1 while the read models are built anew.',
    value: ({ building }) => Number(building !== null),
  },
  {
    name: 'ledger_model_failures',
    help: 'How often the thread of the read models died and was started again.',
    value: (_, { models }) => models.failures(),
  },
  {
    name: 'ledger_quarantine',
    help: 'Events and subjects that could not be shown.',
    value: ({ quarantine }) => quarantine ?? 0,
  },
];

/** Dossiers that are open and late: under both conventions, and on how many these differ. */
function overdueGauges(registry: Registry): (parts: ApiParts) => void {
  const overdue = new Gauge({
    name: 'ledger_dossiers_overdue',
    help: 'Dossiers that are late now. convention: strict (by the instant, nothing excused) or customary (by date; waiting excused).',
    labelNames: ['convention'],
    registers: [registry],
  });
  const differing = new Gauge({
    name: 'ledger_dossiers_overdue_differing',
    help: 'Dossiers that are late now by one convention and not by the other: /v1/late?within=any&differs=true lists them, and those that are closed.',
    registers: [registry],
  });
  return ({ models, now }) => {
    const model = models.current();
    overdue.reset(); // while there is no model nobody knows, which is not none
    differing.remove({}); // reset would say 0
    if (model === null) return;
    const { differ, ...late } = countOverdue(model.database, instantAt(now().getTime()));
    for (const convention of conventions) overdue.set({ convention }, late[convention]);
    differing.set(differ);
  };
}

export function metricsRoute(app: FastifyInstance, parts: RouteParts, registry: Registry): void {
  const engine = gauges.map(({ name, help, value }) => ({
    gauge: new Gauge({ name, help, registers: [registry] }),
    value,
  }));
  const countLate = overdueGauges(registry);
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long answers took, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });

  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const labels = { method, route: routeOptions.url ?? 'none', status: reply.statusCode };
    durations.observe(labels, reply.elapsedTime / 1_000);
  });

  app.get(
    '/metrics',
    {
      config: { policy: policies['GET /metrics'] },
      schema: {
        summary: 'Metrics for Prometheus',
        description:
          'Without a token from the machine itself; from elsewhere, or through a proxy, with one.',
        tags: ['health'],
        produces: ['text/plain'],
      },
    },
    async (_, reply) => {
      const health = healthOf(parts);
      for (const { gauge, value } of engine) gauge.set(value(health, parts));
      countLate(parts);
      return reply.type(registry.contentType).send(await registry.metrics());
    },
  );
}
