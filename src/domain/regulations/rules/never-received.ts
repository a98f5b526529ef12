/**
 * never-received: something happened to a dossier that no reception is on record of (an integrity finding; no article).
 *
 * Some acts need no reception: what goes on at the counter before it, and what becomes of a dossier that
 * was only submitted. The rest of what may come first, to tell the applicant for one, needs a dossier
 * that was at least submitted or brought to the counter.
 */
import { mayComeFirst, showsItCame, submissionIsEnough } from '../../dossier/causes.ts';
import type { DossierEvent } from '../../dossier/vocabulary.ts';
import type { Timeline } from '../../timeline.ts';
import { prohibition } from '../prohibition.ts';

export const neverReceived = prohibition<DossierEvent>({
  key: 'never-received',
  version: 2,
  title: { vi: 'Hồ sơ chưa từng được tiếp nhận', en: 'Dossier was never received' },
  subject: 'dossier',
  watches: 'every event',
  gathered: true,
  offends: ({ type }, timeline) => (isPossible(type, timeline) ? null : []),
});

function isPossible(type: DossierEvent['type'], timeline: Timeline<DossierEvent>): boolean {
  const has = (wanted: DossierEvent['type']) => timeline.some((entry) => entry.type === wanted);
  if (has('DossierReceived')) return true;
  if (submissionIsEnough.has(type)) return has('DossierSubmitted');
  if (!mayComeFirst.has(type)) return false;
  return has('DossierSubmitted') || timeline.some((entry) => showsItCame.has(entry.type));
}
