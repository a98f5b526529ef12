import { describe, test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { latenessAnnounced } from '../../../../src/domain/regulations/rules/lateness-announced.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(latenessAnnounced);
const fact = proposalsOf(dossier);

/** Of a Monday, so that the weekend is in between. */
const appointed = '2026-03-09T10:00:00+07:00';
const announced = '2026-03-06T17:30:00+07:00';
const reception = (when = '2026-03-02T08:00:00+07:00', at = appointed) =>
  entry(
    0,
    fact('DossierReceived', { code: 'd1', appointment: { at }, solvingUnit: 'H42.17' }, when),
  );
const notice = (when: string) => entry(1, fact('ExtensionProposed', { unit: 'H42.17' }, when));
const apology = (when: string) => entry(2, fact('ApologyIssued', { unit: 'H42.17' }, when));
const decided = (when: string) => entry(9, fact('DossierDecided', {}, when));
const late = decided('2026-03-10T15:00:00+07:00');

test.each([
  ['at the very instant', announced, 'kept'],
  ['a millisecond later', '2026-03-06T17:30:00.001+07:00', 'late'],
  ['afterwards', '2026-03-09T11:00:00+07:00', 'late'],
] as const)('by the end of the working day before: %s', (_, when, state) => {
  const bearer = { kind: 'agency', code: 'H42.17' } as const;
  const stated = { due: announced, openedAt: Instant.parse(appointed), bearer, state };
  given(reception(), notice(when), apology(when), late)
    .at(ninhBinh)
    .thenDuties(
      { ...stated, detail: 'the notice to the centre', evidence: [reception(), notice(when)] },
      { ...stated, detail: 'the apology to the applicant', evidence: [reception(), apology(when)] },
    );
});

test('one is owed without the other', () => {
  given(reception(), notice(announced), late)
    .at(ninhBinh)
    .thenDuties({ state: 'kept' }, { state: 'open', due: announced });
  given(reception(), apology(announced), late)
    .at(ninhBinh)
    .thenDuties({ state: 'open', due: announced }, { state: 'kept' });
});

test('a reason that is given for the lateness is a notice, and one for another thing is none', () => {
  const reason = (about: 'lateness' | 'verification' | null) =>
    entry(1, fact('ReasonGiven', { about }, announced));
  for (const about of ['lateness', null] as const) {
    given(reception(), reason(about), late).at(ninhBinh).thenDuties({ state: 'kept' }, {});
  }
  given(reception(), reason('verification'), late).at(ninhBinh).thenDuties({ state: 'open' }, {});
});

describe('until it is known that it is late', () => {
  test('neither is overdue before the time has passed', () => {
    given(reception())
      .at(ninhBinh)
      .thenDuties({ state: 'open', due: appointed }, { state: 'open', due: appointed });
  });

  test('what was finished in time needs neither', () => {
    given(reception(), decided(appointed)).at(ninhBinh).thenNoDuty();
    given(reception(), decided('2026-03-09T10:00:00.001+07:00'))
      .at(ninhBinh)
      .thenDuties({ due: announced }, { due: announced });
  });
});

test.each([
  ['was withdrawn', entry(1, fact('DossierWithdrawn', {}, announced))],
  ['waits for a supplement', entry(1, fact('SupplementRequested', {}, announced))],
])('of a dossier that %s nothing is owed', (_, also) => {
  given(reception(), also).at(ninhBinh).thenNoDuty();
});

test.each([
  ['another agency', fact('ConsultationAsked', { unit: 'H42.20' }, announced), true],
  ['the applicant', fact('FinancialDutyAsked', {}, announced), false],
  ['the post', fact('CourierHandedOver', { what: 'dossier', from: 'H42' }, announced), false],
] as const)('where it lies with %s when its time runs out', (_, also, isOwed) => {
  const judged = given(reception(), entry(1, also), late).at(ninhBinh);
  if (isOwed) judged.thenDuties({ due: announced }, { due: announced });
  else judged.thenNoDuty();
});

test('what came in when one day before was over could not be announced', () => {
  given(reception(announced), late).at(ninhBinh).thenNoDuty();
  given(reception('2026-03-06T17:29:59.999+07:00'), late)
    .at(ninhBinh)
    .thenDuties({ due: announced }, { due: announced });
});

test.each([
  ['TQ', tuyenQuang, announced],
  ['BL', bacLieu, '2026-03-06T17:00:00+07:00'],
] as const)('at %s, too, by its own hours', (_, centre, due) => {
  given(reception(), late).at(centre).thenDuties({ due, citation: 'NĐ 118/2025/NĐ-CP' }, { due });
});

test('a working day is counted back over holidays', () => {
  const afterHolidays = '2026-05-04T10:00:00+07:00'; // 30 April and 1 May are off, a Thursday and a Friday
  given(reception('2026-04-20T08:00:00+07:00', afterHolidays), decided('2026-05-05T10:00:00+07:00'))
    .at(ninhBinh)
    .thenDuties({ due: '2026-04-29T17:30:00+07:00' }, {});
});

test('it holds from the first day of the decree', () => {
  const of = (at: string, end: string) =>
    given(reception('2018-06-01T08:00:00+07:00', at), decided(end)).at(sonLa);
  of('2018-06-20T17:00:00+07:00', '2018-06-22T10:00:00+07:00').thenNoDuty();
  of('2018-06-21T08:00:00+07:00', '2018-06-22T10:00:00+07:00').thenDuties(
    { citation: 'NĐ 61/2018/NĐ-CP' },
    {},
  );
});

test('an apology that is entered afterwards with a date in time is kept, and shows', () => {
  const told = enteredAt(
    2,
    fact('ApologyIssued', { unit: 'H42.17' }, announced),
    '2026-03-12T08:00:00+07:00',
  );
  const found = given(reception(), notice(announced), told, late).at(ninhBinh);
  found.thenDuties({ state: 'kept' }, { state: 'kept' });
  found.thenFindings({ rule: 'breach-lessened' });
});
