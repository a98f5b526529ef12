/**
 * The list of late processing: what is overdue, will soon be due, or was late, the first due before the
 * others; with whom it lay and for how long, what was done about it, and what is to be done next.
 */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { codeOfStream } from '../../domain/dossier/code.ts';
import { parties, timeByParty } from '../../domain/dossier/holding.ts';
import { nextFor, nextSteps } from '../../domain/dossier/late-handling.ts';
import type { Centres } from '../../domain/regulations/centre.ts';
import { conventions, latenessUnder } from '../../domain/regulations/conventions.ts';
import { findingId } from '../../domain/regulations/judge.ts';
import { type Instant, Month } from '../../domain/units.ts';
import { centresBy } from '../laid-down.ts';
import { agencyAt, heldAt, processingRule } from '../late.ts';
import { countLate, Differs, type LateCounts } from './conventions.ts';
import { inheritedFields, owedAt } from './inherited.ts';
import { dutyStates } from './items.ts';
import { Escalated, escalationReader, HandledFilters, handledSo } from './late-handled.ts';
import { type LateRow, lateReader } from './late-row.ts';
import { lateRuns, withins } from './late-rows.ts';
import { BearerItem, Lateness, latenessOf } from './lateness.ts';
import { Moment } from './moment.ts';
import { cursorAfter, keyIn, type Page, pageOf, type Question } from './paging.ts';
import { centresAsked, countOf, keysOf } from './select.ts';
import { ifMeasured } from './working-minutes.ts';

const Time = z.iso.datetime();
const Code = z.string().nullable();
const Told = z.object({ event: z.string(), at: Time }).nullable();
const Minutes = z.int();

const HolderItem = z
  .object({ party: z.enum(parties), unit: Code })
  .nullable()
  .describe('Null: nobody; it has ended.');

export const LateItem = z.object({
  dossier: z.string(),
  subject: z.string().describe('Its stream.'),
  centre: z.string(),
  procedure: Code,
  agency: Code.describe('The agency that solves it.'),
  agencyWhenDue: Code.describe(
    'The agency that solved it when it fell due, or was finished before that, where another came after it: figures by agency count it there. As a rule the same.',
  ),
  official: Code.describe('Who is accountable for it.'),
  bearer: BearerItem,
  ...inheritedFields,
  duty: z.string().describe('The id of the duty, in the list of duties and of findings.'),
  state: z.enum(dutyStates).describe('By the strict convention.'),
  waiting: z.boolean().describe('Strict: the time stands still while the applicant supplements.'),
  due: Time.describe('Strict: as it stood when it passed.'),
  customaryDue: Time.describe('As corrected or moved, also afterwards.'),
  firstDue: Time.describe(
    'As it was first said, corrections of a slip apart, and after the same waits as due: by it the original lateness is measured, whoever moved the time.',
  ),
  strict: z.object({ late: z.boolean() }).describe('By the instant, nothing excused.'),
  customary: z
    .object({ late: z.boolean() })
    .describe('By date, by the customary due time; returned, withdrawn and waiting excused.'),
  delay: Lateness.nullable().describe('By the strict convention; null: it is not late.'),
  receivedAt: Time,
  closedAt: Time.nullable().describe('When there was a result, or it ended without one.'),
  step: z
    .object({
      name: z.string(),
      official: Code,
      unit: Code,
      startedAt: Time.nullable(),
      completedAt: Time.nullable(),
    })
    .nullable()
    .describe('The last step of which anything is known.'),
  heldBy: HolderItem,
  heldWhenDue: HolderItem.describe(
    'Who had it when it was due; null: nobody, or it is not yet due.',
  ),
  held: z
    .object({
      counter: Minutes,
      agency: Minutes,
      otherAgency: Minutes,
      applicant: Minutes,
      post: Minutes,
    })
    .nullable()
    .describe(
      'How long each had it from reception to now or the end, in minutes of the centre’s working time; null where that cannot be measured.',
    ),
  reason: z
    .object({ event: z.string(), at: Time, about: z.string().nullable(), unit: Code })
    .nullable()
    .describe('The last that the agency gave for the lateness. Its words stay sealed.'),
  apology: z.object({
    asked: Told,
    issued: Told,
    missing: z.boolean().describe('It is late, and nobody apologised.'),
  }),
  urged: z
    .object({ event: z.string(), at: Time, unit: Code, because: z.string().nullable() })
    .nullable()
    .describe('Who was urged last.'),
  escalated: Escalated,
  next: z
    .object({ step: z.string(), vi: z.string(), en: z.string() })
    .describe('What is to be done next, by what is missing.'),
});
export type LateItem = z.output<typeof LateItem>;

const Text = z.string().min(1).max(200).optional();

export const LateFilters = z.object({
  within: z
    .enum(withins)
    .default('overdue')
    .describe(
      'overdue: open, and late now by the convention. 1, 3, 7: due by the end of so many working days of the centre, today not counted, and not late by the strict convention. was-late: finished or ended late by the convention. any: whatever is open, or late by either convention.',
    ),
  convention: z
    .enum(conventions)
    .default('strict')
    .describe('By which overdue and was-late are meant, and counted in total.'),
  centre: Text.describe('Code of the centre.'),
  agency: Text.describe('Code of the agency that solves it, or that it passed on from.'),
  agencyWhenDue: Text.describe(
    'Code of the agency that solved it when it fell due: by it figures are counted.',
  ),
  official: Text.describe('Who is accountable for it, or owes it.'),
  procedure: Text.describe('Code of the procedure.'),
  heldBy: z.enum(parties).optional().describe('With whom it lies now.'),
  step: Text.describe('The step it is at.'),
  month: Month.optional().describe('In which it is due, by the strict convention.'),
  dueBefore: Moment.optional().describe('Due before this, by the strict convention.'),
  differs: Differs.describe('true: late by one convention and not by the other.'),
  ...HandledFilters.shape,
});
export type LateFilters = z.output<typeof LateFilters>;

const name = 'late';

const Key = z.tuple([z.string(), z.string()]);

/** By due time, then subject. @throws BadCursor, and RangeError for a limit out of bounds. */
export function listLate(
  database: DatabaseSync,
  question: Question<LateFilters>,
  centres: Centres,
): Page<LateItem> {
  const { filters, at } = question;
  const { centre, ...asked } = filters;
  const after = keyIn(name, question, Key);
  const handled = handledSo(database, filters, centres, at);
  const seen = centresAsked(question.centres, centre);
  const asTheyAre = centresBy(database, centres);
  const runs = lateRuns({ ...asked, handled, centres: seen, at }, asTheyAre);
  const row = lateReader(database);
  const escalation = escalationReader(database);
  return pageOf(database, question, {
    read: (count) =>
      keysOf(database, runs, { newestFirst: false, after, count }).map((found) =>
        Key.parse(Object.values(found)),
      ),
    item: ([, subject]) => ({
      ...lateItem(row(subject), at, asTheyAre),
      escalated: escalation(subject),
    }),
    cursor: (key) => cursorAfter(name, question, key),
    total: () => countOf(database, runs),
  });
}

/**
 * How many of the dossiers that are asked about are late by either convention, whichever the question
 * names: what stands beside the list's own total.
 */
export function countLateOf(
  database: DatabaseSync,
  { filters, at, centres: seen }: Pick<Question<LateFilters>, 'filters' | 'at' | 'centres'>,
  centres: Centres,
): LateCounts {
  const { centre, ...asked } = filters;
  const question = {
    ...asked,
    convention: 'either' as const,
    handled: handledSo(database, filters, centres, at),
    centres: centresAsked(seen, centre),
    at,
  };
  return countLate(database, lateRuns(question, centresBy(database, centres)), at);
}

/** How many dossiers of all centres are open and late, by each convention. */
export function countOverdue(database: DatabaseSync, at: Instant): LateCounts {
  const filters = LateFilters.parse({ within: 'overdue' });
  return countLateOf(database, { filters, at, centres: null }, new Map());
}

function lateItem(row: LateRow, at: Instant, centres: Centres): Omit<LateItem, 'escalated'> {
  const { subject, due, closedAt, handling } = row;
  const { hops, step, reason, urged, apologyAsked: asked, apologyIssued: issued } = handling;
  const { strict: isLate, customary: isLateByCustom } = latenessUnder(row, at);
  const solving = { agency: row.agency, inherited: row.agencyInherited };
  const heldBy = heldAt(at, hops, solving);
  const isClosed = closedAt !== null;
  const next = nextFor(handling, { due, isLate, isClosed, heldBy });
  return {
    dossier: codeOfStream(subject),
    subject,
    centre: row.centre,
    procedure: row.procedure,
    agency: agencyAt(at, solving),
    agencyWhenDue: row.agencyWhenDue,
    official: row.official,
    ...owedAt(at, { ...row, bearer: { kind: row.bearerKind, code: row.bearer } }),
    duty: findingId(processingRule, subject, row.opening),
    state: row.state === 'open' && isLate ? 'overdue' : row.state,
    waiting: row.suspended,
    due,
    customaryDue: row.customaryDue,
    firstDue: row.firstDue,
    strict: { late: isLate },
    customary: { late: isLateByCustom },
    delay: isLate ? latenessOf(due, closedAt ?? at, row.centre, centres) : null,
    receivedAt: row.openedAt,
    closedAt,
    step,
    heldBy,
    heldWhenDue: due <= at ? heldAt(due, hops, solving) : null,
    held: heldIn(row, at, centres),
    reason,
    apology: { asked, issued, missing: isLate && issued === null },
    urged,
    next: { step: next, ...nextSteps[next] },
  };
}

/** From the reception to the end, or to `at` while there is none. */
function heldIn(
  { centre, openedAt, closedAt, handling: { hops } }: LateRow,
  at: Instant,
  centres: Centres,
): LateItem['held'] {
  const workingTime = centres.get(centre)?.workingTime;
  if (workingTime === undefined) return null;
  return ifMeasured(() => {
    const time = timeByParty(hops, openedAt, closedAt ?? at, workingTime);
    const { 'other-agency': otherAgency, ...others } = time;
    return { ...others, otherAgency };
  });
}
