/** What was planted in a demo is found, and nothing else: by rule, centre and subject, on three seeds. */
import { describe, expect, test } from 'vitest';
import { type DemoOptions, sittingsOf } from '../../src/demo/demo.ts';
import { CalendarDate } from '../../src/domain/units.ts';
import { findingStates } from '../../src/projections/lists/items.ts';
import { centresFor } from '../../src/projections/settings.ts';
import { newFolder } from '../support/ledger-folder.ts';
import { tooLongFor92Days } from './not-planted.ts';
import { compared, lastInstantOf } from './plants-found.ts';

const seeds = ['1', '2', 'đò'];

const threeMonths = (seed: string): DemoOptions => ({
  seed,
  until: CalendarDate.parse('2026-06-12'),
  days: 92,
  perDay: 6,
});

describe.each(seeds)('seed %s, three months', (seed) => {
  test('every breach that was planted is found, and none that was not; in every state', async () => {
    const found = await compared(threeMonths(seed), newFolder());
    expect(found.missed).toEqual([]);
    expect(found.tooMany).toEqual([]);
    expect(found.planted.length).toBeGreaterThan(700);
    expect(Object.keys(found.states).toSorted()).toEqual([...findingStates].toSorted());
    expect(found.states).toMatchObject({ waived: expect.toSatisfy((count) => count > 4) });
  }, 240_000); // a whole demo is recorded and judged
});

test('each demand of each centre that can be broken within three months is', () => {
  const planted = new Set(seeds.flatMap((seed) => plantedIn(threeMonths(seed))));
  const settings = { referenceZone: 'Asia/Ho_Chi_Minh', referenceCalendar: 'vietnam' } as const;
  const demanded = [...centresFor(settings).values()]
    .filter(({ code }) => code !== 'reference')
    .flatMap(({ code, demands }) => demands.map(({ rule }) => `${rule.key} ${code}`));
  const missing = [...new Set(demanded)].filter((one) => !planted.has(one)).toSorted();
  expect(missing).toEqual(tooLongFor92Days.toSorted());
});

/** The rules and centres of the plants that a demo shows, without recording it. */
function plantedIn(options: DemoOptions): string[] {
  const end = lastInstantOf(options);
  const planted: string[] = [];
  const all = sittingsOf(options, ({ rule, centre, from }) => {
    if (from <= end) planted.push(`${rule} ${centre}`);
  });
  while (all.next().done !== true); // what is planned is planted as it is asked for
  return planted;
}
