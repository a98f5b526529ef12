/**
 * Who or what is judged. Most subjects are one record, and have its name. Some are seen only by what
 * several records say: whether an official was there, by the roster, the attendance and the leave.
 */
import { categoryOf } from '../stream.ts';
import { type History, historyOf } from './history.ts';
import { centreOf } from './home.ts';
import type { Registers } from './register.ts';
import type { SubjectKind } from './subject-kind.ts';
import { attendanceSubject } from './subjects/attendance.ts';
import { calendarSubject } from './subjects/calendar.ts';
import { correctionsSubject } from './subjects/corrections.ts';
import { countersSubject } from './subjects/counters.ts';
import { directorySubject } from './subjects/directory.ts';
import { officeSubject } from './subjects/office.ts';
import { staffingSubject } from './subjects/staffing.ts';

/** The kinds that are more than their own record. A new one is a file under `subjects/`, and a line here. */
export const gathered: ReadonlyMap<string, SubjectKind> = new Map(
  [
    attendanceSubject,
    countersSubject,
    staffingSubject,
    officeSubject,
    calendarSubject,
    correctionsSubject,
    directorySubject,
  ].map((kind) => [kind.kind, kind]),
);

/** The history of a subject. @param own of its own record. */
export function historyOfSubject(subject: string, own: History, registers: Registers): History {
  const parts = gathered.get(categoryOf(subject))?.parts ?? [];
  if (parts.length === 0) return own;
  const entries = new Map(own.entries.map((entry) => [entry.index, entry]));
  for (const part of parts) {
    for (const history of registers.look(part, subject)) {
      for (const entry of history.entries) entries.set(entry.index, entry);
    }
  }
  return historyOf([...entries.values()].toSorted((a, b) => Number(a.index - b.index)));
}

/**
 * The centre by whose regulation a subject is judged: the one that keeps its record. Null: nothing on
 * record says it.
 */
export function centreOfSubject(subject: string, { entries }: History): string | null {
  const named = gathered.get(categoryOf(subject))?.centreIn(subject) ?? null;
  if (named !== null) return named;
  const own = entries.filter(({ stream }) => stream === subject);
  return centreOf(own.length > 0 ? own : entries);
}
