/** The rows of the tables `duty` and `finding`: which runs of their indexes answer a question, and what they hold. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Bearer } from '../../domain/regulations/rule.ts';
import { type Instant, instantAt, millisecondsOf } from '../../domain/units.ts';
import { lateByCustom } from './conventions.ts';
import { markOf, StoredPassings } from './inherited.ts';
import type { DutyFacts, dutyStates } from './items.ts';
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
  /** Whether the conventions differ on it. */
  readonly differs?: boolean | undefined;
  /** What people said of it: nothing, or that it is wrong, or that it may pass. */
  readonly said?: 'nothing' | 'disputed' | 'waived' | undefined;
  /** Bounds of the due time: at or after, and before. */
  readonly from?: string | undefined;
  readonly before?: string | undefined;
  /** Findings that breaches of this rule were taken away. */
  readonly lessenedRule?: string | undefined;
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
  // Of what was kept, only what was late by custom is a row; of what ended in time, nothing.
  { state: 'kept', isBroken: false, columns: ['kept', 0, 0], due: 'any' },
];

/** The runs of `duty` in which the answer lies, by due time. */
export function dutyRuns(question: DutyQuestion): Run[] {
  return kindsIn(question).map((kind) => ({
    table: 'duty',
    order: ['due', 'subject', 'rule', 'opening'],
    conditions: [
      ...narrowing(question),
      ...ofKind(kind, question.subject === undefined ? '' : '+'), // one subject has few rows: no index beats its key
      ...opened(kind, question),
      ...differing(kind, question),
    ],
    ...boundsOf(kind, question),
  }));
}

/**
 * The same of what passed on from the agency that is asked for: what fell due there, and, of what is not
 * broken, whatever was there once or still is, as the merger may be to come. None that `dutyRuns` has.
 */
export function inheritedRuns(question: DutyQuestion): Run[] {
  const { agency, bearer = agency, official, rule, subject, centres, withheld, said } = question;
  const isOther = official !== undefined || (agency !== undefined && agency !== bearer);
  if (bearer === undefined || isOther) return [];
  const once = {
    sql: '+bearer <> ? AND instr(inherited, ?) > 0',
    values: [bearer, markOf(bearer)],
  };
  return kindsIn(question).map((kind) => ({
    table: 'duty',
    order: ['due', 'subject', 'rule', 'opening'],
    conditions: [
      { sql: 'inherited IS NOT NULL', values: [] },
      ...(kind.isBroken ? equal('+bearerWhenDue', bearer) : [once]),
      ...equal('+subject', subject),
      ...equal('+rule', rule),
      ...(said === undefined ? [] : [saying[said]]),
      ...among('+centre', centres),
      ...except('+subject', withheld),
      ...ofKind(kind, '+'),
      ...opened(kind, question),
      ...differing(kind, question),
    ],
    ...fromTheFirst(boundsOf(kind, question)),
  }));
}

/** A bound that all are within: the index is then searched, as each run is, and not scanned. */
function fromTheFirst({ from = '', before }: Pick<Run, 'from' | 'before'>) {
  return { from, before };
}

function kindsIn({ state, breached }: DutyQuestion): readonly Kind[] {
  return kinds
    .filter((kind) => state === undefined || kind.state === state)
    .filter((kind) => breached === undefined || kind.isBroken === breached);
}

/** What the calendar will open is on no list before it has. */
function opened({ due }: Kind, { at }: DutyQuestion): Condition[] {
  return due === 'to come' ? [{ sql: '+openedAt <= ?', values: [at] }] : [];
}

/** Whether a kind is late by the instant is known: the other convention decides. */
function differing({ isBroken }: Kind, { differs, at }: DutyQuestion): Condition[] {
  return differs === undefined ? [] : [lateByCustom(differs !== isBroken, at)];
}

function ofKind({ columns: [state, breached, suspended] }: Kind, plus: '' | '+') {
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
  const conditions = [...narrowing(question), ...equal('+lessenedRule', question.lessenedRule)];
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
  customarilyLateAfter: stored.instant.nullable(),
  suspended: stored.flag,
  bearerKind: stored.bearerKind,
  bearer: z.string().nullable(),
  inherited: StoredPassings,
  detail: z.string().nullable(),
  openedAt: stored.instant,
  due: stored.instant,
  customaryDue: stored.instant,
  firstDue: stored.instant,
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
