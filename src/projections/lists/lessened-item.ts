/** What took a breach away, as people are shown it: who, when, by which entry, and how it stood before and after. */
import { z } from 'zod';
import type { Centres } from '../../domain/regulations/centre.ts';
import type { Lessened, Standing } from '../../domain/regulations/lessened.ts';
import { BearerItem, Lateness, latenessOf } from './lateness.ts';

const StandingItem = z.object({
  state: z
    .enum(['open', 'overdue', 'kept', 'late', 'ended'])
    .nullable()
    .describe('Of a duty; null: there was none, or it is of acts.'),
  bearer: BearerItem.nullable().describe('Of a duty.'),
  late: Lateness.nullable().describe(
    'Of a duty that was late, until it was closed, or else until the entry; null: it was not late.',
  ),
  acts: z
    .object({
      breaches: z.int(),
      events: z.int().describe('By which they are proved.'),
    })
    .nullable()
    .describe('Of acts by that rule on that subject; null: it is of a duty.'),
});

export const LessenedItem = z
  .object({
    rule: z.string().describe('Key of the rule that was broken.'),
    by: z.string().describe('Who made the entry.'),
    at: z.iso.datetime().describe('When the ledger could first know of it.'),
    entry: z.string().describe('Id of the event that took it away or made it less.'),
    before: StandingItem.describe('Without that entry.'),
    after: StandingItem.describe('With it.'),
  })
  .describe('Of a finding that a breach was taken away or lessened: what it was.');
export type LessenedItem = z.output<typeof LessenedItem>;

export function lessenedItem(
  { rule, by, at, entry, before, after }: Lessened,
  centre: string,
  centres: Centres,
): LessenedItem {
  const shown = (one: Standing) => standingItem(one, centre, centres);
  return { rule, by, at, entry, before: shown(before), after: shown(after) };
}

function standingItem({ state, bearer, late, acts }: Standing, centre: string, centres: Centres) {
  return {
    state,
    bearer,
    late: late === null ? null : latenessOf(late.from, late.until, centre, centres),
    acts,
  };
}
