/** The list of leave, against the plainest reading: each leave by itself, and each pair of them. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { attendance } from '../../../src/domain/attendance/attendance/vocabulary.ts';
import { overlapsItself, spansMeet } from '../../../src/domain/leave/days.ts';
import { leave } from '../../../src/domain/leave/vocabulary.ts';
import { CentreCode, Instant } from '../../../src/domain/units.ts';
import { LeaveFilters, LeaveItem, listLeave } from '../../../src/projections/lists/leave.ts';
import {
  LeaveBalanceFilters,
  listLeaveBalances,
} from '../../../src/projections/lists/leave-balance.ts';
import { centresNamed, inPages, modelOf, pagesOf, plansOf, seenOn } from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { march, variedCentres } from '../../support/varied.ts';

const fact = proposalsOf(leave);
const at = Instant.parse(march(25));
const kinds = ['annual', 'sick', 'compensatory'] as const;
const parts = ['whole', 'morning', 'afternoon'] as const;
const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}`;

/** Sixty leaves of six officials at two centres, on days that often meet; every seventh is cancelled. */
const leaves = Array.from({ length: 60 }, (_, n) => {
  const first = 1 + ((n * 7) % 20);
  return {
    id: `ĐX-${n}`,
    centre: variedCentres[n % 6 < 4 ? 0 : 1],
    cancelled: n % 7 === 3,
    minutes: n % 3 === 2 ? 240 : 0,
    data: {
      official: `cb-${n % 6}`,
      agency: `Q${n % 2}`,
      kind: kinds[n % 3] ?? 'annual',
      days: [
        { from: day(first), to: day(first + (n % 3)), part: parts[n % 3] },
        n % 10 === 9 // a day named twice
          ? { from: day(first), to: day(first), part: parts[n % 3] }
          : { from: day(first + 8), to: day(first + 8), part: parts[n % 2] },
      ],
      substitute: `cb-${10 + (n % 4)}`,
    },
  };
});

const happened = leaves.flatMap(({ id, centre, cancelled, minutes, data }) => {
  const there = { centre: CentreCode.parse(centre) };
  const facts = [
    fact('LeaveRequested', data, march(1), there),
    ...(cancelled ? [fact('LeaveCancelled', {}, march(2), there)] : []),
    ...(minutes > 0 ? [fact('CompensatoryTimeUsed', { minutes }, march(2), there)] : []),
  ];
  return facts.map((one) => ({ stream: `leave-${id}`, fact: one }));
});

const spansOf = ({ data }: Pick<(typeof leaves)[number], 'data'>) =>
  leave.LeaveRequested.latest.parse(data).days;

/** The leave that one overlaps, the plain way. */
function overlapsOf(one: (typeof leaves)[number]): string[] {
  if (one.cancelled) return [];
  return leaves
    .filter(
      (other) =>
        other !== one &&
        !other.cancelled &&
        other.data.official === one.data.official &&
        spansOf(one).some((span) => spansOf(other).some((met) => spansMeet(span, met))),
    )
    .map(({ id }) => id);
}

const isAway = (one: (typeof leaves)[number], on: string) =>
  !one.cancelled && spansOf(one).some(({ from, to }) => from <= on && to >= on);

/** Every tenth names a day twice. */
const flawOf = ({ data }: (typeof leaves)[number]) =>
  overlapsItself(spansOf({ data })) ? 'days-overlap' : null;

describe('of sixty leaves', async () => {
  const model = await modelOf(happened, centresNamed(...variedCentres));
  afterAll(() => model[Symbol.dispose]());
  const ask = (raw: unknown, limit = 500, scope: readonly string[] | null = null) => {
    const filters = LeaveFilters.parse(raw);
    return pagesOf((cursor) =>
      listLeave(model.database, { filters, limit, cursor, centres: scope, at }),
    );
  };
  const all = ask({}).flatMap(({ items }) => items);

  test('all are there, the last on record first, each with the leave that it overlaps', () => {
    expect(all.map(({ id, overlaps }) => ({ id, overlaps }))).toEqual(
      leaves.toReversed().map((one) => ({ id: one.id, overlaps: overlapsOf(one) })),
    );
    expect(all.map((item) => LeaveItem.parse(item))).toEqual(all);
    expect(all.filter(({ overlaps }) => overlaps.length > 0).length).toBeGreaterThan(10);
  });

  test('each with its flaw, and with the minutes that it uses up', () => {
    const shown = all.toReversed().map(({ flaw, minutesUsed }) => ({ flaw, minutesUsed }));
    const said = leaves.map((one) => {
      return { flaw: flawOf(one), minutesUsed: one.cancelled ? 0 : one.minutes };
    });
    expect(shown).toEqual(said);
    expect(said.filter(({ flaw }) => flaw !== null)).toHaveLength(6);
    expect(leaves.some(({ cancelled, minutes }) => cancelled && minutes > 0)).toBe(true);
  });

  test('every page has what fits the filters, each once, in order', () => {
    const some = <Value>(...values: readonly Value[]) =>
      fc.option(fc.constantFrom(...values), { nil: undefined });
    const filters = fc.record({
      official: some('cb-0', 'cb-5', 'nobody'),
      substitute: some('cb-10', 'cb-13'),
      agency: some('Q0', 'Q1'),
      flaw: some('days-overlap', 'own-substitute'),
      status: some('requested', 'cancelled', 'approved'),
      kind: some(...kinds),
      centre: some(...variedCentres),
      on: some(day(1), day(9), day(28)),
      overlapping: some('true', 'false'),
    });
    const scopes = fc.constantFrom(null, null, ['H42'], [...variedCentres], []);
    const byId = new Map(leaves.map((one) => [one.id, one]));
    fc.assert(
      fc.property(filters, scopes, fc.integer({ min: 1, max: 25 }), (raw, scope, limit) => {
        const { on, overlapping, ...asked } = LeaveFilters.parse(raw);
        const expected = all.filter((item) => {
          const one = byId.get(item.id);
          if (one === undefined) return false;
          const isOverlapping = overlapsOf(one).length > 0;
          return (
            (scope === null || scope.some((code) => code === item.centre)) &&
            (asked.centre ?? item.centre) === item.centre &&
            (asked.official ?? item.official) === item.official &&
            (asked.substitute ?? item.substitute) === item.substitute &&
            (asked.agency ?? item.agency) === item.agency &&
            (asked.status ?? item.status) === item.status &&
            (asked.kind ?? item.kind) === item.kind &&
            (asked.flaw === undefined || asked.flaw === flawOf(one)) &&
            (on === undefined || isAway(one, on)) &&
            (overlapping === undefined || (overlapping === 'true') === isOverlapping)
          );
        });
        expect(seenOn(ask(raw, limit, scope))).toEqual(inPages(expected, limit));
      }),
      { numRuns: 150 },
    );
  });

  test.each([{}, { official: 'cb-1' }, { agency: 'Q1', on: day(9) }, { status: 'requested' }])(
    '%o is read off an index, without sorting',
    (raw) => {
      const page = { filters: LeaveFilters.parse(raw), limit: 3, centres: ['H42'], at };
      const plans = plansOf(model.database, () =>
        listLeave(model.database, { ...page, cursor: null }),
      ).filter((step) => !/\b(own|other|day|DISTINCT|ORDER BY)\b/.test(step));
      expect(plans.filter((step) => /COVERING INDEX/.test(step)).length).toBeGreaterThan(1);
      expect(plans.filter((step) => /SCAN leave$|TEMP B-TREE/.test(step))).toEqual([]);
    },
  );
});

/** Overtime of five officials in three months; some of it is paid, and earns nothing. */
const overtime = Array.from({ length: 24 }, (_, n) => ({
  official: `cb-${n % 5}`,
  centre: variedCentres[n % 5 < 3 ? 0 : 1],
  month: `2026-0${1 + (n % 3)}`,
  compensation: n % 4 === 1 ? ('pay' as const) : ('leave' as const),
  minutes: 60 + n,
}));

const worked = proposalsOf(attendance);
const earning = overtime.map(({ official, centre, month, compensation, minutes }) => ({
  stream: `attendance-${encodeURIComponent(official).replaceAll('-', '%2D')}-${month}`,
  fact: worked(
    'OvertimeWorked',
    { kind: 'saturday', minutes, compensation },
    `${month}-28T17:00:00+07:00`,
    { centre: CentreCode.parse(centre) },
  ),
}));

/** What was earned and used, each time by itself. */
const moved = [
  ...overtime.map(({ official, centre, month, compensation, minutes }) => {
    return { official, centre, month, earned: compensation === 'pay' ? 0 : minutes, used: 0 };
  }),
  ...leaves.map(({ data, centre, minutes, cancelled }) => {
    const used = cancelled ? 0 : minutes;
    return { official: data.official, centre, month: '2026-03', earned: 0, used };
  }),
].filter(({ earned, used }) => earned + used > 0);

describe('balances', async () => {
  const model = await modelOf([...earning, ...happened], centresNamed(...variedCentres));
  afterAll(() => model[Symbol.dispose]());

  test('are what attendance says was earned less what leave used, by official, up to a month', () => {
    const scopes = fc.constantFrom(null, ['H42'], [...variedCentres], []);
    const untils = fc.constantFrom(undefined, '2025-12', '2026-01', '2026-02', '2026-03');
    const officials = fc.constantFrom(undefined, undefined, 'cb-1', 'nobody');
    const limits = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(scopes, untils, officials, limits, (scope, until, official, limit) => {
        const fitting = moved.filter(
          (one) =>
            (scope === null || scope.some((code) => code === one.centre)) &&
            (official ?? one.official) === one.official &&
            (until === undefined || one.month <= until),
        );
        const filters = LeaveBalanceFilters.parse({ until, official });
        const pages = pagesOf((cursor) =>
          listLeaveBalances(model.database, { filters, limit, cursor, centres: scope, at }),
        );
        expect(seenOn(pages)).toEqual(inPages(sums(fitting), limit));
      }),
    );
  });
});

/** The same sums, the plain way. */
function sums(all: typeof moved) {
  const groups = Map.groupBy(all, ({ official }) => official);
  return [...groups.keys()].toSorted().map((official) => {
    const ofOne = groups.get(official) ?? [];
    const earned = ofOne.reduce((sum, one) => sum + one.earned, 0);
    const used = ofOne.reduce((sum, one) => sum + one.used, 0);
    const months = ofOne.map(({ month }) => month).toSorted();
    const [firstMonth, lastMonth] = [months.at(0), months.at(-1)];
    return { official, earned, used, left: earned - used, firstMonth, lastMonth };
  });
}
