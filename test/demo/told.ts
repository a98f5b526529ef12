/** What a demo tells, for tests to look at: planned, and not recorded. */
import { type DemoOptions, sittingsOf } from '../../src/demo/demo.ts';
import type { Planned } from '../../src/demo/planned.ts';
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

const told = new Map<string, readonly Planned[]>();

/** Every fact, in the order of entry. */
export function factsOf(options: DemoOptions): readonly Planned[] {
  const key = JSON.stringify(options);
  const facts = told.get(key) ?? [...sittingsOf(options)].flatMap((sitting) => sitting.facts);
  told.set(key, facts);
  return facts;
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
