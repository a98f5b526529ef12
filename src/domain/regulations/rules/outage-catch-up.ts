/**
 * outage-catch-up: what was noted on paper while the software stood still is entered right after that
 * has ended (cập nhật ngay sau khi sự cố được khắc phục; SL Đ2.7, BL Đ3.3).
 *
 * Opened by the end of a declared outage, as it is said to have ended; owed by the person the declaration
 * names; discharged by the note that all is entered. A day's paper is not entered in the minutes
 * that "at once" is elsewhere, so the centre sets a term of its own. Each entry keeps when it
 * happened and when it was entered: the record sees to that.
 */
import type { CentreEvent, CentreEventOf } from '../../centre/centre/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { ofType, type Timeline } from '../../timeline.ts';
import { catchUpDue, catchUpRule } from '../catch-up.ts';
import { duty } from '../duty.ts';
import { lastMomentOf } from '../order.ts';

export const outageCatchUp = duty<CentreEvent>({
  key: catchUpRule,
  version: 2,
  title: { vi: 'Nhập bù ngay sau sự cố', en: 'Paper entered right after an outage' },
  subject: 'office',
  openedBy: ['OutageEnded'],
  opens(entry, context, timeline) {
    if (entry.type !== 'OutageEnded' || !isFirstEnd(entry, timeline)) return null;
    const { outage, ended } = entry.data;
    const declared = ofType(timeline, 'OutageDeclared').find(({ data }) => data.outage === outage);
    if (declared === undefined) return null;
    return {
      due: catchUpDue(ended ?? lastMomentOf(entry, context), context),
      bearer: { kind: 'official', code: declared.data.responsible },
      detail: outage,
      because: [declared.id],
    };
  },
  discharges: ['CatchUpCompleted'],
  answers: (entry, { opening }) =>
    entry.type === 'CatchUpCompleted' && entry.data.outage === opening.detail,
  dischargeMayPrecede: true, // the end may be noted after all was entered
});

/** An outage ends once, however often it is said. */
function isFirstEnd(
  entry: Entry<CentreEventOf<'OutageEnded'>>,
  timeline: Timeline<CentreEvent>,
): boolean {
  const { outage } = entry.data;
  const [first] = ofType(timeline, 'OutageEnded').filter(({ data }) => data.outage === outage);
  return first === entry;
}
