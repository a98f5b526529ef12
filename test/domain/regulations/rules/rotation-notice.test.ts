import { describe, test } from 'vitest';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { rotationNotice } from '../../../../src/domain/regulations/rules/rotation-notice.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { onRoster, turnTaken } from '../../../support/rotation.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(rotationNotice, 'staffing-TQ');
const march = turnTaken(0, 'VH', '2026-03');
const april = turnTaken(1, 'TT', '2026-04');

const notified = (number: number, when: string, agency = 'TT', from = '2026-04-01') =>
  onRoster(from.slice(0, 7))(number, 'RotationNotified', { agency, from }, when);

test('owed by the centre three working days before the turn: Friday for a Wednesday', () => {
  given(march)
    .at(tuyenQuang)
    .thenDuty({
      state: 'open',
      openedAt: Instant.parse('2026-03-01T08:00:00+07:00'),
      due: '2026-03-27T17:30:00+07:00',
      bearer: { kind: 'centre', code: 'TQ' },
      citation: 'TQ Đ6.6',
    });
});

test.each([
  ['at the very instant', '2026-03-27T17:30:00+07:00', 'kept'],
  ['a millisecond later', '2026-03-27T17:30:00.001+07:00', 'late'],
  ['over the weekend', '2026-03-28T09:00:00+07:00', 'late'],
  ['before the turn that lasts', '2026-02-27T09:00:00+07:00', 'kept'],
] as const)('told %s: %s', (_, when, state) => {
  const notice = notified(2, when);
  given(march, notice).at(tuyenQuang).thenDuty({ state });
});

test('across the holidays of 30 April and 1 May: Friday the 24th for Saturday, 2 May', () => {
  // 27 April is off for the Hùng Kings' day, too: the 29th, the 28th and the 24th are counted back
  given(turnTaken(0, 'VH', '2026-04', { to: '2026-05-01' }))
    .at(tuyenQuang)
    .thenDuty({
      due: '2026-04-24T17:30:00+07:00',
    });
});

describe('the day is that', () => {
  test('on which the next turn began', () => {
    const later = turnTaken(1, 'TT', '2026-04', { from: '2026-04-06' });
    given(march, later)
      .at(tuyenQuang)
      .thenDuties({ due: '2026-04-01T17:30:00+07:00', detail: 'TT' }, {});
  });

  test('else for which it was announced', () => {
    const notice = notified(2, '2026-04-01T09:00:00+07:00', 'TT', '2026-04-06');
    given(march, notice)
      .at(tuyenQuang)
      .thenDuty({ state: 'kept', due: '2026-04-01T17:30:00+07:00' });
  });

  test('else after the turn that lasts, as its end is stated', () => {
    given(turnTaken(0, 'VH', '2026-03', { to: '2026-03-20' }))
      .at(tuyenQuang)
      .thenDuty({
        due: '2026-03-18T17:30:00+07:00',
      });
  });
});

describe('a notice', () => {
  test('of the turn that lasts is not one of the next', () => {
    const own = notified(2, '2026-02-20T09:00:00+07:00', 'VH', '2026-03-01');
    given(march, own).at(tuyenQuang).thenDuty({ state: 'open' });
  });

  test('to another agency than the one that then came is none', () => {
    const other = notified(2, '2026-03-20T09:00:00+07:00', 'TC');
    given(march, other).at(tuyenQuang).thenDuty({ state: 'kept' }); // as far as anybody knows
    given(march, april, other).at(tuyenQuang).thenDuties({ state: 'open' }, { state: 'open' });
  });

  test('of the turn after the next is not one of the next', () => {
    const later = notified(2, '2026-03-20T09:00:00+07:00', 'TC', '2026-05-04');
    given(march, later).at(tuyenQuang).thenDuty({ state: 'open' });
  });

  test('that is entered late with an early time settles the breach, and that is found', () => {
    const late = {
      ...notified(2, '2026-03-25T09:00:00+07:00'),
      recordedAt: Instant.parse('2026-03-30T08:00:00+07:00'),
    };
    given(march, late).at(tuyenQuang).thenDuty({ state: 'kept' });
    given(march, late)
      .at(tuyenQuang)
      .thenLessened(
        'rotation-notice: late by 3750 minutes before and by 0 minutes after, by clerk-9 at 2026-03-30T01:00:00.000Z',
      );
  });
});

test('who takes a turn over while it lasts opens no other', () => {
  const replaced = onRoster('2026-03')(
    1,
    'RotationTurnTaken',
    { agency: 'VH', from: '2026-03-16', official: 'other' },
    '2026-03-16T08:00:00+07:00',
  );
  given(march, replaced)
    .at(tuyenQuang)
    .thenDuty({ opening: eventId(0) });
});

test('a centre may read "days before" as whole days between', () => {
  given(march)
    .under({ daysBefore: 'whole-days', hours: 'vietnam' })
    .thenDuty({ due: '2026-03-26T17:30:00+07:00' });
});
