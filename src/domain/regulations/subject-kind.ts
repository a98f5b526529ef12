/** What a subject is that is more than one record: the records that are parts of it. */
import type { AnyEvent, Entry } from '../entry.ts';
import { partsOf } from '../stream.ts';
import type { History } from './history.ts';
import type { Register } from './register.ts';

/** Other records whose entries are part of a subject; found under its name. */
export type Part = Register<readonly History[]>;

export type SubjectKind = {
  /** The centre in the subject's name; null: its own record says it, or else whoever wrote first. */
  readonly centreIn: (subject: string) => string | null;
  /** The category in the subject's name: of its own record, where it has one. */
  readonly kind: string;
  readonly parts: readonly Part[];
};

/** A part: the records of `category`, each of all the subjects that `subjects` says. */
export function part(
  name: string,
  category: string,
  subjects: (stream: string, entries: readonly Entry<AnyEvent>[]) => readonly string[],
): Part {
  return {
    name,
    category,
    types: 'every event',
    keys: subjects,
    isAboutSubjects: true,
    fold: (records) => records,
  };
}

/** `SL` of `office-SL` and of `calendar-SL-2026`. */
export function centreInName(subject: string): string | null {
  return (partsOf(subject, ['centre', 'rest']) ?? partsOf(subject, ['centre']))?.['centre'] ?? null;
}
