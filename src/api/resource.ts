/**
 * One kind of record over HTTP: what is posted to it, and its state, trail, duties and findings, now or
 * as they were on record at any time. Every family has the same five routes.
 */
import { z } from 'zod';
import type { AnyEvent } from '../domain/entry.ts';
import type { KeyValues } from '../domain/family.ts';
import { type Timeline, timeline } from '../domain/timeline.ts';
import { DutyItem, FindingItem } from '../projections/lists/items.ts';

import { AsOf } from './as-of.ts';
import { judged } from './judged.ts';
import type { Api, RouteParts } from './parts.ts';
import { policyOf } from './policy.ts';
import { streamFor } from './record-name.ts';
import { type Posting, postingRoute } from './record-routes.ts';
import { homeOfRecord } from './scope.ts';
import { AtLeast } from './standing.ts';
import { askingOf, recordBehind, recordOf, type SubjectRecord } from './subject.ts';
import { TrailAnswer, TrailQuery, trailPage } from './trail.ts';

export type Resource = Posting & {
  /** False: nobody posts to it, and the ledger itself writes it. Left out: true. */
  readonly isPosted?: boolean;
  /** What is shown of its state, beside what every record has. */
  readonly state: z.ZodObject;
  readonly show: (record: Shown) => Readonly<Record<string, unknown>>;
};

/** What a state is made of. */
export type Shown = {
  /** What stands, in the order in which it happened. */
  readonly timeline: Timeline<AnyEvent>;
  readonly key: KeyValues;
};

/** `state` and `show` fit each other: checked here, and forgotten from here on. */
export function resource<State extends z.ZodObject>(
  parts: Omit<Resource, 'state' | 'show'> & {
    readonly state: State;
    readonly show: (record: Shown) => z.output<State>;
  },
): Resource {
  const names = [...parts.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  if (names.join() !== Object.keys(parts.family.key).join()) {
    throw new TypeError(`${parts.path} does not have the parts of ${parts.family.category}`);
  }
  return parts;
}

/** What every record says of itself. */
const common = {
  stream: z.string(),
  centre: z.string().describe('Whose regulation judges it.'),
  revision: z.int().describe('Of its last entry: what ETag and expectedRevision speak of.'),
  entries: z.int(),
  unreadable: z.int().describe('Entries that this program cannot read: listed in the trail.'),
};

/** The routes of one kind of record. */
export function resourceRoutes(app: Api, parts: RouteParts, what: Resource): void {
  const { family, path, tag } = what;
  const Params = z.object(family.key);
  const keyIn = (params: unknown): KeyValues => Params.parse(params);
  const streamOf = (params: unknown) => streamFor(family, keyIn(params));
  const shared = { tags: [tag], params: Params, headers: AtLeast };
  const answer = z
    .object({ ...what.state.shape, ...common })
    .meta({ id: `${capitalised(family.category)}State` });

  if (what.isPosted !== false)
    postingRoute(app, parts, what, (request) => streamOf(request.params));

  app.get(
    path,
    {
      config: { policy: policyOf('GET', path) },
      schema: {
        ...shared,
        summary: `The state of ${what.what}`,
        description:
          'Folded from its events in the order in which they happened, with corrections applied. Personal fields stay sealed.',
        querystring: AsOf.strict(),
        response: { 200: answer },
      },
    },
    async (request, reply) => {
      const found = await recordOf(parts, streamOf(request.params), askingOf(request));
      const shown = what.show({ timeline: timeline(found.entries), key: keyIn(request.params) });
      const state = { ...shown, ...commonOf(found) };
      return reply.headers({ ...positionOf(found), etag: `"${state.revision}"` }).send(state);
    },
  );

  app.get(
    `${path}/events`,
    {
      config: { policy: policyOf('GET', `${path}/events`) },
      schema: {
        ...shared,
        summary: `The trail of ${what.what}`,
        description:
          'Every entry in the order of the ledger, those too that were corrected or withdrawn. Personal fields stay sealed.',
        querystring: TrailQuery,
        response: { 200: TrailAnswer },
      },
    },
    async (request, reply) => {
      const found = await recordOf(parts, streamOf(request.params), askingOf(request));
      return reply.headers(positionOf(found)).send(trailPage(found, request.query));
    },
  );

  app.get(
    `${path}/duties`,
    {
      config: { policy: policyOf('GET', `${path}/duties`) },
      schema: {
        ...shared,
        summary: `What is owed on ${what.what}`,
        description: 'Its duties by due time, also those that were kept, judged from its events.',
        querystring: AsOf.strict(),
        response: { 200: allOf(DutyItem) },
      },
    },
    async (request, reply) => {
      const found = await recordBehind(parts, streamOf(request.params), askingOf(request));
      const { duties } = judged(found, parts);
      return reply.headers(positionOf(found)).send(all(duties));
    },
  );

  app.get(
    `${path}/findings`,
    {
      config: { policy: policyOf('GET', `${path}/findings`) },
      schema: {
        ...shared,
        summary: `What was broken on ${what.what}`,
        description: 'Its findings, the latest first, judged from its events.',
        querystring: AsOf.strict(),
        response: { 200: allOf(FindingItem) },
      },
    },
    async (request, reply) => {
      const found = await recordBehind(parts, streamOf(request.params), askingOf(request));
      const { findings } = judged(found, parts);
      return reply.headers(positionOf(found)).send(all(findings));
    },
  );
}

function commonOf({ stream, revision, entries, unreadable }: SubjectRecord) {
  return {
    stream,
    centre: homeOfRecord(stream, entries) ?? entries[0]?.centre ?? '',
    revision,
    entries: entries.length + unreadable.length,
    unreadable: unreadable.length,
  };
}

function positionOf({ position }: SubjectRecord): Record<string, string> {
  return { 'ledger-position': String(position) };
}

/** What is never more than a page. */
function allOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), total: z.int(), next: z.null() });
}

function all<Item>(items: readonly Item[]): { items: Item[]; total: number; next: null } {
  return { items: [...items], total: items.length, next: null };
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
