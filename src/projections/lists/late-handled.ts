/** What was done about a late dossier, as the list of late processing is narrowed by it. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Centres } from '../../domain/regulations/centre.ts';
import type { Instant } from '../../domain/units.ts';
import { lateIn } from './conventions.ts';
import type { Condition } from './select.ts';
import { numbersSet, ofItsCentre } from './set-values.ts';

const Flag = z.enum(['true', 'false']).optional();

export const HandledFilters = z.object({
  urged: Flag.describe(
    'false: its agency was never urged. At Ninh Bình that is a duty besides (NB Đ5.1c¶2); elsewhere it is listed and no more (SL Đ5.b, Đ6.e; TQ Đ11.1; BL Đ7.2, Đ8.1a¶2; KT Đ7.2đ, Đ8.5).',
  ),
  reason: z.enum(['given', 'missing']).optional().describe('Why it is late, by the agency’s word.'),
  apology: z
    .enum(['asked', 'issued', 'missing'])
    .optional()
    .describe(
      'asked: and not issued. missing: not issued, and it is late by the strict convention (SL Đ8.d).',
    ),
  escalated: Flag.describe(
    'true: a measure was proposed that names it, or since it was due its agency or official, for reasons of time or none stated. false: none was, and it is late by more days than the centre set (failureAfterDays; SL Đ5.g, BL Đ8.1a¶2, NB Đ10.2, TQ Đ11.4).',
  ),
});
export type HandledFilters = z.output<typeof HandledFilters>;

export const Escalated = z
  .object({ event: z.string(), at: z.iso.datetime(), measure: z.string() })
  .nullable()
  .describe(
    'The first measure that was proposed because of it; null: none, or the caller may not read the centre’s record.',
  );

/** What a measure says of the conduct of an agency is not about time. */
const ofTime = "measure.at >= late.due AND coalesce(measure.because, 'time') = 'time'";

/** The measures that a row is the cause of. */
const measures = `FROM measure_about AS measure
  WHERE measure.centre = late.centre AND (
    (measure.what = 'dossier' AND measure.code = substr(late.subject, length('dossier-') + 1))
    OR (measure.what = 'agency' AND measure.code = late.agency AND ${ofTime})
    OR (measure.what = 'official' AND measure.code = late.official AND ${ofTime}))`;

/** What the rows of the table `late` have to fulfil. */
export function handledSo(
  database: DatabaseSync,
  { urged, reason, apology, escalated }: HandledFilters,
  centres: Centres,
  at: Instant,
): Condition[] {
  return [
    ...told('urged', urged === undefined ? undefined : urged === 'true'),
    ...told('reason', reason === undefined ? undefined : reason === 'given'),
    ...(apology === undefined ? [] : apologised(apology, at)),
    ...(escalated === 'true' ? [{ sql: `EXISTS (SELECT 1 ${measures})`, values: [] }] : []),
    ...(escalated === 'false'
      ? [failedFor(database, centres, at), { sql: `NOT EXISTS (SELECT 1 ${measures})`, values: [] }]
      : []),
  ];
}

const Found = z.array(z.object({ event: z.string(), at: z.iso.datetime(), measure: z.string() }));

/** The first measure that the row of `subject` is the cause of. They are few: those of one agency since then. */
export function escalationReader(
  database: DatabaseSync,
): (subject: string) => z.output<typeof Escalated> {
  const get = database.prepare(
    `SELECT (SELECT json_group_array(json_object('event', measure.event, 'at', measure.at, 'measure', measure.measure)) ${measures}) AS found
     FROM late WHERE subject = ?`,
  );
  return (subject) => {
    const found = Found.parse(JSON.parse(String(get.get(subject)?.['found'] ?? '[]')));
    return found.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))).at(0) ?? null;
  };
}

function apologised(apology: 'asked' | 'issued' | 'missing', at: Instant): Condition[] {
  if (apology === 'issued') return told('apologyIssued', true);
  const notIssued = told('apologyIssued', false);
  return apology === 'asked'
    ? [...told('apologyAsked', true), ...notIssued]
    : [...notIssued, lateIn('strict', at)];
}

/** Whether the facts of the handling have an event of that name. */
function told(name: string, wanted: boolean | undefined): Condition[] {
  if (wanted === undefined) return [];
  return [
    { sql: `json_extract(handling, '$.${name}') IS ${wanted ? 'NOT ' : ''}NULL`, values: [] },
  ];
}

/** Late by the strict convention, and by more days of the clock than its centre has set. */
function failedFor(database: DatabaseSync, centres: Centres, at: Instant): Condition {
  const late = lateIn('strict', at);
  const days = ofItsCentre('+centre', numbersSet(database, centres, 'failureAfterDays', at));
  return {
    sql: `${late.sql} AND julianday(coalesce(closedAt, ?)) - julianday(due) > ${days.sql}`,
    values: [...late.values, at, ...days.values],
  };
}
