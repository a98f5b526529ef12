/** The first due time stays on the duty, whoever moves it: by it the original lateness is measured. */
import { expect, test } from 'vitest';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import { ninhBinh } from '../../../src/domain/regulations/centres/ninh-binh.ts';
import { processingDeadline } from '../../../src/domain/regulations/rules/processing-deadline.ts';
import { Instant } from '../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../support/stated.ts';

const { given } = specifyRule(processingDeadline);
const fact = proposalsOf(dossier);

const at = '2026-03-02T08:00:00+07:00';
const promised = '2026-03-06T17:30:00+07:00';
const firstDue = Instant.parse(promised);
const later = '2026-03-13T17:30:00+07:00';

const receivedFor = (when: string | null, also: object = {}) =>
  fact(
    'DossierReceived',
    { code: 'd1', appointment: when === null ? null : { at: when } },
    at,
    also,
  );
const received = entry(0, receivedFor(promised));
const movedTo = (number: number, when: string, enteredWhen: string) =>
  entry(
    number,
    fact(
      'AppointmentMoved',
      { by: 'gd-1', before: { at: promised }, after: { at: when } },
      enteredWhen,
    ),
  );
const decided = (when: string) => entry(9, fact('DossierDecided', {}, when));

test('of what was never moved it is the due time', () => {
  given(received).at(ninhBinh).thenDuty({ due: promised, customaryDue: promised, firstDue });
});

test('moved a minute before it ran out, the dossier is in time, and a week late by the first', () => {
  given(received, movedTo(1, later, '2026-03-06T17:29:00+07:00'), decided(later))
    .at(ninhBinh)
    .thenDuty({ state: 'kept', due: later, customaryDue: later, firstDue });
});

test('moved a minute after, what had passed stands by itself', () => {
  given(received, movedTo(1, later, '2026-03-06T17:31:00+07:00'), decided(later))
    .at(ninhBinh)
    .thenDuty({ state: 'late', due: promised, customaryDue: later, firstDue });
});

test('moved twice, it is the first of all', () => {
  const again = movedTo(2, '2026-03-20T17:30:00+07:00', '2026-03-12T09:00:00+07:00');
  given(received, movedTo(1, later, '2026-03-05T09:00:00+07:00'), again)
    .at(ninhBinh)
    .thenDuty({ due: '2026-03-20T17:30:00+07:00', firstDue });
});

test('moved as soon as it was given, it is still the first', () => {
  given(received, movedTo(1, later, '2026-03-02T08:05:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ due: later, firstDue });
});

test.each([
  ['within 15 minutes was a slip of the pen', '2026-03-02T08:15:00+07:00', later],
  ['a millisecond later moves it', '2026-03-02T08:15:00.001+07:00', promised],
])('corrected %s', (_, when, first) => {
  const corrected = enteredAt(1, receivedFor(later, { corrects: eventId(0) }), when);
  given(received, corrected)
    .at(ninhBinh)
    .thenDuty({ due: later, customaryDue: later, firstDue: Instant.parse(first) });
});

test('a slip that is corrected after the time was moved leaves the first as it was', () => {
  const moved = movedTo(1, later, '2026-03-02T08:05:00+07:00');
  const corrected = enteredAt(
    2,
    receivedFor('2026-03-09T17:30:00+07:00', { corrects: eventId(0) }),
    '2026-03-02T08:10:00+07:00',
  );
  given(received, moved, corrected).at(ninhBinh).thenDuty({ due: later, firstDue });
});

test('where the reception gave none, it is the first that was given', () => {
  const none = entry(0, receivedFor(null));
  given(none, movedTo(1, promised, '2026-03-03T09:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ due: promised, firstDue });
});

test('a wait for supplements moves it as it moves the others', () => {
  const asked = entry(5, fact('SupplementRequested', {}, '2026-03-04T07:30:00+07:00'));
  const brought = entry(6, fact('SupplementReceived', {}, '2026-03-05T07:30:00+07:00'));
  given(received, movedTo(1, later, '2026-03-03T09:00:00+07:00'), asked, brought)
    .under({ supplementPause: 'extend', hours: 'vietnam' })
    .thenDuty({
      due: '2026-03-16T17:30:00+07:00',
      firstDue: Instant.parse('2026-03-09T17:30:00+07:00'),
    });
  expect(firstDue).toBe('2026-03-06T10:30:00.000Z');
});
