/** What was planted in a demo of three months is found, and nothing else: for each seed in a file of its own, since each takes half a minute. */
import { describe, expect, test } from 'vitest';
import type { DemoOptions } from '../../src/demo/demo.ts';
import { CalendarDate } from '../../src/domain/units.ts';
import { findingStates } from '../../src/projections/lists/items.ts';
import { newFolder } from '../support/ledger-folder.ts';
import { compared } from './plants-found.ts';

export const seeds = ['1', '2', 'đò'] as const;

export const threeMonths = (seed: string): DemoOptions => ({
  seed,
  until: CalendarDate.parse('2026-06-12'),
  days: 92,
  perDay: 6,
});

export function specifyPlants(seed: (typeof seeds)[number]): void {
  describe(`seed ${seed}, three months`, () => {
    test('every breach that was planted is found, and none that was not; in every state', async () => {
      const found = await compared(threeMonths(seed), newFolder());
      expect(found.missed).toEqual([]);
      expect(found.tooMany).toEqual([]);
      expect(found.planted.length).toBeGreaterThan(700);
      expect(Object.keys(found.states).toSorted()).toEqual([...findingStates].toSorted());
      expect(found.states).toMatchObject({ waived: expect.toSatisfy((count) => count > 4) });
    }, 240_000); // a whole demo is recorded and judged
  });
}
