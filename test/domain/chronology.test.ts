/** What took place before what, where of some entries only the day was stated. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyEvent, Entry } from '../../src/domain/entry.ts';
import { timeline } from '../../src/domain/timeline.ts';
import { instantAt, millisecondsOf } from '../../src/domain/units.ts';
import { eventId, entry as recorded } from '../support/stated.ts';

const event: AnyEvent = { type: 'StepCompleted', data: {} };

/** Entry `number`, at `time` on the day `on` of March 2026; without a time: on that day. */
function entry(number: number, on: number, time?: string, corrects?: number): Entry<AnyEvent> {
  const day = `2026-03-${String(on).padStart(2, '0')}`;
  return recorded(number, event, `${day}T${time ?? '00:00'}:00+07:00`, {
    precision: time === undefined ? 'day' : 'instant',
    corrects: corrects === undefined ? null : eventId(corrects),
  });
}

function order(...entries: readonly Entry<AnyEvent>[]): number[] {
  return timeline(entries).map(({ revision }) => revision);
}

describe('of which only the day is known', () => {
  test('what was recorded after an instant of that day comes after it', () => {
    expect(order(entry(1, 9, '09:00'), entry(2, 9))).toEqual([1, 2]);
  });

  test('what was recorded before it comes before it', () => {
    expect(order(entry(1, 9), entry(2, 9, '09:00'))).toEqual([1, 2]);
  });

  test('what is between two instants in the ledger is between them', () => {
    expect(order(entry(1, 9, '09:00'), entry(2, 9), entry(3, 9, '10:00'))).toEqual([1, 2, 3]);
  });

  test('the instants keep their order, and it comes after those that it followed', () => {
    expect(order(entry(1, 9, '10:00'), entry(2, 9), entry(3, 9, '09:00'))).toEqual([3, 1, 2]);
  });

  test.each([
    ['the last instant of the day', '23:59', [1, 2]],
    ['its first', '00:00', [1, 2]],
  ])('it comes after %s', (_, time, expected) => {
    expect(order(entry(1, 9, time), entry(2, 9))).toEqual(expected);
  });

  test('it comes before its first instant where that was recorded later', () => {
    expect(order(entry(1, 9), entry(2, 9, '00:00'))).toEqual([1, 2]);
  });

  test.each([
    ['the next day', 10, '00:00', [2, 1]],
    ['the day before', 8, '23:59', [1, 2]],
  ])('an instant of %s is not of that day, whenever it was recorded', (_, on, time, expected) => {
    expect(order(entry(1, on, time), entry(2, 9))).toEqual(expected);
    expect(order(entry(2, 9), entry(3, on, time))).toEqual(
      expected.map((number) => (number === 1 ? 3 : number)),
    );
  });

  test('several of one day come in the order of the ledger', () => {
    const entries = [entry(1, 9), entry(2, 9, '09:00'), entry(3, 9), entry(4, 9)];
    expect(order(...entries)).toEqual([1, 2, 3, 4]);
  });

  test('a correction has the place of what it corrects', () => {
    const entries = [entry(1, 9, '08:00'), entry(2, 9, '09:00'), entry(3, 9, undefined, 1)];
    expect(order(...entries)).toEqual([3, 2]);
  });
});

/** A time on one of three days, or one of the days alone. */
const moment = fc.record({
  on: fc.integer({ min: 8, max: 10 }),
  time: fc.option(fc.constantFrom('00:00', '08:00', '09:00', '23:59')),
});
const histories = fc
  .array(moment, { maxLength: 10 })
  .map((all) => all.map(({ on, time }, number) => entry(number, on, time ?? undefined)));

/** The plainest way to say it: a day alone is put behind the last of its day that is placed already. */
function orderSlowly(entries: readonly Entry<AnyEvent>[]): number[] {
  const all = [...entries.keys()];
  const isInstant = (number: number) => entries[number]?.precision === 'instant';
  const timeOf = (number: number) => millisecondsOf(entries[number]?.occurredAt ?? instantAt(0));
  const line = all.filter(isInstant).toSorted((a, b) => timeOf(a) - timeOf(b) || a - b);
  for (const number of all.filter((one) => !isInstant(one))) {
    const from = timeOf(number);
    const known = line.findLastIndex(
      (other) => other < number && timeOf(other) >= from && timeOf(other) < from + 86_400_000,
    );
    const before = line.findLastIndex((other) => timeOf(other) < from);
    line.splice(Math.max(known, before) + 1, 0, number);
  }
  return line;
}

test('whatever is recorded, the order is that of the plain model', () => {
  fc.assert(
    fc.property(histories, (entries) => {
      expect(order(...entries)).toEqual(orderSlowly(entries));
    }),
    { numRuns: 500 },
  );
});

test('whatever is recorded, instants and days are in their order', () => {
  fc.assert(
    fc.property(histories, (entries) => {
      const ordered = timeline(entries);
      const instants = ordered.filter(({ precision }) => precision === 'instant');
      expect(instants).toEqual(
        instants.toSorted((a, b) =>
          a.occurredAt < b.occurredAt ? -1 : Number(a.occurredAt > b.occurredAt),
        ),
      );
      const days = ordered.map(({ occurredAt }) => dayOf(occurredAt));
      expect(days).toEqual(days.toSorted());
    }),
    { numRuns: 500 },
  );
});

test('what was recorded in the order in which it happened stays so, by the day too', () => {
  const inTurn = fc
    .array(moment, { maxLength: 10 })
    .map((all) =>
      all
        .toSorted((a, b) => a.on - b.on)
        .flatMap(({ on, time }, number) =>
          time === null ? [entry(number, on)] : [entry(number, on, '09:00')],
        ),
    );
  fc.assert(
    fc.property(inTurn, (entries) => {
      expect(order(...entries)).toEqual(entries.map(({ revision }) => revision));
    }),
  );
});

/** In Vietnam. */
function dayOf(at: Entry<AnyEvent>['occurredAt']): string {
  return instantAt(millisecondsOf(at) + 7 * 3_600_000).slice(0, 10);
}
