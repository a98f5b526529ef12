/**
 * The year of a centre, `calendar-SL-2026`: what the calendar demands of it and of its agencies. It has
 * the months of the year and of those on either side of it: what is owed for a year is also done after
 * it. Of officials it has the reviews and ratings of the year.
 *
 * Whatever is on the centre's record in a year opens the calendar of that year and of the next, so that
 * a centre that falls silent is still asked.
 */
import { official } from '../../centre/official/vocabulary.ts';
import type { AnyEvent, Entry } from '../../entry.ts';
import { partsOf, streamName } from '../../stream.ts';
import { hoChiMinh, localDateOf } from '../../time/zone.ts';
import { inWords } from '../in-words.ts';
import { placesIn } from '../registers/people.ts';
import { centreInName, part, type SubjectKind } from '../subject-kind.ts';

export const calendarSubject: SubjectKind = {
  kind: 'calendar',
  centreIn: centreInName,
  parts: [
    part('month-of-calendar', 'month', calendarsOfRecord),
    part('fees-of-calendar', 'fees', calendarsOfRecord),
    part('centre-of-calendar', 'centre', calendarsOfRecord),
    part('official-of-calendar', 'official', (_, entries) => {
      const years = judgedIn(entries);
      return years.length === 0
        ? []
        : placesIn(entries).flatMap((centre) => calendarsAround(centre, years));
    }),
  ],
};

/** Of a record of a centre's month, or of its year. */
function calendarsOfRecord(stream: string): string[] {
  const { centre = '', time = '' } = partsOf(stream, ['centre', 'time']) ?? {};
  const [year = ''] = time.split('-');
  return /^\d{4}$/.test(year) ? calendarsAround(centre, [Number(year)]) : [];
}

function calendarsAround(centre: string, years: readonly number[]): string[] {
  const all = years.flatMap((year) => [year - 1, year, year + 1]);
  return [...new Set(all)].map((year) => streamName('calendar', centre, String(year)));
}

/** The years in which an official was reviewed, or their rating was shared. */
function judgedIn(entries: readonly Entry<AnyEvent>[]): readonly number[] {
  return inWords('official', official, entries)
    .filter(({ type }) => type === 'OfficialReviewed' || type === 'RatingShared')
    .map(({ occurredAt }) => Number(localDateOf(occurredAt, hoChiMinh).slice(0, 4)));
}
