/** A duty and a finding as people are shown them, wherever they are listed. */
import { z } from 'zod';
import { codeOfStream } from '../../domain/dossier/code.ts';
import type { Centres } from '../../domain/regulations/centre.ts';
import { type Lateable, latenessUnder } from '../../domain/regulations/conventions.ts';
import { findingId, type JudgedBreach } from '../../domain/regulations/judge.ts';
import type { Remarks } from '../../domain/regulations/registers/remarks.ts';
import type { Bearer, Duty } from '../../domain/regulations/rule.ts';
import type { Inherited } from '../../domain/regulations/succession.ts';
import type { Instant } from '../../domain/units.ts';
import { inheritedFields, notInherited, owedAt } from './inherited.ts';
import { BearerItem, Lateness, latenessOf } from './lateness.ts';
import { LessenedItem, lessenedItem } from './lessened-item.ts';
import { articleOf, titleOf } from './naming.ts';

const Time = z.iso.datetime();
const Title = z.object({ vi: z.string(), en: z.string() });
const Article = z.object({ vi: z.string(), en: z.string() }).describe('The citation, spelt out.');
const Evidence = z.array(z.string()).describe('Ids of the events that prove it.');
const Subject = z.string().describe('The stream whose history was judged.');
const DossierOf = z.string().nullable().describe('The code of the dossier that the subject is.');

const ByCustom = z
  .object({ breached: z.boolean() })
  .describe(
    'Customary: by date, as corrected or moved also afterwards; returned, withdrawn and waiting excused.',
  );

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
      'By the strict convention. open: not yet due, or suspended. overdue: open, and past its due time. kept: done in time. late: done past its due time. ended: its subject ended without it.',
    ),
  subject: Subject,
  dossier: DossierOf,
  centre: z.string(),
  citation: z.string().describe('The article that demands it.'),
  article: Article,
  bearer: BearerItem,
  ...inheritedFields,
  detail: z.string().nullable().describe('Which of several: a step, a period, a reference.'),
  openedAt: Time,
  due: Time.describe('Strict: as it stood when it passed.'),
  customaryDue: Time.describe('As corrected or moved, also afterwards.'),
  firstDue: Time.describe(
    'As it was first said, corrections of a slip apart, and after the same waits as due, which the law gives and nobody’s word: by it the original lateness is measured, whoever moved the time.',
  ),
  closedAt: Time.nullable(),
  suspended: z
    .boolean()
    .describe('Strict: the time stands still while somebody else is waited for.'),
  breached: z.boolean().describe('Strict: closed past its due time, or overdue.'),
  late: Lateness.nullable().describe(
    'Strict: past the due time as it stood; null: it is not breached.',
  ),
  customary: ByCustom,
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
  ...inheritedFields,
  at: Time.describe('When it was broken: of a duty, when it was due.'),
  state: z
    .enum(findingStates)
    .describe(
      'open: a duty that is still overdue. remedied: a duty closed past its due time. stands: an act. disputed: somebody says that it is wrong, and that is not settled against them. waived: it was let pass, and stays on record.',
    ),
  due: Time.nullable(),
  breached: z.boolean().describe('Strict. An act is a breach by both conventions.'),
  late: Lateness.nullable().describe(
    'Strict: past the due time as it stood; null: an act, or not breached.',
  ),
  customary: ByCustom,
  detail: z.string().nullable(),
  lessened: LessenedItem.nullable().describe('Null: of any other rule than breach-lessened.'),
  evidence: Evidence,
  remarks: RemarksItem,
});
export type FindingItem = z.output<typeof FindingItem>;

/** A duty as the judge or a row has it. */
export type DutyFacts = Omit<Duty, 'statedDue' | 'closedPastCustomaryDue' | 'evidence' | 'pauses'> &
  Inherited &
  Lateable & {
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

/** @param at the instant at which an open duty is compared with its due time. */
export function dutyItem(duty: DutyFacts, at: Instant, centres: Centres): DutyItem {
  const { rule, opening, state, subject, suspended, due, customaryDue, closedAt } = duty;
  const late = latenessUnder(duty, at);
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
    ...owedAt(at, duty),
    detail: duty.detail,
    openedAt: duty.openedAt,
    due,
    customaryDue,
    firstDue: duty.firstDue,
    closedAt,
    suspended,
    breached: late.strict,
    late: late.strict ? latenessOf(due, closedAt ?? at, duty.centre, centres) : null,
    customary: { breached: late.customary },
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

/** A duty that is broken at `at` by either convention, as a finding. */
export function brokenDuty(duty: DutyFacts, at: Instant, centres: Centres): FindingItem {
  const { id, rule, title, centre, citation, subject, dossier, bearer, due, late, ...shown } =
    dutyItem(duty, at, centres);
  const { evidence, remarks, detail, breached, customary } = shown;
  const { inheritedFrom, inheritedAt, bearerWhenDue } = shown;
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
    inheritedFrom,
    inheritedAt,
    bearerWhenDue,
    at: due,
    state: standingOf(duty.remarks, duty.state === 'open' ? 'open' : 'remedied'),
    due,
    breached,
    late,
    customary,
    detail,
    lessened: null,
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
  const { rule, centre, citation, subject, key, bearer, remarks, at, detail, evidence, lessened } =
    breach;
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
    ...notInherited,
    at,
    state: standingOf(remarks, 'stands'),
    due: null,
    breached: true,
    late: null,
    customary: { breached: true },
    detail,
    lessened: lessened === null ? null : lessenedItem(lessened, centre, centres),
    evidence: [...evidence],
    remarks,
  };
}

function dossierOf(subject: string): string | null {
  return subject.startsWith('dossier-') ? codeOfStream(subject) : null;
}

/** Order of texts by their code units: like the database's, but for characters beyond the first 65,536. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
