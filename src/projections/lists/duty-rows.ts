/** The rows of the tables `duty` and `finding`: which runs of their indexes answer a question, and what they hold. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Bearer } from '../../domain/regulations/rule.ts';
import { type Instant, instantAt, millisecondsOf } from '../../domain/units.ts';
import type { BreachFacts, DutyFacts, dutyStates } from './items.ts';
import { among, type Condition, equal, except, type Run } from './select.ts';

/** Who owes it: whoever has the code; or an agency, or an official, that has it. Of several all must hold. */
export type Owing = {
  readonly bearer?: string | undefined;
  readonly agency?: string | undefined;
  readonly official?: string | undefined;
};

export type DutyQuestion = Owing & {
  readonly rule?: string | undefined;
  readonly subject?: string | undefined;
  readonly state?: (typeof dutyStates)[number] | undefined;
  readonly breached?: boolean | undefined;
  /** What people said of it: nothing, or that it is wrong, or that it may pass. */
  readonly said?: 'nothing' | 'disputed' | 'waived' | undefined;
  /** Bounds of the due time: at or after, and before. */
  readonly from?: string | undefined;
  readonly before?: string | undefined;
  /** Null: all. */
  readonly centres: readonly string[] | null;
  /** Streams that are left out. */
  readonly withheld?: readonly string[] | undefined;
  readonly at: Instant;
};

/** A set of duties that differ in nothing but their due time, which is how the indexes have them. */
type Kind = {
  readonly state: (typeof dutyStates)[number];
  /** As people read it at the instant of the question. */
  readonly isBroken: boolean;
  /** The columns `state`, `breached` and `suspended`. */
  readonly columns: readonly [string, 0 | 1, 0 | 1];
  readonly due: 'any' | 'past' | 'to come';
};

/** Every row of the table is of exactly one of these: only an open duty is suspended. */
const kinds: readonly Kind[] = [
  { state: 'overdue', isBroken: true, columns: ['open', 0, 0], due: 'past' },
  { state: 'open', isBroken: false, columns: ['open', 0, 0], due: 'to come' },
  { state: 'open', isBroken: false, columns: ['open', 0, 1], due: 'any' },
  { state: 'late', isBroken: true, columns: ['late', 1, 0], due: 'any' },
  { state: 'ended', isBroken: true, columns: ['ended', 1, 0], due: 'any' },
  // Of what was kept, only what was late by the customary due time is a row.
  { state: 'ended', isBroken: false, columns: ['ended', 0, 0], due: 'any' },
  { state: 'kept', isBroken: false, columns: ['kept', 0, 0], due: 'any' },
];

/** The runs of `duty` in which the answer lies, by due time. */
export function dutyRuns(question: DutyQuestion): Run[] {
  const { state, breached } = question;
  return kinds
    .filter((kind) => state === undefined || kind.state === state)
    .filter((kind) => breached === undefined || kind.isBroken === breached)
    .map((kind) => ({
      table: 'duty',
      order: ['due', 'subject', 'rule', 'opening'],
      conditions: [...narrowing(question), ...ofKind(kind, question), ...opened(kind, question)],
      ...boundsOf(kind, question),
    }));
}

/** What the calendar will open is on no list before it has. */
function opened({ due }: Kind, { at }: DutyQuestion): Condition[] {
  return due === 'to come' ? [{ sql: '+openedAt <= ?', values: [at] }] : [];
}

function ofKind({ columns: [state, breached, suspended] }: Kind, { subject }: DutyQuestion) {
  const plus = subject === undefined ? '' : '+'; // one subject has few rows: no index beats its key
  return [
    ...equal(`${plus}state`, state),
    ...equal(`${plus}breached`, breached),
    ...equal(`${plus}suspended`, suspended),
  ];
}

function boundsOf({ due }: Kind, { from, before, at }: DutyQuestion) {
  if (due === 'to come') return { from: from === undefined || from < at ? at : from, before };
  if (due === 'past') return { from, before: before === undefined || at < before ? at : before };
  return { from, before };
}

/** The run of `finding` in which the answer lies, by time. A gap that has not ended is none yet. */
export function breachRun(question: Omit<DutyQuestion, 'state' | 'breached'>): Run {
  const { from, at } = question;
  const conditions = narrowing(question);
  const afterNow = instantAt(millisecondsOf(at) + 1);
  const before =
    question.before === undefined || afterNow < question.before ? afterNow : question.before;
  return { table: 'finding', order: ['at', 'subject', 'rule', 'key'], conditions, from, before };
}

/** The most telling of the filters chooses the index; the others are checked. */
function narrowing(question: Omit<DutyQuestion, 'state' | 'breached' | 'at'>): Condition[] {
  const { subject, rule, centres, withheld, said } = question;
  const owing = owingIn(question, subject === undefined);
  const ruleLeads = subject === undefined && owing.length === 0;
  return [
    ...equal('subject', subject),
    ...owing,
    ...equal(ruleLeads ? 'rule' : '+rule', rule),
    ...(said === undefined ? [] : [saying[said]]),
    ...among('centre', centres),
    ...except('+subject', withheld),
  ];
}

/** What goes before: a finding that was let pass is that, though it was disputed. See `items.ts`. */
const saying: Readonly<Record<NonNullable<DutyQuestion['said']>, Condition>> = {
  nothing: { sql: '+waived IS NULL AND +disputed IS NULL', values: [] },
  disputed: { sql: '+waived IS NULL AND +disputed IS NOT NULL', values: [] },
  waived: { sql: '+waived IS NOT NULL', values: [] },
};

/** @param leads the first of them chooses the index. */
export function owingIn({ bearer, agency, official }: Owing, leads: boolean): Condition[] {
  const codes = [agency, official, bearer].filter((code) => code !== undefined);
  return [
    ...codes.flatMap((code, place) => equal(leads && place === 0 ? 'bearer' : '+bearer', code)),
    ...(agency === undefined ? [] : equal('+bearerKind', 'agency')),
    ...(official === undefined ? [] : equal('+bearerKind', 'official')),
  ];
}

/** Whether `by` owes what is asked for. */
export function isOwedBy(by: Bearer, { bearer, agency, official }: Owing): boolean {
  return (
    (bearer === undefined || by.code === bearer) &&
    (agency === undefined || (by.kind === 'agency' && by.code === agency)) &&
    (official === undefined || (by.kind === 'official' && by.code === official))
  );
}

/** What the engine wrote: a branded text is taken as it is. */
export const stored = {
  instant: z.string().brand<'Instant'>(),
  id: z.string().brand<'EventId'>(),
  flag: z.number().transform((value) => value !== 0),
  ids: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  bearerKind: z.enum(['official', 'agency', 'centre', 'post']),
};

const DutyRow = z.object({
  subject: z.string(),
  rule: z.string(),
  opening: z.string(),
  centre: z.string(),
  citation: z.string(),
  state: z.enum(['open', 'kept', 'late', 'ended']),
  breached: stored.flag,
  customaryBreached: stored.flag,
  suspended: stored.flag,
  bearerKind: stored.bearerKind,
  bearer: z.string().nullable(),
  detail: z.string().nullable(),
  openedAt: stored.instant,
  due: stored.instant,
  customaryDue: stored.instant,
  closedAt: stored.instant.nullable(),
  evidence: stored.ids,
  waived: stored.id.nullable(),
  disputed: stored.id.nullable(),
});

export type Key = readonly [subject: string, rule: string, last: string];

export function dutyReader(database: DatabaseSync): (key: Key) => DutyFacts {
  const get = database.prepare('SELECT * FROM duty WHERE subject = ? AND rule = ? AND opening = ?');
  return (key) => {
    const {
      bearerKind: kind,
      bearer: code,
      waived,
      disputed,
      ...duty
    } = DutyRow.parse(get.get(...key));
    return { ...duty, bearer: { kind, code }, remarks: { waived, disputed } };
  };
}

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
