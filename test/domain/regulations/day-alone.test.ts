/** Where the day alone is stated nobody is late by hours that nobody stated: a term runs from the end of that day. */
import { describe, test } from 'vitest';
import { centre as office } from '../../../src/domain/centre/centre/vocabulary.ts';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import { bacLieu } from '../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../src/domain/regulations/centres/ninh-binh.ts';
import { sonLa } from '../../../src/domain/regulations/centres/son-la.ts';
import { tuyenQuang } from '../../../src/domain/regulations/centres/tuyen-quang.ts';
import { agenciesConsulted } from '../../../src/domain/regulations/rules/agencies-consulted.ts';
import { codeIssued } from '../../../src/domain/regulations/rules/code-issued.ts';
import { digitisedBeforeTransfer } from '../../../src/domain/regulations/rules/digitised-on-reception.ts';
import { progressQueryAnswered } from '../../../src/domain/regulations/rules/progress-query-answered.ts';
import { resultHandedOverAtOnce } from '../../../src/domain/regulations/rules/result-handed-over-at-once.ts';
import { transferIn30Minutes } from '../../../src/domain/regulations/rules/transfer-in-30-minutes.ts';
import { transferTwiceDaily } from '../../../src/domain/regulations/rules/transfer-twice-daily.ts';
import { keptOn } from '../../support/kept.ts';
import { specifyRule } from '../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../support/stated.ts';

const fact = proposalsOf(dossier);
const ofDay = { precision: 'day' } as const;

/** Tuesday. */
const tuesday = '2026-03-03T00:00:00+07:00';
const received = entry(
  0,
  fact(
    'DossierReceived',
    { code: 'd1', channel: 'direct', slip: '5', receiver: 'cb-1' },
    tuesday,
    ofDay,
  ),
);
const passedOn = (when: string, also: object = {}) =>
  entry(1, fact('DossierTransferred', { medium: 'paper' }, when, also));

describe('30 minutes at Tuyên Quang', () => {
  const { given } = specifyRule(transferIn30Minutes);

  test.each([
    ['on the same afternoon', '2026-03-03T14:00:00+07:00', 'kept'],
    ['half an hour after the next opening', '2026-03-04T08:00:00+07:00', 'kept'],
    ['a millisecond later', '2026-03-04T08:00:00.001+07:00', 'late'],
  ] as const)('passed on %s', (_, when, state) => {
    given(received, passedOn(when))
      .at(tuyenQuang)
      .thenDuty({ state, due: '2026-03-04T08:00:00+07:00' });
  });

  test('passed on on a day of which no hour is stated either', () => {
    given(received, passedOn('2026-03-04T00:00:00+07:00', ofDay))
      .at(tuyenQuang)
      .thenDuty({ state: 'kept' });
    given(received, passedOn('2026-03-05T00:00:00+07:00', ofDay))
      .at(tuyenQuang)
      .thenDuty({ state: 'late' });
  });

  test('an hour that is stated is the hour, midnight too', () => {
    given({ ...received, precision: 'instant' })
      .at(tuyenQuang)
      .thenDuty({ due: '2026-03-03T08:00:00+07:00' });
  });
});

describe('within the working day at Kon Tum', () => {
  const { given } = specifyRule(transferTwiceDaily);

  test.each([
    [
      'at the start of the next day, as it may have come after 16:00',
      '2026-03-04T07:10:00+07:00',
      'kept',
    ],
    ['when that start is over', '2026-03-04T07:30:00.001+07:00', 'late'],
  ] as const)('passed on %s', (_, when, state) => {
    given(received, passedOn(when))
      .at(konTum(null))
      .thenDuty({ state, due: '2026-03-04T07:30:00+07:00' });
  });
});

test('a result that is finished on a day reaches the centre at once the next morning at the latest', () => {
  const { given } = specifyRule(resultHandedOverAtOnce);
  const [decided, handedOver] = [
    entry(2, fact('DossierDecided', {}, tuesday, ofDay)),
    entry(3, fact('ResultHandedOver', {}, '2026-03-03T15:00:00+07:00')),
  ];
  const fetched = entry(
    0,
    fact(
      'DossierReceived',
      { code: 'd1', solvingUnit: null, resultChannel: 'direct' },
      '2026-03-02T08:00:00+07:00',
    ),
  );
  given(fetched, decided, handedOver)
    .under({ hours: 'vietnam' })
    .thenDuty({ state: 'kept', due: '2026-03-04T08:00:00+07:00' });
});

test('a slip, as any term in minutes that the centre sets', () => {
  const { given } = specifyRule(codeIssued);
  const bare = entry(0, fact('DossierReceived', { code: 'd1' }, tuesday, ofDay));
  given(bare).at(bacLieu).thenDuty({ state: 'open', due: '2026-03-04T07:30:00+07:00' });
});

test('a term in days begins with the next day, whatever the hour was', () => {
  const { given } = specifyRule(progressQueryAnswered);
  const asked = (also: object) =>
    entry(1, fact('ProgressQueried', { unit: 'H42.17' }, tuesday, also));
  given(asked(ofDay)).at(ninhBinh).thenDuty({ due: '2026-03-04T17:30:00+07:00' });
  given(asked({})).at(ninhBinh).thenDuty({ due: '2026-03-04T17:30:00+07:00' });
});

describe('what is to be done by an act of which the day alone is known', () => {
  test('may be done on that day: a scan before the transfer', () => {
    const { given } = specifyRule(digitisedBeforeTransfer);
    const early = entry(
      0,
      fact('DossierReceived', { code: 'd1', channel: 'direct' }, '2026-03-02T08:00:00+07:00'),
    );
    const scanned = (when: string) => entry(2, fact('DossierDigitised', {}, when));
    const transfer = passedOn(tuesday, ofDay);
    given(early, transfer, scanned('2026-03-03T15:00:00+07:00'))
      .at(ninhBinh)
      .thenDuty({ state: 'kept' });
    given(early, transfer, scanned('2026-03-04T00:00:00+07:00'))
      .at(ninhBinh)
      .thenDuty({ state: 'late' });
  });

  test('may be done on that day: a consultation before the decision', () => {
    const { given } = specifyRule(agenciesConsulted, 'office-SL');
    const on = keptOn(office, 'centre-SL-2026', 'SL');
    const decided = on(1, 'MatterDecided', { matter: 'm-1', agencies: ['H52.17'] }, tuesday, ofDay);
    const sent = (when: string) =>
      on(2, 'ConsultationSent', { matter: 'm-1', agency: 'H52.17' }, when);
    given(decided, sent('2026-03-03T10:00:00+07:00')).at(sonLa).thenDuty({ state: 'kept' });
    given(decided, sent('2026-03-04T00:00:00+07:00')).at(sonLa).thenDuty({ state: 'late' });
  });
});
