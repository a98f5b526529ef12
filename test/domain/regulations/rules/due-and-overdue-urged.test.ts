import { describe, test } from 'vitest';
import { dossier } from '../../../../src/domain/dossier/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { dueAndOverdueUrged } from '../../../../src/domain/regulations/rules/due-and-overdue-urged.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../../support/stated.ts';

const { given } = specifyRule(dueAndOverdueUrged);
const fact = proposalsOf(dossier);

/** Of a Friday. */
const appointed = '2026-03-06T10:00:00+07:00';
const due = '2026-03-09T17:30:00+07:00';

const reception = (
  appointment: { at: string } | { on: string } = { at: appointed },
  also: object = {},
) =>
  fact(
    'DossierReceived',
    { code: 'd1', appointment, solvingUnit: 'H42.17' },
    '2026-03-02T08:00:00+07:00',
    also,
  );
const received = entry(0, reception());
const urged = (when: string, because: 'due' | 'overdue' | null = null) =>
  entry(5, fact('AgencyUrged', { unit: 'H42.17', because }, when));
const result = (when: string) => entry(9, fact('DossierDecided', {}, when));

test.each([
  ['at the very instant', due, 'kept'],
  ['a millisecond later', '2026-03-09T17:30:00.001+07:00', 'late'],
  ['on the day itself', '2026-03-06T08:00:00+07:00', 'kept'],
] as const)('by the end of the next working day, over a weekend: urged %s', (_, when, state) => {
  const urging = urged(when, 'overdue');
  given(received, urging)
    .at(ninhBinh)
    .thenDuty({
      state,
      openedAt: Instant.parse(appointed),
      due,
      bearer: { kind: 'centre', code: 'NB' },
      evidence: [received, urging],
    });
});

test('over holidays', () => {
  given(entry(0, reception({ on: '2026-04-29' })))
    .at(ninhBinh)
    .thenDuty({ state: 'open', due: '2026-05-04T17:30:00+07:00' });
});

test('urging the day before counts where it says that the dossier will be due', () => {
  const thursday = '2026-03-05T08:00:00+07:00';
  given(received, urged(thursday, 'due')).at(ninhBinh).thenDuty({ state: 'kept' });
  given(received, urged(thursday)).at(ninhBinh).thenDuty({ state: 'open' });
});

describe('what comes of the dossier', () => {
  test('in time, so that there was nothing to urge', () => {
    given(received, result(appointed)).at(ninhBinh).thenNoDuty();
  });

  test('before the centre had to urge, or after', () => {
    given(received, result('2026-03-06T15:00:00+07:00'))
      .at(ninhBinh)
      .thenDuty({ state: 'ended', breached: false });
    given(received, result('2026-03-10T08:00:00+07:00'))
      .at(ninhBinh)
      .thenDuty({ state: 'ended', breached: true });
  });
});

describe('the due time', () => {
  const moved = (when: string) =>
    entry(
      3,
      fact(
        'AppointmentMoved',
        { by: 'gd-1', before: { at: appointed }, after: { at: '2026-03-13T10:00:00+07:00' } },
        when,
      ),
    );

  test('that was moved in time is the new one', () => {
    const change = moved('2026-03-05T08:00:00+07:00');
    given(received, change)
      .at(ninhBinh)
      .thenDuty({ due: '2026-03-16T17:30:00+07:00', evidence: [received, change] });
  });

  test('that was moved when it had passed stays', () => {
    given(received, moved('2026-03-06T11:00:00+07:00')).at(ninhBinh).thenDuty({ due });
  });

  test('does not run out while the applicant supplements', () => {
    const asked = entry(3, fact('SupplementRequested', {}, '2026-03-05T08:00:00+07:00'));
    given(received, asked).at(ninhBinh).thenNoDuty();
  });

  test('is that of the appointment as corrected, if that was in time', () => {
    const later = reception({ at: '2026-03-13T10:00:00+07:00' }, { corrects: eventId(0) });
    given(received, enteredAt(1, later, '2026-03-05T08:00:00+07:00'))
      .at(ninhBinh)
      .thenDuty({ due: '2026-03-16T17:30:00+07:00' });
    given(received, enteredAt(1, later, '2026-03-07T08:00:00+07:00'))
      .at(ninhBinh)
      .thenDuty({ due });
  });
});

test('urging that is entered late counts, and that it came late shows', () => {
  const told = enteredAt(
    5,
    fact('AgencyUrged', {}, '2026-03-09T10:00:00+07:00'),
    '2026-03-10T17:30:00+07:00',
  );
  given(received, told).at(ninhBinh).thenDuty({ state: 'kept' });
  given(received, told)
    .at(ninhBinh)
    .thenLessened(
      'due-and-overdue-urged: late by 1440 minutes before and by 0 minutes after, by clerk-9 at 2026-03-10T10:30:00.000Z',
    );
});
