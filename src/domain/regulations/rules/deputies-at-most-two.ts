/**
 * deputies-at-most-two: no third full-time deputy director is in office at one time (KT Đ9.1a).
 *
 * The breach is taking the office while as many others hold it as `fullTimeDeputiesMax` allows. Counted
 * are those who are said to be full-time; of one day, in the order of their ids. Nobody is blamed: the
 * Chair of the province appoints.
 */
import type { OfficialEvent } from '../../centre/official/vocabulary.ts';
import type { Entry } from '../../entry.ts';
import { partsOf } from '../../stream.ts';
import { prohibition } from '../prohibition.ts';
import { type OfficeHolder, offices } from '../registers/offices.ts';
import { holdsOn } from '../registers/postings.ts';
import type { Context } from '../rule.ts';

export const deputiesAtMostTwo = prohibition<OfficialEvent>({
  key: 'deputies-at-most-two',
  version: 1,
  title: {
    vi: 'Không quá 02 Phó Giám đốc chuyên trách',
    en: 'At most two full-time deputy directors',
  },
  subject: 'official',
  watches: ['OfficeTaken'],
  gathered: false,
  offends: (entry, _, context) => (othersBefore(entry, context) === null ? null : []),
  provedBy: (entry, _, context) =>
    (othersBefore(entry, context) ?? []).flatMap(({ proof }) => proof),
});

/** Those who make it one too many; null: it is not. */
function othersBefore(
  entry: Entry<OfficialEvent>,
  { registers, centre, parameters, workingTime }: Context,
): readonly OfficeHolder[] | null {
  const max = parameters.fullTimeDeputiesMax;
  if (max === null || entry.type !== 'OfficeTaken' || entry.centre !== centre) return null;
  const { office, fullTime, from } = entry.data;
  if (office !== 'deputy-director' || fullTime !== true) return null;
  const day = from ?? workingTime.dateAt(entry.occurredAt);
  const own = partsOf(entry.stream, ['id'])?.['id'] ?? '';
  const others = registers
    .look(offices, centre)
    .filter(
      (one) =>
        one.what.office === 'deputy-director' &&
        one.what.fullTime === true &&
        one.official !== own &&
        holdsOn(one, day) &&
        (one.from < day || one.official < own),
    );
  return others.length < max ? null : others;
}
