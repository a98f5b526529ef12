/** The money of a centre of the demo: receipts as dossiers are paid for, statements, and what follows each month. */

import { plusDays } from '../domain/time/date.ts';
import type { AgencyCode, CalendarDate } from '../domain/units.ts';
import { type Books, bookOf, booksOf, type Numbered, serviceBookOf } from './fees/books.ts';
import { breachesOf } from './fees/breaches.ts';
import type { Banked } from './fees/credits.ts';
import { laidDownBefore } from './fees/laid-down.ts';
import { monthlyOf } from './fees/months.ts';
import { rateChangesOf } from './fees/rates.ts';
import { pageOf } from './fees/receipts.ts';
import { servicesOf } from './fees/services.ts';
import { type Debit, statementsOf } from './fees/statements.ts';
import { nothingTaken, type Taken, take } from './fees/taken.ts';
import { replacementOf, type Writing, writingsOf } from './fees/writing.ts';
import { monthWith } from './months.ts';
import type { Planned, Source } from './planned.ts';
import type { Scene } from './scene.ts';
import { firstDayOf } from './telling.ts';

/** The source of one centre's money. It takes up what the dossiers of the same day, or of a day before, are paid for. */
export function feesOf(scene: Scene): Source {
  const { desk } = scene;
  const books = booksOf(scene, agencyOfBook(scene));
  const statements = statementsOf(scene);
  const rateChanges = rateChangesOf(scene);
  const debits = new Map<CalendarDate, Debit[]>();
  const months = new Map<string, Map<AgencyCode, Taken>>();
  const breachOf = breachesOf(scene);
  const services = servicesOf(scene, books);
  const settle = monthlyOf(scene, pay);

  function pay(on: CalendarDate, debit: Debit): void {
    debits.set(on, [...(debits.get(on) ?? []), debit]);
  }

  function* settleMonth(day: CalendarDate): Iterable<Planned> {
    const month = plusDays(monthWith(day).from, -1);
    const back = books.givenBack(serviceBookOf(scene, month), month, day);
    if (back !== null) yield back;
    const taken = months.get(month.slice(0, 7));
    months.delete(month.slice(0, 7));
    if (taken !== undefined) yield* settle(taken, { month, day });
  }

  function isTaken({ charge, amount, breach }: Writing, number: Numbered, day: CalendarDate): void {
    const month = months.get(day.slice(0, 7)) ?? new Map<AgencyCode, Taken>();
    months.set(day.slice(0, 7), month);
    const ofAgency = month.get(charge.agency) ?? nothingTaken();
    month.set(charge.agency, ofAgency);
    take(ofAgency, breach === 'out-of-range' ? null : number, amount);
  }

  return function* (day) {
    if (day === firstDayOf(scene.options)) yield* laidDownBefore(scene);
    if (isFirstOfMonth(scene, day)) yield* settleMonth(day);
    yield* rateChanges(day);
    const charges = desk.charges.take(day).toSorted((a, b) => a.at - b.at);
    const writings = charges.flatMap((charge) => [...writingsOf(scene, charge, day, breachOf)]);
    const written = numbered(writings, books, day);
    for (const [writing, number] of written) {
      const next = writing.fate === 'replaced' ? replacementOf(writing, writings) : undefined;
      yield* pageOf(scene, writing, number, (next && written.get(next)) ?? null);
      for (let use = 0; use < usesOf(writing); use += 1) isTaken(writing, number, day);
    }
    yield* services(charges, day);
    yield* books.givenOut();
    yield* statements(day, bankedIn(written), debits.get(day) ?? []);
    debits.delete(day);
  };
}

/** The writings of a day with their numbers, in the order in which they are written. */
function numbered(
  writings: readonly Writing[],
  books: Books,
  day: CalendarDate,
): ReadonlyMap<Writing, Numbered> {
  const inOrder = writings.toSorted((a, b) => a.at - b.at);
  return new Map(inOrder.map((writing) => [writing, numberFor(writing, books, day)]));
}

/** The next; or, where the number is wrong on purpose, the one after it, or one that was never given out. */
function numberFor({ book, breach }: Writing, books: Books, day: CalendarDate): Numbered {
  if (breach === 'out-of-range') return books.neverGiven(book, day);
  if (breach === 'after-gap' || breach === 'filled-in') books.next(book, day);
  return books.next(book, day);
}

/** How often a number was used by which money was taken for good: what is on record twice counts twice. */
function usesOf(writing: Writing): number {
  if (!stands(writing)) return 0;
  return writing.breach === 'repeated' ? 2 : 1;
}

/** Whether money was taken for good. */
function stands({ fate }: Writing): boolean {
  return fate === 'issued' || fate === 'reduced' || fate === 'replacing';
}

function bankedIn(written: ReadonlyMap<Writing, Numbered>): readonly Banked[] {
  return [...written]
    .filter(([writing]) => stands(writing))
    .map(([writing, number]) => ({ writing, numbered: number }));
}

/** The first working day of a month, when the month before is over. */
function isFirstOfMonth({ time, options }: Scene, day: CalendarDate): boolean {
  if (!time.isWorkingDay(day) || day === firstDayOf(options)) return false;
  return time.previousWorkingDay(day).slice(0, 7) !== day.slice(0, 7);
}

function agencyOfBook(scene: Scene): (book: string) => AgencyCode | null {
  const agencies = scene.place.offices.map(({ agency }) => agency);
  const books = agencies.flatMap((agency) =>
    (['fee', 'charge'] as const).map((kind) => [bookOf(scene, agency, kind), agency] as const),
  );
  const known = new Map(books);
  return (book) => known.get(book) ?? null;
}
