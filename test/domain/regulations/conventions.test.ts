/** Two conventions, side by side: strict, by the instant; customary, by date, with what it excuses. */
import { describe, expect, test } from 'vitest';
import {
  customarilyLateAfter,
  latenessUnder,
} from '../../../src/domain/regulations/conventions.ts';
import type { Paused } from '../../../src/domain/regulations/paused.ts';
import { referenceWorkingTime } from '../../../src/domain/regulations/reference-time.ts';
import type { Duty } from '../../../src/domain/regulations/rule.ts';
import { Instant } from '../../../src/domain/units.ts';

const time = referenceWorkingTime('Asia/Ho_Chi_Minh', 'vietnam');
/** A Friday, at the end of service. */
const due = Instant.parse('2026-03-06T17:30:00+07:00');
const sameEvening = Instant.parse('2026-03-06T23:59:59.999+07:00');
const midnight = Instant.parse('2026-03-07T00:00:00+07:00');

type Given = Partial<Duty>;

function latenessOf(given: Given, at: Instant) {
  const duty: Duty = {
    opening: 'one',
    bearer: { kind: 'agency', code: 'H42.17' },
    detail: null,
    openedAt: Instant.parse('2026-03-02T08:30:00+07:00'),
    state: 'open',
    suspended: false,
    breached: false,
    closedPastCustomaryDue: false,
    statedDue: due,
    due,
    customaryDue: due,
    firstDue: due,
    closedAt: null,
    pauses: [],
    evidence: [],
    ...given,
  };
  return latenessUnder({ ...duty, customarilyLateAfter: customarilyLateAfter(duty, time) }, at);
}

function pause(from: Instant, until: Instant | null): Paused {
  return { from, until, evidence: [], strict: 'nothing', customary: 'nothing' };
}

/** A supplement was asked for, and has not come. */
const waiting: Given = {
  pauses: [pause(Instant.parse('2026-03-04T08:30:00+07:00'), null)],
};

describe('an open dossier', () => {
  test.each([
    ['at the very instant at which it is due', due, false, false],
    ['a millisecond later', Instant.parse('2026-03-06T17:30:00.001+07:00'), true, false],
    ['at the end of that day', sameEvening, true, false],
    ['when the next day begins', midnight, true, true],
  ])('%s', (_, at, strict, customary) => {
    expect(latenessOf({}, at)).toEqual({ strict, customary });
  });

  test('that waits for a supplement is within its term by custom, and not by the instant', () => {
    expect(latenessOf(waiting, midnight)).toEqual({ strict: true, customary: false });
  });

  test('that waited for one that came, is excused no more', () => {
    const came = { pauses: [pause(due, sameEvening)] };
    expect(latenessOf(came, midnight)).toEqual({ strict: true, customary: true });
  });

  test('whose time stands still by the national rule is late by neither', () => {
    expect(latenessOf({ ...waiting, suspended: true }, midnight)).toEqual({
      strict: false,
      customary: false,
    });
  });
});

describe('a finished dossier', () => {
  const late = (closedAt: Instant): Given => ({
    state: 'late',
    breached: true,
    closedPastCustomaryDue: true,
    closedAt,
  });

  test('finished in the evening of the day on which it was due, is late by the instant alone', () => {
    expect(latenessOf(late(sameEvening), midnight)).toEqual({ strict: true, customary: false });
  });

  test('finished on the next day, is late by both', () => {
    expect(latenessOf(late(midnight), midnight)).toEqual({ strict: true, customary: true });
  });

  test('whose appointment was moved beyond its end, is on time by custom', () => {
    const customaryDue = Instant.parse('2026-03-20T17:30:00+07:00');
    const moved = { ...late(midnight), customaryDue, closedPastCustomaryDue: false };
    expect(latenessOf(moved, midnight)).toEqual({ strict: true, customary: false });
  });

  test('whose appointment was moved to before its end, is late by custom alone', () => {
    const customaryDue = Instant.parse('2026-03-03T17:30:00+07:00');
    const closed = {
      state: 'kept' as const,
      closedAt: due,
      customaryDue,
      closedPastCustomaryDue: true,
    };
    expect(latenessOf(closed, midnight)).toEqual({ strict: false, customary: true });
  });

  test('closed by what is late by its own time alone, is late by neither', () => {
    const closed = { state: 'kept' as const, closedAt: midnight };
    expect(latenessOf(closed, midnight)).toEqual({ strict: false, customary: false });
  });

  test('a supplement that never came excuses nothing once it is finished', () => {
    expect(latenessOf({ ...late(midnight), ...waiting }, midnight).customary).toBe(true);
  });
});

test('what was sent back, stopped or withdrawn after its time is on time by custom alone', () => {
  const ended = {
    state: 'ended' as const,
    breached: true,
    closedPastCustomaryDue: true,
    closedAt: midnight,
  };
  expect(latenessOf(ended, midnight)).toEqual({ strict: true, customary: false });
});
