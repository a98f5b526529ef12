/** A row of the table `late`, as the program has it. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { parties } from '../../domain/dossier/holding.ts';
import { stored } from './duty-rows.ts';
import { StoredPassings } from './inherited.ts';

const Code = z.string().nullable();
const Told = z.object({ event: stored.id, at: stored.instant });
const Named = z.string().nullable();

const Holder = z.object({ party: z.enum(parties), unit: Code });

const Handling = z.object({
  hops: z.array(z.object({ from: stored.instant, holder: Holder.nullable() })),
  reason: Told.extend({ about: Named, unit: Code }).nullable(),
  questioned: Told.nullable(),
  apologyAsked: Told.nullable(),
  apologyIssued: Told.nullable(),
  urged: Told.extend({ unit: Code, because: Named }).nullable(),
  toldOfLateness: Told.nullable(),
  toldOfResult: Told.nullable(),
  isDecided: z.boolean(),
  isHandedOver: z.boolean(),
  step: z
    .object({
      name: z.string(),
      official: Code,
      unit: Code,
      startedAt: stored.instant.nullable(),
      completedAt: stored.instant.nullable(),
    })
    .nullable(),
});

const LateRow = z.object({
  subject: z.string(),
  opening: z.string(),
  centre: z.string(),
  procedure: Code,
  agency: Code,
  agencyWhenDue: Code,
  agencyInherited: StoredPassings,
  official: Code,
  bearerKind: stored.bearerKind,
  bearer: Code,
  inherited: StoredPassings,
  state: z.enum(['open', 'kept', 'late', 'ended']),
  breached: stored.flag,
  suspended: stored.flag,
  openedAt: stored.instant,
  due: stored.instant,
  customaryDue: stored.instant,
  firstDue: stored.instant,
  customarilyLateAfter: stored.instant.nullable(),
  closedAt: stored.instant.nullable(),
  handling: z.string().transform((text) => Handling.parse(JSON.parse(text))),
});
export type LateRow = z.output<typeof LateRow>;

export function lateReader(database: DatabaseSync): (subject: string) => LateRow {
  const get = database.prepare('SELECT * FROM late WHERE subject = ?');
  return (subject) => LateRow.parse(get.get(subject));
}
