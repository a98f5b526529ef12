/**
 * supplement-complete: guidance, and a request for supplements, is full and accurate (SL Đ8.b; TQ Đ7.1a,
 * Đ7.2a; BL Đ8.3c; KT Đ12.1c; NB Đ5.2c).
 *
 * It is where it is not said that it was not. Where `supplementsReasoned` (TQ), a request or a refusal
 * also says why, and of what came online what is missing and what to do (TQ Đ7.1a); and it is on its form
 * (TQ Đ7.2a): brought in person or by a proxy the form for supplements or for refusals, by post or by a
 * hired service the form for refusals alone. The paragraph is about what is looked through as it comes in:
 * of what has been received no form is wrong. A form that is not stated is no wrong one; a reason that
 * nobody noted is none.
 */
import type { Channel, DossierEvent, DossierEventOf } from '../../dossier/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import type { Timeline } from '../../timeline.ts';
import { solvingUnitIn } from '../dossier-facts.ts';
import { prohibition } from '../prohibition.ts';
import { channelIn, isCarried, isDirect } from '../reception.ts';
import type { Context } from '../rule.ts';
import { isOutOfScope } from '../scope.ts';

export const supplementComplete = prohibition<DossierEvent>({
  key: 'supplement-complete',
  version: 2,
  title: {
    vi: 'Hướng dẫn, yêu cầu bổ sung đầy đủ, chính xác',
    en: 'Guidance and requests for supplements full and accurate',
  },
  subject: 'dossier',
  watches: ['SupplementRequested', 'DossierRefused', 'NoticeSent'],
  gathered: false,
  offends(entry, timeline, context) {
    if (!isGuidance(entry)) return null;
    const unit = solvingUnitIn(timeline) ?? entry.data.unit;
    const isFaulty = faultsIn(entry, timeline, context).length > 0;
    return isFaulty && !isOutOfScope(unit, context) ? [] : null;
  },
  tells: (entry, context, timeline) =>
    isGuidance(entry) ? faultsIn(entry, timeline, context).join(', ') : null,
  blames(entry) {
    if (!isGuidance(entry)) return null;
    const { official, unit } = entry.data;
    if (official !== null) return { kind: 'official', code: official };
    return unit === null ? null : { kind: 'agency', code: unit };
  },
});

type Guidance = Entry<DossierEventOf<'SupplementRequested' | 'DossierRefused' | 'NoticeSent'>>;

function isGuidance(entry: Entry<DossierEvent>): entry is Guidance {
  const { type } = entry;
  return type === 'SupplementRequested' || type === 'DossierRefused' || type === 'NoticeSent';
}

function faultsIn(
  entry: Guidance,
  timeline: Timeline<DossierEvent>,
  { parameters }: Context,
): readonly string[] {
  const faults = entry.data.complete === false ? ['not full and accurate'] : [];
  if (!parameters.supplementsReasoned) return faults;
  const channel = channelOf(entry, timeline);
  return [...faults, ...missingIn(entry, channel), ...wrongFormOf(entry, channel, timeline)];
}

function channelOf({ type, data }: Guidance, timeline: Timeline<DossierEvent>): Channel | null {
  const own = type === 'DossierRefused' ? data.channel : null;
  return own ?? channelIn(timeline);
}

function missingIn({ type, data }: Guidance, channel: Channel | null): readonly string[] {
  const missing = data.reason === undefined ? ['without its reason'] : [];
  if (type !== 'NoticeSent' && channel !== 'online') return missing;
  if (type !== 'DossierRefused' && data.contents === undefined)
    missing.push('without its contents');
  if (data.guidance === undefined) missing.push('without guidance');
  return missing;
}

function wrongFormOf(
  entry: Guidance,
  channel: Channel | null,
  timeline: Timeline<DossierEvent>,
): readonly string[] {
  const { type, data } = entry;
  if (type === 'NoticeSent' || data.form === null || data.form === 'refusal-form') return [];
  if (timeline.slice(0, timeline.indexOf(entry)).some(isReception)) return [];
  const isWrong = isCarried(channel) || (isDirect(channel) && data.form !== 'supplement-form');
  return isWrong ? ['not on its form'] : [];
}

function isReception({ type }: Entry<DossierEvent>): boolean {
  return type === 'DossierReceived';
}
