/** The rows of the table `finding`: acts that are breaches, and breaches that were taken away. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Lessened } from '../../domain/regulations/lessened.ts';
import { type Key, stored } from './duty-rows.ts';
import type { BreachFacts } from './items.ts';

const Standing = z.object({
  state: z.enum(['open', 'overdue', 'kept', 'late', 'ended']).nullable(),
  bearer: z.object({ kind: stored.bearerKind, code: z.string().nullable() }).nullable(),
  late: z.object({ from: stored.instant, until: stored.instant }).nullable(),
  acts: z.object({ breaches: z.int(), events: z.int() }).nullable(),
});

const LessenedColumn: z.ZodType<Lessened> = z.object({
  rule: z.string(),
  by: z.string().brand<'ActorId'>(),
  entry: stored.id,
  at: stored.instant,
  before: Standing,
  after: Standing,
});

const BreachRow = z.object({
  subject: z.string(),
  rule: z.string(),
  key: z.string(),
  centre: z.string(),
  citation: z.string(),
  bearerKind: stored.bearerKind.nullable(),
  bearer: z.string().nullable(),
  at: stored.instant,
  detail: z.string().nullable(),
  lessened: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(LessenedColumn)
    .nullable(),
  evidence: stored.ids,
  waived: stored.id.nullable(),
  disputed: stored.id.nullable(),
});

/** Null: that is no breach, but a duty. */
export function breachReader(database: DatabaseSync): (key: Key) => BreachFacts | null {
  const get = database.prepare('SELECT * FROM finding WHERE subject = ? AND rule = ? AND key = ?');
  return (key) => {
    const row = get.get(...key);
    if (row === undefined) return null;
    const { bearerKind: kind, bearer: code, waived, disputed, ...breach } = BreachRow.parse(row);
    return {
      ...breach,
      bearer: kind === null ? null : { kind, code },
      remarks: { waived, disputed },
    };
  };
}
