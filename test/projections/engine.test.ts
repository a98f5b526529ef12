import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agency } from '../../src/domain/centre/agency/vocabulary.ts';
import { dossier } from '../../src/domain/dossier/vocabulary.ts';
import type { AnyEvent, Proposal, Stated } from '../../src/domain/entry.ts';
import { CentreCode, Instant, instantAt } from '../../src/domain/units.ts';
import type { StoredEvent } from '../../src/ledger/event-store.ts';
import { dossiers } from '../../src/projections/dossiers.ts';
import { engine } from '../../src/projections/engine.ts';
import { emptyView, type Projection } from '../../src/projections/projection.ts';
import { projectionsFor } from '../../src/projections/projections.ts';
import { centresNamed } from '../support/model.ts';
import {
  emptyModel,
  type Happened,
  idIn,
  type Rows,
  rowsIn,
  rowsOf,
  storedEvents,
  words,
} from '../support/projected.ts';
import { backfilled, imported, proposalsOf } from '../support/stated.ts';
import { logOf, takeIn, type Way } from '../support/taking-in.ts';

const fact = proposalsOf(dossier);
const told = proposalsOf(agency);

/** Fails on every dossier whose entries are three, six, nine …; counts entries of the others. */
const brittle: Projection = {
  name: 'brittle',
  version: 1,
  category: 'dossier',
  tables: [
    { name: 'whole', columns: { subject: 'TEXT' }, key: 1, counts: [], indexes: [] },
    {
      name: 'tally',
      columns: { last: 'TEXT', entries: 'INTEGER' },
      key: 1,
      counts: ['entries'],
      indexes: [],
    },
  ],
  view({ stream, entries }) {
    if (entries.length % 3 === 0) throw new RangeError(`${entries.length} entries`);
    const last = entries.at(-1)?.type ?? '';
    return {
      rows: { whole: [{ subject: stream }] },
      counts: { tally: [{ last, entries: entries.length }] },
      failures: [],
    };
  },
};

const projections = [...projectionsFor(centresNamed('reference', 'H42')), brittle];

function shownOf(
  events: readonly StoredEvent[],
  way: Way = 'built',
  shown: readonly Projection[] = projections,
): Rows {
  using database = emptyModel(shown);
  takeIn(events, way, database, shown);
  return rowsIn(database, shown);
}

describe('however a log is taken in, the rows are the same', () => {
  const histories = fc.array(
    fc.record({
      dossier: fc.integer({ min: 0, max: 3 }),
      kind: fc.nat({ max: 18 }),
      day: fc.integer({ min: 1, max: 28 }),
      via: fc.constantFrom({}, {}, imported, backfilled),
      /** Which of the earlier entries it corrects, where it corrects one. */
      corrects: fc.option(fc.nat({ max: 9 }), { freq: 3 }),
    }),
    { maxLength: 40, size: 'max' },
  );
  type Drawn = typeof histories extends fc.Arbitrary<(infer One)[]> ? One : never;

  const ways = fc.record({
    pages: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
  });

  test('event by event, in pages, or built record by record', () => {
    fc.assert(
      fc.property(histories, ways, (drawn, way) => {
        const events = storedEvents(happenedIn(drawn));
        const expected = rowsOf(events, projections);
        expect(shownOf(events, way)).toEqual(expected);
        expect(shownOf(events)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  test('and such histories are late, kept, corrected, quarantined: the property means something', () => {
    const drawn = fc.sample(histories, { numRuns: 200, seed: 7 });
    const all = drawn.map((one) => rowsOf(storedEvents(happenedIn(one)), projections));
    const seen = (table: string, text: string) =>
      all.some((rows) => rows[table]?.some((row) => row.includes(text)) === true);
    for (const state of ['open', 'late', 'ended']) expect(seen('duty', `"${state}"`)).toBe(true);
    expect(seen('kept', '"kept"')).toBe(true);
    expect(seen('finding', 'breach-lessened')).toBe(true);
    expect(seen('official', '"dossiers":2')).toBe(true);
    expect(seen('duty', '"inherited":"')).toBe(true);
    expect(seen('late', '"agencyInherited":"')).toBe(true);
    for (const part of ['event ', 'duties: centre', 'brittle: view']) {
      expect(seen('quarantine', part)).toBe(true);
    }
  });

  function happenedIn(drawn: readonly Drawn[]): Happened[] {
    const entries = new Map<string, number>();
    return drawn.map(({ dossier: number, kind, day, via, corrects }) => {
      const stream = kind > 15 ? `agency-Q${kind - 15}` : `dossier-d${number}`;
      const before = entries.get(stream) ?? 0;
      entries.set(stream, before + 1);
      const isCorrection = corrects !== null && before > 0;
      const also = {
        ...via,
        centre: CentreCode.parse(['reference', 'H42', 'nowhere'][number % 3]),
        corrects: isCorrection ? idIn(stream, corrects % before) : null,
      };
      return { stream, fact: factOf(kind, day, also) };
    });
  }

  function factOf(kind: number, day: number, also: Partial<Stated>): Proposal<AnyEvent> | null {
    const when = at(day);
    const [official, unit] = [`cv-${kind % 2}`, day % 2 === 0 ? 'Q1' : null];
    if (kind > 15) return agencyFactOf(kind, day, also);
    if (kind <= 2) {
      const appointment = kind === 2 ? null : { at: at(day + 3) };
      const solvingUnit = `Q${(day % 3) + 1}`;
      const whose = { solvingUnit, official: day % 2 === 0 ? official : null };
      return fact('DossierReceived', { code: 'd', appointment, ...whose }, when, also);
    }
    if (kind <= 5) return fact('StepCompleted', { step: 'Thẩm định', official, unit }, when, also);
    if (kind === 6) return fact('SupplementRequested', {}, when, also);
    if (kind === 7) return fact('SupplementReceived', {}, when, also);
    if (kind === 8) {
      return fact('AppointmentMoved', { by: 'g', before: null, after: { at: at(day + 2) } }, when);
    }
    if (kind === 9) return fact('DossierDecided', {}, when, also);
    if (kind <= 11) return fact('ResultReturned', {}, when, also);
    if (kind === 12) return fact('DossierWithdrawn', {}, when, { ...also, precision: 'day' });
    if (kind <= 14) return fact('EntryWithdrawn', {}, when, also);
    return null;
  }

  /** Each agency goes on in the next, the last in the first; or that was a mistake. */
  function agencyFactOf(kind: number, day: number, also: Partial<Stated>): Proposal<AnyEvent> {
    if (day > 24) return told('EntryWithdrawn', {}, at(day), also);
    const from = `2026-03-${String(day).padStart(2, '0')}`;
    const successors = [`Q${((kind - 15) % 3) + 1}`];
    return told('AgencySucceeded', { how: 'merged', successors, from }, at(day), also);
  }

  function at(day: number): Instant {
    return instantAt(Date.UTC(2026, 1, 27 + day));
  }
});

describe('what is written', () => {
  const received = (number: number): Happened => ({
    stream: `dossier-d${number}`,
    fact: fact('DossierReceived', { code: `d${number}`, appointment: { on: '2026-03-06' } }),
  });
  const step = (number: number): Happened => ({
    stream: `dossier-d${number}`,
    fact: fact('StepCompleted', { step: 'Thẩm định' }, '2026-03-03T09:00:00+07:00'),
  });
  const dossierList = [dossiers];

  function changesAfter(
    happened: readonly Happened[],
    pageSize: number,
    shown: readonly Projection[] = dossierList,
  ): number[] {
    using database = emptyModel(shown);
    const changes = database.prepare('SELECT total_changes() AS n');
    const events = storedEvents(happened);
    const counted: number[] = [];
    const parts = { database, log: logOf(events), codec: words, projections: shown };
    const filling = engine({ ...parts, until: null });
    for (let from = 0; from < events.length; from += pageSize) {
      filling.take(events.slice(from, from + pageSize));
      filling.flush();
      counted.push(Number(changes.get()?.['n']));
    }
    return counted;
  }

  test('is each touched row once a page, however many events touched it', () => {
    const happened = [received(1), step(1), received(2), step(1), step(2), step(1)];
    expect(changesAfter(happened, 6)).toEqual([2]);
    expect(changesAfter(happened, 3)).toEqual([2, 4]);
  });

  test('is no row that stays as it was', () => {
    const codes: Projection = {
      ...dossiers,
      view: (subject) => ({ ...emptyView, rows: { dossier: [{ subject: subject.stream }] } }),
    };
    expect(changesAfter([received(1), step(1), step(1)], 1, [codes])).toEqual([1, 1, 1]);
  });

  test('is each row once in all while a model is built', () => {
    const happened = [1, 2, 3].flatMap((number) => [received(number), step(number), step(number)]);
    using database = emptyModel(dossierList);
    takeIn(storedEvents(happened), 'built', database, dossierList);
    expect(database.prepare('SELECT total_changes() AS n').get()).toEqual({ n: 3 });
  });

  test('is of a long record that is told in many pages its row, and it is read again', () => {
    const happened = Array.from({ length: 30 }, (_, n) => [step(0), received(n + 1)]).flat();
    const events = storedEvents([received(0), ...happened]);
    expect(shownOf(events, { pages: [7] })).toEqual(rowsOf(events, projections));
  });
});

describe('what cannot be shown', () => {
  const stream = 'dossier-d1';
  const receivedAs = (centre: string): Happened => ({
    stream,
    fact: fact(
      'DossierReceived',
      { code: 'd1', appointment: { on: '2026-03-06' }, official: 'cv-1' },
      undefined,
      { centre: CentreCode.parse(centre) },
    ),
  });
  const unheard: Happened = { stream, fact: null };
  const step: Happened = {
    stream,
    fact: fact('StepCompleted', { step: 'Thẩm định' }, '2026-03-03T09:00:00+07:00'),
  };
  const eachWay: readonly Way[] = ['built', { pages: [1] }, { pages: [2] }];

  test.each(eachWay)('an event that nobody can read is listed, and its dossier goes on', (way) => {
    const rows = shownOf(storedEvents([receivedAs('reference'), unheard, step]), way);
    expect(rows['dossier']).toEqual([expect.stringContaining('"entries":2')]);
    expect(rows['duty']).toHaveLength(1);
    expect(rows['quarantine']).toEqual([
      JSON.stringify({
        stream,
        part: 'event 1',
        message: `${stream}@1: DossierBlessed version 1: no such event in this program`,
      }),
    ]);
  });

  test.each(eachWay)('a dossier that begins with such events begins after them', (way) => {
    const rows = shownOf(storedEvents([unheard, unheard, receivedAs('reference'), step]), way);
    expect(rows['dossier']).toEqual([expect.stringContaining('"place":2')]);
    expect(rows['quarantine']).toHaveLength(2);
  });

  test('a dossier of nothing but such events has no row', () => {
    const rows = shownOf(storedEvents([unheard, unheard]));
    expect(rows['dossier']).toEqual([]);
    expect(rows['quarantine']).toHaveLength(2);
  });

  test('a content that is no JSON, and a version that is not known yet, are such events, too', () => {
    const events = storedEvents([receivedAs('reference'), step, step]);
    const spoilt = events.map((event, place) =>
      place === 1 ? { ...event, content: '{' } : { ...event, version: place === 2 ? 9 : 1 },
    );
    const rows = shownOf(spoilt);
    expect(rows['quarantine']).toEqual([
      expect.stringContaining('its content is not JSON'),
      expect.stringContaining('this program reads versions 1 to 1'),
    ]);
  });

  test('a dossier of a centre that is not known is listed, and has its row', () => {
    const rows = shownOf(storedEvents([receivedAs('nowhere')]));
    expect(rows['dossier']).toHaveLength(1);
    expect(rows['duty']).toEqual([]);
    expect(rows['quarantine']).toEqual([
      expect.stringContaining('no centre nowhere in this program'),
    ]);
  });

  test.each(eachWay)('what a read model fails on is listed, and the others go on', (way) => {
    const rows = shownOf(storedEvents([receivedAs('reference'), step, step]), way);
    expect(rows['whole']).toEqual([]);
    expect(rows['tally']).toEqual([]);
    expect(rows['dossier']).toHaveLength(1);
    expect(rows['quarantine']).toEqual([
      JSON.stringify({ stream, part: 'brittle: view', message: 'RangeError: 3 entries' }),
    ]);
  });

  test.each(eachWay)('once it can be shown again it is off the list', (way) => {
    const rows = shownOf(storedEvents([receivedAs('reference'), step, step, step]), way);
    expect(rows['whole']).toHaveLength(1);
    expect(rows['tally']).toEqual(['{"last":"StepCompleted","entries":4}']);
    expect(rows['quarantine']).toEqual([]);
  });

  test('a due time that cannot be is a late duty all the same, of unknown working time', () => {
    const received = fact('DossierReceived', {
      code: 'd1',
      appointment: { at: '0206-03-06T17:00:00Z' },
    });
    const returned = fact('ResultReturned', {}, '2026-03-03T09:00:00+07:00');
    const rows = shownOf(storedEvents([received, returned].map((one) => ({ stream, fact: one }))));
    expect(rows['duty']).toEqual([expect.stringContaining('"lateWorkingMinutes":null')]);
    expect(rows['quarantine']).toEqual([]);
  });

  test('other records than those of a read model are passed over', () => {
    const [event] = storedEvents([receivedAs('reference')]);
    if (event === undefined) throw new TypeError('there is one');
    const rows = shownOf([{ ...event, stream: 'weather-main' }]);
    expect(Object.values(rows).flat()).toEqual([]);
  });
});
