import { describe, test } from 'vitest';
import { attendance } from '../../../../src/domain/attendance/attendance/vocabulary.ts';
import { roster } from '../../../../src/domain/attendance/roster/vocabulary.ts';
import { leave } from '../../../../src/domain/leave/vocabulary.ts';
import { bacLieu } from '../../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../../src/domain/regulations/centres/kon-tum.ts';
import { sonLa } from '../../../../src/domain/regulations/centres/son-la.ts';
import { presentInHours } from '../../../../src/domain/regulations/rules/present-in-hours.ts';
import { keptOn, march } from '../../../support/kept.ts';
import { specifyRule } from '../../../support/rule-spec.ts';
import { eventId } from '../../../support/stated.ts';

const official = 'cb-0417';
const subject = `attendance-cb%2D0417-2026-03`;
const { given } = specifyRule(presentInHours, subject);
const passed = keptOn(attendance, subject, 'SL');
const told = keptOn(roster, 'roster-SL-2026-03', 'SL');
const away = keptOn(leave, 'leave-NP-1', 'SL');

type Hours = { readonly from: string; readonly to: string };

function rostered(days: readonly number[], hours: Hours | null = null) {
  const lines = days.map((day) => ({
    day: march(day).slice(0, 10),
    counter: 'Quầy 7',
    official,
    hours,
    agency: 'H52.17',
  }));
  return told(0, 'RosterPublished', { lines }, '2026-02-25T08:00:00+07:00');
}

/** Comes and goes on a day; null: that end is not on record. */
function there(number: number, day: number, came: string | null, went: string | null) {
  return [
    ...(came === null ? [] : [passed(number, 'CheckedIn', {}, march(day, came))]),
    ...(went === null ? [] : [passed(number + 1, 'CheckedOut', {}, march(day, went))]),
  ];
}

const gap = (day: number, from: string, to: string) =>
  `${new Date(march(day, from)).toISOString()}/${new Date(march(day, to)).toISOString()}`;

test('there through the hours, lunch or no lunch: kept', () => {
  given(rostered([2]), ...there(1, 2, '07:30', '17:30'))
    .at(sonLa)
    .thenBreaches();
  const twice = [...there(1, 2, '07:20', '11:30'), ...there(3, 2, '13:30', '17:31')];
  given(rostered([2]), ...twice)
    .at(sonLa)
    .thenBreaches();
});

test('a breach is the official’s, and ends when the last hours do that were missed', () => {
  const line = rostered([2]);
  const came = passed(1, 'CheckedIn', {}, march(2, '07:45'));
  const went = passed(2, 'CheckedOut', {}, march(2, '17:30'));
  given(line, came, went).at(sonLa).thenBreaches([line, came, went]);
  given(line, came, went)
    .at(sonLa)
    .thenFindings({
      at: new Date(march(2, '07:45')).toISOString(),
      bearer: { kind: 'official', code: official },
      detail: gap(2, '07:30', '07:45'),
      citation: 'SL Đ4.4c, Đ8.đ',
    });
});

test.each([
  ['on the second', '07:30', '17:30', 0],
  ['a millisecond late', '07:30:00.001', '17:30', 1],
  ['a millisecond early', '07:30', '17:29:59.999', 1],
])('%s: %s to %s', (_, came, went, breaches) => {
  if (breaches === 0)
    given(rostered([2]), ...there(1, 2, came, went))
      .at(sonLa)
      .thenBreaches();
  else
    given(rostered([2]), ...there(1, 2, came, went))
      .at(sonLa)
      .thenFindings({ rule: 'present-in-hours' });
});

test('coming late and going early on one day are one breach', () => {
  given(rostered([2]), ...there(1, 2, '08:00', '17:00'))
    .at(sonLa)
    .thenFindings({
      detail: `${gap(2, '07:30', '08:00')} ${gap(2, '17:00', '17:30')}`,
    });
});

test('absence without leave is a whole day’s hours, known by the days that are recorded', () => {
  given(rostered([2, 3]), ...there(1, 2, '07:30', '17:30'))
    .at(sonLa)
    .thenFindings({
      detail: `${gap(3, '07:30', '11:30')} ${gap(3, '13:30', '17:30')}`,
    });
  given(rostered([2, 3]))
    .at(sonLa)
    .thenBreaches(); // nobody recorded anything that month
});

test('on no line of the day, at the weekend and on a holiday nothing is owed', () => {
  given(rostered([3]), ...there(1, 2, '09:00', '10:00'), ...there(3, 3, '07:30', '17:30'))
    .at(sonLa)
    .thenBreaches();
  given(rostered([6, 7, 8]), ...there(1, 6, '07:30', '17:30'))
    .at(sonLa)
    .thenBreaches();
  const april = specifyRule(presentInHours, 'attendance-cb%2D0417-2026-04');
  const passedInApril = keptOn(attendance, 'attendance-cb%2D0417-2026-04', 'SL');
  const lines = ['2026-04-27', '2026-04-28'].map((day) => ({ day, counter: 'Quầy 7', official }));
  const published = keptOn(roster, 'roster-SL-2026-04', 'SL')(0, 'RosterPublished', { lines });
  april
    .given(
      published, // the 27th is the Hùng Kings’ day, moved from a Sunday
      passedInApril(1, 'CheckedIn', {}, '2026-04-28T07:30:00+07:00'),
      passedInApril(2, 'CheckedOut', {}, '2026-04-28T17:30:00+07:00'),
    )
    .at(sonLa)
    .thenBreaches();
});

test('of a line with hours those are owed, as far as they are service hours', () => {
  const morning = rostered([2], { from: '07:00', to: '11:30' });
  given(morning, ...there(1, 2, '07:30', '11:30'))
    .at(sonLa)
    .thenBreaches();
  given(morning, ...there(1, 2, '07:40', '11:30'))
    .at(sonLa)
    .thenFindings({
      detail: gap(2, '07:30', '07:40'),
    });
});

test('another’s line is not theirs, nor one that a change took away', () => {
  const other = { day: '2026-03-02', counter: 'Quầy 7', official: 'cb-0431' };
  const changed = told(1, 'RosterChanged', { lines: [other] }, march(1));
  given(rostered([2]), changed, ...there(2, 3, '07:30', '17:30'))
    .at(sonLa)
    .thenBreaches();
});

describe('what is not stated is no breach', () => {
  test('no check-out: there until that half of the day ends', () => {
    given(rostered([2]), ...there(1, 2, '07:30', null))
      .at(sonLa)
      .thenFindings({
        detail: gap(2, '13:30', '17:30'),
      });
    const both = [...there(1, 2, '07:30', null), ...there(3, 2, '13:20', null)];
    given(rostered([2]), ...both)
      .at(sonLa)
      .thenBreaches();
  });

  test('no check-in: there since that half of the day began', () => {
    given(rostered([2]), ...there(1, 2, null, '17:30'))
      .at(sonLa)
      .thenFindings({
        detail: gap(2, '07:30', '11:30'),
      });
  });

  test('a time that nobody knows: from the start of the day, or until its end', () => {
    const dayOnly = { precision: 'day' } as const;
    const came = passed(1, 'CheckedIn', {}, march(2, '00:00'), dayOnly);
    const went = passed(2, 'CheckedOut', {}, march(2, '00:00'), dayOnly);
    given(rostered([2]), came, went)
      .at(sonLa)
      .thenBreaches();
    given(rostered([2]), came)
      .at(sonLa)
      .thenBreaches();
  });
});

describe('leave', () => {
  const days = [{ from: '2026-03-03', to: '2026-03-03' }];
  const asked = away(10, 'LeaveRequested', { official, days }, march(1));
  const other = there(1, 2, '07:30', '17:30');
  const missed = {
    rule: 'present-in-hours',
    detail: `${gap(3, '07:30', '11:30')} ${gap(3, '13:30', '17:30')}`,
  };

  test('approved or taken excuses; asked for, refused or cancelled does not', () => {
    const approved = away(11, 'LeaveApproved', { official }, march(2));
    const taken = away(12, 'LeaveTaken', { official }, march(3));
    const refused = away(11, 'LeaveRejected', { official }, march(2));
    given(rostered([2, 3]), ...other, asked, approved)
      .at(sonLa)
      .thenBreaches();
    given(rostered([2, 3]), ...other, asked, taken)
      .at(sonLa)
      .thenBreaches();
    given(rostered([2, 3]), ...other, asked)
      .at(sonLa)
      .thenFindings(missed);
    given(rostered([2, 3]), ...other, asked, refused, taken)
      .at(sonLa)
      .thenFindings(missed);
    const cancelled = away(13, 'LeaveCancelled', { official }, march(2, '16:00'));
    given(rostered([2, 3]), ...other, asked, approved, cancelled)
      .at(sonLa)
      .thenFindings(missed);
  });

  test('of a morning it excuses the morning', () => {
    const morning = [{ from: '2026-03-03', to: '2026-03-03', part: 'morning' as const }];
    const approved = away(11, 'LeaveApproved', { official, days: morning }, march(2));
    given(rostered([2, 3]), ...other, asked, approved)
      .at(sonLa)
      .thenFindings({
        detail: gap(3, '13:30', '17:30'),
      });
  });

  test('it ends when the official is back', () => {
    const approved = away(11, 'LeaveApproved', { official }, march(2));
    const back = away(12, 'ReturnedFromLeave', { official, early: true }, march(3, '14:00'));
    given(rostered([2, 3]), ...other, asked, approved, back)
      .at(sonLa)
      .thenFindings({
        detail: gap(3, '14:00', '17:30'),
      });
  });

  test('a confirmation by the agency is enough at KT, a notice at BL', () => {
    const here = (centre: string) => {
      const lines = ['2026-03-02', '2026-03-03'].map((day) => ({
        day,
        counter: 'Quầy 7',
        official,
      }));
      const own = keptOn(attendance, subject, centre);
      return [
        keptOn(roster, `roster-${centre}-2026-03`, centre)(0, 'RosterPublished', { lines }),
        own(1, 'CheckedIn', {}, march(2, '07:00')),
        own(2, 'CheckedOut', {}, march(2, '17:00')),
      ];
    };
    const confirmed = away(11, 'LeaveConfirmedByAgency', { official, days }, march(2));
    const noticed = away(11, 'LeaveNoticeGiven', { official, to: 'both', days }, march(1));
    given(...here('KT'), asked, confirmed)
      .at(konTum(null))
      .thenBreaches();
    given(...here('KT'), asked, noticed)
      .at(konTum(null))
      .thenFindings({ citation: 'KT Đ3.6' });
    given(...here('BL'), asked, noticed)
      .at(bacLieu)
      .thenBreaches();
    given(...here('BL'), asked)
      .at(bacLieu)
      .thenFindings({ citation: 'BL Đ4.4' });
  });
});

describe('a noted absence', () => {
  const days = [{ from: '2026-03-02', to: '2026-03-02' }];
  const slipped = { days, hours: { from: '14:00', to: '15:00' } };

  test('with leave, or not said to be without, excuses', () => {
    const other = there(1, 3, '07:30', '17:30');
    const noted = (withLeave: boolean | null) =>
      passed(9, 'AbsenceNoted', { days, withLeave }, march(2, '09:00'));
    given(rostered([2, 3]), ...other, noted(true))
      .at(sonLa)
      .thenBreaches();
    given(rostered([2, 3]), ...other, noted(null))
      .at(sonLa)
      .thenBreaches();
    given(rostered([2, 3]), ...other, noted(false))
      .at(sonLa)
      .thenFindings({ rule: 'present-in-hours' });
  });

  test('of hours without leave counts against what the door recorded', () => {
    const noted = passed(9, 'AbsenceNoted', { ...slipped, withLeave: false }, march(2, '15:00'));
    given(rostered([2]), ...there(1, 2, '07:30', '17:30'), noted)
      .at(sonLa)
      .thenFindings({
        detail: gap(2, '14:00', '15:00'),
      });
  });

  test('without leave is judged where nobody recorded who came', () => {
    const noted = passed(9, 'AbsenceNoted', { ...slipped, withLeave: false }, march(2, '15:00'));
    given(rostered([2, 3]), noted)
      .at(sonLa)
      .thenFindings({ detail: gap(2, '14:00', '15:00') });
  });
});

describe('what is known late', () => {
  test('a check-out that is entered days later takes the breach away, and that is found', () => {
    const late = { recordedAt: march(5, '08:00') };
    const went = passed(2, 'CheckedOut', {}, march(2, '17:30'), late);
    const came = passed(1, 'CheckedIn', {}, march(2, '07:30'));
    given(rostered([2]), came, went)
      .at(sonLa)
      .thenBreaches();
    given(rostered([2]), came, went)
      .at(sonLa)
      .thenLessened(
        'present-in-hours: 1 breaches before and 0 after, by clerk-9 at 2026-03-05T01:00:00.000Z',
      );
  });

  test('what is arranged of days to come lessens nothing', () => {
    const other = { day: '2026-03-12', counter: 'Quầy 7', official: 'cb-0431' };
    const changed = told(9, 'RosterChanged', { lines: [other] }, march(3, '08:00'), {
      recordedAt: march(3, '10:00'),
    });
    given(rostered([2, 12]), ...there(1, 2, '07:30', '17:30'), changed)
      .at(sonLa)
      .thenLessened();
  });

  test('a check-in that is corrected is judged as corrected', () => {
    const came = passed(1, 'CheckedIn', {}, march(2, '08:30'));
    const went = passed(2, 'CheckedOut', {}, march(2, '17:30'));
    const corrected = passed(3, 'CheckedIn', {}, march(2, '07:30'), {
      corrects: eventId(1),
      recordedAt: march(3, '09:00'),
    });
    given(rostered([2]), came, went, corrected)
      .at(sonLa)
      .thenBreaches();
    given(rostered([2]), came, went, corrected)
      .at(sonLa)
      .thenLessened(
        'present-in-hours: 1 breaches before and 0 after, by clerk-9 at 2026-03-03T02:00:00.000Z',
      );
  });
});

test('at BL a Saturday on the roster is not owed: it earns leave', () => {
  const own = keptOn(attendance, subject, 'BL');
  const lines = ['2026-03-06', '2026-03-07'].map((day) => ({ day, counter: 'Quầy 7', official }));
  given(
    keptOn(roster, 'roster-BL-2026-03', 'BL')(0, 'RosterPublished', { lines }),
    own(1, 'CheckedIn', {}, march(6, '07:00')),
    own(2, 'CheckedOut', {}, march(6, '17:00')),
  )
    .at(bacLieu)
    .thenBreaches();
});
