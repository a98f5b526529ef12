/**
 * replace-on-failure: asked to, the agency sends somebody else (NB Đ6.2c; KT Đ13.8).
 *
 * Opened by the centre's request: at NB whatever its reason, at KT only for tasks not done or for low
 * satisfaction (`replacementReasons`); the centre's own power to ask (KT Đ8.7) binds nobody. Discharged
 * by the replacement, not by a promise of one. No text says by when: the centre sets it.
 */
import type { RosterEvent, RosterEventOf } from '../../attendance/roster/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { duty } from '../duty.ts';
import type { Opened } from '../duty-spec.ts';
import { isSameReference } from '../reference.ts';
import { dueWithin } from '../term.ts';

const key = 'replace-on-failure';

export const replaceOnFailure = duty<RosterEvent>({
  key,
  version: 2,
  title: { vi: 'Thay công chức theo đề nghị', en: 'Official replaced on request' },
  subject: 'staffing',
  openedBy: ['ReplacementAsked'],
  opens(entry, context) {
    if (entry.type !== 'ReplacementAsked' || !obliges(entry.data.because, context.parameters)) {
      return null;
    }
    return {
      due: dueWithin(key, { days: 5 }, entry, context),
      bearer: { kind: 'agency', code: entry.data.agency },
      detail: entry.data.official,
    };
  },
  discharges: ['OfficialReplaced'],
  answers: (entry, opened) => isSameReference(entry, opened) && isOfSameOfficial(entry, opened),
  oneForOne: true,
});

function obliges(
  because: RosterEventOf<'ReplacementAsked'>['data']['because'],
  { replacementReasons }: { readonly replacementReasons: readonly string[] | null },
): boolean {
  if (replacementReasons === null) return true;
  return because !== null && replacementReasons.includes(because);
}

function isOfSameOfficial(
  { type, data }: Entry<RosterEvent>,
  { opening }: Opened<RosterEvent>,
): boolean {
  if (type !== 'OfficialReplaced') return false;
  return data.official === null || data.official === opening.detail;
}
