/** Who appends, and what was acknowledged: the oracle of the crash tests. */
import { expect } from 'vitest';
import type { StoredEvent } from '../../src/ledger/event-store.ts';
import { openLogReader } from '../../src/ledger/log-reader.ts';
import type { LedgerFolder } from '../support/ledger-folder.ts';
import { type Program, start } from '../support/program.ts';
import { crashEvent } from './programs/crash-event.ts';

/** An append that the ledger acknowledged: these events, from this index on. */
export type Acknowledged = {
  readonly stream: string;
  readonly index: number;
  readonly names: readonly string[];
};

export type Appending = {
  readonly program: Program;
  /** So far. */
  readonly acknowledged: readonly Acknowledged[];
  /** Resolves when `count` appends have been acknowledged, or the program has ended. */
  readonly until: (count: number) => Promise<void>;
  /** What the program said is lost, when it opened the ledger. */
  readonly loss: () => string | null;
};

/** Starts `writers` writers in a process of its own; `appends` in all, or until it is killed. */
export function startAppending(
  { ledger, witness }: LedgerFolder,
  run: string,
  writers: number,
  appends = Number.POSITIVE_INFINITY,
): Appending {
  const program = start('append.ts', ledger, witness, run, `${writers}`, `${appends}`);
  const acknowledged: Acknowledged[] = [];
  let loss: string | null = null;
  const state = { rest: '', ended: false };
  let wake = () => {};

  program.stdout.on('data', (chunk: Buffer) => {
    const lines = `${state.rest}${chunk.toString()}`.split('\n');
    state.rest = lines.pop() ?? ''; // a line that is not whole was not said
    for (const line of lines) {
      const said = JSON.parse(line);
      if ('names' in said) acknowledged.push(said);
      if ('loss' in said) loss = said.loss;
    }
    wake();
  });
  program.on('close', () => {
    state.ended = true;
    wake();
  });

  return {
    program,
    acknowledged,
    loss: () => loss,
    async until(count) {
      while (!state.ended && acknowledged.length < count) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

/** What of the acknowledged is not in the ledger as it was acknowledged; empty if nothing was lost. */
export function lost(events: readonly StoredEvent[], acknowledged: readonly Acknowledged[]) {
  return acknowledged.filter(({ stream, index, names }) =>
    names.some((name, place) => {
      const stored = events[index + place];
      const { id, content, salt } = crashEvent(name);
      return (
        stored === undefined ||
        stored.stream !== stream ||
        stored.id !== id ||
        stored.content !== content ||
        stored.salt !== salt
      );
    }),
  );
}

/** Every event that a reader finds, in pages as the program reads them. */
export function readEverything({ ledger }: LedgerFolder): StoredEvent[] {
  using reader = openLogReader(ledger);
  const events: StoredEvent[] = [];
  for (;;) {
    const page = reader.after(BigInt(events.length) - 1n);
    if (page.length === 0) return events;
    events.push(...page);
  }
}

/** Nothing that was acknowledged is missing, or other than it was. */
export function expectNothingLost(
  folder: LedgerFolder,
  acknowledged: readonly Acknowledged[],
): void {
  const events = readEverything(folder);
  expect(events.map(({ index }) => Number(index))).toEqual(events.map((_, place) => place));
  expect(lost(events, acknowledged)).toEqual([]);
}
