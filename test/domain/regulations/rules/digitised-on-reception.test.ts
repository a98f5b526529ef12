import { describe, test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { digitisedBeforeTransfer } from '../../../../src/domain/regulations/rules/digitised-on-reception.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(digitisedBeforeTransfer);
const fact = proposalsOf(dossier);

type Channel = 'direct' | 'post' | 'by-proxy' | 'hired-service' | 'online' | 'e-mail' | null;
const received = (channel: Channel = 'direct', when = '2026-03-02T08:00:00+07:00') =>
  entry(0, fact('DossierReceived', { code: 'd1', channel, receiver: 'cb-1' }, when));
const scanned = (when: string, data: object = {}, also: object = {}) =>
  entry(1, fact('DossierDigitised', data, when), undefined, also);
const transferred = entry(2, fact('DossierTransferred', {}, '2026-03-02T10:00:00+07:00'));

describe('at Ninh Bình', () => {
  test('it is due when the dossier is passed on, and before that of nobody', () => {
    given(received()).at(ninhBinh).thenNoDuty();
    given(received(), transferred)
      .at(ninhBinh)
      .thenDuty({
        state: 'open',
        bearer: { kind: 'official', code: 'cb-1' },
        due: '2026-03-02T10:00:00+07:00',
      });
  });

  test.each([
    ['at the very instant', '2026-03-02T10:00:00+07:00', 'kept'],
    ['a millisecond later', '2026-03-02T10:00:00.001+07:00', 'late'],
  ])('scanned %s of the transfer: %s', (_, when, state) => {
    given(received(), scanned(when), transferred)
      .at(ninhBinh)
      .thenDuty({ state: state === 'kept' ? 'kept' : 'late' });
  });

  test('a dossier that goes on after the weekend may be scanned until then', () => {
    const onMonday = entry(2, fact('DossierTransferred', {}, '2026-03-09T08:00:00+07:00'));
    const friday = received('direct', '2026-03-06T16:00:00+07:00');
    given(friday, scanned('2026-03-09T07:50:00+07:00'), onMonday)
      .at(ninhBinh)
      .thenDuty({ state: 'kept' });
  });

  test('a decision shows, too, that it went on', () => {
    const decided = entry(2, fact('DossierDecided', {}, '2026-03-04T10:00:00+07:00'));
    given(received(), decided).at(ninhBinh).thenDuty({ due: '2026-03-04T10:00:00+07:00' });
  });

  test('a scan without a signature, or that is not filed, is none', () => {
    const at = '2026-03-02T09:00:00+07:00';
    given(received(), scanned(at, { signed: false }), transferred)
      .at(ninhBinh)
      .thenDuty({ state: 'open' });
    given(received(), scanned(at, { filed: false }), transferred)
      .at(ninhBinh)
      .thenDuty({ state: 'open' });
  });

  test.each(['large-format', 'large-volume'] as const)('%s may stay on paper', (leftOnPaper) => {
    given(received(), scanned('2026-03-02T09:00:00+07:00', { leftOnPaper }), transferred)
      .at(ninhBinh)
      .thenDuty({ state: 'kept' });
  });

  test.each(['online', 'e-mail', null] as const)('%s: there is no paper to scan', (channel) => {
    given(received(channel), transferred).at(ninhBinh).thenNoDuty();
  });

  test('a scan that is entered late as if in time takes the breach away, which shows', () => {
    const late = scanned(
      '2026-03-02T09:00:00+07:00',
      {},
      {
        recordedAt: Instant.parse('2026-03-02T11:00:00+07:00'),
      },
    );
    given(received(), transferred, { ...late, index: 3n })
      .at(ninhBinh)
      .thenDuty({ state: 'kept' });
    given(received(), transferred, { ...late, index: 3n })
      .at(ninhBinh)
      .thenLessened(
        'digitised-on-reception: late by 60 minutes before and by 0 minutes after, by clerk-9 at 2026-03-02T04:00:00.000Z',
      );
  });
});

describe('a correction of the reception at Ninh Bình', () => {
  const correctedAt = (when: string) =>
    enteredAt(
      8,
      fact(
        'DossierReceived',
        { code: 'd1', channel: 'direct', receiver: 'cb-1' },
        '2026-03-02T08:05:00+07:00',
        { corrects: eventId(0) },
      ),
      when,
    );
  const due = '2026-03-02T10:00:00+07:00';
  const early = correctedAt('2026-03-02T08:10:00+07:00');
  const late = correctedAt('2026-03-05T08:00:00+07:00');

  test.each([
    ['before the transfer', early],
    ['long after it', late],
  ])('%s clears nothing of what was never scanned', (_, correction) => {
    given(received(), transferred, correction)
      .at(ninhBinh)
      .thenDuty({ state: 'open', due, customaryDue: due });
  });

  test.each([
    ['before the transfer', early],
    ['long after it', late],
  ])('%s clears nothing of what was scanned too late', (_, correction) => {
    const tooLate = scanned('2026-03-03T10:00:00+07:00');
    given(received(), tooLate, transferred, correction)
      .at(ninhBinh)
      .thenDuty({ state: 'late', due });
    given(received(), tooLate, transferred, correction).at(ninhBinh).thenLessened();
  });

  test.each([
    ['before the transfer', early],
    ['long after it', late],
  ])('%s takes nothing from what was scanned in time', (_, correction) => {
    given(received(), scanned('2026-03-02T09:00:00+07:00'), transferred, correction)
      .at(ninhBinh)
      .thenDuty({ state: 'kept', due });
  });

  test('that says it came online takes the breach away, and that shows', () => {
    const online = enteredAt(
      8,
      fact('DossierReceived', { code: 'd1', channel: 'online' }, '2026-03-02T08:00:00+07:00', {
        corrects: eventId(0),
      }),
      '2026-03-05T08:00:00+07:00',
    );
    given(received(), transferred, online).at(ninhBinh).thenNoDuty();
    given(received(), transferred, online)
      .at(ninhBinh)
      .thenLessened(
        'digitised-on-reception: late by 4200 minutes before and by 0 minutes after, by clerk-9 at 2026-03-05T01:00:00.000Z',
      );
  });

  test('proof is also the act with which it fell due', () => {
    const reception = received();
    given(reception, transferred)
      .at(ninhBinh)
      .thenDuty({ evidence: [transferred, reception] });
  });
});

describe('at Tuyên Quang', () => {
  test('it is due by the end of the next working day, over a weekend, too', () => {
    given(received()).at(tuyenQuang).thenDuty({ due: '2026-03-03T17:30:00+07:00' });
    given(received('post', '2026-03-06T16:00:00+07:00'))
      .at(tuyenQuang)
      .thenDuty({ due: '2026-03-09T17:30:00+07:00' });
  });

  test('nothing may stay on paper', () => {
    const part = { leftOnPaper: 'large-format' };
    given(received(), scanned('2026-03-02T09:00:00+07:00', part))
      .at(tuyenQuang)
      .thenDuty({ state: 'open' });
  });

  test('a dossier that is withdrawn in time needs no scan any more', () => {
    const withdrawn = entry(1, fact('DossierWithdrawn', {}, '2026-03-03T09:00:00+07:00'));
    given(received(), withdrawn).at(tuyenQuang).thenDuty({ state: 'ended', breached: false });
  });
});
