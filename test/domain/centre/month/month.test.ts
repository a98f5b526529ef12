import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filings } from '../../../../src/domain/centre/month/act.ts';
import { monthFamily } from '../../../../src/domain/centre/month/family.ts';
import {
  type MonthRefusal,
  monthDecider,
  monthRefusals,
} from '../../../../src/domain/centre/month/month.ts';
import { type MonthEvent, month } from '../../../../src/domain/centre/month/vocabulary.ts';
import { accepted, replay } from '../../../../src/domain/decider.ts';
import type { Proposal } from '../../../../src/domain/entry.ts';
import { CentreCode, Instant } from '../../../../src/domain/units.ts';
import { specify } from '../../../support/decider-spec.ts';
import { backfilled, eventId, examplesOf, imported, proposalsOf } from '../../../support/stated.ts';

const { given } = specify(monthDecider);
const fact = proposalsOf(month);

type Fact = Proposal<MonthEvent>;

const [eight, nine, ten] = [clock('08'), clock('09'), clock('10')];
const march = { from: '2026-03-01', to: '2026-03-31' };

const nextDay = '2026-03-03T08:00:00+07:00';
const demanded = fact('ReportDemanded', { reference: '540', due: { on: '2026-03-05' } }, nine);
const filed = fact('ReportSubmitted', { report: 'on-demand', reference: '540' }, ten);
const monthly = fact('ReportSubmitted', { report: 'monthly', period: march }, ten);
const met = fact('MeetingHeld', { kind: 'monthly', inServiceHours: true }, nine);
const interrupted = fact('PostalServiceInterrupted', { reference: 'GD-1' }, nine);
const resumed = fact('PostalServiceResumed', { reference: 'GD-1' }, ten);

test.each<[string, Fact[], Fact]>([
  ['a monthly report', [], monthly],
  ['a demand', [], demanded],
  ['what was demanded', [demanded], filed],
  ['what was demanded without a reference', [unnamed(demanded)], unnamed(filed)],
  ['another demand', [demanded], fact('ReportDemanded', { reference: '541' }, ten)],
  ['the end of an interruption', [interrupted], resumed],
  ['an interruption after another', [interrupted, resumed], at(interrupted, ten)],
])('%s is recorded', (_, past, then) => {
  given(...past)
    .when(then)
    .thenAccepts();
});

test.each<[string, Fact[], Fact]>([
  ['a monthly report that is filed twice', [monthly], monthly],
  ['a meeting in service hours', [], met],
  ['what was demanded, a second time', [demanded, filed], filed],
  [
    'what was demanded without a reference, a second time',
    [unnamed(demanded), unnamed(filed)],
    unnamed(filed),
  ],
  ['a report after its due day', [demanded], at(filed, '2026-03-20T08:00:00+07:00')],
  ['a review that names nobody', [], fact('OfficialsReviewed', {})],
])('%s did happen, so it is recorded too', (_, past, then) => {
  given(...past)
    .when(then)
    .thenAccepts();
});

/** The first three are the family's, which knows the name of the record. */
const refusals: readonly [MonthRefusal, readonly Fact[], Fact][] = [
  ['month/already-demanded', [demanded], at(demanded, ten)],
  ['month/nothing-demanded', [], filed],
  ['month/not-interrupted', [], resumed],
  ['month/already-resumed', [interrupted, resumed], resumed],
  ['month/effect-before-cause', [demanded], at(filed, eight)],
];

test.each(refusals)('%s', (because, past, then) => {
  given(...past)
    .when(then)
    .thenRefuses(because);
});

test('every refusal is shown, in its order of precedence', () => {
  const ofFamily = ['month/other-centre', 'month/other-period', 'month/other-month'];
  expect([...ofFamily, ...refusals.map(([because]) => because)]).toEqual(
    Object.keys(monthRefusals),
  );
  expect(monthDecider.refusals).toBe(monthRefusals);
});

test.each<[string, Fact[], Fact, MonthRefusal]>([
  [
    'a second answer before its demand',
    [demanded, filed],
    at(filed, eight),
    'month/effect-before-cause',
  ],
  ['an answer to another demand', [demanded], referring(filed, '541'), 'month/nothing-demanded'],
  ['a report on demand that nobody demanded', [], unnamed(filed), 'month/nothing-demanded'],
  ['an end before the beginning', [interrupted], at(resumed, eight), 'month/effect-before-cause'],
])('%s is refused', (_, past, then, because) => {
  given(...past)
    .when(then)
    .thenRefuses(because);
});

test.each([
  ['an import', imported],
  ['a backfill', backfilled],
] as const)('%s keeps what cannot be explained', (_, how) => {
  for (const [, past, then] of refusals) {
    given(...past)
      .when({ ...then, ...how })
      .thenAccepts();
  }
});

test('an import of anything, in any order and more than once, is recorded', () => {
  const oneOfEach = examplesOf(month, nine, imported);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...oneOfEach), { maxLength: 30 }), (events) => {
      const decisions = events.map((event, place) =>
        monthDecider.decide(event, replay(monthDecider, events.slice(0, place))),
      );
      expect(decisions).toEqual(events.map(() => accepted));
    }),
  );
});

describe('an act belongs', () => {
  const place = (then: Fact, named = '2026-03') =>
    monthFamily.misplaced(then, { centre: 'reference', month: named }, false);

  test('to the centre of its record, however it comes', () => {
    const elsewhere = { ...met, centre: CentreCode.parse('other'), ...imported };
    expect(place(elsewhere)).toBe('month/other-centre');
  });

  test('to the month in which its period ends, however late it comes', () => {
    expect(place(at(monthly, '2026-04-20T08:00:00+07:00'))).toBeNull();
    expect(place(at(monthly, '2026-02-27T08:00:00+07:00'))).toBeNull();
    expect(place(monthly, '2026-04')).toBe('month/other-period');
    expect(place({ ...monthly, ...imported }, '2026-04')).toBe('month/other-period');
  });

  test('to the month in which it took place, by the clock in Vietnam, where it names no period', () => {
    expect(place(at(met, '2026-02-28T17:00:00Z'))).toBeNull();
    expect(place(at(met, '2026-02-28T16:59:59Z'))).toBe('month/other-month');
    expect(place(at(met, '2026-03-31T16:59:59Z'))).toBeNull();
    expect(place(at(met, '2026-03-31T17:00:00Z'))).toBe('month/other-month');
    expect(place({ ...met, ...imported }, '2026-01')).toBeNull();
  });

  test('to what it answers, in this month or a later one', () => {
    const withPeriod = fact('ReportSubmitted', {
      report: 'other',
      reference: '540',
      period: march,
    });
    expect(place(withPeriod, '2026-02')).toBeNull();
    expect(place(withPeriod, '2026-04')).toBe('month/other-month');
    expect(place(resumed, '2026-02')).toBeNull();
  });

  test('to the December of the year that it is about', () => {
    const ratings = fact('YearlyRatingsReceived', { agency: 'H42.17', year: '2025' });
    expect(place(ratings, '2025-12')).toBeNull();
    expect(place(ratings, '2026-03')).toBe('month/other-period');
  });

  test('anywhere, if it takes another entry back', () => {
    const withdrawn = fact('EntryWithdrawn', {}, nine, { corrects: eventId(1) });
    expect(place(withdrawn, '2025-01')).toBeNull();
  });
});

describe('a month shows', () => {
  test('every act, one line each', () => {
    const { acts } = replay(monthDecider, examplesOf(month));
    expect(new Set(acts.map(({ act }) => act))).toEqual(new Set(filings));
  });

  test('what was demanded and is owed, and what was filed for it', () => {
    expect(replay(monthDecider, [demanded]).acts).toMatchObject([
      { act: 'ReportSubmitted', kind: 'on-demand', due: { on: '2026-03-05' }, filedAt: null },
    ]);
    expect(replay(monthDecider, [demanded, filed]).acts).toMatchObject([
      { due: { on: '2026-03-05' }, demandedAt: Instant.parse(nine), filedAt: Instant.parse(ten) },
    ]);
  });

  test('a report that is filed again, beside the one that answered the demand', () => {
    expect(replay(monthDecider, [demanded, filed, at(filed, nextDay)]).acts).toMatchObject([
      { demandedAt: Instant.parse(nine), filedAt: Instant.parse(ten) },
      { demandedAt: null, filedAt: Instant.parse(nextDay) },
    ]);
  });

  test('a periodic report beside a demand that it does not answer', () => {
    const { acts } = replay(monthDecider, [demanded, monthly]);
    expect(acts.map(({ kind, filedAt }) => [kind, filedAt !== null])).toEqual([
      ['on-demand', false],
      ['monthly', true],
    ]);
  });

  test('from when to when the post stood still', () => {
    expect(replay(monthDecider, [interrupted, resumed]).acts).toMatchObject([
      { filedAt: Instant.parse(nine), endedAt: Instant.parse(ten) },
    ]);
  });
});

function at<One extends Fact>(event: One, occurredAt: string): One {
  return { ...event, occurredAt: Instant.parse(occurredAt) };
}

function referring<One extends { readonly data: { readonly reference: string | null } }>(
  event: One,
  reference: string | null,
): One {
  return { ...event, data: { ...event.data, reference } };
}

function unnamed<One extends { readonly data: { readonly reference: string | null } }>(
  event: One,
): One {
  return referring(event, null);
}

function clock(hour: string): string {
  return `2026-03-02T${hour}:00:00+07:00`;
}
