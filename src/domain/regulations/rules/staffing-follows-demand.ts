/**
 * staffing-follows-demand: asked to, the agency sends more officials, or fewer (NB Đ6.2c).
 *
 * Opened by the centre's request, which is a record everywhere (BL Đ8.1e; NB Đ6.1đ); discharged by the
 * change, not by a promise of one. No text says by when: the centre sets it.
 */
import type { RosterEvent } from '../../attendance/roster/vocabulary.ts';
import { duty } from '../duty.ts';
import { isSameReference } from '../reference.ts';
import { dueWithin } from '../term.ts';

const key = 'staffing-follows-demand';

export const staffingFollowsDemand = duty<RosterEvent>({
  key,
  version: 2,
  title: {
    vi: 'Tăng, giảm công chức theo đề nghị của Trung tâm',
    en: 'Officials added or withdrawn on request',
  },
  subject: 'staffing',
  openedBy: ['StaffingChangeAsked'],
  opens(entry, context) {
    if (entry.type !== 'StaffingChangeAsked') return null;
    return {
      due: dueWithin(key, { days: 5 }, entry, context),
      bearer: { kind: 'agency', code: entry.data.agency },
      detail: entry.data.change,
    };
  },
  discharges: ['StaffingChanged'],
  answers(entry, opened) {
    if (entry.type !== 'StaffingChanged' || !isSameReference(entry, opened)) return false;
    const { agency, change } = entry.data;
    const isSameChange = change === null || change === opened.opening.detail;
    return agency === opened.opening.bearer.code && isSameChange;
  },
  oneForOne: true,
});
