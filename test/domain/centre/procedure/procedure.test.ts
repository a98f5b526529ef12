import fc from 'fast-check';
import { expect, test } from 'vitest';
import { procedureFamily } from '../../../../src/domain/centre/procedure/family.ts';
import {
  type ProcedureRefusal,
  procedureDecider,
  procedureRefusals,
} from '../../../../src/domain/centre/procedure/procedure.ts';
import {
  type ProcedureEvent,
  procedure,
} from '../../../../src/domain/centre/procedure/vocabulary.ts';
import { accepted, replay } from '../../../../src/domain/decider.ts';
import type { Proposal } from '../../../../src/domain/entry.ts';
import { CalendarDate, CentreCode, Instant } from '../../../../src/domain/units.ts';
import { specify } from '../../../support/decider-spec.ts';
import { backfilled, examplesOf, imported, proposalsOf } from '../../../support/stated.ts';

const { given } = specify(procedureDecider);
const fact = proposalsOf(procedure);

type Fact = Proposal<ProcedureEvent>;

const code = '1.004199';
const [eight, nine, ten] = [clock('08'), clock('09'), clock('10')];
const amount = { amount: 120_000 };

const published = fact('ProcedurePublished', { code, from: '2026-03-10' }, nine);
const changed = fact('ProcedureChanged', { from: '2026-05-01' }, ten);
const repealed = fact('ProcedureRepealed', { to: '2026-06-30' }, ten);
const posted = fact('ProcedurePosted', {}, ten);
const set = fact('FeeRateSet', { rate: 'P1', amount, from: '2026-03-10' }, ten);
const raised = fact('FeeRateChanged', { rate: 'P1', amount, from: '2026-05-01' }, ten);
const notified = fact('FeeRateNotified', { rate: 'P1' }, ten);
const approved = fact('ProcessApproved', { process: 'QT-1' }, nine);
const agreed = fact('ProcessAgreed', { process: 'QT-1' }, ten);

test.each<[string, Fact[], Fact]>([
  ['a publication', [], published],
  ['a change that holds from a later day', [published], changed],
  [
    'a change from the last day before the repeal',
    [published, repealed],
    from(changed, '2026-06-30'),
  ],
  ['a repeal', [published], repealed],
  ['a new publication after the repeal', [published, repealed], from(published, '2026-07-01')],
  [
    'a publication for the time before one that was repealed',
    [from(published, '2026-07-01'), fact('ProcedureRepealed', { to: '2026-05-31' }, ten, imported)],
    published,
  ],
  ['a rate from the first day of its procedure', [published], set],
  ['another amount of it', [published, set], raised],
  ['a notice of a rate', [published, set], notified],
  ['a process before the publication', [], approved],
  ['what the agency tells of a procedure to come', [], fact('ProcedureChangeTold', {})],
  ['a process that was agreed', [published, approved], agreed],
  [
    'a process of which no version is stated',
    [published, approved],
    fact('ProcessAgreed', {}, ten),
  ],
  ['the same procedure at another centre', [published], elsewhere(published)],
])('%s is recorded', (_, past, then) => {
  given(...past)
    .when(then)
    .thenAccepts();
});

test.each<[string, Fact[], Fact]>([
  [
    'a process on the portal that nobody agreed to',
    [published, approved],
    fact('ProcessPutOnPortal', { process: 'QT-1' }, ten),
  ],
  [
    'a change told after it held',
    [published],
    fact('ProcedureChangeTold', { effective: '2020-01-01' }),
  ],
  ['a change of which nobody was told', [published], changed],
])('%s did happen, so it is recorded too', (_, past, then) => {
  given(...past)
    .when(then)
    .thenAccepts();
});

/** The first is the family's, which knows the name of the record. */
const refusals: readonly [ProcedureRefusal, readonly Fact[], Fact][] = [
  ['procedure/already-published', [published], from(published, '2026-04-01')],
  ['procedure/rate-before-procedure', [], set],
  ['procedure/not-published', [], posted],
  ['procedure/repealed', [published, repealed], from(changed, '2026-07-01')],
  ['procedure/same-day', [published], from(changed, '2026-03-10')],
  ['procedure/no-such-rate', [published], notified],
  ['procedure/no-such-process', [published], agreed],
  ['procedure/effect-before-cause', [published, approved], at(agreed, eight)],
];

test.each(refusals)('%s', (because, past, then) => {
  given(...past)
    .when(then)
    .thenRefuses(because);
});

test('every refusal is shown, in its order of precedence', () => {
  const known = Object.keys(procedureRefusals);
  expect(['procedure/code-mismatch', ...refusals.map(([because]) => because)]).toEqual(known);
  expect(procedureDecider.refusals).toBe(procedureRefusals);
});

test.each<[string, Fact[], Fact, ProcedureRefusal]>([
  [
    'a rate from the day before its procedure',
    [published],
    from(set, '2026-03-09'),
    'procedure/rate-before-procedure',
  ],
  [
    'a rate of a procedure that only another centre has published',
    [published],
    elsewhere(set),
    'procedure/rate-before-procedure',
  ],
  ['a change of a rate that there is not', [published], raised, 'procedure/no-such-rate'],
  ['a rate after the repeal', [published, repealed], from(set, '2026-07-01'), 'procedure/repealed'],
  ['two amounts of one rate from one day', [published, set], set, 'procedure/same-day'],
  ['a second repeal on one day', [published, repealed], repealed, 'procedure/same-day'],
  [
    'the new publication a second time',
    [published, repealed, from(published, '2026-07-01')],
    from(published, '2026-07-01'),
    'procedure/already-published',
  ],
  [
    'a third publication without another repeal',
    [published, repealed, from(published, '2026-07-01')],
    from(published, '2026-09-01'),
    'procedure/already-published',
  ],
  [
    'a publication from the last day of the one that was repealed',
    [published, repealed],
    from(published, '2026-06-30'),
    'procedure/already-published',
  ],
  [
    'another version of the process',
    [published, approved],
    other(agreed),
    'procedure/no-such-process',
  ],
  [
    'a posting before the publication',
    [published],
    at(posted, eight),
    'procedure/effect-before-cause',
  ],
])('%s is refused', (_, past, then, because) => {
  given(...past)
    .when(then)
    .thenRefuses(because);
});

test.each([
  ['an import', imported],
  ['a backfill', backfilled],
] as const)('%s keeps what cannot be explained, a rate before its procedure too', (_, how) => {
  for (const [, past, then] of refusals) {
    given(...past)
      .when({ ...then, ...how })
      .thenAccepts();
  }
});

test('an import of anything, in any order and more than once, is recorded', () => {
  const oneOfEach = examplesOf(procedure, nine, imported);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...oneOfEach), { maxLength: 30 }), (events) => {
      const decisions = events.map((event, place) =>
        procedureDecider.decide(event, replay(procedureDecider, events.slice(0, place))),
      );
      expect(decisions).toEqual(events.map(() => accepted));
    }),
  );
});

test('the code that a publication states is that of its record, however it comes', () => {
  const { misplaced } = procedureFamily;
  expect(misplaced(published, { code }, true)).toBeNull();
  expect(misplaced({ ...published, ...imported }, { code: '2.000001' }, true)).toBe(
    'procedure/code-mismatch',
  );
  expect(misplaced(changed, { code: '2.000001' }, true)).toBeNull();
});

function at<One extends Fact>(event: One, occurredAt: string): One {
  return { ...event, occurredAt: Instant.parse(occurredAt) };
}

function from<One extends Fact & { readonly data: { readonly from: CalendarDate | null } }>(
  event: One,
  day: string,
): One {
  return { ...event, data: { ...event.data, from: CalendarDate.parse(day) } };
}

function elsewhere(event: Fact): Fact {
  return { ...event, centre: CentreCode.parse('other') };
}

function other(event: typeof agreed): Fact {
  return { ...event, data: { ...event.data, process: 'QT-2' } };
}

function clock(hour: string): string {
  return `2026-03-02T${hour}:00:00+07:00`;
}
