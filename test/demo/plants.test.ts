/** What the demos of the three seeds plant together. That it is found, and nothing else: `plants-seed-*.test.ts`. */
import { expect, test } from 'vitest';
import { type DemoOptions, sittingsOf } from '../../src/demo/demo.ts';
import { centresFor } from '../../src/projections/settings.ts';
import { tooLongFor92Days } from './not-planted.ts';
import { lastInstantOf } from './plants-found.ts';
import { seeds, threeMonths } from './plants-of-seed.ts';

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
