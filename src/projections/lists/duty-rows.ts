/** The rows of the tables `duty` and `finding`: which runs of their indexes answer a question, and what they hold. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Instant } from '../../domain/units.ts';
import type { BreachFacts, DutyFacts, dutyStates } from './items.ts';
import { among, type Condition, equal, type Run } from './select.ts';

export type DutyQuestion = {
  readonly rule?: string | undefined;
  readonly bearer?: string | undefined;
  readonly subject?: string | undefined;
  readonly state?: (typeof dutyStates)[number] | undefined;
  readonly breached?: boolean | undefined;
  /** Bounds of the due time: at or after, and before. */
  readonly from?: string | undefined;
  readonly before?: string | undefined;
  /** Null: all. */
  readonly centres: readonly string[] | null;
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
      conditions: [...narrowing(question), ...ofKind(kind, question)],
      ...boundsOf(kind, question),
    }));
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

/** The run of `finding` in which the answer lies, by time. */
export function breachRun(question: Omit<DutyQuestion, 'state' | 'breached' | 'at'>): Run {
  const { from, before } = question;
  const conditions = narrowing(question);
  return { table: 'finding', order: ['at', 'subject', 'rule', 'number'], conditions, from, before };
}

/** The most telling of the filters chooses the index; the others are checked. */
function narrowing({
  subject,
  bearer,
  rule,
  centres,
}: Pick<DutyQuestion, 'subject' | 'bearer' | 'rule' | 'centres'>): Condition[] {
  const bearerLeads = subject === undefined;
  const ruleLeads = bearerLeads && bearer === undefined;
  return [
    ...equal('subject', subject),
    ...equal(bearerLeads ? 'bearer' : '+bearer', bearer),
    ...equal(ruleLeads ? 'rule' : '+rule', rule),
    ...among('centre', centres),
  ];
}

/** What the engine wrote: a branded text is taken as it is. */
const stored = {
  instant: z.string().brand<'Instant'>(),
  id: z.string().brand<'EventId'>(),
  flag: z.number().transform((value) => value !== 0),
  ids: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  bearerKind: z.enum(['official', 'agency', 'centre']),
};

const DutyRow = z.object({
  subject: z.string(),
  rule: z.string(),
  opening: stored.id,
  centre: z.string(),
  citation: z.string(),
  state: z.enum(['open', 'kept', 'late', 'ended']),
  breached: stored.flag,
  customaryBreached: stored.flag,
  suspended: stored.flag,
  bearerKind: stored.bearerKind,
  bearer: z.string().nullable(),
  openedAt: stored.instant,
  due: stored.instant,
  customaryDue: stored.instant,
  closedAt: stored.instant.nullable(),
  evidence: stored.ids,
});

export type Key = readonly [subject: string, rule: string, last: string | number];

export function dutyReader(database: DatabaseSync): (key: Key) => DutyFacts {
  const get = database.prepare('SELECT * FROM duty WHERE subject = ? AND rule = ? AND opening = ?');
  return (key) => {
    const { bearerKind: kind, bearer: code, ...duty } = DutyRow.parse(get.get(...key));
    return { ...duty, bearer: { kind, code } };
  };
}

const BreachRow = z.object({
  subject: z.string(),
  rule: z.string(),
  number: z.number(),
  centre: z.string(),
  citation: z.string(),
  bearerKind: stored.bearerKind.nullable(),
  bearer: z.string().nullable(),
  at: stored.instant,
  detail: z.string().nullable(),
  evidence: stored.ids,
});

export function breachReader(database: DatabaseSync): (key: Key) => BreachFacts {
  const get = database.prepare(
    'SELECT * FROM finding WHERE subject = ? AND rule = ? AND number = ?',
  );
  return (key) => {
    const { bearerKind: kind, bearer: code, ...breach } = BreachRow.parse(get.get(...key));
    return { ...breach, bearer: kind === null ? null : { kind, code } };
  };
}
