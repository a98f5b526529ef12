import { describe, test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { codeIssued } from '../../../../src/domain/regulations/rules/code-issued.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(codeIssued);
const fact = proposalsOf(dossier);

const received = (when: string, data: object = {}) =>
  entry(0, fact('DossierReceived', { code: 'd1', receiver: 'cb-1', ...data }, when));
const morning = '2026-03-02T08:00:00+07:00';
const slip = { slip: '0005/TNHS' };

test.each([bacLieu, konTum(null)])('a reception that states its slip is kept', (centre) => {
  given(received(morning, slip))
    .at(centre)
    .thenDuty({ state: 'kept', bearer: { kind: 'official', code: 'cb-1' } });
});

test('one without it waits half an hour of working time for it', () => {
  given(received(morning))
    .at(bacLieu)
    .thenDuty({ state: 'open', due: '2026-03-02T08:30:00+07:00' });
});

test.each([
  ['over lunch', '2026-03-02T10:45:00+07:00', '2026-03-02T13:15:00+07:00'],
  ['over a weekend', '2026-03-06T16:45:00+07:00', '2026-03-09T07:15:00+07:00'],
  ['over a holiday', '2026-04-29T16:45:00+07:00', '2026-05-04T07:15:00+07:00'],
])('the half hour is counted %s', (_, when, due) => {
  given(received(when)).at(bacLieu).thenDuty({ state: 'open', due });
});

describe('a reception that is corrected to state its slip', () => {
  const corrected = (recordedAt: string) =>
    entry(
      1,
      fact('DossierReceived', { code: 'd1', receiver: 'cb-1', ...slip }, morning),
      undefined,
      {
        corrects: eventId(0),
        recordedAt: Instant.parse(recordedAt),
      },
    );

  test('is kept, and nothing was taken away at the very instant of the due time', () => {
    given(received(morning), corrected('2026-03-02T08:30:00+07:00'))
      .at(bacLieu)
      .thenDuty({ state: 'kept' });
    given(received(morning), corrected('2026-03-02T08:30:00+07:00')).at(bacLieu).thenLessened();
  });

  test('shows a millisecond later', () => {
    given(received(morning), corrected('2026-03-02T08:30:00.001+07:00'))
      .at(bacLieu)
      .thenLessened(
        'code-issued: late by 1 minutes before and by 0 minutes after, by clerk-9 at 2026-03-02T01:30:00.001Z',
      );
  });
});

test('a slip that was stated from the first is not late for a reception that is set later', () => {
  const later = entry(
    1,
    fact('DossierReceived', { code: 'd1', receiver: 'cb-1', ...slip }, '2026-03-03T08:00:00+07:00'),
    undefined,
    { corrects: eventId(0), recordedAt: Instant.parse('2026-03-03T09:00:00+07:00') },
  );
  given(received(morning, slip), later).at(bacLieu).thenNoDuty();
  given(received(morning, slip), later).at(bacLieu).thenLessened();
});

test('a second reception on record asks for no second slip', () => {
  const again = entry(1, fact('DossierReceived', { code: 'd1' }, '2026-03-03T08:00:00+07:00'));
  given(received(morning, slip), again).at(bacLieu).thenDuty({ state: 'kept' });
});

describe('at Tuyên Quang', () => {
  test.each(['direct', 'by-proxy', 'hired-service', 'post'] as const)(
    'a dossier that comes in %s has one',
    (channel) => {
      given(received(morning, { channel })).at(tuyenQuang).thenDuty({ state: 'open' });
    },
  );

  test.each(['online', 'e-mail', null] as const)('%s: none is asked for', (channel) => {
    given(received(morning, { channel })).at(tuyenQuang).thenNoDuty();
  });
});
