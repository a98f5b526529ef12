/** One dossier: its state, its trail, and what is owed on it, now or as they were on record at any time. */
import { z } from 'zod';
import { foldDossier } from '../domain/dossier/fold.ts';
import { statusLabels } from '../domain/dossier/status.ts';
import { timeline } from '../domain/timeline.ts';
import { DossierCode } from '../domain/units.ts';
import { isSealed } from '../ledger/personal.ts';
import { DutyItem, FindingItem } from '../projections/lists/items.ts';
import { dutiesOf } from '../projections/lists/subject.ts';
import { AsOf } from './as-of.ts';
import type { Api, RouteParts } from './parts.ts';
import { policies } from './policy.ts';
import { homeOfRecord } from './scope.ts';
import { AtLeast } from './standing.ts';
import { recordOf, type SubjectRecord } from './subject.ts';
import { TrailAnswer, TrailQuery, trailPage } from './trail.ts';

const Code = z.string().nullable();
const Time = z.iso.datetime().nullable();
const Appointed = z
  .union([z.object({ at: z.iso.datetime() }), z.object({ on: z.iso.date() })])
  .nullable();

const DossierAnswer = z
  .object({
    code: z.string(),
    stream: z.string(),
    centre: z.string().describe('Whose regulation judges it.'),
    revision: z.int().describe('Of its last entry: what ETag and expectedRevision speak of.'),
    entries: z.int(),
    unreadable: z.int().describe('Entries that this program cannot read: listed in the trail.'),
    status: Code,
    statusLabel: z.object({ vi: z.string(), en: z.string() }).nullable(),
    procedure: Code,
    channel: Code,
    place: Code,
    receivingUnit: Code,
    solvingUnit: Code,
    handlingUnit: Code.describe('Where it is now.'),
    official: Code.describe('Who is accountable for it.'),
    applicant: z
      .object({ person: z.string(), sealed: z.literal(true) })
      .nullable()
      .describe('Sealed: the ledger says that two dossiers are of one person, and not whose.'),
    submittedAt: Time,
    receivedAt: Time,
    appointment: Appointed,
    firstAppointment: Appointed,
    appointmentMoves: z.int(),
    supplements: z.int(),
    step: z
      .object({
        name: z.string(),
        official: Code,
        unit: Code,
        startedAt: Time,
        completedAt: Time,
      })
      .nullable(),
    decidedAt: Time,
    handedOverAt: Time,
    returnedAt: Time,
    sentBackAt: Time,
    stoppedAt: Time,
    withdrawnAt: Time,
    chosenChannel: Code,
    usedChannel: Code,
    lastActivityAt: Time,
  })
  .meta({ id: 'Dossier' });

const Params = z.object({ code: DossierCode });

export function dossierRoutes(app: Api, parts: RouteParts): void {
  app.get(
    '/v1/dossiers/:code',
    {
      config: { policy: policies['GET /v1/dossiers/:code'] },
      schema: {
        summary: 'The state of a dossier',
        description:
          'Folded from its events in the order in which they happened, with corrections applied. Personal fields stay sealed.',
        tags: ['dossier'],
        params: Params,
        querystring: AsOf.strict(),
        headers: AtLeast,
        response: { 200: DossierAnswer },
      },
    },
    async (request, reply) => {
      const found = await recordOf(parts, request);
      const answer = stateOf(request.params.code, found);
      return reply.headers({ ...positionOf(found), etag: `"${answer.revision}"` }).send(answer);
    },
  );

  app.get(
    '/v1/dossiers/:code/events',
    {
      config: { policy: policies['GET /v1/dossiers/:code/events'] },
      schema: {
        summary: 'The trail of a dossier',
        description:
          'Every entry in the order of the ledger, those too that were corrected or withdrawn. Personal fields stay sealed.',
        tags: ['dossier'],
        params: Params,
        querystring: TrailQuery,
        headers: AtLeast,
        response: { 200: TrailAnswer },
      },
    },
    async (request, reply) => {
      const found = await recordOf(parts, request);
      return reply.headers(positionOf(found)).send(trailPage(found, request.query));
    },
  );

  app.get(
    '/v1/dossiers/:code/duties',
    {
      config: { policy: policies['GET /v1/dossiers/:code/duties'] },
      schema: {
        summary: 'What is owed on a dossier',
        description: 'Its duties by due time, also those that were kept, judged from its events.',
        tags: ['dossier'],
        params: Params,
        querystring: AsOf.strict(),
        headers: AtLeast,
        response: { 200: allOf(DutyItem) },
      },
    },
    async (request, reply) => {
      const found = await recordOf(parts, request);
      const { duties } = dutiesOf(found.entries, found.at, parts.centres);
      return reply.headers(positionOf(found)).send(all(duties));
    },
  );

  app.get(
    '/v1/dossiers/:code/findings',
    {
      config: { policy: policies['GET /v1/dossiers/:code/findings'] },
      schema: {
        summary: 'What was broken on a dossier',
        description: 'Its findings, the latest first, judged from its events.',
        tags: ['dossier'],
        params: Params,
        querystring: AsOf.strict(),
        headers: AtLeast,
        response: { 200: allOf(FindingItem) },
      },
    },
    async (request, reply) => {
      const found = await recordOf(parts, request);
      const { findings } = dutiesOf(found.entries, found.at, parts.centres);
      return reply.headers(positionOf(found)).send(all(findings));
    },
  );
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

function stateOf(
  code: DossierCode,
  { stream, entries, unreadable }: SubjectRecord,
): z.output<typeof DossierAnswer> {
  const { asked: _, ...state } = foldDossier(timeline(entries));
  return {
    ...state,
    code,
    stream,
    centre: homeOfRecord(stream, entries) ?? entries[0]?.centre ?? '',
    revision: entries.length + unreadable.length - 1,
    entries: entries.length + unreadable.length,
    unreadable: unreadable.length,
    statusLabel: state.status === null ? null : statusLabels[state.status],
    applicant: applicantIn(entries),
  };
}

/** The last that stands, in the order of happening. */
function applicantIn(entries: SubjectRecord['entries']): { person: string; sealed: true } | null {
  const named = timeline(entries).findLast(({ data }) => isSealed(data['applicant']));
  const applicant = named?.data['applicant'];
  return isSealed(applicant) ? { person: applicant.person, sealed: true } : null;
}
