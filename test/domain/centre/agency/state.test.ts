/** What people see of an agency: its names, its days, what came after it, and whom it may send. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agencyDecider } from '../../../../src/domain/centre/agency/agency.ts';
import { foldAgency } from '../../../../src/domain/centre/agency/fold.ts';
import { validList } from '../../../../src/domain/centre/agency/lists.ts';
import { type AgencyEvent, agency } from '../../../../src/domain/centre/agency/vocabulary.ts';
import { replay } from '../../../../src/domain/decider.ts';
import type { Proposal } from '../../../../src/domain/entry.ts';
import { timeline } from '../../../../src/domain/timeline.ts';
import { Instant, instantAt } from '../../../../src/domain/units.ts';
import { specify } from '../../../support/decider-spec.ts';
import { entry, eventId, examplesOf, proposalsOf } from '../../../support/stated.ts';

const { given } = specify(agencyDecider);
const fact = proposalsOf(agency);

type Fact = Proposal<AgencyEvent>;

const [monday, later, last] = [
  '2026-03-02T08:00:00+07:00',
  '2026-04-01T08:00:00+07:00',
  '2026-05-01T08:00:00+07:00',
];

const leader = { name: 'Trần Quốc Toản', title: 'Giám đốc Sở' };
const established = fact('AgencyEstablished', {
  name: 'Sở Tài nguyên',
  kind: 'department',
  rotating: false,
  from: '2016-01-01',
  leaders: [leader],
});

const of = (...past: Fact[]) => replay(agencyDecider, past);

test('a new name stands, and the old ones are kept with their days', () => {
  const renamed = fact('AgencyRenamed', { name: 'Sở Môi trường', from: '2025-03-01' });
  given(established, renamed).thenState({
    name: 'Sở Môi trường',
    names: [
      { name: 'Sở Tài nguyên', from: established.data.from },
      { name: 'Sở Môi trường', from: renamed.data.from },
    ],
  });
  given(renamed, established).thenState({ name: 'Sở Môi trường' });
});

test('a change says only what changed', () => {
  given(established, fact('AgencyDetailsChanged', { rotating: true })).thenState({
    kind: 'department',
    rotating: true,
  });
});

test('its leaders are those that were named last', () => {
  expect(of(established).leaders).toMatchObject([leader]);
  const changed = fact('AgencyLeadersChanged', { leaders: [{ name: 'Lê Thị Mai' }] });
  expect(of(established, changed).leaders.map(({ name }) => name)).toEqual(['Lê Thị Mai']);
});

test('it has its days and its successors, each once', () => {
  const merged = fact('AgencySucceeded', { successors: ['H42.18'] });
  const split = fact('AgencySucceeded', { successors: ['H42.18', 'H42.19'] });
  const abolished = fact('AgencyAbolished', { to: '2025-02-28' });
  given(established, merged, split, abolished).thenState({
    from: established.data.from,
    to: abolished.data.to,
    abolishedAt: abolished.occurredAt,
    successors: split.data.successors,
  });
});

const first = [{ official: 'cb-1', capacity: 'formal' }] as const;
const second = [...first, { official: 'cb-2', capacity: 'reserve', stands: 'cb-1' }] as const;
const submitted = fact(
  'StaffListSubmitted',
  { list: '2026', year: '2026', people: [...first] },
  monday,
);
const approved = fact(
  'StaffListApproved',
  { list: '2026', people: [...second], from: '2026-04-01' },
  later,
);

test('a list has the people that were approved, and whence it is in force', () => {
  expect(of(submitted).lists).toMatchObject([{ people: first, approvedAt: null }]);
  expect(of(submitted, approved).lists).toMatchObject([
    {
      list: '2026',
      year: '2026',
      people: second,
      from: '2026-04-01',
      submittedAt: at(monday),
      approvedAt: at(later),
    },
  ]);
});

test('an approval that no list waits for is a list of its own', () => {
  expect(of(approved).lists).toMatchObject([
    { list: '2026', submittedAt: null, approvedAt: at(later) },
  ]);
  const other = fact('StaffListApproved', { list: 'bổ sung', people: [...first] }, later);
  expect(of(submitted, other).lists).toMatchObject([
    { list: '2026', approvedAt: null },
    { list: 'bổ sung', approvedAt: at(later) },
  ]);
});

test('a list that was returned waits no more; one that was revoked is in force no more', () => {
  const returned = fact('StaffListReturned', {}, later);
  expect(of(submitted, returned).lists).toMatchObject([
    { returnedAt: at(later), approvedAt: null },
  ]);
  const revoked = fact('StaffListRevoked', { list: '2026', to: '2026-04-30' }, last);
  const { lists } = of(submitted, approved, revoked);
  expect(lists).toMatchObject([{ to: '2026-04-30', revokedAt: at(last) }]);
  expect(validList(lists, '2026')).toBeNull();
});

test('the list in force is the last that was approved and not revoked', () => {
  const newer = fact('StaffListApproved', { list: '2027', people: [...first] }, last);
  const { lists } = of(approved, newer);
  expect(validList(lists, null)?.list).toBe('2027');
  expect(validList(lists, '2026')?.list).toBe('2026');
  const revoked = fact('StaffListRevoked', { list: '2027' }, last);
  expect(validList(of(approved, newer, revoked).lists, null)?.list).toBe('2026');
});

test('what was withdrawn is gone', () => {
  const entries = [
    entry<AgencyEvent>(0, established),
    entry<AgencyEvent>(1, fact('AgencyAbolished', {})),
    entry<AgencyEvent>(2, fact('EntryWithdrawn', {}), later, { corrects: eventId(1) }),
  ];
  expect(foldAgency(timeline(entries))).toMatchObject({ name: 'Sở Tài nguyên', abolishedAt: null });
});

const anyEvent = fc
  .tuple(fc.constantFrom(...examplesOf(agency)), fc.integer({ min: 0, max: 1_000_000 }))
  .map(([event, minutes]): Fact => {
    const occurredAt = instantAt(Date.UTC(2026, 0, 1) + minutes * 60_000);
    return { ...event, occurredAt };
  });

test('whatever happens, in whatever order, has a state', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
      const state = replay(agencyDecider, events);
      const count = (...wanted: AgencyEvent['type'][]) =>
        events.filter(({ type }) => wanted.includes(type)).length;
      expect(state.names).toHaveLength(count('AgencyEstablished', 'AgencyRenamed'));
      expect(state.abolishedAt === null).toBe(count('AgencyAbolished') === 0);
      expect(state.lists.length).toBeGreaterThanOrEqual(count('StaffListSubmitted'));
      const isApproved = state.lists.filter(({ approvedAt }) => approvedAt !== null);
      expect(isApproved).toHaveLength(count('StaffListApproved'));
    }),
  );
});

function at(text: string): Instant {
  return Instant.parse(text);
}
