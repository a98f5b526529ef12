/** What can be on record together of one request about personal data, and what people see of it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accepted, replay } from '../../../src/domain/decider.ts';
import type { Proposal } from '../../../src/domain/entry.ts';
import { foldDataRequest } from '../../../src/domain/privacy/request/fold.ts';
import {
  type DataRequestRefusal,
  dataRequestDecider,
  dataRequestRefusals,
} from '../../../src/domain/privacy/request/request.ts';
import {
  dataRequestStageOf,
  daysTaken,
  unknownDataRequest,
} from '../../../src/domain/privacy/request/state.ts';
import {
  type DataRequestEvent,
  dataRequest,
} from '../../../src/domain/privacy/request/vocabulary.ts';
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

const { given } = specify(dataRequestDecider);
const fact = proposalsOf(dataRequest);

type Fact = Proposal<DataRequestEvent>;

const [seven, eight, nine, ten] = [clock('07'), clock('08'), clock('09'), clock('10')];

const received = fact(
  'DataRequestReceived',
  { asks: 'delete', channel: 'letter', dossier: 'H42.17-250923-0005', holder: 'H42.17' },
  eight,
);
const acknowledged = fact('DataRequestAcknowledged', {}, nine);
const extended = fact('DataRequestExtended', { until: '2026-04-03' }, nine);
const answered = fact('DataRequestAnswered', { outcome: 'refused', ground: 'state-duty' }, ten);
const withdrawn = fact('DataRequestWithdrawn', {}, ten);

test.each<[string, Fact[], Fact]>([
  ['a request', [], received],
  ['its acknowledgement', [received], acknowledged],
  ['an answer without an acknowledgement', [received], answered],
  ['an acknowledgement after the answer', [received, answered], acknowledged],
  ['more time, and more again', [received, extended], extended],
  ['a withdrawal that crossed the answer', [received, answered], withdrawn],
  ['an answer that crossed the withdrawal', [received, withdrawn], answered],
  ['an answer years later', [received], at(answered, '2029-03-02T10:00:00+07:00')],
])('%s is recorded', (_, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenAccepts();
});

const refusals: readonly [DataRequestRefusal, readonly Fact[], Fact][] = [
  ['datarequest/already-received', [received], received],
  ['datarequest/not-received', [], acknowledged],
  ['datarequest/already-acknowledged', [received, acknowledged], acknowledged],
  ['datarequest/already-answered', [received, answered], answered],
  ['datarequest/already-withdrawn', [received, withdrawn], withdrawn],
  ['datarequest/effect-before-cause', [received], at(answered, seven)],
];

test.each(refusals)('%s', (because, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test('every refusal is shown above, in its order of precedence', () => {
  expect(refusals.map(([because]) => because)).toEqual(Object.keys(dataRequestRefusals));
  expect(dataRequestDecider.refusals).toBe(dataRequestRefusals);
});

test('a second answer is refused before its wrong time', () => {
  given(received, answered).when(at(answered, seven)).thenRefuses('datarequest/already-answered');
});

test.each([acknowledged, extended, answered, withdrawn])(
  '$type a millisecond before the reception is too soon, at the same instant it is not',
  (proposed) => {
    const justBefore = new Date(Date.parse(eight) - 1).toISOString();
    given(received).when(at(proposed, justBefore)).thenRefuses('datarequest/effect-before-cause');
    given(received).when(at(proposed, eight)).thenAccepts();
  },
);

test('an answer of which only the day is known may be of the day of the reception', () => {
  const midnight = '2026-03-02T00:00:00+07:00';
  given(received)
    .when({ ...at(answered, midnight), precision: 'day' })
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
] as const)('%s keeps odd orders, and is refused a second reception', (_, how) => {
  for (const [, past, proposed] of refusals.slice(1)) {
    given(...past)
      .when({ ...proposed, ...how })
      .thenAccepts();
  }
  given(received)
    .when({ ...received, ...how })
    .thenRefuses('datarequest/already-received');
});

test('an import of anything, once and in any order, is recorded', () => {
  const oneOfEach = examplesOf(dataRequest, nine, imported).filter(
    ({ type }) => type !== 'EntryWithdrawn',
  );
  fc.assert(
    fc.property(fc.shuffledSubarray(oneOfEach), (events) => {
      const decisions = events.map((event, place) =>
        dataRequestDecider.decide(event, replay(dataRequestDecider, events.slice(0, place))),
      );
      expect(decisions).toEqual(events.map(() => accepted));
    }),
  );
});

test('what was done has no ground of refusal; what was refused may have none that is known', () => {
  const { latest } = dataRequest.DataRequestAnswered;
  expect(latest.safeParse({ outcome: 'done', ground: 'state-duty' }).success).toBe(false);
  expect(latest.safeParse({ outcome: 'done' }).success).toBe(true);
  expect(latest.safeParse({ outcome: 'refused' }).success).toBe(true);
  expect(latest.safeParse({ outcome: 'partly-done', ground: 'state-duty' }).success).toBe(true);
});

test('its state says what was asked, of whom, and what came of it', () => {
  given(received, acknowledged, extended, answered, withdrawn).thenState({
    asks: 'delete',
    channel: 'letter',
    dossier: received.data.dossier,
    holder: received.data.holder,
    receivedAt: received.occurredAt,
    acknowledgedAt: acknowledged.occurredAt,
    extendedAt: extended.occurredAt,
    extendedTo: extended.data.until,
    answeredAt: answered.occurredAt,
    outcome: 'refused',
    ground: 'state-duty',
    withdrawnAt: withdrawn.occurredAt,
    lastActivityAt: withdrawn.occurredAt,
  });
});

test.each<[string | null, Fact[]]>([
  [null, []],
  ['received', [received]],
  ['received', [received, extended]],
  ['acknowledged', [received, acknowledged]],
  ['withdrawn', [received, acknowledged, withdrawn]],
  ['answered', [received, withdrawn, answered]],
])('it is %s', (stage, past) => {
  expect(dataRequestStageOf(replay(dataRequestDecider, past))).toBe(stage);
});

test('the days that it took are days of the calendar in Vietnam', () => {
  const from = Instant.parse('2026-03-02T23:59:00+07:00');
  const until = (when: string) => ({ receivedAt: from, answeredAt: Instant.parse(when) });
  expect(daysTaken(until('2026-03-02T23:59:59+07:00'))).toBe(0);
  expect(daysTaken(until('2026-03-03T00:00:00+07:00'))).toBe(1);
  expect(daysTaken(until('2026-03-12T08:00:00+07:00'))).toBe(10);
  expect(daysTaken({ receivedAt: from, answeredAt: null })).toBeNull();
  expect(daysTaken(unknownDataRequest)).toBeNull();
});

test('a corrected answer is the one that people see', () => {
  const entries = [
    entry<DataRequestEvent>(0, received),
    entry<DataRequestEvent>(1, answered),
    entry<DataRequestEvent>(2, fact('DataRequestAnswered', { outcome: 'done' }), ten, {
      corrects: eventId(1),
    }),
  ];
  expect(foldDataRequest(timeline(entries))).toMatchObject({ outcome: 'done', ground: null });
});

function clock(hour: string): string {
  return `2026-03-02T${hour}:00:00+07:00`;
}

function at(event: Fact, occurredAt: string): Fact {
  return { ...event, occurredAt: Instant.parse(occurredAt) };
}
