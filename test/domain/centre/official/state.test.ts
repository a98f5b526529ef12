/** What people see of an official: accounts, postings, offices and authorities, each with its end. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldOfficial } from '../../../../src/domain/centre/official/fold.ts';
import { officialDecider } from '../../../../src/domain/centre/official/official.ts';
import { type OfficialEvent, official } from '../../../../src/domain/centre/official/vocabulary.ts';
import { replay } from '../../../../src/domain/decider.ts';
import type { Proposal } from '../../../../src/domain/entry.ts';
import { timeline } from '../../../../src/domain/timeline.ts';
import { Instant, instantAt } from '../../../../src/domain/units.ts';
import { specify } from '../../../support/decider-spec.ts';
import { entry, eventId, examplesOf, proposalsOf } from '../../../support/stated.ts';

const { given } = specify(officialDecider);
const fact = proposalsOf(official);

type Fact = Proposal<OfficialEvent>;

const later = '2026-06-01T08:00:00+07:00';

const registered = fact('OfficialRegistered', {
  name: 'Nguyễn Thị Thu Hà',
  title: 'Chuyên viên',
  telephone: '0229 3888 107',
  agency: 'H42.17',
});
const posted = fact('OfficialPosted', {
  posting: '214/QĐ',
  from: '2026-03-02',
  to: '2027-02-28',
  capacity: 'formal',
});

const of = (...past: Fact[]) => replay(officialDecider, past);

test('the register has who they are, and a change says only what changed', () => {
  const changed = fact('OfficialDetailsChanged', { telephone: '0229 3888 108' });
  given(registered, changed).thenState({
    name: registered.data.name,
    title: 'Chuyên viên',
    telephone: '0229 3888 108',
    agency: registered.data.agency,
    registeredAt: registered.occurredAt,
  });
});

test('an account is open from when it was issued until it was closed', () => {
  const issued = fact('AccountIssued', { account: 'thuha', system: 'Một cửa' });
  const portal = fact('AccountIssued', { account: 'thuha', system: 'Cổng' });
  const closed = fact('AccountClosed', { account: 'thuha', system: 'Một cửa' }, later);
  expect(of(registered, issued, portal, closed).accounts).toEqual([
    {
      account: 'thuha',
      system: 'Một cửa',
      issuedAt: issued.occurredAt,
      closedAt: closed.occurredAt,
    },
    { account: 'thuha', system: 'Cổng', issuedAt: portal.occurredAt, closedAt: null },
  ]);
});

test('a posting keeps the day that was first decided, beside the one that it has', () => {
  const extended = fact('PostingExtended', { posting: '214/QĐ', to: '2027-08-31' });
  expect(of(posted).postings).toMatchObject([
    {
      centre: 'reference',
      from: '2026-03-02',
      firstTo: '2027-02-28',
      to: '2027-02-28',
      extensions: 0,
    },
  ]);
  expect(of(posted, extended).postings).toMatchObject([
    { firstTo: '2027-02-28', to: '2027-08-31', extensions: 1, endedAt: null },
  ]);
});

test('a posting ends on the day that is stated, or else keeps the day that was decided', () => {
  const ended = fact(
    'PostingEnded',
    { posting: '214/QĐ', on: '2026-05-29', because: 'replaced' },
    later,
  );
  expect(of(posted, ended).postings).toMatchObject([
    { to: '2026-05-29', endedAt: Instant.parse(later), because: 'replaced' },
  ]);
  expect(of(posted, fact('PostingEnded', {}, later)).postings).toMatchObject([
    { to: '2027-02-28' },
  ]);
});

test('what is said of a posting is said of the one that it names', () => {
  const second = fact('OfficialPosted', { posting: '9/QĐ', from: '2026-04-01', at: 'elsewhere' });
  const ended = fact('PostingEnded', { posting: '214/QĐ' }, later);
  const stated = fact('PostingStandardsStated', { posting: '214/QĐ', standards: { met: false } });
  expect(of(posted, second, ended, stated).postings).toMatchObject([
    { posting: '214/QĐ', endedAt: Instant.parse(later), standards: { met: false } },
    { posting: '9/QĐ', centre: 'elsewhere', endedAt: null, standards: null },
  ]);
});

test('what names no posting is said of the last that goes on', () => {
  const second = fact('OfficialPosted', { posting: '9/QĐ', from: '2026-04-01' });
  expect(of(posted, second, fact('PostingEnded', {}, later)).postings).toMatchObject([
    { posting: '214/QĐ', endedAt: null },
    { posting: '9/QĐ', endedAt: Instant.parse(later) },
  ]);
});

test('an office is held from its day to its day', () => {
  const took = fact('OfficeTaken', {
    office: 'deputy-director',
    fullTime: true,
    from: '2026-03-02',
  });
  const left = fact('OfficeLeft', { office: 'deputy-director', to: '2026-05-29' }, later);
  expect(of(took, left).offices).toMatchObject([
    {
      office: 'deputy-director',
      fullTime: true,
      from: '2026-03-02',
      to: '2026-05-29',
      leftAt: Instant.parse(later),
    },
  ]);
});

test('an authority has its days, its matters and its end', () => {
  const delegated = fact('AuthorityDelegated', {
    authority: '15/GUQ',
    form: 'sign-by-authority',
    matters: ['Công văn đôn đốc'],
    from: '2026-03-02',
    to: '2026-03-31',
  });
  const ended = fact('AuthorityEnded', { authority: '15/GUQ', to: '2026-03-20' }, later);
  expect(of(delegated).authorities).toMatchObject([{ to: '2026-03-31', endedAt: null }]);
  expect(of(delegated, ended).authorities).toMatchObject([
    { matters: ['Công văn đôn đốc'], to: '2026-03-20', endedAt: Instant.parse(later) },
  ]);
});

test('remarks, ratings and classes are kept in the order in which they were given', () => {
  const remark = fact('CentreRemarkGiven', { year: '2025', grade: 'good' });
  const rating = fact('OfficialRated', { year: '2025', grade: 'excellent' });
  const classed = fact('OfficialClassed', {
    class: 'A',
    period: { from: '2025-07-01', to: '2025-12-31' },
  });
  expect(
    of(remark, rating, classed).judgements.map(({ what, year, grade }) => [what, year, grade]),
  ).toEqual([
    ['remark', '2025', 'good'],
    ['rating', '2025', 'excellent'],
    ['class', '2025', 'A'],
  ]);
});

test('what was withdrawn is gone', () => {
  const entries = [
    entry<OfficialEvent>(0, registered),
    entry<OfficialEvent>(1, posted),
    entry<OfficialEvent>(2, fact('EntryWithdrawn', {}), later, { corrects: eventId(1) }),
  ];
  expect(foldOfficial(timeline(entries))).toMatchObject({
    name: registered.data.name,
    postings: [],
  });
});

const anyEvent = fc
  .tuple(fc.constantFrom(...examplesOf(official)), fc.integer({ min: 0, max: 1_000_000 }))
  .map(([event, minutes]): Fact => {
    const occurredAt = instantAt(Date.UTC(2026, 0, 1) + minutes * 60_000);
    return { ...event, occurredAt };
  });

test('whatever happens, in whatever order, has a state', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
      const state = replay(officialDecider, events);
      const count = (...wanted: OfficialEvent['type'][]) =>
        events.filter(({ type }) => wanted.includes(type)).length;
      expect(state.postings).toHaveLength(count('OfficialPosted'));
      expect(state.accounts).toHaveLength(count('AccountIssued'));
      expect(state.authorities).toHaveLength(count('AuthorityDelegated'));
      expect(state.judgements).toHaveLength(
        count('CentreRemarkGiven', 'OfficialRated', 'OfficialClassed'),
      );
      const ends = state.postings.filter(({ endedAt }) => endedAt !== null).length;
      expect(ends).toBeLessThanOrEqual(count('PostingEnded'));
    }),
  );
});
