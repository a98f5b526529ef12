/** What the regulations have listed of a dossier and call no breach, from its record alone. */
import { describe, expect, test } from 'vitest';
import { foldDossier } from '../../../src/domain/dossier/fold.ts';
import { type DossierMark, marksOf } from '../../../src/domain/dossier/marks.ts';
import { type DossierEvent, dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { Proposal } from '../../../src/domain/entry.ts';
import { timeline } from '../../../src/domain/timeline.ts';
import { entry, eventId, proposalsOf } from '../../support/stated.ts';

const fact = proposalsOf(dossier);
type Fact = Proposal<DossierEvent>;

const on = (day: number, hour = '08:00:00') =>
  `2026-03-${String(day).padStart(2, '0')}T${hour}+07:00`;

const received = fact(
  'DossierReceived',
  { code: 'd1', appointment: { at: on(10, '17:30:00') }, resultChannel: 'direct' },
  on(2),
);

function marks(...facts: readonly Fact[]): readonly DossierMark[] {
  const told = timeline([received, ...facts].map((one, number) => entry(number, one)));
  return marksOf(told, foldDossier(told));
}

test('of a dossier of which nothing more is known nothing is listed', () => {
  expect(marks()).toEqual([]);
});

describe('a result that is handed over, by whom it went to and what was shown (BL Đ10.4, KT Đ6.2b)', () => {
  const slip = { slip: true };
  const both = { slip: true, authorisation: true };

  test.each([
    ['the applicant, with the slip', { to: 'applicant', proof: slip }, []],
    ['the applicant, without it', { to: 'applicant', proof: { slip: false } }, ['without-slip']],
    ['the applicant, and of the slip nothing is said', { to: 'applicant' }, ['without-slip']],
    ['a proxy, with both', { to: 'proxy', proof: both }, []],
    ['a proxy, with the slip alone', { to: 'proxy', proof: slip }, ['without-authorisation']],
    [
      'a proxy, with the authorisation alone',
      { to: 'proxy', proof: { authorisation: true } },
      ['without-slip'],
    ],
    [
      'a hired service, with nothing',
      { to: 'hired-service' },
      ['without-slip', 'without-authorisation'],
    ],
    ['nobody that is named, with the slip', { proof: slip }, []],
  ] as const)('%s', (_, data, expected) => {
    expect(marks(fact('ResultReturned', data, on(10)))).toEqual(expected);
  });

  test.each(['post', 'online'] as const)('what goes by %s is shown no paper', (channel) => {
    const facts = { to: 'applicant', chosenChannel: channel, usedChannel: channel } as const;
    expect(marks(fact('ResultReturned', facts, on(10)))).toEqual([]);
  });

  test('a return that was entered wrong and corrected is listed as corrected', () => {
    const wrong = fact('ResultReturned', { to: 'applicant' }, on(10));
    const right = fact('ResultReturned', { to: 'applicant', proof: slip }, on(10), {
      corrects: eventId(1),
    });
    expect(marks(wrong, right)).toEqual([]);
  });
});

describe('the channel (KT Đ5.1b, TQ Đ8)', () => {
  const proof = { slip: true };

  test('chosen at the reception and used: no difference', () => {
    expect(marks(fact('ResultReturned', { proof, usedChannel: 'direct' }, on(10)))).toEqual([]);
  });

  test('another than was chosen at the reception', () => {
    const sent = fact('ResultReturned', { usedChannel: 'post' }, on(10));
    expect(marks(sent)).toEqual(['other-channel']);
  });

  test('another than the return itself says was chosen, whatever the reception said', () => {
    const data = { proof, chosenChannel: 'post', usedChannel: 'direct' } as const;
    expect(marks(fact('ResultReturned', data, on(10)))).toEqual(['other-channel']);
  });

  test('one that is not known differs from nothing', () => {
    expect(marks(fact('ResultReturned', { proof }, on(10)))).toEqual([]);
  });
});

describe('a reason that the centre was given and the applicant was not told (KT Đ8.5)', () => {
  const reason = fact('ReasonGiven', { about: 'lateness' }, on(11));

  test('kept back until the applicant is told', () => {
    expect(marks(reason)).toEqual(['reason-kept-back']);
    expect(marks(reason, fact('ApplicantTold', { about: 'lateness' }, on(12)))).toEqual([]);
  });

  test('what was told before it does not pass it on', () => {
    const before = fact('ApplicantTold', { about: 'lateness' }, on(10));
    expect(marks(before, reason)).toEqual(['reason-kept-back']);
  });

  test('that the result is there is no reason', () => {
    const told = fact('ApplicantTold', { about: 'result' }, on(12));
    expect(marks(reason, told)).toEqual(['reason-kept-back']);
  });

  test('a second reason has to be passed on again', () => {
    const told = fact('ApplicantTold', {}, on(12));
    const second = fact('ReasonGiven', { about: 'verification' }, on(13));
    expect(marks(reason, told, second)).toEqual(['reason-kept-back']);
  });

  test.each([
    fact('ApologyIssued', {}, on(12)),
    fact('NoticeSent', {}, on(12)),
    fact('DossierReturned', { document: '440/STNMT' }, on(12)),
  ])('$type tells the applicant, too', (told) => {
    expect(marks(reason, told)).toEqual([]);
  });
});

describe('a written answer that was asked of the agency (SL Đ8.d)', () => {
  const asked = fact('WrittenAnswerAsked', {}, on(11));

  test('missing until it is issued', () => {
    expect(marks(asked)).toEqual(['written-answer-missing']);
    expect(marks(asked, fact('WrittenAnswerIssued', {}, on(12)))).toEqual([]);
  });
});

describe('what was given to the post (NB Đ5.3)', () => {
  const given = (reference: string | null, what: 'dossier' | 'result' = 'dossier') =>
    fact('CourierHandedOver', { reference, what }, on(3));
  const taken = (reference: string | null) => fact('CourierReceived', { reference }, on(4));

  test('unconfirmed until somebody took it from there', () => {
    expect(marks(given('EB1'))).toEqual(['courier-unconfirmed']);
    expect(marks(given('EB1'), taken('EB1'))).toEqual([]);
    expect(marks(given('EB1'), taken(null))).toEqual([]);
  });

  test('each receipt confirms one', () => {
    expect(marks(given('EB1'), given('EB2'), taken('EB2'))).toEqual(['courier-unconfirmed']);
    expect(marks(given('EB1'), given('EB2'), taken('EB2'), taken('EB1'))).toEqual([]);
  });

  test('a result that was returned has arrived, and a dossier has not by that', () => {
    const returned = fact(
      'ResultReturned',
      { usedChannel: 'direct', proof: { slip: true } },
      on(10),
    );
    expect(marks(given('KQ1', 'result'), returned)).toEqual([]);
    expect(marks(given('EB1'), returned)).toEqual(['courier-unconfirmed']);
  });
});

describe('before its time (SL Đ8.b)', () => {
  const decided = (at: string) => fact('DossierDecided', { outcome: 'granted' }, at);

  test.each([
    ['the evening before the day of the appointment', on(9, '23:59:00'), ['early']],
    ['the day itself, hours before', on(10, '00:00:00'), []],
    ['afterwards', on(11), []],
  ])('decided %s', (_, at, expected) => {
    expect(marks(decided(at))).toEqual(expected);
  });

  test('an appointment that was put off makes nothing early', () => {
    const moved = fact(
      'AppointmentMoved',
      { by: 'cv-1', before: null, after: { on: '2026-03-20' } },
      on(9),
    );
    expect(marks(moved, decided(on(12)))).toEqual([]);
  });

  test('what was sent back or withdrawn is no result', () => {
    expect(marks(fact('DossierWithdrawn', {}, on(3)))).toEqual([]);
    expect(marks(fact('DossierReturned', { document: '1' }, on(3)))).toEqual([]);
  });
});
