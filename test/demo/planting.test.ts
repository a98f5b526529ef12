/** When a demo breaks a rule on purpose. */
import { describe, expect, it, test } from 'vitest';
import { often, once, plantedOn } from '../../src/demo/planting.ts';
import type { DemoOptions, Scene } from '../../src/demo/scene.ts';
import { scenesFor } from '../../src/demo/scenes.ts';
import { daysIn, firstDayOf } from '../../src/demo/telling.ts';
import { CalendarDate } from '../../src/domain/units.ts';

const options: DemoOptions = {
  seed: 'ruộng bậc thang',
  until: CalendarDate.parse('2026-06-12'),
  days: 92,
  perDay: 6,
};
const days = daysIn(firstDayOf(options), options.until);
const rule = 'processing-deadline';

/** A scene of its own: a turn that is taken is gone. */
function sceneAt(centre: string, of: DemoOptions = options): Scene {
  const scene = scenesFor(of).find(({ place }) => place.centre === centre);
  if (scene === undefined) throw new RangeError(centre);
  return scene;
}

const broken = (scene: Scene, way?: string, asked = days) =>
  asked.filter((day) => scene.breaks(rule, day, way));

describe('a rule is broken', () => {
  it('in the third week at the latest, and again 45 days after the first stretch began', () => {
    for (const { place } of scenesFor(options)) {
      const on = broken(sceneAt(place.centre)).map((day) => days.indexOf(day));
      expect(on.slice(0, 2).map((day) => Math.floor(day / often))).toEqual([0, 1]);
      expect(on.every((day) => day % often >= 2 && day % often <= 15)).toBe(true);
    }
  });

  it('as often at a small demo as at a large one, and on other days with another seed', () => {
    expect(broken(sceneAt('NB', { ...options, perDay: 0.1 }))).toEqual(broken(sceneAt('NB')));
    expect(broken(sceneAt('NB', { ...options, seed: 'khác' }))).not.toEqual(broken(sceneAt('NB')));
  });

  it('on other days in each way, and by one way without the other', () => {
    const scene = sceneAt('NB');
    expect(broken(scene, 'late')).not.toEqual(broken(scene, 'backdated'));
  });

  it('when there is something that can be made wrong: what was missed is made up for', () => {
    const scene = sceneAt('NB');
    const asked = days.filter((_, place) => place >= 70);
    expect(broken(scene, '', asked)).toEqual(asked.slice(0, 2));
  });

  it('once for each time, though it is asked again', () => {
    const scene = sceneAt('NB');
    const [first] = broken(sceneAt('NB'));
    if (first === undefined) throw new RangeError('never broken');
    expect([scene.breaks(rule, first), scene.breaks(rule, first)]).toEqual([true, false]);
  });

  it('never after the last day, nor where no centre demands it', () => {
    const scene = sceneAt('TQ');
    const later = CalendarDate.parse('2026-06-13');
    expect(scene.breaks(rule, later)).toBe(false);
    const unknown = days.filter((day) => scene.breaks('no-such-rule', day));
    expect(unknown).toEqual([]);
  });
});

test.each([
  ['twice in three months', often, 2],
  ['once', once, 1],
])('a day is chosen %s, a working day, and whoever asks is told the same', (_, every, least) => {
  const chosen = (scene: Scene) =>
    days.flatMap((day) => {
      const stretch = plantedOn(scene, 'hours', every, day);
      return stretch === null ? [] : [{ day, stretch }];
    });
  const scene = sceneAt('KT');
  const found = chosen(scene);
  expect(chosen(scene)).toEqual(found);
  expect(found.length).toBeGreaterThanOrEqual(least);
  expect(found.map(({ stretch }) => stretch)).toEqual(found.map((_one, place) => place));
  expect(found.every(({ day }) => scene.time.isWorkingDay(day))).toBe(true);
});
