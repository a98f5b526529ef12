/** What is asked of findings, and the runs of the indexes in which the answer lies: for their list and for their totals. */
import { z } from 'zod';
import { lessenedRule as lessenedKey } from '../../domain/regulations/judge.ts';
import { Differs } from './conventions.ts';
import { breachRun, type DutyQuestion, dutyRuns, inheritedRuns } from './duty-rows.ts';
import { findingStates } from './items.ts';
import { Moment } from './moment.ts';
import type { Question } from './paging.ts';
import { centresAsked, type Run } from './select.ts';

const Text = z.string().min(1).max(600).optional();

export const FindingFilters = z.object({
  rule: Text.describe('Key of the rule, such as supplement-once.'),
  lessenedRule: Text.describe(
    'Key of a rule: only findings that a breach of it was taken away or lessened.',
  ),
  centre: Text.describe('Code of the centre.'),
  bearer: Text.describe(
    'Code of the official, agency or centre that it counts against, or that inherited it and is to remedy it.',
  ),
  agency: Text.describe('The same, of an agency.'),
  official: Text.describe('The official whom it counts against.'),
  state: z.enum(findingStates).optional().describe('Left out: all.'),
  subject: Text.describe('The stream, such as dossier-H42.17-260302-0001.'),
  dueBefore: Moment.optional().describe('Duties that were due before this, and no acts.'),
  from: Moment.optional().describe('Broken at this instant or after it.'),
  to: Moment.optional().describe('Broken before this instant.'),
  differs: Differs.describe(
    'true: duties that are late by one convention and not by the other. false: what is broken by both. Left out: what is broken by the strict convention.',
  ),
});
export type FindingFilters = z.output<typeof FindingFilters>;

export type FindingRuns = {
  /** Acts that are breaches, by when they were committed. */
  readonly acts: readonly Run[];
  /** Duties that were or are past their due time by the strict convention, by that. */
  readonly duties: readonly Run[];
  /** Duties that are late by custom alone, by their due time: shown where that is asked for. */
  readonly byCustomAlone: readonly Run[];
};

/** The runs of what is shown, and nothing else. */
export function findingRuns(question: Question<FindingFilters>): readonly Run[] {
  const { differs } = question.filters;
  const { acts, duties, byCustomAlone } = brokenRuns(question, differs);
  return [...(differs === true ? byCustomAlone : acts), ...duties];
}

/** @param differs of the duties: only those on which the conventions differ, or do not. */
export function brokenRuns(
  question: Question<Omit<FindingFilters, 'differs'>>,
  differs?: boolean,
): FindingRuns {
  const { filters, at } = question;
  const { state, dueBefore, to, from, rule, bearer, agency, official, subject, lessenedRule } =
    filters;
  const asked = {
    rule: rule ?? (lessenedRule === undefined ? undefined : lessenedKey),
    bearer,
    agency,
    official,
    subject,
    lessenedRule,
    from,
    centres: centresAsked(question.centres, filters.centre),
    withheld: question.withheld,
    said: saidOf(state),
    at,
  };
  const hasActs = dueBefore === undefined && state !== 'open' && state !== 'remedied';
  const before = earlier(to, dueBefore);
  const isOfActs = lessenedRule !== undefined; // what took a breach away is an act
  const dutyStates = isOfActs ? [] : dutyStatesOf(state);
  const strictStates = isOfActs ? [] : strictStatesOf(state);
  return {
    acts: hasActs ? [breachRun({ ...asked, before: to })] : [],
    duties: dutyStates.flatMap((one) =>
      runsOf({ ...asked, before, state: one, breached: true, differs }),
    ),
    byCustomAlone: strictStates.flatMap((one) =>
      runsOf({ ...asked, before, state: one, breached: false, differs: true }),
    ),
  };
}

function runsOf(question: DutyQuestion): Run[] {
  return [...dutyRuns(question), ...inheritedRuns(question)];
}

function saidOf(state: FindingFilters['state']): DutyQuestion['said'] {
  if (state === undefined || state === 'disputed' || state === 'waived') return state;
  return 'nothing';
}

/** The states of the duties that are findings of `state`. */
function dutyStatesOf(state: FindingFilters['state']): readonly DutyQuestion['state'][] {
  if (state === 'open') return ['overdue'];
  if (state === 'remedied') return ['late', 'ended'];
  return state === 'stands' ? [] : [undefined];
}

/** The states, which are strict, of the duties that are `state` by custom alone. */
function strictStatesOf(state: FindingFilters['state']): readonly DutyQuestion['state'][] {
  if (state === 'open') return ['open'];
  if (state === 'remedied') return ['kept'];
  return state === 'stands' ? [] : [undefined];
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
