/** What people see of a dossier: its events in the order of happening, with corrections applied. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replay } from '../../../src/domain/decider.ts';
import { dossierDecider } from '../../../src/domain/dossier/dossier.ts';
import type { DossierState } from '../../../src/domain/dossier/state.ts';
import { type Status, statusLabels } from '../../../src/domain/dossier/status.ts';
import { type DossierEvent, dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { Entry, Proposal } from '../../../src/domain/entry.ts';
import { timeline } from '../../../src/domain/timeline.ts';
import { Instant, instantAt } from '../../../src/domain/units.ts';
import { specify } from '../../support/decider-spec.ts';
import { entry, eventId, examplesOf, proposalsOf } from '../../support/stated.ts';

const { given } = specify(dossierDecider);
const fact = proposalsOf(dossier);

type Fact = Proposal<DossierEvent>;

const code = 'H42.17-260302-0001';
const appointment = { on: '2026-03-06' } as const;

const submitted = fact('DossierSubmitted', { code, resultChannel: 'post' });
const received = fact('DossierReceived', {
  code,
  appointment,
  channel: 'direct',
  receivingUnit: 'TTPVHCC',
  solvingUnit: 'H42.17',
  official: 'cv-1203',
});
const refused = fact('DossierRefused', {});
const asked = fact('SupplementRequested', {});
const supplemented = fact('SupplementReceived', {});
const dutyAsked = fact('FinancialDutyAsked', {});
const dutyMet = fact('FinancialDutyMet', {});
const step = fact('StepCompleted', { step: 'Thẩm định', unit: 'H42.17', official: 'cv-1203' });
const decided = fact('DossierDecided', {});
const handedOver = fact('ResultHandedOver', {});
const returned = fact('ResultReturned', { chosenChannel: 'direct', usedChannel: 'by-proxy' });
const sentBack = fact('DossierReturned', {});
const stopped = fact('DossierStopped', {});
const withdrawn = fact('DossierWithdrawn', {});

test.each<[Status | null, string, Fact[]]>([
  [null, 'nothing', []],
  [null, 'a call for an official', [fact('AgencyOfficialCalled', { unit: 'H42.17' })]],
  ['registered', 'a submission', [submitted]],
  ['accepted', 'a reception', [submitted, received]],
  ['accepted', 'a note on a received dossier', [received, fact('ProgressNoted', {})]],
  ['refused', 'a refusal', [submitted, refused]],
  ['accepted', 'a reception after a refusal', [refused, received]],
  ['in-process', 'a step', [received, step]],
  ['in-process', 'a step, and the reception after it', [step, received]],
  ['supplement-asked', 'a request', [received, step, asked]],
  ['supplement-asked', 'a step while the applicant is waited for', [received, asked, step]],
  ['in-process', 'supplements', [received, asked, supplemented]],
  ['registered', 'supplements before the reception', [submitted, asked, supplemented]],
  ['in-process', 'supplements that nobody waits for', [received, step, supplemented]],
  ['financial-duty', 'a financial duty', [received, step, dutyAsked]],
  ['in-process', 'a financial duty that was met', [received, step, dutyAsked, dutyMet]],
  ['finished', 'a decision', [received, step, decided]],
  ['finished', 'a result at the centre', [received, handedOver]],
  ['returned', 'a result in the applicant’s hands', [received, decided, handedOver, returned]],
  ['returned', 'a written reply', [received, sentBack]],
  ['stopped', 'a stop', [received, asked, stopped]],
  ['withdrawn', 'a withdrawal', [received, withdrawn]],
  ['withdrawn', 'a withdrawal after the decision', [received, decided, withdrawn]],
  ['finished', 'a decision after the withdrawal', [received, withdrawn, decided]],
  ['returned', 'a step after the result', [received, returned, step]],
  ['returned', 'a request for supplements after the result', [received, returned, asked]],
  ['returned', 'a decision after the result', [received, returned, decided]],
  ['returned', 'a reception after the result', [returned, received]],
])('it is %s after %s', (status, _, past) => {
  given(...past).thenState({ status });
});

test('the portals have ten statuses, and people read each in their own words', () => {
  expect(Object.keys(statusLabels)).toHaveLength(10);
  expect(new Set(Object.values(statusLabels).map(({ vi }) => vi)).size).toBe(10);
});

test('the reception says who has it, who answers for it and when it is promised', () => {
  given(submitted, received).thenState({
    ...pick(received.data, 'code', 'channel', 'receivingUnit', 'solvingUnit', 'official'),
    handlingUnit: received.data.receivingUnit,
    submittedAt: submitted.occurredAt,
    receivedAt: received.occurredAt,
    appointment: received.data.appointment,
    chosenChannel: 'post',
  });
});

test('it is where it was last received or worked on, and back at the centre with its result', () => {
  const sent = fact('DossierTransferred', { to: 'H42.20' });
  const [centre, agency] = [received.data.receivingUnit, step.data.unit];
  given(received, sent).thenState({ handlingUnit: sent.data.to });
  given(received, sent, step).thenState({ handlingUnit: agency });
  given(received, fact('StepCompleted', { step: 'x' })).thenState({ handlingUnit: centre });
  given(received, sent, step, handedOver).thenState({ handlingUnit: centre });
});

test('a step has a start and an end, each known or not', () => {
  const [from, to] = [at('2026-03-03T08:00:00+07:00'), at('2026-03-03T09:00:00+07:00')];
  const started = { ...fact('StepStarted', { step: 'Thẩm định' }), occurredAt: from };
  const completed = { ...step, occurredAt: to };
  given(started).thenState({ step: theStep({ unit: null, official: null, startedAt: from }) });
  given(started, completed).thenState({ step: theStep({ startedAt: from, completedAt: to }) });
  given(completed).thenState({ step: theStep({ completedAt: to }) });
  given(started, completed, completed).thenState({ step: theStep({ completedAt: to }) });
});

test('a moved appointment keeps the one that was first promised', () => {
  const [to, on] = [move('2026-03-06', '2026-03-10'), move('2026-03-10', '2026-03-12')];
  given(received, to, on).thenState({
    appointment: on.data.after,
    firstAppointment: received.data.appointment,
    appointmentMoves: 2,
  });
  given(to, received).thenState({
    appointment: to.data.after,
    firstAppointment: received.data.appointment,
  });
});

test('an apology with a new date moves no appointment', () => {
  const apology = fact('ApologyIssued', { newAppointment: { on: '2026-03-10' } });
  given(received, apology).thenState({ appointment: received.data.appointment });
});

test('requests for supplements are counted', () => {
  given(received, asked, supplemented, asked).thenState({ supplements: 2 });
});

test('the channel that was chosen last and the one that was used are kept', () => {
  given(submitted, received, returned).thenState({
    chosenChannel: 'direct',
    usedChannel: 'by-proxy',
  });
});

test('each end is dated by its first time', () => {
  const [first, again] = [at('2026-03-03T08:00:00+07:00'), at('2026-03-04T08:00:00+07:00')];
  const ends = [decided, handedOver, returned, sentBack, stopped, withdrawn];
  const twice = [first, again].flatMap((occurredAt) => ends.map((end) => ({ ...end, occurredAt })));
  given(received, ...twice).thenState({
    decidedAt: first,
    handedOverAt: first,
    returnedAt: first,
    sentBackAt: first,
    stoppedAt: first,
    withdrawnAt: first,
    lastActivityAt: again,
  });
});

test('an entry that comes late and a correction change what people see', () => {
  const entries: Entry<DossierEvent>[] = [
    entry<DossierEvent>(0, received, '2026-03-02T08:00:00+07:00'),
    entry<DossierEvent>(1, returned, '2026-03-05T08:00:00+07:00'),
    entry<DossierEvent>(2, decided, '2026-03-04T08:00:00+07:00'), // entered after the result
    entry<DossierEvent>(3, asked, '2026-03-03T08:00:00+07:00'),
    entry<DossierEvent>(
      4,
      fact('EntryWithdrawn', { because: 'other-record' }),
      '2026-03-06T08:00:00+07:00',
      {
        corrects: eventId(3),
      },
    ),
    entry<DossierEvent>(5, returned, '2026-03-04T10:00:00+07:00', { corrects: eventId(1) }),
  ];
  expect(replay(dossierDecider, timeline(entries))).toMatchObject({
    status: 'returned',
    decidedAt: at('2026-03-04T08:00:00+07:00'),
    returnedAt: at('2026-03-04T10:00:00+07:00'),
    lastActivityAt: at('2026-03-04T10:00:00+07:00'),
    supplements: 0,
  });
});

const anyEvent = fc
  .tuple(fc.constantFrom(...examplesOf(dossier)), fc.integer({ min: 0, max: 1_000_000 }))
  .map(([event, minutes]): Fact => {
    const occurredAt = instantAt(Date.UTC(2026, 0, 1) + minutes * 60_000);
    return { ...event, occurredAt };
  });

/** What is said of the record, and what citizens think of it. */
const movesNothing = new Set<Fact['type']>([
  'EntryWithdrawn',
  'SatisfactionRated',
  'RatingAnnotated',
]);

test('whatever happens, in whatever order, has a state', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
      const state = replay(dossierDecider, events);
      const counted = events.filter(({ type }) => !movesNothing.has(type));
      expect(state.status === null || state.status in statusLabels).toBe(true);
      expect(state.supplements).toBe(count(events, 'SupplementRequested'));
      expect(state.appointmentMoves).toBe(count(events, 'AppointmentMoved'));
      expect(state.lastActivityAt).toBe(
        counted
          .map(({ occurredAt }) => occurredAt)
          .toSorted()
          .at(-1) ?? null,
      );
      expect(state.returnedAt === null).toBe(count(events, 'ResultReturned') === 0);
    }),
  );
});

function count(events: readonly Fact[], wanted: DossierEvent['type']): number {
  return events.filter(({ type }) => type === wanted).length;
}

function at(text: string): Instant {
  return Instant.parse(text);
}

function move(before: string, after: string) {
  return fact('AppointmentMoved', { by: 'cv-1203', before: { on: before }, after: { on: after } });
}

function theStep(also: Partial<NonNullable<DossierState['step']>>) {
  const { step: name, unit, official } = step.data;
  return { name, unit, official, startedAt: null, completedAt: null, ...also };
}

function pick<Data extends object, Name extends keyof Data>(data: Data, ...names: Name[]) {
  return Object.fromEntries(names.map((name) => [name, data[name]]));
}
