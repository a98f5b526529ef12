/** National law: how it is cited, how its terms are counted, and from when to when it holds at every centre. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Centre } from '../../../src/domain/regulations/centre.ts';
import { checkCentre } from '../../../src/domain/regulations/centre-check.ts';
import { konTum } from '../../../src/domain/regulations/centres/kon-tum.ts';
import { nationalDemands } from '../../../src/domain/regulations/centres/national.ts';
import { ninhBinh } from '../../../src/domain/regulations/centres/ninh-binh.ts';
import { centresOf } from '../../../src/domain/regulations/centres.ts';
import { citationIn, isCitation } from '../../../src/domain/regulations/citation.ts';
import {
  type NationalTerm,
  nationalTermEnd,
} from '../../../src/domain/regulations/national-term.ts';
import { referenceWorkingTime } from '../../../src/domain/regulations/reference-time.ts';
import { emptyRegisters } from '../../../src/domain/regulations/register.ts';
import type { Context } from '../../../src/domain/regulations/rule.ts';
import { dateOf, dayOf } from '../../../src/domain/time/date.ts';
import { CalendarDate, Instant } from '../../../src/domain/units.ts';

describe('cited', () => {
  test.each([
    ['LKN Đ27, Đ36.1', 'Điều 27; Điều 36, khoản 1 Luật Khiếu nại 02/2011/QH13'],
    ['LTC Đ24.1', 'Điều 24, khoản 1 Luật Tố cáo 25/2018/QH14'],
    ['LKN26 Đ27', 'Điều 27 Luật Khiếu nại 02/2011/QH13, sửa đổi theo Luật 136/2025/QH15'],
    ['NĐ 20/2008/NĐ-CP', 'Nghị định 20/2008/NĐ-CP ngày 14/02/2008'],
    ['NĐ 61/2018/NĐ-CP', 'Nghị định 61/2018/NĐ-CP ngày 23/04/2018'],
  ])('%s', (citation, spelt) => {
    expect(isCitation(citation)).toBe(true);
    expect(citationIn(citation, 'vi')).toBe(spelt);
    expect(citationIn(citation, 'en')).toMatch(/^(Article|Decree) /);
  });

  test('as a whole only what is known by no article', () => {
    expect(isCitation('LKN')).toBe(false);
    expect(isCitation('NĐ 45/2020/NĐ-CP')).toBe(false);
  });
});

describe('in force', () => {
  const centres = [...centresOf(referenceWorkingTime('Asia/Ho_Chi_Minh', 'always')).values()];

  test('at the five centres, and not at the reference centre', () => {
    for (const { code, demands } of centres) {
      const national = demands.filter((demand) => nationalDemands.includes(demand));
      expect(national).toEqual(code === 'reference' ? [] : nationalDemands);
    }
  });

  test('a rule that is demanded before the law is in force is refused, and so is one after the other overlapping', () => {
    const [first, second] = nationalDemands;
    if (first === undefined || second === undefined) throw new TypeError('there are demands');
    const demanding = (...demands: Centre['demands']): Centre => ({ ...ninhBinh, demands });
    expect(() => checkCentre(demanding(first, second))).not.toThrow();
    const early = { ...second, from: CalendarDate.parse('2026-06-30') };
    expect(() => checkCentre(demanding(early))).toThrow('LKN26 is not in force all that time');
    expect(() => checkCentre(demanding(first, early))).toThrow('overlaps');
  });
});

describe('terms', () => {
  const contextAt = ({ workingTime, parameters, code }: Centre): Context => {
    const context: Context = {
      centre: code,
      subject: 'complaint-1',
      workingTime,
      saturdayTime: null,
      successions: new Map(),
      parameters,
      registers: emptyRegisters,
      at: () => context,
    };
    return context;
  };
  const context = contextAt(ninhBinh);
  const end = (term: NationalTerm, from: string, at = context) =>
    nationalTermEnd(term, Instant.parse(from), at);

  test.each([
    ['a Thursday', '2026-03-03T09:00:00+07:00', '2026-03-05T17:30:00+07:00', 2],
    ['a Saturday: the Monday after', '2026-03-05T09:00:00+07:00', '2026-03-09T17:30:00+07:00', 2],
    ['Tết: the Monday after it', '2026-02-10T09:00:00+07:00', '2026-02-23T17:30:00+07:00', 7],
    ['a Saturday that is worked', '2026-08-12T09:00:00+07:00', '2026-08-22T17:30:00+07:00', 10],
  ])('calendar days that end on %s', (_, from, expected, calendarDays) => {
    expect(end({ calendarDays }, from)).toBe(Instant.parse(expected));
  });

  test('day 1 is the day after, also where a centre counts its own terms from the day itself', () => {
    const kon = contextAt(konTum(null));
    const from = '2026-03-03T09:00:00+07:00';
    const expected = Instant.parse('2026-03-05T17:00:00+07:00');
    expect(end({ workingDays: 2 }, from, kon)).toBe(expected);
    expect(end({ calendarDays: 2 }, from, kon)).toBe(expected);
  });

  test('they last until midnight where the centre reads terms so', () => {
    const parameters = { ...ninhBinh.parameters, dayDeadlineEnds: 'midnight' } as const;
    const late = contextAt({ ...ninhBinh, parameters });
    const expected = Instant.parse('2026-03-05T23:59:59.999+07:00');
    expect(end({ workingDays: 2 }, '2026-03-03T09:00:00+07:00', late)).toBe(expected);
    expect(end({ calendarDays: 2 }, '2026-03-03T09:00:00+07:00', late)).toBe(expected);
  });

  test('a term of no day is none', () => {
    expect(() => end({ calendarDays: 0 }, '2026-03-03T09:00:00+07:00')).toThrow(RangeError);
    expect(() => end({ workingDays: 0 }, '2026-03-03T09:00:00+07:00')).toThrow(RangeError);
  });

  test('whenever it begins: the first working day that is so many days later, or after that', () => {
    const minute = fc.integer({ min: 0, max: 700 * 24 * 60 });
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 70 }), (after, calendarDays) => {
        const ms = Date.parse('2025-01-01T00:00:00+07:00') + after * 60_000;
        const from = new Date(ms).toISOString();
        let day = dayOf(context.workingTime.dateAt(Instant.parse(from))) + calendarDays;
        while (!context.workingTime.isWorkingDay(dateOf(day))) day += 1;
        expect(end({ calendarDays }, from)).toBe(context.workingTime.endOfDate(dateOf(day)));
      }),
    );
  });
});
