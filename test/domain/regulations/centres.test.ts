/** What each regulation gives to its centre: hours, values, and rules on both sides of its first day. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { Centre } from '../../../src/domain/regulations/centre.ts';
import { konTum } from '../../../src/domain/regulations/centres/kon-tum.ts';
import { centresOf } from '../../../src/domain/regulations/centres.ts';
import { citationIn, citedIn, noArticle } from '../../../src/domain/regulations/citation.ts';
import { historyOf } from '../../../src/domain/regulations/history.ts';
import { isNational } from '../../../src/domain/regulations/national-law.ts';
import { parametersOf } from '../../../src/domain/regulations/parameters.ts';
import { referenceWorkingTime } from '../../../src/domain/regulations/reference-time.ts';
import type { WorkingTime } from '../../../src/domain/time/working-time.ts';
import { CalendarDate, CentreCode, Instant } from '../../../src/domain/units.ts';
import { verdictOf } from '../../support/registers.ts';
import { entry, proposalsOf } from '../../support/stated.ts';
import { slowModel } from '../time/slow-model.ts';

const fact = proposalsOf(dossier);
const centres = centresOf(referenceWorkingTime('Asia/Ho_Chi_Minh', 'always'));
const codes = ['SL', 'TQ', 'BL', 'KT', 'NB'] as const;
type Code = (typeof codes)[number];

function centreOf(code: Code): Centre {
  const centre = centres.get(code);
  if (centre === undefined) throw new TypeError(`there is a centre ${code}`);
  return centre;
}

const saturdays = (() => {
  const { saturdayProcedures } = centreOf('BL');
  if (saturdayProcedures === null) throw new TypeError('Bạc Liêu serves on Saturdays');
  return saturdayProcedures;
})();

/** In Vietnam. */
function at(date: string, clock: string): Instant {
  return Instant.parse(`${date}T${clock}+07:00`);
}

function openings(time: WorkingTime, date: string, clocks: readonly string[]): boolean[] {
  return clocks.map((clock) => time.isOpenAt(at(date, clock)));
}

/** Monday 2 to Friday 6 March 2026, and the weekend after it. */
const weekdays = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];
const [saturday, sunday] = ['2026-03-07', '2026-03-08'];

describe('service hours', () => {
  const early = ['07:00:00', '10:59:59.999', '13:00:00', '16:59:59.999'];
  const earlyShut = ['06:59:59.999', '11:00:00', '12:59:59.999', '17:00:00'];
  const late = ['07:30:00', '11:29:59.999', '13:30:00', '17:29:59.999'];
  const lateShut = ['07:29:59.999', '11:30:00', '13:29:59.999', '17:30:00'];

  test.each([
    ['SL', late, lateShut, 'SL Đ4.4a, Đ4.4c'],
    ['TQ', late, lateShut, null],
    ['BL', early, earlyShut, 'BL Đ5.1, Đ5.3'],
    ['KT', early, earlyShut, 'KT Đ4.1'],
    ['NB', late, lateShut, null],
  ] as const)('%s: to the millisecond, Monday to Friday', (code, open, shut, article) => {
    const { workingTime, hoursArticle } = centreOf(code);
    expect(hoursArticle).toBe(article);
    for (const date of weekdays) {
      expect(openings(workingTime, date, open)).toEqual([true, true, true, true]);
      expect(openings(workingTime, date, shut)).toEqual([false, false, false, false]);
    }
    for (const date of [saturday, sunday]) {
      expect(workingTime.isWorkingDay(CalendarDate.parse(date))).toBe(false);
    }
  });

  test.each(codes)('%s: shut on a holiday, open on the Saturday that is worked for one', (code) => {
    const { workingTime } = centreOf(code);
    const isWorked = (date: string) => workingTime.isWorkingDay(CalendarDate.parse(date));
    expect(['2026-04-27', '2026-02-18', '2026-01-02'].map(isWorked)).toEqual([false, false, false]);
    expect(isWorked('2026-01-10')).toBe(true);
    expect(workingTime.calendar.notices.every(({ source }) => source !== '')).toBe(true);
  });

  test.each(codes)('%s: as they were counted by hand, minute by minute', (code) => {
    const { workingTime } = centreOf(code);
    const { notices, periods } = workingTime.calendar;
    const [week] = periods;
    if (week === undefined || periods.length > 1) throw new TypeError('one week holds always');
    const model = slowModel(week.hours, notices, () => 7 * 60);
    const first = Date.parse('2025-12-22T00:00:00Z') / 60_000; // swapped days and Tết lie ahead
    const minute = fc.integer({ min: first, max: first + 75 * 1440 });
    const days = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(minute, fc.nat({ max: 1200 }), days, (from, minutes, n) => {
        const ms = from * 60_000;
        expect(workingTime.isOpenAtMs(ms)).toBe(model.isOpen(from));
        expect(workingTime.addMinutesMs(ms, minutes) / 60_000).toBe(
          model.afterMinutes(from, minutes),
        );
        for (const counting of ['same-day', 'next-day'] as const) {
          expect(workingTime.addWorkingDaysMs(ms, n, counting) / 60_000).toBe(
            model.termEnd(from, n, counting),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('Saturday mornings in Bạc Liêu', () => {
  test('no other centre has them', () => {
    const others = codes.filter((code) => code !== 'BL').map(centreOf);
    expect(others.map(({ saturdayProcedures }) => saturdayProcedures)).toEqual(
      others.map(() => null),
    );
    expect(saturdays.article).toBe('BL Đ5.1');
  });

  test('are for the procedures that the article names', () => {
    expect(saturdays.procedures.map(({ vi }) => vi)).toEqual([
      'Đăng ký kinh doanh',
      'Lý lịch tư pháp',
    ]);
  });

  test('last from 07:00 to 11:00, in a week that is otherwise the same', () => {
    const { workingTime } = saturdays;
    const clocks = ['06:59:59.999', '07:00:00', '10:59:59.999', '11:00:00', '13:00:00'];
    expect(openings(workingTime, saturday, clocks)).toEqual([false, true, true, false, false]);
    expect(openings(workingTime, '2026-03-06', clocks)).toEqual([false, true, true, false, true]);
    expect(workingTime.isWorkingDay(CalendarDate.parse(sunday))).toBe(false);
  });

  test('are no processing time: a term goes on on Monday', () => {
    const friday = at('2026-03-06', '16:30:00');
    const { workingTime } = centreOf('BL');
    expect(workingTime.addMinutes(friday, 60)).toBe(at('2026-03-09', '07:30:00'));
    expect(saturdays.workingTime.addMinutes(friday, 60)).toBe(at(saturday, '07:30:00'));
  });

  test.each(['2024-02-10', '2027-02-06', '2027-05-01'])('not on a public holiday: %s', (date) => {
    expect(saturdays.workingTime.isWorkingDay(CalendarDate.parse(date))).toBe(false);
  });

  test('a Saturday worked in the stead of another day has the hours of that day', () => {
    const clocks = ['10:59:59.999', '13:00:00', '16:59:59.999', '17:00:00'];
    expect(openings(saturdays.workingTime, '2026-01-10', clocks)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('values, and where they are from', () => {
  const values = (code: Code) => centreOf(code).profile;

  test.each(codes)('%s: what rules read is what the profile says', (code) => {
    expect(centreOf(code).parameters).toEqual(parametersOf(values(code)));
  });

  test.each([
    ['SL', 'official', 'SL Đ8.b'],
    ['TQ', 'agency', 'TQ Đ6.3'],
    ['BL', 'agency', null],
    ['KT', 'agency', null],
    ['NB', 'agency', 'NB Đ5.2d'],
  ] as const)('%s: the processing is owed by the %s (%s)', (code, value, article) => {
    expect(values(code).processingBearer).toEqual({ value, article });
  });

  test.each([
    ['SL', 'next', 'SL Đ4.4b'],
    ['TQ', 'next', null],
    ['BL', 'next', null],
    ['KT', 'same', 'KT Đ4.2'],
    ['NB', 'next', null],
  ] as const)('%s: a term is counted from the %s day (%s)', (code, value, article) => {
    expect(values(code).firstDay).toEqual({ value, article });
  });

  test('of no centre does an article give the pause, or the minutes of "at once"', () => {
    for (const { supplementPause, atOnce, entryLag } of codes.map(values)) {
      expect([supplementPause, atOnce, entryLag]).toEqual([
        { value: 'restart', article: null },
        { value: 30, article: null },
        { value: 15, article: null },
      ]);
    }
  });

  test('what one regulation alone gives', () => {
    expect(values('TQ').transferWithin).toEqual({ value: 30, article: 'TQ Đ7.2b' });
    expect(values('TQ').agenciesInScope.value).toHaveLength(9);
    expect(values('KT').cutoff).toEqual({ value: 16 * 60, article: 'KT Đ4.1' });
    expect(values('KT').batchTimes).toEqual({ value: [11 * 60, 17 * 60], article: null });
    expect(values('SL').consentFromHalfDay).toEqual({ value: 'private-leave', article: 'SL Đ8.đ' });
    expect(values('NB').retentionShare).toEqual({ value: 0, article: 'NB Đ9.1d' });
    const others = codes.filter((code) => code !== 'TQ' && code !== 'KT').map(values);
    for (const { transferWithin, cutoff, batchTimes, agenciesInScope } of others) {
      expect([transferWithin.value, cutoff.value, agenciesInScope.value]).toEqual([
        null,
        null,
        null,
      ]);
      expect(batchTimes.value).toEqual([]);
    }
  });
});

describe('the regulation is in force from its first day', () => {
  /** A dossier that was asked for supplements twice, all on one day. */
  const judgedOn = (centre: Centre, date: string) => {
    const also = { centre: CentreCode.parse(centre.code) };
    const asked = (number: number, clock: string) =>
      entry(number, fact('SupplementRequested', {}, `${date}T${clock}+07:00`, also));
    const received = fact(
      'DossierReceived',
      {
        code: 'd1',
        official: 'cv-1',
        solvingUnit: 'H52.17',
        appointment: { on: '2026-03-31' },
      },
      `${date}T08:00:00+07:00`,
      also,
    );
    const history = historyOf([entry(0, received), asked(1, '09:00:00'), asked(2, '23:59:59.999')]);
    const { duties, findings, failures } = verdictOf('dossier', history, centre);
    expect(failures).toEqual([]);
    const alike = ['processing-deadline', 'supplement-once']; // what the five demand alike
    return {
      duties: duties
        .filter(({ rule }) => alike.includes(rule))
        .map(({ rule, citation, bearer }) => [rule, citation, bearer.kind]),
      findings: findings
        .filter(({ rule }) => alike.includes(rule))
        .map(({ rule, citation }) => [rule, citation]),
    };
  };

  test.each([
    ['SL', '2017-06-15', '2017-06-16', 'SL Đ4.4b, Đ8.b, Đ11.2', 'SL Đ8.b', 'official'],
    ['TQ', '2023-11-26', '2023-11-27', 'TQ Đ6.3', 'TQ Đ7.1a, Đ7.2a', 'agency'],
    ['BL', '2018-10-22', '2018-10-23', 'BL Đ5.2', 'BL Đ8.3c', 'agency'],
    ['KT', '2018-12-31', '2019-01-01', 'KT Đ4.2, Đ5.1đ', 'KT Đ12.1c', 'agency'],
    ['NB', '2020-09-22', '2020-09-23', 'NB Đ5.2d', 'NB Đ5.2c', 'agency'],
  ] as const)('%s', (code, before, first, deadline, once, bearer) => {
    const centre = centreOf(code);
    expect(judgedOn(centre, before)).toEqual({ duties: [], findings: [] });
    for (const date of [first, '2026-03-02']) {
      expect(judgedOn(centre, date)).toEqual({
        duties: [['processing-deadline', deadline, bearer]],
        findings: [['supplement-once', once]],
      });
    }
  });

  test.each(codes)('%s: the integrity of the record is looked at by no article, always', (code) => {
    const step = entry(
      0,
      fact('StepCompleted', { step: 'Thẩm định' }, '1999-12-31T08:00:00+07:00'),
    );
    const { findings } = verdictOf('dossier', historyOf([step]), centreOf(code));
    expect(findings).toMatchObject([{ rule: 'never-received', citation: noArticle.integrity }]);
  });

  test('that of Kon Tum is assumed, unless the installation knows it', () => {
    expect(konTum(null).regulations).toMatchObject([{ from: '2019-01-01', fromIsAssumed: true }]);
    const known = konTum(CalendarDate.parse('2019-05-20'));
    expect(known.regulations).toMatchObject([{ from: '2019-05-20', fromIsAssumed: false }]);
    expect(judgedOn(known, '2019-05-19')).toEqual({ duties: [], findings: [] });
    expect(judgedOn(known, '2019-05-20').findings).toHaveLength(1);
  });
});

test.each(codes)(
  '%s: every article that it cites can be spelt out, in its own regulation or in national law',
  (code) => {
    const { demands, profile, hoursArticle } = centreOf(code);
    const cited = [
      ...demands.map(({ citation }) => citation),
      ...Object.values(profile).map(({ article }) => article),
      hoursArticle,
    ];
    const articles = cited.filter((one) => one !== null && one !== noArticle.integrity);
    expect(articles.length).toBeGreaterThan(2);
    for (const article of articles) {
      for (const { instrument } of citedIn(article ?? '') ?? []) {
        expect(instrument === code || isNational(instrument)).toBe(true);
      }
      expect(citationIn(article ?? '', 'vi')).toMatch(/^(Điều \d+|Nghị định|Luật)/);
    }
  },
);
