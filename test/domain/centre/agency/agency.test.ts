/** What can be on record together of one agency. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AgencyRefusal,
  agencyDecider,
  agencyRefusals,
} from '../../../../src/domain/centre/agency/agency.ts';
import { agencyFamily } from '../../../../src/domain/centre/agency/family.ts';
import { type AgencyEvent, agency } from '../../../../src/domain/centre/agency/vocabulary.ts';
import { accepted, replay } from '../../../../src/domain/decider.ts';
import type { Proposal } from '../../../../src/domain/entry.ts';
import { specify } from '../../../support/decider-spec.ts';
import { backfilled, eventId, examplesOf, imported, proposalsOf } from '../../../support/stated.ts';

const { given } = specify(agencyDecider);
const fact = proposalsOf(agency);

type Fact = Proposal<AgencyEvent>;

const code = 'H42.17';
const people = [{ official: 'cb-1', capacity: 'formal' }] as const;
const both = [...people, { official: 'cb-1', capacity: 'reserve' }] as const;

const established = fact('AgencyEstablished', { name: 'Sở Tài nguyên', from: '2016-01-01' });
const abolished = fact('AgencyAbolished', { to: '2025-02-28' });
const succeeded = fact('AgencySucceeded', { how: 'merged', successors: ['H42.18'] });
const submitted = fact('StaffListSubmitted', { list: '2026', people: [...people] });
const approved = fact('StaffListApproved', { list: '2026', people: [...people] });
const returned = fact('StaffListReturned', { list: '2026' });
const revoked = fact('StaffListRevoked', { list: '2026' });

test.each<[string, Fact[], Fact]>([
  ['a foundation', [], established],
  ['another name', [established], fact('AgencyRenamed', { name: 'Sở Nông nghiệp và Môi trường' })],
  ['a successor', [established], succeeded],
  ['the end after it', [established, succeeded], abolished],
  ['an end on its first day', [established], fact('AgencyAbolished', { to: '2016-01-01' })],
  ['an end whose day is not known', [established], fact('AgencyAbolished', {})],
  ['a list', [established], submitted],
  ['its approval', [established, submitted], approved],
  ['the approval of a list whose submission nobody recorded', [established], approved],
  [
    'a list that was returned and is submitted again',
    [established, submitted, returned],
    submitted,
  ],
  [
    'a list without a name beside another',
    [established, submitted],
    fact('StaffListSubmitted', {}),
  ],
  ['the revocation of a list', [established, approved], revoked],
  ['a plan of reserves', [established], fact('ReservePlanMade', { people: [...people] })],
  ['a list after the end', [established, abolished], submitted],
])('%s is recorded', (_, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenAccepts();
});

/** All that the decider itself refuses; the rest is refused by the name of the record. */
const refusals: readonly [AgencyRefusal, readonly Fact[], Fact][] = [
  ['agency/withdraws-nothing', [established], fact('EntryWithdrawn', {})],
  ['agency/already-established', [established], established],
  ['agency/not-established', [], submitted],
  ['agency/already-abolished', [established, abolished], abolished],
  ['agency/ends-before-start', [established], fact('AgencyAbolished', { to: '2015-12-31' })],
  ['agency/listed-twice', [established], fact('StaffListApproved', { people: [...both] })],
  ['agency/list-known', [established, submitted], submitted],
  ['agency/no-such-list', [established, submitted], revoked],
];

test.each(refusals)('%s', (because, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test('every refusal is shown in its order of precedence', () => {
  const all = refusals.map(([because]) => because).toSpliced(1, 0, 'agency/own-successor');
  expect(all).toEqual(Object.keys(agencyRefusals));
  expect(agencyDecider.refusals).toBe(agencyRefusals);
});

test.each<[string, Fact, AgencyRefusal | null]>([
  [
    'its own successor',
    fact('AgencySucceeded', { successors: ['H42.18', code] }),
    'agency/own-successor',
  ],
  [
    'its own predecessor',
    fact('AgencyEstablished', { name: 'Sở', predecessors: [code] }),
    'agency/own-successor',
  ],
  ['the successor of another', succeeded, null],
  ['the first of its name', established, null],
])('%s', (_, proposed, because) => {
  expect(agencyFamily.misplaced(proposed, { code }, false)).toBe(because);
});

test.each<[string, readonly Fact[], Fact, AgencyRefusal]>([
  ['an approved list submitted once more', [established, approved], submitted, 'agency/list-known'],
  ['an approved list approved once more', [established, approved], approved, 'agency/list-known'],
  ['the return of a list that nobody submitted', [established], returned, 'agency/no-such-list'],
  [
    'the return of an approved list',
    [established, submitted, approved],
    returned,
    'agency/no-such-list',
  ],
  [
    'an unknown agency before a person named twice',
    [],
    fact('StaffListApproved', { people: [...both] }),
    'agency/not-established',
  ],
  [
    'a person named twice before a known list',
    [established, approved],
    fact('StaffListApproved', { list: '2026', people: [...both] }),
    'agency/listed-twice',
  ],
])('%s', (_, past, proposed, because) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

const ways = [
  ['an import', imported],
  ['a backfill', backfilled],
] as const;

test.each(ways)('%s keeps what is said of unknown agencies and lists', (_, how) => {
  for (const [, past, proposed] of refusals.slice(2)) {
    given(...past)
      .when({ ...proposed, ...how })
      .thenAccepts();
  }
});

test.each(ways)('%s is refused what cannot be true of any agency', (_, how) => {
  for (const [because, past, proposed] of refusals.slice(0, 2)) {
    given(...past)
      .when({ ...proposed, ...how })
      .thenRefuses(because);
  }
});

test('the withdrawal of an entry may come at any time', () => {
  given()
    .when(fact('EntryWithdrawn', {}, undefined, { corrects: eventId(1) }))
    .thenAccepts();
});

const oneOfEach = examplesOf(agency, undefined, imported).filter(
  ({ type }) => type !== 'EntryWithdrawn',
);

test('an import of anything, once and in any order, is recorded', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(oneOfEach), (events) => {
      const decisions = events.map((event, place) =>
        agencyDecider.decide(event, replay(agencyDecider, events.slice(0, place))),
      );
      expect(decisions).toEqual(events.map(() => accepted));
    }),
  );
});
