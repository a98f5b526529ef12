/** Which version of a procedure, and which rates, hold on a day. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishedOf } from '../../../../src/domain/centre/procedure/openness.ts';
import { procedureDecider } from '../../../../src/domain/centre/procedure/procedure.ts';
import { ratesInForceOn, ratesOf } from '../../../../src/domain/centre/procedure/rates.ts';
import { atCentre } from '../../../../src/domain/centre/procedure/state.ts';
import { inForceOn, versionsOf } from '../../../../src/domain/centre/procedure/versions.ts';
import {
  type ProcedureEvent,
  procedure,
} from '../../../../src/domain/centre/procedure/vocabulary.ts';
import { replay } from '../../../../src/domain/decider.ts';
import type { Proposal } from '../../../../src/domain/entry.ts';
import { plusDays } from '../../../../src/domain/time/date.ts';
import { CalendarDate, CentreCode, Instant } from '../../../../src/domain/units.ts';
import { imported, proposalsOf } from '../../../support/stated.ts';

const fact = proposalsOf(procedure);
type Fact = Proposal<ProcedureEvent>;

const code = '1.004199';
const here = CentreCode.parse('reference');
const day = (text: string) => CalendarDate.parse(text);

const published = (from: string | null, also: object = {}) =>
  fact('ProcedurePublished', { code, from, ...also });
const changed = (from: string, also: object = {}) => fact('ProcedureChanged', { from, ...also });
const repealed = (to: string) => fact('ProcedureRepealed', { to });
const rate = (from: string | null, vnd: number, name = 'P1') =>
  fact('FeeRateSet', { rate: name, amount: { amount: vnd }, from });

const stateOf = (...facts: Fact[]) => replay(procedureDecider, facts);
const daysOf = (...facts: Fact[]) =>
  versionsOf(atCentre(stateOf(...facts), here)).map(({ from, to }) => [from, to]);

describe('versions', () => {
  test.each<[string, Fact[], (string | null)[][]]>([
    ['one, until further notice', [published('2026-03-10')], [['2026-03-10', null]]],
    ['from the day on which it was said', [published(null)], [['2026-03-02', null]]],
    [
      'each until the day before the next',
      [published('2026-03-10'), changed('2026-05-01')],
      [
        ['2026-03-10', '2026-04-30'],
        ['2026-05-01', null],
      ],
    ],
    [
      'by their first days, in whichever order they were said',
      [changed('2026-05-01'), published('2026-03-10')],
      [
        ['2026-03-10', '2026-04-30'],
        ['2026-05-01', null],
      ],
    ],
    [
      'until the repeal',
      [published('2026-03-10'), changed('2026-05-01'), repealed('2026-06-30')],
      [
        ['2026-03-10', '2026-04-30'],
        ['2026-05-01', '2026-06-30'],
      ],
    ],
    [
      'and anew after it, with a gap',
      [published('2026-03-10'), repealed('2026-06-30'), published('2026-09-01')],
      [
        ['2026-03-10', '2026-06-30'],
        ['2026-09-01', null],
      ],
    ],
    [
      'of one day: the last that was said',
      [published('2026-03-10'), published('2026-03-10')],
      [['2026-03-10', null]],
    ],
  ])('%s', (_, facts, days) => {
    expect(daysOf(...facts)).toEqual(days);
  });

  test('a change says only what changes', () => {
    const state = stateOf(
      published('2026-03-10', { version: '1', name: 'Đăng ký', term: { days: 10 } }),
      changed('2026-05-01', { version: '2', term: { days: 8 } }),
    );
    expect(inForceOn(state, here, day('2026-05-01'))).toMatchObject({
      version: '2',
      name: 'Đăng ký',
      term: { days: 8 },
    });
    expect(inForceOn(state, here, day('2026-04-30'))).toMatchObject({ term: { days: 10 } });
  });

  test('a new publication takes nothing over', () => {
    const state = stateOf(
      published('2026-03-10', { name: 'Đăng ký' }),
      repealed('2026-06-30'),
      published('2026-09-01'),
    );
    expect(inForceOn(state, here, day('2026-09-01'))).toMatchObject({ name: null });
  });

  test('are those of one centre', () => {
    const state = stateOf({ ...published('2026-03-10'), centre: CentreCode.parse('other') });
    expect(inForceOn(state, here, day('2026-03-10'))).toBeNull();
    expect(inForceOn(state, CentreCode.parse('other'), day('2026-03-10'))).not.toBeNull();
  });

  test.each([
    ['2026-03-09', false],
    ['2026-03-10', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('on %s one is in force: %s', (on, isInForce) => {
    const state = stateOf(published('2026-03-10'), repealed('2026-06-30'));
    expect(inForceOn(state, here, day(on)) !== null).toBe(isInForce);
  });

  test('on any day, the last word of that day or before it decides', () => {
    const first = day('2026-01-01');
    const anyDay = fc.integer({ min: 0, max: 30 }).map((n) => plusDays(first, n));
    const said = fc.record({ isRepeal: fc.boolean(), on: anyDay });
    fc.assert(
      fc.property(
        fc.uniqueArray(said, { selector: ({ on }) => on, maxLength: 8 }),
        anyDay,
        (all, on) => {
          const state = stateOf(
            ...all.map(({ isRepeal, on: from }) =>
              isRepeal ? { ...repealed(plusDays(from, -1)), ...imported } : published(from),
            ),
          );
          const [last] = all
            .filter((one) => one.on <= on)
            .toSorted((a, b) => (a.on < b.on ? 1 : -1));
          const expected = last === undefined || last.isRepeal ? null : last.on;
          expect(inForceOn(state, here, on)?.from ?? null).toBe(expected);
        },
      ),
    );
  });
});

describe('rates', () => {
  const linesOf = (...facts: Fact[]) =>
    ratesOf(atCentre(stateOf(...facts), here)).map((line) => [
      line.rate,
      line.amount.amount,
      line.from,
      line.to,
    ]);
  const listed = (...rates: [string, number][]) => ({
    rates: rates.map(([name, vnd]) => ({ rate: name, amount: { amount: vnd } })),
  });

  test('hold until another amount', () => {
    expect(linesOf(rate('2026-03-10', 100), rate('2026-05-01', 150))).toEqual([
      ['P1', 100, '2026-03-10', '2026-04-30'],
      ['P1', 150, '2026-05-01', null],
    ]);
  });

  test('hold until they are ended, each by itself', () => {
    const ended = fact('FeeRateEnded', { rate: 'P1', to: '2026-12-31' });
    expect(linesOf(rate('2026-03-10', 100), rate('2026-03-10', 5, 'L1'), ended)).toEqual([
      ['L1', 5, '2026-03-10', null],
      ['P1', 100, '2026-03-10', '2026-12-31'],
    ]);
  });

  test('hold until a version that does not list them, and no longer than the procedure', () => {
    const facts = [
      published('2026-03-10', listed(['P1', 100], ['L1', 5])),
      changed('2026-05-01', listed(['L1', 5])),
      repealed('2026-06-30'),
    ];
    expect(linesOf(...facts)).toEqual([
      ['L1', 5, '2026-03-10', '2026-04-30'],
      ['L1', 5, '2026-05-01', '2026-06-30'],
      ['P1', 100, '2026-03-10', '2026-04-30'],
    ]);
  });

  test('go on in a version that says nothing of them', () => {
    expect(linesOf(published('2026-03-10', listed(['P1', 100])), changed('2026-05-01'))).toEqual([
      ['P1', 100, '2026-03-10', null],
    ]);
  });

  test('of one day: the last that was said', () => {
    expect(linesOf(rate('2026-03-10', 100), rate('2026-03-10', 120))).toEqual([
      ['P1', 120, '2026-03-10', null],
    ]);
  });

  test('of a procedure that was never published are kept', () => {
    expect(linesOf({ ...rate('2026-03-10', 100), ...imported })).toHaveLength(1);
  });

  test.each([
    ['2026-03-09', 'procedure-not-in-force'],
    ['2026-03-10', null],
    ['2026-06-30', null],
    ['2026-07-01', 'procedure-not-in-force'],
  ])('from %s, of a procedure in force until June: %s', (from, flaw) => {
    const facts = [published('2026-03-10'), repealed('2026-06-30'), rate(from, 100)];
    const [line] = ratesOf(atCentre(stateOf(...facts), here));
    expect(line?.flaw).toBe(flaw);
  });

  test.each([
    ['2026-03-09', []],
    ['2026-03-10', [100]],
    ['2026-04-30', [100]],
    ['2026-05-01', [150]],
  ])('on %s: %j', (on, amounts) => {
    const state = stateOf(rate('2026-03-10', 100), rate('2026-05-01', 150));
    const found = ratesInForceOn(state, here, day(on));
    expect(found.map(({ amount }) => amount.amount)).toEqual(amounts);
  });

  test('say when the agency told of each, and when the centre published it', () => {
    const [first, second] = ['2026-03-03', '2026-03-04'].map((on) => `${on}T08:00:00+07:00`);
    const later = fact(
      'FeeRateSet',
      { rate: 'P1', amount: { amount: 2 }, from: '2026-05-01' },
      second,
    );
    const told = fact('FeeRateNotified', { rate: 'P1', effective: '2026-05-01' }, second);
    const posted = fact('FeeRatePublished', { rate: 'P1' }, first);
    const lines = ratesOf(atCentre(stateOf(rate('2026-03-10', 1), posted, later, told), here));
    expect(lines.map(({ notifiedAt, publishedAt }) => [notifiedAt, publishedAt])).toEqual([
      [null, Instant.parse(first)],
      [Instant.parse(second), null],
    ]);
  });
});

/** Said on the day of 2 March, after what was said that day at eight. */
const onThatDay = { precision: 'day' } as const;
const midnight = '2026-03-02T00:00:00+07:00';

test('a rate set at eight and published “on that day” was published', () => {
  const posted = fact('FeeRatePublished', { rate: 'P1' }, midnight, onThatDay);
  const lines = ratesOf(atCentre(stateOf(rate('2026-03-10', 1), posted), here));
  expect(lines.map(({ publishedAt }) => publishedAt)).toEqual([Instant.parse(midnight)]);
});

test('a version published at eight and posted “on that day” was posted', () => {
  const posted = fact('ProcedurePosted', {}, midnight, onThatDay);
  const at = atCentre(stateOf(published('2026-03-10'), posted), here);
  const [version] = versionsOf(at);
  expect(version && publishedOf(at, version)).toMatchObject({ postedAt: Instant.parse(midnight) });
});

describe('whether people were told of a version', () => {
  const times = (...facts: Fact[]) => {
    const at = atCentre(stateOf(...facts), here);
    return versionsOf(at).map((version) => publishedOf(at, version));
  };
  const told = (data: object) => fact('ProcedureChangeTold', data, '2026-03-03T08:00:00+07:00');
  const posted = (data: object) => fact('ProcedurePosted', data, '2026-03-04T08:00:00+07:00');
  const [third, fourth] = ['03', '04'].map((d) => Instant.parse(`2026-03-${d}T08:00:00+07:00`));

  test('by its day or its number, and by the posting that follows it', () => {
    expect(times(published('2026-03-10'), told({ effective: '2026-03-10' }), posted({}))).toEqual([
      { toldAt: third, postedAt: fourth },
    ]);
    expect(times(published('2026-03-10', { version: '1' }), told({ version: '1' }))).toEqual([
      { toldAt: third, postedAt: null },
    ]);
  });

  test('not by what is said of another version', () => {
    const facts = [
      published('2026-03-10', { version: '1' }),
      told({ version: '2' }),
      posted({ version: '2' }),
    ];
    expect(times(...facts)).toEqual([{ toldAt: null, postedAt: null }]);
  });
});
