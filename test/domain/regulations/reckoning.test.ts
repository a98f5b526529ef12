/** How a due time came about: what is told of it adds up, whatever the shape of the term. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { procedure } from '../../../src/domain/centre/procedure/vocabulary.ts';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { AnyEvent, Entry } from '../../../src/domain/entry.ts';
import { leave } from '../../../src/domain/leave/vocabulary.ts';
import type { Centre } from '../../../src/domain/regulations/centre.ts';
import { bacLieu } from '../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../src/domain/regulations/centres/kon-tum.ts';
import { ninhBinh } from '../../../src/domain/regulations/centres/ninh-binh.ts';
import { sonLa } from '../../../src/domain/regulations/centres/son-la.ts';
import { tuyenQuang } from '../../../src/domain/regulations/centres/tuyen-quang.ts';
import { judge } from '../../../src/domain/regulations/judge.ts';
import {
  type ReckonedDay,
  reckonedDays,
  totalOf,
} from '../../../src/domain/regulations/reckoned-days.ts';
import { countsIn, prolongedBy, reckoningOf } from '../../../src/domain/regulations/reckoning.ts';
import { CentreCode, Instant } from '../../../src/domain/units.ts';
import { recordsOf } from '../../support/centre-year.ts';
import { complaintOfTests, said } from '../../support/complaints.ts';
import { registersIn, subjectIn } from '../../support/registers.ts';
import { entry, eventId, proposalsOf } from '../../support/stated.ts';

const fact = proposalsOf(dossier);
const dossierOfTests = 'dossier-H42.17-260302-0001';

/** What is told of the one duty by `rule`. */
function told(
  entries: readonly Entry<AnyEvent>[],
  rule: string,
  centre: Centre,
  name: string = dossierOfTests,
  opening: string | null = null,
) {
  const registers = registersIn(entries);
  const subject = subjectIn(name, entries, registers);
  const { duties } = judge(subject, centre, registers);
  const duty = duties.find(
    (one) => one.rule === rule && (opening === null || one.opening === opening),
  );
  const demand = centre.demands.find((one) => one.rule.key === rule);
  if (duty === undefined || demand === undefined) throw new Error(`no duty by ${rule}`);
  const counts = countsIn(name, subject.history, demand, centre, registers);
  const reckoning = reckoningOf(duty, counts, centre.workingTime);
  const days = reckonedDays(reckoning, duty.openedAt, centre.workingTime);
  return {
    duty,
    reckoning,
    days,
    counted: totalOf(days, reckoning),
    prolonged: prolongedBy(reckoning, centre.workingTime),
  };
}

const march = (day: number, hour = '09:00') =>
  `2026-03-${String(day).padStart(2, '0')}T${hour}:00+07:00`;
const received = (appointment: { at: string } | { on: string }, data: object = {}) =>
  entry(0, fact('DossierReceived', { code: 'd1', appointment, ...data }, march(2)));
const asked = (when: string, number = 1) => entry(number, fact('SupplementRequested', {}, when));
const brought = (when: string, number = 2) => entry(number, fact('SupplementReceived', {}, when));

const marks = (days: readonly ReckonedDay[]) =>
  days.map(({ date, is, number }) => [date.slice(5), number ?? is]);
const parts = (days: readonly ReckonedDay[], on: string) =>
  days
    .find(({ date }) => date === on)
    ?.stretches.filter(({ is }) => is !== 'shut')
    .map(({ is, minutes }) => [is, minutes]);

describe('an appointment', () => {
  test('at an instant is as appointed, and what lies between is counted in working time', () => {
    const { reckoning, days, counted } = told(
      [received({ at: march(4, '15:00') })],
      'processing-deadline',
      ninhBinh,
    );
    expect(reckoning).toMatchObject({ count: { unit: 'appointed' }, isAgain: false });
    expect(counted).toEqual({ minutes: 150 + 240 + 480 + 240 + 90, days: null });
    expect(marks(days)).toEqual([
      ['03-02', null],
      ['03-03', null],
      ['03-04', null],
    ]);
  });

  test('for a day names it, and moves nowhere', () => {
    const { reckoning, days, counted } = told(
      [received({ on: '2026-03-06' })],
      'processing-deadline',
      ninhBinh,
    );
    expect(reckoning).toMatchObject({
      count: { unit: 'date', date: '2026-03-06' },
      movedLastDay: null,
    });
    expect(marks(days)).toEqual([['03-06', 'counted']]);
    expect(counted).toEqual({ minutes: null, days: null });
  });
});

describe('a wait that starts the time again', () => {
  const entries = [
    received({ at: march(6, '17:30') }),
    asked(march(3, '10:00')),
    brought(march(5, '15:00')),
  ];

  test('leaves what was before uncounted, and counts as many working days from then on', () => {
    const { reckoning, days, counted, prolonged } = told(entries, 'processing-deadline', ninhBinh);
    expect(reckoning).toMatchObject({
      count: { unit: 'working-days', amount: 4 },
      from: Instant.parse(march(5, '15:00')),
      isAgain: true,
      pauses: [{ strict: 'restarts', evidence: [eventId(1), eventId(2)] }],
    });
    expect(marks(days)).toEqual([
      ['03-02', 'before'],
      ['03-03', 'before'],
      ['03-04', 'paused'],
      ['03-05', 'start'],
      ['03-06', 1],
      ['03-07', 'day-off'],
      ['03-08', 'day-off'],
      ['03-09', 2],
      ['03-10', 3],
      ['03-11', 4],
    ]);
    expect(parts(days, '2026-03-03')).toEqual([
      ['before', 150],
      ['paused', 90],
      ['paused', 240],
    ]);
    expect(parts(days, '2026-03-05')).toEqual([
      ['paused', 240],
      ['paused', 90],
      ['start', 150],
    ]);
    expect(counted).toEqual({ minutes: 4 * 480, days: 4 });
    expect(prolonged).toEqual({ minutes: 0, days: 0 });
  });

  test('counts the day itself where the centre does (KT Đ4.2)', () => {
    const { reckoning, days, counted } = told(
      [received({ at: march(4, '17:00') }), asked(march(3)), brought(march(5, '15:00'))],
      'processing-deadline',
      konTum(null),
    );
    expect(reckoning).toMatchObject({
      count: { unit: 'working-days', amount: 3, firstDay: 'same' },
    });
    expect(marks(days).slice(-5)).toEqual([
      ['03-05', 1],
      ['03-06', 2],
      ['03-07', 'day-off'],
      ['03-08', 'day-off'],
      ['03-09', 3],
    ]);
    expect(counted.days).toBe(3);
  });

  test('one that may not be asked for does nothing, and is not told as a pause', () => {
    const again = [...entries, asked(march(6), 3), brought(march(9), 4)];
    const { duty, reckoning } = told(again, 'processing-deadline', ninhBinh);
    expect(duty.pauses).toMatchObject([{ strict: 'restarts' }, { strict: 'nothing' }]);
    expect(reckoning.pauses).toHaveLength(1);
  });
});

test('a wait that prolongs is not counted, and as much comes after', () => {
  const extending = {
    ...ninhBinh,
    parameters: { ...ninhBinh.parameters, supplementPause: 'extend' as const },
  };
  const { duty, reckoning, days, counted, prolonged } = told(
    [received({ at: march(4, '17:30') }), asked(march(3, '10:00')), brought(march(3, '15:00'))],
    'processing-deadline',
    extending,
  );
  expect(duty.due).toBe(Instant.parse(march(5, '10:30')));
  expect(reckoning.until).toBe(Instant.parse(march(4, '17:30')));
  expect(prolonged).toEqual({ minutes: 180, days: 0 });
  expect(counted.minutes).toBe(390 + 480 + 480);
  expect(parts(days, '2026-03-03')).toEqual([
    ['counted', 150],
    ['paused', 90],
    ['paused', 90],
    ['counted', 150],
  ]);
  expect(parts(days, '2026-03-05')).toEqual([['counted', 180]]);
});

test('minutes add up over a night and a weekend', () => {
  const friday = entry(
    0,
    fact('DossierSubmitted', { code: 'd1', channel: 'online' }, march(6, '16:00')),
  );
  const { reckoning, days, counted } = told([friday], 'online-check-by-agency', tuyenQuang);
  expect(reckoning.count).toMatchObject({
    unit: 'minutes',
    amount: 480,
    from: Instant.parse(march(6, '16:00')),
  });
  expect(counted).toEqual({ minutes: 480, days: null });
  expect(marks(days)).toEqual([
    ['03-06', null],
    ['03-07', 'day-off'],
    ['03-08', 'day-off'],
    ['03-09', null],
  ]);
});

test('of what is known by its day alone, minutes are counted from its end', () => {
  const day = { precision: 'day' } as const;
  const friday = entry(
    0,
    fact('DossierSubmitted', { code: 'd1', channel: 'online' }, march(6, '00:00'), day),
  );
  const { days, counted } = told([friday], 'online-check-by-agency', tuyenQuang);
  expect(counted.minutes).toBe(480);
  expect(marks(days)[0]).toEqual(['03-06', 'before']);
  expect(marks(days).at(-1)).toEqual(['03-09', null]);
});

test('working days begin with the day after, and days off are none of them', () => {
  const query = entry(
    0,
    fact('ProgressQueried', { unit: 'H42.17', about: 'progress' }, march(6, '16:00')),
  );
  const { days, counted } = told([query], 'progress-query-answered', ninhBinh);
  expect(marks(days)).toEqual([
    ['03-06', 'start'],
    ['03-07', 'day-off'],
    ['03-08', 'day-off'],
    ['03-09', 1],
  ]);
  expect(counted).toEqual({ minutes: 480, days: 1 });
});

describe('calendar days', () => {
  const complaint = (...more: Entry<AnyEvent>[]) => [
    said(0, 'ComplaintReceived', { kind: 'complaint' }, march(2)),
    said(1, 'ComplaintAccepted', { unit: 'S1' }, march(5)),
    ...more,
  ];
  const reckoned = (...more: Entry<AnyEvent>[]) =>
    told(complaint(...more), 'complaint-resolved', sonLa, complaintOfTests);

  test('count on weekends, and a last day that is off moves, which is said', () => {
    const { reckoning, days, counted } = reckoned();
    expect(counted).toEqual({ minutes: null, days: 30 });
    expect(reckoning.movedLastDay).toEqual({
      from: '2026-04-04',
      to: '2026-04-06',
      why: 'day-off',
      because: [],
    });
    expect(marks(days)[0]).toEqual(['03-05', 'start']);
    expect(marks(days)[2]).toEqual(['03-07', 2]);
    expect(marks(days).slice(-3)).toEqual([
      ['04-04', 30],
      ['04-05', 'moved'],
      ['04-06', 'moved'],
    ]);
  });

  test('are not counted while it is suspended; a holiday at the end is named with its notice', () => {
    const { reckoning, days, counted, prolonged } = reckoned(
      said(2, 'ComplaintSuspended', {}, march(10)),
      said(3, 'ComplaintResumed', {}, '2026-04-06T09:00:00+07:00'),
    );
    expect(counted.days).toBe(30);
    expect(prolonged).toEqual({ minutes: 0, days: 27 });
    expect(days.filter(({ is }) => is === 'paused')).toHaveLength(27);
    expect(reckoning.movedLastDay).toMatchObject({
      from: '2026-05-01',
      to: '2026-05-04',
      because: [{ kind: 'off', notice: 'vn-2026-law' }],
    });
  });

  test('add up, whatever the waits', () => {
    const day = fc.integer({ min: 6, max: 20 });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 9 }), (from, length) => {
        const { counted, prolonged, days } = reckoned(
          said(2, 'ComplaintSuspended', {}, march(from)),
          said(3, 'ComplaintResumed', {}, march(from + length, '15:00')),
        );
        expect([counted.days, prolonged.days]).toEqual([30, length]);
        expect(days.filter(({ is }) => is === 'paused')).toHaveLength(length);
      }),
    );
  });
});

test('where it ended while it waited, what had not come by then is not counted', () => {
  const stopped = entry(3, fact('DossierStopped', {}, march(25)));
  const { duty, counted } = told(
    [received({ at: march(4, '17:30') }), asked(march(3, '07:30')), stopped],
    'processing-deadline',
    ninhBinh,
  );
  expect(duty.pauses).toMatchObject([{ strict: 'stops' }]);
  expect(counted.minutes).toBe(390);
});

describe('what is solved on the day', () => {
  const sameDay = entry(
    8,
    proposalsOf(procedure)(
      'ProcedurePublished',
      { code: '1.001', term: { sameDay: true } },
      '2025-06-20T08:00:00+07:00',
      { centre: CentreCode.parse('BL') },
    ),
    undefined,
    { stream: 'procedure-1.001' },
  );
  const taken = (when: string) =>
    told(
      [sameDay, entry(0, fact('DossierReceived', { code: 'd1', procedure: '1.001' }, when))],
      'processing-deadline',
      bacLieu,
    ).reckoning;

  test('is counted within it', () => {
    expect(taken(march(6, '15:00'))).toMatchObject({
      count: { unit: 'same-day' },
      movedLastDay: null,
    });
  });

  test.each([
    ['taken in too late moves to the next', march(6, '15:01'), 'too-late'],
    ['taken in on a day off moves for that', march(7, '10:00'), 'day-off'],
  ] as const)('%s, and that is said', (_, when, why) => {
    expect(taken(when).movedLastDay).toMatchObject({ to: '2026-03-09', why });
  });
});

test('a report day that is off moves to the working day before, and the days between are told', () => {
  const begun = recordsOf('SL').begins('2026-11-01T08:00:00');
  const { reckoning, days } = told([begun], 'monthly-report', sonLa, 'calendar-SL-2026', '2026-11');
  expect(reckoning).toMatchObject({
    count: { unit: 'date', date: '2026-11-29' }, // a Sunday
    movedLastDay: { from: '2026-11-29', to: '2026-11-27', why: 'day-off', because: [] },
  });
  expect(marks(days)).toEqual([
    ['11-27', 'counted'],
    ['11-28', 'day-off'],
    ['11-29', 'day-off'],
  ]);
});

test('working days before a date are counted back from it', () => {
  const notice = entry(
    1,
    proposalsOf(leave)(
      'LeaveNoticeGiven',
      { official: 'cv-1203', to: 'both', days: [{ from: '2026-03-02', to: '2026-03-02' }] },
      '2026-02-25T08:00:00+07:00',
    ),
    undefined,
    { stream: 'leave-NP-2' },
  );
  const { reckoning, days, counted } = told([notice], 'leave-notice-2-days', bacLieu, 'leave-NP-2');
  expect(reckoning.count).toMatchObject({ unit: 'days-before', amount: 2, date: '2026-03-02' });
  expect(marks(days)).toEqual([
    ['02-26', 2],
    ['02-27', 1],
    ['02-28', 'day-off'],
    ['03-01', 'day-off'],
    ['03-02', 'start'],
  ]);
  expect(counted).toEqual({ minutes: null, days: 2 });
});
