/**
 * supplement-once: supplements are asked for once only (SL Đ8.b; TQ Đ7.1a, Đ7.2a; BL Đ8.3c; KT Đ12.1c;
 * NB Đ5.2c).
 *
 * A request is one that is made of a dossier that was brought or received; for what came online it may
 * instead be a check that ended with a notice. The two are counted apart, since one and the same request
 * may be on record as both. TQ and NB speak of guidance at the intake; the count is of the dossier from
 * start to end, or of its intake alone, as `supplementScope` says.
 */
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { ofType, type Timeline } from '../../timeline.ts';
import { solvingUnitIn } from '../dossier-facts.ts';
import { isCertainlyBefore } from '../order.ts';
import { prohibition } from '../prohibition.ts';
import { receptionIn } from '../reception.ts';
import type { Context } from '../rule.ts';
import { isOutOfScope } from '../scope.ts';

export const supplementOnce = prohibition<DossierEvent>({
  key: 'supplement-once',
  version: 2,
  title: { vi: 'Chỉ yêu cầu bổ sung hồ sơ một lần', en: 'Supplements asked for once only' },
  subject: 'dossier',
  watches: ['SupplementRequested', 'OnlineDossierChecked'],
  gathered: false,
  offends(entry, timeline, context) {
    const [first] = requestsLike(entry, timeline);
    if (first === undefined || first.id === entry.id || !isRequest(entry)) return null;
    if (!isInScope(entry, timeline, context)) return null;
    return isOutOfScope(solvingUnitIn(timeline), context) ? null : [first];
  },
  blames({ type, data }) {
    if (type !== 'SupplementRequested' && type !== 'OnlineDossierChecked') return null;
    if (data.official !== null) return { kind: 'official', code: data.official };
    return data.unit === null ? null : { kind: 'agency', code: data.unit };
  },
});

function requestsLike({ type }: Entry<DossierEvent>, timeline: Timeline<DossierEvent>) {
  return type === 'SupplementRequested'
    ? ofType(timeline, type)
    : ofType(timeline, 'OnlineDossierChecked').filter(isRequest);
}

function isRequest({ type, data }: Entry<DossierEvent>): boolean {
  if (type === 'SupplementRequested') return true;
  return type === 'OnlineDossierChecked' && data.outcome === 'notice-sent';
}

function isInScope(
  entry: Entry<DossierEvent>,
  timeline: Timeline<DossierEvent>,
  context: Context,
): boolean {
  if (context.parameters.supplementScope === 'dossier') return true;
  const received = receptionIn(timeline);
  return received === undefined || !isCertainlyBefore(received, entry, context);
}
