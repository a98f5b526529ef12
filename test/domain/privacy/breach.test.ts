/** What can be on record together of one breach of personal data, and what people see of it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accepted, replay } from '../../../src/domain/decider.ts';
import type { Proposal } from '../../../src/domain/entry.ts';
import {
  type DataBreachRefusal,
  dataBreachDecider,
  dataBreachRefusals,
} from '../../../src/domain/privacy/breach/breach.ts';
import { foldDataBreach } from '../../../src/domain/privacy/breach/fold.ts';
import { dataBreachStageOf } from '../../../src/domain/privacy/breach/state.ts';
import { type DataBreachEvent, dataBreach } from '../../../src/domain/privacy/breach/vocabulary.ts';
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

const { given } = specify(dataBreachDecider);
const fact = proposalsOf(dataBreach);

type Fact = Proposal<DataBreachEvent>;

const [seven, eight, nine, ten] = [clock('07'), clock('08'), clock('09'), clock('10')];

const detected = fact(
  'DataBreachDetected',
  {
    what: 'lost',
    on: '2026-02-27',
    holder: 'H42.17',
    sensitive: true,
    persons: 3,
    dossiers: ['H42.17-250923-0005'],
  },
  eight,
);
const toAuthority = fact('DataBreachNotified', { to: 'authority' }, nine);
const toPersons = fact('DataBreachNotified', { to: 'persons' }, ten);
const dealtWith = fact('DataBreachDealtWith', { measures: ['access-closed'] }, ten);

test.each<[string, Fact[], Fact]>([
  ['a breach', [], detected],
  ['a breach of which nobody knows when it happened', [], fact('DataBreachDetected', {}, eight)],
  ['a notice to the authority', [detected], toAuthority],
  ['a second one, with more', [detected, toAuthority], toAuthority],
  ['a notice to the persons alone', [detected], toPersons],
  ['what was done about it, with nobody notified', [detected], dealtWith],
  ['a notice after it was dealt with', [detected, dealtWith], toAuthority],
  ['a notice years later', [detected], at(toAuthority, '2029-03-02T10:00:00+07:00')],
])('%s is recorded', (_, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenAccepts();
});

const refusals: readonly [DataBreachRefusal, readonly Fact[], Fact][] = [
  ['databreach/already-detected', [detected], detected],
  ['databreach/not-detected', [], toAuthority],
  ['databreach/already-dealt-with', [detected, dealtWith], dealtWith],
  ['databreach/effect-before-cause', [detected], at(toAuthority, seven)],
];

test.each(refusals)('%s', (because, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test('every refusal is shown above, in its order of precedence', () => {
  expect(refusals.map(([because]) => because)).toEqual(Object.keys(dataBreachRefusals));
  expect(dataBreachDecider.refusals).toBe(dataBreachRefusals);
});

test('what was done about it once is refused before its wrong time', () => {
  given(detected, dealtWith)
    .when(at(dealtWith, seven))
    .thenRefuses('databreach/already-dealt-with');
});

test.each([toAuthority, toPersons, dealtWith])(
  '$type $data.to a millisecond before it was found out is too soon, at the same instant it is not',
  (proposed) => {
    const justBefore = new Date(Date.parse(eight) - 1).toISOString();
    given(detected).when(at(proposed, justBefore)).thenRefuses('databreach/effect-before-cause');
    given(detected).when(at(proposed, eight)).thenAccepts();
  },
);

test('it happened on the day on which it was found out, or before that', () => {
  const happened = (on: string) => fact('DataBreachDetected', { on }, eight);
  given().when(happened('2026-03-02')).thenAccepts();
  given().when(happened('2026-03-03')).thenRefuses('databreach/effect-before-cause');
});

test('an entry may be withdrawn at any time', () => {
  given()
    .when(fact('EntryWithdrawn', {}, eight, { corrects: eventId(1) }))
    .thenAccepts();
});

test.each([
  ['an import', imported],
  ['a backfill', backfilled],
] as const)('%s keeps odd orders, and is refused a second beginning', (_, how) => {
  for (const [, past, proposed] of refusals.slice(1)) {
    given(...past)
      .when({ ...proposed, ...how })
      .thenAccepts();
  }
  given(detected)
    .when({ ...detected, ...how })
    .thenRefuses('databreach/already-detected');
});

test('an import of anything, once and in any order, is recorded', () => {
  const oneOfEach = examplesOf(dataBreach, nine, imported).filter(
    ({ type }) => type !== 'EntryWithdrawn',
  );
  fc.assert(
    fc.property(fc.shuffledSubarray(oneOfEach), (events) => {
      const decisions = events.map((event, place) =>
        dataBreachDecider.decide(event, replay(dataBreachDecider, events.slice(0, place))),
      );
      expect(decisions).toEqual(events.map(() => accepted));
    }),
  );
});

test('its state says what became of whose data, who was notified when, and what was done', () => {
  given(detected, toAuthority, toPersons, dealtWith).thenState({
    what: 'lost',
    on: detected.data.on,
    holder: detected.data.holder,
    sensitive: true,
    persons: 3,
    dossiers: detected.data.dossiers ?? [],
    detectedAt: detected.occurredAt,
    authorityNotifiedAt: toAuthority.occurredAt,
    personsNotifiedAt: toPersons.occurredAt,
    dealtWithAt: dealtWith.occurredAt,
    measures: ['access-closed'],
    lastActivityAt: dealtWith.occurredAt,
  });
});

test('to tell a superior is to notify neither the authority nor the persons', () => {
  const toSuperior = fact('DataBreachNotified', { to: 'superior' }, nine);
  given(detected, toSuperior).thenState({
    authorityNotifiedAt: null,
    personsNotifiedAt: null,
    lastActivityAt: toSuperior.occurredAt,
  });
});

test('of several notices to the authority the first says when it was notified', () => {
  given(detected, toAuthority, at(toAuthority, ten)).thenState({
    authorityNotifiedAt: toAuthority.occurredAt,
  });
});

test.each<[string | null, Fact[]]>([
  [null, []],
  ['detected', [detected]],
  ['detected', [detected, toPersons]],
  ['notified', [detected, toAuthority]],
  ['dealt-with', [detected, toAuthority, dealtWith]],
  ['dealt-with', [detected, dealtWith]],
])('it is %s', (stage, past) => {
  expect(dataBreachStageOf(replay(dataBreachDecider, past))).toBe(stage);
});

test('a corrected number of persons is the one that people see', () => {
  const entries = [
    entry<DataBreachEvent>(0, detected),
    entry<DataBreachEvent>(1, fact('DataBreachDetected', { persons: 40 }), eight, {
      corrects: eventId(0),
    }),
  ];
  expect(foldDataBreach(timeline(entries))).toMatchObject({ persons: 40, what: null });
});

function clock(hour: string): string {
  return `2026-03-02T${hour}:00:00+07:00`;
}

function at(event: Fact, occurredAt: string): Fact {
  return { ...event, occurredAt: Instant.parse(occurredAt) };
}
