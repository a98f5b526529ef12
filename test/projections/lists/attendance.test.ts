/** The lists of attendance, of notes and of overtime, against the plainest reading of what was recorded. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { dayMarks } from '../../../src/domain/attendance/attendance/days.ts';
import { attendance } from '../../../src/domain/attendance/attendance/vocabulary.ts';
import { CentreCode, Instant } from '../../../src/domain/units.ts';
import { AttendanceFilters, listAttendance } from '../../../src/projections/lists/attendance.ts';
import { ConductFilters, listConduct } from '../../../src/projections/lists/conduct.ts';
import { listOvertime, OvertimeFilters } from '../../../src/projections/lists/overtime.ts';
import { centresNamed, inPages, modelOf, pagesOf, plansOf, seenOn } from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { march, variedCentres } from '../../support/varied.ts';

const fact = proposalsOf(attendance);
const at = Instant.parse(march(28));
const dayOf = (number: number) => march(number).slice(0, 10);

/** Eight officials at two centres, each on seven days; what is odd of a day comes by its number. */
const days = Array.from({ length: 8 * 7 }, (_, n) => {
  const [who, number] = [n % 8, 2 + Math.floor(n / 8)];
  return {
    official: `cb-${who}`,
    agency: `Q${who % 3}`,
    centre: variedCentres[who < 5 ? 0 : 1],
    day: dayOf(number),
    number,
    odd: n % 5 === 0,
    leaves: n % 4 !== 1,
    byHand: n % 6 === 2,
    isAbsent: n % 11 === 3,
  };
});

const streamOf = ({ official }: { readonly official: string }) =>
  `attendance-${official.replaceAll('-', '%2D')}-2026-03`;

const passed = days.flatMap((one) => {
  const { official, agency, number, odd, leaves, byHand, isAbsent } = one;
  const there = { centre: CentreCode.parse(one.centre) };
  const how = byHand ? ('by-hand' as const) : ('face' as const);
  const span = { from: one.day, to: one.day };
  const facts = [
    ...(isAbsent ? [fact('AbsenceNoted', { days: [span], agency }, march(number), there)] : []),
    ...(isAbsent
      ? []
      : [fact('CheckedIn', { how, agency }, march(number, odd ? '04:30:00' : '07:00:00'), there)]),
    ...(isAbsent || !leaves ? [] : [fact('CheckedOut', {}, march(number, '11:00:00'), there)]),
  ];
  return facts.map((happened) => ({ stream: streamOf({ official }), fact: happened }));
});

/** The marks of a day, the plain way, in the order in which they are shown. */
function marksOf({ odd, leaves, byHand, isAbsent }: (typeof days)[number]): readonly string[] {
  if (isAbsent) return [];
  const marked = { 'no-check-out': !leaves, 'odd-hour': odd, 'by-hand': byHand };
  return dayMarks.filter((mark) => Object.entries(marked).some(([key, is]) => key === mark && is));
}

/** By the day, and of one day by the stream, the last before the others. */
const expectedDays = days
  .toSorted((a, b) => (`${a.day} ${streamOf(a)}` < `${b.day} ${streamOf(b)}` ? 1 : -1))
  .map((one) => ({
    day: one.day,
    official: one.official,
    centre: one.centre,
    agency: one.agency,
    marks: marksOf(one),
    minutes: one.isAbsent || !one.leaves ? null : one.odd ? 390 : 240,
    absences: one.isAbsent ? [{ part: 'whole', hours: null, withLeave: null, kind: null }] : [],
  }));

const acts = ['no-badge', 'left-counter', 'drawn-out'] as const;
const notes = Array.from({ length: 30 }, (_, n) => {
  const official = `cb-${n % 4}`;
  const isOfApplicant = n % 5 === 4;
  return {
    official,
    agency: `Q${n % 4}`,
    centre: variedCentres[n % 4 < 2 ? 0 : 1],
    whose: isOfApplicant ? ('applicant' as const) : ('official' as const),
    act: isOfApplicant ? ('threat' as const) : (acts[n % 3] ?? 'no-badge'),
    minute: 30 - n,
  };
});
const kinds = ['overtime', 'saturday'] as const;
const overtime = notes.map(({ official, agency, centre, minute }, n) => ({
  official,
  agency,
  centre,
  kind: kinds[n % 2] ?? 'overtime',
  minutes: 30 + n,
  compensation: n % 3 === 0 ? ('pay' as const) : null,
  minute,
}));
const timeOf = ({ minute }: { readonly minute: number }) =>
  march(20, `09:${String(minute).padStart(2, '0')}:00`);

const noted = notes.flatMap((one, n) => {
  const there = { centre: CentreCode.parse(one.centre) };
  const stream = `attendance-${one.official.replaceAll('-', 'x')}-2026-03`;
  const { agency, whose, act } = one;
  const note =
    whose === 'applicant' || act === 'threat'
      ? fact('ApplicantActNoted', { act: 'threat', agency }, timeOf(one), there)
      : fact('ConductNoted', { act, agency }, timeOf(one), there);
  const { kind, minutes, compensation } = overtime[n] ?? {
    kind: 'overtime',
    minutes: 1,
    compensation: null,
  };
  const worked = fact(
    'OvertimeWorked',
    { kind, minutes, compensation, agency },
    timeOf(one),
    there,
  );
  return [note, worked].map((happened) => ({ stream, fact: happened }));
});

const scopes = fc.constantFrom(null, null, ['H42'], [...variedCentres], []);
const some = <Value>(...values: readonly Value[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined });
const isSeen = (scope: readonly string[] | null, centre: string | undefined) =>
  scope === null || scope.some((code) => code === centre);

describe('of the days', async () => {
  const model = await modelOf(passed, centresNamed(...variedCentres));
  afterAll(() => model[Symbol.dispose]());
  const ask = (raw: unknown, limit = 500, scope: readonly string[] | null = null) => {
    const filters = AttendanceFilters.parse(raw);
    return pagesOf((cursor) =>
      listAttendance(model.database, { filters, limit, cursor, centres: scope, at }),
    );
  };
  const all = ask({}).flatMap(({ items }) => items);

  test('all are there, the last day first, with what looks wrong', () => {
    expect(all).toMatchObject(expectedDays);
    expect(all.filter(({ marks }) => marks.length > 0).length).toBeGreaterThan(10);
  });

  test('every page has what fits the filters, each once, in order', () => {
    const filters = fc.record({
      official: some('cb-0', 'cb-5', 'nobody'),
      agency: some('Q0', 'Q2'),
      mark: some(...dayMarks),
      centre: some(...variedCentres),
      from: some(dayOf(2), dayOf(4)),
      to: some(dayOf(2), dayOf(7), dayOf(9)),
    });
    fc.assert(
      fc.property(filters, scopes, fc.integer({ min: 1, max: 25 }), (raw, scope, limit) => {
        const asked = AttendanceFilters.parse(raw);
        const fitting = all.filter(
          (item) =>
            isSeen(scope, item.centre) &&
            (asked.centre ?? item.centre) === item.centre &&
            (asked.official ?? item.official) === item.official &&
            (asked.agency ?? item.agency) === item.agency &&
            (asked.mark === undefined || item.marks.includes(asked.mark)) &&
            (asked.from === undefined || item.day >= asked.from) &&
            (asked.to === undefined || item.day < asked.to),
        );
        expect(seenOn(ask(raw, limit, scope))).toEqual(inPages(fitting, limit));
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    {},
    { official: 'cb-1' },
    { agency: 'Q1', from: dayOf(3) },
    { mark: 'odd-hour' },
    { mark: 'odd-hour', official: 'cb-1', to: dayOf(9) },
  ])('%o is read off an index, without sorting', (raw) => {
    const page = { filters: AttendanceFilters.parse(raw), limit: 3, centres: ['H42'], at };
    const plans = plansOf(model.database, () =>
      listAttendance(model.database, { ...page, cursor: null }),
    );
    expect(plans.filter((step) => /SCAN attendance_\w+$|TEMP B-TREE/.test(step))).toEqual([]);
  });
});

describe('of what was noted and worked', async () => {
  const model = await modelOf(noted, centresNamed(...variedCentres));
  afterAll(() => model[Symbol.dispose]());
  const asked = { limit: 7, at };

  /** The later first; no two are of one minute. */
  const latestFirst = <One extends { readonly minute: number }>(all: readonly One[]) =>
    all.toSorted((a, b) => b.minute - a.minute);
  const officialOf = ({ official }: { readonly official: string }) => official.replaceAll('-', 'x');

  test('notes of officials and of applicants, by each filter', () => {
    const filters = fc.record({
      official: some('cbx0', 'cbx3'),
      act: some('no-badge', 'threat', 'unfair'),
      agency: some('Q0', 'Q3'),
      whose: some('official', 'applicant'),
      centre: some(...variedCentres),
      from: some(timeOf({ minute: 10 })),
      to: some(timeOf({ minute: 20 })),
    });
    fc.assert(
      fc.property(filters, scopes, (raw, scope) => {
        const parsed = ConductFilters.parse(raw);
        const fitting = latestFirst(notes).filter(
          (one) =>
            isSeen(scope, one.centre) &&
            (raw.centre ?? one.centre) === one.centre &&
            (raw.official ?? officialOf(one)) === officialOf(one) &&
            (raw.act ?? one.act) === one.act &&
            (raw.agency ?? one.agency) === one.agency &&
            (raw.whose ?? one.whose) === one.whose &&
            (raw.from === undefined || one.minute >= 10) &&
            (raw.to === undefined || one.minute < 20),
        );
        const { items, totals } = seenOn(
          pagesOf((cursor) =>
            listConduct(model.database, { ...asked, filters: parsed, cursor, centres: scope }),
          ),
        );
        expect(items.map(({ official, act, whose }) => [official, act, whose])).toEqual(
          fitting.map((one) => [officialOf(one), one.act, one.whose]),
        );
        expect(totals).toEqual([fitting.length]);
      }),
    );
  });

  test('overtime, with what it earns, by each filter', () => {
    const filters = fc.record({
      official: some('cbx0', 'cbx3'),
      agency: some('Q0', 'Q3'),
      kind: some(...kinds, 'sunday'),
      centre: some(...variedCentres),
    });
    fc.assert(
      fc.property(filters, scopes, (raw, scope) => {
        const parsed = OvertimeFilters.parse(raw);
        const fitting = latestFirst(overtime).filter(
          (one) =>
            isSeen(scope, one.centre) &&
            (raw.centre ?? one.centre) === one.centre &&
            (raw.official ?? officialOf(one)) === officialOf(one) &&
            (raw.agency ?? one.agency) === one.agency &&
            (raw.kind ?? one.kind) === one.kind,
        );
        const { items } = seenOn(
          pagesOf((cursor) =>
            listOvertime(model.database, { ...asked, filters: parsed, cursor, centres: scope }),
          ),
        );
        expect(items.map(({ official, minutes, earned }) => [official, minutes, earned])).toEqual(
          fitting.map((one) => [
            officialOf(one),
            one.minutes,
            one.compensation === 'pay' ? 0 : one.minutes,
          ]),
        );
      }),
    );
  });

  test('each names the entry that it is made of', () => {
    const page = { ...asked, cursor: null, centres: null };
    const [note] = listConduct(model.database, {
      ...page,
      filters: ConductFilters.parse({}),
    }).items;
    const [work] = listOvertime(model.database, {
      ...page,
      filters: OvertimeFilters.parse({}),
    }).items;
    const of = (subject = '') => model.entriesOf(subject).map(({ id, type }) => [id, type]);
    expect(of(note?.subject)).toContainEqual([note?.event, 'ConductNoted']);
    expect(of(work?.subject)).toContainEqual([work?.event, 'OvertimeWorked']);
  });
});
