/** What people see of a leave: its events in the order of happening, with corrections applied. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replay } from '../../../src/domain/decider.ts';
import type { Entry, Proposal } from '../../../src/domain/entry.ts';
import { foldLeave } from '../../../src/domain/leave/fold.ts';
import { leaveDecider } from '../../../src/domain/leave/leave.ts';
import {
  flawOf,
  type LeaveFlaw,
  type LeaveStatus,
  minutesOf,
} from '../../../src/domain/leave/state.ts';
import { type DayPart, type LeaveEvent, leave } from '../../../src/domain/leave/vocabulary.ts';
import { timeline } from '../../../src/domain/timeline.ts';
import { instantAt } from '../../../src/domain/units.ts';
import { specify } from '../../support/decider-spec.ts';
import { entry, eventId, examplesOf, proposalsOf } from '../../support/stated.ts';

const { given } = specify(leaveDecider);
const fact = proposalsOf(leave);

type Fact = Proposal<LeaveEvent>;

const span = (from: string, to = from, part: 'whole' | 'morning' = 'whole') => ({ from, to, part });
const [asked, allowed, changed] = [
  span('2026-03-05', '2026-03-06'),
  span('2026-03-05'),
  span('2026-03-09'),
];
const official = 'cb-1';

const requested = fact('LeaveRequested', {
  official,
  agency: 'H42.17',
  kind: 'annual',
  purpose: 'private',
  days: [asked],
  substitute: 'cb-2',
});
const told = fact('LeaveNoticeGiven', { official, to: 'centre', kind: 'sick', emergency: true });
const announced = fact('SubstituteAnnounced', { substitute: 'cb-3', onApprovedList: true });
const confirmed = fact('LeaveConfirmedByAgency', {});
const declined = fact('LeaveDeclinedByAgency', {});
const approved = fact('LeaveApproved', { days: [allowed] });
const rejected = fact('LeaveRejected', {});
const taken = fact('LeaveTaken', {});
const returned = fact('ReturnedFromLeave', {});
const cancelled = fact('LeaveCancelled', {});

test.each<[LeaveStatus | null, string, Fact[]]>([
  [null, 'nothing', []],
  [null, 'other days alone', [fact('LeaveDaysChanged', { days: [changed] })]],
  ['announced', 'a notice', [told]],
  ['announced', 'a letter about the reserve', [announced]],
  ['requested', 'a request', [told, requested]],
  ['requested', 'a notice after it', [requested, told]],
  ['confirmed', 'the agency’s consent', [requested, confirmed]],
  ['declined', 'the agency’s refusal', [requested, confirmed, declined]],
  ['approved', 'the centre’s consent', [requested, confirmed, approved]],
  ['approved', 'a confirmation that comes after it', [requested, approved, confirmed]],
  ['rejected', 'the centre’s refusal', [requested, rejected]],
  ['approved', 'consent after a refusal', [requested, rejected, approved]],
  ['taken', 'its first day', [requested, taken]],
  ['taken', 'consent that comes too late', [requested, taken, approved]],
  ['returned', 'the return', [requested, taken, returned]],
  ['cancelled', 'a cancellation', [requested, approved, cancelled]],
  ['taken', 'its first day, though it was cancelled', [requested, cancelled, taken]],
  ['returned', 'a cancellation after the return', [requested, taken, returned, cancelled]],
])('it is %s after %s', (status, _, past) => {
  given(...past).thenState({ status });
});

test('the request says whose it is, of which kind, and for when', () => {
  given(requested).thenState({
    official: requested.data.official,
    agency: requested.data.agency,
    kind: 'annual',
    purpose: 'private',
    days: requested.data.days,
    substitute: requested.data.substitute,
    requestedAt: requested.occurredAt,
  });
});

test('a notice says it where there is no request, and says nothing over one', () => {
  given(told).thenState({ kind: 'sick', emergency: true, days: [] });
  given(requested, told).thenState({ kind: 'annual', days: requested.data.days });
});

test('who was told, and who was not, is kept apart', () => {
  const at = told.occurredAt;
  const agency = fact('LeaveNoticeGiven', { to: 'home-agency' });
  given(told).thenState({ centreToldAt: at, agencyToldAt: null });
  given(agency).thenState({ centreToldAt: null, agencyToldAt: at });
  given(fact('LeaveNoticeGiven', { to: 'both' })).thenState({ centreToldAt: at, agencyToldAt: at });
});

test('the days are those that were decided, changed or taken last', () => {
  const change = fact('LeaveDaysChanged', { days: [changed] });
  given(requested, approved).thenState({ days: approved.data.days ?? [] });
  given(requested, approved, change).thenState({ days: change.data.days });
  given(requested, approved, change, taken).thenState({ days: change.data.days });
  const fewer = fact('LeaveTaken', { days: [span('2026-03-09', '2026-03-09', 'morning')] });
  given(requested, approved, change, fewer).thenState({ days: fewer.data.days ?? [] });
});

test('a paper request entered after the consent does not widen it', () => {
  given(approved, requested).thenState({ days: approved.data.days ?? [] });
});

test('the substitute is the last that was named; the official’s own proposal takes nobody’s place', () => {
  given(requested, announced).thenState({
    substitute: announced.data.substitute,
    substituteOnList: true,
  });
  given(announced, requested).thenState({ substitute: announced.data.substitute });
  const other = fact('SubstituteArrived', { substitute: 'cb-4' });
  given(requested, announced, other).thenState({ substitute: other.data.substitute });
});

describe('compensatory time', () => {
  const used = fact('CompensatoryTimeUsed', { minutes: 240 });

  test('that was used adds up', () => {
    given(requested, used, used).thenState({ minutesUsed: 480 });
  });

  test.each([
    [240, 'that goes on', [requested, used]],
    [0, 'that was cancelled', [requested, used, cancelled]],
    [0, 'that the centre did not allow', [requested, used, rejected]],
    [0, 'that the agency did not allow', [requested, used, declined]],
    [240, 'that was cancelled and taken all the same', [requested, used, cancelled, taken]],
  ])('comes to %i minutes, by a leave %s', (minutes, _, past) => {
    expect(minutesOf(replay(leaveDecider, past))).toBe(minutes);
  });
});

describe('consent', () => {
  const change = fact('LeaveDaysChanged', { days: [changed] });

  test('is of the days for which it was given', () => {
    const past = [requested, confirmed, approved];
    given(...past).thenState({ agencySays: 'confirmed', centreSays: 'approved' });
    given(...past, change).thenState({ agencySays: null, centreSays: null });
    given(...past, change, declined).thenState({ agencySays: 'declined', centreSays: null });
  });

  test('keeps the time of its first, and what the leave has come to', () => {
    given(requested, approved, change).thenState({
      approvedAt: approved.occurredAt,
      status: 'approved',
    });
  });
});

test.each<[LeaveFlaw | null, string, Fact[]]>([
  [null, 'nothing', []],
  [null, 'a morning and the afternoon after it', [requestFor(half('morning'), half('afternoon'))]],
  ['days-overlap', 'a day and its morning', [requestFor(span('2026-03-05'), half('morning'))]],
  ['own-substitute', 'whoever stands in for themselves', [requestFor(), byThemselves()]],
  [null, 'another one’s letter about the same reserve', [requested, byThemselves('cb-2')]],
])('%s is said of %s', (flaw, _, past) => {
  expect(flawOf(replay(leaveDecider, past))).toBe(flaw);
});

function half(part: 'morning' | 'afternoon') {
  return { from: '2026-03-05', to: '2026-03-05', part };
}

function requestFor(...days: readonly { from: string; to: string; part: DayPart }[]): Fact {
  return fact('LeaveRequested', { official, days: days.length > 0 ? [...days] : [asked] });
}

function byThemselves(substitute = official): Fact {
  return fact('SubstituteAnnounced', { substitute });
}

test('what was withdrawn is gone, and what came late stands in its place', () => {
  const entries: Entry<LeaveEvent>[] = [
    entry<LeaveEvent>(0, requested, '2026-03-02T08:00:00+07:00'),
    entry<LeaveEvent>(1, rejected, '2026-03-03T08:00:00+07:00'),
    entry<LeaveEvent>(2, confirmed, '2026-03-02T10:00:00+07:00'),
    entry<LeaveEvent>(3, fact('EntryWithdrawn', {}), '2026-03-04T08:00:00+07:00', {
      corrects: eventId(1),
    }),
  ];
  expect(foldLeave(timeline(entries))).toMatchObject({ status: 'confirmed', rejectedAt: null });
});

const anyEvent = fc
  .tuple(fc.constantFrom(...examplesOf(leave)), fc.integer({ min: 0, max: 1_000_000 }))
  .map(([event, minutes]): Fact => {
    const occurredAt = instantAt(Date.UTC(2026, 0, 1) + minutes * 60_000);
    return { ...event, occurredAt };
  });

test('whatever happens, in whatever order, has a state', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
      const state = replay(leaveDecider, events);
      const count = (wanted: LeaveEvent['type']) =>
        events.filter(({ type }) => type === wanted).length;
      const times = events.filter(({ type }) => type !== 'EntryWithdrawn');
      expect(state.lastActivityAt).toBe(
        times
          .map(({ occurredAt }) => occurredAt)
          .toSorted()
          .at(-1) ?? null,
      );
      expect(state.minutesUsed).toBe(480 * count('CompensatoryTimeUsed'));
      expect(state.takenAt === null).toBe(count('LeaveTaken') === 0);
      expect(state.status === 'returned').toBe(count('ReturnedFromLeave') > 0);
    }),
  );
});
