import { expect, test } from 'vitest';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { dataBreachNotified } from '../../../../src/domain/regulations/rules/data-breach-notified.ts';
import { breachOfTests, leaked } from '../../../support/privacy.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(dataBreachNotified, breachOfTests);

/** Friday 8 May 2026, 16:00; and 72 hours later, after a weekend. */
const friday = '2026-05-08T16:00:00+07:00';
const due = '2026-05-11T16:00:00+07:00';

const detected = (when = friday, data: object = {}, also: object = {}) =>
  leaked(0, 'DataBreachDetected', data, when, also);
type To = 'authority' | 'persons' | 'superior';
const notified = (when: string, to: To = 'authority', also: object = {}) =>
  leaked(2, 'DataBreachNotified', { to }, when, also);

test('within 72 hours as they pass, over a weekend, too: kept to the very instant, late a millisecond after it', () => {
  const bearer = { kind: 'centre', code: 'SL' } as const;
  given(detected(), notified(due))
    .at(sonLa)
    .thenDuty({ due, state: 'kept', bearer, citation: 'Luật 91/2025/QH15' });
  given(detected(), notified('2026-05-11T16:00:00.001+07:00'))
    .at(sonLa)
    .thenDuty({ state: 'late', breached: true });
  given(detected()).at(sonLa).thenDuty({ due, state: 'open' });
});

test('over Tết and over a night, the hours run on', () => {
  given(detected('2026-02-14T23:30:00+07:00'))
    .at(sonLa)
    .thenDuty({ due: '2026-02-17T23:30:00+07:00' });
});

test('who holds the data owes it', () => {
  given(detected(friday, { holder: 'S1' }))
    .at(ninhBinh)
    .thenDuty({ due, bearer: { kind: 'agency', code: 'S1' } });
});

test.each(['persons', 'superior'] as const)(
  'to tell the %s, or to deal with it, is no notice to the authority',
  (to) => {
    const dealtWith = leaked(1, 'DataBreachDealtWith', {}, '2026-05-09T09:00:00+07:00');
    given(detected(), dealtWith, notified('2026-05-09T10:00:00+07:00', to))
      .at(sonLa)
      .thenDuty({ state: 'open' });
  },
);

test('it counts from when it was found out, and not from when it happened', () => {
  given(detected(friday, { on: '2026-04-01' }))
    .at(sonLa)
    .thenDuty({ due });
});

test('not before 2026', () => {
  given(detected('2025-12-31T23:59:59.999+07:00')).at(sonLa).thenNoDuty();
  given(detected('2026-01-01T00:00:00+07:00'))
    .at(sonLa)
    .thenDuty({ due: '2026-01-04T00:00:00+07:00' });
});

test('of a day alone, the hours run from its end; a notice of a day alone has the whole day', () => {
  const onDay = { ...detected('2026-05-08T00:00:00+07:00'), precision: 'day' as const };
  given(onDay).at(sonLa).thenDuty({ due: '2026-05-11T23:59:59.999+07:00' });
  const dayOf = (when: string) => ({ ...notified(when), precision: 'day' as const });
  given(detected(), dayOf('2026-05-11T00:00:00+07:00')).at(sonLa).thenDuty({ state: 'kept' });
  given(detected(), dayOf('2026-05-12T00:00:00+07:00')).at(sonLa).thenDuty({ state: 'late' });
});

test('a notice that is entered afterwards with a time within the hours is told apart', () => {
  const late = notified('2026-05-11T09:00:00+07:00', 'authority', {
    recordedAt: '2026-05-12T09:00:00+07:00',
  });
  const judged = given(detected(), late).at(sonLa);
  judged.thenDuty({ state: 'kept' });
  judged.thenLessened(expect.stringContaining('data-breach-notified: '));
});

test('a later time at which it is then said to have been found out does not undo what had passed', () => {
  const later = leaked(1, 'DataBreachDetected', {}, '2026-05-10T09:00:00+07:00', {
    corrects: eventId(0),
    recordedAt: '2026-05-12T09:00:00+07:00',
  });
  const judged = given(detected(), later, notified('2026-05-12T10:00:00+07:00')).at(sonLa);
  judged.thenDuty({ due, customaryDue: '2026-05-13T09:00:00+07:00', state: 'late' });
  judged.thenLessened(expect.stringContaining('data-breach-notified: '));
});

test('what was entered by mistake is owed nothing', () => {
  const taken = leaked(1, 'EntryWithdrawn', {}, '2026-05-09T09:00:00+07:00', {
    corrects: eventId(0),
  });
  given(detected(), taken).at(sonLa).thenNoDuty();
});
