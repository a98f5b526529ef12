/**
 * rating-rests-on-centre-remark: the agency rates an official whom it posted on the ground of what the
 * centre's leadership says of their work there (KT Đ13.9). A rating without an earlier remark is the breach.
 *
 * Of whoever was posted at the centre in the year that is rated. Remark and rating belong together by
 * their year; where either names none, by a remark of the twelve months before.
 */
import { foldOfficial } from '../../centre/official/fold.ts';
import type { OfficialEvent, OfficialEventOf } from '../../centre/official/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { plusDays } from '../../time/date.ts';
import { ofType, type Timeline } from '../../timeline.ts';
import { isCertainlyBefore } from '../order.ts';
import { prohibition } from '../prohibition.ts';
import type { Context } from '../rule.ts';

type Rating = Entry<OfficialEventOf<'OfficialRated'>>;
type Remark = Entry<OfficialEventOf<'CentreRemarkGiven'>>;

export const ratingRestsOnCentreRemark = prohibition<OfficialEvent>({
  key: 'rating-rests-on-centre-remark',
  version: 1,
  title: {
    vi: 'Xếp loại công chức khi chưa có nhận xét của Trung tâm',
    en: 'Official rated without a remark of the centre',
  },
  subject: 'official',
  watches: ['OfficialRated'],
  amendedBy: ['CentreRemarkGiven'],
  gathered: false,
  offends(entry, timeline, context) {
    if (entry.type !== 'OfficialRated') return null;
    if (postingRated(entry, timeline, context) === undefined) return null;
    const remarks = ofType(timeline, 'CentreRemarkGiven');
    return remarks.some((remark) => isGroundOf(remark, entry, context)) ? null : [];
  },
  blames(entry, timeline, context) {
    if (entry.type !== 'OfficialRated') return null;
    const agency = entry.data.agency ?? postingRated(entry, timeline, context)?.agency ?? null;
    return { kind: 'agency', code: agency };
  },
});

/** The last posting at the centre that has a day in the year rated. */
function postingRated(rating: Rating, timeline: Timeline<OfficialEvent>, context: Context) {
  const day = context.workingTime.dateAt(rating.occurredAt);
  const year = rating.data.year ?? day.slice(0, 4);
  return foldOfficial(timeline).postings.findLast(
    ({ centre, from, to }) =>
      centre === context.centre &&
      from <= day &&
      from.slice(0, 4) <= year &&
      (to === null || to.slice(0, 4) >= year),
  );
}

function isGroundOf(remark: Remark, rating: Rating, context: Context): boolean {
  if (remark.centre !== context.centre || isCertainlyBefore(rating, remark, context)) return false;
  const about = remark.data.year ?? remark.data.period?.to.slice(0, 4) ?? null;
  if (about !== null && rating.data.year !== null) return about === rating.data.year;
  const [given, rated] = [remark, rating].map((one) => context.workingTime.dateAt(one.occurredAt));
  return given !== undefined && rated !== undefined && given > plusDays(rated, -366);
}
