/**
 * outcome-published: what became of an official's violation is made known to those who complained of it
 * (BL Đ8.1đ, KT Đ10.5: by the director; NB Đ6.1d: by the centre). No text says by when: the centre sets
 * it.
 *
 * One duty for each complaint that is named as a source of the violation, opened by the decision. It is
 * discharged by telling who made that complaint, or by publishing the outcome. A violation by an agency
 * or a citizen, or one that no complaint led to, opens nothing.
 */
import type { ViolationEvent } from '../../complaints/violation/vocabulary.ts';
import { ofType } from '../../timeline.ts';
import type { Instant } from '../../units.ts';
import { centreItself } from '../complaint-course.ts';
import { duty } from '../duty.ts';
import { directorAt } from '../registers/people.ts';
import type { Bearer, Context } from '../rule.ts';
import { dueWithin } from '../term.ts';

const key = 'outcome-published';

function madeKnown(bearerOf: (at: Instant, context: Context) => Bearer) {
  return duty<ViolationEvent>({
    key,
    version: 2,
    title: {
      vi: 'Công khai kết quả xử lý cho người phản ánh',
      en: 'Outcome made known to those who complained',
    },
    subject: 'violation',
    openedBy: ['ViolationDecided'],
    opens(entry, context, timeline) {
      const [violation] = ofType(timeline, 'ViolationRecorded');
      const { who = null, sources = null } = violation?.data ?? {};
      if (who === 'agency' || who === 'citizen') return null;
      const complaints = (sources ?? []).filter(({ kind }) => kind === 'complaint');
      const due = dueWithin(key, { days: 5 }, entry, context);
      const bearer = bearerOf(entry.occurredAt, context);
      return [...new Set(complaints.map(({ id }) => id))].map((id) =>
        id === null ? { due, bearer } : { due, bearer, part: id, detail: id },
      );
    },
    opensOnce: true,
    discharges: ['ViolationOutcomeMadeKnown', 'ViolationOutcomePublished'],
    answers: ({ type, data }, { opening: { part } }) =>
      type !== 'ViolationOutcomeMadeKnown' ||
      data.complaint === null ||
      part === undefined ||
      data.complaint === part,
  });
}

/** Ninh Bình. */
export const outcomePublished = madeKnown((_, context) => centreItself(context));

/** Bạc Liêu and Kon Tum. */
export const outcomePublishedByDirector = madeKnown(directorAt);
