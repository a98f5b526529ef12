/** The one shape of a list: asked with filters, a limit, a cursor and asOf; answered with items, total and next. */
import { hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { instantAt } from '../domain/units.ts';
import type { Holder } from '../ledger/access.ts';
import { type Page, Paging, type Question } from '../projections/lists/paging.ts';
import type { Model, Progress } from '../projections/model.ts';
import { AsOf, type Then, thenOf } from './as-of.ts';
import type { RouteParts } from './parts.ts';
import { holderOf, type Policy } from './policy.ts';
import { ApiProblem, invalid } from './problem.ts';
import { isFor } from './scope.ts';
import { AtLeast, waitForModels } from './standing.ts';
import { checkedBut } from './validation.ts';

export type ListSpec<Filters, Item> = {
  readonly path: string;
  readonly policy: Policy;
  readonly summary: string;
  readonly description?: string;
  /** What may be asked: strict, since a filter that is not known would be a filter that is not applied. */
  readonly filters: z.ZodType<Filters> & { readonly shape: z.ZodRawShape };
  readonly item: z.ZodType<Item>;
  /** The filters as they hold for this holder. */
  readonly narrow: (holder: Holder, filters: Filters) => Filters;
  readonly list: (database: DatabaseSync, question: Question<Filters>) => Page<Item>;
};

/** A list, whatever it shows. */
export type List = (app: FastifyInstance, parts: RouteParts) => void;

export function listed<Filters extends { readonly centre?: string | undefined }, Item>(
  spec: ListSpec<Filters, Item>,
): List {
  return (app, parts) => listRoute(app, parts, spec);
}

const Asked = z.object({ ...Paging.shape, ...AsOf.shape });
type Asked = z.output<typeof Asked>;

const Building = z
  .object({
    progress: z.object({
      position: z.int().describe('The last event that has been read; -1: none yet.'),
      until: z.int().describe('The last event that has to be read.'),
      fraction: z.number().describe('How much of it is done, 0 to 1.'),
    }),
  })
  .meta({ id: 'Building' });

export function listRoute<Filters extends { readonly centre?: string | undefined }, Item>(
  app: FastifyInstance,
  parts: RouteParts,
  spec: ListSpec<Filters, Item>,
): void {
  const { path, policy, summary, description } = spec;
  app.get<{ Querystring: Record<string, unknown>; Headers: z.output<typeof AtLeast> }>(
    path,
    {
      config: { policy },
      schema: {
        summary,
        ...(description !== undefined && { description }),
        tags: ['lists'],
        querystring: z.strictObject({ ...spec.filters.shape, ...Asked.shape }),
        headers: AtLeast,
        response: {
          200: z.object({
            items: z.array(spec.item),
            total: z.int().describe('All that fit the filters.'),
            next: z.string().nullable().describe('The cursor of the next page; null: the last.'),
          }),
          202: Building.describe('What would answer is being built: ask again in a moment.'),
        },
      },
      validatorCompiler: checkedBut('querystring'), // read below, where what it says has a type
    },
    async (request, reply) => {
      const { asked, filters } = queryIn(spec, request.query);
      const holder = holderOf(request);
      if (filters.centre !== undefined && !isFor(holder, filters.centre)) {
        throw new ApiProblem('access/other-centre');
      }
      const then = thenOf(parts, asked.asOf);
      if (then === null) await waitForModels(parts, request.headers['ledger-at-least']);
      const question = {
        filters: spec.narrow(holder, filters),
        limit: asked.limit,
        cursor: cursorIn(asked.cursor, then),
        centres: holder.centres,
        at: then?.at ?? instantAt(parts.now().getTime()),
      };
      const found = await answering(parts, then, (model) => spec.list(model.database, question));
      return send(reply, found, then);
    },
  );
}

/** @throws ApiProblem naming every parameter that is wrong, or not known. */
function queryIn<Filters>(
  { filters: Filters }: Pick<ListSpec<Filters, unknown>, 'filters'>,
  query: Record<string, unknown>,
): { readonly asked: Asked; readonly filters: Filters } {
  const { limit, cursor, asOf, ...rest } = query;
  const asked = Asked.safeParse({ limit, cursor, asOf });
  const filters = Filters.safeParse(rest);
  if (asked.success && filters.success) return { asked: asked.data, filters: filters.data };
  const issues = [...(asked.error?.issues ?? []), ...(filters.error?.issues ?? [])];
  throw invalid(issues.map(({ path, message }) => ({ path: path.join('/'), message })));
}

type Found<Item> =
  | { readonly kind: 'page'; readonly page: Page<Item> }
  | { readonly kind: 'building'; readonly progress: Progress };

/** The page by the model that shows what is asked about, or how far that model has come. */
async function answering<Item>(
  { models, log }: RouteParts,
  then: Then | null,
  list: (model: Model) => Page<Item>,
): Promise<Found<Item>> {
  const building = () => models.building() ?? { position: -1n, until: log.size() - 1n };
  if (then === null) {
    const model = models.current();
    return model === null
      ? { kind: 'building', progress: building() }
      : { kind: 'page', page: list(model) };
  }
  const { upTo } = then;
  if (upTo === -1n)
    return { kind: 'page', page: { items: [], total: 0, next: null, position: upTo } };
  if (upTo === log.size() - 1n && (await models.reached(upTo, headWaitMilliseconds))) {
    const model = models.current();
    const page = model === null ? null : list(model);
    if (page?.position === upTo) return { kind: 'page', page }; // nothing came in the meantime
  }
  const past = models.asOf(upTo);
  return past.kind === 'ready' ? { kind: 'page', page: list(past.model) } : past;
}

/** How long to wait for the model that follows, before one of the past is built. */
const headWaitMilliseconds = 1_000;

function send<Item>(reply: FastifyReply, found: Found<Item>, then: Then | null): FastifyReply {
  if (found.kind === 'page') {
    const { items, total, next, position } = found.page;
    const cursor = next === null ? null : `${markOf(then)}.${next}`;
    return reply.header('ledger-position', String(position)).send({ items, total, next: cursor });
  }
  const [position, until] = [Number(found.progress.position), Number(found.progress.until)];
  const fraction = until < 0 ? 1 : Math.min(1, (position + 1) / (until + 1));
  return reply
    .code(202)
    .headers({ 'retry-after': '1', 'ledger-position': String(position) })
    .send({ progress: { position, until, fraction } });
}

/** @throws ApiProblem for a cursor that was made under another asOf. */
function cursorIn(cursor: string | undefined, then: Then | null): string | null {
  if (cursor === undefined) return null;
  const mark = `${markOf(then)}.`;
  if (!cursor.startsWith(mark)) throw new ApiProblem('list/bad-cursor');
  return cursor.slice(mark.length);
}

/** Tells the cursors of one past from those of another, and of the present. */
function markOf(then: Then | null): string {
  return then === null ? 'now' : hash('sha256', `${then.upTo} ${then.at}`).slice(0, 8);
}
