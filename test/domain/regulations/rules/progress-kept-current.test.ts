import { describe, test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { progressKeptByAgency } from '../../../../src/domain/regulations/rules/progress-kept-current.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(progressKeptByAgency);
const fact = proposalsOf(dossier);

const monday = '2026-03-02T08:00:00+07:00';
const received = entry(
  0,
  fact('DossierReceived', { code: 'd1', solvingUnit: 'H42.17', official: 'cv-1203' }, monday),
);
/** Ten working days after Monday 2 March. */
const due = '2026-03-16T17:30:00+07:00';
const noted = (number: number, when: string, also: object = {}) =>
  entry(number, fact('ProgressNoted', {}, when), undefined, also);

test('a dossier in process waits for the next entry, for ten working days', () => {
  given(received)
    .at(ninhBinh)
    .thenDuty({ state: 'open', due, bearer: { kind: 'agency', code: 'H42.17' } });
});

test('holidays do not count', () => {
  given({ ...received, occurredAt: Instant.parse('2026-04-22T08:00:00+07:00') })
    .at(ninhBinh)
    .thenDuty({ due: '2026-05-11T17:30:00+07:00' });
});

test('at Kon Tum the day itself counts for the processing alone', () => {
  given(received).at(konTum(null)).thenDuty({ due: '2026-03-16T17:00:00+07:00' });
});

test.each([sonLa, bacLieu])('at some centres the official owes it', (centre) => {
  given(received)
    .at(centre)
    .thenDuty({ bearer: { kind: 'official', code: 'cv-1203' } });
});

describe('the next entry', () => {
  test('at the very instant is in time, and waits for another', () => {
    given(received, noted(1, due))
      .at(ninhBinh)
      .thenDuty({ opening: noted(1, due).id, state: 'open' });
  });

  test('a millisecond later shows that it was stale', () => {
    const late = noted(1, '2026-03-16T17:30:00.001+07:00');
    given(received, late)
      .at(ninhBinh)
      .thenDuties(
        { opening: received.id, state: 'late', due },
        { opening: late.id, state: 'open' },
      );
  });

  test('of one instant is the last that was entered', () => {
    const [one, two] = [
      noted(1, '2026-03-03T08:00:00+07:00'),
      noted(2, '2026-03-03T08:00:00+07:00'),
    ];
    given(received, one, two).at(ninhBinh).thenDuty({ opening: two.id, state: 'open' });
  });

  test.each(['AgencyUrged', 'ProgressQueried'] as const)(
    'is not what the centre asks: %s',
    (type) => {
      const asked = entry(1, fact(type, {}, '2026-03-04T08:00:00+07:00'));
      given(received, asked).at(ninhBinh).thenDuty({ opening: received.id, due });
    },
  );
});

describe('nothing is owed', () => {
  test.each([
    ['DossierDecided', {}],
    ['ResultReturned', {}],
    ['DossierWithdrawn', {}],
  ] as const)('once it is over: %s', (type, data) => {
    const over = entry(1, fact(type, data, '2026-03-05T08:00:00+07:00'));
    given(received, over, noted(2, '2026-03-06T08:00:00+07:00')).at(ninhBinh).thenNoDuty();
  });

  test('while the applicant is waited for, and again once the papers are there', () => {
    const asked = entry(1, fact('SupplementRequested', {}, '2026-03-04T08:00:00+07:00'));
    const came = entry(2, fact('SupplementReceived', {}, '2026-04-06T08:00:00+07:00'));
    given(received, asked).at(ninhBinh).thenNoDuty();
    given(received, asked, came).at(ninhBinh).thenDuty({ opening: came.id, state: 'open' });
  });

  test('before the dossier is received', () => {
    const early = entry(0, fact('PaperAsked', { from: 'H42.41' }, monday));
    given(early).at(ninhBinh).thenNoDuty();
  });
});

test('an end past the time shows that it was stale', () => {
  const decided = entry(1, fact('DossierDecided', {}, '2026-03-20T08:00:00+07:00'));
  given(received, decided).at(ninhBinh).thenDuty({ state: 'late', due });
});

test('progress that is entered late as if in time takes the breach away, which shows', () => {
  const late = noted(1, '2026-03-10T08:00:00+07:00', {
    recordedAt: Instant.parse('2026-03-16T18:30:00+07:00'),
  });
  given(received, late).at(ninhBinh).thenDuty({ opening: late.id, state: 'open' });
  given(received, late)
    .at(ninhBinh)
    .thenLessened(
      'progress-kept-current: late by 60 minutes before and by 0 minutes after, by clerk-9 at 2026-03-16T11:30:00.000Z',
    );
});
