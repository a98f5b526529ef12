/** That the record of a dossier of the demo says how far it is, also while the work on it takes long. */
import { news, progress, waits } from '../../domain/regulations/rules/progress-kept-current.ts';
import type { Planned } from '../planned.ts';
import type { Course } from './course.ts';
import { progressNotes } from './texts.ts';

/** Working minutes after which something is noted, where nothing else was: eight days. */
const quiet = 8 * 480;

/** Whoever leads the agency has it noted wherever nothing was entered for long up to now. */
export function keepsCurrent(course: Course): void {
  const { scene, life } = course;
  const told = life.facts.filter(({ type }) => (news as readonly string[]).includes(type));
  const inOrder = told.toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
  const now = life.now();
  let isWaiting = false;
  for (const [place, fact] of inOrder.entries()) {
    if (isOneOf(waits, fact)) isWaiting = true;
    if (fact.type === 'SupplementReceived' || fact.type === 'FinancialDutyMet') isWaiting = false;
    const next = inOrder[place + 1];
    const until = next === undefined ? now : Date.parse(next.occurredAt);
    if (isWaiting || !isOneOf(progress, fact)) continue;
    let at = scene.time.addMinutesMs(Date.parse(fact.occurredAt), quiet);
    for (; at < until; at = scene.time.addMinutesMs(at, quiet)) notes(course, at);
  }
}

function isOneOf(types: readonly string[], { type }: Planned): boolean {
  return types.includes(type);
}

function notes({ chance, life, office }: Course, at: number): void {
  const note = chance.pick(progressNotes);
  const what = { unit: office.agency, official: office.head, note };
  life.happens('ProgressNoted', office.head, what, { at });
}
