import { test } from 'vitest';
import { official } from '../../../../src/domain/centre/official/vocabulary.ts';
import { violation } from '../../../../src/domain/complaints/violation/vocabulary.ts';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import {
  staffViolationHandled,
  violationHandled,
} from '../../../../src/domain/regulations/rules/violation-handled.ts';
import { keptOn, march } from '../../../support/kept.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const subject = 'violation-VP-1';
const { given } = specifyRule(violationHandled, subject);
const told = keptOn(violation, subject, 'BL');

/** On Monday, 2 March: ten working days after it end on Monday, the 16th, over two weekends. */
const recorded = (also: object = {}) =>
  told(
    0,
    'ViolationRecorded',
    { act: 'bribery', who: 'official', official: 'clerk', agency: 'H04.17', ...also },
    march(2, '09:00'),
  );
const decided = (when: string) => told(1, 'ViolationDecided', { unit: 'H04.17' }, when);
const transferred = (when: string, to: string | null) =>
  told(1, 'ViolationTransferred', { to }, when);

test('owed by the director, within the time that the centre sets', () => {
  given(recorded())
    .at(bacLieu)
    .thenDuty({
      state: 'open',
      due: march(16, '17:00'),
      bearer: { kind: 'official', code: null },
      citation: 'BL Đ8.1đ, Đ8.1h',
    });
  const director = keptOn(official, 'official-gd-1', 'BL')(
    9,
    'OfficeTaken',
    { office: 'director', from: '2025-01-02' },
    '2025-01-02T08:00:00+07:00',
  );
  given(director, recorded())
    .at(bacLieu)
    .thenDuty({ bearer: { kind: 'official', code: 'gd-1' } });
});

test.each([
  ['decided at the very instant', decided(march(16, '17:00')), 'kept'],
  ['decided a millisecond later', decided(march(16, '17:00:00.001')), 'late'],
  ['passed to whoever is competent', transferred(march(9), 'CA'), 'kept'],
] as const)('%s: %s', (_, entry, state) => {
  given(recorded(), entry).at(bacLieu).thenDuty({ state });
});

test('what explains it does not deal with it', () => {
  const explained = told(1, 'ViolationExplained', { by: 'clerk' }, march(4));
  given(recorded(), explained).at(bacLieu).thenDuty({ state: 'open' });
});

test('at BL and KT also what a citizen did, at NB what agencies and officials did', () => {
  const citizen = recorded({ who: 'citizen', official: null, agency: null });
  given(citizen).at(bacLieu).thenDuty({ state: 'open' });
  given(citizen).at(konTum(null)).thenDuty({ citation: 'KT Đ10.5, Đ10.6' });
  const atNinhBinh = specifyRule(staffViolationHandled, subject);
  atNinhBinh.given(citizen).at(ninhBinh).thenNoDuty();
  atNinhBinh.given(recorded()).at(ninhBinh).thenDuty({ citation: 'NB Đ6.1d, Đ10.2' });
  atNinhBinh
    .given(recorded({ who: null }))
    .at(ninhBinh)
    .thenDuty({ state: 'open' });
});

test('recorded twice it is owed once', () => {
  const again = told(2, 'ViolationRecorded', { who: 'official' }, march(3));
  given(recorded(), again)
    .at(bacLieu)
    .thenDuty({ opening: eventId(0) });
});

test('a decision that is set back into the term lessens the breach, and that is found', () => {
  const corrected = told(2, 'ViolationDecided', {}, march(16, '16:00'), {
    corrects: eventId(1),
    recordedAt: march(20),
  });
  given(recorded(), decided(march(17, '17:00')), corrected)
    .at(bacLieu)
    .thenDuty({ state: 'kept' });
  given(recorded(), decided(march(17, '17:00')), corrected)
    .at(bacLieu)
    .thenLessened(
      'violation-handled: late by 1440 minutes before and by 0 minutes after, by clerk-9 at 2026-03-20T01:00:00.000Z',
    );
});
