/** The books of receipts of a centre of the demo: their numbers, one after another, and who gave them out. */
import { fees } from '../../domain/fees/month/vocabulary.ts';
import { streamName } from '../../domain/stream.ts';
import type { AgencyCode, CalendarDate } from '../../domain/units.ts';
import type { Planned } from '../planned.ts';
import type { Scene } from '../scene.ts';
import { clock, serviceAt, told } from '../telling.ts';

/** A number in a book, and in which year it counts. */
export type Numbered = { readonly book: string; readonly year: string; readonly number: number };

export type Books = {
  /** The next number of a book: 1 is the first of each year. */
  readonly next: (book: string, day: CalendarDate) => Numbered;
  /** A number beyond any that the book has, and not used again; the book itself was given out. */
  readonly neverGiven: (book: string, day: CalendarDate) => Numbered;
  /** The ranges that were given out for the numbers since this was last asked. */
  readonly givenOut: () => readonly Planned[];
  /** A book that was begun in the month of `begun` is given back on `day`; null: it was never begun. */
  readonly givenBack: (book: string, begun: CalendarDate, day: CalendarDate) => Planned | null;
};

/** The book of an agency's phí or lệ phí. Forms 01BLP and 02BLP are those of the finance ministry. */
export function bookOf({ place }: Scene, agency: AgencyCode, kind: 'fee' | 'charge'): string {
  const form = kind === 'fee' ? '01BLP' : '02BLP';
  return `${form}${place.centre}${agency.split('.')[1] ?? ''}`;
}

/** Where what is charged and never receipted is registered. */
export function registerOf({ place }: Scene): string {
  return `MG${place.centre}`;
}

/** The book of the centre's own services, a new one each month: `DVNB2603`. */
export function serviceBookOf({ place }: Scene, day: CalendarDate): string {
  return `DV${place.centre}${day.slice(2, 7).replace('-', '')}`;
}

/** The last number that was given out, and the last that was used. */
type Given = { readonly to: number; readonly used: number };

/** @param agencyOf whose money a book is for; null: the centre's own. */
export function booksOf(scene: Scene, agencyOf: (book: string) => AgencyCode | null): Books {
  const { place, options } = scene;
  const given = new Map<string, Given>();
  const size = Math.max(100, Math.ceil(options.perDay) * 20);
  let waiting: Planned[] = [];

  /** Before the centre opens. */
  function giveOut({ book, year, number }: Numbered, day: CalendarDate): number {
    const to = number + size - 1;
    const issue = {
      year,
      range: { book, from: String(number), to: String(to) },
      to: place.accountant,
      unit: place.unit,
      agency: agencyOf(book),
      document: `${Math.ceil(to / size)}/GUN-${book}`,
    };
    const telling = { at: clock(day, 6 * 60 + 40), by: place.accountant };
    waiting.push(told(scene, monthOf(scene, day), telling, [fees, 'ReceiptBookIssued', issue]));
    return to;
  }

  return {
    next(book, day) {
      const year = day.slice(0, 4);
      const key = `${book} ${year}`;
      const { to, used } = given.get(key) ?? { to: 0, used: 0 };
      const next = { book, year, number: used + 1 };
      given.set(key, { used: next.number, to: next.number > to ? giveOut(next, day) : to });
      return next;
    },

    neverGiven(book, day) {
      const year = day.slice(0, 4);
      const key = `${book} ${year}`;
      if (!given.has(key)) {
        given.set(key, { used: 0, to: giveOut({ book, year, number: 1 }, day) });
      }
      return { book, year, number: 9_000_000 + Number(day.slice(5).replace('-', '')) };
    },

    givenOut() {
      const all = waiting;
      waiting = [];
      return all;
    },

    givenBack(book, begun, day) {
      const year = begun.slice(0, 4);
      const last = given.get(`${book} ${year}`);
      given.delete(`${book} ${year}`);
      if (last === undefined) return null;
      const { used, to } = last;
      const unused = used < to ? [{ book, from: String(used + 1), to: String(to) }] : [];
      const official = place.accountant;
      const document = `${book}/BB-TTPVHCC`;
      const back = { book, year, lastUsed: String(used), unused, official, document };
      const telling = { at: serviceAt(scene, day, 35), by: official };
      return told(scene, monthOf(scene, begun), telling, [fees, 'ReceiptBookClosed', back]);
    },
  };
}

/** The record of the fees of a month. */
export function monthOf({ place }: Scene, day: CalendarDate): string {
  return streamName('fees', place.centre, day.slice(0, 7));
}
