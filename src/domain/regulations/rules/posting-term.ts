/**
 * posting-term: an official is posted to the centre for 12 to 18 months at a time (NB Đ6.2a).
 *
 * Judged of a posting as a whole, from its first day to the last that its decision, an extension or its
 * end gives; the breach is the entry that gave that day. Twelve months from 3 March are over on 2 March;
 * eighteen end on 3 September, the corresponding day (Civil Code 2015, article 148). A posting of which
 * no last day is stated is not judged.
 *
 * `postingTermExempt`: a reserve may stay for less or more (of whom it is not stated which they are, they
 * may be one), and a replacement (NB Đ6.2c) may cut a posting short; so may an end without a reason, as
 * it may be one.
 */
import { type Posting, postingsAfter } from '../../centre/official/postings.ts';
import type { OfficialEvent } from '../../centre/official/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { partsOf } from '../../stream.ts';
import { plusDays } from '../../time/date.ts';
import type { Timeline } from '../../timeline.ts';
import { plusMonths } from '../months.ts';
import { prohibition } from '../prohibition.ts';
import type { Context } from '../rule.ts';

export const postingTerm = prohibition<OfficialEvent>({
  key: 'posting-term',
  version: 1,
  title: {
    vi: 'Thời hạn cử đến Trung tâm từ 12 đến 18 tháng',
    en: 'Posted for 12 to 18 months',
  },
  subject: 'official',
  watches: ['OfficialPosted', 'PostingExtended', 'PostingEnded'],
  gathered: false,
  offends(entry, timeline, context) {
    const terms = termsIn(timeline).filter(({ deciding }) => deciding === entry);
    const [wrong] = terms.filter(
      (term) => term.posting.centre === context.centre && isWrong(term, context),
    );
    return wrong === undefined ? null : [wrong.posted];
  },
  blames(entry, timeline) {
    const decided = termsIn(timeline).find(({ deciding }) => deciding === entry);
    return { kind: 'agency', code: decided?.posting.agency ?? null };
  },
  tells: ({ stream }) => partsOf(stream, ['id'])?.['id'] ?? null,
});

type Term = {
  readonly posting: Posting;
  readonly posted: Entry<OfficialEvent>;
  /** What gave its last day. */
  readonly deciding: Entry<OfficialEvent>;
};

/** The postings of a record, as they came to be. */
function termsIn(timeline: Timeline<OfficialEvent>): readonly Term[] {
  let postings: readonly Posting[] = [];
  let terms: Term[] = [];
  for (const entry of timeline) {
    postings = postingsAfter(postings, entry);
    terms = postings.map((posting, place) => {
      const before = terms[place];
      if (before === undefined) return { posting, posted: entry, deciding: entry };
      const isMoved = before.posting.to !== posting.to;
      return { ...before, posting, deciding: isMoved ? entry : before.deciding };
    });
  }
  return terms;
}

function isWrong({ posting, deciding }: Term, { parameters }: Context): boolean {
  const { postingMonthsMin: min, postingMonthsMax: max, postingTermExempt: exempt } = parameters;
  const { from, to, capacity, because } = posting;
  if (to === null) return false;
  if (exempt.includes('reserve') && capacity !== 'formal') return false;
  if (max !== null && to > plusMonths(from, max)) return true;
  if (min === null || to >= plusDays(plusMonths(from, min), -1)) return false;
  const mayBeReplaced = because === null || because === 'replaced';
  return !(deciding.type === 'PostingEnded' && exempt.includes('replaced') && mayBeReplaced);
}
