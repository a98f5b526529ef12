/** What a demo tells, for tests to look at: planned, and not recorded. */
import { type DemoOptions, sittingsOf } from '../../src/demo/demo.ts';
import type { Planned } from '../../src/demo/planned.ts';
import type { Plant } from '../../src/demo/plants.ts';
import { hoChiMinh, minuteOfDay } from '../../src/domain/time/zone.ts';
import { CalendarDate, type Instant } from '../../src/domain/units.ts';

export const aMonth: DemoOptions = {
  seed: 'ban công',
  until: CalendarDate.parse('2026-06-12'),
  days: 40,
  perDay: 8,
};

/** The size of a demo that nobody asked to be larger. */
export const threeMonths: DemoOptions = { ...aMonth, days: 92, perDay: 6 };

type Told = { readonly facts: readonly Planned[]; readonly plants: readonly Plant[] };

const told = new Map<string, Told>();

function toldIn(options: DemoOptions): Told {
  const key = JSON.stringify(options);
  const known = told.get(key);
  if (known !== undefined) return known;
  const plants: Plant[] = [];
  const sittings = sittingsOf(options, (plant) => plants.push(plant));
  const made = { facts: [...sittings].flatMap((sitting) => sitting.facts), plants };
  told.set(key, made);
  return made;
}

/** Every fact, in the order of entry. */
export function factsOf(options: DemoOptions): readonly Planned[] {
  return toldIn(options).facts;
}

/** Every breach that was made on purpose, also those that are found only after the last day. */
export function plantedIn(options: DemoOptions): readonly Plant[] {
  return toldIn(options).plants;
}

/** The facts of one record family, by record. */
export function recordsOf(options: DemoOptions, category: string) {
  const facts = factsOf(options).filter(({ stream }) => stream.startsWith(`${category}-`));
  return Map.groupBy(facts, ({ stream }) => stream);
}

export function ofType(facts: readonly Planned[], type: string): readonly Planned[] {
  return facts.filter((fact) => fact.type === type);
}

/** What the clock on the wall shows, in minutes since midnight. */
export function clockAt(instant: Instant): number {
  return minuteOfDay(instant, hoChiMinh);
}

/** A part of what a fact says. */
export function said(fact: Planned | undefined, name: string): unknown {
  return fact?.data[name];
}
