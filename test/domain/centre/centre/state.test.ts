/** What a centre's year comes to: every event is found in it. */
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { centreDecider } from '../../../../src/domain/centre/centre/centre.ts';
import { proceedingKinds } from '../../../../src/domain/centre/centre/proceeding.ts';
import { centre } from '../../../../src/domain/centre/centre/vocabulary.ts';
import { replay } from '../../../../src/domain/decider.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { specify } from '../../../support/decider-spec.ts';
import { examplesOf, proposalsOf } from '../../../support/stated.ts';

const { given } = specify(centreDecider);
const fact = proposalsOf(centre);

const [nine, ten, eleven] = [clock('09'), clock('10'), clock('11')];
const instant = (text: string) => Instant.parse(text);

test('every event but a withdrawal leaves a mark', () => {
  const silent = examplesOf(centre)
    .filter((event) => isDeepStrictEqual(replay(centreDecider, [event]), centreDecider.initial))
    .map(({ type }) => type);
  expect(silent).toEqual(['EntryWithdrawn']);
});

test('every kind of proceeding has events', () => {
  const { proceedings } = replay(centreDecider, examplesOf(centre));
  expect(new Set(proceedings.map(({ kind }) => kind))).toEqual(new Set(proceedingKinds));
});

test('a centre is called as it was last renamed', () => {
  given(
    fact('CentreEstablished', { name: 'Trung tâm' }, nine),
    fact('CentreRenamed', { name: 'Trung tâm mới' }, ten),
  ).thenState({ name: 'Trung tâm mới', establishedAt: instant(nine) });
});

describe('a counter', () => {
  test('is so from the day that was named, or else from the day on which it was said', () => {
    const { counters } = replay(centreDecider, [
      fact('CounterOpened', { counter: '7', from: '2026-03-09' }, nine),
      fact('CounterChanged', { counter: '7' }, ten),
    ]);
    expect(counters.map(({ is, from }) => [is, from])).toEqual([
      ['opened', '2026-03-09'],
      ['changed', '2026-03-02'],
    ]);
  });

  test('is closed from the day after its last', () => {
    const { counters } = replay(centreDecider, [
      fact('CounterClosed', { counter: '7', to: '2026-03-31' }, nine),
      fact('CounterClosed', { counter: '8' }, nine),
    ]);
    expect(counters.map(({ to, from }) => [to, from])).toEqual([
      ['2026-03-31', '2026-04-01'],
      ['2026-03-01', '2026-03-02'],
    ]);
  });
});

describe('an outage', () => {
  test('is one story, from its beginning to the last paper', () => {
    given(
      fact('OutageDeclared', { outage: 'SC-1', began: '2026-03-02T08:10:00+07:00' }, nine),
      fact('OutageEnded', { outage: 'SC-1' }, ten),
      fact('CatchUpCompleted', { outage: 'SC-1', entries: 37 }, eleven),
    ).thenState({
      outages: [
        {
          outage: 'SC-1',
          systems: null,
          cause: null,
          responsible: null,
          declaredAt: instant(nine),
          beganAt: instant('2026-03-02T08:10:00+07:00'),
          endedAt: instant(ten),
          caughtUpAt: instant(eleven),
          entries: 37,
        },
      ],
    });
  });

  test('that was never declared is there with its end', () => {
    const { outages } = replay(centreDecider, [
      fact('OutageEnded', { outage: 'SC-1', ended: nine }, ten),
    ]);
    expect(outages).toMatchObject([{ declaredAt: null, endedAt: instant(nine) }]);
  });
});

describe('a proceeding', () => {
  const sent = (agency: string, at = nine) =>
    fact('ConsultationSent', { matter: 'VD-1', agency }, at);
  const replied = (agency: string, agreed: boolean | null) =>
    fact('ConsultationReplied', { matter: 'VD-1', agency, agreed, document: '402' }, ten);

  test('of each agency that was consulted is answered by itself', () => {
    const { proceedings } = replay(centreDecider, [
      sent('H42.17'),
      sent('H42.14'),
      replied('H42.14', false),
    ]);
    expect(
      proceedings.map(({ agencies, outcome, closedAt }) => [agencies, outcome, closedAt]),
    ).toEqual([
      [['H42.17'], null, null],
      [['H42.14'], 'disagreed', instant(ten)],
    ]);
  });

  test.each([
    [true, 'agreed'],
    [false, 'disagreed'],
    [null, 'replied'],
  ])('of which it is said that the agency agreed: %s', (agreed, outcome) => {
    const { proceedings } = replay(centreDecider, [sent('H42.17'), replied('H42.17', agreed)]);
    expect(proceedings).toMatchObject([{ outcome, answer: '402' }]);
  });

  test('whose beginning is elsewhere is there with its end', () => {
    const { proceedings } = replay(centreDecider, [
      fact('MeasureDecided', { measure: 'DX-1', outcome: 'taken' }, ten),
    ]);
    expect(proceedings).toMatchObject([
      { kind: 'measure', id: 'DX-1', openedAt: null, closedAt: instant(ten), outcome: 'taken' },
    ]);
  });

  test('that is a regulation holds from its first day to its last', () => {
    const { proceedings } = replay(centreDecider, [
      fact('RegulationAdopted', { number: '743', from: '2026-03-15' }, nine),
      fact('RegulationRepealed', { number: '743', to: '2026-06-30', articles: ['Đ9'] }, ten),
      fact('RegulationRepealed', { number: '743', to: '2026-12-31', by: '21' }, eleven),
    ]);
    expect(proceedings.map(({ from, to, outcome }) => [from, to, outcome])).toEqual([
      ['2026-03-15', '2026-12-31', 'repealed'],
      [null, '2026-06-30', 'partly-repealed'],
    ]);
  });

  test.each([
    [30, '30'],
    [true, 'true'],
    [['10:00', '15:30'], '10:00, 15:30'],
    ['same', 'same'],
  ])('that sets a value says which: %j', (value, about) => {
    const { proceedings } = replay(centreDecider, [
      fact('ProfileValueSet', { parameter: 'p', value }, nine),
    ]);
    expect(proceedings).toMatchObject([
      { kind: 'profile-value', id: 'p', about, from: '2026-03-02' },
    ]);
  });
});

function clock(hour: string): string {
  return `2026-03-02T${hour}:00:00+07:00`;
}
