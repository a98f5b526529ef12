/** The trail of a record: every entry that was ever made, and what became of it. */
import { z } from 'zod';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { standing, withdrawal } from '../domain/timeline.ts';
import { AsOf } from './as-of.ts';
import { ApiProblem } from './problem.ts';
import { ShownEvent, shownEvent } from './shown.ts';
import type { SubjectRecord } from './subject.ts';

const pageMax = 1_000;

export const TrailQuery = AsOf.extend({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(pageMax)
    .default(pageMax)
    .describe(`Entries on a page, 1 to ${pageMax}.`),
  cursor: z.string().max(20).optional().describe('The "next" of the page before.'),
}).strict();

const TrailItem = ShownEvent.extend({
  standing: z
    .enum(['stands', 'corrected', 'withdrawn', 'withdrawal'])
    .describe('Whether it counts; a withdrawal takes another entry back.'),
  correctedBy: z
    .array(z.string())
    .describe('The entries that were made in its place, or that withdraw it.'),
}).meta({ id: 'TrailEntry' });

const Unreadable = z
  .object({
    index: z.int(),
    revision: z.int(),
    id: z.string(),
    type: z.string(),
    unreadable: z.string().describe('Why this program cannot read it.'),
  })
  .meta({ id: 'UnreadableEntry' });

export const TrailAnswer = z.object({
  items: z.array(z.union([TrailItem, Unreadable])),
  total: z.int(),
  next: z.string().nullable(),
});

/** One page of the trail, in the order of the ledger. @throws ApiProblem for a cursor that is none. */
export function trailPage(
  { entries, unreadable }: SubjectRecord,
  { limit, cursor }: Pick<z.output<typeof TrailQuery>, 'limit' | 'cursor'>,
): z.output<typeof TrailAnswer> {
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw new ApiProblem('list/bad-cursor');
  const from = cursor === undefined ? 0 : Number(cursor);
  const items = [...marked(entries), ...unreadable.map(unreadableItem)]
    .toSorted((a, b) => a.revision - b.revision)
    .filter(({ revision }) => revision >= from);
  const next = items[limit]; // by its revision: those between that are another's are not shown
  return {
    items: items.slice(0, limit),
    total: entries.length + unreadable.length,
    next: next === undefined ? null : String(next.revision),
  };
}

function marked(entries: readonly Entry<AnyEvent>[]): z.output<typeof TrailItem>[] {
  const standingIds = new Set(standing(entries).map(({ id }) => id));
  const corrections = Map.groupBy(entries, ({ corrects }) => corrects);
  return entries.map((entry) => {
    const correctedBy = corrections.get(entry.id) ?? [];
    return {
      ...shownEvent(entry),
      standing: standingIds.has(entry.id) ? 'stands' : fateOf(entry, correctedBy),
      correctedBy: correctedBy.map(({ id }) => id),
    };
  });
}

function fateOf({ type }: Entry<AnyEvent>, correctedBy: readonly Entry<AnyEvent>[]) {
  if (type === withdrawal) return 'withdrawal';
  return correctedBy.at(-1)?.type === withdrawal ? 'withdrawn' : 'corrected';
}

function unreadableItem({ stored, why }: SubjectRecord['unreadable'][number]) {
  const { index, revision, id, type } = stored;
  return { index: Number(index), revision, id, type, unreadable: why };
}
