/** What can be on record together of one official. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type OfficialRefusal,
  officialDecider,
  officialRefusals,
} from '../../../../src/domain/centre/official/official.ts';
import { type OfficialEvent, official } from '../../../../src/domain/centre/official/vocabulary.ts';
import { accepted, replay } from '../../../../src/domain/decider.ts';
import type { Proposal } from '../../../../src/domain/entry.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { specify } from '../../../support/decider-spec.ts';
import { backfilled, eventId, examplesOf, imported, proposalsOf } from '../../../support/stated.ts';

const { given } = specify(officialDecider);
const fact = proposalsOf(official);

type Fact = Proposal<OfficialEvent>;

const [eight, nine, ten] = [clock('08'), clock('09'), clock('10')];

const registered = fact('OfficialRegistered', { name: 'Nguyễn Thị Thu Hà' }, eight);
const issued = fact('AccountIssued', { account: 'thuha', system: 'Một cửa' }, nine);
const closed = fact('AccountClosed', { account: 'thuha', system: 'Một cửa' }, ten);
const posted = fact('OfficialPosted', { posting: '214/QĐ', from: '2026-03-02' }, nine);
const extended = fact('PostingExtended', { posting: '214/QĐ', to: '2027-08-31' }, ten);
const ended = fact('PostingEnded', { posting: '214/QĐ' }, ten);
const stated = fact('PostingStandardsStated', { posting: '214/QĐ', standards: { met: true } }, ten);
const took = fact('OfficeTaken', { office: 'deputy-director' }, nine);
const left = fact('OfficeLeft', { office: 'deputy-director' }, ten);
const given15 = fact('AuthorityDelegated', { authority: '15/GUQ' }, nine);
const ended15 = fact('AuthorityEnded', { authority: '15/GUQ' }, ten);
const remarked = fact('CentreRemarkGiven', { year: '2025' }, nine);
const rated = fact('OfficialRated', { year: '2025' }, nine);

test.each<[string, Fact[], Fact]>([
  ['a registration', [], registered],
  ['an account', [registered], issued],
  [
    'the same name in another system',
    [registered, issued],
    fact('AccountIssued', { account: 'thuha', system: 'Cổng' }),
  ],
  ['an account that was closed and is given again', [registered, issued, closed], issued],
  [
    'the end of an account whose system is not known',
    [registered, issued],
    fact('AccountClosed', { account: 'thuha' }, ten),
  ],
  ['a posting', [registered], posted],
  [
    'a posting that began before the registration',
    [registered],
    at(posted, '2025-03-02T08:00:00+07:00'),
  ],
  [
    'a posting without a name beside another',
    [registered, posted],
    fact('OfficialPosted', { from: '2026-03-02' }),
  ],
  ['an extension', [registered, posted], extended],
  [
    'an extension that names no posting',
    [registered, posted],
    fact('PostingExtended', { to: '2027-08-31' }, ten),
  ],
  ['the end of a posting', [registered, posted], ended],
  [
    'a statement of standards that was signed before the posting',
    [registered, posted],
    at(stated, eight),
  ],
  ['a statement about a posting that ended', [registered, posted, ended], stated],
  ['an office', [registered], took],
  ['the end of an office', [registered, took], left],
  ['an authority', [registered], given15],
  ['its end', [registered, given15], ended15],
  ['the same authority, given again after its end', [registered, given15, ended15], given15],
  ['a remark of the centre', [registered], remarked],
])('%s is recorded', (_, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenAccepts();
});

test.each<[string, Fact[], Fact]>([
  ['a rating without a remark', [registered], rated],
  ['a second rating of one year', [registered, remarked, rated], rated],
  [
    'a second posting while the first goes on',
    [registered, posted],
    fact('OfficialPosted', { posting: '9/QĐ', from: '2026-03-02' }),
  ],
  [
    'a posting of eleven months',
    [registered],
    fact('OfficialPosted', { from: '2026-03-02', to: '2027-02-01' }),
  ],
  ['an account of somebody who is not posted', [registered, posted, ended], issued],
  [
    'an extension that shortens',
    [registered, posted],
    fact('PostingExtended', { posting: '214/QĐ', to: '2026-03-03' }, ten),
  ],
  [
    'another office beside the first',
    [registered, took],
    fact('OfficeTaken', { office: 'section-head' }),
  ],
])('%s did happen, so it is recorded too', (_, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenAccepts();
});

const refusals: readonly [OfficialRefusal, readonly Fact[], Fact][] = [
  ['official/withdraws-nothing', [registered], fact('EntryWithdrawn', {}, nine)],
  ['official/already-registered', [registered], registered],
  ['official/not-registered', [], posted],
  ['official/account-open', [registered, issued], issued],
  ['official/no-such-account', [registered], closed],
  ['official/posting-known', [registered, posted, ended], posted],
  ['official/no-such-posting', [registered, posted, ended], extended],
  ['official/office-held', [registered, took], took],
  ['official/no-such-office', [registered], left],
  ['official/authority-known', [registered, given15], given15],
  ['official/no-such-authority', [registered, given15, ended15], ended15],
  ['official/effect-before-cause', [registered, issued], at(closed, eight)],
];

test.each(refusals)('%s', (because, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test('every refusal is shown above, in its order of precedence', () => {
  expect(refusals.map(([because]) => because)).toEqual(Object.keys(officialRefusals));
  expect(officialDecider.refusals).toBe(officialRefusals);
});

test.each<[string, readonly Fact[], Fact, OfficialRefusal]>([
  ['an unknown official before an unknown posting', [], extended, 'official/not-registered'],
  ['an unknown official before a known posting', [posted], posted, 'official/not-registered'],
  [
    'a missing account before a wrong time',
    [registered],
    at(closed, eight),
    'official/no-such-account',
  ],
  [
    'the end of a posting of another name',
    [registered, posted],
    fact('PostingEnded', { posting: '9/QĐ' }, ten),
    'official/no-such-posting',
  ],
  [
    'standards of a posting of another name',
    [registered, posted],
    fact('PostingStandardsStated', { posting: '9/QĐ', standards: {} }, ten),
    'official/no-such-posting',
  ],
])('%s', (_, past, proposed, because) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test.each<[string, readonly Fact[], Fact]>([
  ['a posting', [registered, posted], at(ended, eight)],
  ['an office', [registered, took], at(left, eight)],
  ['an authority', [registered, given15], at(ended15, eight)],
])('%s does not end before it was given', (_, past, early) => {
  given(...past)
    .when(early)
    .thenRefuses('official/effect-before-cause');
});

test('on the day on which it was given it may end, where only the day is known', () => {
  given(registered, posted)
    .when({ ...at(ended, '2026-03-02T00:00:00+07:00'), precision: 'day' })
    .thenAccepts();
});

const ways = [
  ['an import', imported],
  ['a backfill', backfilled],
] as const;

test.each(ways)(
  '%s keeps what is said of unknown officials, and ends of what never began',
  (_, how) => {
    for (const [, past, proposed] of refusals.slice(2)) {
      given(...past)
        .when({ ...proposed, ...how })
        .thenAccepts();
    }
  },
);

test.each(ways)('%s is refused what cannot be true of any official', (_, how) => {
  for (const [because, past, proposed] of refusals.slice(0, 2)) {
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

test('a posting that ends before it begins is refused by its schema', () => {
  const { latest } = official.OfficialPosted;
  expect(latest.safeParse({ from: '2026-03-02', to: '2026-03-02' }).success).toBe(true);
  expect(latest.safeParse({ from: '2026-03-02', to: '2026-03-01' }).success).toBe(false);
});

const oneOfEach = examplesOf(official, nine, imported).filter(
  ({ type }) => type !== 'EntryWithdrawn',
);

test('an import of anything, once and in any order, is recorded', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(oneOfEach), (events) => {
      const decisions = events.map((event, place) =>
        officialDecider.decide(event, replay(officialDecider, events.slice(0, place))),
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
