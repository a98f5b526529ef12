/** What an agency owes passes on to the one that it merged into: every duty that was not discharged before. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agency } from '../../../src/domain/centre/agency/vocabulary.ts';
import { centre } from '../../../src/domain/centre/centre/vocabulary.ts';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import { fees } from '../../../src/domain/fees/month/vocabulary.ts';
import { ninhBinh } from '../../../src/domain/regulations/centres/ninh-binh.ts';
import { monthlyReconciliation } from '../../../src/domain/regulations/rules/monthly-reconciliation.ts';
import { processingDeadline } from '../../../src/domain/regulations/rules/processing-deadline.ts';
import { supplementOnce } from '../../../src/domain/regulations/rules/supplement-once.ts';
import { bearerAt, passedOn } from '../../../src/domain/regulations/succession.ts';
import { hoChiMinh, startOfDay } from '../../../src/domain/time/zone.ts';
import { CalendarDate, Instant, instantAt } from '../../../src/domain/units.ts';
import { enteredAt, specifyRule } from '../../support/rule-spec.ts';
import { entry, eventId, proposalsOf } from '../../support/stated.ts';

const fact = proposalsOf(dossier);
const told = proposalsOf(agency);
const [laid, counted] = [proposalsOf(centre), proposalsOf(fees)];
const { given } = specifyRule(processingDeadline);

/** On a day of March 2026, in Vietnam. The dossier comes on the 2nd and is due at 10:00 on the 10th. */
function march(day: number, hour = '10:00:00'): string {
  return `2026-03-${String(day).padStart(2, '0')}T${hour}+07:00`;
}

const owedBy = (code: string) => ({ kind: 'agency', code }) as const;

const receivedFor = (solvingUnit: string, day = 2) =>
  entry(
    0,
    fact(
      'DossierReceived',
      { code: 'd1', appointment: { at: march(10) }, solvingUnit },
      march(day),
    ),
  );
const received = receivedFor('A');

type Said = {
  readonly how?: 'merged' | 'split' | 'renumbered' | 'transferred' | null;
  readonly from?: string | null;
};

/** Entry number `number`: the agency `code` goes on in `to`, from the 5th unless it says otherwise. */
function merged(number: number, code: string, to: readonly string[], said: Said = {}) {
  const { how = 'merged', from = '2026-03-05' } = said;
  const data = { how, successors: [...to], from, document: '23/NQ-HĐND' };
  return entry(number, told('AgencySucceeded', data, march(3)), undefined, {
    stream: `agency-${code}`,
  });
}

const merger = merged(7, 'A', ['B']);
const since = { from: 'A', at: Instant.parse(march(5, '00:00:00')), event: merger.id };
const returned = (when: string) => entry(1, fact('ResultReturned', {}, when));

describe('a duty that was open', () => {
  test('passes on to the successor, and says from whom, when and by which entry', () => {
    given(received, merger).thenDuty({
      bearer: owedBy('B'),
      inherited: [since],
      state: 'open',
      due: march(10),
      evidence: [received, merger],
    });
  });

  test.each([
    ['in the last millisecond of the old agency stays with it', march(4, '23:59:59.999'), 'A'],
    ['in the first instant of the new one is the act of that', march(5, '00:00:00'), 'B'],
    ['later is, too', march(9), 'B'],
  ])('and that is discharged %s', (_, when, bearer) => {
    given(received, merger, returned(when)).thenDuty({
      bearer: owedBy(bearer),
      inherited: bearer === 'A' ? [] : [since],
      state: 'kept',
    });
  });

  test('and that ended before the merger stays where it was', () => {
    const withdrawn = entry(1, fact('DossierWithdrawn', {}, march(4)));
    given(received, merger, withdrawn).thenDuty({ bearer: owedBy('A'), state: 'ended' });
  });

  test('and overdue at the merger passes on as it is: late by the same due time', () => {
    const later = merged(7, 'A', ['B'], { from: '2026-03-20' });
    given(received, later).thenDuty({ bearer: owedBy('B'), due: march(10), state: 'open' });
    given(received, later, returned(march(23))).thenDuty({
      bearer: owedBy('B'),
      inherited: [{ from: 'A', at: Instant.parse(march(20, '00:00:00')), event: later.id }],
      state: 'late',
    });
  });

  test('and was late before the merger stays with who was late', () => {
    const later = merged(7, 'A', ['B'], { from: '2026-03-20' });
    given(received, later, returned(march(12))).thenDuty({
      bearer: owedBy('A'),
      inherited: [],
      state: 'late',
    });
  });

  test('and suspended passes on, and goes on to wait', () => {
    const asked = entry(1, fact('SupplementRequested', {}, march(4)));
    given(received, asked, merger)
      .under({ supplementPause: 'extend' })
      .thenDuty({ bearer: owedBy('B'), suspended: true, inherited: [since] });
    const supplied = entry(2, fact('SupplementReceived', {}, march(6)));
    given(received, asked, merger, supplied, entry(3, fact('ResultReturned', {}, march(12))))
      .under({ supplementPause: 'extend' })
      .thenDuty({ bearer: owedBy('B'), due: march(12), state: 'kept' });
  });
});

test('what is opened afterwards in the name of the old agency is owed by the successor', () => {
  given(receivedFor('A', 6), merger).thenDuty({ bearer: owedBy('B'), inherited: [since] });
});

test('the first day is that of the merger, and without one that of the entry', () => {
  const unsaid = merged(7, 'A', ['B'], { from: null });
  given(received, unsaid, returned(march(2, '23:59:59'))).thenDuty({ bearer: owedBy('A') });
  given(received, unsaid, returned(march(3, '00:00:00'))).thenDuty({ bearer: owedBy('B') });
});

test('the first day that nobody stated is the day after the last one of the old agency', () => {
  const unsaid = merged(7, 'A', ['B'], { from: null });
  const ended = entry(8, told('AgencyAbolished', { to: '2026-03-06' }, march(3)), undefined, {
    stream: 'agency-A',
  });
  given(received, unsaid, ended, returned(march(6))).thenDuty({ bearer: owedBy('A') });
  given(received, unsaid, ended, returned(march(7))).thenDuty({ bearer: owedBy('B') });
  given(received, merger, ended, returned(march(6))).thenDuty({ bearer: owedBy('B') });
});

test('an agency that was abolished, with none after it, owes what it owed', () => {
  const ended = entry(8, told('AgencyAbolished', { to: '2026-03-04' }, march(3)), undefined, {
    stream: 'agency-A',
  });
  given(received, ended).thenDuty({ bearer: owedBy('A'), inherited: [] });
});

test.each([
  ['renumbered', 'B'],
  [null, 'B'],
  ['split', 'A'],
  ['transferred', 'A'],
] as const)('an agency that was %s: owed by %s', (how, bearer) => {
  given(received, merged(7, 'A', ['B'], { how })).thenDuty({ bearer: owedBy(bearer) });
});

test('where several came after it, the record does not say who owes: it stays where it was', () => {
  given(received, merged(7, 'A', ['B', 'C'])).thenDuty({ bearer: owedBy('A'), inherited: [] });
});

test('another agency, and an official, owe what they owed', () => {
  given(receivedFor('C'), merger).thenDuty({ bearer: owedBy('C'), inherited: [] });
  const official = { code: 'd1', solvingUnit: 'A', official: 'A', appointment: { at: march(10) } };
  given(entry(0, fact('DossierReceived', official, march(2))), merger)
    .under({ processingBearer: 'official' })
    .thenDuty({ bearer: { kind: 'official', code: 'A' }, inherited: [] });
});

test('an act that is a breach stays with who committed it', () => {
  const asked = [1, 2].map((number) =>
    entry(number, fact('SupplementRequested', { unit: 'A' }, march(number + 2))),
  );
  const acts = specifyRule(supplementOnce).given(received, ...asked, merger);
  acts.thenFindings({ rule: 'supplement-once', bearer: owedBy('A') });
});

test('it is still the old agency’s a millisecond before the day, and the new one’s as it begins', () => {
  const duty = { bearer: owedBy('B'), inherited: [since] };
  expect(bearerAt(Instant.parse(march(4, '23:59:59.999')), duty)).toEqual(owedBy('A'));
  expect(bearerAt(since.at, duty)).toEqual(owedBy('B'));
});

describe('through several mergers', () => {
  const next = merged(8, 'B', ['C'], { from: '2026-03-08' });

  test('it passes on to the last, by each of them in turn', () => {
    const then = { from: 'B', at: Instant.parse(march(8, '00:00:00')), event: next.id };
    given(received, merger, next).thenDuty({ bearer: owedBy('C'), inherited: [since, then] });
    given(received, merger, next, returned(march(7))).thenDuty({
      bearer: owedBy('B'),
      inherited: [since],
    });
  });

  test('into an agency that had gone already it passes on at once', () => {
    const before = merged(8, 'B', ['C'], { from: '2026-03-03' });
    given(received, merger, before).thenDuty({
      bearer: owedBy('C'),
      inherited: [since, { from: 'B', at: since.at, event: before.id }],
    });
  });

  test('and back again it ends with the one that was there last', () => {
    const back = merged(8, 'B', ['A'], { from: '2026-03-08' });
    given(received, merger, back).thenDuty({ bearer: owedBy('A') });
    given(receivedFor('B'), merger, back).thenDuty({ bearer: owedBy('A') });
  });

  test('that contradict each other on one day, it ends all the same', () => {
    given(received, merger, merged(8, 'B', ['A'])).thenDuty({
      bearer: owedBy('B'),
      inherited: [since],
    });
  });
});

describe('a merger', () => {
  test('that is entered late changes who owes from its own day on', () => {
    const late = enteredAt(7, told('AgencySucceeded', merger.data, march(3)), march(30));
    given(received, { ...late, stream: 'agency-A' }, returned(march(12))).thenDuty({
      bearer: owedBy('B'),
      state: 'late',
    });
  });

  test('that is corrected to another day, to another agency, or withdrawn, is judged as it stands', () => {
    const correcting = (data: Partial<typeof merger.data>) =>
      entry(
        9,
        { ...told('AgencySucceeded', { ...merger.data, ...data }), corrects: merger.id },
        march(20),
        {
          stream: 'agency-A',
        },
      );
    const done = returned(march(6));
    given(received, merger, done).thenDuty({ bearer: owedBy('B') });
    given(received, merger, done, correcting({ from: CalendarDate.parse('2026-03-07') })).thenDuty({
      bearer: owedBy('A'),
    });
    const { successors } = merged(1, 'A', ['C']).data;
    given(received, merger, done, correcting({ successors })).thenDuty({ bearer: owedBy('C') });
    const withdrawn = entry(
      9,
      { ...told('EntryWithdrawn', {}, march(20)), corrects: merger.id },
      undefined,
      { stream: 'agency-A' },
    );
    given(received, merger, done, withdrawn).thenDuty({ bearer: owedBy('A'), inherited: [] });
  });

  test('takes no breach away by itself when something of the dossier is corrected', () => {
    const corrected = {
      ...fact('ResultReturned', { document: '5/QĐ' }, march(13)),
      corrects: eventId(1),
    };
    const later = merged(7, 'A', ['B'], { from: '2026-03-13' });
    given(received, returned(march(12)), later, enteredAt(2, corrected, march(16))).thenLessened();
  });
});

describe('what the successor does in its own name', () => {
  const months = specifyRule(monthlyReconciliation, 'calendar-NB-2026');
  const at = (number: number, event: Parameters<typeof entry>[1], stream: string) =>
    entry(number, event, undefined, { stream });
  const begins = at(
    0,
    laid('CentreEstablished', { name: 'Trung tâm' }, '2026-01-01T08:00:00+07:00'),
    'centre-NB-2026',
  );
  const summary = at(
    1,
    counted('FeeSummarySent', { agency: 'A' }, '2026-04-02T10:00:00+07:00'),
    'fees-NB-2026-03',
  );
  const april = merged(7, 'A', ['B'], { from: '2026-04-15' });
  const here = { ...april, centre: ninhBinh.code };
  const agreed = (day: number) =>
    at(
      2,
      counted('ReconciliationAgreed', { agency: 'B' }, `2026-04-${day}T10:00:00+07:00`),
      'fees-NB-2026-03',
    );

  test('discharges a periodic duty of the agency that it took in, from its first day on', () => {
    months
      .given(begins, summary, here, agreed(15))
      .at(ninhBinh)
      .thenDuty({
        opening: '2026-03#A',
        bearer: owedBy('B'),
        state: 'kept',
      });
    months
      .given(begins, summary, here, agreed(14))
      .at(ninhBinh)
      .thenDuty({
        bearer: owedBy('B'),
        state: 'open',
      });
    months
      .given(begins, summary, agreed(15))
      .at(ninhBinh)
      .thenDuty({ bearer: owedBy('A'), state: 'open' });
  });
});

describe('however agencies came after each other', () => {
  const zone = hoChiMinh;
  const codes = ['A', 'B', 'C', 'D'] as const;
  const day = fc.integer({ min: 1, max: 28 });
  const dateOf = (number: number) =>
    CalendarDate.parse(`2026-03-${String(number).padStart(2, '0')}`);

  const successionsTo = (to: fc.Arbitrary<string>) =>
    fc.record({
      to,
      from: fc.integer({ min: 10, max: 20 }).map(dateOf),
      event: fc.constant(eventId(1)),
    });
  const any = fc
    .dictionary(fc.constantFrom(...codes), successionsTo(fc.constantFrom(...codes)))
    .map((all) => new Map(Object.entries(all)));
  /** Each into one that comes after it in the alphabet: none leads back. */
  const forward = fc
    .record(
      {
        A: successionsTo(fc.constantFrom('B', 'C', 'D')),
        B: successionsTo(fc.constantFrom('C', 'D')),
        C: successionsTo(fc.constant('D')),
      },
      { requiredKeys: [] },
    )
    .map((all) => new Map(Object.entries(all)));

  test('on each day it lies with the agency from which it has not gone on by then', () => {
    fc.assert(
      fc.property(forward, fc.constantFrom(...codes), day, (successions, code, number) => {
        let holder: string = code;
        for (;;) {
          const next = successions.get(holder);
          if (next === undefined || next.from > dateOf(number)) break;
          holder = next.to;
        }
        const noon = instantAt(Date.UTC(2026, 2, number, 5));
        expect(passedOn(code, noon, { successions, zone }).agency).toBe(holder);
      }),
    );
  });

  test('also where they lead back, each is left once at most, and in the order of time', () => {
    fc.assert(
      fc.property(any, fc.constantFrom(...codes), (successions, code) => {
        const { inherited } = passedOn(code, null, { successions, zone });
        const [left, times] = [inherited.map(({ from }) => from), inherited.map(({ at }) => at)];
        expect(new Set(left).size).toBe(left.length);
        expect(times.toSorted()).toEqual(times);
      }),
    );
  });

  test('who had it at an instant is read off what it passed through', () => {
    fc.assert(
      fc.property(any, fc.constantFrom(...codes), day, (successions, code, number) => {
        const registered = { successions, zone };
        const at = startOfDay(dateOf(number), zone);
        const { agency: last, inherited } = passedOn(code, null, registered);
        const { agency: then } = passedOn(code, at, registered);
        expect(bearerAt(at, { bearer: owedBy(last), inherited })).toEqual(owedBy(then));
      }),
    );
  });
});
