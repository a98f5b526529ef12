/** The list of findings: acts that are breaches, and duties past their due time, the latest first. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { Instant } from '../../../src/domain/units.ts';
import {
  FindingFilters,
  FindingItem,
  listFindings,
} from '../../../src/projections/lists/findings.ts';
import { dutiesOf } from '../../../src/projections/lists/subject.ts';
import { centresNamed, inPages, modelOf, pagesOf, plansOf, seenOn } from '../../support/model.ts';
import { instants, march, variedCentres, variedDossiers } from '../../support/varied.ts';

const ats = instants.map((text) => Instant.parse(text));

describe('of many dossiers', async () => {
  const centres = centresNamed(...variedCentres);
  const dossiers = variedDossiers(90);
  const model = await modelOf(dossiers, centres);
  const streams = [...new Set(dossiers.map(({ stream }) => stream))];
  afterAll(() => model[Symbol.dispose]());

  const ask = (raw: unknown, at: Instant, limit = 500, scope: readonly string[] | null = null) => {
    const filters = FindingFilters.parse(raw);
    return pagesOf((cursor) =>
      listFindings(model.database, { filters, limit, cursor, centres: scope, at }, centres),
    );
  };
  const itemsOf = (raw: unknown, at: Instant) => ask(raw, at).flatMap(({ items }) => items);

  /** What is broken, judged from the entries of each dossier. */
  function allAt(at: Instant): FindingItem[] {
    return streams
      .flatMap((stream) => dutiesOf(model.entriesOf(stream), at, centres, model.registers).findings)
      .toSorted((a, b) => (sortKey(a) < sortKey(b) ? 1 : -1));
  }
  const sortKey = ({ at, subject, rule, id }: FindingItem) => `${at} ${subject} ${rule} ${id}`;

  const some = <Value>(...values: readonly Value[]) =>
    fc.option(fc.constantFrom(...values), { nil: undefined });

  const isOf = (kind: string, code: string | undefined, { bearer }: FindingItem) =>
    code === undefined || (bearer?.kind === kind && bearer.code === code);

  test('every page has what fits the filters, each once, in order', () => {
    const filters = fc.record({
      rule: some('processing-deadline', 'work-after-end', 'breach-lessened', 'no-appointment'),
      lessenedRule: fc.option(fc.constantFrom('processing-deadline', 'work-after-end'), {
        nil: undefined,
        freq: 4,
      }),
      centre: some(...variedCentres),
      bearer: some('cv-0', 'cv-1', 'Q0', 'nobody'),
      agency: some('Q0', 'cv-1'),
      official: some('cv-0', 'cv-1'),
      state: some('open', 'remedied', 'stands', 'disputed'),
      dueBefore: some(march(12)),
      subject: fc.option(fc.constantFrom(...streams), { nil: undefined, freq: 9 }),
      from: some(march(3), ...instants),
      to: some(march(15), ...instants),
    });
    const scopes = fc.constantFrom(null, null, ['reference'], [...variedCentres], []);
    const limits = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(filters, scopes, limits, fc.constantFrom(...ats), (raw, scope, limit, at) => {
        const asked = FindingFilters.parse(raw);
        const expected = allAt(at).filter(
          (found) =>
            (scope === null || scope.some((code) => code === found.centre)) &&
            (asked.rule ?? found.rule) === found.rule &&
            (asked.lessenedRule === undefined || asked.lessenedRule === found.lessened?.rule) &&
            (asked.centre ?? found.centre) === found.centre &&
            (asked.bearer === undefined || asked.bearer === found.bearer?.code) &&
            isOf('agency', asked.agency, found) &&
            isOf('official', asked.official, found) &&
            (asked.state ?? found.state) === found.state &&
            (asked.dueBefore === undefined ||
              (found.due !== null && found.due < asked.dueBefore)) &&
            (asked.subject ?? found.subject) === found.subject &&
            (asked.from === undefined || found.at >= asked.from) &&
            (asked.to === undefined || found.at < asked.to),
        );
        expect(seenOn(ask(raw, at, limit, scope))).toEqual(inPages(expected, limit));
      }),
      { numRuns: 200 },
    );
  });

  test('a duty is broken when it was due: open while it is overdue, remedied once it was closed', () => {
    const found = itemsOf({ rule: 'processing-deadline' }, Instant.parse(march(25)));
    expect(new Set(found.map(({ state }) => state))).toEqual(new Set(['open', 'remedied']));
    expect(found.every(({ at, due, late }) => at === due && late !== null)).toBe(true);
  });

  test('at the very instant at which duties are due, those are not broken', () => {
    const at = Instant.parse(march(10, '17:00:00'));
    const after = Instant.parse(march(10, '17:00:00.001'));
    const open = (when: Instant) =>
      itemsOf({ rule: 'processing-deadline' }, when).filter(({ state }) => state === 'open');
    expect(open(at)).toEqual([]);
    expect(open(after).length).toBeGreaterThan(0);
    expect(open(after).every(({ due }) => due === at)).toBe(true);
  });

  test('an act stands, whatever was done since, and one that was corrected away says what it was', () => {
    const at = Instant.parse(march(25));
    const acts = itemsOf({ rule: 'work-after-end' }, at);
    expect(acts[0]).toMatchObject({ state: 'stands', bearer: null, due: null, late: null });
    expect(acts[0]?.evidence).toHaveLength(2);

    const lessened = itemsOf({ rule: 'breach-lessened', bearer: 'cv-2' }, at);
    expect(lessened[0]?.bearer).toEqual({ kind: 'official', code: 'cv-2' });
    expect(lessened[0]?.detail).toMatch(/^processing-deadline: late by \d+ minutes before/);
    expect(lessened[0]?.lessened).toMatchObject({
      rule: 'processing-deadline',
      at: lessened[0]?.at,
      entry: lessened[0]?.evidence[0],
      before: { bearer: { kind: 'official', code: 'cv-2' }, acts: null },
    });
  });

  test('what was taken away is told in minutes by the clock and of work, like any lateness', () => {
    const found = itemsOf({ lessenedRule: 'processing-deadline' }, Instant.parse(march(25)));
    expect(found.length).toBeGreaterThan(0);
    for (const { detail, rule, lessened } of found) {
      expect(rule).toBe('breach-lessened');
      const [, minutes] = /late by (\d+) minutes before/.exec(detail ?? '') ?? [];
      if (minutes === undefined) continue; // another owes it
      const { clockMinutes = null, workingMinutes = null } = lessened?.before.late ?? {};
      expect(clockMinutes).toBe(Number(minutes));
      expect(workingMinutes).toBeLessThanOrEqual(clockMinutes ?? 0);
    }
  });

  test('no two findings share an id, and each is as the schema says', () => {
    const found = itemsOf({}, Instant.parse(march(25)));
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    expect(found.map((item) => FindingItem.parse(item))).toEqual(found);
  });

  test.each([
    {},
    { rule: 'processing-deadline' },
    { lessenedRule: 'processing-deadline' },
    { bearer: 'cv-1' },
    { official: 'cv-1', state: 'open' },
    { state: 'waived' },
    { from: march(3), to: march(30) },
  ])('%o is read off an index, without sorting', (raw) => {
    const filters = FindingFilters.parse(raw);
    const page = { filters, limit: 3, centres: ['H42'], at: Instant.parse(march(25)) };
    const { next } = listFindings(model.database, { ...page, cursor: null }, centres);
    const plans = [null, next].flatMap((cursor) =>
      plansOf(model.database, () => listFindings(model.database, { ...page, cursor }, centres)),
    );
    expect(plans.join('\n')).toMatch(/USING COVERING INDEX/);
    expect(plans.filter((step) => /SCAN duty|SCAN finding$|TEMP B-TREE/.test(step))).toEqual([]);
  });
});
