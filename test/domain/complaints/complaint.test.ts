/** What can be on record together of one complaint. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ComplaintRefusal,
  complaintDecider,
  complaintRefusals,
} from '../../../src/domain/complaints/complaint/complaint.ts';
import {
  type ComplaintEvent,
  complaint,
} from '../../../src/domain/complaints/complaint/vocabulary.ts';
import { accepted, replay } from '../../../src/domain/decider.ts';
import type { Proposal } from '../../../src/domain/entry.ts';
import { Instant } from '../../../src/domain/units.ts';
import { specify } from '../../support/decider-spec.ts';
import { backfilled, eventId, examplesOf, imported, proposalsOf } from '../../support/stated.ts';

const { given } = specify(complaintDecider);
const fact = proposalsOf(complaint);

type Fact = Proposal<ComplaintEvent>;

const [eight, nine, ten] = [clock('08'), clock('09'), clock('10')];

const received = fact('ComplaintReceived', { kind: 'complaint' }, eight);
const classified = fact('ComplaintClassified', { matter: 'processing' }, nine);
const forwarded = fact('ComplaintForwarded', { to: 'H42.17' }, nine);
const taken = fact('ComplaintAccepted', {}, nine);
const asked = fact('ComplaintExplanationAsked', { reference: '133' }, nine);
const explained = fact('ComplaintExplanationReceived', { reference: '133' }, ten);
const passedOn = fact('ComplaintExplanationForwarded', { reference: '133' }, ten);
const called = fact('ComplaintOfficialCalled', { reference: 'G-1' }, nine);
const came = fact('ComplaintOfficialArrived', { reference: 'G-1' }, ten);
const suspended = fact('ComplaintSuspended', {}, nine);
const resumed = fact('ComplaintResumed', {}, ten);
const resolved = fact('ComplaintResolved', { verdict: 'upheld' }, ten);
const declined = fact('ComplaintDeclined', {}, ten);
const withdrawn = fact('ComplaintWithdrawn', {}, ten);
const settled = fact('PostalComplaintSettled', {}, ten);
const answered = fact('ComplaintAnswered', {}, ten);
const reopened = fact('ComplaintReopened', {}, ten);

test.each<[string, Fact[], Fact]>([
  ['a reception', [], received],
  ['a classification', [received], classified],
  ['an explanation', [received, asked], explained],
  ['one that names no request', [received, asked], without(explained)],
  ['one of a request that has no name', [received, without(asked)], explained],
  ['its way to the complainant', [received, asked, explained], passedOn],
  ['an official who comes when called', [received, called], came],
  ['going on after a suspension', [received, suspended], resumed],
  ['a second suspension after the first', [received, suspended, resumed], suspended],
  ['a reopening of what was resolved', [received, resolved], reopened],
  ['a reopening of what was answered', [received, answered], reopened],
  ['an acceptance after a reopening', [received, taken, resolved, reopened], taken],
  ['a resolution after a reopening', [received, resolved, reopened], resolved],
  ['an escalation', [received, resolved], fact('ComplaintEscalated', { to: 'court' }, ten)],
])('%s is recorded', (_, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenAccepts();
});

test.each<[string, Fact[], Fact]>([
  ['a resolution that nobody accepted to look for', [received], resolved],
  ['a resolution while it is suspended', [received, suspended], resolved],
  ['a resolution after the withdrawal', [received, withdrawn], resolved],
  ['a reply after the end', [received, resolved], fact('ComplaintReplied', {}, ten)],
  ['forwarding it to a second agency', [received, forwarded], forwarded],
  [
    'a longer term without a decision',
    [received],
    fact('ComplaintDeclaredComplex', { degree: 'very-complex' }, ten),
  ],
  [
    'a second part that is withdrawn',
    [received, fact('ComplaintWithdrawn', { whole: false }, ten)],
    fact('ComplaintWithdrawn', { whole: false }, ten),
  ],
  ['urging an agency to which nothing was sent', [received], fact('ComplaintAgencyUrged', {}, ten)],
])('%s did happen, so it is recorded too', (_, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenAccepts();
});

const refusals: readonly [ComplaintRefusal, readonly Fact[], Fact][] = [
  ['complaint/already-received', [received], received],
  ['complaint/not-received', [], classified],
  ['complaint/nothing-asked', [received], explained],
  ['complaint/not-suspended', [received], resumed],
  ['complaint/not-ended', [received, taken], reopened],
  ['complaint/already-accepted', [received, taken], taken],
  ['complaint/already-suspended', [received, suspended], suspended],
  ['complaint/already-ended', [received, resolved], resolved],
  ['complaint/effect-before-cause', [received], at(resolved, clock('07'))],
];

test.each(refusals)('%s', (because, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test('every refusal is shown above, in its order of precedence', () => {
  expect(refusals.map(([because]) => because)).toEqual(Object.keys(complaintRefusals));
  expect(complaintDecider.refusals).toBe(complaintRefusals);
});

test.each<[string, readonly Fact[], Fact, ComplaintRefusal]>([
  ['a missing reception before a missing request', [], explained, 'complaint/not-received'],
  [
    'a missing request before a wrong time',
    [received],
    at(explained, clock('07')),
    'complaint/nothing-asked',
  ],
  [
    'a second acceptance before a wrong time',
    [received, taken],
    at(taken, clock('07')),
    'complaint/already-accepted',
  ],
  [
    'a second end before a wrong time',
    [received, withdrawn],
    at(withdrawn, clock('07')),
    'complaint/already-ended',
  ],
])('%s', (_, past, proposed, because) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test.each([resolved, declined, withdrawn, settled])('$type comes once', (end) => {
  given(received, end).when(end).thenRefuses('complaint/already-ended');
});

test.each<[string, readonly Fact[], Fact, string]>([
  ['a classification, before the reception', [received], classified, eight],
  ['an explanation, before it was asked for', [received, asked], explained, nine],
  ['its way on, before it came', [received, asked, explained], passedOn, ten],
  ['an official, before the call', [received, called], came, nine],
  ['going on, before the suspension', [received, suspended], resumed, nine],
  ['a reopening, before the end', [received, resolved], reopened, ten],
  ['a reopening, before the answer', [received, answered], reopened, ten],
])('%s: a millisecond is too soon, the same instant is not', (_, past, proposed, cause) => {
  const justBefore = new Date(Date.parse(cause) - 1).toISOString();
  given(...past)
    .when(at(proposed, justBefore))
    .thenRefuses('complaint/effect-before-cause');
  given(...past)
    .when(at(proposed, cause))
    .thenAccepts();
});

test('what is known to the day is not before a reception in that day', () => {
  const thatDay = { occurredAt: Instant.parse('2026-03-02T00:00:00+07:00') };
  const dayBefore = { occurredAt: Instant.parse('2026-03-01T00:00:00+07:00') };
  given(received)
    .when({ ...classified, ...thatDay, precision: 'day' })
    .thenAccepts();
  given(received)
    .when({ ...classified, ...dayBefore, precision: 'day' })
    .thenRefuses('complaint/effect-before-cause');
});

test('an entry may be withdrawn at any time', () => {
  given()
    .when(fact('EntryWithdrawn', {}, eight, { corrects: eventId(1) }))
    .thenAccepts();
});

const ways = [
  ['an import', imported],
  ['a backfill', backfilled],
] as const;

test.each(ways)('%s keeps odd orders and what it cannot explain', (_, how) => {
  for (const [, past, proposed] of refusals.slice(1)) {
    given(...past)
      .when({ ...proposed, ...how })
      .thenAccepts();
  }
});

test.each(ways)('%s is refused a second reception', (_, how) => {
  given(received)
    .when({ ...received, ...how })
    .thenRefuses('complaint/already-received');
});

/** One of each event but the withdrawal of an entry. */
const oneOfEach = examplesOf(complaint, nine, imported).filter(
  ({ type }) => type !== 'EntryWithdrawn',
);

test('an import of anything, once and in any order, is recorded', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(oneOfEach), (events) => {
      const decisions = events.map((event, place) =>
        complaintDecider.decide(event, replay(complaintDecider, events.slice(0, place))),
      );
      expect(decisions).toEqual(events.map(() => accepted));
    }),
  );
});

function clock(hour: string): string {
  return `2026-03-02T${hour}:00:00+07:00`;
}

function at(event: Fact, occurredAt: string): Fact {
  return { ...event, occurredAt: Instant.parse(occurredAt) };
}

/** The same, of which no reference is known. */
function without<Event extends { readonly data: { readonly reference: string | null } }>(
  event: Event,
): Event {
  return { ...event, data: { ...event.data, reference: null } };
}
