/** A duty and a finding as people are shown them, wherever they are listed. */
import { z } from 'zod';
import { codeOfStream } from '../../domain/dossier/code.ts';
import type { Centres } from '../../domain/regulations/centre.ts';
import { citationIn } from '../../domain/regulations/citation.ts';
import {
  findingId,
  type JudgedBreach,
  lessenedRule,
  lessenedTitle,
} from '../../domain/regulations/judge.ts';
import type { Remarks } from '../../domain/regulations/registers/remarks.ts';
import type { Bearer, Duty } from '../../domain/regulations/rule.ts';
import { type Instant, millisecondsOf } from '../../domain/units.ts';
import { ifMeasured } from './working-minutes.ts';

const Time = z.iso.datetime();
const Title = z.object({ vi: z.string(), en: z.string() });
const Article = z.object({ vi: z.string(), en: z.string() }).describe('The citation, spelt out.');
const Evidence = z.array(z.string()).describe('Ids of the events that prove it.');
const Subject = z.string().describe('The stream whose history was judged.');
const DossierOf = z.string().nullable().describe('The code of the dossier that the subject is.');

export const BearerItem = z
  .object({
    kind: z.enum(['official', 'agency', 'centre', 'post']),
    code: z.string().nullable().describe('Null: the record does not say.'),
  })
  .describe('Who owes it.');

export const Lateness = z
  .object({
    clockMinutes: z.int().describe('By the clock, rounded up.'),
    workingMinutes: z
      .int()
      .nullable()
      .describe('In the working time of the centre, rounded up; null where it cannot be measured.'),
  })
  .describe('How long past its due time it was closed, or, where it is overdue, is now.');

const RemarksItem = z
  .object({
    waived: z.string().nullable().describe('The event that lets it pass.'),
    disputed: z.string().nullable().describe('The event that says that it is wrong.'),
  })
  .describe('What people said of it, on the record of the centre.');

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
  article: Article,
  bearer: BearerItem,
  detail: z.string().nullable().describe('Which of several: a step, a period, a reference.'),
  openedAt: Time,
  due: Time.describe('Strict: as it stood when it passed.'),
  customaryDue: Time.describe('As corrected or moved, also afterwards.'),
  closedAt: Time.nullable(),
  suspended: z.boolean().describe('Waiting for somebody else.'),
  breached: z.boolean().describe('Closed past its due time, or overdue.'),
  late: Lateness.nullable(),
  customary: z.object({ breached: z.boolean() }).describe('The same by the customary due time.'),
  evidence: Evidence,
  remarks: RemarksItem,
});
export type DutyItem = z.output<typeof DutyItem>;

export const findingStates = ['open', 'remedied', 'stands', 'disputed', 'waived'] as const;

export const FindingItem = z.object({
  id: z.string(),
  rule: z.string(),
  title: Title,
  centre: z.string(),
  citation: z.string().describe('The article that is broken.'),
  article: Article,
  subject: Subject,
  dossier: DossierOf,
  bearer: BearerItem.nullable(),
  at: Time.describe('When it was broken: of a duty, when it was due.'),
  state: z
    .enum(findingStates)
    .describe(
      'open: a duty that is still overdue. remedied: a duty closed past its due time. stands: an act. disputed: somebody says that it is wrong, and that is not settled against them. waived: it was let pass, and stays on record.',
    ),
  due: Time.nullable(),
  late: Lateness.nullable(),
  detail: z.string().nullable(),
  evidence: Evidence,
  remarks: RemarksItem,
});
export type FindingItem = z.output<typeof FindingItem>;

/** A duty as the judge or a row has it. */
export type DutyFacts = Omit<Duty, 'evidence' | 'pauses'> & {
  readonly remarks: Remarks;
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
    id: findingId(rule, subject, opening),
    rule,
    title: titleOf(rule, centres),
    state: isOverdue(duty, at) ? 'overdue' : state,
    subject,
    dossier: dossierOf(subject),
    centre: duty.centre,
    citation: duty.citation,
    article: articleOf(duty.citation),
    bearer,
    detail: duty.detail,
    openedAt: duty.openedAt,
    due,
    customaryDue,
    closedAt,
    suspended,
    breached: late,
    late: late ? latenessOf(due, closedAt ?? at, duty.centre, centres) : null,
    customary: { breached: duty.customaryBreached || (isWaitedFor && customaryDue < at) },
    evidence: [...duty.evidence],
    remarks: duty.remarks,
  };
}

/** What people said of a finding goes before what became of it. */
function standingOf(
  { waived, disputed }: Remarks,
  otherwise: 'open' | 'remedied' | 'stands',
): FindingItem['state'] {
  if (waived !== null) return 'waived';
  return disputed === null ? otherwise : 'disputed';
}

/** A duty that is broken at `at`, as a finding. */
export function brokenDuty(duty: DutyFacts, at: Instant, centres: Centres): FindingItem {
  const { id, rule, title, centre, citation, subject, dossier, bearer, due, late, ...shown } =
    dutyItem(duty, at, centres);
  const { evidence, remarks, detail } = shown;
  return {
    id,
    rule,
    title,
    centre,
    citation,
    article: articleOf(citation),
    subject,
    dossier,
    bearer,
    at: due,
    state: standingOf(duty.remarks, duty.state === 'open' ? 'open' : 'remedied'),
    due,
    late,
    detail,
    evidence,
    remarks,
  };
}

/** An act that is a breach, as the judge or a row has it. */
export type BreachFacts = Omit<JudgedBreach, 'evidence' | 'bearer'> & {
  readonly subject: string;
  readonly centre: string;
  readonly bearer: Bearer | null;
  readonly evidence: readonly string[];
};

export function breachItem(breach: BreachFacts, centres: Centres): FindingItem {
  const { rule, centre, citation, subject, key, bearer, remarks, at, detail, evidence } = breach;
  return {
    id: findingId(rule, subject, key),
    rule,
    title: titleOf(rule, centres),
    centre,
    citation,
    article: articleOf(citation),
    subject,
    dossier: dossierOf(subject),
    bearer,
    at,
    state: standingOf(remarks, 'stands'),
    due: null,
    late: null,
    detail,
    evidence: [...evidence],
    remarks,
  };
}

export function latenessOf(due: Instant, until: Instant, centre: string, centres: Centres) {
  return {
    clockMinutes: Math.ceil((millisecondsOf(until) - millisecondsOf(due)) / 60_000),
    workingMinutes: workingMinutes(due, until, centre, centres),
  };
}

function workingMinutes(due: Instant, until: Instant, code: string, centres: Centres) {
  const centre = centres.get(code);
  if (centre === undefined) return null;
  return ifMeasured(() => Math.ceil(centre.workingTime.minutesBetween(due, until)));
}

/** There are about as many citations as demands, and each is spelt out many times over. */
const articles = new Map<string, { vi: string; en: string }>();

function articleOf(citation: string): { vi: string; en: string } {
  const known = articles.get(citation);
  if (known !== undefined) return known;
  const spelt = { vi: citationIn(citation, 'vi'), en: citationIn(citation, 'en') };
  articles.set(citation, spelt);
  return spelt;
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
