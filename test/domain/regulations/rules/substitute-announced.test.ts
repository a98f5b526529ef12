import { describe, expect, test } from 'vitest';
import { leave } from '../../../../src/domain/leave/vocabulary.ts';
import { ninhBinh } from '../../../../src/domain/regulations/centres/ninh-binh.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import {
  substituteAnnounced,
  substituteNamed,
} from '../../../../src/domain/regulations/rules/substitute-announced.ts';
import { enteredAt, specifyRule } from '../../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../../support/stated.ts';

const stream = 'leave-NP-4';
const fact = proposalsOf(leave);
const [official, substitute] = ['cv-1203', 'cv-1209'];

describe('Ninh Bình: the agency writes before the reserve comes', () => {
  const { given } = specifyRule(substituteAnnounced, stream);
  /** Monday. */
  const cameAt = '2026-03-09T08:00:00+07:00';
  const arrived = (also: object = {}) =>
    entry(2, fact('SubstituteArrived', { official, agency: 'S1', substitute }, cameAt), undefined, {
      stream,
      ...also,
    });
  const announced = (when: string, data: object = {}) =>
    entry(
      1,
      fact(
        'SubstituteAnnounced',
        { official, substitute, means: 'official-letter', ...data },
        when,
      ),
      undefined,
      { stream },
    );

  test.each([
    ['on the Friday before', '2026-03-06T17:30:00+07:00', 'kept'],
    ['at the very instant', cameAt, 'kept'],
    ['a millisecond later', '2026-03-09T08:00:00.001+07:00', 'late'],
  ] as const)('announced %s: %s', (_, when, state) => {
    given(announced(when), arrived())
      .at(ninhBinh)
      .thenDuty({ due: cameAt, state, bearer: { kind: 'agency', code: 'S1' } });
  });

  test('nobody announced, another was announced, or by telephone: open, and overdue', () => {
    given(arrived()).at(ninhBinh).thenDuty({ state: 'open', due: cameAt });
    const before = '2026-03-06T09:00:00+07:00';
    const other = announced(before, { substitute: 'cv-1211' });
    given(other, arrived()).at(ninhBinh).thenDuty({ state: 'open' });
    const spoken = announced(before, { means: 'telephone' });
    given(spoken, arrived()).at(ninhBinh).thenDuty({ state: 'open' });
  });

  test('what has a number was written, and what does not say how may have been', () => {
    const before = '2026-03-06T09:00:00+07:00';
    const numbered = announced(before, { means: 'in-person', document: '420/STNMT-VP' });
    given(numbered, arrived()).at(ninhBinh).thenDuty({ state: 'kept' });
    given(announced(before, { means: null }), arrived())
      .at(ninhBinh)
      .thenDuty({ state: 'kept' });
  });

  test('of an arrival whose day alone is known, the day of it is in time', () => {
    const onDay = arrived({
      precision: 'day',
      occurredAt: fact('SubstituteArrived', { substitute }, '2026-03-09T00:00:00+07:00').occurredAt,
    });
    given(announced('2026-03-09T09:00:00+07:00'), onDay).at(ninhBinh).thenDuty({ state: 'kept' });
    given(announced('2026-03-10T00:00:00+07:00'), onDay).at(ninhBinh).thenDuty({ state: 'late' });
  });

  test('a business trip is not among the absences of the article', () => {
    const days = [{ from: '2026-03-09', to: '2026-03-09' }];
    const trip = entry(
      3,
      fact('LeaveTaken', { official, kind: 'business-trip', days }, '2026-03-09T07:30:00+07:00'),
      undefined,
      { stream },
    );
    given(trip, arrived()).at(ninhBinh).thenNoDuty();
  });

  test('a letter that is entered a week later with an earlier date is told apart', () => {
    const late = enteredAt(
      4,
      fact('SubstituteAnnounced', { official, substitute }, '2026-03-06T09:00:00+07:00'),
      '2026-03-16T09:00:00+07:00',
    );
    const judged = given(arrived(), { ...late, stream }).at(ninhBinh);
    judged.thenDuty({ state: 'kept' });
    judged.thenLessened(expect.stringContaining('substitute-announced: '));
  });
});

describe('Sơn La: the agency names them in its confirmation', () => {
  const { given } = specifyRule(substituteNamed, stream);
  const days = [{ from: '2026-03-09', to: '2026-03-10' }];
  const requested = entry(
    1,
    fact('LeaveRequested', { official, purpose: 'private', days }, '2026-03-05T08:00:00+07:00'),
    undefined,
    { stream },
  );
  const confirmed = (data: object) =>
    entry(
      2,
      fact('LeaveConfirmedByAgency', { agency: 'S1', ...data }, '2026-03-05T15:00:00+07:00'),
      undefined,
      { stream },
    );
  const named = (when: string) =>
    entry(3, fact('SubstituteAnnounced', { substitute }, when), undefined, { stream });
  const start = '2026-03-09T07:30:00+07:00';

  test('named in it: kept; named nowhere: open until the leave begins, and overdue then', () => {
    const bearer = { kind: 'agency', code: 'S1' } as const;
    given(requested, confirmed({ substitute }))
      .at(sonLa)
      .thenDuty({ state: 'kept', due: start, bearer });
    given(requested, confirmed({})).at(sonLa).thenDuty({ state: 'open', due: start });
  });

  test.each([
    ['as the leave begins', start, 'kept'],
    ['a millisecond later', '2026-03-09T07:30:00.001+07:00', 'late'],
  ] as const)('named afterwards, %s: %s', (_, when, state) => {
    given(requested, confirmed({}), named(when)).at(sonLa).thenDuty({ state });
  });

  test('sick leave, leave that was refused, and leave that nobody confirmed open nothing', () => {
    const sick = entry(
      1,
      fact('LeaveRequested', { official, kind: 'sick', days }, '2026-03-05T08:00:00+07:00'),
      undefined,
      { stream },
    );
    given(sick, confirmed({})).at(sonLa).thenNoDuty();
    const refused = entry(4, fact('LeaveRejected', {}, '2026-03-06T08:00:00+07:00'), undefined, {
      stream,
    });
    given(requested, confirmed({}), refused).at(sonLa).thenNoDuty();
    given(requested).at(sonLa).thenNoDuty();
  });

  test('leave that begins on a day off begins with the next working day', () => {
    const longer = entry(
      4,
      fact(
        'LeaveDaysChanged',
        { days: [{ from: '2026-03-07', to: '2026-03-10' }] },
        '2026-03-06T08:00:00+07:00',
      ),
      undefined,
      { stream },
    );
    given(requested, confirmed({}), longer).at(sonLa).thenDuty({ due: start });
  });
});
