import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accepted, replay } from '../../../src/domain/decider.ts';
import {
  type DossierRefusal,
  dossierDecider,
  dossierRefusals,
} from '../../../src/domain/dossier/dossier.ts';
import { dossierFamily } from '../../../src/domain/dossier/family.ts';
import { type DossierEvent, dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { Proposal } from '../../../src/domain/entry.ts';
import { Instant } from '../../../src/domain/units.ts';
import { specify } from '../../support/decider-spec.ts';
import { backfilled, eventId, examplesOf, imported, proposalsOf } from '../../support/stated.ts';

const { given } = specify(dossierDecider);
const fact = proposalsOf(dossier);

type Fact = Proposal<DossierEvent>;

const code = 'H42.17-260302-0001';
const [eight, nine, ten] = [clock('08'), clock('09'), clock('10')];

const submitted = fact('DossierSubmitted', { code, channel: 'online' }, eight);
const received = fact('DossierReceived', { code, appointment: { on: '2026-03-06' } }, nine);
const transferred = fact('DossierTransferred', { reference: '1/BG' }, nine);
const acknowledged = fact('TransferAcknowledged', { reference: '1/BG' }, ten);
const asked = fact('SupplementRequested', { reference: '18/PBS' }, nine);
const supplemented = fact('SupplementReceived', { reference: '18/PBS' }, ten);
const step = fact('StepCompleted', { step: 'Thẩm định' }, ten);
const queried = fact('ProgressQueried', {}, nine);
const answered = fact('ProgressAnswered', {}, ten);
const withdrawn = fact('DossierWithdrawn', {}, ten);
const returned = fact('ResultReturned', {}, ten);

test.each<[string, Fact[], Fact]>([
  ['a submission on the portal', [], submitted],
  ['a reception at the counter', [], received],
  ['a reception of what was submitted', [submitted], received],
  ['a refusal at the counter, where nothing was received', [], fact('DossierRefused', {})],
  ['a request for supplements at the counter', [], asked],
  ['what the applicant brings in answer to it', [asked], supplemented],
  ['a withdrawal before the reception', [submitted], withdrawn],
  ['a transfer', [received], transferred],
  ['its acknowledgement', [received, transferred], acknowledged],
  ['an acknowledgement that names no transfer', [received, transferred], without(acknowledged)],
  [
    'an acknowledgement of a transfer without a name',
    [received, without(transferred)],
    acknowledged,
  ],
  ['a step that nobody started', [received], step],
  ['a result without a decision', [received], returned],
  ['a question about the reception of a dossier', [], queried],
  ['a courier on the way to the reception', [], fact('CourierHandedOver', { what: 'dossier' })],
])('%s is recorded', (_, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenAccepts();
});

test.each<[string, Fact[], Fact]>([
  ['a second request for supplements', [received, asked, supplemented], at(asked, ten)],
  ['a step after the result', [received, returned], at(step, '2026-03-09T08:00:00+07:00')],
  ['a step after the withdrawal', [received, withdrawn], step],
  ['a late result', [received], at(returned, '2026-05-04T08:00:00+07:00')],
  ['a result after the withdrawal', [received, withdrawn], returned],
  [
    'a result corrected after it was returned',
    [received, returned],
    fact('ResultReturned', { again: true }, ten),
  ],
  [
    'a second decision',
    [received, fact('DossierDecided', {}, ten)],
    fact('DossierDecided', {}, ten),
  ],
  ['a second refusal', [fact('DossierRefused', {})], fact('DossierRefused', {})],
  ['a reception after a refusal', [fact('DossierRefused', {})], received],
  ['an appointment moved without a reason', [received], moved()],
  ['an appointment moved after the end', [received, returned], moved()],
  ['an apology that nobody asked for', [received], fact('ApologyIssued', {}, ten)],
])('%s did happen, so it is recorded too', (_, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenAccepts();
});

const other = fact('DossierReceived', { code: 'H42.17-260302-0002' }, nine);
const foreign = fact('DossierReceived', { code: 'wabo:case-10011' }, nine);

const refusals: readonly [DossierRefusal, readonly Fact[], Fact][] = [
  ['dossier/withdraws-nothing', [received], fact('EntryWithdrawn', {}, ten)],
  ['dossier/code-mismatch', [submitted], other],
  ['dossier/already-received', [received], received],
  ['dossier/already-submitted', [submitted], submitted],
  ['dossier/code-grammar', [], foreign],
  ['dossier/not-received', [submitted], step],
  ['dossier/no-such-transfer', [received], acknowledged],
  ['dossier/no-supplement-asked', [received], supplemented],
  ['dossier/nothing-asked', [received], answered],
  ['dossier/already-withdrawn', [received, withdrawn], withdrawn],
  ['dossier/already-returned', [received, returned], returned],
  ['dossier/effect-before-cause', [received], at(returned, eight)],
];

test.each(refusals)('%s', (because, past, proposed) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test('every refusal is shown above, in its order of precedence', () => {
  expect(refusals.map(([because]) => because)).toEqual(Object.keys(dossierRefusals));
  expect(dossierDecider.refusals).toBe(dossierRefusals);
});

test.each<[string, readonly Fact[], Fact, DossierRefusal]>([
  ['a mismatch before a second reception', [received], other, 'dossier/code-mismatch'],
  ['a second reception before a foreign code', [foreign], foreign, 'dossier/already-received'],
  ['a missing reception before a missing transfer', [], acknowledged, 'dossier/not-received'],
  [
    'a missing transfer before a wrong time',
    [received],
    at(acknowledged, eight),
    'dossier/no-such-transfer',
  ],
  [
    'a second result before a wrong time',
    [received, returned],
    at(returned, eight),
    'dossier/already-returned',
  ],
])('%s', (_, past, proposed, because) => {
  given(...past)
    .when(proposed)
    .thenRefuses(because);
});

test('an answer to another reference than was asked is refused', () => {
  given(asked)
    .when(fact('SupplementReceived', { reference: '20/PBS' }, ten))
    .thenRefuses('dossier/no-supplement-asked');
});

test('a code that an event states is the code of its stream', () => {
  const { misplaced } = dossierFamily;
  expect(misplaced(received, { code }, true)).toBe(null);
  expect(misplaced(other, { code }, false)).toBe('dossier/code-mismatch');
  expect(misplaced({ ...foreign, ...imported }, { code: foreign.data.code }, true)).toBe(null);
  expect(misplaced(foreign, { code: foreign.data.code }, true)).toBe('dossier/code-grammar');
  expect(misplaced(returned, { code }, false)).toBe(null);
});

test('the withdrawal of an entry may come at any time', () => {
  given()
    .when(fact('EntryWithdrawn', {}, eight, { corrects: eventId(1) }))
    .thenAccepts();
});

test('a live correction of an imported reception keeps its foreign code', () => {
  given()
    .when({ ...foreign, corrects: eventId(1) })
    .thenAccepts();
});

const ways = [
  ['an import', imported],
  ['a backfill', backfilled],
] as const;

const everywhere = refusals.slice(0, 4);
const liveOnly = refusals.slice(4);

test.each(ways)('%s keeps foreign codes, odd orders and what it cannot explain', (_, how) => {
  for (const [, past, proposed] of liveOnly) {
    given(...past)
      .when({ ...proposed, ...how })
      .thenAccepts();
  }
});

test.each(ways)('%s is refused what cannot be true of any dossier', (_, how) => {
  for (const [because, past, proposed] of everywhere) {
    given(...past)
      .when({ ...proposed, ...how })
      .thenRefuses(because);
  }
});

/** One of each event but the withdrawal of an entry, all of one code. */
const oneOfEach = examplesOf(dossier, nine, imported).filter(
  ({ type }) => type !== 'EntryWithdrawn',
);

test('an import of anything, once and in any order, is recorded', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(oneOfEach), (events) => {
      const decisions = events.map((event, place) =>
        dossierDecider.decide(event, replay(dossierDecider, events.slice(0, place))),
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

function moved(): Fact {
  const data = { by: 'cv-1203', before: { on: '2026-03-06' }, after: { on: '2026-03-10' } };
  return fact('AppointmentMoved', data, ten);
}
