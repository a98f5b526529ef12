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
import type { Column } from './csv.ts';
import { asksForCsv, csvPage, sendCsv } from './csv-answer.ts';
import { holderOf } from './guard.ts';
import type { RouteParts } from './parts.ts';
import type { Policy } from './policy.ts';
import { ApiProblem, type FieldError, invalid } from './problem.ts';
import { isFor } from './scope.ts';
import { AtLeast, statusOf, waitForModels } from './standing.ts';
import { checkedBut } from './validation.ts';
import { withheldFrom } from './withheld.ts';

export type ListSpec<Filters, Item> = {
  readonly path: string;
  readonly policy: Policy;
  readonly summary: string;
  readonly description?: string;
  /** What may be asked: strict, since a filter that is not known would be a filter that is not applied. */
  readonly filters: z.ZodType<Filters> & { readonly shape: z.ZodRawShape };
  readonly item: z.ZodType<Item>;
  /** What whoever asks for text/csv gets of all items; left out: this list is JSON alone. */
  readonly csv?: readonly Column<Item>[];
  /** Whether a list that is asked so shows no denunciation, whoever asks; left out: it may. */
  readonly hidesDenunciations?: (holder: Holder, filters: Filters) => boolean;
  /** An item as this holder is shown it, by what is on record now; left out: as it is. */
  readonly show?: (holder: Holder, item: Item, now: DatabaseSync) => Item;
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
          200: answered(spec),
          202: Building.describe('What would answer is being built: ask again in a moment.'),
        },
      },
      validatorCompiler: checkedBut('querystring'), // read below, where what it says has a type
    },
    async (request, reply) => {
      const { asked, filters } = queryIn(spec, request.query);
      const holder = holderOf(request);
      checkCentreIs(filters.centre, parts);
      if (filters.centre !== undefined && !isFor(holder, filters.centre)) {
        throw new ApiProblem('access/other-centre');
      }
      const then = thenOf(parts, asked.asOf);
      if (then === null) await waitForModels(parts, request.headers['ledger-at-least']);
      const now = parts.models.current(); // who may see what is as it is now, whatever is asked about
      if (now === null) return send(reply, { kind: 'building', progress: progressOf(parts) }, then);
      const narrowed = spec.narrow(holder, filters);
      const hidesAll = spec.hidesDenunciations?.(holder, narrowed) === true;
      const isFile = spec.csv !== undefined && asksForCsv(request);
      const question: Question<Filters> = {
        filters: narrowed,
        limit: isFile ? csvPage : asked.limit,
        cursor: cursorIn(asked.cursor, then),
        isUncounted: isFile,
        centres: holder.centres,
        withheld: withheldFrom(holder, hidesAll, now.database),
        at: then?.at ?? instantAt(parts.now().getTime()),
      };
      const pageFrom =
        (cursor: string | null) =>
        (model: Model): Page<Item> => {
          const page = spec.list(model.database, { ...question, cursor });
          const show = spec.show ?? ((_, item) => item);
          const present = parts.models.current() ?? now; // another may have taken its place meanwhile
          return { ...page, items: page.items.map((item) => show(holder, item, present.database)) };
        };
      const found = await answering(parts, then, pageFrom(question.cursor));
      if (!isFile || found.kind === 'building') return send(reply, found, then);
      const file = {
        name: path.slice('/v1/'.length),
        columns: spec.csv ?? [],
        first: found.page,
        after: async (next: string) => pageIn(await answering(parts, then, pageFrom(next))),
      };
      await sendCsv(request, reply, file, statusOf(parts.ledger.store.loss()));
      return reply;
    },
  );
}

/** What the answer 200 holds: a page, or where the list has columns the whole of it as a file. */
function answered<Item>({ item, csv }: Pick<ListSpec<unknown, Item>, 'item' | 'csv'>) {
  const page = z.object({
    items: z.array(item),
    total: z.int().describe('All that fit the filters.'),
    next: z.string().nullable().describe('The cursor of the next page; null: the last.'),
  });
  if (csv === undefined) return page;
  const columns = csv.map(([name]) => name).join(', ');
  const file = z
    .string()
    .describe(
      `With Accept: text/csv, all items as a file (RFC 4180, UTF-8 with a byte order mark); limit does not count. A cell that a spreadsheet would take for a formula begins with an apostrophe. Columns: ${columns}.`,
    );
  return {
    description: 'A page; or, with Accept: text/csv, all items as a file.',
    content: { 'application/json': { schema: page }, 'text/csv': { schema: file } },
  };
}

/** @throws Error if the model of the past that answered went away: the file then breaks off. */
function pageIn<Item>(found: Found<Item>): Page<Item> {
  if (found.kind === 'page') return found.page;
  throw new Error('the read model that was being listed is built anew');
}

/** A centre that there is not is a typing error, and not a centre without breaches. @throws ApiProblem */
function checkCentreIs(centre: string | undefined, { centres }: RouteParts): void {
  if (centre === undefined || centres.has(centre)) return;
  const message = `there is no such centre; there are: ${[...centres.keys()].join(', ')}`;
  throw invalid([{ path: 'centre', message }]);
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
  const known = [...Object.keys(Filters.shape), ...Object.keys(Asked.shape)];
  throw invalid(issues.flatMap((issue) => wrongIn(issue, known)));
}

/** What is wrong with a parameter; of one that there is not, those that there are. */
function wrongIn(issue: z.core.$ZodIssue, known: readonly string[]): readonly FieldError[] {
  const { path, message } = issue;
  if (issue.code !== 'unrecognized_keys') return [{ path: path.join('/'), message }];
  return issue.keys.map((name) => ({
    path: name,
    message: `there is no such parameter here; there are: ${known.join(', ')}`,
  }));
}

type Found<Item> =
  | { readonly kind: 'page'; readonly page: Page<Item> }
  | { readonly kind: 'building'; readonly progress: Progress };

/** The page by the model that shows what is asked about, or how far that model has come. */
async function answering<Item>(
  parts: RouteParts,
  then: Then | null,
  list: (model: Model) => Page<Item>,
): Promise<Found<Item>> {
  const { models, log } = parts;
  if (then === null) {
    const model = models.current();
    return model === null
      ? { kind: 'building', progress: progressOf(parts) }
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

function progressOf({ models, log }: RouteParts): Progress {
  return models.building() ?? { position: -1n, until: log.size() - 1n };
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
