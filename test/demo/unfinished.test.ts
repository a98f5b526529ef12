/** Whenever a demo ends, some dossiers of each centre are overdue by then: with each party, and with and without anything done of it. */
import { describe, expect, test } from 'vitest';
import type { DemoOptions } from '../../src/demo/demo.ts';
import { places } from '../../src/demo/places.ts';
import { plusDays } from '../../src/domain/time/date.ts';
import { hoChiMinh, startOfDay } from '../../src/domain/time/zone.ts';
import { CalendarDate, type Instant, instantAt, millisecondsOf } from '../../src/domain/units.ts';
import { LateFilters, type LateItem, listLate } from '../../src/projections/lists/late.ts';
import { newFolder } from '../support/ledger-folder.ts';
import { comparedIn, demoCentres, madeIn, modelIn } from './plants-found.ts';

type Model = ReturnType<typeof modelIn>;

const centres = places.map(({ centre }) => centre);

/** At `hours` of the `days`th day after the last one. */
function later({ until }: DemoOptions, days: number, hours: number): Instant {
  const midnight = millisecondsOf(startOfDay(plusDays(until, days), hoChiMinh));
  return instantAt(midnight + hours * 60 * 60_000);
}

function overdueIn(model: Model, at: Instant): readonly LateItem[] {
  const filters = LateFilters.parse({});
  const question = { filters, limit: 500, cursor: null, centres: null, at };
  return listLate(model, question, demoCentres).items;
}

/** With whom dossiers lie; whether one of them has a reason, an apology and was urged; and whether one has none of these. */
function shownOf(items: readonly LateItem[]) {
  const parties = new Set(items.map(({ heldBy }) => heldBy?.party));
  const done = items.map(({ reason, apology, urged }) => [reason, apology.issued, urged]);
  return {
    parties: (['agency', 'counter', 'other-agency'] as const).filter((one) => parties.has(one)),
    most: done.some((all) => all.every((one) => one !== null)),
    nothing: done.some((all) => all.every((one) => one === null)),
  };
}

describe.each([
  ['a Wednesday', '2026-06-10', '1', 20, 1],
  ['a Sunday', '2026-04-05', 'đò', 17, 2],
  ['the eve of Tết', '2026-02-16', '2', 16, 1],
  ['the Sunday after Tết', '2026-02-22', '3', 14, 1],
  ['a Friday, and the demo is longer', '2025-11-14', '4', 30, 2],
] as const)('a demo that ends on %s (%s, seed %s, %i days)', (_, on, seed, days, perDay) => {
  const options: DemoOptions = { seed, until: CalendarDate.parse(on), days, perDay };

  test('has overdue dossiers that day and the next ones, with all three parties; and the plants are what is found', async () => {
    const folder = newFolder();
    const plants = await madeIn(folder, options);
    using model = modelIn(folder);
    for (const at of [later(options, 1, -0.01), later(options, 1, 8), later(options, 5, 8)]) {
      const overdue = overdueIn(model, at);
      const shown = centres.map((centre) =>
        shownOf(overdue.filter((one) => one.centre === centre)),
      );
      const whole = { parties: ['agency', 'counter', 'other-agency'], most: true, nothing: true };
      expect(shown).toEqual(centres.map(() => whole));
    }
    const { missed, tooMany } = comparedIn(model, plants, options);
    expect({ missed, tooMany }).toEqual({ missed: [], tooMany: [] });
  }, 120_000); // a demo is recorded and judged
});

test('a demo of a day or two has none that could be', async () => {
  const folder = newFolder();
  const options = { seed: '1', until: CalendarDate.parse('2026-06-10'), days: 1, perDay: 1 };
  await madeIn(folder, options);
  using model = modelIn(folder);
  expect(overdueIn(model, later(options, 1, 8))).toEqual([]);
});
