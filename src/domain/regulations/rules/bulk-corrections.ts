/**
 * bulk-corrections: one actor made many corrections in a short time (an integrity finding; no article).
 *
 * Many are `bulkCorrections` or more within `bulkCorrectionsWithin` minutes by the clock, at one centre and
 * on one day; withdrawals count, and however they came. All of a day are one breach, committed with the
 * first that made them many and proved by all that were. That something was corrected is no matter of
 * what stands now: a correction that was itself corrected was made all the same.
 */
import type { AnyEvent, Entry } from '../../entry.ts';
import { millisecondsOf } from '../../units.ts';
import { type Breach, idsOf, nothing, type Rule } from '../rule.ts';

export const bulkCorrections: Rule = {
  key: 'bulk-corrections',
  version: 1,
  title: { vi: 'Sửa dữ liệu hàng loạt', en: 'Many corrections in a short time' },
  mechanism: 'prohibition',
  needs: 'nothing',
  subject: 'corrections',
  amendedBy: [],
  settledBy: [],
  judge({ entries }, { parameters }) {
    const { bulkCorrections: many, bulkCorrectionsWithin: minutes } = parameters;
    if (entries.length < many) return nothing;
    const places = placesOfMany(entries, many, minutes * 60_000);
    const [first, ...rest] = idsOf(entries.filter((_, place) => places.has(place)));
    const last = entries[Math.min(...places) + many - 1];
    if (first === undefined || last === undefined) return nothing;
    const detail = `${places.size} corrections by ${last.actor}, ${many} or more within ${minutes} minutes`;
    const breach: Breach = {
      key: 'all',
      at: last.recordedAt,
      evidence: [first, ...rest],
      detail,
      bearer: null,
    };
    return { duties: [], breaches: [breach] };
  },
};

/** The places of the entries that are among `many` within `span` milliseconds; entries are in the order of recording. */
function placesOfMany(
  entries: readonly Entry<AnyEvent>[],
  many: number,
  span: number,
): ReadonlySet<number> {
  const times = entries.map(({ recordedAt }) => millisecondsOf(recordedAt));
  const places = new Set<number>();
  for (const [last, time] of times.entries()) {
    const first = last - many + 1;
    if (time - (times[first] ?? Number.NEGATIVE_INFINITY) > span) continue;
    for (let place = first; place <= last; place += 1) places.add(place);
  }
  return places;
}
