import { describe, test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { apologyAndNewAppointment } from '../../../../src/domain/regulations/rules/apology-and-new-appointment.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(apologyAndNewAppointment);
const fact = proposalsOf(dossier);

/** Of a Friday, so that the weekend is in between. */
const appointed = '2026-03-06T10:00:00+07:00';
const due = '2026-03-09T17:30:00+07:00';

const reception = (appointment: { at: string } | { on: string } | null = { at: appointed }) =>
  fact(
    'DossierReceived',
    { code: 'd1', appointment, official: 'cv-1', solvingUnit: 'H52.17' },
    '2026-03-02T08:00:00+07:00',
  );
const received = entry(0, reception());
const asked = (when: string) => entry(8, fact('ApologyAsked', { of: 'H52.17' }, when));
const decided = (when: string) => entry(9, fact('DossierDecided', {}, when));
const lateResult = decided('2026-03-06T15:00:00+07:00');

test.each([
  ['at the very instant', due, 'kept'],
  ['a millisecond later', '2026-03-09T17:30:00.001+07:00', 'late'],
  ['ahead of the lateness', '2026-03-05T15:00:00+07:00', 'kept'],
] as const)('asked for by the end of the next working day: %s', (_, when, state) => {
  const ask = asked(when);
  given(received, lateResult, ask)
    .at(sonLa)
    .thenDuty({
      state,
      openedAt: Instant.parse(appointed),
      due,
      bearer: { kind: 'official', code: 'cv-1' },
      evidence: [received, ask],
    });
});

test('from the appointed time on, though there is no result yet', () => {
  given(received).at(sonLa).thenDuty({ state: 'open', due });
});

test('over holidays', () => {
  given(entry(0, reception({ on: '2026-04-29' })))
    .at(sonLa)
    .thenDuty({ due: '2026-05-04T17:30:00+07:00' });
});

describe('nothing is asked for', () => {
  test('where the result came at the very instant, but it is a millisecond later', () => {
    given(received, decided(appointed)).at(sonLa).thenNoDuty();
    given(received, decided('2026-03-06T10:00:00.001+07:00')).at(sonLa).thenDuty({ state: 'open' });
  });

  test('where nothing was promised, or it ended before', () => {
    given(entry(0, reception(null)))
      .at(sonLa)
      .thenNoDuty();
    given(received, entry(9, fact('DossierWithdrawn', {}, '2026-03-05T08:00:00+07:00')))
      .at(sonLa)
      .thenNoDuty();
  });

  test('where the time was moved before it had passed; afterwards changes nothing', () => {
    const moved = (when: string) =>
      entry(
        5,
        fact(
          'AppointmentMoved',
          { by: 'gd-1', before: { at: appointed }, after: { at: '2026-03-13T10:00:00+07:00' } },
          when,
        ),
      );
    const inTime = [moved('2026-03-05T08:00:00+07:00'), lateResult];
    given(received, ...inTime)
      .at(sonLa)
      .thenNoDuty();
    given(received, moved('2026-03-09T08:00:00+07:00')).at(sonLa).thenDuty({ state: 'open', due });
    given(received, moved('2026-03-05T08:00:00+07:00'))
      .at(sonLa)
      .thenDuty({ due: '2026-03-16T17:30:00+07:00' });
  });
});

describe('the lateness is another’s', () => {
  const before = '2026-03-04T08:00:00+07:00';

  test.each([
    ['ConsultationAsked', { unit: 'H52.20' }],
    ['PaperAsked', { from: 'H52.41' }],
    ['VerificationRequested', { unit: 'H52.41' }],
    ['FinancialDutyAsked', {}],
    ['CourierHandedOver', { what: 'dossier' }],
  ] as const)('while an answer to %s is waited for', (type, data) => {
    given(received, entry(1, fact(type, data, before)), lateResult)
      .at(sonLa)
      .thenNoDuty();
  });

  test('while the counter has not passed it on', () => {
    const passedOn = entry(1, fact('DossierTransferred', {}, '2026-03-06T11:00:00+07:00'));
    given(received, passedOn, lateResult).at(sonLa).thenNoDuty();
    const inTime = entry(1, fact('DossierTransferred', {}, before));
    given(received, inTime, lateResult).at(sonLa).thenDuty({ state: 'open' });
  });

  test('while it lies at another agency than the one that solves it', () => {
    const passedTo = (to: string) => entry(1, fact('DossierTransferred', { to }, before));
    given(received, passedTo('H52.20'), lateResult).at(sonLa).thenNoDuty();
    given(received, passedTo('H52.17'), lateResult).at(sonLa).thenDuty({ state: 'open' });
  });

  test('while the applicant supplements: the time does not run out', () => {
    const supplement = entry(1, fact('SupplementRequested', {}, before));
    given(received, supplement).at(sonLa).thenNoDuty();
  });

  test('not once the answer is there, nor where the agency verifies itself', () => {
    const [ask, answer] = [
      entry(1, fact('ConsultationAsked', { unit: 'H52.20' }, before)),
      entry(2, fact('ConsultationAnswered', { unit: 'H52.20' }, '2026-03-05T08:00:00+07:00')),
    ];
    given(received, ask, answer, lateResult).at(sonLa).thenDuty({ state: 'open' });
    const itself = entry(1, fact('VerificationRequested', { unit: 'H52.17' }, before));
    given(received, itself, lateResult).at(sonLa).thenDuty({ state: 'open' });
  });
});

test('a finish date that is set back takes the duty away, and shows', () => {
  const back = enteredAt(
    10,
    fact('DossierDecided', {}, appointed, { corrects: eventId(9) }),
    '2026-03-11T08:00:00+07:00',
  );
  given(received, lateResult, back).at(sonLa).thenNoDuty();
  given(received, lateResult, back)
    .at(sonLa)
    .thenLessened(
      'apology-and-new-appointment: late by 2310 minutes before and by 0 minutes after, by clerk-9 at 2026-03-11T01:00:00.000Z',
    );
});
