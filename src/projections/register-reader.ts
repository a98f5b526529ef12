/**
 * Registers read from the log, as it was up to some event.
 *
 * Which records are found under a key is kept in the model; what they say is read when somebody looks,
 * and remembered until one of them changes.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { AnyEvent, Entry } from '../domain/entry.ts';
import { type History, historyOf } from '../domain/regulations/history.ts';
import {
  lookupOf,
  type Register,
  type Registers,
  registersOver,
} from '../domain/regulations/register.ts';

export type RegisterReader = Registers & {
  /** The record was read, and is this now: it need not be read again. */
  readonly remember: (stream: string, history: History) => void;
  /** What `register` says under `key` has changed. */
  readonly forget: (register: Register<unknown>, key: string) => void;
  /** What was looked at while `work` was done, but for what is about subjects. */
  readonly looksDuring: (work: () => void) => ReadonlySet<string>;
};

/** In the place of a record that is only counted. */
const unread = historyOf([]);

/** Beyond these what was remembered longest is forgotten: entries of records, and things that registers say. */
const [entriesMax, valuesMax] = [10_000, 20_000];

/**
 * @param entriesOf a record, up to the event that is asked about, in the order of the ledger.
 * @param isPast the model shows later events, too: what is only counted is then looked at, since it may not have been there.
 */
export function registerReader(
  database: DatabaseSync,
  entriesOf: (stream: string) => readonly Entry<AnyEvent>[],
  isPast = false,
): RegisterReader {
  const members = database.prepare('SELECT stream FROM member WHERE lookup = ? ORDER BY stream');
  const histories = new Map<string, History>();
  const { forget, ...values } = registersOver({
    recordsOf(register, key) {
      const lookup = lookupOf(register, key);
      return register.isCountOnly === true && !isPast
        ? members.all(lookup).map(() => unread)
        : recordsUnder(lookup);
    },
    max: valuesMax,
    onLook(register, _key, lookup) {
      if (register.isAboutSubjects || register.lookedAtWith !== undefined) return;
      looks.add(lookup);
    },
  });
  let entries = 0;
  let looks = new Set<string>();

  function historyIn(stream: string): History {
    const known = histories.get(stream);
    return known ?? remember(stream, historyOf(entriesOf(stream)));
  }

  function remember(stream: string, history: History): History {
    entries += history.entries.length - (histories.get(stream)?.entries.length ?? 0);
    histories.delete(stream);
    histories.set(stream, history);
    for (const [oldest, { entries: all }] of histories) {
      if (entries <= entriesMax || oldest === stream) break;
      histories.delete(oldest);
      entries -= all.length;
    }
    return history;
  }

  function recordsUnder(lookup: string): History[] {
    return members
      .all(lookup)
      .map(({ stream }) => historyIn(String(stream)))
      .filter((history) => history.entries.length > 0);
  }

  return {
    ...values,
    remember,
    forget,
    looksDuring(work) {
      looks = new Set();
      work();
      return looks;
    },
  };
}
