/** A centre that cannot be right is refused when the program starts, by centre, rule and period. */
import { describe, expect, test } from 'vitest';
import type { Centre, Demand, Regulation } from '../../../src/domain/regulations/centre.ts';
import { checkCentre, checkCodes } from '../../../src/domain/regulations/centre-check.ts';
import { bacLieu } from '../../../src/domain/regulations/centres/bac-lieu.ts';
import { sonLa } from '../../../src/domain/regulations/centres/son-la.ts';
import { centresOf } from '../../../src/domain/regulations/centres.ts';
import { by } from '../../../src/domain/regulations/given.ts';
import { defaults } from '../../../src/domain/regulations/parameters.ts';
import { referenceWorkingTime } from '../../../src/domain/regulations/reference-time.ts';
import { processingDeadline } from '../../../src/domain/regulations/rules/processing-deadline.ts';
import { supplementOnce } from '../../../src/domain/regulations/rules/supplement-once.ts';
import { between, type Calendar } from '../../../src/domain/time/calendar.ts';
import { WorkingTime } from '../../../src/domain/time/working-time.ts';
import { CalendarDate } from '../../../src/domain/units.ts';

const year = CalendarDate.parse('2020-01-01');
const yearEnd = CalendarDate.parse('2020-12-31');
const next = CalendarDate.parse('2021-01-01');
const dayAfterNext = CalendarDate.parse('2021-01-02');

function regulation(from: CalendarDate, to: CalendarDate | null): Regulation {
  return { key: 'SL', number: null, ruleSetName: 'son-la', from, to, fromIsAssumed: false };
}

function demand(
  from: CalendarDate | null,
  to: CalendarDate | null,
  also: Partial<Demand> = {},
): Demand {
  return {
    rule: supplementOnce,
    citation: 'no article: integrity of the record',
    from,
    to,
    ...also,
  };
}

/** Sơn La, but for what is said. */
function given(changed: Partial<Centre>) {
  const check = () => checkCentre({ ...sonLa, demands: [], ...changed });
  return {
    thenRight: () => expect(check).not.toThrow(),
    thenWrong: (...faults: readonly string[]) =>
      expect(check).toThrow(new Error(`the centre SL is wrong: ${faults.join('; ')}`)),
  };
}

test('the centres of this program are right', () => {
  const centres = centresOf(referenceWorkingTime('Asia/Ho_Chi_Minh', 'always'));
  expect([...centres.keys()]).toEqual(['SL', 'TQ', 'BL', 'KT', 'NB', 'reference']);
});

test('two centres of one code are refused', () => {
  expect(() => checkCodes([sonLa, bacLieu])).not.toThrow();
  expect(() => checkCodes([sonLa, bacLieu, sonLa])).toThrow('centres are listed twice: SL');
});

describe('regulations', () => {
  test('one may follow another on the next day', () => {
    given({ regulations: [regulation(year, yearEnd), regulation(next, null)] }).thenRight();
    given({ regulations: [regulation(next, null), regulation(year, yearEnd)] }).thenRight();
    given({ regulations: [regulation(year, year)] }).thenRight();
  });

  test('two that share a day are refused', () => {
    given({ regulations: [regulation(year, next), regulation(next, null)] }).thenWrong(
      'regulation SL, from 2020-01-01 to 2021-01-01 overlaps regulation SL, from 2021-01-01 to the end',
    );
    given({ regulations: [regulation(year, null), regulation(next, null)] }).thenWrong(
      'regulation SL, from 2020-01-01 to the end overlaps regulation SL, from 2021-01-01 to the end',
    );
  });

  test('a day without any is refused', () => {
    given({ regulations: [regulation(dayAfterNext, null), regulation(year, yearEnd)] }).thenWrong(
      'no regulation holds from 2021-01-01 to 2021-01-01',
    );
  });

  test('one that ends before it begins is refused', () => {
    given({ regulations: [regulation(next, yearEnd)] }).thenWrong(
      'regulation SL, from 2021-01-01 to 2020-12-31: it ends before it begins',
    );
  });
});

describe('rules', () => {
  test.each([
    ['one after the other', demand(null, yearEnd), demand(next, null)],
    ['the later first', demand(next, null), demand(null, yearEnd)],
    ['with days between', demand(null, yearEnd), demand(dayAfterNext, null)],
    [
      'another at the same time',
      demand(null, null),
      demand(null, null, { rule: processingDeadline }),
    ],
  ])('a rule may be listed twice: %s', (_, one, other) => {
    given({ demands: [one, other] }).thenRight();
  });

  test.each([
    ['always and always', null, null, null, null],
    ['on one day', null, next, next, null],
    ['the later first', next, null, null, next],
    ['one within the other', null, null, year, yearEnd],
  ])('not for overlapping periods: %s', (_, from, to, otherFrom, otherTo) => {
    const [first, second] = [
      `from ${from ?? 'the beginning'} to ${to ?? 'the end'}`,
      `from ${otherFrom ?? 'the beginning'} to ${otherTo ?? 'the end'}`,
    ];
    given({ demands: [demand(from, to), demand(otherFrom, otherTo)] }).thenWrong(
      `rule supplement-once, ${first} overlaps rule supplement-once, ${second}`,
    );
  });

  test('one that ends before it begins is refused', () => {
    given({ demands: [demand(next, yearEnd)] }).thenWrong(
      'rule supplement-once, from 2021-01-01 to 2020-12-31: it ends before it begins',
    );
  });

  test('it cites an article of the centre', () => {
    given({ demands: [demand(year, null, { citation: 'article 8' })] }).thenWrong(
      'rule supplement-once, from 2020-01-01 to the end: article 8 is no citation',
    );
    given({ demands: [demand(year, null, { citation: 'SL Đ8.b; BL Đ8.3c' })] }).thenWrong(
      'rule supplement-once, from 2020-01-01 to the end: BL is no regulation of the centre',
    );
  });

  test('by an article it holds while the regulation does', () => {
    const regulations = [regulation(year, next)];
    const article = { citation: 'SL Đ8.b' };
    given({ regulations, demands: [demand(year, next, article)] }).thenRight();
    given({ regulations, demands: [demand(next, yearEnd)] }).thenWrong(
      'rule supplement-once, from 2021-01-01 to 2020-12-31: it ends before it begins',
    );
    for (const [from, to] of [
      [null, next],
      [year, null],
      [year, dayAfterNext],
      [CalendarDate.parse('2019-12-31'), next],
    ] as const) {
      given({ regulations, demands: [demand(from, to, article)] }).thenWrong(
        `rule supplement-once, from ${from ?? 'the beginning'} to ${to ?? 'the end'}: the regulation SL is not in force all that time`,
      );
    }
  });
});

describe('values', () => {
  test.each([
    ['Đ8.b', 'value firstDay: Đ8.b is no citation'],
    ['KT Đ4.2', 'value firstDay: KT is no regulation of the centre'],
  ])('by %s are refused', (article, fault) => {
    given({ profile: { ...sonLa.profile, firstDay: by(article, 'same') } }).thenWrong(fault);
  });

  test('hours by an article of another are refused', () => {
    given({ hoursArticle: 'KT Đ4.1' }).thenWrong('value hours: KT is no regulation of the centre');
  });
});

describe('hours', () => {
  const { calendar } = sonLa.workingTime;
  const [week] = calendar.periods;
  if (week === undefined) throw new TypeError('a calendar has hours');
  const wrong = (periods: Calendar['periods']) => new WorkingTime({ ...calendar, periods });
  const late = { ...week, from: year };
  const overlapping = {
    from: null,
    hours: { ...week.hours, mon: [between('07:30', '11:30'), between('11:00', '17:00')] },
  };

  test('a calendar with a missing period is refused', () => {
    given({ workingTime: wrong([late]) }).thenWrong(
      'the calendar is wrong: there are no hours before 2020-01-01',
    );
  });

  test('two periods from one day are refused', () => {
    given({ workingTime: wrong([week, late, late]) }).thenWrong(
      'the calendar is wrong: two periods of hours are from 2020-01-01',
    );
  });

  test('hours that overlap are refused, also those of Saturdays', () => {
    const fault =
      'the calendar is wrong: hours from the beginning, mon: 07:30–11:30 and 11:00–17:00 overlap';
    given({ workingTime: wrong([overlapping]) }).thenWrong(fault);
    given({
      saturdayProcedures: { procedures: [], workingTime: wrong([overlapping]), article: null },
    }).thenWrong(`on Saturdays, ${fault}`);
  });
});

test('every fault is named', () => {
  given({
    regulations: [],
    demands: [demand(next, yearEnd, { citation: 'none' })],
    hoursArticle: null,
    profile: {
      ...defaults,
      processingBearer: sonLa.profile.processingBearer,
      firstDay: sonLa.profile.firstDay,
      reportDayOff: by('none', 'stays'),
    },
  }).thenWrong(
    'rule supplement-once, from 2021-01-01 to 2020-12-31: it ends before it begins',
    'rule supplement-once, from 2021-01-01 to 2020-12-31: none is no citation',
    'value processingBearer: SL is no regulation of the centre',
    'value firstDay: SL is no regulation of the centre',
    'value reportDayOff: none is no citation',
  );
});
