/** What passed on with an agency that merged into another: in every list, and against whom it is counted. */
import { afterAll, describe, expect, test } from 'vitest';
import { agency } from '../../../src/domain/centre/agency/vocabulary.ts';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import { Instant } from '../../../src/domain/units.ts';
import { explainedDuty } from '../../../src/projections/explanation.ts';
import { DutyFilters, listDuties } from '../../../src/projections/lists/duties.ts';
import {
  FindingTotalFilters,
  listFindingTotals,
} from '../../../src/projections/lists/finding-totals.ts';
import { FindingFilters, listFindings } from '../../../src/projections/lists/findings.ts';
import { LateFilters, type LateItem, listLate } from '../../../src/projections/lists/late.ts';
import { LateTotalFilters, listLateTotals } from '../../../src/projections/lists/late-totals.ts';
import { dutiesOf } from '../../../src/projections/lists/subject.ts';
import { type Happened, idIn, modelOf } from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { march } from '../../support/varied.ts';

const [fact, told] = [proposalsOf(dossier), proposalsOf(agency)];

const received = (code: string, solvingUnit: string, due: number): Happened => ({
  stream: `dossier-${code}`,
  fact: fact(
    'DossierReceived',
    { code, solvingUnit, appointment: { at: march(due, '16:00:00') } },
    march(2),
  ),
});
const done = (code: string, day: number): Happened => ({
  stream: `dossier-${code}`,
  fact: fact('ResultReturned', {}, march(day)),
});

/** On record on the 4th, and from the 10th on. */
const merger: Happened = {
  stream: 'agency-A',
  fact: told('AgencySucceeded', { how: 'merged', successors: ['B'], from: '2026-03-10' }, march(4)),
};
const since = Instant.parse('2026-03-10T00:00:00+07:00');

const model = await modelOf([
  received('overdue-before', 'A', 6),
  received('overdue-after', 'A', 12),
  received('kept-before', 'A', 12),
  received('late-before', 'A', 6),
  received('late-after', 'A', 6),
  received('own', 'B', 12),
  received('other', 'C', 12),
  merger,
  done('kept-before', 9),
  done('late-before', 9),
  done('late-after', 11),
]);
afterAll(() => model[Symbol.dispose]());

const { database, centres } = model;
const [before, after] = [Instant.parse(march(9, '17:00:00')), Instant.parse(march(20))];
const asked = { limit: 50, cursor: null, centres: null };
const rule = 'processing-deadline';

const dutiesOn = (at: Instant, raw: object = {}) =>
  listDuties(database, { ...asked, at, filters: DutyFilters.parse({ rule, ...raw }) }, centres);
const findingsOn = (at: Instant, raw: object = {}) =>
  listFindings(
    database,
    { ...asked, at, filters: FindingFilters.parse({ rule, ...raw }) },
    centres,
  );
const lateOn = (at: Instant, raw: object = {}) =>
  listLate(
    database,
    { ...asked, at, filters: LateFilters.parse({ within: 'any', ...raw }) },
    centres,
  );

type Shown = { readonly dossier: string | null };

const dossiersOf = (items: readonly Shown[]) => items.map((item) => item.dossier ?? '').toSorted();
const the = <Item extends Shown>(code: string, items: readonly Item[]) =>
  items.find((item) => item.dossier === code);

const inherited = { bearer: { kind: 'agency', code: 'B' }, inheritedFrom: 'A', inheritedAt: since };
const stayed = {
  bearer: { kind: 'agency', code: 'A' },
  inheritedFrom: null,
  inheritedAt: null,
  bearerWhenDue: null,
};

describe.each<[string, (at: Instant) => readonly Shown[]]>([
  ['duties', (at) => dutiesOn(at).items],
  ['findings', (at) => findingsOn(at).items],
  ['late dossiers', (at) => lateOn(at).items],
])('in the list of %s', (_, items) => {
  test('what was overdue at the merger is owed by the successor, and says who had it when due', () => {
    const expected = { ...inherited, bearerWhenDue: 'A' };
    expect(the('overdue-before', items(after))).toMatchObject(expected);
    expect(the('late-after', items(after))).toMatchObject(expected);
  });

  test('what fell due afterwards was the successor’s alone', () => {
    expect(the('overdue-after', items(after))).toMatchObject({ ...inherited, bearerWhenDue: null });
  });

  test('what was done before stays with whoever did it, and so does what was the successor’s own', () => {
    expect(the('late-before', items(after))).toMatchObject(stayed);
    expect(the('own', items(after))).toMatchObject({ ...stayed, bearer: { code: 'B' } });
  });

  test('nothing has passed on before the day, though the merger is on record', () => {
    expect(the('overdue-before', items(before))).toMatchObject(stayed);
  });
});

test('judged by itself a dossier says the same as the list', () => {
  for (const at of [before, after]) {
    for (const code of ['overdue-before', 'overdue-after', 'late-after']) {
      const entries = model.entriesOf(`dossier-${code}`);
      const judged = dutiesOf(entries, at, centres, model.registers).duties;
      expect(judged).toEqual(dutiesOn(at, { subject: `dossier-${code}` }).items);
    }
  }
});

test('the explanation tells by which entry it passed on', () => {
  const subject = 'dossier-overdue-before';
  const [duty] = dutiesOn(after, { subject }).items;
  const own = model.entriesOf(subject);
  const { registers } = model;
  const explained = explainedDuty(duty?.id ?? '', { subject, own, at: after, centres, registers });
  expect(explained?.inherited).toEqual([{ from: 'A', at: since, event: idIn('agency-A', 0) }]);
  expect(explained?.duty.evidence).toContain(idIn('agency-A', 0));
});

describe('asked for by agency', () => {
  const [ofA, ofB] = [{ agency: 'A' }, { bearer: 'B' }];

  test('duties are those that it owes, and those that fell due with it', () => {
    expect(dossiersOf(dutiesOn(after, ofA).items)).toEqual([
      'late-after',
      'late-before',
      'overdue-before',
    ]);
    expect(dossiersOf(dutiesOn(after, ofB).items)).toEqual([
      'late-after',
      'overdue-after',
      'overdue-before',
      'own',
    ]);
    expect(dutiesOn(after, ofA).total).toBe(3);
    expect(dutiesOn(after, { ...ofA, ...ofB }).items).toEqual([]);
  });

  test('before the day it still has what is not due', () => {
    expect(dossiersOf(dutiesOn(before, ofA).items)).toContain('overdue-after');
    expect(the('overdue-after', dutiesOn(before, ofA).items)).toMatchObject(stayed);
  });

  test('findings are those that count against it, and those that it inherited', () => {
    expect(dossiersOf(findingsOn(after, ofA).items)).toEqual([
      'late-after',
      'late-before',
      'overdue-before',
    ]);
    expect(dossiersOf(findingsOn(after, ofB).items)).toEqual([
      'late-after',
      'overdue-after',
      'overdue-before',
      'own',
    ]);
  });

  test('late dossiers are those that it solves, or did before the merger', () => {
    expect(dossiersOf(lateOn(after, { agency: 'B' }).items)).toEqual([
      'late-after',
      'overdue-after',
      'overdue-before',
      'own',
    ]);
    expect(dossiersOf(lateOn(after, { agency: 'A' }).items)).toEqual([
      'late-after',
      'late-before',
      'overdue-after',
      'overdue-before',
    ]);
    const agenciesOf = (item: LateItem | undefined) => [item?.agency, item?.agencyWhenDue];
    expect(agenciesOf(the('overdue-before', lateOn(after).items))).toEqual(['B', 'A']);
    expect(agenciesOf(the('overdue-before', lateOn(before).items))).toEqual(['A', 'A']);
    expect(agenciesOf(the('overdue-after', lateOn(after).items))).toEqual(['B', 'B']);
  });
});

describe('figures by agency count each dossier once, where it was when it fell due', () => {
  test('of findings', () => {
    const filters = FindingTotalFilters.parse({ rule, by: 'bearer' });
    const { items } = listFindingTotals(database, { ...asked, at: after, filters });
    expect(items.map(({ name, findings, open }) => [name, findings, open])).toEqual([
      ['A', 3, 1],
      ['B', 2, 2],
      ['C', 1, 1],
    ]);
  });

  test('of late processing, what was finished in time included', () => {
    const filters = LateTotalFilters.parse({ by: 'agency' });
    const { items } = listLateTotals(database, { ...asked, at: after, filters });
    expect(items.map(({ name, dossiers, strict }) => [name, dossiers, strict.late])).toEqual([
      ['A', 4, 3],
      ['B', 2, 2],
      ['C', 1, 1],
    ]);
  });
});
