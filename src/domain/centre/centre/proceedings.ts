/**
 * Việc của Trung tâm: one line for each thing that a centre began, said or settled, whatever it was,
 * so that every entry is found by a person.
 *
 * What has an answer (a consultation, a proposal, a dispute) is one line with its answer.
 */
import type { Instant } from '../../units.ts';
import { begunBy } from './begun.ts';
import { endedBy } from './ended.ts';
import type { Ended, Proceeding, ProceedingEvent } from './proceeding.ts';

const nothing = {
  id: null,
  about: null,
  agencies: [],
  officials: [],
  from: null,
  to: null,
  openedAt: null,
  closedAt: null,
  outcome: null,
  document: null,
  answer: null,
} as const;

/** The lines after one more event: a new one, or an open one that is closed. */
export function proceedingsAfter(
  before: readonly Proceeding[],
  event: ProceedingEvent,
  at: Instant,
): readonly Proceeding[] {
  const ended = endedBy(event, at);
  if (ended === null) return [...before, { ...nothing, ...begunBy(event, at), openedAt: at }];
  const open = openFor(before, ended);
  if (open === undefined) return [...before, { ...nothing, ...ended, closedAt: at }];
  const { outcome, answer, to = open.to } = ended;
  const closed = { ...open, outcome, answer, to, closedAt: at };
  return before.map((one) => (one === open ? closed : one));
}

/** What `ended` can be the end of; undefined: nothing that is open on record. */
function openFor(before: readonly Proceeding[], ended: Ended): Proceeding | undefined {
  return before.findLast((one) => one.closedAt === null && isOf(one, ended));
}

/** Whether `one` is what `ended` speaks of. A consultation is one line for each agency; all else goes by its id. */
export function isOf(one: Proceeding, { kind, id, agencies = [] }: Ended): boolean {
  const isSame = one.kind === kind && one.id === id;
  return (
    isSame && (kind !== 'consultation' || agencies.some((code) => one.agencies.includes(code)))
  );
}
