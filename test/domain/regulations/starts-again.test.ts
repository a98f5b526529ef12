/** After a supplement the time starts again: as many working days as it stood for, by the centre's own counting. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { procedure } from '../../../src/domain/centre/procedure/vocabulary.ts';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import type { Centre } from '../../../src/domain/regulations/centre.ts';
import { bacLieu } from '../../../src/domain/regulations/centres/bac-lieu.ts';
import { konTum } from '../../../src/domain/regulations/centres/kon-tum.ts';
import { sonLa } from '../../../src/domain/regulations/centres/son-la.ts';
import { emptyRegisters } from '../../../src/domain/regulations/register.ts';
import type { Context } from '../../../src/domain/regulations/rule.ts';
import { processingDeadline } from '../../../src/domain/regulations/rules/processing-deadline.ts';
import { startedAgain } from '../../../src/domain/regulations/term.ts';
import { calendar } from '../../../src/domain/time/calendar.ts';
import { dateOf, dayOf } from '../../../src/domain/time/date.ts';
import { WorkingTime } from '../../../src/domain/time/working-time.ts';
import { CalendarDate, CentreCode, Instant, instantAt } from '../../../src/domain/units.ts';
import { specifyRule } from '../../support/rule-spec.ts';
import { entry, proposalsOf } from '../../support/stated.ts';

const { given } = specifyRule(processingDeadline);
const [fact, said] = [proposalsOf(dossier), proposalsOf(procedure)];
const kt = konTum(null);

const received = (when: string, appointment: { at: string } | { on: string }, also: object = {}) =>
  entry(0, fact('DossierReceived', { code: 'd1', procedure: '1.001', appointment }, when, also));
const asked = (when: string) => entry(1, fact('SupplementRequested', {}, when));
const brought = (when: string, also: object = {}) =>
  entry(2, fact('SupplementReceived', {}, when, also));

describe('an appointment at the end of a day', () => {
  test('stands for working days from the next day on at Sơn La, whatever the hour (SL Đ4.4b)', () => {
    for (const appointment of [{ on: '2026-03-06' }, { at: '2026-03-06T17:30:00+07:00' }]) {
      given(
        received('2026-03-02T17:20:00+07:00', appointment),
        asked('2026-03-03T09:00:00+07:00'),
        brought('2026-03-04T07:30:00+07:00'),
      )
        .at(sonLa)
        .thenDuty({ due: '2026-03-10T17:30:00+07:00' });
    }
  });

  test('stands for working days with that of the reception at Kon Tum (KT Đ4.2)', () => {
    given(
      received('2026-03-02T16:00:00+07:00', { on: '2026-03-04' }),
      asked('2026-03-03T09:00:00+07:00'),
      brought('2026-03-09T07:00:00+07:00'),
    )
      .at(kt)
      .thenDuty({ due: '2026-03-11T17:00:00+07:00' });
  });

  test.each([
    ['on the last minute of the day', '2026-03-06T17:29:00+07:00', '2026-03-12T17:30:00+07:00'],
    ['on a Saturday', '2026-03-07T09:00:00+07:00', '2026-03-12T17:30:00+07:00'],
    ['on the first minute of Monday', '2026-03-09T07:30:00+07:00', '2026-03-13T17:30:00+07:00'],
  ])('a supplement %s counts by its day', (_, when, due) => {
    given(
      received('2026-03-02T17:20:00+07:00', { on: '2026-03-06' }),
      asked('2026-03-03T09:00:00+07:00'),
      brought(when),
    )
      .at(sonLa)
      .thenDuty({ due });
  });

  test('days off do not count, neither of the first time nor of the second', () => {
    given(
      received('2026-04-28T09:00:00+07:00', { on: '2026-05-05' }), // Wednesday, Monday, Tuesday
      asked('2026-04-28T15:00:00+07:00'),
      brought('2026-04-29T15:00:00+07:00'),
    )
      .at(sonLa)
      .thenDuty({ due: '2026-05-06T17:30:00+07:00' });
  });

  test('a second supplement starts it once more by custom, and strictly not: it may not be asked for', () => {
    given(
      received('2026-03-02T09:00:00+07:00', { on: '2026-03-04' }),
      asked('2026-03-03T09:00:00+07:00'),
      brought('2026-03-05T09:00:00+07:00'),
      entry(3, fact('SupplementRequested', {}, '2026-03-06T09:00:00+07:00')),
      entry(4, fact('SupplementReceived', {}, '2026-03-10T09:00:00+07:00')),
    )
      .at(sonLa)
      .thenDuty({ due: '2026-03-09T17:30:00+07:00', customaryDue: '2026-03-12T17:30:00+07:00' });
  });

  test('a supplement of which the day alone is known counts by its day', () => {
    given(
      received('2026-03-02T09:00:00+07:00', { on: '2026-03-04' }),
      asked('2026-03-03T09:00:00+07:00'),
      brought('2026-03-05T00:00:00+07:00', { precision: 'day' }),
    )
      .at(sonLa)
      .thenDuty({ due: '2026-03-09T17:30:00+07:00' });
  });
});

describe('an appointment at a clock time', () => {
  const hours = received('2026-03-02T09:00:00+07:00', { at: '2026-03-02T15:00:00+07:00' });

  test('within the hours of a day stands for minutes of work', () => {
    given(hours, asked('2026-03-02T10:00:00+07:00'), brought('2026-03-04T16:30:00+07:00'))
      .at(sonLa)
      .thenDuty({ due: '2026-03-05T10:30:00+07:00' });
  });

  test('which run from the end of the day on which the supplement came, where no hour was stated', () => {
    const ofDay = brought('2026-03-04T00:00:00+07:00', { precision: 'day' });
    given(hours, asked('2026-03-02T10:00:00+07:00'), ofDay)
      .at(sonLa)
      .thenDuty({ due: '2026-03-05T11:30:00+07:00' });
  });
});

describe('what is solved on the day', () => {
  const sameDay = entry(
    8,
    said(
      'ProcedurePublished',
      { code: '1.001', term: { sameDay: true } },
      '2025-06-20T08:00:00+07:00',
      { centre: CentreCode.parse('BL') },
    ),
    undefined,
    { stream: 'procedure-1.001' },
  );
  const request = asked('2026-03-02T10:00:00+07:00');

  test.each([
    ['until 15:00 is due on the day', '2026-03-05T15:00:00+07:00', '2026-03-05T17:00:00+07:00'],
    ['later on the next', '2026-03-05T15:00:00.001+07:00', '2026-03-06T17:00:00+07:00'],
  ])('and supplemented %s', (_, when, due) => {
    given(
      sameDay,
      received('2026-03-02T09:00:00+07:00', { on: '2026-03-02' }),
      request,
      brought(when),
    )
      .at(bacLieu)
      .thenDuty({ due });
  });
});

/** With every day written down: the days that count before the due time, and as many after the supplement. */
function byList(
  due: CalendarDate,
  began: CalendarDate,
  from: CalendarDate,
  centre: Centre,
): Instant | null {
  const { workingTime, parameters } = centre;
  const daysFrom = (date: CalendarDate) =>
    Array.from({ length: 120 }, (_, place) => dateOf(dayOf(date) + place))
      .slice(parameters.firstDay === 'same' ? 0 : 1)
      .filter((day) => workingTime.isWorkingDay(day));
  const count = daysFrom(began).filter((day) => day <= due).length;
  const last = daysFrom(from)[count - 1];
  return last === undefined ? null : workingTime.endOfDate(last);
}

describe('a day off that is declared after the promise', () => {
  const promised = Instant.parse('2026-04-17T08:00:00+07:00');
  const due = Instant.parse('2026-04-24T17:00:00+07:00'); // a Friday: five working days
  const resumed = Instant.parse('2026-05-04T09:00:00+07:00'); // a Monday
  const closed = (known: string) => {
    const days = ['2026-04-20', '2026-04-21', '2026-04-22'].map((date) => CalendarDate.parse(date));
    const { calendar: made } = bacLieu.workingTime;
    const notice = {
      id: 'TB-1',
      source: 'Thông báo 1',
      known: Instant.parse(known),
      off: days.map((date) => ({ date, reason: 'Bão' })),
      worked: [],
      closures: [],
    };
    const workingTime = new WorkingTime(
      calendar(made.zone, made.periods, [...made.notices, notice]),
    );
    return startedAgain(due, promised, resumed, contextAt({ ...bacLieu, workingTime }));
  };
  const fiveDays = Instant.parse('2026-05-11T17:00:00+07:00');
  const twoDays = Instant.parse('2026-05-06T17:00:00+07:00');

  test('makes the time that starts again no shorter', () => {
    expect(closed('2026-04-17T08:00:00.001+07:00')).toBe(fiveDays);
    expect(closed('2026-06-01T08:00:00+07:00')).toBe(fiveDays);
  });

  test('known by then, it was counted in the promise', () => {
    expect(closed('2026-04-17T08:00:00+07:00')).toBe(twoDays);
  });
});

test('days are counted as they are on a list of them', () => {
  const day = fc.integer({
    min: dayOf(CalendarDate.parse('2026-01-05')),
    max: dayOf(CalendarDate.parse('2026-12-20')),
  });
  const minute = fc.integer({ min: 0, max: 1439 });
  fc.assert(
    fc.property(
      fc.constantFrom(sonLa, kt, bacLieu),
      day,
      minute,
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 30 }),
      minute,
      (centre, start, startMinute, length, wait, resumeMinute) => {
        const at = (number: number, minutes: number) =>
          instantAt(Date.parse(`${dateOf(number)}T00:00:00+07:00`) + minutes * 60_000);
        const [began, from] = [at(start, startMinute), at(start + wait, resumeMinute)];
        const due = centre.workingTime.endOfDate(dateOf(start + length));
        const expected = byList(
          dateOf(start + length),
          dateOf(start),
          dateOf(start + wait),
          centre,
        );
        fc.pre(expected !== null);
        expect(startedAgain(due, began, from, contextAt(centre))).toBe(expected);
      },
    ),
    { numRuns: 500 },
  );
});

function contextAt({ code, workingTime, parameters }: Centre): Context {
  const context: Context = {
    centre: code,
    subject: 'dossier-1',
    workingTime,
    saturdayTime: null,
    parameters,
    registers: emptyRegisters,
    successions: new Map(),
    at: () => context,
  };
  return context;
}
