import { describe, test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { uncollectedResultsKept } from '../../../../src/domain/regulations/rules/uncollected-results-kept.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(uncollectedResultsKept);
const fact = proposalsOf(dossier);

type Appointment = { readonly on: string } | { readonly at: string } | null;
const received = (appointment: Appointment, resultChannel: 'direct' | 'post' | null = 'direct') =>
  entry(
    0,
    fact(
      'DossierReceived',
      { code: 'd1', resultChannel, appointment },
      '2026-02-24T08:00:00+07:00',
    ),
  );
const handed = (when: string) => entry(1, fact('ResultHandedOver', {}, when));
const kept = (when: string, also: object = {}) =>
  entry(2, fact('ResultKept', {}, when), undefined, also);
const fetched = (when: string) => entry(3, fact('ResultReturned', {}, when));

const tuesday = received({ on: '2026-03-03' });
const early = handed('2026-03-02T09:00:00+07:00');

test('it is owed by the centre from the end of the appointed day, by the end of the next working day', () => {
  given(tuesday, early)
    .at(ninhBinh)
    .thenDuty({
      state: 'open',
      bearer: { kind: 'centre', code: 'NB' },
      openedAt: Instant.parse('2026-03-03T17:30:00+07:00'),
      due: '2026-03-04T17:30:00+07:00',
    });
});

test.each([
  ['at the very instant', '2026-03-04T17:30:00+07:00', 'kept'],
  ['a millisecond later', '2026-03-04T17:30:00.001+07:00', 'late'],
])('noted %s: %s', (_, when, state) => {
  given(tuesday, early, kept(when))
    .at(ninhBinh)
    .thenDuty({ state: state === 'kept' ? 'kept' : 'late' });
});

test('appointed for a Friday, it is due on Monday', () => {
  given(received({ at: '2026-03-06T15:00:00+07:00' }), early)
    .at(ninhBinh)
    .thenDuty({ due: '2026-03-09T17:30:00+07:00' });
});

test('appointed for the day before the holidays of April, it is due after them', () => {
  given(received({ on: '2026-04-29' }), early)
    .at(ninhBinh)
    .thenDuty({ due: '2026-05-04T17:30:00+07:00' });
});

test('a result that came after the appointed day is waited for on the day it came', () => {
  given(tuesday, handed('2026-03-05T09:00:00+07:00'))
    .at(ninhBinh)
    .thenDuty({ due: '2026-03-06T17:30:00+07:00' });
});

describe('an appointment that is moved', () => {
  const moved = (when: string) =>
    entry(
      7,
      fact(
        'AppointmentMoved',
        { by: 'gd-1', before: { on: '2026-03-03' }, after: { on: '2026-03-10' } },
        when,
      ),
    );

  test.each([
    ['as its day ends is another day', '2026-03-03T17:30:00+07:00', '2026-03-11T17:30:00+07:00'],
    ['a millisecond later is none', '2026-03-03T17:30:00.001+07:00', '2026-03-04T17:30:00+07:00'],
  ])('%s', (_, when, due) => {
    given(tuesday, early, moved(when)).at(ninhBinh).thenDuty({ state: 'open', due });
  });

  test('when its day was over, but before the result came, is another day, too', () => {
    given(tuesday, moved('2026-03-05T09:00:00+07:00'), handed('2026-03-06T09:00:00+07:00'))
      .at(ninhBinh)
      .thenDuty({ state: 'open', due: '2026-03-11T17:30:00+07:00' });
  });

  test('when nobody had fetched or noted the result, it takes no breach away', () => {
    given(tuesday, early, moved('2026-03-05T09:00:00+07:00'), fetched('2026-03-09T09:00:00+07:00'))
      .at(ninhBinh)
      .thenDuty({ state: 'ended', breached: true });
  });
});

describe('a result that was fetched', () => {
  test('on the appointed day was never uncollected', () => {
    given(tuesday, early, fetched('2026-03-03T17:30:00+07:00')).at(ninhBinh).thenNoDuty();
  });

  test('before the note was due needs none', () => {
    given(tuesday, early, fetched('2026-03-04T17:30:00+07:00'))
      .at(ninhBinh)
      .thenDuty({ state: 'ended', breached: false });
  });

  test('after it lay there without a note was not accounted for', () => {
    given(tuesday, early, fetched('2026-03-09T09:00:00+07:00'))
      .at(ninhBinh)
      .thenDuty({ state: 'ended', breached: true });
  });
});

test('without an appointment, or where it is sent by post, nobody is to fetch it', () => {
  given(received(null), early).at(ninhBinh).thenNoDuty();
  given(received({ on: '2026-03-03' }, 'post'), early)
    .at(ninhBinh)
    .thenNoDuty();
});

test('an appointment that is moved moves it', () => {
  const moved = entry(
    2,
    fact(
      'AppointmentMoved',
      { by: 'cv-1', before: { on: '2026-03-03' }, after: { on: '2026-03-05' } },
      '2026-03-02T10:00:00+07:00',
    ),
  );
  given(tuesday, early, moved).at(ninhBinh).thenDuty({ due: '2026-03-06T17:30:00+07:00' });
});

test('a note that is entered late as if in time takes the breach away, which shows', () => {
  const late = kept('2026-03-04T10:00:00+07:00', {
    recordedAt: Instant.parse('2026-03-04T18:30:00+07:00'),
  });
  given(tuesday, early, late).at(ninhBinh).thenDuty({ state: 'kept' });
  given(tuesday, early, late)
    .at(ninhBinh)
    .thenLessened(
      'uncollected-results-kept: late by 60 minutes before and by 0 minutes after, by clerk-9 at 2026-03-04T11:30:00.000Z',
    );
});
