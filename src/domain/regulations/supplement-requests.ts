/** How often supplements may be asked for of one dossier (`supplementRequestsMax`, `supplementScope`). */
import type { DossierEvent } from '../dossier/vocabulary.ts';
import type { Entry } from '../entry.ts';
import { ofType, type Timeline } from '../timeline.ts';
import { solvingUnitIn } from './dossier-facts.ts';
import { isCertainlyBefore } from './order.ts';
import { receptionIn } from './reception.ts';
import type { Context } from './rule.ts';
import { isOutOfScope } from './scope.ts';

/**
 * The requests on which `request` comes beyond as many as may be made; null: it may be made. A check that
 * ended with a notice is a request, too; the two are counted apart, since one and the same request may be
 * on record as both.
 */
export function requestsBefore(
  request: Entry<DossierEvent>,
  timeline: Timeline<DossierEvent>,
  context: Context,
): readonly Entry<DossierEvent>[] | null {
  const max = context.parameters.supplementRequestsMax;
  if (max === null || !isRequest(request)) return null;
  const all = requestsLike(request, timeline);
  if (all.findIndex(({ id }) => id === request.id) < max) return null;
  if (!isCounted(request, timeline, context)) return null;
  return isOutOfScope(solvingUnitIn(timeline), context) ? null : all.slice(0, max);
}

/** Whether `request` stops the time of the dossier by the strict convention: one that may not be made gains none. */
export function stopsTheTime(
  request: Entry<DossierEvent>,
  timeline: Timeline<DossierEvent>,
  context: Context,
): boolean {
  return requestsBefore(request, timeline, context) === null;
}

function requestsLike({ type }: Entry<DossierEvent>, timeline: Timeline<DossierEvent>) {
  return type === 'SupplementRequested'
    ? ofType(timeline, type)
    : ofType(timeline, 'OnlineDossierChecked').filter(isRequest);
}

function isRequest({ type, data }: Entry<DossierEvent>): boolean {
  if (type === 'SupplementRequested') return true;
  return type === 'OnlineDossierChecked' && data.outcome === 'notice-sent';
}

/** By the whole dossier, or of its intake alone. */
function isCounted(
  entry: Entry<DossierEvent>,
  timeline: Timeline<DossierEvent>,
  context: Context,
): boolean {
  if (context.parameters.supplementScope === 'dossier') return true;
  const received = receptionIn(timeline);
  return received === undefined || !isCertainlyBefore(received, entry, context);
}
