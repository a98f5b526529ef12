/** What is asked of findings, and the runs of the indexes in which the answer lies: for their list and for their totals. */
import { z } from 'zod';
import { breachRun, type DutyQuestion, dutyRuns } from './duty-rows.ts';
import { findingStates } from './items.ts';
import { Moment } from './moment.ts';
import type { Question } from './paging.ts';
import { centresAsked, type Run } from './select.ts';

const Text = z.string().min(1).max(600).optional();

export const FindingFilters = z.object({
  rule: Text.describe('Key of the rule, such as supplement-once.'),
  centre: Text.describe('Code of the centre.'),
  bearer: Text.describe('Code of the official, agency or centre that it counts against.'),
  agency: Text.describe('Code of the agency that it counts against.'),
  official: Text.describe('The official whom it counts against.'),
  state: z.enum(findingStates).optional().describe('Left out: all.'),
  subject: Text.describe('The stream, such as dossier-H42.17-260302-0001.'),
  dueBefore: Moment.optional().describe('Duties that were due before this, and no acts.'),
  from: Moment.optional().describe('Broken at this instant or after it.'),
  to: Moment.optional().describe('Broken before this instant.'),
});
export type FindingFilters = z.output<typeof FindingFilters>;

export type FindingRuns = {
  /** Acts that are breaches, by when they were committed. */
  readonly acts: readonly Run[];
  /** Duties that were or are past their due time, by that. */
  readonly duties: readonly Run[];
};

export function findingRuns(question: Question<FindingFilters>): FindingRuns {
  const { filters, at } = question;
  const { state, dueBefore, to, from, rule, bearer, agency, official, subject } = filters;
  const asked = {
    rule,
    bearer,
    agency,
    official,
    subject,
    from,
    centres: centresAsked(question.centres, filters.centre),
    withheld: question.withheld,
    said: saidOf(state),
    at,
  };
  const hasActs = dueBefore === undefined && state !== 'open' && state !== 'remedied';
  return {
    acts: hasActs ? [breachRun({ ...asked, before: to })] : [],
    duties: dutyStatesOf(state).flatMap((one) =>
      dutyRuns({ ...asked, before: earlier(to, dueBefore), state: one, breached: true }),
    ),
  };
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

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
