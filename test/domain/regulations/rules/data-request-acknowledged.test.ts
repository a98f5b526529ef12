import { expect, test } from 'vitest';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { dataRequestAcknowledged } from '../../../../src/domain/regulations/rules/data-request-acknowledged.ts';
import { asked, requestOfTests } from '../../../support/privacy.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(dataRequestAcknowledged, requestOfTests);

const received = (when: string, data: object = {}) =>
  asked(0, 'DataRequestReceived', { asks: 'view', ...data }, when);
const acknowledged = (when: string, also: object = {}) =>
  asked(1, 'DataRequestAcknowledged', {}, when, also);

/** Monday 4 May 2026. */
const monday = '2026-05-04T09:00:00+07:00';
const due = '2026-05-06T17:30:00+07:00';
const centre = { kind: 'centre', code: 'NB' } as const;

test('within two working days, the day after being the first: kept to the very instant, late a millisecond after it', () => {
  const citation = 'Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP';
  given(received(monday), acknowledged(due))
    .at(ninhBinh)
    .thenDuty({ due, state: 'kept', bearer: centre, citation });
  given(received(monday), acknowledged('2026-05-06T17:30:00.001+07:00'))
    .at(ninhBinh)
    .thenDuty({ state: 'late', breached: true });
  given(received(monday)).at(ninhBinh).thenDuty({ due, state: 'open' });
});

test('over a weekend, and over Tết', () => {
  given(received('2026-05-07T16:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ due: '2026-05-11T17:30:00+07:00' });
  given(received('2026-02-13T09:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ due: '2026-02-24T17:30:00+07:00' });
});

test('day 1 is the day after at Kon Tum, too, by its hours', () => {
  given(received(monday))
    .at(konTum(null))
    .thenDuty({ due: '2026-05-06T17:00:00+07:00', bearer: { kind: 'centre', code: 'KT' } });
});

test('whatever is asked, also what no term is known for; who holds the data owes it', () => {
  given(received(monday, { asks: 'restrict', holder: 'S1' }), acknowledged(due))
    .at(ninhBinh)
    .thenDuty({ state: 'kept', bearer: { kind: 'agency', code: 'S1' } });
});

test('from the first of January 2026', () => {
  given(received('2025-12-31T23:59:59.999+07:00')).at(ninhBinh).thenNoDuty();
  given(received('2026-01-01T00:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ due: '2026-01-06T17:30:00+07:00' });
});

test('an answer acknowledges it, too: in time, or late', () => {
  const answered = (when: string) =>
    asked(1, 'DataRequestAnswered', { outcome: 'refused', ground: 'not-held' }, when);
  given(received(monday), answered('2026-05-05T09:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ state: 'kept' });
  given(received(monday), answered('2026-05-07T09:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ state: 'late' });
});

test('what the person took back is owed no more; taken back late, it was broken by then', () => {
  const withdrawn = (when: string) => asked(1, 'DataRequestWithdrawn', {}, when);
  given(received(monday), withdrawn('2026-05-05T09:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ state: 'ended', breached: false });
  given(received(monday), withdrawn('2026-05-07T09:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ state: 'ended', breached: true });
});

test('of a day alone, the whole day is in time', () => {
  const onDue = { ...acknowledged('2026-05-06T00:00:00+07:00'), precision: 'day' as const };
  const after = { ...acknowledged('2026-05-07T00:00:00+07:00'), precision: 'day' as const };
  given(received(monday), onDue).at(ninhBinh).thenDuty({ state: 'kept' });
  given(received(monday), after).at(ninhBinh).thenDuty({ state: 'late' });
});

test('an acknowledgement that is entered afterwards with a time within the term is told apart', () => {
  const late = acknowledged('2026-05-06T09:00:00+07:00', {
    recordedAt: '2026-05-08T09:00:00+07:00',
  });
  const judged = given(received(monday), late).at(ninhBinh);
  judged.thenDuty({ state: 'kept' });
  judged.thenLessened(expect.stringContaining('data-request-acknowledged: '));
});

test('an acknowledgement that turns out to have been another day’s is late, and one that was withdrawn is none', () => {
  const redated = asked(2, 'DataRequestAcknowledged', {}, '2026-05-07T09:00:00+07:00', {
    corrects: eventId(1),
  });
  given(received(monday), acknowledged(due), redated).at(ninhBinh).thenDuty({ state: 'late' });
  const taken = asked(2, 'EntryWithdrawn', {}, '2026-05-07T09:00:00+07:00', {
    corrects: eventId(1),
  });
  given(received(monday), acknowledged(due), taken).at(ninhBinh).thenDuty({ state: 'open' });
});
