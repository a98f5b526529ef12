/** What can be on record together of a centre's month: its rosters, its turns, and what it asks of agencies. */
import { describe, expect, test } from 'vitest';
import { rosterFamily } from '../../../src/domain/attendance/roster/family.ts';
import {
  type RosterRefusal,
  rosterDecider,
  rosterRefusals,
} from '../../../src/domain/attendance/roster/roster.ts';
import { type RosterEvent, roster } from '../../../src/domain/attendance/roster/vocabulary.ts';
import { accepted, replay } from '../../../src/domain/decider.ts';
import type { Proposal } from '../../../src/domain/entry.ts';
import { CentreCode, Instant } from '../../../src/domain/units.ts';
import { specify } from '../../support/decider-spec.ts';
import { backfilled, examplesOf, imported, proposalsOf } from '../../support/stated.ts';

const { given } = specify(rosterDecider);
const fact = proposalsOf(roster);

type Fact = Proposal<RosterEvent>;

const at = (hour: number, day = '2026-03-02') =>
  `${day}T${String(hour).padStart(2, '0')}:00:00+07:00`;
const [morning, afternoon] = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:30' },
];
const line = (also: object = {}) => ({
  day: '2026-03-03',
  counter: '7',
  official: 'cb-1',
  ...also,
});
type Line = { day: string; counter: string; official: string };

const published = (...lines: Line[]) => fact('RosterPublished', { lines }, at(8));
const changed = (...lines: Line[]) => fact('RosterChanged', { lines }, at(9));
const asked = (reference: string | null = 'A') =>
  fact('ReplacementAsked', { reference, official: 'cb-1' }, at(9));
const answered = (reference: string | null = 'A', hour = 10) =>
  fact('ReplacementAnswered', { reference, outcome: 'agreed' }, at(hour));
const replaced = (reference: string | null = 'A', official = 'cb-1') =>
  fact('OfficialReplaced', { reference, official, replacement: 'cb-2' }, at(11));
const moreAsked = fact(
  'StaffingChangeAsked',
  { reference: 'A', agency: 'Q', change: 'more' },
  at(9),
);
const moreCame = (reference: string | null) =>
  fact('StaffingChanged', { reference, agency: 'Q' }, at(11));
const summoned = fact('OfficialSummoned', { reference: 'A', agency: 'Q' }, at(9));
const arrived = fact('SummonedOfficialArrived', { reference: 'A' }, at(10));
const signed = (receiver: string) => fact('HandoverSigned', { giver: 'cb-1', receiver }, at(17));

test.each<[string, Fact[], Fact]>([
  ['a roster', [], published(line(), line({ day: '2026-03-04' }))],
  [
    'a morning and an afternoon',
    [],
    published(line({ hours: morning }), line({ hours: afternoon })),
  ],
  ['two officials at one counter', [], published(line(), line({ official: 'cb-2' }))],
  ['an official at two counters', [], published(line(), line({ counter: '8' }))],
  ['another day', [published(line())], published(line({ day: '2026-03-04' }))],
  ['another counter of the same day', [published(line())], published(line({ counter: '8' }))],
  ['a change', [published(line())], changed(line({ official: 'cb-2' }))],
  ['a change that adds a counter', [published(line())], changed(line({ counter: '8' }))],
  [
    'a change of what was cleared',
    [
      published(line()),
      fact(
        'RosterChanged',
        { cleared: [line()].map(({ day, counter }) => ({ day, counter })) },
        at(9),
      ),
    ],
    changed(line()),
  ],
  ['an answer', [asked()], answered()],
  ['a second answer', [asked(), answered()], answered()],
  ['an answer that names nothing', [asked()], answered(null)],
  ['an answer to what had no reference', [asked(null)], answered()],
  ['a replacement that was asked for', [asked()], replaced()],
  ['a replacement that nobody asked for', [], replaced(null)],
  ['more officials, unasked', [], moreCame(null)],
  ['more officials, asked for', [moreAsked], moreCame('A')],
  ['an official who was called', [summoned], arrived],
  ['one reference for two kinds of request', [asked(), summoned], moreAsked],
  ['requests without a reference', [asked(null)], asked(null)],
  ['a handover', [], signed('cb-2')],
])('%s is recorded', (_, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenAccepts();
});

const refusals: readonly [RosterRefusal, readonly Fact[], Fact][] = [
  ['roster/same-official', [], published(line({ reserve: 'cb-1' }))],
  ['roster/line-repeated', [], published(line(), line())],
  ['roster/already-published', [published(line())], published(line({ official: 'cb-2' }))],
  ['roster/not-published', [published(line())], changed(line({ day: '2026-03-04' }))],
  ['roster/already-asked', [asked()], asked()],
  ['roster/nothing-asked', [asked('B'), summoned], answered()],
  ['roster/effect-before-cause', [asked()], answered('A', 8)],
];

test.each(refusals)('%s', (because, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test('every refusal is shown here, in its order of precedence', () => {
  const ofTheFamily = ['roster/other-centre', 'roster/other-month'];
  const shown = [...ofTheFamily, ...refusals.map(([because]) => because)];
  expect(shown).toEqual(Object.keys(rosterRefusals));
  expect(rosterDecider.refusals).toBe(rosterRefusals);
});

test.each<[string, readonly Fact[], Fact, RosterRefusal]>([
  ['handing over to oneself', [], signed('cb-1'), 'roster/same-official'],
  ['being replaced by oneself', [asked()], replaced('A', 'cb-2'), 'roster/same-official'],
  ['changing to one’s own reserve', [], changed(line({ reserve: 'cb-1' })), 'roster/same-official'],
  [
    'one’s own reserve, twice, on a day that is published',
    [published(line())],
    published(line({ reserve: 'cb-1' }), line({ reserve: 'cb-1' })),
    'roster/same-official',
  ],
  [
    'a line twice, on a day that is published',
    [published(line())],
    published(line(), line()),
    'roster/line-repeated',
  ],
  [
    'a change with a line twice',
    [published(line())],
    changed(line(), line()),
    'roster/line-repeated',
  ],
  [
    'clearing a day of which there is no roster',
    [],
    fact('RosterChanged', { cleared: [{ day: '2026-03-03', counter: '7' }] }),
    'roster/not-published',
  ],
  ['a replacement of another request', [asked('B')], replaced('A'), 'roster/nothing-asked'],
  ['more officials of another request', [], moreCame('A'), 'roster/nothing-asked'],
  ['who was not called', [], arrived, 'roster/nothing-asked'],
])('%s: refused', (_, past, proposed, because) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test.each(refusals)(
  'a backfill and an import keep what is refused live: %s',
  (_, past, proposed) => {
    for (const also of [imported, backfilled]) {
      given(...past)
        .when({ ...proposed, ...also })
        .thenAccepts();
    }
  },
);

test('whatever is on record, an import goes beside it', () => {
  const state = replay(rosterDecider, [...examplesOf(roster), ...examplesOf(roster)]);
  for (const proposed of examplesOf(roster, at(8), imported)) {
    expect(rosterDecider.decide(proposed, state)).toEqual(accepted);
  }
});

test('a change names what changes', () => {
  expect(roster.RosterChanged.latest.safeParse({}).success).toBe(false);
});

test.each([
  [{ from: '07:30', to: '24:00' }, true],
  [{ from: '11:30', to: '11:30' }, false],
  [{ from: '11:30', to: '07:30' }, false],
  [{ from: '24:00', to: '24:00' }, false],
  [{ from: '7:30', to: '11:30' }, false],
])('hours %j: %s', (hours, isTaken) => {
  const lines = [line({ hours })];
  expect(roster.RosterPublished.latest.safeParse({ lines }).success).toBe(isTaken);
});

describe('the centre and month of the record', () => {
  const key = { centre: 'reference', month: '2026-03' };
  const isTold = (one: Fact, when: string): Fact => ({
    ...one,
    occurredAt: Instant.parse(when),
  });
  const turn = { agency: 'Q', from: '2026-03-02', to: '2026-04-01' };

  test.each<[string, Fact]>([
    [
      'a roster that is published in the month before',
      isTold(published(line()), at(8, '2026-02-26')),
    ],
    [
      'a turn that is told in the month before',
      fact('RotationNotified', turn, at(8, '2026-02-26')),
    ],
    ['a turn that goes on into the next month', fact('RotationTurnTaken', turn, at(8))],
    [
      'a handover at the end of a turn of it, signed later',
      fact(
        'HandoverSigned',
        { giver: 'a', receiver: 'b', turnEnds: '2026-03-31' },
        at(8, '2026-04-01'),
      ),
    ],
    ['a request of it', asked()],
    ['an answer in a later month', isTold(answered(), at(8, '2026-04-02'))],
    ['a replacement that was asked for, in a later month', isTold(replaced(), at(8, '2026-04-02'))],
    ['a withdrawal in a later month', fact('EntryWithdrawn', {}, at(8, '2026-05-04'))],
    ['an import of another month', { ...published(line({ day: '2026-04-01' })), ...imported }],
  ])('has %s', (_, proposed) => {
    expect(rosterFamily.misplaced(proposed, key, false)).toBeNull();
  });

  test.each<[string, Fact]>([
    ['a roster of two months', published(line(), line({ day: '2026-04-01' }))],
    ['a change of the next month', changed(line({ day: '2026-04-01' }))],
    [
      'what is cleared in the next month',
      fact('RosterChanged', { cleared: [{ day: '2026-04-01', counter: '7' }] }),
    ],
    [
      'an announcement of the next month',
      fact('RosterAnnounced', { from: '2026-04-01', agencies: ['Q'] }, at(8)),
    ],
    ['a turn of the next month', fact('RotationNotified', { ...turn, from: '2026-04-01' }, at(8))],
    [
      'a load of the next month',
      fact('LoadNoted', { from: '2026-04-01', to: '2026-04-01' }, at(8)),
    ],
    [
      'a counter without anyone in the month before',
      fact('CounterFoundUnstaffed', { day: '2026-02-28', counter: '7' }, at(8)),
    ],
    [
      'a handover of the month before',
      fact('HandoverSigned', { giver: 'a', receiver: 'b', turnEnds: '2026-02-27' }, at(8)),
    ],
    ['a handover of today, in the next month', isTold(signed('cb-2'), at(8, '2026-04-01'))],
    ['a request of the next month', isTold(asked(), at(8, '2026-04-01'))],
    ['an answer before it', isTold(answered(), at(8, '2026-02-27'))],
    [
      'a replacement that nobody asked for, in a later month',
      isTold(replaced(null), at(8, '2026-04-01')),
    ],
  ])('has not %s', (_, proposed) => {
    expect(rosterFamily.misplaced(proposed, key, false)).toBe('roster/other-month');
  });

  test('is of one centre, also where an import says otherwise', () => {
    const there = { ...published(line()), centre: CentreCode.parse('other'), ...imported };
    expect(rosterFamily.misplaced(there, key, false)).toBe('roster/other-centre');
  });
});
