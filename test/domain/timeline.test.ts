/** The two orders of events, and what stands when entries are corrected and withdrawn. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyEvent, Entry } from '../../src/domain/entry.ts';
import { ofType, standing, timeline, withdrawal } from '../../src/domain/timeline.ts';
import { eventId, entry as recorded } from '../support/stated.ts';

/** Entry `number`, which happened at `time` that day, and corrects entry `corrects`. */
function entry(number: number, time: string, corrects?: number, type = 'StepCompleted') {
  return recorded<AnyEvent>(number, { type, data: {} }, `2026-03-02T${time}:00+07:00`, {
    corrects: corrects === undefined ? null : eventId(corrects),
  });
}

/** Entry `number` takes back entry `corrects`. */
function withdrawn(number: number, corrects: number) {
  return entry(number, '12:00', corrects, withdrawal);
}

function numbers(entries: readonly Entry<AnyEvent>[]): number[] {
  return entries.map(({ revision }) => revision);
}

describe('order', () => {
  test('what is entered late takes its place in time', () => {
    const entries = [entry(1, '10:00'), entry(2, '09:00')];
    expect(numbers(standing(entries))).toEqual([1, 2]);
    expect(numbers(timeline(entries))).toEqual([2, 1]);
  });

  test('of one instant, what was recorded first comes first', () => {
    const entries = [entry(1, '08:00'), entry(2, '09:00'), entry(3, '09:00', 1)];
    expect(numbers(standing(entries))).toEqual([3, 2]);
    expect(numbers(timeline(entries))).toEqual([2, 3]);
  });

  test('one instant stated with two offsets is one instant', () => {
    const entries = [
      recorded<AnyEvent>(1, { type: 'A', data: {} }, '2026-03-02T08:00:00+07:00'),
      recorded<AnyEvent>(2, { type: 'B', data: {} }, '2026-03-02T01:00:00Z'),
    ];
    expect(numbers(timeline(entries.toReversed()))).toEqual([1, 2]);
  });

  test('nothing happened to a subject of which nothing is recorded', () => {
    expect(standing([])).toEqual([]);
    expect(timeline([])).toEqual([]);
  });
});

describe('a correction', () => {
  test('stands in the place of what it corrects, at the time that it says', () => {
    const entries = [entry(1, '08:00'), entry(2, '09:00'), entry(3, '10:00', 1)];
    expect(numbers(standing(entries))).toEqual([3, 2]);
    expect(numbers(timeline(entries))).toEqual([2, 3]);
  });

  test('of a correction stands in the place of the first entry', () => {
    const entries = [
      entry(1, '08:00'),
      entry(2, '09:00'),
      entry(3, '07:00', 1),
      entry(4, '10:00', 3),
    ];
    expect(numbers(standing(entries))).toEqual([4, 2]);
  });

  test('of what was corrected already: the later one counts', () => {
    const entries = [entry(1, '08:00'), entry(2, '09:00', 1), entry(3, '10:00', 1)];
    expect(numbers(standing(entries))).toEqual([3]);
  });

  test('may make of the entry one of another kind', () => {
    const entries = [entry(1, '08:00'), entry(2, '09:00', 1, 'ResultReturned')];
    expect(ofType(timeline(entries), 'ResultReturned')).toHaveLength(1);
    expect(ofType(timeline(entries), 'StepCompleted')).toHaveLength(0);
  });
});

describe('a withdrawal', () => {
  test('takes the entry away, and itself too', () => {
    expect(numbers(timeline([entry(1, '08:00'), entry(2, '09:00'), withdrawn(3, 1)]))).toEqual([2]);
  });

  test('of a correction restores what the correction replaced', () => {
    const entries = [entry(1, '08:00'), entry(2, '09:00', 1), withdrawn(3, 2)];
    expect(numbers(standing(entries))).toEqual([1]);
  });

  test('of the later of two corrections restores the earlier', () => {
    const entries = [
      entry(1, '08:00'),
      entry(2, '09:00', 1),
      entry(3, '10:00', 1),
      withdrawn(4, 3),
    ];
    expect(numbers(standing(entries))).toEqual([2]);
  });

  test('of both corrections restores the entry', () => {
    const entries = [
      entry(1, '08:00'),
      entry(2, '09:00', 1),
      entry(3, '10:00', 1),
      withdrawn(4, 3),
      withdrawn(5, 2),
    ];
    expect(numbers(standing(entries))).toEqual([1]);
  });

  test('of a withdrawal brings the entry back', () => {
    const entries = [entry(1, '08:00'), withdrawn(2, 1), withdrawn(3, 2)];
    expect(numbers(standing(entries))).toEqual([1]);
  });

  test('of the withdrawal of a withdrawal takes it away again', () => {
    const entries = [entry(1, '08:00'), withdrawn(2, 1), withdrawn(3, 2), withdrawn(4, 3)];
    expect(numbers(standing(entries))).toEqual([]);
  });

  test('of an entry whose correction was withdrawn takes the entry away', () => {
    const entries = [entry(1, '08:00'), entry(2, '09:00', 1), withdrawn(3, 2), withdrawn(4, 1)];
    expect(numbers(standing(entries))).toEqual([]);
  });

  test('that is itself corrected by an entry leaves that entry', () => {
    const entries = [entry(1, '08:00'), withdrawn(2, 1), entry(3, '10:00', 2)];
    expect(numbers(standing(entries))).toEqual([3]);
  });
});

/** The plainest way to say it: one step after another, the last entry first. */
function standingSlowly(entries: readonly Entry<AnyEvent>[]): number[] {
  const replacedBy = new Map<string, Entry<AnyEvent> | null>();
  for (const one of entries.toReversed()) {
    if (one.corrects === null || replacedBy.has(one.corrects)) continue;
    const now = replacedBy.has(one.id) ? replacedBy.get(one.id) : one;
    if (now === null || now === undefined) continue; // taken back
    replacedBy.set(one.corrects, now.type === withdrawal ? null : now);
  }
  return entries
    .filter(({ corrects }) => corrects === null)
    .map((one) => (replacedBy.has(one.id) ? replacedBy.get(one.id) : one))
    .flatMap((one) => (one === null || one === undefined ? [] : [one.revision]));
}

test('whatever is corrected and withdrawn, what stands is what the plain model says', () => {
  const step = fc.record({ corrects: fc.option(fc.nat()), isWithdrawal: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const entries = steps.map(({ corrects, isWithdrawal }, number) => {
        const target = corrects === null || number === 0 ? undefined : corrects % number;
        const type = isWithdrawal && target !== undefined ? withdrawal : 'StepCompleted';
        return entry(number, '08:00', target, type);
      });
      expect(numbers(standing(entries))).toEqual(standingSlowly(entries));
      expect(numbers(timeline(entries))).toEqual(standingSlowly(entries).toSorted((a, b) => a - b));
    }),
    { numRuns: 500 },
  );
});

test('a chain may be as long as it likes', () => {
  const length = 20_000;
  const chain = Array.from({ length }, (_, number) =>
    entry(number, '08:00', number === 0 ? undefined : number - 1),
  );
  expect(numbers(standing(chain))).toEqual([length - 1]);
  expect(numbers(standing([...chain, withdrawn(length, length - 1)]))).toEqual([length - 2]);
});
