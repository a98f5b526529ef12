import { test } from 'vitest';
import { centre } from '../../../../src/domain/centre/centre/vocabulary.ts';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { outageCatchUp } from '../../../../src/domain/regulations/rules/outage-catch-up.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(outageCatchUp, 'office-SL');
const fact = proposalsOf(centre);
const on = { stream: 'centre-SL-2026' };

const declared = (outage = 'SC-1') =>
  entry(
    0,
    fact('OutageDeclared', { outage, responsible: 'cb-1' }, '2026-03-02T08:00:00+07:00'),
    undefined,
    on,
  );
const ended = (when: string, number = 1, outage = 'SC-1', data: object = {}) =>
  entry(number, fact('OutageEnded', { outage, ...data }, when), undefined, on);
const caughtUp = (when: string, outage = 'SC-1', also: object = {}) =>
  entry(5, fact('CatchUpCompleted', { outage }, when), undefined, { ...on, ...also });

const monday = '2026-03-02T14:00:00+07:00';

test('it is owed by the responsible person, and proved by the declaration, too', () => {
  const [one, two] = [declared(), ended(monday)];
  given(one, two)
    .at(sonLa)
    .thenDuty({
      state: 'open',
      bearer: { kind: 'official', code: 'cb-1' },
      detail: 'SC-1',
      due: '2026-03-03T17:30:00+07:00',
      evidence: [one, two],
      citation: 'SL Đ2.7',
    });
});

test.each([
  ['at the very instant', '2026-03-03T17:30:00+07:00', 'kept'],
  ['a millisecond later', '2026-03-03T17:30:00.001+07:00', 'late'],
])('all entered %s: %s', (_, when, state) => {
  given(declared(), ended(monday), caughtUp(when))
    .at(sonLa)
    .thenDuty({ state: state === 'kept' ? 'kept' : 'late' });
});

test('after a Friday it is due on Monday, by the hours of each centre', () => {
  const friday = ended('2026-03-06T14:00:00+07:00');
  given(declared(), friday).at(sonLa).thenDuty({ due: '2026-03-09T17:30:00+07:00' });
  given(declared(), friday).at(bacLieu).thenDuty({ due: '2026-03-09T17:00:00+07:00' });
});

test('a centre can set another time for it', () => {
  const terms = { 'outage-catch-up': { minutes: 60 } };
  given(declared(), ended(monday)).under({ terms }).thenDuty({ due: '2026-03-02T15:00:00+07:00' });
});

test('it is counted from when it is said to have ended', () => {
  const late = ended('2026-03-04T08:00:00+07:00', 1, 'SC-1', {
    ended: '2026-03-02T14:00:00+07:00',
  });
  given(declared(), late).at(sonLa).thenDuty({ due: '2026-03-03T17:30:00+07:00' });
});

test('what was entered before the end was noted was entered', () => {
  const noted = ended('2026-03-04T08:00:00+07:00', 1, 'SC-1', {
    ended: '2026-03-02T14:00:00+07:00',
  });
  given(declared(), caughtUp('2026-03-03T09:00:00+07:00'), noted)
    .at(sonLa)
    .thenDuty({ state: 'kept' });
});

test('an end that is said twice is one', () => {
  given(declared(), ended(monday), ended('2026-03-02T15:00:00+07:00', 2))
    .at(sonLa)
    .thenDuty({ opening: ended(monday).id });
});

test('an outage that goes on, or that nobody declared, asks for nothing', () => {
  given(declared()).at(sonLa).thenNoDuty();
  given(ended(monday)).at(sonLa).thenNoDuty();
  given(declared('SC-2'), ended(monday)).at(sonLa).thenNoDuty();
});

test('the catch-up of another outage is not this one', () => {
  given(declared(), ended(monday), caughtUp('2026-03-02T16:00:00+07:00', 'SC-2'))
    .at(sonLa)
    .thenDuty({ state: 'open' });
});

test('a note that is entered late as if in time takes the breach away, which shows', () => {
  const late = caughtUp('2026-03-03T16:00:00+07:00', 'SC-1', {
    recordedAt: Instant.parse('2026-03-03T18:00:00+07:00'),
  });
  given(declared(), ended(monday), late).at(sonLa).thenDuty({ state: 'kept' });
  given(declared(), ended(monday), late)
    .at(sonLa)
    .thenLessened(
      'outage-catch-up: late by 30 minutes before and by 0 minutes after, by clerk-9 at 2026-03-03T11:00:00.000Z',
    );
});
