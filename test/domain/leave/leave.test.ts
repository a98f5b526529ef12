/** What can be on record together of one leave. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accepted, replay } from '../../../src/domain/decider.ts';
import type { Proposal } from '../../../src/domain/entry.ts';
import { type LeaveRefusal, leaveDecider, leaveRefusals } from '../../../src/domain/leave/leave.ts';
import { type LeaveEvent, leave } from '../../../src/domain/leave/vocabulary.ts';
import { Instant } from '../../../src/domain/units.ts';
import { specify } from '../../support/decider-spec.ts';
import { backfilled, eventId, examplesOf, imported, proposalsOf } from '../../support/stated.ts';

const { given } = specify(leaveDecider);
const fact = proposalsOf(leave);

type Fact = Proposal<LeaveEvent>;

const [eight, nine, ten] = [clock('08'), clock('09'), clock('10')];
const [eleven, noon] = [clock('11'), clock('12')];
const [asker, reserve] = ['cb-1', 'cb-2'];
const days = [{ from: '2026-03-05', to: '2026-03-06' }];

const requested = fact('LeaveRequested', { official: asker, days }, nine);
const told = fact('LeaveNoticeGiven', { official: asker, to: 'both' }, nine);
const confirmed = fact('LeaveConfirmedByAgency', { substitute: reserve }, ten);
const declined = fact('LeaveDeclinedByAgency', {}, ten);
const approved = fact('LeaveApproved', {}, eleven);
const rejected = fact('LeaveRejected', {}, eleven);
const announced = fact('SubstituteAnnounced', { substitute: reserve }, ten);
const arrived = fact('SubstituteArrived', { substitute: reserve }, eleven);
const taken = fact('LeaveTaken', { official: asker }, ten);
const returned = fact('ReturnedFromLeave', {}, eleven);
const cancelled = fact('LeaveCancelled', {}, eleven);
const changed = fact(
  'LeaveDaysChanged',
  { days: [{ from: '2026-03-09', to: '2026-03-09' }] },
  eleven,
);
const used = fact('CompensatoryTimeUsed', { minutes: 240 }, eleven);

test.each<[string, Fact[], Fact]>([
  ['a request', [], requested],
  [
    'a request that asks for a morning and the afternoon after it',
    [],
    asking(
      { from: '2026-03-05', to: '2026-03-05', part: 'morning' },
      { from: '2026-03-05', to: '2026-03-05', part: 'afternoon' },
    ),
  ],
  ['a notice, where no request is asked for', [], told],
  ['the consent of the agency, where it alone is asked', [], confirmed],
  ['the letter of the agency about its reserve', [], announced],
  ['leave that nobody was told of', [], taken],
  ['a confirmation', [requested], confirmed],
  ['the consent of the centre after it', [requested, confirmed], approved],
  ['the consent of the centre before it', [requested], approved],
  ['a confirmation after a refusal of the agency', [requested, declined], at(confirmed, eleven)],
  ['consent after a refusal', [requested, rejected], approved],
  ['leave that was rejected and taken all the same', [requested, rejected], at(taken, eleven)],
  ['leave that was cancelled and taken all the same', [requested, cancelled], at(taken, eleven)],
  ['a reserve whom nobody announced', [requested], arrived],
  [
    'a confirmation of other days than were confirmed',
    [requested, confirmed, changed],
    at(confirmed, noon),
  ],
  [
    'consent to other days than were agreed to',
    [requested, confirmed, approved, changed],
    at(approved, noon),
  ],
  ['a refusal of other days', [requested, rejected, changed], at(rejected, noon)],
  [
    'a confirmation after consent and a refusal',
    [requested, confirmed, approved, declined],
    confirmed,
  ],
  [
    'time used by a leave that was cancelled and taken all the same',
    [requested, cancelled, taken],
    used,
  ],
  ['other days', [requested], fact('LeaveDaysChanged', { days }, ten)],
  ['the return', [requested, taken], returned],
  ['a second use of compensatory time', [requested, used], used],
  [
    'consent given on the day of a request at a later hour',
    [requested],
    { ...at(approved, '2026-03-02T00:00:00+07:00'), precision: 'day' },
  ],
])('%s is recorded', (_, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenAccepts();
});

const twice = asking(
  { from: '2026-03-05', to: '2026-03-06' },
  { from: '2026-03-06', to: '2026-03-06', part: 'afternoon' },
);

const refusals: readonly [LeaveRefusal, readonly Fact[], Fact][] = [
  ['leave/withdraws-nothing', [requested], fact('EntryWithdrawn', {}, ten)],
  ['leave/other-official', [requested], fact('LeaveTaken', { official: reserve }, ten)],
  ['leave/already-requested', [requested], requested],
  ['leave/days-overlap', [], twice],
  ['leave/own-substitute', [requested], fact('SubstituteArrived', { substitute: asker }, ten)],
  ['leave/nothing-asked', [], approved],
  ['leave/already-confirmed', [requested, confirmed], confirmed],
  ['leave/already-approved', [requested, approved], approved],
  ['leave/already-rejected', [requested, rejected], rejected],
  ['leave/came-to-nothing', [requested, cancelled], used],
  ['leave/already-cancelled', [requested, cancelled], cancelled],
  ['leave/already-taken', [requested, taken], taken],
  ['leave/not-taken', [requested, approved], returned],
  ['leave/already-returned', [requested, taken, returned], returned],
  ['leave/effect-before-cause', [requested], at(approved, eight)],
];

test.each(refusals)('%s', (because, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test('every refusal is shown above, in its order of precedence', () => {
  expect(refusals.map(([because]) => because)).toEqual(Object.keys(leaveRefusals));
  expect(leaveDecider.refusals).toBe(leaveRefusals);
});

test.each<[string, readonly Fact[], Fact, LeaveRefusal]>([
  [
    'another official before a second request',
    [requested],
    fact('LeaveRequested', { official: reserve, days }),
    'leave/other-official',
  ],
  ['a second request before its days', [requested], twice, 'leave/already-requested'],
  [
    'the days before the substitute',
    [],
    { ...twice, data: { ...twice.data, substitute: twice.data.official } },
    'leave/days-overlap',
  ],
  [
    'the substitute before what was never asked',
    [],
    fact('SubstituteArrived', { official: asker, substitute: asker }),
    'leave/own-substitute',
  ],
  [
    'a repetition before a wrong time',
    [requested, approved],
    at(approved, eight),
    'leave/already-approved',
  ],
  [
    'a second confirmation of the days that were changed',
    [requested, confirmed, changed, confirmed],
    confirmed,
    'leave/already-confirmed',
  ],
  [
    'consent a second time, though it was taken since',
    [requested, approved, taken],
    approved,
    'leave/already-approved',
  ],
])('%s', (_, past, proposed, because) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test.each<[string, Fact, readonly Fact[]]>([
  ['confirmed', at(confirmed, eight), [requested]],
  ['declined', at(declined, eight), [requested]],
  ['rejected', at(rejected, eight), [requested]],
  ['returned from', at(returned, nine), [requested, taken]],
])('nothing is %s before what it follows from', (_, early, past) => {
  given(...past)
    .when(early)
    .thenRefuses('leave/effect-before-cause');
});

test('a leave whose official nobody named is whoever’s the next entry says', () => {
  given(fact('SubstituteAnnounced', { substitute: reserve }))
    .when(requested)
    .thenAccepts();
});

const ways = [
  ['an import', imported],
  ['a backfill', backfilled],
] as const;

test.each(ways)('%s keeps odd orders, repetitions and days named twice', (_, how) => {
  for (const [, past, proposed] of refusals.slice(3)) {
    given(...past)
      .when({ ...proposed, ...how })
      .thenAccepts();
  }
});

test.each(ways)('%s is refused what cannot be true of any leave', (_, how) => {
  for (const [because, past, proposed] of refusals.slice(0, 3)) {
    given(...past)
      .when({ ...proposed, ...how })
      .thenRefuses(because);
  }
});

test('the withdrawal of an entry may come at any time', () => {
  given()
    .when(fact('EntryWithdrawn', {}, eight, { corrects: eventId(1) }))
    .thenAccepts();
});

/** One of each event but the withdrawal of an entry, all of one official. */
const oneOfEach = examplesOf(leave, nine, imported).filter(({ type }) => type !== 'EntryWithdrawn');

test('an import of anything, once and in any order, is recorded', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(oneOfEach), (events) => {
      const decisions = events.map((event, place) =>
        leaveDecider.decide(event, replay(leaveDecider, events.slice(0, place))),
      );
      expect(decisions).toEqual(events.map(() => accepted));
    }),
  );
});

function clock(hour: string): string {
  return `2026-03-02T${hour}:00:00+07:00`;
}

function at<Event extends Fact>(event: Event, occurredAt: string): Event {
  return { ...event, occurredAt: Instant.parse(occurredAt) };
}

function asking(
  ...asked: { from: string; to: string; part?: 'whole' | 'morning' | 'afternoon' }[]
) {
  return fact('LeaveRequested', { official: asker, days: asked }, nine);
}
