/**
 * An official's month at a centre: `attendance-cv-1203-2026-03`. Whether somebody was there who should
 * have been is said by the attendance, the roster and the leave together.
 */
import { roster } from '../../attendance/roster/vocabulary.ts';
import type { AnyEvent, Entry } from '../../entry.ts';
import { leave } from '../../leave/vocabulary.ts';
import { partsOf, streamName } from '../../stream.ts';
import { inWords } from '../in-words.ts';
import { part, type SubjectKind } from '../subject-kind.ts';

export const attendanceSubject: SubjectKind = {
  kind: 'attendance',
  centreIn: () => null,
  parts: [
    part('roster-of-attendance', 'roster', (stream, entries) => {
      const { month } = partsOf(stream, ['centre', 'month']) ?? {};
      if (month === undefined) return [];
      return rosteredIn(entries).map((official) => streamName('attendance', official, month));
    }),
    part('leave-of-attendance', 'leave', (_, entries) => awayIn(entries)),
  ],
};

/** Whoever a roster's lines name. */
function rosteredIn(entries: readonly Entry<AnyEvent>[]): string[] {
  const lines = inWords('roster', roster, entries).flatMap((entry) =>
    entry.type === 'RosterPublished' || entry.type === 'RosterChanged' ? entry.data.lines : [],
  );
  return [...new Set(lines.map(({ official }) => official))];
}

/** Whoever is said to be away; each month that a day of it lies in. */
function awayIn(entries: readonly Entry<AnyEvent>[]): string[] {
  const all = inWords('leave', leave, entries).map(({ data }) => data);
  const officials = all.flatMap((data) => ('official' in data ? (data.official ?? []) : []));
  const spans = all.flatMap((data) => ('days' in data ? (data.days ?? []) : []));
  const months = spans.flatMap(({ from, to }) => monthsBetween(from.slice(0, 7), to.slice(0, 7)));
  return [...new Set(officials)].flatMap((official) =>
    [...new Set(months)].map((month) => streamName('attendance', official, month)),
  );
}

/** At most a year of them: what is longer is a mistake, and found as such. */
function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  while (months.length < 13) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > last) break;
    months.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return months;
}
