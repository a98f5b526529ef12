/** A read model is marked with the rules that made it: with others, it is built anew. */
import { expect, test } from 'vitest';
import type { Centre, Demand } from '../../src/domain/regulations/centre.ts';
import { by } from '../../src/domain/regulations/given.ts';
import { CalendarDate } from '../../src/domain/units.ts';
import { centresFor, nameOf, regulationsIn } from '../../src/projections/settings.ts';

const settings = { referenceZone: 'Asia/Ho_Chi_Minh', referenceCalendar: 'vietnam' } as const;

function regulations(changed: (centre: Centre) => Centre) {
  return regulationsIn(
    new Map([...centresFor(settings)].map(([code, centre]) => [code, changed(centre)])),
  );
}

function withFirst(changed: (demand: Demand) => Demand) {
  return (centre: Centre): Centre => ({
    ...centre,
    demands: centre.demands.map((demand, place) => (place === 0 ? changed(demand) : demand)),
  });
}

const asItIs = regulations((centre) => centre);

test('the same rules have the same name', () => {
  expect(regulationsIn(centresFor(settings))).toBe(asItIs);
  expect(nameOf({ ...settings })).toBe(nameOf(settings));
  expect(nameOf(settings)).toContain(asItIs);
});

test.each<[string, (centre: Centre) => Centre]>([
  ['a rule less', (centre) => ({ ...centre, demands: centre.demands.slice(1) })],
  [
    'another version of a rule',
    withFirst(({ rule, ...demand }) => ({
      ...demand,
      rule: { ...rule, version: rule.version + 1 },
    })),
  ],
  ['another article', withFirst((demand) => ({ ...demand, citation: 'article 8' }))],
  [
    'another first day',
    withFirst((demand) => ({ ...demand, from: CalendarDate.parse('2026-07-01') })),
  ],
  [
    'another last day',
    withFirst((demand) => ({ ...demand, to: CalendarDate.parse('2026-07-01') })),
  ],
  [
    'another value',
    (centre) => ({ ...centre, parameters: { ...centre.parameters, entryLag: 16 } }),
  ],
  [
    'a value by an article',
    (centre) => ({ ...centre, profile: { ...centre.profile, entryLag: by('SL Đ8.b', 15) } }),
  ],
  ['hours by another article', (centre) => ({ ...centre, hoursArticle: 'article 4' })],
  ['a regulation less', (centre) => ({ ...centre, regulations: centre.regulations.slice(1) })],
  ['no hours on Saturdays', (centre) => ({ ...centre, saturdayProcedures: null })],
  [
    'other hours on Saturdays',
    ({ saturdayProcedures, ...centre }) => ({
      ...centre,
      saturdayProcedures: saturdayProcedures && {
        ...saturdayProcedures,
        workingTime: centre.workingTime,
      },
    }),
  ],
])('%s makes another name', (_, changed) => {
  expect(regulations(changed)).not.toBe(asItIs);
});

test.each([
  ['zone', { referenceZone: 'Europe/Amsterdam' }],
  ['calendar', { referenceCalendar: 'always' }],
  ['first day of Kon Tum’s regulation', { konTumFrom: CalendarDate.parse('2019-05-20') }],
] as const)('another %s makes another name', (_, changed) => {
  expect(nameOf({ ...settings, ...changed })).not.toBe(nameOf(settings));
});

test('the first day of Kon Tum’s regulation is assumed where none is set', () => {
  expect(nameOf({ ...settings, konTumFrom: null })).toBe(nameOf(settings));
});
