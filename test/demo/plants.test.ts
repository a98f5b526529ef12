/** What was planted in a demo is found, and nothing else: by rule, centre and subject, on three seeds. */
import { afterAll, describe, expect, test } from 'vitest';
import { CalendarDate } from '../../src/domain/units.ts';
import { centresFor } from '../../src/projections/settings.ts';
import { newFolder } from '../support/ledger-folder.ts';
import { tooLongFor92Days } from './not-planted.ts';
import { compared } from './plants-found.ts';

const planted = new Set<string>();

describe.each(['1', '2', 'đò'])('seed %s, three months', (seed) => {
  test('every breach that was planted is found, and none that was not', async () => {
    const until = CalendarDate.parse('2026-06-12');
    const found = await compared({ seed, until, days: 92, perDay: 6 }, newFolder());
    expect(found.missed).toEqual([]);
    expect(found.tooMany).toEqual([]);
    expect(found.planted.length).toBeGreaterThan(700);
    for (const one of found.planted) planted.add(one.split(' ').slice(0, 2).join(' '));
  });
});

afterAll(() => planted.clear());

test('each demand of each centre that can be broken within three months is', () => {
  const settings = { referenceZone: 'Asia/Ho_Chi_Minh', referenceCalendar: 'vietnam' } as const;
  const demanded = [...centresFor(settings).values()]
    .filter(({ code }) => code !== 'reference')
    .flatMap(({ code, demands }) => demands.map(({ rule }) => `${rule.key} ${code}`));
  const missing = [...new Set(demanded)].filter((one) => !planted.has(one)).toSorted();
  expect(missing).toEqual(tooLongFor92Days.toSorted());
});
