/** What people see of a complaint: its events in the order of happening, with corrections applied. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { complaintDecider } from '../../../src/domain/complaints/complaint/complaint.ts';
import { foldComplaint } from '../../../src/domain/complaints/complaint/fold.ts';
import {
  type Status,
  statuses,
  statusLabels,
  statusOf,
} from '../../../src/domain/complaints/complaint/status.ts';
import {
  type ComplaintEvent,
  complaint,
} from '../../../src/domain/complaints/complaint/vocabulary.ts';
import { replay } from '../../../src/domain/decider.ts';
import type { Proposal } from '../../../src/domain/entry.ts';
import { timeline } from '../../../src/domain/timeline.ts';
import { Instant, instantAt } from '../../../src/domain/units.ts';
import { specify } from '../../support/decider-spec.ts';
import { entry, eventId, examplesOf, proposalsOf } from '../../support/stated.ts';

const { given } = specify(complaintDecider);
const fact = proposalsOf(complaint);

type Fact = Proposal<ComplaintEvent>;

const [first, second, third] = [day(2), day(3), day(4)];

const received = fact('ComplaintReceived', {
  kind: 'feedback',
  channel: 'hotline',
  about: 'lateness',
  againstOfficial: 'cv-1203',
  againstAgency: 'H42.17',
  dossier: 'H42.17-260302-0001',
  remote: true,
});
const classified = fact('ComplaintClassified', { matter: 'processing' }, first);
const forwarded = fact('ComplaintForwarded', { to: 'H42.17', due: '2026-03-09' }, first);
const reported = fact('ComplaintReportedUpward', {}, first);
const taken = fact('ComplaintAccepted', { unit: 'H42.TTR', due: '2026-04-01' }, second);
const suspended = fact('ComplaintSuspended', {}, second);
const resumed = fact('ComplaintResumed', {}, second);
const replied = fact('ComplaintReplied', { written: true }, second);
const answered = fact('ComplaintAnswered', {}, second);
const declined = fact('ComplaintDeclined', {}, second);
const withdrawn = fact('ComplaintWithdrawn', {}, second);
const partly = fact('ComplaintWithdrawn', { whole: false }, second);
const settled = fact('PostalComplaintSettled', { verdict: 'not-upheld' }, third);
const resolved = fact('ComplaintResolved', { verdict: 'upheld', remedies: ['apologised'] }, third);
const reopened = fact('ComplaintReopened', {}, third);

test.each<[Status | null, string, Fact[]]>([
  [null, 'nothing', []],
  [null, 'urging without a reception', [fact('ComplaintAgencyUrged', {})]],
  ['received', 'its reception', [received]],
  ['classified', 'a classification', [received, classified]],
  ['forwarded', 'a letter to the agency', [received, classified, forwarded]],
  ['reported', 'a report to the Committee', [received, classified, reported]],
  ['accepted', 'its acceptance', [received, forwarded, taken]],
  ['suspended', 'a suspension', [received, taken, suspended]],
  ['accepted', 'the end of a suspension', [received, taken, suspended, resumed]],
  ['answered', 'a reply', [received, taken, replied]],
  ['answered', 'an answer on the portal', [received, answered]],
  ['withdrawn', 'its withdrawal', [received, taken, withdrawn]],
  ['accepted', 'the withdrawal of a part', [received, taken, partly]],
  ['declined', 'a refusal to take it up', [received, declined]],
  ['resolved', 'a resolution', [received, taken, resolved]],
  ['resolved', 'a resolution and the reply to it', [received, resolved, replied]],
  ['resolved', 'a resolution after the withdrawal', [received, withdrawn, resolved]],
  ['resolved', 'the settlement of the post', [received, settled]],
  ['received', 'a reopening', [received, taken, resolved, reopened]],
])('it is %s after %s', (status, _, past) => {
  expect(statusOf(replay(complaintDecider, past))).toBe(status);
});

test('a complaint suspended at nine and resumed “on that day” goes on', () => {
  const [nine, midnight] = ['2026-03-03T09:00:00+07:00', '2026-03-03T00:00:00+07:00'];
  const past = [
    received,
    fact('ComplaintAccepted', { unit: 'H42.TTR' }, nine),
    fact('ComplaintSuspended', {}, nine),
    fact('ComplaintResumed', {}, midnight, { precision: 'day' }),
  ].map((one, number) => entry<ComplaintEvent>(number, one));
  expect(statusOf(foldComplaint(timeline(past)))).toBe('accepted');
});

test('people read each status in their own words', () => {
  expect(Object.keys(statusLabels).toSorted()).toEqual(statuses.toSorted());
  expect(new Set(Object.values(statusLabels).map(({ vi }) => vi)).size).toBe(statuses.length);
});

test('the reception says what it is about and whom it is against', () => {
  const { kind, channel, about, againstOfficial, againstAgency, dossier } = received.data;
  given(received).thenState({
    kind,
    channel,
    about,
    againstOfficial,
    againstAgency,
    dossier,
    remote: true,
    receivedAt: received.occurredAt,
  });
});

test('what it turned out to be goes before what it was received as, in either order', () => {
  const turnedOut = fact('ComplaintClassified', { kind: 'complaint', about: 'fee' }, first);
  for (const past of [
    [received, turnedOut],
    [turnedOut, received],
  ]) {
    given(...past).thenState({ kind: 'complaint', about: 'fee' });
  }
});

test('it is with whom it was sent to or who took it up; who only gets to know of it does not have it', () => {
  const copied = fact('ComplaintForwarded', { to: 'H42.20', why: 'to-know' }, first);
  given(received, forwarded, copied).thenState({ agency: forwarded.data.to });
  given(received, forwarded, taken).thenState({ agency: taken.data.unit });
});

test('the term is the one that was stated last', () => {
  const complex = fact('ComplaintDeclaredComplex', { degree: 'complex', until: '2026-04-15' });
  given(received, forwarded).thenState({ due: forwarded.data.due, degree: null });
  given(received, forwarded, taken).thenState({ due: taken.data.due });
  given(received, taken, complex).thenState({ due: complex.data.until, degree: 'complex' });
});

test('a reopened complaint begins again, and what it ended with stays in its trail', () => {
  given(received, forwarded, taken, resolved, replied, reopened).thenState({
    acceptedAt: null,
    resolvedAt: null,
    verdict: null,
    remedies: null,
    repliedAt: null,
    repliedInWriting: false,
    reopenedAt: reopened.occurredAt,
    reopenings: 1,
    receivedAt: received.occurredAt,
    forwardedAt: forwarded.occurredAt,
  });
});

test('each step is dated by its first time', () => {
  const again = [classified, forwarded, taken, replied, resolved].map((event) => ({
    ...event,
    occurredAt: Instant.parse(day(9)),
  }));
  given(received, classified, forwarded, taken, replied, resolved, ...again).thenState({
    classifiedAt: classified.occurredAt,
    forwardedAt: forwarded.occurredAt,
    acceptedAt: taken.occurredAt,
    repliedAt: replied.occurredAt,
    resolvedAt: resolved.occurredAt,
    lastActivityAt: Instant.parse(day(9)),
  });
});

test('a correction and an entry that comes late change what people see', () => {
  const entries = [
    entry<ComplaintEvent>(0, received),
    entry<ComplaintEvent>(1, resolved, day(6)),
    entry<ComplaintEvent>(2, taken, day(3)), // entered after the resolution
    entry<ComplaintEvent>(3, fact('ComplaintResolved', { verdict: 'not-upheld' }), day(5), {
      corrects: eventId(1),
    }),
  ];
  expect(foldComplaint(timeline(entries))).toMatchObject({
    acceptedAt: Instant.parse(day(3)),
    resolvedAt: Instant.parse(day(5)),
    verdict: 'not-upheld',
  });
});

const anyEvent = fc
  .tuple(fc.constantFrom(...examplesOf(complaint)), fc.integer({ min: 0, max: 1_000_000 }))
  .map(([event, minutes]): Fact => {
    const occurredAt = instantAt(Date.UTC(2026, 0, 1) + minutes * 60_000);
    return { ...event, occurredAt };
  });

test('whatever happens, in whatever order, has a state', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
      const state = replay(complaintDecider, events);
      const count = (type: Fact['type']) => events.filter((event) => event.type === type).length;
      const last = events.findLastIndex(({ type }) => type === 'ComplaintReopened');
      const since = events.slice(last + 1);
      expect(state.reopenings).toBe(count('ComplaintReopened'));
      expect(state.suspensions).toBe(count('ComplaintSuspended'));
      expect(state.urged).toBe(count('ComplaintAgencyUrged'));
      expect(state.acceptedAt).toBe(
        since.find(({ type }) => type === 'ComplaintAccepted')?.occurredAt ?? null,
      );
      expect(statusOf(state) === 'resolved').toBe(
        since.some(({ type }) => type === 'ComplaintResolved' || type === 'PostalComplaintSettled'),
      );
    }),
  );
});

function day(number: number): string {
  return `2026-03-${String(number).padStart(2, '0')}T08:00:00+07:00`;
}
