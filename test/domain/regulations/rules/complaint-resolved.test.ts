import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { complaintResolved } from '../../../../src/domain/regulations/rules/complaint-resolved.ts';
import { dateOf, dayOf } from '../../../../src/domain/time/date.ts';
import { CalendarDate } from '../../../../src/domain/units.ts';
import { complaintOfTests, said, saidLate } from '../../../support/complaints.ts';
import { specifyRule } from '../../../support/rule-spec.ts';

const { given } = specifyRule(complaintResolved, complaintOfTests);

const received = (data: object = {}) =>
  said(0, 'ComplaintReceived', { kind: 'complaint', ...data }, '2026-03-02T09:00:00+07:00');
const accepted = said(1, 'ComplaintAccepted', { unit: 'S1' }, '2026-03-03T09:00:00+07:00');
const complex = (when: string, document: string | null = '55/QĐ') =>
  said(2, 'ComplaintDeclaredComplex', { degree: 'complex', document }, when);
const resolved = (when: string) => said(5, 'ComplaintResolved', {}, when);

/** Thirty days after 3 March; forty-five; sixty, which is a Saturday after two days off. */
const [thirty, fortyFive, sixty] = [
  '2026-04-02T17:30:00+07:00',
  '2026-04-17T17:30:00+07:00',
  '2026-05-04T17:30:00+07:00',
];

test.each([
  ['at the very instant', thirty, 'kept'],
  ['a millisecond later', '2026-04-02T17:30:00.001+07:00', 'late'],
] as const)('thirty days from being taken up, days off counted: %s, %s', (_, when, state) => {
  given(received(), accepted, resolved(when))
    .at(sonLa)
    .thenDuty({ due: thirty, state, bearer: { kind: 'agency', code: 'S1' }, citation: 'LKN Đ28' });
});

test('remote: forty-five; remote and complex: sixty, which a weekend and holidays put off', () => {
  const remote = received({ remote: true });
  given(remote, accepted).at(sonLa).thenDuty({ due: fortyFive });
  given(remote, accepted, complex('2026-03-10T09:00:00+07:00')).at(sonLa).thenDuty({ due: sixty });
});

test('complex is what a written decision says is so, while there is time', () => {
  given(received(), accepted, complex('2026-03-10T09:00:00+07:00'))
    .at(sonLa)
    .thenDuty({ due: fortyFive, customaryDue: fortyFive });
  given(received(), accepted, complex('2026-03-10T09:00:00+07:00', null))
    .at(sonLa)
    .thenDuty({ due: thirty });
  given(received(), accepted, complex('2026-04-03T09:00:00+07:00'))
    .at(sonLa)
    .thenDuty({ due: thirty, customaryDue: fortyFive });
});

describe('while it is suspended', () => {
  const suspended = (when: string) => said(3, 'ComplaintSuspended', {}, when);
  const resumed = (when: string) => said(4, 'ComplaintResumed', {}, when);
  const tenth = suspended('2026-03-10T07:30:00+07:00');

  test('the time stands still', () => {
    given(received(), accepted, tenth).at(sonLa).thenDuty({ suspended: true });
  });

  test.each([
    [
      'two days: to a Saturday, so Monday',
      '2026-03-12T07:30:00+07:00',
      '2026-04-06T17:30:00+07:00',
    ],
    ['one: to a Friday', '2026-03-11T17:30:00+07:00', '2026-04-03T17:30:00+07:00'],
    ['not a day: nothing', '2026-03-10T17:30:00+07:00', thirty],
    ['over a weekend, which counts', '2026-03-16T07:30:00+07:00', '2026-04-08T17:30:00+07:00'],
    ['to a holiday, so past all of them', '2026-04-07T07:30:00+07:00', '2026-05-04T17:30:00+07:00'],
  ])('and is prolonged by the calendar days that it lasted: %s', (_, when, due) => {
    given(received(), accepted, tenth, resumed(when))
      .at(sonLa)
      .thenDuty({ suspended: false, due, customaryDue: due });
  });

  test('the days are added to the last day itself, not to the working day that it moved to', () => {
    const takenUp = said(1, 'ComplaintAccepted', { unit: 'S1' }, '2026-03-05T09:00:00+07:00'); // to Saturday, 4 April
    given(received(), takenUp).at(sonLa).thenDuty({ due: '2026-04-06T17:30:00+07:00' });
    given(received(), takenUp, tenth, resumed('2026-03-12T07:30:00+07:00'))
      .at(sonLa)
      .thenDuty({ due: '2026-04-06T17:30:00+07:00' });
    given(received(), takenUp, tenth, resumed('2026-03-13T07:30:00+07:00'))
      .at(sonLa)
      .thenDuty({ due: '2026-04-07T17:30:00+07:00' });
  });

  test('twice, it is prolonged by both; the longer term of a complex one, too, whenever that was declared', () => {
    const first = [tenth, resumed('2026-03-12T07:30:00+07:00')];
    const second = [
      said(6, 'ComplaintSuspended', {}, '2026-03-20T09:00:00+07:00'),
      said(7, 'ComplaintResumed', {}, '2026-03-25T09:00:00+07:00'),
    ];
    given(received(), accepted, ...first, ...second)
      .at(sonLa)
      .thenDuty({ due: '2026-04-09T17:30:00+07:00' });
    for (const declared of ['2026-03-05T09:00:00+07:00', '2026-03-26T09:00:00+07:00']) {
      given(received(), accepted, ...first, ...second, complex(declared))
        .at(sonLa)
        .thenDuty({ due: '2026-04-24T17:30:00+07:00' });
    }
  });

  test('withdrawn, it was due when it was: nothing went on again', () => {
    const back = said(5, 'ComplaintWithdrawn', { whole: true }, '2026-04-20T09:00:00+07:00');
    given(received(), accepted, tenth, back)
      .at(sonLa)
      .thenDuty({ state: 'ended', breached: false, suspended: false, due: thirty });
  });

  test('to any day, it ends as on a list of days on which weekends count', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 60 }),
        (from, length) => {
          const day = (after: number) => dateOf(dayOf(CalendarDate.parse('2026-03-03')) + after);
          let last = day(30 + length);
          while (!sonLa.workingTime.isWorkingDay(last)) last = dateOf(dayOf(last) + 1);
          given(
            received(),
            accepted,
            suspended(`${day(from)}T11:00:00+07:00`),
            resumed(`${day(from + length)}T14:00:00+07:00`),
          )
            .at(sonLa)
            .thenDuty({ due: sonLa.workingTime.endOfDate(last) });
        },
      ),
    );
  });
});

test('what is withdrawn whole ends it; nothing is owed before it is taken up', () => {
  const back = said(3, 'ComplaintWithdrawn', { whole: true }, '2026-03-10T09:00:00+07:00');
  given(received(), accepted, back).at(sonLa).thenDuty({ state: 'ended' });
  given(received()).at(sonLa).thenNoDuty();
  given(received({ kind: 'feedback' }), accepted)
    .at(sonLa)
    .thenNoDuty();
});

test('a resolution that is entered late with an earlier time is told apart', () => {
  const late = saidLate(
    5,
    'ComplaintResolved',
    {},
    '2026-04-01T09:00:00+07:00',
    '2026-04-10T09:00:00+07:00',
  );
  const judged = given(received(), accepted, late).at(sonLa);
  judged.thenDuty({ state: 'kept' });
  judged.thenLessened(expect.stringContaining('complaint-resolved: '));
});
