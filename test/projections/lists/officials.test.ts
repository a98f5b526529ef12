/** Officials seen in steps: sums of what is on record, by official, and by unit or month where asked. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { official as registered } from '../../../src/domain/centre/official/vocabulary.ts';
import { dossier } from '../../../src/domain/dossier/vocabulary.ts';
import { CentreCode, Instant } from '../../../src/domain/units.ts';
import {
  listOfficials,
  OfficialFilters,
  OfficialItem,
} from '../../../src/projections/lists/officials.ts';
import { openModelWriter } from '../../../src/projections/model-file.ts';
import { centresNamed, inPages, modelOf, pagesOf, seenOn } from '../../support/model.ts';
import { proposalsOf } from '../../support/stated.ts';
import { march, variedCentres } from '../../support/varied.ts';

const fact = proposalsOf(dossier);

/** Forty steps of five officials, in two units and none, in three months, on seven dossiers. */
const steps = Array.from({ length: 40 }, (_, n) => ({
  stream: `dossier-d${n % 7}`,
  official: `cv-${(n * n) % 5}`,
  unit: [null, 'Q1', 'Q2'][n % 3] ?? null,
  centre: variedCentres[n % 7 < 4 ? 0 : 1],
  month: `2026-0${1 + (n % 4 === 3 ? 2 : n % 2)}`,
}));

const happened = steps.map(({ stream, official, unit, centre, month }) => ({
  stream,
  fact: {
    ...fact('StepCompleted', { step: 'Thẩm định', official, unit }, `${month}-15T08:00:00+07:00`),
    centre: CentreCode.parse(centre),
  },
}));

type Step = (typeof steps)[number];

/** Two of the five are posted: one to the first centre, one to both. */
const posted = [
  ['cv-0', variedCentres[0]],
  ['cv-1', variedCentres[0]],
  ['cv-1', variedCentres[1]],
] as const;
const posting = proposalsOf(registered);
const postings = posted.map(([official, centre]) => ({
  stream: `official-${official}`,
  fact: posting('OfficialPosted', { from: '2026-01-01' }, march(1), {
    centre: CentreCode.parse(centre),
  }),
}));
const isPosted = ({ official, centre }: Step) =>
  posted.some(([who, where]) => who === official && where === centre);

describe('of forty steps', async () => {
  const model = await modelOf([...postings, ...happened], centresNamed(...variedCentres));
  afterAll(() => model[Symbol.dispose]());
  const at = Instant.parse(march(25));

  const ask = (filters: OfficialFilters, limit: number, centres: readonly string[] | null) =>
    pagesOf((cursor) => listOfficials(model.database, { filters, limit, cursor, centres, at }));

  /** The same sums, the plain way. */
  function sums(
    fitting: readonly Step[],
    { by, month: asked }: Pick<OfficialFilters, 'by' | 'month'>,
  ): OfficialItem[] {
    const part = (step: Step) => (by === undefined ? '' : (step[by] ?? ''));
    const groups = Map.groupBy(fitting, (step) => `${step.official} ${part(step)}`);
    return [...groups.keys()].toSorted().map((key) => {
      const all = groups.get(key) ?? [];
      const [official = '', value = ''] = key.split(' ');
      const months = all.map(({ month }) => month).toSorted();
      const drawers = all.map((one) => [one.stream, one.centre, one.unit, one.month].join(' '));
      return {
        official,
        unit: by === 'unit' ? value : null,
        month: by === 'month' ? value : (asked ?? null),
        steps: all.length,
        dossiers: new Set(drawers).size,
        firstMonth: months.at(0) ?? '',
        lastMonth: months.at(-1) ?? '',
        flaw: all.every(isPosted) ? null : 'never-posted',
      };
    });
  }

  test('every page has the sums of what fits the filters, each once, in order', () => {
    const some = <Value>(...values: readonly Value[]) =>
      fc.option(fc.constantFrom(...values), { nil: undefined });
    const filters = fc.record({
      official: some('cv-0', 'cv-1', 'nobody'),
      centre: some(...variedCentres),
      unit: some('Q1', ''),
      month: some('2026-01', '2026-03'),
      flaw: some('never-posted' as const),
      by: some('unit' as const, 'month' as const),
    });
    const scopes = fc.constantFrom(null, ['H42'], [...variedCentres], []);
    fc.assert(
      fc.property(filters, scopes, fc.integer({ min: 1, max: 12 }), (asked, scope, limit) => {
        const fitting = steps.filter(
          (step) =>
            (scope === null || scope.some((code) => code === step.centre)) &&
            (asked.official ?? step.official) === step.official &&
            (asked.centre ?? step.centre) === step.centre &&
            (asked.unit ?? step.unit ?? '') === (step.unit ?? '') &&
            (asked.month ?? step.month) === step.month &&
            (asked.flaw === undefined || !isPosted(step)),
        );
        const pages = ask(OfficialFilters.parse(asked), limit, scope);
        expect(seenOn(pages)).toEqual(inPages(sums(fitting, asked), limit));
      }),
      { numRuns: 200 },
    );
  });
});

test('who no longer stands in any step is not listed', async () => {
  const [first] = happened;
  if (first === undefined) throw new TypeError('there are steps');
  using model = await modelOf([first]);
  using writer = openModelWriter(model.file);
  writer.exec('UPDATE official SET steps = 0, dossiers = 0'); // what a withdrawal leaves in a model that follows
  const question = { filters: {}, limit: 5, cursor: null, centres: null };
  const at = Instant.parse(march(25));
  expect(listOfficials(model.database, { ...question, at })).toMatchObject({ items: [], total: 0 });
});

test('the account that nobody posted is found', async () => {
  using model = await modelOf([...postings, ...happened], centresNamed(...variedCentres));
  const filters = { flaw: 'never-posted' } as const;
  const question = { filters, limit: 9, cursor: null, centres: null, at: Instant.parse(march(25)) };
  const found = listOfficials(model.database, question).items.map(({ official }) => official);
  expect(found).toContain('cv-4');
  expect(found).not.toContain('cv-1');
});
