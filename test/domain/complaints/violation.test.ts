/** What can be on record together of one violation, and what people see of it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldViolation } from '../../../src/domain/complaints/violation/fold.ts';
import {
  type ViolationRefusal,
  violationDecider,
  violationRefusals,
} from '../../../src/domain/complaints/violation/violation.ts';
import {
  type ViolationEvent,
  violation,
} from '../../../src/domain/complaints/violation/vocabulary.ts';
import { accepted, replay } from '../../../src/domain/decider.ts';
import type { Proposal } from '../../../src/domain/entry.ts';
import { timeline } from '../../../src/domain/timeline.ts';
import { Instant } from '../../../src/domain/units.ts';
import { specify } from '../../support/decider-spec.ts';
import {
  backfilled,
  entry,
  eventId,
  examplesOf,
  imported,
  proposalsOf,
} from '../../support/stated.ts';

const { given } = specify(violationDecider);
const fact = proposalsOf(violation);

type Fact = Proposal<ViolationEvent>;

const [seven, eight, nine, ten] = [clock('07'), clock('08'), clock('09'), clock('10')];

const recorded = fact(
  'ViolationRecorded',
  {
    act: 'discourtesy',
    who: 'official',
    official: 'cv-1203',
    agency: 'H42.17',
    sources: [
      { kind: 'complaint', id: 'PA-1' },
      { kind: 'complaint' },
      { kind: 'inspection', id: 'TT-3' },
    ],
  },
  eight,
);
const transferred = fact('ViolationTransferred', { to: 'H42.17' }, nine);
const asked = fact('ViolationExplanationAsked', { reference: '146' }, nine);
const explained = fact('ViolationExplained', { reference: '146' }, ten);
const unasked = fact('ViolationExplained', {}, ten);
const decided = fact('ViolationDecided', { found: 'confirmed', measure: 'reminder' }, nine);
const told = fact('ViolationOutcomeMadeKnown', { complaint: 'PA-1' }, ten);
const published = fact('ViolationOutcomePublished', {}, ten);

test.each<[string, Fact[], Fact]>([
  ['a violation', [], recorded],
  ['its transfer', [recorded], transferred],
  ['an explanation that was asked for', [recorded, asked], explained],
  ['an explanation that nobody asked for', [recorded], unasked],
  ['an explanation to a request without a name', [recorded, without(asked)], explained],
  ['a decision without an explanation', [recorded], decided],
  ['the decision of the agency to which it went', [recorded, transferred], decided],
  ['an outcome made known', [recorded, decided], told],
  ['that it was transferred, made known', [recorded, transferred], told],
  ['an outcome made known to a second person', [recorded, decided, told], told],
])('%s is recorded', (_, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenAccepts();
});

const refusals: readonly [ViolationRefusal, readonly Fact[], Fact][] = [
  ['violation/already-recorded', [recorded], recorded],
  ['violation/not-recorded', [], decided],
  ['violation/nothing-asked', [recorded], explained],
  ['violation/not-decided', [recorded], told],
  ['violation/already-decided', [recorded, decided], decided],
  ['violation/effect-before-cause', [recorded], at(decided, seven)],
];

test.each(refusals)('%s', (because, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test('every refusal is shown above, in its order of precedence', () => {
  expect(refusals.map(([because]) => because)).toEqual(Object.keys(violationRefusals));
  expect(violationDecider.refusals).toBe(violationRefusals);
});

test.each<[string, readonly Fact[], Fact, ViolationRefusal]>([
  ['a missing record before a missing decision', [], told, 'violation/not-recorded'],
  [
    'a missing request before a wrong time',
    [recorded],
    at(explained, seven),
    'violation/nothing-asked',
  ],
  [
    'a second decision before a wrong time',
    [recorded, decided],
    at(decided, seven),
    'violation/already-decided',
  ],
])('%s', (_, past, proposed, because) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test.each<[string, readonly Fact[], Fact, string]>([
  ['a transfer, before it was done', [recorded], transferred, eight],
  ['an explanation, before it was asked for', [recorded, asked], explained, nine],
  ['an outcome made known, before the decision', [recorded, decided], told, nine],
  [
    'a publication, before the transfer',
    [recorded, transferred, at(decided, ten)],
    published,
    nine,
  ],
])('%s: a millisecond is too soon, the same instant is not', (_, past, proposed, cause) => {
  const justBefore = new Date(Date.parse(cause) - 1).toISOString();
  given(...past)
    .when(at(proposed, justBefore))
    .thenRefuses('violation/effect-before-cause');
  given(...past)
    .when(at(proposed, cause))
    .thenAccepts();
});

test('an entry may be withdrawn at any time', () => {
  given()
    .when(fact('EntryWithdrawn', {}, eight, { corrects: eventId(1) }))
    .thenAccepts();
});

test.each([
  ['an import', imported],
  ['a backfill', backfilled],
] as const)('%s keeps odd orders, and is refused a second record', (_, how) => {
  for (const [, past, proposed] of refusals.slice(1)) {
    given(...past)
      .when({ ...proposed, ...how })
      .thenAccepts();
  }
  given(recorded)
    .when({ ...recorded, ...how })
    .thenRefuses('violation/already-recorded');
});

test('an import of anything, once and in any order, is recorded', () => {
  const oneOfEach = examplesOf(violation, nine, imported).filter(
    ({ type }) => type !== 'EntryWithdrawn',
  );
  fc.assert(
    fc.property(fc.shuffledSubarray(oneOfEach), (events) => {
      const decisions = events.map((event, place) =>
        violationDecider.decide(event, replay(violationDecider, events.slice(0, place))),
      );
      expect(decisions).toEqual(events.map(() => accepted));
    }),
  );
});

test('its state says who, what came of it, and which complainants were told', () => {
  given(recorded, transferred, asked, explained, decided, told, published).thenState({
    act: 'discourtesy',
    official: recorded.data.official,
    agency: recorded.data.agency,
    complaints: ['PA-1'],
    recordedAt: recorded.occurredAt,
    transferredAt: transferred.occurredAt,
    transferredTo: transferred.data.to,
    explainedAt: explained.occurredAt,
    decidedAt: decided.occurredAt,
    found: 'confirmed',
    measure: 'reminder',
    told: [told.data.complaint],
    madeKnownAt: told.occurredAt,
    publishedAt: published.occurredAt,
    lastActivityAt: published.occurredAt,
  });
});

test('a corrected decision is the one that people see', () => {
  const entries = [
    entry<ViolationEvent>(0, recorded),
    entry<ViolationEvent>(1, decided),
    entry<ViolationEvent>(2, fact('ViolationDecided', { measure: 'warning' }), nine, {
      corrects: eventId(1),
    }),
  ];
  expect(foldViolation(timeline(entries))).toMatchObject({ measure: 'warning', found: null });
});

function clock(hour: string): string {
  return `2026-03-02T${hour}:00:00+07:00`;
}

function at(event: Fact, occurredAt: string): Fact {
  return { ...event, occurredAt: Instant.parse(occurredAt) };
}

/** The same, of which no reference is known. */
function without<Event extends { readonly data: { readonly reference: string | null } }>(
  event: Event,
): Event {
  return { ...event, data: { ...event.data, reference: null } };
}
