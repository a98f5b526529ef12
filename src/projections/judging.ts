/**
 * Judging: keeps what the regulations say of every subject, as records and the registers that are made
 * from them change.
 *
 * A subject is judged when one of its records has more than it had, and when something changes that it
 * looked at. While a model is built the registers are made first, from the whole of the log that is to
 * be shown, so that each subject is judged once, whatever comes after it.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import type { Centres } from '../domain/regulations/centre.ts';
import { type History, historyOf } from '../domain/regulations/history.ts';
import { isMadeFrom, lookupOf, type Register } from '../domain/regulations/register.ts';
import { successions } from '../domain/regulations/registers/successions.ts';
import { registers } from '../domain/regulations/registers.ts';
import { gathered } from '../domain/regulations/subjects.ts';
import { categoryOf } from '../domain/stream.ts';
import { noRows, rowsOf, type VerdictRows } from './duties.ts';
import { memberTable } from './judging-tables.ts';
import type { Judging } from './projection.ts';
import type { Quarantine } from './quarantine.ts';
import { registerReader } from './register-reader.ts';
import { isIn, type Passed, type Share } from './share.ts';
import { type Row, tableWriter } from './table.ts';
import { verdictOn } from './verdict.ts';
import { verdictWriter } from './verdict-writer.ts';

export type JudgingParts = {
  readonly database: DatabaseSync;
  readonly projection: Judging;
  readonly quarantine: Quarantine;
  /** A record up to the last event that was taken in, in the order of the ledger; when building, of all that is to be shown. */
  readonly entriesOf: (stream: string) => readonly Entry<AnyEvent>[];
};

export type Judge = {
  /** Whether records of a category are judged, or registers made from them. */
  readonly concerns: (category: string) => boolean;
  /** A record from which registers are made, while a model is built: before any subject is judged. */
  readonly prepare: (stream: string, entries: () => readonly Entry<AnyEvent>[]) => void;
  /** A record was read: whoever looks at it need not read it again. */
  readonly read: (stream: string, history: History) => void;
  /** A record has more than it had. @param before how many of its entries were known. */
  readonly changed: (stream: string, history: History, before: number) => void;
  /** While a model is built by several: what this one found that all of them need. */
  readonly passed: () => Passed;
  /** Takes over what all of them found; of the subjects that wait, those of its own share. */
  readonly takeOver: (passed: readonly Passed[], share: Share) => void;
  /** Judges whoever waits for it. */
  readonly flush: () => void;
};

const partNames = new Set(
  [...gathered.values()].flatMap(({ parts }) => parts.map(({ name }) => name)),
);

/** @param isBuilding registers are prepared beforehand, and need not be followed. */
export function judgeOn(
  { database, projection, quarantine, entriesOf }: JudgingParts,
  isBuilding: boolean,
): Judge {
  const reader = registerReader(database, entriesOf);
  const rows = verdictWriter(database, isBuilding);
  const members = tableWriter(database, memberTable);
  const lookedAt = database.prepare('SELECT subject FROM looked WHERE lookup = ?');
  const kinds = kindsIn(projection.judges);
  const waiting = new Set<string>();

  /** @param own the subject's own record, where it has been read. */
  function judgeSubject(subject: string, own?: History): void {
    let after = noRows;
    const looks = reader.looksDuring(() => {
      after = verdictRows(subject, own ?? historyOf(entriesOf(subject)));
    });
    rows.write(subject, after, [...looks].toSorted());
  }

  function verdictRows(subject: string, own: History): VerdictRows {
    try {
      const { verdict, history, centre } = verdictOn(subject, own, projection.judges, reader);
      failed(
        subject,
        verdict.failures.map(({ rule, message }) => ({ part: rule, message })),
      );
      return centre === null
        ? noRows
        : rowsOf(subject, centre, verdict, history, reader.look(successions, centre.code));
    } catch (error) {
      failed(subject, [{ part: 'judging', message: String(error) }]);
      return noRows;
    }
  }

  function failed(subject: string, failures: Parameters<Quarantine['subject']>[2]): void {
    quarantine.subject(projection.name, subject, failures);
  }

  /** Moves the record to where it is found now; whoever looked there is judged again. */
  function follow(
    stream: string,
    entries: readonly Entry<AnyEvent>[],
    before: number,
    followed: typeof registers,
  ): void {
    const news = entries.slice(before);
    for (const register of followed.get(categoryOf(stream)) ?? []) {
      const isNews = (entry: Entry<AnyEvent>) =>
        entry.corrects !== null || isMadeFrom(register, entry.type);
      if (before > 0 && !news.some(isNews)) continue;
      const was = before === 0 ? [] : keysOf(register, stream, entries.slice(0, before));
      const is = keysOf(register, stream, entries);
      if (register.isCountOnly === true && was.join() === is.join()) continue;
      members.change(memberRows(register, was, stream), memberRows(register, is, stream));
      for (const key of new Set([...was, ...is])) waken(register, key);
    }
  }

  function waken(register: Register<unknown>, key: string): void {
    reader.forget(register, key);
    if (register.isAboutSubjects) {
      if (kinds.has(categoryOf(key))) waiting.add(key);
      return;
    }
    for (const { subject } of lookedAt.all(lookupOf(register.lookedAtWith ?? register, key)))
      waiting.add(String(subject));
  }

  return {
    concerns: (category) => kinds.has(category) || registers.has(category),
    prepare(stream, entries) {
      for (const register of prepared.get(categoryOf(stream)) ?? []) {
        const keys = register.keys(stream, register.isKeyedByName === true ? [] : entries());
        members.change([], memberRows(register, keys, stream));
      }
    },
    read(stream, history) {
      if (registers.has(categoryOf(stream))) reader.remember(stream, history);
    },
    changed(stream, history, before) {
      follow(stream, history.entries, before, isBuilding ? inPassing : registers);
      const kind = categoryOf(stream);
      if (!kinds.has(kind)) return;
      if (isBuilding && !gathered.has(kind)) judgeSubject(stream, history);
      else waiting.add(stream);
    },
    passed: () => ({ members: membersInPassing(database), waiting: [...waiting] }),
    takeOver(passed, share) {
      for (const one of passed) members.change([], one.members);
      const all = new Set(passed.flatMap((one) => one.waiting));
      waiting.clear();
      for (const subject of all) if (isIn(share, subject)) waiting.add(subject);
    },
    flush() {
      for (const subject of [...waiting].toSorted()) judgeSubject(subject);
      waiting.clear();
      rows.flush();
    },
  };
}

/**
 * Registers at which subjects may look that are judged as a model is built: made beforehand. The others
 * are for subjects that are gathered, and so judged at the end.
 */
const prepared = registersWhere((register) => !isForTheEnd(register));

/** The families whose records are read before a model is built. */
export const preparedCategories: readonly string[] = [...prepared.keys()];

const inPassing = registersWhere(isForTheEnd);

/** Where records are found in registers that were filled in passing. */
function membersInPassing(database: DatabaseSync): Row[] {
  const under = database.prepare(
    'SELECT lookup, stream FROM member WHERE lookup >= ? AND lookup < ?',
  );
  const names = new Set([...inPassing.values()].flat().map(({ name }) => name));
  return [...names].flatMap((name) =>
    under
      .all(`${name}/`, `${name}0`) // '0' follows '/'
      .map(({ lookup, stream }) => ({ lookup: String(lookup), stream: String(stream) })),
  );
}

function isForTheEnd(register: Register<unknown>): boolean {
  return register.isForGathered === true || partNames.has(register.name);
}

function registersWhere(fits: (register: Register<unknown>) => boolean): typeof registers {
  return new Map(
    [...registers]
      .map(([category, all]) => [category, all.filter(fits)] as const)
      .filter(([, all]) => all.length > 0),
  );
}

/** A record of which nothing can be read is found by its name alone. */
function keysOf(
  register: Register<unknown>,
  stream: string,
  entries: readonly Entry<AnyEvent>[],
): readonly string[] {
  const isFound = entries.length > 0 || register.isKeyedByName === true;
  return isFound ? register.keys(stream, entries) : [];
}

/** The kinds of subjects of which some centre demands something. */
function kindsIn(centres: Centres): ReadonlySet<string> {
  const demands = [...centres.values()].flatMap((centre) => centre.demands);
  return new Set(demands.flatMap(({ rule }) => rule.subject));
}

function memberRows(register: Register<unknown>, keys: readonly string[], stream: string): Row[] {
  return [...new Set(keys)].map((key) => ({ lookup: lookupOf(register, key), stream }));
}
