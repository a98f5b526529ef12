import { test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { newAppointmentOnce } from '../../../../src/domain/regulations/rules/new-appointment-once.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(newAppointmentOnce);
const fact = proposalsOf(dossier);
const received = entry(
  0,
  fact('DossierReceived', { code: 'd1', solvingUnit: 'H42.17' }, '2026-03-02T08:00:00+07:00'),
);
const when = '2026-03-09T08:00:00+07:00';
const apology = (number: number, on: string | null, at = when, data: object = {}) =>
  entry(
    number,
    fact('ApologyIssued', { newAppointment: on === null ? null : { on }, ...data }, at),
  );

test('a second new appointment is a breach of the agency, proved by the first', () => {
  const [first, second] = [
    apology(1, '2026-03-12'),
    apology(2, '2026-03-16', '2026-03-12T08:00:00+07:00'),
  ];
  given(received, first).at(ninhBinh).thenBreaches();
  given(received, first, second).at(ninhBinh).thenBreaches([first, second]);
  given(received, first, second)
    .at(ninhBinh)
    .thenFindings({ bearer: { kind: 'agency', code: 'H42.17' }, citation: 'NĐ 118/2025/NĐ-CP' });
  const named = apology(2, '2026-03-16', '2026-03-12T08:00:00+07:00', { unit: 'H42.18' });
  given(received, first, named)
    .at(ninhBinh)
    .thenFindings({ bearer: { kind: 'agency', code: 'H42.18' } });
});

test('to apologise again for the same date, or with none, is no breach', () => {
  const first = apology(1, '2026-03-12');
  given(received, first, apology(2, '2026-03-12')).at(ninhBinh).thenBreaches();
  given(received, first, apology(2, null)).at(ninhBinh).thenBreaches();
  given(received, apology(1, null), apology(2, '2026-03-12')).at(ninhBinh).thenBreaches();
});

test('each further date is one more', () => {
  const all = ['2026-03-12', '2026-03-16', '2026-03-18'].map((on, place) => apology(place + 1, on));
  const [first, second, third] = all;
  if (first === undefined || second === undefined || third === undefined) throw new TypeError();
  given(received, ...all)
    .at(ninhBinh)
    .thenBreaches([first, second], [second, third]);
});

test('it holds from the first day of the decree, and is cited by the one in force', () => {
  const twice = (at: string) => [apology(1, '2018-06-25', at), apology(2, '2018-06-26', at)];
  given(received, ...twice('2018-06-20T23:59:59.999+07:00'))
    .at(sonLa)
    .thenBreaches();
  given(received, ...twice('2018-06-21T00:00:00+07:00'))
    .at(sonLa)
    .thenFindings({ citation: 'NĐ 61/2018/NĐ-CP' });
  given(received, ...twice('2025-06-30T23:59:59.999+07:00'))
    .at(sonLa)
    .thenFindings({ citation: 'NĐ 61/2018/NĐ-CP' });
  given(received, ...twice('2025-07-01T00:00:00+07:00'))
    .at(sonLa)
    .thenFindings({ citation: 'NĐ 118/2025/NĐ-CP' });
});

test('a date that is corrected to the first takes the breach away, which shows', () => {
  const [first, second] = [
    apology(1, '2026-03-12'),
    apology(2, '2026-03-16', '2026-03-12T08:00:00+07:00'),
  ];
  const corrected = enteredAt(
    3,
    fact('ApologyIssued', { newAppointment: { on: '2026-03-12' } }, '2026-03-12T08:00:00+07:00', {
      corrects: eventId(2),
    }),
    '2026-03-20T08:00:00+07:00',
  );
  given(received, first, second, corrected).at(ninhBinh).thenFindings({ rule: 'breach-lessened' });
});
