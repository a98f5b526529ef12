/** What lies around the dossiers of a demo: offices, people, reports, outages. */
import { describe, expect, it } from 'vitest';
import { absencesFrom } from '../../src/demo/absences.ts';
import { demoWorld, fillDemo, sittingsOf } from '../../src/demo/demo.ts';
import { mattersOf } from '../../src/demo/matters.ts';
import { officesOf } from '../../src/demo/offices.ts';
import { places } from '../../src/demo/places.ts';
import type { Planned, Source } from '../../src/demo/planned.ts';
import { viaOf } from '../../src/demo/recording.ts';
import { reportsOf } from '../../src/demo/reports.ts';
import type { DemoOptions, Scene } from '../../src/demo/scene.ts';
import { scenesFor } from '../../src/demo/scenes.ts';
import { peopleOf } from '../../src/demo/staff.ts';
import { daysIn, firstDayOf } from '../../src/demo/telling.ts';
import { families } from '../../src/domain/families.ts';
import { LeaveDays } from '../../src/domain/leave/vocabulary.ts';
import { hoChiMinh, localDateOf, startOfDay } from '../../src/domain/time/zone.ts';
import { CalendarDate, instantAt, OfficialId } from '../../src/domain/units.ts';
import { decideAll } from '../../src/ledger/deciding.ts';
import { categoryOf } from '../../src/ledger/event-store.ts';
import { openLedger, pathsIn } from '../../src/ledger/ledger.ts';
import { eventId } from '../../src/ledger/record.ts';
import { newFolder } from '../support/ledger-folder.ts';

const day = (text: string) => CalendarDate.parse(text);

/** A quarter and a year end in it. */
const options: DemoOptions = { seed: 'hoa ban', until: day('2026-01-09'), days: 92, perDay: 0.4 };

const surroundings: readonly ((scene: Scene) => Source)[] = [
  officesOf,
  peopleOf,
  reportsOf,
  mattersOf,
];

/** Everything that these sources plan, with the day for which each was asked. */
function plannedAround(of: DemoOptions): readonly (Planned & { readonly asked: CalendarDate })[] {
  const days = daysIn(firstDayOf(of), of.until);
  return scenesFor(of).flatMap((scene) =>
    surroundings.flatMap((source) => {
      const plan = source(scene);
      return days.flatMap((asked) => [...plan(asked)].map((fact) => ({ ...fact, asked })));
    }),
  );
}

const planned = plannedAround(options);
const entered = [...sittingsOf(options)].flatMap(({ facts }) => facts);

/** The last of that type before it. */
function correctedBy({ corrects }: Planned, before: readonly Planned[], stream: string) {
  const place = before.findLastIndex(({ type }) => type === corrects);
  return corrects === null ? null : eventId(stream, 'demo', place);
}

/** What the record families say of these facts, entered in this order; null: nothing is refused. */
function refusedOf(facts: readonly Planned[]): string | null {
  for (const [stream, own] of Map.groupBy(facts, (fact) => fact.stream)) {
    const family = families.get(categoryOf(stream));
    if (family === undefined) return `no family keeps ${stream}`;
    const proposed = own.map((fact, place) => ({
      id: eventId(stream, 'demo', place),
      type: fact.type,
      data: family.vocabulary[fact.type]?.latest.parse(fact.data) ?? {},
      occurredAt: fact.occurredAt,
      precision: 'instant' as const,
      actor: fact.actor,
      centre: fact.centre,
      recordedVia: viaOf(fact),
      corrects: correctedBy(fact, own.slice(0, place), stream),
      causation: null,
      correlation: null,
    }));
    const now = instantAt(Math.max(...own.map(({ enteredAt }) => Date.parse(enteredAt))));
    const circumstances = { now, isCentre: () => true, mayWriteFor: () => true };
    const decided = decideAll(family, stream, [], proposed, circumstances);
    if ('because' in decided) return `${stream} ${own[decided.at]?.type}: ${decided.because}`;
  }
  return null;
}

const around = (facts: readonly Planned[]) =>
  facts.filter(({ stream }) =>
    /^(centre|agency|official|procedure|attendance|roster|leave|month)-/.test(stream),
  );

describe('what a demo plans around its dossiers', () => {
  it('is entered when it has happened, and not before the day for which a source is asked', () => {
    const tooEarly = planned.filter(({ occurredAt, enteredAt, asked }) => {
      return enteredAt < occurredAt || enteredAt < startOfDay(asked, hoChiMinh);
    });
    expect(tooEarly).toEqual([]);
  });

  it('is the same for the same seed', () => {
    const short = { ...options, days: 20 };
    expect(plannedAround(short)).toEqual(plannedAround(short));
  });

  it.each([
    ['hoa ban', '2026-01-09', 92],
    ['sen', '2025-06-20', 92],
    ['sen', '2026-03-10', 92],
    ['lúa', '2025-09-30', 120],
    ['tre', '2025-11-03', 61],
    ['tre', '2025-11-02', 1],
    ['mai', '2026-02-23', 60],
  ])('says nothing that is refused: seed %s, up to %s, %i days', (seed, until, days) => {
    const facts = [...sittingsOf({ seed, until: day(until), days, perDay: 0.1 })].flatMap(
      (one) => one.facts,
    );
    expect(refusedOf(around(facts))).toBeNull();
  });

  it('begins with the offices, before the first dossier', () => {
    const first = entered.findIndex(({ stream }) => stream.startsWith('dossier-'));
    const before = entered.slice(0, first);
    expect(new Set(before.map(({ type }) => type))).toContain('ProcessPutOnPortal');
    const published = before.filter(({ type }) => type === 'ProcedurePublished');
    const all = places.flatMap(({ offices }) => offices.flatMap(({ procedures }) => procedures));
    expect(published).toHaveLength(all.length);
  });
});

describe('absences', () => {
  const absences = absencesFrom(options.seed);

  it('are those of the leaves that were taken', () => {
    const taken = entered.filter(({ type }) => type === 'LeaveTaken');
    expect(taken.length).toBeGreaterThan(50);
    for (const { data } of taken) {
      const [span] = LeaveDays.parse(data['days']);
      const absence = span && absences.on(OfficialId.parse(data['official']), span.from);
      expect(absence).toMatchObject({ from: span?.from, to: span?.to });
    }
  });

  it('keep whoever is away from checking in', () => {
    const comings = entered.filter(({ type }) => type === 'CheckedIn');
    expect(comings.length).toBeGreaterThan(5_000);
    const staff = new Set<string>(
      places.flatMap(({ clerks, offices }) => [
        ...clerks,
        ...offices.flatMap(({ posted, officers }) => [...posted, ...officers]),
      ]),
    );
    const away = comings.filter(({ stream, occurredAt }) => {
      const official = OfficialId.parse(stream.split('-')[1]);
      const isAway = absences.isAway(official, localDateOf(occurredAt, hoChiMinh));
      return staff.has(official) && isAway;
    });
    expect(away).toEqual([]);
  });

  it('are noted with the leave that they are part of', () => {
    const leaves = new Set(
      entered.flatMap(({ stream }) => (stream.startsWith('leave-') ? [stream] : [])),
    );
    const noted = entered.filter(
      ({ type, data }) => type === 'AbsenceNoted' && data['leave'] !== undefined,
    );
    expect(noted.length).toBeGreaterThan(50);
    for (const { data } of noted) expect(leaves).toContain(`leave-${String(data['leave'])}`);
  });
});

describe('reports', () => {
  const filed = entered.filter(({ type }) => type === 'ReportSubmitted');
  const of = (centre: string, report: string) =>
    filed.filter((fact) => fact.centre === centre && fact.data['report'] === report);
  const days = (facts: readonly Planned[]) =>
    facts.map(({ occurredAt }) => Number(localDateOf(occurredAt, hoChiMinh).slice(8)));

  it('are filed as the regulation of each centre has them', () => {
    expect(of('KT', 'weekly').length).toBeGreaterThan(9);
    for (const { centre } of places) expect(of(centre, 'monthly').length).toBeGreaterThan(1);
    expect(of('SL', 'quarterly').length + of('KT', 'quarterly').length).toBeGreaterThan(0);
    expect(of('NB', 'monthly').map(({ data }) => data['by'])).toContain('chief-of-office');
    expect(of('TQ', 'monthly').every(({ data }) => data['copies'] === null)).toBe(true);
  });

  it('come about the day that is named: the 15th at Bạc Liêu, the 22nd at Kon Tum', () => {
    for (const one of days(of('BL', 'monthly'))) expect(Math.abs(one - 15)).toBeLessThan(9);
    for (const one of days(of('KT', 'monthly'))) expect(Math.abs(one - 22)).toBeLessThan(9);
  });
});

describe('the outages of a demo', () => {
  const declared = entered.filter(({ type }) => type === 'OutageDeclared');

  it('are few, at different centres, and come to their end', () => {
    const named = (type: string) =>
      entered.filter((fact) => fact.type === type).map(({ data }) => String(data['outage']));
    expect(declared.length).toBeGreaterThan(1);
    expect(new Set(declared.map(({ centre }) => centre)).size).toBeGreaterThan(1);
    expect(named('OutageEnded').toSorted()).toEqual(named('OutageDeclared').toSorted());
    expect(named('CatchUpCompleted').length).toBeGreaterThan(0);
  });

  it('leave nothing of a dossier entered but afterwards, and as many entries as were counted', () => {
    const facts = [...sittingsOf({ ...options, perDay: 6 })].flatMap((one) => one.facts);
    const ends = facts.filter(({ type }) => type === 'CatchUpCompleted');
    const known = new Set(
      facts.map(({ type, data }) => type === 'OutageDeclared' && data['outage']),
    );
    const ofPaper = facts.filter(({ outage }) => outage !== null && known.has(outage));
    expect(ofPaper.length).toBeGreaterThan(20);
    for (const { data } of ends) {
      expect(ofPaper.filter(({ outage }) => outage === data['outage'])).toHaveLength(
        Number(data['entries']),
      );
    }
    for (const { outage, occurredAt, enteredAt } of ofPaper) {
      const end = facts.find(
        ({ type, data }) => type === 'OutageEnded' && data['outage'] === outage,
      );
      expect(end && end.occurredAt < enteredAt && occurredAt < enteredAt).toBe(true);
    }
  });
});

it('is all recorded: nothing that a small demo says is refused', { timeout: 120_000 }, async () => {
  const small = { ...options, until: day('2025-11-14'), days: 12, perDay: 1 };
  const { now, random, ...world } = demoWorld('small');
  using ledger = openLedger({
    paths: pathsIn(newFolder()),
    families,
    origin: { name: 'test', kind: 'demo' },
    isCentre: () => true,
    now,
    random,
  });
  const count = [...sittingsOf(small)].flatMap(({ facts }) => facts).length;
  expect(await fillDemo(ledger, { now, random, ...world }, small)).toBe(count);
  expect(await ledger.store.size()).toBe(BigInt(count));
});
