/** Registers over entries that a test gives: the obvious way, with no table between. */
import type { AnyEvent, Entry } from '../../src/domain/entry.ts';
import type { Centre } from '../../src/domain/regulations/centre.ts';
import { type History, historyOf } from '../../src/domain/regulations/history.ts';
import { judge, type Subject, type Verdict } from '../../src/domain/regulations/judge.ts';
import {
  emptyRegisters,
  type RegisterParts,
  type Registers,
  registersOver,
} from '../../src/domain/regulations/register.ts';
import { historyOfSubject } from '../../src/domain/regulations/subjects.ts';
import { categoryOf } from '../../src/domain/stream.ts';

/** @param onLook told of each look. */
export function registersIn(
  entries: readonly Entry<AnyEvent>[],
  onLook?: RegisterParts['onLook'],
): Registers {
  const streams = [...Map.groupBy(inOrder(entries), ({ stream }) => stream)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return registersOver({
    recordsOf: (register, key) =>
      streams
        .filter(([stream]) => categoryOf(stream) === register.category)
        .filter(([stream, all]) => register.keys(stream, all).includes(key))
        .map(([, all]) => historyOf(all)),
    ...(onLook !== undefined && { onLook }),
  });
}

/** The subject of that name, as those entries tell of it. */
export function subjectIn(
  name: string,
  entries: readonly Entry<AnyEvent>[],
  registers: Registers = registersIn(entries),
): Subject {
  const own = inOrder(entries).filter(({ stream }) => stream === name);
  return { name, history: historyOfSubject(name, historyOf(own), registers) };
}

function inOrder(entries: readonly Entry<AnyEvent>[]): Entry<AnyEvent>[] {
  return entries.toSorted((a, b) => Number(a.index - b.index));
}

/** What `centre` says of a history of one kind, with nothing else on record. */
export function verdictOf(kind: string, history: History, centre: Centre): Verdict {
  return judge({ name: `${kind}-1`, history }, centre, emptyRegisters);
}
