import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CentreRefusal,
  centreDecider,
  centreRefusals,
} from '../../../../src/domain/centre/centre/centre.ts';
import { centreFamily } from '../../../../src/domain/centre/centre/family.ts';
import { type CentreEvent, centre } from '../../../../src/domain/centre/centre/vocabulary.ts';
import { accepted, replay } from '../../../../src/domain/decider.ts';
import type { Proposal } from '../../../../src/domain/entry.ts';
import { CentreCode, Instant } from '../../../../src/domain/units.ts';
import { specify } from '../../../support/decider-spec.ts';
import { backfilled, eventId, examplesOf, imported, proposalsOf } from '../../../support/stated.ts';

const { given } = specify(centreDecider);
const fact = proposalsOf(centre);

type Fact = Proposal<CentreEvent>;

const [eight, nine, ten, eleven] = [clock('08'), clock('09'), clock('10'), clock('11')];

const established = fact('CentreEstablished', { name: 'Trung tâm' }, eight);
const opened = fact('CounterOpened', { counter: '7' }, eight);
const changed = fact('CounterChanged', { counter: '7', combined: true }, nine);
const closed = fact('CounterClosed', { counter: '7' }, ten);
const declared = fact('OutageDeclared', { outage: 'SC-1' }, nine);
const ended = fact('OutageEnded', { outage: 'SC-1' }, ten);
const caughtUp = fact('CatchUpCompleted', { outage: 'SC-1' }, eleven);
const notice = fact('CalendarNoticeIssued', { notice: 'TB-1', source: 'TB 1' }, nine);
const adopted = fact('RegulationAdopted', { number: '743/QĐ-UBND' }, eight);
const repealed = fact('RegulationRepealed', { number: '743/QĐ-UBND' }, nine);
const raised = fact('MatterRaised', { matter: 'VD-1', about: 'Ghép quầy' }, eight);
const consulted = fact('ConsultationSent', { matter: 'VD-1', agency: 'H42.17' }, nine);
const replied = fact('ConsultationReplied', { matter: 'VD-1', agency: 'H42.17' }, ten);
const decided = fact('MatterDecided', { matter: 'VD-1' }, ten);
const proposed = fact('MeasureProposed', { measure: 'DX-1' }, nine);
const measured = fact('MeasureDecided', { measure: 'DX-1' }, ten);
const waived = fact('FindingWaived', { finding: 'f-1' }, nine);
const disputed = fact('FindingDisputed', { dispute: 'KN-1', finding: 'f-1' }, nine);
const settled = fact('DisputeSettled', { dispute: 'KN-1', outcome: 'finding-stands' }, ten);

test.each<[string, Fact[], Fact]>([
  ['the establishment of a centre', [], established],
  ['a counter', [], opened],
  ['a change of a counter that was opened in an earlier year', [], changed],
  ['the closing of one', [], closed],
  ['a counter that is opened again', [opened, closed], at(opened, eleven)],
  ['another counter', [opened], fact('CounterOpened', { counter: '8' })],
  ['an outage', [], declared],
  ['its end', [declared], ended],
  ['that all was entered after it', [declared, ended], caughtUp],
  ['a second outage', [declared, ended], fact('OutageDeclared', { outage: 'SC-2' }, eleven)],
  ['a calendar notice', [], notice],
  ['the repeal of a regulation that was adopted in an earlier year', [], repealed],
  ['the repeal of a part, and then of the rest', [adopted, partly()], at(repealed, ten)],
  ['a matter that nobody raised', [], decided],
  ['what an agency answers', [consulted], replied],
  [
    'a consultation of a second agency',
    [raised, consulted],
    fact('ConsultationSent', { matter: 'VD-1', agency: 'H42.14' }, ten),
  ],
  ['a consultation that is repeated', [consulted], at(consulted, ten)],
  ['a measure, and what was decided', [proposed], measured],
  ['a dispute, and how it was settled', [disputed], settled],
  ['the same dispute anew, under another name', [disputed], disputedAgain()],
  ['an answer at the very instant of its question', [consulted], at(replied, nine)],
  ['an answer of which only the day is known', [consulted], onDay(replied)],
])('%s is recorded', (_, past, then) => {
  given(...past)
    .when(then)
    .thenAccepts();
});

test.each<[string, Fact[], Fact]>([
  ['a decision before anybody was consulted', [raised], at(decided, nine)],
  ['a decision before the answer', [raised, consulted], decided],
  ['a change of the directory that was never published', [], fact('DirectoryChanged', {})],
  ['a reward that nobody deserves', [], fact('RewardProposed', { reward: 'KT-1' })],
])('%s did happen, so it is recorded too', (_, past, then) => {
  given(...past)
    .when(then)
    .thenAccepts();
});

/** The first is the family's, which knows the name of the record. */
const refusals: readonly [CentreRefusal, readonly Fact[], Fact][] = [
  ['centre/already-established', [established], at(established, nine)],
  ['centre/counter-open', [opened], at(opened, nine)],
  ['centre/counter-closed', [opened, closed], at(changed, eleven)],
  ['centre/name-used', [declared], at(declared, ten)],
  ['centre/nothing-to-answer', [], ended],
  ['centre/already-ended', [declared, ended], at(ended, eleven)],
  ['centre/outage-goes-on', [declared], caughtUp],
  ['centre/already-waived', [waived], at(waived, ten)],
  ['centre/effect-before-cause', [declared], at(ended, eight)],
];

test.each(refusals)('%s', (because, past, then) => {
  given(...past)
    .when(then)
    .thenRefuses(because);
});

test('every refusal is shown, in its order of precedence', () => {
  const known = Object.keys(centreRefusals);
  expect([
    'centre/other-centre',
    'centre/other-year',
    ...refusals.map(([because]) => because),
  ]).toEqual(known);
  expect(centreDecider.refusals).toBe(centreRefusals);
});

test.each<[string, Fact[], Fact, CentreRefusal]>([
  ['a matter raised twice', [raised], at(raised, nine), 'centre/name-used'],
  ['a measure proposed twice', [proposed], at(proposed, ten), 'centre/name-used'],
  ['a regulation adopted twice', [adopted], at(adopted, nine), 'centre/name-used'],
  ['a notice issued twice', [notice], at(notice, ten), 'centre/name-used'],
  ['a measure that nobody proposed', [], measured, 'centre/nothing-to-answer'],
  [
    'an answer of an agency that was not asked',
    [consulted],
    fromOther(),
    'centre/nothing-to-answer',
  ],
  ['a catch-up of no outage', [], caughtUp, 'centre/nothing-to-answer'],
  ['a matter decided twice', [raised, decided], at(decided, eleven), 'centre/already-ended'],
  ['a regulation repealed twice', [adopted, repealed], at(repealed, ten), 'centre/already-ended'],
  ['a catch-up said twice', [declared, ended, caughtUp], caughtUp, 'centre/already-ended'],
  [
    'a second end before the outage began',
    [declared, ended],
    at(ended, eight),
    'centre/already-ended',
  ],
  ['an answer before its question', [consulted], at(replied, eight), 'centre/effect-before-cause'],
  [
    'a catch-up before the end',
    [declared, ended],
    at(caughtUp, nine),
    'centre/effect-before-cause',
  ],
])('%s is refused', (_, past, then, because) => {
  given(...past)
    .when(then)
    .thenRefuses(because);
});

const ways = [
  ['an import', imported],
  ['a backfill', backfilled],
] as const;

test.each(ways)('%s keeps what cannot be explained', (_, how) => {
  for (const [, past, then] of refusals) {
    given(...past)
      .when({ ...then, ...how })
      .thenAccepts();
  }
});

test('an import of anything, in any order and more than once, is recorded', () => {
  const oneOfEach = examplesOf(centre, nine, imported);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...oneOfEach), { maxLength: 40 }), (events) => {
      const decisions = events.map((event, place) =>
        centreDecider.decide(event, replay(centreDecider, events.slice(0, place))),
      );
      expect(decisions).toEqual(events.map(() => accepted));
    }),
  );
});

const key = { centre: 'reference', year: '2026' };
const misplaced = (then: Fact, year = '2026') =>
  centreFamily.misplaced(then, { ...key, year }, false);

test('an event is of the centre of its record, however it comes', () => {
  const elsewhere = { ...opened, centre: CentreCode.parse('other') };
  expect(misplaced(opened)).toBeNull();
  expect(misplaced(elsewhere)).toBe('centre/other-centre');
  expect(misplaced({ ...elsewhere, ...imported })).toBe('centre/other-centre');
});

test('what begins is of the year of its record, by the clock in Vietnam', () => {
  expect(misplaced(at(opened, '2025-12-31T17:00:00Z'))).toBeNull();
  expect(misplaced(at(opened, '2025-12-31T16:59:59Z'))).toBe('centre/other-year');
  expect(misplaced(at(opened, '2026-12-31T16:59:59Z'))).toBeNull();
  expect(misplaced(at(opened, '2026-12-31T17:00:00Z'))).toBe('centre/other-year');
  expect(misplaced({ ...opened, ...imported }, '2024')).toBeNull();
});

test('what ends may come in a later year, and in no earlier one', () => {
  expect(misplaced(ended, '2025')).toBeNull();
  expect(misplaced(ended, '2027')).toBe('centre/other-year');
  const withdrawn = fact('EntryWithdrawn', {}, nine, { corrects: eventId(1) });
  expect(misplaced(withdrawn, '2024')).toBeNull();
});

function at<One extends Fact>(event: One, occurredAt: string): One {
  return { ...event, occurredAt: Instant.parse(occurredAt) };
}

function onDay<One extends Fact>(event: One): One {
  return { ...at(event, '2026-03-02T00:00:00+07:00'), precision: 'day' };
}

function partly(): Fact {
  return fact('RegulationRepealed', { number: '743/QĐ-UBND', articles: ['Đ9'] }, nine);
}

function disputedAgain(): Fact {
  return fact('FindingDisputed', { dispute: 'KN-2', finding: 'f-1' }, ten);
}

function fromOther(): Fact {
  return fact('ConsultationReplied', { matter: 'VD-1', agency: 'H42.14' }, ten);
}

function clock(hour: string): string {
  return `2026-03-02T${hour}:00:00+07:00`;
}
