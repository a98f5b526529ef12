/** What a caller looks up: the centres and their rules, and what each problem means. */
import { z } from 'zod';
import type { Centre } from '../domain/regulations/centre.ts';
import type { Api, RouteParts } from './parts.ts';
import { policies } from './policy.ts';
import { ApiProblem } from './problem.ts';
import { isProblemCode } from './problem-table.ts';
import { ProblemItem, problemItem, problemsRoute } from './problems-route.ts';

const Name = z.object({ vi: z.string(), en: z.string() });

const CentreItem = z
  .object({
    code: z.string(),
    name: Name,
    zone: z.string().describe('The time zone of its days.'),
    rules: z.array(
      z.object({
        rule: z.string(),
        title: Name,
        mechanism: z.enum(['duty', 'periodic duty', 'prohibition', 'coverage']),
        citation: z.string().describe('The article that demands it.'),
        from: z.string().nullable().describe('First day on which it holds; null: always.'),
        to: z.string().nullable().describe('Last day on which it holds; null: still.'),
      }),
    ),
  })
  .meta({ id: 'Centre' });

function allOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), total: z.int(), next: z.null() });
}

export function aboutRoutes(app: Api, { centres }: RouteParts): void {
  app.get(
    '/v1/centres',
    {
      config: { policy: policies['GET /v1/centres'] },
      schema: {
        summary: 'The centres of this ledger, and the rules that hold there',
        tags: ['lists'],
        response: { 200: allOf(CentreItem) },
      },
    },
    async () => all([...centres.values()].map(centreItem)),
  );

  problemsRoute(app);

  app.get(
    '/problems/*',
    {
      config: { policy: policies['GET /problems/*'] },
      schema: {
        summary: 'What a problem means',
        tags: ['about'],
        params: z.object({ '*': z.string().describe('Its code, such as entry/key-reused.') }),
        response: { 200: ProblemItem },
      },
    },
    async ({ params }) => {
      const code = params['*'];
      if (!isProblemCode(code)) throw new ApiProblem('request/not-found');
      return problemItem(code);
    },
  );
}

function all<Item>(items: Item[]): { items: Item[]; total: number; next: null } {
  return { items, total: items.length, next: null };
}

function centreItem({ code, name, workingTime, demands }: Centre): z.output<typeof CentreItem> {
  return {
    code,
    name,
    zone: workingTime.calendar.zone.name,
    rules: demands.map(({ rule, citation, from, to }) => ({
      rule: rule.key,
      title: rule.title,
      mechanism: rule.mechanism,
      citation,
      from,
      to,
    })),
  };
}
