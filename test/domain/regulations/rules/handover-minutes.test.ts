import { describe, test } from 'vitest';
import { tuyenQuang } from '../../../../src/domain/regulations/centres/tuyen-quang.ts';
import { handoverMinutes } from '../../../../src/domain/regulations/rules/handover-minutes.ts';
import { Instant } from '../../../../src/domain/units.ts';
import { onRoster, turnTaken } from '../../../support/rotation.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const { given } = specifyRule(handoverMinutes, 'staffing-TQ');
/** Its last day is a Tuesday; that of the turn after it, Thursday the 30th, a holiday. */
const march = turnTaken(0, 'VH', '2026-03');
const april = turnTaken(1, 'TT', '2026-04');

const said = {
  giver: 'clerk-VH',
  receiver: 'clerk-TT',
  giverAgency: 'VH',
  receiverAgency: 'TT',
  sentToAgencies: ['VH', 'TT'],
  sentToCentre: true,
  logged: true,
};
const signed = (when: string, also: object = {}) =>
  onRoster('2026-03')(2, 'HandoverSigned', { ...said, ...also }, when);

test('owed by the official whose turn ends, on its last working day', () => {
  given(march)
    .at(tuyenQuang)
    .thenDuty({
      opening: `${eventId(0)}#giver`,
      state: 'open',
      openedAt: Instant.parse('2026-03-31T07:30:00+07:00'),
      due: '2026-03-31T17:30:00+07:00',
      bearer: { kind: 'official', code: 'clerk-VH' },
      citation: 'TQ Đ6.8',
    });
});

test('and by the one whose turn begins, once it is on record', () => {
  const [giver, receiver] = [
    { kind: 'official', code: 'clerk-VH' },
    { kind: 'official', code: 'clerk-TT' },
  ] as const;
  given(march, april)
    .at(tuyenQuang)
    .thenDuties({ bearer: giver }, { bearer: receiver }, { bearer: receiver });
  const minutes = signed('2026-03-31T17:00:00+07:00');
  given(march, april, minutes)
    .at(tuyenQuang)
    .thenDuties({ state: 'kept' }, { state: 'kept' }, { state: 'open' });
});

test.each([
  ['at the very instant', '2026-03-31T17:30:00+07:00', 'kept'],
  ['a millisecond later', '2026-03-31T17:30:00.001+07:00', 'late'],
  ['the next morning', '2026-04-01T08:00:00+07:00', 'late'],
] as const)('signed %s: %s', (_, when, state) => {
  given(march, signed(when)).at(tuyenQuang).thenDuty({ state });
});

test.each([
  ['a Sunday', '2026-05', '2026-05-29T17:30:00+07:00'],
  ['holidays from the 30th', '2026-04', '2026-04-29T17:30:00+07:00'],
])('a turn that ends on %s: on the last working day before', (_, month, due) => {
  given(turnTaken(0, 'VH', month))
    .at(tuyenQuang)
    .thenDuty({ due });
});

describe('minutes', () => {
  const when = '2026-03-31T17:00:00+07:00';

  test('that are not said to have been left unsent or unlogged are complete', () => {
    const bare = { sentToAgencies: null, sentToCentre: null, logged: null };
    given(march, signed(when, bare)).at(tuyenQuang).thenDuty({ state: 'kept' });
  });

  test.each([
    ['sent to one agency alone', { sentToAgencies: ['VH'] }],
    ['not sent to the centre', { sentToCentre: false }],
    ['not logged', { logged: false }],
  ])('%s are not', (_, also) => {
    given(march, signed(when, also)).at(tuyenQuang).thenDuty({ state: 'open' });
  });

  test('of another turn or another official are not of this one', () => {
    given(march, signed(when, { turnEnds: '2026-02-27' }))
      .at(tuyenQuang)
      .thenDuty({ state: 'open' });
    given(march, signed(when, { giverAgency: 'TC' }))
      .at(tuyenQuang)
      .thenDuty({ state: 'open' });
    const other = { giverAgency: null, giver: 'somebody' };
    given(march, signed(when, other)).at(tuyenQuang).thenDuty({ state: 'open' });
  });

  test('that are corrected to have been sent are complete, and late if that was late', () => {
    const unsent = signed(when, { sentToCentre: false });
    const corrected = {
      ...onRoster('2026-03')(3, 'HandoverSigned', said, when),
      corrects: eventId(2),
      recordedAt: Instant.parse('2026-04-02T08:00:00+07:00'),
    };
    given(march, unsent, corrected).at(tuyenQuang).thenDuty({ state: 'kept' });
    given(march, unsent, corrected)
      .at(tuyenQuang)
      .thenLessened(
        'handover-minutes: late by 2310 minutes before and by 0 minutes after, by clerk-9 at 2026-04-02T01:00:00.000Z',
      );
  });
});
