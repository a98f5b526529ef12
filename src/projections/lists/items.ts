/** A duty and a finding as people are shown them, wherever they are listed. */
import { z } from 'zod';
import { codeOfStream } from '../../domain/dossier/code.ts';
import type { Centres } from '../../domain/regulations/centre.ts';
import { type JudgedBreach, lessenedRule, lessenedTitle } from '../../domain/regulations/judge.ts';
import type { Bearer, Duty } from '../../domain/regulations/rule.ts';
import { type Instant, millisecondsOf } from '../../domain/units.ts';

const Time = z.iso.datetime();
const Title = z.object({ vi: z.string(), en: z.string() });
const Evidence = z.array(z.string()).describe('Ids of the events that prove it.');
const Subject = z.string().describe('The stream whose history was judged.');
const DossierOf = z.string().nullable().describe('The code of the dossier that the subject is.');

const BearerItem = z
  .object({
    kind: z.enum(['official', 'agency', 'centre']),
    code: z.string().nullable().describe('Null: the record does not say.'),
  })
  .describe('Who owes it.');

const Lateness = z
  .object({
    clockMinutes: z.int().describe('By the clock, rounded up.'),
    workingMinutes: z
      .int()
      .nullable()
      .describe('In the working time of the centre, rounded up; null where it cannot be measured.'),
  })
  .describe('How long past its due time it was closed, or, where it is overdue, is now.');

export const dutyStates = ['open', 'overdue', 'kept', 'late', 'ended'] as const;

export const DutyItem = z.object({
  id: z.string(),
  rule: z.string(),
  title: Title,
  state: z
    .enum(dutyStates)
    .describe(
      'open: not yet due, or suspended. overdue: open, and past its due time. kept: done in time. late: done past its due time. ended: its subject ended without it.',
    ),
  subject: Subject,
  dossier: DossierOf,
  centre: z.string(),
  citation: z.string().describe('The article that demands it.'),
  bearer: BearerItem,
  openedAt: Time,
  due: Time.describe('Strict: as it stood when it passed.'),
  customaryDue: Time.describe('As corrected or moved, also afterwards.'),
  closedAt: Time.nullable(),
  suspended: z.boolean().describe('Waiting for somebody else.'),
  breached: z.boolean().describe('Closed past its due time, or overdue.'),
  late: Lateness.nullable(),
  customary: z.object({ breached: z.boolean() }).describe('The same by the customary due time.'),
  evidence: Evidence,
});
export type DutyItem = z.output<typeof DutyItem>;

export const FindingItem = z.object({
  id: z.string(),
  rule: z.string(),
  title: Title,
  centre: z.string(),
  citation: z.string().describe('The article that is broken.'),
  subject: Subject,
  dossier: DossierOf,
  bearer: BearerItem.nullable(),
  at: Time.describe('When it was broken: of a duty, when it was due.'),
  state: z
    .enum(['open', 'remedied', 'stands'])
    .describe(
      'open: a duty that is still overdue. remedied: a duty closed past its due time. stands: an act.',
    ),
  due: Time.nullable(),
  late: Lateness.nullable(),
  detail: z.string().nullable(),
  evidence: Evidence,
});
export type FindingItem = z.output<typeof FindingItem>;

/** A duty as the judge or a row has it. */
export type DutyFacts = Omit<Duty, 'evidence'> & {
  readonly rule: string;
  readonly citation: string;
  readonly subject: string;
  readonly centre: string;
  readonly evidence: readonly string[];
};

/** Open, not suspended, and past its due time at `at`. */
export function isOverdue({ state, suspended, due }: DutyFacts, at: Instant): boolean {
  return state === 'open' && !suspended && due < at;
}

export function isBreached(duty: DutyFacts, at: Instant): boolean {
  return duty.breached || isOverdue(duty, at);
}

/** @param at the instant at which an open duty is compared with its due time. */
export function dutyItem(duty: DutyFacts, at: Instant, centres: Centres): DutyItem {
  const { rule, opening, state, subject, bearer, suspended, due, customaryDue, closedAt } = duty;
  const late = isBreached(duty, at);
  const isWaitedFor = state === 'open' && !suspended;
  return {
    id: `${rule}:${opening}`,
    rule,
    title: titleOf(rule, centres),
    state: isOverdue(duty, at) ? 'overdue' : state,
    subject,
    dossier: dossierOf(subject),
    centre: duty.centre,
    citation: duty.citation,
    bearer,
    openedAt: duty.openedAt,
    due,
    customaryDue,
    closedAt,
    suspended,
    breached: late,
    late: late ? latenessOf(due, closedAt ?? at, duty.centre, centres) : null,
    customary: { breached: duty.customaryBreached || (isWaitedFor && customaryDue < at) },
    evidence: [...duty.evidence],
  };
}

/** A duty that is broken at `at`, as a finding. */
export function brokenDuty(duty: DutyFacts, at: Instant, centres: Centres): FindingItem {
  const { id, rule, title, centre, citation, subject, dossier, bearer, due, late, evidence } =
    dutyItem(duty, at, centres);
  return {
    id,
    rule,
    title,
    centre,
    citation,
    subject,
    dossier,
    bearer,
    at: due,
    state: duty.state === 'open' ? 'open' : 'remedied',
    due,
    late,
    detail: null,
    evidence,
  };
}

/** An act that is a breach, as the judge or a row has it. */
export type BreachFacts = Omit<JudgedBreach, 'evidence' | 'bearer'> & {
  readonly subject: string;
  readonly centre: string;
  /** Which of the findings on its subject. */
  readonly number: number;
  readonly bearer: Bearer | null;
  readonly evidence: readonly string[];
};

export function breachItem(breach: BreachFacts, centres: Centres): FindingItem {
  const { rule, centre, citation, subject, number, bearer, at, detail, evidence } = breach;
  return {
    id: `${rule}:${subject}:${number}`,
    rule,
    title: titleOf(rule, centres),
    centre,
    citation,
    subject,
    dossier: dossierOf(subject),
    bearer,
    at,
    state: 'stands',
    due: null,
    late: null,
    detail,
    evidence: [...evidence],
  };
}

function latenessOf(due: Instant, until: Instant, centre: string, centres: Centres) {
  return {
    clockMinutes: Math.ceil((millisecondsOf(until) - millisecondsOf(due)) / 60_000),
    workingMinutes: workingMinutes(due, until, centre, centres),
  };
}

/** Null for a due time outside the years in which working time is measured: one such mistake must not hide a list. */
function workingMinutes(due: Instant, until: Instant, code: string, centres: Centres) {
  const centre = centres.get(code);
  if (centre === undefined) return null;
  try {
    return Math.ceil(centre.workingTime.minutesBetween(due, until));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What the rule is called; a rule that this release no longer has, by its key. */
function titleOf(key: string, centres: Centres): { vi: string; en: string } {
  if (key === lessenedRule) return lessenedTitle;
  for (const { demands } of centres.values()) {
    const demand = demands.find(({ rule }) => rule.key === key);
    if (demand !== undefined) return demand.rule.title;
  }
  return { vi: key, en: key };
}

function dossierOf(subject: string): string | null {
  return subject.startsWith('dossier-') ? codeOfStream(subject) : null;
}

/** Order of texts by their code units: like the database's, but for characters beyond the first 65,536. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
