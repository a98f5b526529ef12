import { describe, expect, test } from 'vitest';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { threeWayRouting } from '../../../../src/domain/regulations/rules/three-way-routing.ts';
import { complaintOfTests, said, saidLate } from '../../../support/complaints.ts';
import { specifyRule } from '../../../support/rule-spec.ts';

const { given } = specifyRule(threeWayRouting, complaintOfTests);

/** Monday 2 March 2026: ten working days later it is the 16th. */
const received = (kind: 'feedback' | 'question' | 'complaint' | 'denunciation' = 'feedback') =>
  said(0, 'ComplaintReceived', { kind }, '2026-03-02T09:00:00+07:00');
const matter = (of: 'centre' | 'processing' | 'rules') =>
  said(1, 'ComplaintClassified', { matter: of }, '2026-03-02T10:00:00+07:00');
const [inTime, late] = ['2026-03-16T17:30:00+07:00', '2026-03-16T17:30:00.001+07:00'];
const centre = { kind: 'centre', code: 'NB' } as const;

describe('Ninh Bình', () => {
  test.each([
    ['the centre', 'centre', 'ComplaintResolved'],
    ['the centre', 'centre', 'ComplaintReplied'],
    ['processing', 'processing', 'ComplaintForwarded'],
    ['processing', 'processing', 'ComplaintOfficialCalled'],
    ['processing', 'processing', 'ComplaintAnswered'],
    ['the rules', 'rules', 'ComplaintReportedUpward'],
  ] as const)('about %s: kept by %s %s, and late a millisecond too late', (_, about, type) => {
    given(received(), matter(about), said(2, type, {}, inTime))
      .at(ninhBinh)
      .thenDuty({ state: 'kept', due: inTime, bearer: centre, detail: about });
    given(received(), matter(about), said(2, type, {}, late))
      .at(ninhBinh)
      .thenDuty({ state: 'late' });
  });

  test.each([
    ['about the rules, forwarded', 'rules', 'ComplaintForwarded'],
    ['about processing, resolved by the centre', 'processing', 'ComplaintResolved'],
    ['about the centre, forwarded', 'centre', 'ComplaintForwarded'],
  ] as const)('the wrong way is none: %s', (_, about, type) => {
    given(received(), matter(about), said(2, type, {}, inTime))
      .at(ninhBinh)
      .thenDuty({ state: 'open' });
  });

  test('until it is classified any way will do, but not to tell an agency of it', () => {
    given(received(), said(2, 'ComplaintReportedUpward', {}, inTime))
      .at(ninhBinh)
      .thenDuty({ state: 'kept', detail: null });
    given(received(), said(2, 'ComplaintForwarded', { why: 'to-know' }, inTime))
      .at(ninhBinh)
      .thenDuty({ state: 'open' });
  });

  test('what is withdrawn ends it; a part of it does not', () => {
    const back = (whole: boolean) => said(2, 'ComplaintWithdrawn', { whole }, inTime);
    given(received(), back(true)).at(ninhBinh).thenDuty({ state: 'ended', breached: false });
    given(received(), back(false)).at(ninhBinh).thenDuty({ state: 'open' });
  });

  test('days off do not count: over Tết, and over 30 April', () => {
    const tet = said(0, 'ComplaintReceived', { kind: 'suggestion' }, '2026-02-12T09:00:00+07:00');
    given(tet).at(ninhBinh).thenDuty({ due: '2026-03-05T17:30:00+07:00' });
  });

  test('the centre can set another time', () => {
    given(received())
      .under({ hours: 'vietnam', terms: { 'three-way-routing': { days: 3 } } })
      .thenDuty({ due: '2026-03-05T17:30:00+07:00' });
  });

  test('questions and complaints in the sense of the law are other matters', () => {
    given(received('question')).at(ninhBinh).thenNoDuty();
    given(received('complaint')).at(ninhBinh).thenNoDuty();
  });

  test('a forwarding that is entered late, with an earlier time, is told apart', () => {
    const letter = saidLate(
      2,
      'ComplaintForwarded',
      {},
      '2026-03-10T09:00:00+07:00',
      '2026-03-20T09:00:00+07:00',
    );
    const judged = given(received(), matter('processing'), letter).at(ninhBinh);
    judged.thenDuty({ state: 'kept' });
    judged.thenLessened(expect.stringContaining('three-way-routing: '));
  });
});

describe('Kon Tum and Bạc Liêu: dealt with, or passed on', () => {
  test.each([
    'ComplaintResolved',
    'ComplaintAnswered',
    'ComplaintForwarded',
    'ComplaintReportedUpward',
    'ComplaintDeclined',
    'ComplaintAccepted',
  ] as const)('whatever it is about: %s', (type) => {
    const done = said(2, type, {}, '2026-03-16T17:00:00+07:00');
    given(received(), matter('rules'), done)
      .at(konTum(null))
      .thenDuty({ state: 'kept', due: '2026-03-16T17:00:00+07:00', citation: 'KT Đ7.2e' });
    given(received(), matter('rules'), done)
      .at(bacLieu)
      .thenDuty({ state: 'kept', due: '2026-03-16T17:00:00+07:00', citation: 'BL Đ6.5' });
  });

  test('complaints and denunciations are Bạc Liêu’s alone', () => {
    given(received('denunciation')).at(bacLieu).thenDuty({ state: 'open' });
    given(received('denunciation')).at(konTum(null)).thenNoDuty();
  });
});
