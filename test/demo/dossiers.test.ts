/** The dossiers of a demo, as properties of what is planned. */
import { describe, expect, it, test } from 'vitest';
import type { Planned } from '../../src/demo/planned.ts';
import { scenesFor } from '../../src/demo/scenes.ts';
import { followsNationalGrammar } from '../../src/domain/dossier/code.ts';
import { dossier } from '../../src/domain/dossier/vocabulary.ts';
import { dayOf, plusDays, weekdayOf } from '../../src/domain/time/date.ts';
import { hoChiMinh, localDateOf } from '../../src/domain/time/zone.ts';
import { CalendarDate, OfficialId } from '../../src/domain/units.ts';
import { clockAt, factsOf, ofType, recordsOf, said, threeMonths } from './told.ts';

const lives = recordsOf(threeMonths, 'dossier');
const all = [...lives.values()].flat();
const received = ofType(all, 'DossierReceived');
const scenes = scenesFor(threeMonths);
const sceneOf = ({ centre }: Planned) => scenes.find(({ place }) => place.centre === centre);
const dayOfFact = ({ occurredAt }: Planned) => localDateOf(occurredAt, hoChiMinh);

test('there are some 2,000 dossiers, and as many at each centre', () => {
  expect(lives.size).toBeGreaterThan(1_800);
  expect(lives.size).toBeLessThan(2_200);
  const byCentre = Map.groupBy(received, ({ centre }) => centre);
  expect([...byCentre.keys()].toSorted()).toEqual(['BL', 'KT', 'NB', 'SL', 'TQ']);
  for (const own of byCentre.values()) expect(own.length).toBeGreaterThan(300);
});

test.each(['1', '2', '3'])('everything that can happen to a dossier does: seed %s', (seed) => {
  const facts = [...recordsOf({ ...threeMonths, seed }, 'dossier').values()].flat();
  const types = new Set(facts.map(({ type }) => type));
  expect(Object.keys(dossier).filter((type) => !types.has(type))).toEqual([]);
});

describe('a dossier', () => {
  it('has a code of the national grammar, of its agency and of the day on which it came', () => {
    const wrong = received.filter((fact) => {
      const code = String(said(fact, 'code'));
      const first = lives.get(fact.stream)?.toSorted(byTime)[0] ?? fact;
      const day = dayOfFact(first).slice(2).replaceAll('-', '');
      return (
        !followsNationalGrammar(code) ||
        !code.startsWith(`${String(said(fact, 'solvingUnit'))}-${day}-`)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('is received within the hours of its centre', () => {
    const outside = received.filter((fact) => {
      const scene = sceneOf(fact);
      const at = Date.parse(fact.occurredAt); // what is done as the centre opens or closes is in its hours
      const hours = [scene?.time, scene?.centre.saturdayProcedures?.workingTime];
      return hours.every((time) => ![at - 1, at].some((ms) => time?.isOpenAtMs(ms) === true));
    });
    expect(outside).toEqual([]);
  });

  it('is received on a Saturday in Bạc Liêu alone, and of the procedures served there', () => {
    const saturdays = received.filter((fact) => weekdayOf(dayOf(dayOfFact(fact))) === 'sat');
    const swapped = saturdays.filter(
      (fact) => sceneOf(fact)?.time.isWorkingDay(dayOfFact(fact)) === true,
    );
    const served = saturdays.filter((fact) => !swapped.includes(fact));
    expect(new Set(served.map(({ centre }) => centre))).toEqual(new Set(['BL']));
  });

  it('is promised by the counting of its centre, but for the few that are promised nothing', () => {
    const stated = received.filter(({ corrects }) => corrects === null);
    const promised = stated.filter((fact) => said(fact, 'appointment') !== null);
    expect(stated.length - promised.length).toBeLessThanOrEqual(3 * scenes.length);
    const wrong = promised.filter((fact) => {
      const scene = sceneOf(fact);
      const procedures = scene?.place.offices.flatMap((office) => office.procedures) ?? [];
      const days = procedures.find(({ code }) => code === said(fact, 'procedure'))?.days ?? 0;
      const counting = scene?.centre.parameters.firstDay === 'same' ? 'same-day' : 'next-day';
      const due = scene?.time.addWorkingDays(fact.occurredAt, days, counting);
      return JSON.stringify(said(fact, 'appointment')) !== JSON.stringify({ at: due });
    });
    expect(wrong).toEqual([]);
  });
});

describe('in Kon Tum', () => {
  const transferred = ofType(all, 'DossierTransferred').filter(({ centre }) => centre === 'KT');

  it('paper goes on in batches, at the end of the morning or of the afternoon, or the next morning', () => {
    const paper = transferred.filter((fact) => said(fact, 'medium') === 'paper');
    const at = paper.map(({ occurredAt }) => clockAt(occurredAt));
    expect(paper.length).toBeGreaterThan(100);
    expect(
      at.filter((minute) => minute !== 11 * 60 && minute !== 17 * 60 && minute > 8 * 60),
    ).toEqual([]);
  });
});

describe('in Tuyên Quang', () => {
  it('most dossiers go on within 30 minutes of their reception, and not all', () => {
    const scene = scenes.find(({ place }) => place.centre === 'TQ');
    const own = received.filter(({ centre }) => centre === 'TQ');
    const waits = own.flatMap((fact) => {
      const [sent] = ofType(lives.get(fact.stream) ?? [], 'DossierTransferred');
      return sent === undefined || scene === undefined
        ? []
        : [scene.time.minutesBetween(fact.occurredAt, sent.occurredAt)];
    });
    const late = waits.filter((minutes) => minutes > 30).length;
    expect(late).toBeGreaterThan(0);
    expect(late / waits.length).toBeLessThan(0.15);
  });
});

test('Mondays are the busiest days and Fridays the quietest', () => {
  const byWeekday = Map.groupBy(received, (fact) => weekdayOf(dayOf(dayOfFact(fact))));
  const mean = (weekday: 'mon' | 'tue' | 'wed' | 'thu' | 'fri') => {
    const own = byWeekday.get(weekday) ?? [];
    return own.length / new Set(own.map(dayOfFact)).size;
  };
  const [monday, wednesday, friday] = [mean('mon'), mean('wed'), mean('fri')];
  expect(monday).toBeGreaterThan(1.25 * wednesday);
  expect(friday).toBeLessThan(0.8 * wednesday);
});

test('late dossiers lie where the official was away and nobody stood in', () => {
  const decided = received.flatMap((fact) => {
    const life = lives.get(fact.stream) ?? [];
    const end = ofType(life, 'DossierDecided').findLast(({ corrects }) => corrects === null);
    const isPlain = ofType(life, 'SupplementReceived').length === 0;
    return end === undefined || !isPlain ? [] : [{ fact, end }];
  });
  const cases = decided.map(({ fact, end }) => ({
    isLate: end.occurredAt > String(Object(said(fact, 'appointment'))['at']),
    wasAlone: wasAway(fact, dayOfFact(fact), dayOfFact(end)),
  }));
  const rate = (wasAlone: boolean) => {
    const own = cases.filter((one) => one.wasAlone === wasAlone);
    return own.filter(({ isLate }) => isLate).length / own.length;
  };
  expect(rate(true)).toBeGreaterThan(5 * rate(false));
});

function wasAway(fact: Planned, from: CalendarDate, to: CalendarDate): boolean {
  const official = OfficialId.parse(said(fact, 'official'));
  const days = Array.from({ length: dayOf(to) - dayOf(from) + 1 }, (_, place) =>
    plusDays(from, place),
  );
  return days.some((day) => scenes[0]?.absences.on(official, day)?.covered === false);
}

describe('a few are tampered with:', () => {
  it('a finish is set back to the promised time by a correction that comes later', () => {
    const corrections = ofType(all, 'DossierDecided').filter(({ corrects }) => corrects !== null);
    expect(corrections.length).toBeGreaterThan(0);
    expect(corrections.every(({ occurredAt, enteredAt }) => occurredAt < enteredAt)).toBe(true);
  });

  it('an appointment is moved when it had passed, and nobody says why', () => {
    const moves = ofType(all, 'AppointmentMoved').filter(
      (fact) => said(fact, 'reason') === undefined,
    );
    expect(moves.length).toBeGreaterThan(0);
    expect(
      moves.every((fact) => fact.occurredAt > String(Object(said(fact, 'before'))['at'])),
    ).toBe(true);
  });

  it('a decision is dated before the promised time, and was entered days later', () => {
    const dated = ofType(all, 'DossierDecided').filter(
      ({ occurredAt, enteredAt, corrects, outage }) =>
        corrects === null &&
        outage === null &&
        Date.parse(enteredAt) - Date.parse(occurredAt) > 2 * 60 * 60_000,
    );
    expect(dated.length).toBeGreaterThan(0);
    expect(dated.length).toBeLessThan(20);
  });
});

test('everything else is entered within a quarter of an hour, as it is at a counter', () => {
  const undisturbed = [...lives.values()].filter((life) =>
    life.every(({ outage }) => outage === null),
  );
  const slow = undisturbed
    .flat()
    .filter(
      ({ occurredAt, enteredAt, corrects, type }) =>
        corrects === null &&
        type !== 'DossierDecided' &&
        Date.parse(enteredAt) - Date.parse(occurredAt) > 10 * 60_000,
    );
  expect(slow).toEqual([]);
});

test('a larger demo tells other dossiers by the same chance: the first ones are of the same people', () => {
  const firstApplicants = (perDay: number) =>
    new Set(
      factsOf({ ...threeMonths, days: 3, perDay })
        .filter(({ type }) => type === 'DossierReceived' || type === 'DossierSubmitted')
        .map((fact) => JSON.stringify(said(fact, 'applicant'))),
    );
  const [few, many] = [firstApplicants(4), firstApplicants(12)];
  expect([...few].filter((applicant) => !many.has(applicant))).toEqual([]);
});

function byTime(a: Planned, b: Planned): number {
  return a.occurredAt < b.occurredAt ? -1 : 1;
}
