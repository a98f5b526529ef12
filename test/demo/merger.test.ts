/** One agency goes into another in the last days of a demo: what is open passes on, and nothing more comes to the one that went. */
import { describe, expect, test } from 'vitest';
import type { DemoOptions } from '../../src/demo/demo.ts';
import type { Planned } from '../../src/demo/planned.ts';
import type { Merger } from '../../src/demo/scene.ts';
import { scenesFor } from '../../src/demo/scenes.ts';
import { plusDays } from '../../src/domain/time/date.ts';
import { hoChiMinh, startOfDay } from '../../src/domain/time/zone.ts';
import { CalendarDate } from '../../src/domain/units.ts';
import { DutyFilters, listDuties } from '../../src/projections/lists/duties.ts';
import { LateFilters, listLate } from '../../src/projections/lists/late.ts';
import { LateTotalFilters, listLateTotals } from '../../src/projections/lists/late-totals.ts';
import { newFolder } from '../support/ledger-folder.ts';
import { demoCentres, madeIn, modelIn } from './plants-found.ts';
import { factsOf, ofType } from './told.ts';

const options: DemoOptions = {
  seed: 'cửa Gành Hào',
  until: CalendarDate.parse('2026-06-12'),
  days: 30,
  perDay: 6,
};

function mergersIn(some: DemoOptions): readonly Merger[] {
  return scenesFor(some).flatMap(({ merger }) => merger ?? []);
}

function theMerger(): Merger {
  const [merger] = mergersIn(options);
  if (merger === undefined) throw new TypeError('there is none');
  return merger;
}

const { office, into, from } = theMerger();
const begins = startOfDay(from, hoChiMinh);
const facts = factsOf(options);
const since = facts.filter(({ occurredAt }) => occurredAt >= begins);

/** Whether the code stands anywhere for an agency, or on its record. */
function isAbout(code: string, { stream, data }: Planned): boolean {
  return stream === `agency-${code}` || JSON.stringify(data).includes(`"${code}"`);
}

test('there is one, at Bạc Liêu, on a working day of the last two weeks', () => {
  expect(mergersIn(options)).toHaveLength(1);
  expect(office.agency).toBe('H04.10');
  expect(from >= plusDays(options.until, -14) && from < options.until).toBe(true);
});

test.each([
  [8, 0],
  [13, 0],
  [16, 1],
  [92, 1],
])('in a demo of %i days there are %i: it does not begin with one', (days, count) => {
  expect(mergersIn({ ...options, days })).toHaveLength(count);
});

describe('from its day on', () => {
  test('nothing is about the agency that went, and much is about the other', () => {
    expect(facts.some((fact) => isAbout(office.agency, fact))).toBe(true);
    const stillOf = since.filter((fact) => isAbout(office.agency, fact));
    // The money of a month is settled in the name in which it was summed up.
    expect(stillOf.filter(({ stream }) => !stream.startsWith('fees-'))).toEqual([]);
    expect(since.filter((fact) => isAbout(into.agency, fact)).length).toBeGreaterThan(50);
  });

  test('what is received has the code of the successor; what was received before keeps its own', () => {
    const codes = ofType(since, 'DossierReceived')
      .filter(({ data }) => data['solvingUnit'] === into.agency)
      .map(({ data }) => String(data['code']));
    const beginnings = codes.map((code) => code.slice(0, into.agency.length));
    expect(new Set(beginnings)).toEqual(new Set([into.agency]));
    const older = since.filter(({ stream }) => stream.startsWith(`dossier-${office.agency}-`));
    expect(older.length).toBeGreaterThan(10);
    expect(ofType(older, 'DossierReceived')).toEqual([]);
  });

  test('all officials are of the successor, and who sits at the counter is posted by it', () => {
    const changed = ofType(since, 'OfficialDetailsChanged').filter(
      ({ data }) => data['agency'] === into.agency,
    );
    const all = [office.head, ...office.posted, ...office.officers];
    expect(changed.map(({ stream }) => stream)).toEqual(all.map((one) => `official-${one}`));
    const posted = ofType(facts, 'OfficialPosted').filter(
      ({ data }) => data['agency'] === into.agency && data['from'] === from,
    );
    expect(posted.map(({ stream }) => stream)).toEqual(
      office.posted.map((one) => `official-${one}`),
    );
  });
});

test('on the last day what was open is owed by the successor, and found under both agencies', async () => {
  const folder = newFolder();
  await madeIn(folder, options);
  using model = modelIn(folder);
  const at = startOfDay(plusDays(options.until, 1), hoChiMinh);
  const asked = { limit: 500, cursor: null, centres: null, at };
  const lateOf = (agency: string) =>
    listLate(model, { ...asked, filters: LateFilters.parse({ agency }) }, demoCentres).items;

  const late = lateOf(into.agency).filter(({ inheritedFrom }) => inheritedFrom !== null);
  expect(late).toContainEqual(
    expect.objectContaining({
      agency: into.agency,
      agencyWhenDue: office.agency,
      bearerWhenDue: office.agency,
      inheritedFrom: office.agency,
      inheritedAt: begins,
      heldBy: { party: 'agency', unit: into.agency },
      heldWhenDue: { party: 'agency', unit: office.agency },
    }),
  );
  expect(lateOf(office.agency)).toEqual(expect.arrayContaining(late));

  const open = DutyFilters.parse({ agency: into.agency, state: 'open' });
  const duties = listDuties(model, { ...asked, filters: open }, demoCentres).items;
  const passedOn = duties.filter(({ inheritedFrom }) => inheritedFrom === office.agency);
  expect(passedOn.length).toBeGreaterThan(0);
  expect(passedOn.every(({ openedAt }) => openedAt < begins)).toBe(true);

  const byAgency = LateTotalFilters.parse({ by: 'agency', centre: 'BL' });
  const totals = listLateTotals(model, { ...asked, filters: byAgency }).items;
  const names = new Set(totals.map(({ name }) => name));
  expect([office.agency, into.agency].filter((code) => names.has(code))).toHaveLength(2);
}, 120_000); // a demo is recorded and judged
